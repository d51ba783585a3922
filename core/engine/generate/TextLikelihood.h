// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TextLikelihood: how likely an autoregressive model finds texts that somebody else has written.
#include "engine/generate/LoadedModel.h"

namespace ard {

/// See Generator::logProbabilities.
Result<std::vector<double>> textLogProbabilities(const LoadedModel &model, const std::vector<std::string> &sources,
                                                 const std::vector<std::string> &texts, int batchSize,
                                                 const ProgressSink &progress);

} // namespace ard
