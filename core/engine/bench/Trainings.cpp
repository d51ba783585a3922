// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/Bench.h"

#include "engine/train/Optimizer.h"
#include "engine/train/TrainingStep.h"
#include <c10/core/GradMode.h>
#include <fmt/format.h>
#include <stdexcept>

namespace ard::bench {
namespace {

constexpr int kTrainingBatch = 64;

/// Sentences as long as they can be, of words that follow from their place.
TokenBatch fullBatch(const ModelConfig &model, int size, int64_t sourceLength)
{
    TokenBatch batch;
    batch.size = size;
    batch.sourceLength = static_cast<int>(sourceLength);
    batch.targetLength = model.length;
    for (int64_t i = 0; i < size * sourceLength; ++i)
        batch.source.push_back(i % model.vocabulary);
    for (int64_t i = 0; i < int64_t(size) * batch.targetLength; ++i)
        batch.target.push_back(i * 7 % model.vocabulary);
    batch.sourceMask.assign(batch.source.size(), 1);
    batch.targetLengths.assign(static_cast<std::size_t>(size), batch.targetLength);
    batch.tokens = static_cast<int64_t>(batch.source.size() + batch.target.size());
    return batch;
}

struct Training {
    Training(const Bench &bench, const TrainConfig &config, TrainingStep made)
        : denoiser(Bench::placed(config.model, initialParameters(config.model, 1), bench.device)),
          optimizer(denoiser.parameters(), config), step(std::move(made)),
          batch(fullBatch(config.model, config.batch, bench.ids.size(1)))
    {
        denoiser.parameters().requireGradients(true);
    }
    Denoiser denoiser;
    Optimizer optimizer;
    TrainingStep step;
    TokenBatch batch;
    LossSums sums;
    int64_t index = 0;
};

/// Forwards, and twice as many backwards, of the linear layers; 0 where they are not counted.
double productsOf(const Bench &bench, const TokenBatch &batch)
{
    const ModelConfig &model = bench.plain.config();
    const double width = model.width, channels = model.timeChannels;
    const double encoder = model.encoderLayers * width * (4 * width + 2.0 * model.encoderFeedForward),
                 memory = model.decoderLayers * 2 * width * width,
                 time = (model.timeAttention ? model.decoderLayers : 1) * width * (channels + width),
                 words = double(model.vocabulary) * model.embeddingWidth;
    const double sources = double(batch.source.size()) * (encoder + memory),
                 targets = double(batch.target.size()) * (time + words);
    return bench.products(1) > 0 ? 3 * (sources + targets + bench.products(batch.size)) : 0;
}

/// One step of a training of such a network: forwards, backwards and the optimizer.
Timing trainingStep(const Bench &bench, int batch)
{
    TrainConfig config;
    config.model = bench.plain.config();
    config.objective = config.model.autoregressive ? Objective::Autoregressive : Objective::Anchored;
    config.batch = batch;
    auto step = TrainingStep::make(config, bench.device);
    if (!step)
        throw std::runtime_error(step.error().message);
    const auto training = std::make_shared<Training>(bench, config, std::move(*step));
    return {fmt::format("training step, batch {}", batch),
            [training] {
                const c10::AutoGradMode gradients(true);
                training->step.run(training->denoiser, training->batch, training->index, training->sums);
                training->optimizer.step(training->index++, 1e-4);
            },
            double(training->batch.tokens), "tokens/s", productsOf(bench, training->batch)};
}

} // namespace

Timings trainingTimings(const Bench &bench)
{
    Timing all = trainingStep(bench, kTrainingBatch), one = all;
    one.name += ", one thread";
    one.threads = 1;
    one.unit = "times all threads";
    one.against = all.name;
    return {std::move(all), std::move(one)};
}

} // namespace ard::bench
