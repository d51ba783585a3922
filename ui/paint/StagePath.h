// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StagePath: the way of one token through the stages inside a model call, on the plane of TokenState::projection: a numbered disc
// a stage, arrows from one to the next. Both axes have the same scale, so that distances can be compared. Stages behind the one
// that is shown are not told.
#include "paint/ChartArea.h"
#include <QPointF>

namespace ard::ui {

struct StagePathState {
    struct Stage {
        QPointF at; ///< any unit
        QString name;
    };
    std::vector<Stage> stages;
    int shown = 0; ///< index of the last stage that is told
    QString title; ///< over the map
    ChartStyle style;
};

class StagePath {
public:
    StagePath() = default;
    StagePath(StagePathState state, const QRectF &rect);

    const StagePathState &state() const { return m_state; }
    QPointF pointOf(std::size_t stage) const; ///< pixels
    void paint(QPainter &painter) const;

private:
    double radius() const;
    /// Stages in the same place have one disc and one label: that of the later one, with the numbers of all.
    bool isCovered(std::size_t stage) const;
    QString labelOf(std::size_t stage) const;
    void paintArrow(QPainter &painter, const QPointF &from, const QPointF &to) const;
    void paintStage(QPainter &painter, std::size_t stage) const;

    StagePathState m_state;
    QRectF m_rect, m_map;
    QPointF m_middle; ///< of the stages
    double m_scale = 1;
};

} // namespace ard::ui
