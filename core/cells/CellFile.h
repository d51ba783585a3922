// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CellFile: the JSON file of a cell (docs/method.md, "The folder of a comparison"). Reading trusts nothing. Thread-safe, no state.
#include "base/Result.h"
#include "cells/CellName.h"
#include "cells/CellResult.h"
#include <filesystem>

namespace ard {

/// What is in the file.
struct KeptCell {
    std::string label; ///< the timestep schedule as it was asked for
    int samplingSteps = 0, candidates = 1;
    std::vector<std::uint64_t> seeds;
    std::string version, model; ///< of the program; fingerprint
    CellResult result;          ///< texts for each of seeds

    /// Of each seed: all have as many.
    std::size_t sources() const { return result.seeds.empty() ? 0 : result.seeds.front().outputs.size(); }
};

/// Error: "'FILE' is no cell of a comparison: .. ; remove it to have it computed again", or that it cannot be read.
Result<KeptCell> readCellFile(const std::filesystem::path &file);
/// The same, and it has so many sources, and of the seeds and candidates of the key a text each.
Result<CellResult> readCellFile(const std::filesystem::path &file, const CellKey &key, std::size_t sources);
/// To a temporary name, then renamed.
Status writeCellFile(const std::filesystem::path &file, const CellKey &key, const CellResult &result);

} // namespace ard
