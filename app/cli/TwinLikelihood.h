// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TwinLikelihood: how likely an autoregressive model finds outputs, for --twin.
#include "metrics/MetricsReport.h"

namespace ard::cli {

/// twin: its folder. A LoadLikelihood (MetricOptions.h).
Result<Likelihood> likelihoodBy(const std::string &twin);

} // namespace ard::cli
