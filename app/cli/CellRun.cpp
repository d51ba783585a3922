// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CellStore.h"

namespace ard::cli {

namespace {

void addRows(CellSums &sums, const std::vector<Generator::BatchOutput> &rows,
             const Generator::BatchMeasurement &measured, bool settles)
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t c = 0; c < rows[i].outputs.size(); ++c)
            sums.add(rows[i].outputs[c], settles ? &measured.settling.at(i).at(c) : nullptr, measured.padId);
    sums.addSeconds(measured.seconds);
}

} // namespace

Result<CellResult> runCell(Generator &generator, const std::vector<std::string> &sources, const CellRequest &cell,
                           const ProgressSink &progress)
{
    CellResult result;
    CellSums sums;
    const auto seeds = static_cast<double>(cell.seeds.size());
    for (std::size_t i = 0; i < cell.seeds.size(); ++i) {
        GenerationRequest request = cell.request;
        request.seed = cell.seeds[i];
        const auto part = [&](const std::string &stage, double fraction) {
            progress(stage, (static_cast<double>(i) + std::max(0.0, fraction)) / seeds);
        };
        Generator::BatchMeasurement measured;
        ARD_ASSIGN(auto rows, generator.generateMany(sources, request, cell.batch, part, &measured));
        applyRisk({cell.risk, {}, false, nullptr}, request.choose, sources, rows);
        result.seeds.push_back({chosenTexts(rows), candidateTexts(rows)});
        addRows(sums, rows, measured, cell.settles);
        sums.addCalls(judgingCalls(request) * request.candidates * static_cast<int>(rows.size()));
    }
    sums.fill(result, seeds * static_cast<double>(sources.size()));
    return result;
}

} // namespace ard::cli
