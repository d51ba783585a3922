// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GenerationOptions: the options that generate and evaluate share, and what they make: a loaded model and a request.
#include "base/Result.h"
#include "engine/Generator.h"
#include "protocol/ModelDefaults.h"
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace ard::cli {

struct GenerationOptions {
    std::string model;
    std::string device = "auto";
    GenerationRequest request; ///< without source
    GivenParameters given;     ///< "table" and "ruler" among them
    int batch = 64;
};

void addGenerationOptions(CLI::App &command, GenerationOptions &options);

/// Loads the model and completes the request from it: what takeModelDefaults names and was not given is the model's own. The progress line is shown on a terminal only.
/// wholeRun false: the options are of the rest of a run, of which they alone make no plan.
Result<std::unique_ptr<Generator>> loadModel(GenerationOptions &options, bool wholeRun = true);

/// "schedule" and its parameters, "ruler", every request parameter, "length", "model_calls" and what ran it.
nlohmann::ordered_json describeRun(const GenerationOptions &options, const Generator &generator);

} // namespace ard::cli
