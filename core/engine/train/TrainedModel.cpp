// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/TrainedModel.h"

#include "engine/train/LossSurface.h"
#include "folder/ModelDescription.h"

namespace ard {
namespace {

nlohmann::json drawnSchedules(const TrainConfig &config)
{
    if (config.objective == Objective::Autoregressive)
        return {"autoregressive"};
    nlohmann::json names = nlohmann::json::array();
    if (config.draw.arDiffusion > 0)
        names.push_back("ar-diffusion");
    if (config.draw.uniform > 0)
        names.push_back("uniform");
    if (config.draw.learned > 0)
        names.push_back("learned");
    if (config.draw.independent > 0)
        names.push_back("independent");
    return names;
}

} // namespace

nlohmann::json trainedModelJson(const TrainConfig &config, const TrainOptions &options, const PreparedData &data,
                                const TrainState &state, std::int64_t parameters,
                                const nlohmann::json &learnedTimesteps)
{
    ModelDescription description;
    description.name = std::filesystem::absolute(options.out).lexically_normal().filename().string();
    description.tokenizer["lower"] = data.info().lower;
    description.training = {{"timestep_schedules", drawnSchedules(config)},
                            {"anchor_scale", config.draw.anchorScale},
                            {"steps", state.step},
                            {"seconds", state.seconds},
                            {"tokens", state.tokens},
                            {"pairs", data.size()},
                            {"command", options.command},
                            {"configuration", trainConfigToJson(config)}};
    nlohmann::json json = describeModel(description, modelConfigToJson(config.model), parameters);
    if (!learnedTimesteps.is_null())
        json["learned_timesteps"] = {{"levels", LossSurface::kLevels}, {"timesteps", learnedTimesteps}};
    for (const auto &[key, value] : config.card.items())
        json[key] = value;
    if (config.objective == Objective::Autoregressive)
        json["default_sampling_steps"] = config.model.length; // one call a word
    return json;
}

} // namespace ard
