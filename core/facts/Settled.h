// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Settled: when the words of a run settled, in which order, and what happened in each model call; as far as it is seen. By word
// and by timestep schedule are kept apart everywhere.
#include "facts/SeenRun.h"
#include <optional>

namespace ard {

/// When every position settled. A model call 1..M each; 0: not seen yet.
struct SettleOrder {
    std::vector<int> byWord;     ///< [N] the word is what it is since then; final only where isFinal
    std::vector<int> bySchedule; ///< [N] the timestep is 0 since then
    std::vector<bool> isFinal;   ///< [N] the word can change no more: the end is seen, or the timestep is 0
    std::vector<bool> isPadding; ///< [N] the word that is seen last is PAD
    bool isComplete = false;     ///< the end of the run is seen
    /// Kendall's tau-b of settling call against position, PAD left out (metrics/KendallTau.h): 1 is left to right. By word
    /// only where isComplete; nothing where there is no order.
    std::optional<double> tauByWord = {}, tauBySchedule = {};
};
SettleOrder settleOrder(const SeenRun &run);

/// [N] the model call since which the probability of the most probable word has been above that of the next by the margin, 0..1; 0:
/// it is not after the last call that is seen. A third measure besides word and timestep schedule: how sure the model is.
std::vector<int> settledByMargin(const SeenRun &run, double margin);

/// One value a model call that is seen, from call 1.
struct Curves {
    std::vector<double> settledByWord; ///< [calls] share of the words, 0..1, PAD left out
    std::vector<double> settledBySchedule;
    std::vector<double> entropy; ///< [calls] mean over the positions that hold no PAD after that call, nats
};
/// By word, before the end is seen, only what is certain counts: words at timestep 0.
Curves curves(const SeenRun &run);

/// Of one position, a value a model call that is seen, from call 1. Empty where it has no such position.
struct TokenCurves {
    std::vector<double> probability; ///< [calls] of the word that the call shows, 0..1
    std::vector<double> margin;      ///< of the most probable word over the next, 0..1
    std::vector<double> entropy;     ///< nats
    std::vector<double> distance;    ///< L2, of x0_hat to the nearest word embedding
};
TokenCurves tokenCurves(const SeenRun &run, int position);

/// What happened in a model call, as counts of positions.
struct CallMark {
    int flips = 0;   ///< another word than after the call before
    int clean = 0;   ///< the timestep became 0
    int settles = 0; ///< the word settled for good; 0 before the end is seen, as nobody can know
};
std::vector<CallMark> callMarks(const SeenRun &run); ///< [calls]

} // namespace ard
