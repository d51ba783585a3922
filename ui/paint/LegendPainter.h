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

/// What the legend has to say: what can be seen in the planes in the course of their runs, so that it stays while they play.
struct LegendContent {
    bool preview = false; ///< of a plan without a run
    int planEvery = 1;    ///< a plan's lines stand for so many model calls
    double noiseLeft =
        0; ///< at timestep 0, sqrt(1 - alphaBar[0]), where positions are there before the last call; else 0
    bool branch = false;                  ///< a run goes on from another
    bool pinned = false;                  ///< in it positions were pinned
    bool replaced = false;                ///< .. had their words replaced
    bool renoised = false;                ///< .. were made noise again
    bool repair = false;                  ///< a plan has a repair
    bool filled = false;                  ///< skipped sentence steps are filled in
    bool figure = false;                  ///< marks of the paper's figure
    bool edited = false;                  ///< another plan is drawn over that of the run
    bool offTraining = false;             ///< a frame round a plan that the model was not trained for
    void add(const LegendContent &other); ///< one legend for several planes
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
    enum class Sign {
        Front,
        Executed,
        NextJump,
        Ahead,
        Settled,
        Unsettled,
        Plan,
        Branch,
        Pinned,
        Replaced,
        Renoised,
        Filled,
        FigureFront,
        Speed,
        Edited,
        OffTraining
    };
    struct Entry {
        Sign sign;
        QString text;
    };

    void addSteps();
    void addMarks();
    int signWidth(Sign sign) const;
    /// Boxes of the entries, from 0, 0.
    std::vector<QRect> boxes(int width) const;
    void paintSign(QPainter &painter, Sign sign, const QRectF &box) const;
    void paintMark(QPainter &painter, Sign sign, const QRectF &box) const;
    void paintAhead(QPainter &painter, const QRectF &box) const;
    void paintWord(QPainter &painter, bool settled, const QRectF &box) const;

    LegendState m_state;
    std::vector<Entry> m_entries;
};

} // namespace ard::ui
