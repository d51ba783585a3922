// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/Bench.h"

#include "engine/model/RowDecoder.h"
#include <ATen/ATen.h>
#include <algorithm>
#include <map>

namespace ard::bench {
namespace {

/// The bundled model for restaurant facts.
ModelConfig e2eConfig()
{
    ModelConfig config;
    config.vocabulary = 1500;
    config.embeddingWidth = config.timeChannels = 64;
    config.width = 256;
    config.heads = 4;
    config.encoderLayers = 2;
    config.decoderLayers = 4;
    config.encoderFeedForward = config.decoderFeedForward = 512;
    config.maxPositions = 96;
    config.length = 48;
    return config;
}

/// A task of the reference, with BERT's vocabulary: 6 + 6 layers, and a feed-forward layer four times as wide.
ModelConfig referenceConfig(int embeddingWidth, int width, int length, int positions)
{
    ModelConfig config;
    config.vocabulary = 30522;
    config.embeddingWidth = config.timeChannels = embeddingWidth;
    config.width = width;
    config.heads = 8;
    config.encoderFeedForward = config.decoderFeedForward = 4 * width;
    config.maxPositions = positions;
    config.length = length;
    return config;
}

} // namespace

Result<ModelConfig> configOfSize(const std::string &name)
{
    std::map<std::string, ModelConfig> sizes{{"e2e", e2eConfig()},
                                             {"e2e-wide", e2eConfig()},
                                             {"commongen", referenceConfig(64, 128, 54, 128)},
                                             {"xsum", referenceConfig(128, 512, 50, 512)}};
    sizes["e2e-wide"].encoderFeedForward = sizes["e2e-wide"].decoderFeedForward = 1024;
    const auto found = sizes.find(name);
    if (found == sizes.end())
        return fail(ErrorCode::InvalidArgument, "There is no such size, only e2e, e2e-wide, commongen and xsum");
    return found->second;
}

Denoiser Bench::placed(ModelConfig config, Parameters parameters, const torch::Device &where)
{
    Denoiser denoiser(std::move(config), std::move(parameters));
    denoiser.to(where);
    return denoiser;
}

Bench::Bench(ModelConfig config, Parameters parameters, NoiseSchedule schedule, const torch::Device &where)
    : plain(placed(std::move(config), std::move(parameters), where)), denoiser(plain), words(denoiser),
      noiseSchedule(std::move(schedule)), device(where)
{
    denoiser.prepareForInference();
    denoiser.prepareRows();
    const int64_t length = std::min<int64_t>(40, denoiser.config().maxPositions);
    ids = at::arange(length, torch::kInt64).remainder(denoiser.config().vocabulary).unsqueeze(0).to(device);
    source = denoiser.encode(ids, at::ones_like(ids));
}

double Bench::products(int batch) const
{
    const RowDecoder *rows = denoiser.rows();
    return rows ? double(rows->productsPerPosition()) * denoiser.config().length * batch : 0;
}

double Bench::generationProducts(int batch, int calls) const
{
    const ModelConfig &config = denoiser.config();
    const double clamping = double(config.vocabulary) * config.embeddingWidth * config.length * batch;
    return denoiser.rows() ? calls * (products(batch) + clamping) : 0;
}

void Bench::await(const torch::Tensor &result)
{
    result.flatten()[0].to(torch::kFloat).item<float>();
}

} // namespace ard::bench
