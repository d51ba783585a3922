// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TrainConfig: everything that decides a training run, as the JSON file of `ardiff train --config` says it. No torch.
#include "engine/model/ModelConfig.h"
#include "text/PreparedData.h"
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace ard {

/// Autoregressive: cross-entropy of every word given the words before it; always and only that of an autoregressive decoder.
enum class Objective { Paper, Anchored, Autoregressive };

constexpr int kMaxTrainSteps = 1'000'000'000;

/// How the timesteps of a training sentence are drawn; the weights need not sum to one.
struct DrawConfig {
    double arDiffusion = 1; ///< the paper's: a sentence step of the ar-diffusion timestep schedule
    double uniform = 0;     ///< one timestep for all positions
    double independent = 0; ///< every position its own
    double learned =
        0; ///< a sentence step of the learned timestep schedule (LossSurface.h), which is learned on the way
    int learnedEvery = 200;    ///< steps between two estimates of it
    double lastStepsShare = 0; ///< of the ar-diffusion draws: share drawn from the last N sentence steps only
    double anchorScale = 2.0;
    double lossAware = 0; ///< 0..1: how far draws of one sentence step a sentence follow the losses (LossHistory.h)
};

struct TrainConfig {
    ModelConfig
        model; ///< vocabulary, PAD id and longest positions come from the prepared data where the file leaves them out
    nlohmann::json card = nlohmann::json::object(); ///< name, task, licence, hint, examples: copied to model.json
    Objective objective = Objective::Anchored;
    double embeddingScale = 0.5; ///< anchored: norm of every embedding / sqrt(E)
    double padWeight = 1.0; ///< weight of a PAD position in the loss; a model with a length head has no such positions
    double lengthWeight =
        0.1; ///< length head: weight of its cross-entropy, a mean over sentences (reference: length_factor)
    double selfConditionShare =
        0.5; ///< share of steps whose first prediction is the self-condition (if the model has it)
    double unrollShare =
        0; ///< anchored: share of steps that start from the model's own sampling step (ours; TrainingStep.h)
    double unrollJump = 0.1; ///< the longest of those sampling steps, as a share of all sentence steps
    std::string unrollClamp =
        "nearest"; ///< what their prediction becomes, a ClampMode besides none: as the model is to be sampled
    DrawConfig draw;
    int batch = 64;
    int accumulation = 1;      ///< batches whose gradients make one step: a larger batch in the memory of a small one
    double labelSmoothing = 0; ///< anchored, autoregressive: share of the target that is spread over the vocabulary
    int steps = 10000;
    double learningRate = 1e-3;
    int warmup = 300;
    std::string decay =
        "cosine"; ///< "cosine" from the warm-up to the last step, "linear" over the last decaySteps, "none"
    int decaySteps = 0;
    double finalLearningRate = 0.02; ///< as a factor
    double weightDecay = 0.01, beta1 = 0.9, beta2 = 0.98, epsilon = 1e-8;
    double gradientNorm = 1.0; ///< clipped to this norm; 0: never
    double ema = 0.999;
    std::uint64_t seed = 1;
    double fullLengthShare =
        1.0; ///< share of batches with all N positions; the others leave out trailing positions that are all PAD (always with a length head)
    std::string precision = "auto"; ///< of matrix products: auto, float32, bfloat16
    double checkpointMinutes = 5;
    int logEvery = 50;
};

/// Reads and checks the file's keys; unknown keys are errors, so that a typing mistake is not a silent default. What the file
/// leaves out of the architecture comes from the prepared data.
const char *nameOf(Objective objective);
/// decoder: "" as the file says, or "autoregressive": the twin of the file's model, of the same size.
Result<TrainConfig> readTrainConfig(const std::filesystem::path &path, const PreparedInfo &data,
                                    const std::string &decoder = "");
Result<TrainConfig> trainConfigFromJson(const nlohmann::json &json);
nlohmann::json trainConfigToJson(const TrainConfig &config);
/// Learning rate of step 0, 1, ..
double learningRateAt(const TrainConfig &config, int64_t step);

} // namespace ard
