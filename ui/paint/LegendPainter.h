// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LegendPainter: what the lines and areas of the plane mean, each with a small picture of itself. Wraps where there is little
// width. A value: made anew when anything of its state changes.
#include "paint/Tones.h"
#include <QCoreApplication>
#include <QFont>
#include <QRect>
#include <QString>
#include <vector>

class QPainter;

namespace ard::ui {

/// What the legend has to say.
struct LegendContent {
    bool preview = false; ///< of a plan without a run
    int planEvery = 1;    ///< a plan's lines stand for so many model calls
    double noiseLeft =
        0; ///< at timestep 0, sqrt(1 - alphaBar[0]), where positions are there before the last call; else 0
    bool operator==(const LegendContent &) const = default;
};

struct LegendState {
    LegendContent content;
    const Tones *tones = &lightTones();
    QFont font;
};

class LegendPainter {
    Q_DECLARE_TR_FUNCTIONS(ard::ui::LegendPainter)

public:
    explicit LegendPainter(const LegendState &state);

    int heightForWidth(int width) const; ///< pixels
    void paint(QPainter &painter, const QRectF &rect) const;
    QString text() const; ///< all entries in one line, for those who do not see it

private:
    enum class Sign { Front, Executed, NextJump, Ahead, Settled, Unsettled, Plan };
    struct Entry {
        Sign sign;
        QString text;
    };

    int signWidth(Sign sign) const;
    /// Boxes of the entries, from 0, 0.
    std::vector<QRect> boxes(int width) const;
    void paintSign(QPainter &painter, Sign sign, const QRectF &box) const;
    void paintAhead(QPainter &painter, const QRectF &box) const;
    void paintWord(QPainter &painter, bool settled, const QRectF &box) const;

    LegendState m_state;
    std::vector<Entry> m_entries;
};

} // namespace ard::ui
