// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlayerPage: runs as one HTML file that plays them in any browser: without network, and readable without scripts as a table
// of steps. The same runs give the same bytes. A value; page and file can be made on any thread.
#include "base/Result.h"
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace ard::ui {

/// One run. Steps are the starting noise and the model calls that the page has, not always all.
struct PlayerLane {
    QString letter; ///< empty: it is the only one
    QString colour; ///< of the letter's field, "#rrggbb", and of the letter on it
    QString ink;
    QString title;
    QString facts;                           ///< cost, seed, what one has to know
    int timesteps = 2;                       ///< T
    int length = 0;                          ///< positions shown
    int modelCalls = 0;                      ///< M
    std::vector<int> calls;                  ///< [steps] 0, .., frames: which model calls these are
    std::vector<int> sentenceSteps;          ///< [steps]
    std::vector<std::vector<int>> fronts;    ///< [steps][length] timesteps
    std::vector<std::vector<int>> words;     ///< [steps - 1][length] indices into PlayerState::words
    std::vector<std::vector<bool>> settled;  ///< the same; as far as one can know at that step
    std::vector<std::vector<double>> shares; ///< the same; probability of the word
    QStringList sentences;                   ///< [steps - 1]
};

struct PlayerState {
    QString title;
    QString source;
    QString language; ///< "en", "zh-CN"
    std::vector<PlayerLane> lanes;
    QStringList words;        ///< as they are shown
    std::vector<int> padding; ///< indices of words that stand for no text
    std::vector<int> joined;  ///< indices of words that are joined to the one on their left
    QStringList recipe;       ///< lines: where the runs come from and the commands that make them again
};

QByteArray playerPage(const PlayerState &state);
/// The error is one sentence; an existing file is kept then.
Status writePlayer(const PlayerState &state, const QString &path);

} // namespace ard::ui
