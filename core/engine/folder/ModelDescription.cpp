// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/folder/ModelDescription.h"

#include "protocol/ModelSummary.h"

namespace ard {

nlohmann::json describeModel(const ModelDescription &description, const ModelConfig &config, std::int64_t parameters)
{
    nlohmann::json json = modelConfigToJson(config);
    json["format"] = kModelFormat;
    json["name"] = description.name;
    json["task"] = description.task;
    json["languages"] = description.languages;
    json["licence"] = description.licence;
    json["credit"] = description.credit;
    json["hint"] = description.hint;
    json["examples"] = description.examples;
    json["default_sampling_steps"] = description.defaultSamplingSteps;
    json["tokenizer"] = description.tokenizer;
    json["training"] = description.training;
    json["quality"] = description.quality;
    json["parameters"] = parameters;
    return json;
}

} // namespace ard
