// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Progress: what a training run tells: a line that rewrites itself on a terminal, and log.csv with losses, also by timestep. No torch.
#include "base/Result.h"
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>

namespace ard {

constexpr int kLossBuckets = 10; ///< equal parts of the timestep axis

/// Sums since the last line of the log.
struct LossSums {
    double loss = 0, nll = 0, mse = 0, gradientNorm = 0;
    int64_t steps = 0, tokens = 0, words = 0, wordsRight = 0;
    int64_t lengths = 0, lengthsRight = 0; ///< sentences whose length a length head chose; 0 without one
    std::array<double, kLossBuckets> bucketNll{};
    std::array<int64_t, kLossBuckets> bucketCount{};
};

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
    /// Writes a line to the log and to standard error (a terminal gets one line that rewrites itself).
    void report(const LossSums &sums, const ProgressState &state);
    /// Ends the rewritten line.
    void finish();

private:
    std::ofstream m_log;
    bool m_terminal = false;
};

} // namespace ard
