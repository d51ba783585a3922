// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Comparer: runs timestep schedules with numbers of sampling steps on the same sources with the same seeds, one cell of the
// grid after the other, and makes the rows of the table (metrics/ComparisonTable.h).
#include "RiskOptions.h"
#include "engine/Generator.h"
#include "metrics/ComparisonTable.h"
#include <map>

namespace ard::cli {

struct ComparedSchedule {
    std::string text; ///< as it was asked for
    TimestepScheduleSpec spec;
};

struct ComparerSettings {
    GenerationRequest request; ///< schedule, sampling steps, seed and source are those of the cell
    int batch = 64;
    std::vector<std::uint64_t> seeds{1};
    RiskOptions risk;
    ScoreOptions score;
};

class Comparer {
public:
    /// What is referred to must outlive the comparer.
    Comparer(Generator &generator, const ReferenceSet &references, ComparerSettings settings);

    /// Whether the cell can be run; an error says which and why.
    Status check(const ComparedSchedule &schedule, int steps) const;
    /// A run that nobody measures, so that the first cell does not pay for first touches.
    Status warmUp(const ComparedSchedule &schedule, int steps);
    /// Cells of one number of steps are compared with the first of them that was run.
    Result<ComparisonRow> run(const ComparedSchedule &schedule, int steps, const ProgressSink &progress);

private:
    struct Cell;
    GenerationRequest requestFor(const ComparedSchedule &schedule, int steps, std::uint64_t seed) const;
    Status runSeed(Cell &cell, const GenerationRequest &request, const ProgressSink &progress);
    void addSettling(Cell &cell, const std::vector<Generator::BatchOutput> &rows,
                     const Generator::BatchMeasurement &measured) const;
    void compareWithFirst(ComparisonRow &row, std::vector<SourceStatistics> statistics);

    struct First {
        std::string schedule;
        std::vector<SourceStatistics> statistics;
    };
    Generator &m_generator;
    const ReferenceSet &m_references;
    ComparerSettings m_settings;
    std::map<int, First> m_first; ///< by sampling steps
};

} // namespace ard::cli
