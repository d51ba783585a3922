// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ModelDescription: the writer of model.json: what it says, and the JSON that it makes. The reader is ModelSummary.h.
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace ard {

/// What model.json says besides architecture, diffusion, tokenizer and the number of parameters.
struct ModelDescription {
    std::string name, task, languages, licence, credit, hint;
    std::vector<std::string> examples;
    int defaultSamplingSteps = 20;
    nlohmann::json tokenizer = {{"kind", "sentencepiece"}, {"lower", false}};
    nlohmann::json training =
        nlohmann::json::object(); ///< "timestep_schedules", "anchor_scale" and whatever the trainer adds
    nlohmann::json quality = nlohmann::json::object(); ///< measured: data set, settings, scores
};

/// The model.json that these make. configuration: its objects "architecture" and "diffusion" (engine/model/ModelConfig.h).
nlohmann::json describeModel(const ModelDescription &description, nlohmann::json configuration,
                             std::int64_t parameters);

} // namespace ard
