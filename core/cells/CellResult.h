// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CellResult: what one cell of a comparison wrote and what it cost, before it is scored. Pure values, thread-safe.
#include "metrics/ComparisonTable.h"
#include "trace/RunRecord.h"

namespace ard {

struct CellResult {
    struct Texts {
        std::vector<std::string> outputs;                 ///< [sources] the chosen ones
        std::vector<std::vector<std::string>> candidates; ///< [sources][k]; empty where k is 1
    };
    std::vector<Texts> seeds;
    std::int64_t modelCalls = 0; ///< of one source with one seed, all candidates together, mean
    double seconds = 0;          ///< of one source with one seed, all candidates, without measuring
    MeanOf tauByWord, tauBySchedule;
    std::optional<double> settledAfter; ///< as in ComparisonRow
};

/// Sums over the outputs of all seeds and sources, of which the means of a cell are made.
class CellSums {
public:
    /// One candidate's output; settling: nullptr where it is not measured.
    void add(const CandidateOutput &output, const Settling *settling, std::int32_t padId);
    /// Model calls that are no candidate's own.
    void addCalls(int calls) { m_modelCalls += calls; }
    void addSeconds(double seconds) { m_seconds += seconds; }
    /// runs: seeds times sources, at least 1. The texts stay.
    void fill(CellResult &result, double runs) const;

private:
    std::vector<std::optional<double>> m_tauByWord, m_tauBySchedule;
    double m_settledAfter = 0, m_modelCalls = 0, m_seconds = 0;
    std::int64_t m_words = 0;
};

/// The cell of one source with a seed a run, of one candidate each. Precondition: at least one run; all are complete.
CellResult cellOfRuns(const std::vector<const RunRecord *> &runs);

} // namespace ard
