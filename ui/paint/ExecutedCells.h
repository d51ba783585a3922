// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ExecutedCells: the cells of the plane that model calls have crossed. On a screen or picture they are kept as an image to
// which each model call adds its row, so that one more step of 256 positions costs 256 cells, not all of them; a step back
// shows less of the image. In a vector drawing they are drawn as they are, or as an image where they are very many.
// Any thread, one object a thread.
#include "paint/PlaneGeometry.h"
#include "paint/PlaneState.h"
#include <QImage>
#include <QTransform>

class QPainter;

namespace ard::ui {

class ExecutedCells {
public:
    /// noise: the noise colour of every height of the plane. geometry is of state.layout.
    void paint(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry, const QBrush &noise);

    int paintedCells() const { return m_paintedCells; } ///< since the object was made: what the painting has cost

private:
    /// What the image depends on, besides values that are only added to.
    struct Key {
        std::shared_ptr<const SamplingPlan> plan;
        TimestepScale scale = TimestepScale::Linear;
        int columns = 0;
        QFont font; ///< of the words in the cells
        QuantityScale quantity;
        QRectF plane;
        QTransform transform; ///< to device pixels
        const Tones *tones = nullptr;
        bool operator==(const Key &) const = default;
    };

    void update(const Key &key, const PlaneState &state, const PlaneGeometry &geometry, const QBrush &noise, int calls);
    void paintColumns(QPainter &painter, const PlaneGeometry &geometry, const QTransform &transform, int calls) const;
    void paintClipped(QPainter &painter, const PlaneGeometry &geometry, const QTransform &transform, int calls) const;
    void addCalls(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry, const QBrush &noise,
                  int from, int to);

    Key m_key;
    QRect m_deviceRect; ///< of the image, in pixels of the device
    QImage m_image;
    int m_calls = 0; ///< whose cells are in the image
    int m_words = 0; ///< whose words are
    int m_paintedCells = 0;
};

} // namespace ard::ui
