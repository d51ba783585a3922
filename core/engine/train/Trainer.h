// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Trainer: one training run in a folder: checkpoint.safetensors, log.csv and, after every checkpoint, model/ (the averaged weights as
// a model folder). Runs on the calling thread until it is done or told to stop; holds out/train.lock meanwhile, so that a
// second training of the same folder is refused. Stopped and resumed it leaves what an uninterrupted run leaves, log.csv
// included but for its times. No torch in this header.
#include "engine/train/TrainConfig.h"
#include <atomic>
#include <limits>

namespace ard {

struct TrainOptions {
    std::filesystem::path data; ///< folder that `ardiff prepare` wrote
    std::filesystem::path out;
    bool resume = false; ///< go on from out/checkpoint.safetensors; without it an existing checkpoint is refused
    std::filesystem::path
        initial; ///< model folder to start from where the networks are alike; empty: fresh weights. Not with resume
    double minutes = 0;   ///< wall time of this part; 0: no limit
    int64_t maxSteps = 0; ///< steps of this part; 0: no limit but the configuration's
    std::string device = "auto";
    const std::atomic<bool> *stop = nullptr; ///< saves and ends after the current step
    std::string command;                     ///< as typed, for the model card
};

struct TrainSummary {
    int64_t steps = 0;
    double seconds = 0;
    /// Mean of the steps since the last row of the log before the end; NaN where no step was made.
    double loss = std::numeric_limits<double>::quiet_NaN();
    bool stopped = false; ///< before the last step: by the clock or by stop
};

Result<TrainSummary> train(const TrainConfig &config, const TrainOptions &options);

} // namespace ard
