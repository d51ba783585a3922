// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordMap: the way of a token over the model calls on the plane of TokenState::projection, among the words of the vocabulary: every
// word is a faint dot, some have their name. The plane is the same for all runs and calls of a model, both axes have one scale.
#include "paint/ChartArea.h"
#include <QPointF>
#include <memory>

namespace ard::ui {

struct WordMapState {
    struct Landmark {
        QPointF at;
        QString word;
        bool isPassed = false; ///< the token showed it on its way, or is close to it now
    };
    struct Path {
        ChartKey key;                ///< of the lane; an empty title: there is one only
        std::vector<QPointF> points; ///< after call firstCall and those behind it
        int firstCall = 1;
        int shownCall = 0; ///< of the cursor; later ones are drawn pale
        QPointF word;      ///< where the word lies that is shown then
        bool hasWord = false;
    };
    std::shared_ptr<const std::vector<QPointF>> words; ///< all of the vocabulary, or null
    std::vector<Landmark> landmarks; ///< the most important first: later ones go where there is no room
    std::vector<Path> paths;
    QRectF bounds; ///< of the plane that is drawn
    QString empty; ///< told where there are no paths
    ChartStyle style;
};

class WordMap {
public:
    WordMap() = default;
    WordMap(WordMapState state, const QRectF &rect);

    const WordMapState &state() const { return m_state; }
    void paint(QPainter &painter) const;
    QPointF pixelOf(const QPointF &point) const;
    /// The nearest point of a path within reach: its path and model call; call 0: none.
    struct Hit {
        std::size_t path = 0;
        int call = 0;
    };
    Hit hitAt(const QPointF &pixel) const;
    /// Indices of the landmarks whose names there is room for.
    const std::vector<std::size_t> &named() const { return m_named; }

private:
    QRectF nameRect(const WordMapState::Landmark &landmark) const;
    void placeNames();
    void paintWords(QPainter &painter) const;
    void paintNames(QPainter &painter) const;
    void paintPath(QPainter &painter, const WordMapState::Path &path) const;

    WordMapState m_state;
    QRectF m_rect;
    double m_scale = 1;
    std::vector<std::size_t> m_named;
};

} // namespace ard::ui
