// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Timing: one figure of a benchmark, timed once a round.
#include <functional>
#include <string>
#include <vector>

namespace ard::bench {

struct Timing {
    std::string name;
    std::function<void()> work;
    double amount = 1; ///< of the rate's unit
    std::string unit;
    double products = 0;      ///< multiplications of linear layers
    std::string against = {}; ///< the rate is how many times as long as this timing it took, round by round
    int threads = 0;          ///< 0: all
    bool neighbour = false;   ///< while another process takes a core
    std::vector<double> seconds = {};
};

using Timings = std::vector<Timing>;

} // namespace ard::bench
