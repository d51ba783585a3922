// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TrainCheckpoint: all that a training run needs to go on exactly: weights, moments, average, step, losses. One safetensors
// file, replaced atomically. Every random draw is a function of (seed, step), so there is no generator state to keep.
#include "engine/train/LossHistory.h"
#include "engine/train/LossSums.h"
#include "engine/train/Optimizer.h"
#include <filesystem>
#include <nlohmann/json.hpp>

namespace ard {

struct TrainState {
    int64_t step = 0;       ///< steps done
    double seconds = 0;     ///< spent in training so far
    int64_t tokens = 0;     ///< positions computed so far
    LossSums sums;          ///< since the last row of the log
    double sumsSeconds = 0; ///< wall time that the sums cover
    LossHistory history;    ///< of the loss-aware draw
    nlohmann::json learned; ///< of the learned timestep schedule (LearnedDraw); null without
};

Status saveCheckpoint(const std::filesystem::path &path, const Parameters &weights, Optimizer &optimizer,
                      const TrainState &state, const TrainConfig &config);
/// Fills weights and optimizer in place. Error, and nothing changed, when the file does not fit the configuration.
Result<TrainState> loadCheckpoint(const std::filesystem::path &path, Parameters &weights, Optimizer &optimizer,
                                  const TrainConfig &config);

} // namespace ard
