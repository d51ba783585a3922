// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Comparer: runs timestep schedules with numbers of sampling steps and of candidates on the same sources with the same
// seeds, one cell of the grid after the other, and makes the rows of the table (metrics/ComparisonTable.h); and the rows of the
// two yardsticks, the autoregressive twin and the floor.
#include "CellStore.h"
#include "text/TextPairs.h"
#include <map>

namespace ard::cli {

struct ComparedSchedule {
    std::string text; ///< as it was asked for
    TimestepScheduleSpec spec;
};

/// One cell of the grid.
struct GridPoint {
    int candidates = 1, steps = 20;
    auto operator<=>(const GridPoint &) const = default;
};

struct ComparerSettings {
    GenerationRequest request; ///< schedule, sampling steps, candidates, seed and source are those of the cell
    int batch = 64;
    std::vector<std::uint64_t> seeds{1};
    Risk risk = Risk::Bleu;
    ScoreOptions score;
    std::size_t runs = 0; ///< of so many sources the run files are kept, too
};

class Comparer {
public:
    /// What is referred to must outlive the comparer.
    Comparer(Generator &generator, const ReferenceSet &references, const CellStore &store, ComparerSettings settings);

    /// Whether the cell can be run; an error says which and why.
    Status check(const ComparedSchedule &schedule, const GridPoint &point) const;
    /// A cell is compared with the first that was run with as many steps and candidates.
    Result<ComparisonRow> run(const ComparedSchedule &schedule, const GridPoint &point, const ProgressSink &progress);
    /// The autoregressive twin with a beam; the first seed, as it draws nothing.
    Result<ComparisonRow> runTwin(Generator &twin, int beam, const ProgressSink &progress);
    /// For every source the target of the training source that shares most words with it (metrics/NearestSource.h).
    Result<ComparisonRow> runFloor(const TextPairs &training) const;

private:
    CellRequest cellOf(const ComparedSchedule &schedule, const GridPoint &point) const;
    /// What the cell wrote, from the store or made now.
    Result<CellResult> resultOf(Generator &generator, const CellRequest &cell, const ProgressSink &progress);
    Status warmUp(Generator &generator, const CellRequest &cell);
    Result<ComparisonRow> score(std::string label, const CellResult &result,
                                std::vector<SourceStatistics> &statistics) const;
    void compareWithFirst(ComparisonRow &row, std::vector<SourceStatistics> statistics);

    struct First {
        std::string schedule;
        std::vector<SourceStatistics> statistics;
    };
    Generator &m_generator;
    const ReferenceSet &m_references;
    const CellStore &m_store;
    ComparerSettings m_settings;
    std::map<GridPoint, First> m_first;
    const Generator *m_warm = nullptr; ///< the model that has run before
};

} // namespace ard::cli
