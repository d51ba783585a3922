// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Progress: how a training run reports: a line that rewrites itself on a terminal, and log.csv with losses, also by timestep. No torch.
#include "base/Result.h"
#include "engine/train/LossSums.h"
#include <filesystem>
#include <fstream>

namespace ard {

struct ProgressState {
    int64_t step = 0, steps = 0; ///< done, wanted
    double learningRate = 0;
    double seconds = 0;      ///< spent in training, earlier parts included
    double secondsLeft = -1; ///< of this part; -1 where unknown
    double sumsSeconds = 0;  ///< wall time that the sums cover
};

class Progress {
public:
    /// Opens (and on resume continues, dropping lines after `step`) folder/log.csv.
    static Result<Progress> open(const std::filesystem::path &folder, bool resume, int64_t step);
    /// Writes a row of the log.
    void log(const LossSums &sums, const ProgressState &state);
    /// Writes a line to standard error; a terminal gets one line that rewrites itself.
    void show(const LossSums &sums, const ProgressState &state) const;
    /// Ends the rewritten line.
    void finish();

private:
    std::ofstream m_log;
    bool m_terminal = false;
};

} // namespace ard
