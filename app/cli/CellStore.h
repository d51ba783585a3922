// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CellStore: a cell of a comparison is run, and kept in a folder (cells/CellFile.h), so that a comparison that was stopped goes
// on and scores can be computed anew.
#include "RiskOptions.h"
#include "cells/CellFile.h"
#include "engine/Generator.h"

namespace ard::cli {

/// A way to write sentences.
struct CellRequest {
    std::string label;         ///< as the table says it
    GenerationRequest request; ///< without source; the seed is that of each of seeds
    std::vector<std::uint64_t> seeds{1};
    int batch = 64;
    Risk risk = Risk::Bleu;
    bool settles = true; ///< the order in which words settle is measured
};

Result<CellResult> runCell(Generator &generator, const std::vector<std::string> &sources, const CellRequest &cell,
                           const ProgressSink &progress);

/// A folder with a JSON file a cell. A cell is known by all that decides it (model, sources, request, seeds, version of
/// the program, device), so several comparisons can share a folder, and a change finds no old result.
class CellStore {
public:
    /// folder empty: nothing is kept. Error: it cannot be made.
    static Result<CellStore> open(std::filesystem::path folder);

    /// Nothing where the cell is not there. Error: a file that is there is none of a cell.
    Result<std::optional<CellResult>> find(const Generator &generator, const std::vector<std::string> &sources,
                                           const CellRequest &cell) const;
    Status keep(const Generator &generator, const std::vector<std::string> &sources, const CellRequest &cell,
                const CellResult &result) const;
    /// The runs of the first `count` sources with every seed of the cell, as run files beside it; those that are there stay.
    Status keepRuns(Generator &generator, const std::vector<std::string> &sources, const CellRequest &cell,
                    std::size_t count) const;

private:
    std::filesystem::path m_folder;
};

} // namespace ard::cli
