// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "folder/ModelDescription.h"

#include "folder/ModelSummary.h"

namespace ard {

nlohmann::json describeModel(const ModelDescription &description, nlohmann::json configuration, std::int64_t parameters)
{
    nlohmann::json json = std::move(configuration);
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
