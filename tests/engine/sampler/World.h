// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// World: a small network with random weights, its word search and a plan, for tests of sampling.
#include "engine/Device.h"
#include "engine/Runtime.h"
#include "engine/sample/Sampler.h"
#include "support/TestDevice.h"
#include <ATen/ATen.h>

namespace ard::test {

inline ModelConfig smallConfig(int vocabulary = 31, bool selfCondition = false)
{
    ModelConfig config;
    config.vocabulary = vocabulary;
    config.embeddingWidth = config.timeChannels = 6;
    config.width = 16;
    config.heads = 2;
    config.encoderLayers = 1;
    config.decoderLayers = 2;
    config.encoderFeedForward = config.decoderFeedForward = 32;
    config.maxPositions = 16;
    config.length = 7;
    config.diffusionSteps = 50;
    config.selfCondition = selfCondition;
    return config;
}

/// A network with random weights, its word search and plan.
struct World {
    explicit World(ModelConfig modelConfig = smallConfig(), int calls = 6)
        : config(modelConfig), denoiser(placed(config)), words(denoiser),
          noise(*makeNoiseSchedule("sqrt", config.diffusionSteps))
    {
        initialiseRuntime();
        options.plan = *makeSamplingPlan({"ar-diffusion", config.length, config.diffusionSteps, 2.0}, calls);
    }
    static torch::Device device() { return *resolveDevice(testDevice()); }
    static Denoiser placed(const ModelConfig &config)
    {
        Denoiser denoiser(config, initialParameters(config, 5));
        denoiser.to(device());
        return denoiser;
    }
    EncodedSource source(int64_t batch = 1) const
    {
        const torch::Tensor ids =
            at::arange(4 * batch, torch::kInt64).remainder(config.vocabulary).reshape({batch, 4}).to(device());
        return denoiser.encode(ids, at::ones_like(ids) > 0);
    }
    SamplingResult run(const EncodedSource &encoded, const std::vector<std::uint64_t> &seeds,
                       const SamplingObserver &observer = {}) const
    {
        PhiloxNoise philox(seeds, config.length, config.embeddingWidth, device());
        return Sampler(denoiser, words, noise, options).run(encoded, philox, observer);
    }

    ModelConfig config;
    Denoiser denoiser;
    WordSearch words;
    NoiseSchedule noise;
    SamplingOptions options;
};

inline double largest(const torch::Tensor &a, const torch::Tensor &b)
{
    return (a - b).abs().max().item<double>();
}

} // namespace ard::test
