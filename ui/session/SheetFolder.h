// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SheetFolder: the folder of `ardiff compare --cells` (core/cells) as a contact sheet sees it: sets of cells that belong beside
// each other. Takes as long as the files are large: not for the window's thread. No state.
#include "cells/CellFolder.h"
#include <QStringList>
#include <memory>
#include <vector>

namespace ard::ui {

/// Cells of one model with the same seeds, candidates and sources: a sheet for each of the sources.
struct SheetSet {
    std::string model; ///< fingerprint; empty: no cell file says it
    int candidates = 1;
    std::vector<std::uint64_t> seeds;
    std::size_t sources = 0;
    std::string
        source; ///< the text of the only source where several sets would otherwise be alike; empty: not looked up
    std::vector<std::shared_ptr<const ListedCell>> cells;
};

/// Sets of the most cells first. Cell files that cannot be used, and runs without a cell file, are in the sets that they may
/// belong to. Error: the folder cannot be read, or holds no file of a comparison.
Result<std::vector<SheetSet>> readSheetFolder(const std::filesystem::path &folder,
                                              const std::function<bool()> &isStopped = {});

/// A run file that a cell can show: its frames fit its plan, it is finished, and of this M and seed.
Result<RunRecord> readSheetRun(const std::filesystem::path &file, int samplingSteps, std::uint64_t seed);

/// One source's runs of a cell, and the cell's own file where all its seeds are there. Files that exist stay as they are.
/// runs: [seeds of the key], nullptr where a seed is missing.
Status keepSheetCell(const std::filesystem::path &folder, const CellKey &key, const std::string &source,
                     const std::vector<std::shared_ptr<const RunRecord>> &runs);

} // namespace ard::ui
