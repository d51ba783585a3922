// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TrainedModel: the model.json that a training writes beside its averaged weights.
#include "engine/train/TrainCheckpoint.h"
#include "engine/train/Trainer.h"
#include "text/PreparedData.h"

namespace ard {

/// learnedTimesteps: the rows of the learned timestep schedule, null for a training without one.
nlohmann::json trainedModelJson(const TrainConfig &config, const TrainOptions &options, const PreparedData &data,
                                const TrainState &state, std::int64_t parameters,
                                const nlohmann::json &learnedTimesteps);

} // namespace ard
