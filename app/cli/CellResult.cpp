// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CellResult.h"

#include "metrics/KendallTau.h"
#include <cmath>

namespace ard::cli {

namespace {

/// Sums over the outputs of all seeds.
struct Sums {
    std::vector<std::optional<double>> tauByWord, tauBySchedule;
    double settledAfter = 0, modelCalls = 0, seconds = 0;
    std::int64_t words = 0;
};

void addSettling(Sums &sums, const CandidateOutput &output, const Settling &settling, std::int32_t padId)
{
    const auto &words = output.tokens;
    sums.tauByWord.push_back(settleOrder(settling.byWord, words, padId));
    sums.tauBySchedule.push_back(settleOrder(settling.bySchedule, words, padId));
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (words[n] == padId)
            continue;
        sums.settledAfter += static_cast<double>(settling.byWord.at(n)) / output.modelCalls;
        ++sums.words;
    }
}

void addRows(Sums &sums, const std::vector<Generator::BatchOutput> &rows, const Generator::BatchMeasurement &measured,
             bool settles)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t c = 0; c < rows[i].outputs.size(); ++c) {
            sums.modelCalls += rows[i].outputs[c].modelCalls;
            if (settles)
                addSettling(sums, rows[i].outputs[c], measured.settling.at(i).at(c), measured.padId);
        }
    }
    sums.seconds += measured.seconds;
}

} // namespace

Result<CellResult> runCell(Generator &generator, const std::vector<std::string> &sources, const CellRequest &cell,
                           const ProgressSink &progress)
{
    CellResult result;
    Sums sums;
    const auto seeds = static_cast<double>(cell.seeds.size());
    for (std::size_t i = 0; i < cell.seeds.size(); ++i) {
        GenerationRequest request = cell.request;
        request.seed = cell.seeds[i];
        const auto part = [&](const std::string &stage, double fraction) {
            progress(stage, (static_cast<double>(i) + std::max(0.0, fraction)) / seeds);
        };
        Generator::BatchMeasurement measured;
        ARD_ASSIGN(auto rows, generator.generateMany(sources, request, cell.batch, part, &measured));
        applyRisk({cell.risk, {}, false, nullptr}, sources, rows);
        result.seeds.push_back({chosenTexts(rows), candidateTexts(rows)});
        addRows(sums, rows, measured, cell.settles);
    }
    const double runs = seeds * static_cast<double>(sources.size());
    result.modelCalls = std::llround(sums.modelCalls / runs);
    result.seconds = sums.seconds / runs;
    result.tauByWord = meanOf(sums.tauByWord);
    result.tauBySchedule = meanOf(sums.tauBySchedule);
    if (sums.words > 0)
        result.settledAfter = sums.settledAfter / static_cast<double>(sums.words);
    return result;
}

} // namespace ard::cli
