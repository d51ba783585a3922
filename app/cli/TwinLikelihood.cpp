// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TwinLikelihood.h"
#include "ProgressLine.h"
#include "engine/Generator.h"

namespace ard::cli {

Result<Likelihood> likelihoodBy(const std::string &twin)
{
    ProgressLine line;
    ARD_ASSIGN(std::shared_ptr<Generator> generator, Generator::load(twin, "auto", line.sink()));
    return [generator](const std::vector<std::string> &sources, const std::vector<std::string> &outputs) {
        constexpr int batch = 64;
        ProgressLine progress;
        return generator->logProbabilities(sources, outputs, batch, progress.sink());
    };
}

} // namespace ard::cli
