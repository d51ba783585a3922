// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CompareOptions: what `ardiff compare` is asked for: the grid, the yardsticks beside it, and where its rows go.
#include "Commands.h"
#include "GenerationOptions.h"
#include "MetricOptions.h"
#include "RiskOptions.h"

namespace ard::cli {

struct CompareOptions {
    GenerationOptions generation;
    MetricOptions metrics;
    RiskOptions risk;
    std::string references, markdown, csv, json, cells, twin;
    std::vector<std::string> schedules{"uniform", "ar-diffusion"}, floor; ///< floor: sources and targets, or empty
    std::vector<int> steps{2, 5, 10, 20}, candidates{1}, beams{1};
    std::vector<std::uint64_t> seeds{1};
    int limit = 0; ///< 0: all
    int runs = 0;  ///< sources whose runs are kept beside the cells
    OutputFormat format = OutputFormat::Text;
};

void addCompareOptions(CLI::App &command, CompareOptions &options);

} // namespace ard::cli
