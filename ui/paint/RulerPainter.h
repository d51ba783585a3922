// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RulerPainter: the sentence steps from S-1 on the left to 0 on the right, to scale: tall lines for the executed ones, a low grey
// comb for those that are skipped, and a bracket over a last jump that is not as long as the others.
#include "paint/Tones.h"
#include <QCoreApplication>
#include <QFont>
#include <QRectF>
#include <vector>

class QPainter;

namespace ard::ui {

struct RulerState {
    std::vector<int> executed; ///< [M+1] falling, from S-1 to 0; empty: nothing is drawn
    int shownCalls = -1;       ///< the moment, 0..M; -1: none (a plan)
    int selected = -1;         ///< index of the executed step that keys move; -1: none
    int hovered = -1;
    bool focused = false;
    const Tones *tones = &lightTones();
    QFont font;
};

class RulerPainter {
    Q_DECLARE_TR_FUNCTIONS(ard::ui::RulerPainter)

public:
    RulerPainter(const RulerState &state, const QRectF &rect);

    static double height(const QFont &font); ///< pixels
    double x(double sentenceStep) const;
    int sentenceStep(double x) const; ///< the nearest, 0..S-1
    int executedAt(double x) const;   ///< index of the executed step within reach; -1: none
    int callAt(double x) const;       ///< the model call whose jump lies there, 1..M; -1: none
    void paint(QPainter &painter) const;
    /// "last jump 112, the others 100"; empty: it is as long as they are.
    static QString lastJumpText(const std::vector<int> &executed);

private:
    void paintSkipped(QPainter &painter) const;
    void paintExecuted(QPainter &painter) const;
    void paintLastJump(QPainter &painter) const;
    void paintEnds(QPainter &painter) const;

    RulerState m_state;
    QRectF m_rect;
    double m_textHeight, m_top, m_bottom;
};

} // namespace ard::ui
