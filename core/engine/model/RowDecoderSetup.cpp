// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What RowDecoder makes of a network once.
#include "engine/kernels/Rows.h"
#include "engine/model/RowDecoder.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace ard {

using kernels::PackedMatrix;
using torch::Tensor;

namespace {

constexpr int64_t kTimes = 96; ///< timesteps that are computed together

std::vector<float> numbersOf(const Tensor &tensor)
{
    const Tensor whole = tensor.detach().to(torch::kCPU, torch::kFloat).contiguous();
    const float *data = whole.data_ptr<float>();
    return {data, data + whole.numel()};
}

PackedMatrix packed(const Parameters &parameters, const std::vector<std::string> &layers)
{
    std::vector<float> weights, biases;
    int64_t depth = 0;
    for (const std::string &layer : layers) {
        const Tensor &weight = parameters[layer + ".weight"];
        depth = weight.size(1);
        const std::vector<float> numbers = numbersOf(weight);
        weights.insert(weights.end(), numbers.begin(), numbers.end());
        if (parameters.has(layer + ".bias")) {
            const std::vector<float> bias = numbersOf(parameters[layer + ".bias"]);
            biases.insert(biases.end(), bias.begin(), bias.end());
        }
    }
    return {weights.data(), biases.empty() ? nullptr : biases.data(), static_cast<int64_t>(weights.size()) / depth,
            depth};
}

} // namespace

RowDecoder::Norm RowDecoder::normOf(const Parameters &parameters, const std::string &name, double eps) const
{
    return {numbersOf(parameters[name + ".weight"]), numbersOf(parameters[name + ".bias"]), static_cast<float>(eps)};
}

RowDecoder::TimeKeys RowDecoder::timeKeysOf(const Parameters &parameters, const std::string &prefix,
                                            const Tensor &timeTable) const
{
    const PackedMatrix first = packed(parameters, {prefix + "time_trans.0"}),
                       second = packed(parameters, {prefix + "time_trans.2"});
    const std::vector<float> times = numbersOf(timeTable);
    const int64_t steps = timeTable.size(0);
    TimeKeys keys;
    keys.tau.resize(static_cast<std::size_t>(steps * m_width));
    std::vector<float> inner(static_cast<std::size_t>(kTimes * first.columns()));
    for (int64_t t = 0; t < steps; t += kTimes) {
        const int64_t rows = std::min(kTimes, steps - t);
        kernels::multiply(first, {times.data() + t * first.depth(), first.depth()}, rows,
                          {inner.data(), first.columns()});
        kernels::siluOf(inner.data(), rows * first.columns());
        kernels::multiply(second, {inner.data(), first.columns()}, rows, {keys.tau.data() + t * m_width, m_width});
    }
    return keys;
}

RowDecoder::Block RowDecoder::blockOf(const Parameters &parameters, int layer, const Tensor &timeTable) const
{
    const std::string name = fmt::format("transformer_blocks.{}", layer);
    Block block;
    block.selfNorm = normOf(parameters, name + ".norm1", m_config.decoderNormEps);
    block.crossNorm = normOf(parameters, name + ".norm2", m_config.decoderNormEps);
    block.feedNorm = normOf(parameters, name + ".norm3", m_config.decoderNormEps);
    block.queriesKeysValues = packed(parameters, {name + ".attn1.to_q", name + ".attn1.to_k", name + ".attn1.to_v"});
    block.selfOut = packed(parameters, {name + ".attn1.to_out.0"});
    block.crossQueries = packed(parameters, {name + ".attn2.to_q"});
    block.crossOut = packed(parameters, {name + ".attn2.to_out.0"});
    block.feedIn = packed(parameters, {name + ".ff.net.0.proj"});
    block.feedOut = packed(parameters, {name + ".ff.net.2"});
    if (!m_config.timeAttention)
        return block;
    block.time = timeKeysOf(parameters, name + ".", timeTable);
    block.keyWeight = numbersOf(parameters[name + ".r_w_bias"] * m_scale);
    const std::vector<float> timeWeight = numbersOf(parameters[name + ".r_r_bias"] * m_scale);
    const int64_t heads = m_config.heads;
    for (int64_t t = 0; t < timeTable.size(0); ++t)
        for (int64_t h = 0; h < heads; ++h)
            block.time.score.push_back(kernels::dot(block.time.tau.data() + t * m_width + h * m_headWidth,
                                                    timeWeight.data() + h * m_headWidth, m_headWidth));
    return block;
}

RowDecoder::RowDecoder(const ModelConfig &config, const Parameters &parameters, const Tensor &timeTable)
    : m_config(config), m_width(config.width), m_headWidth(config.width / config.heads),
      m_inputWidth(config.embeddingWidth * (config.selfCondition ? 2 : 1)),
      m_scale(static_cast<float>(1.0 / std::sqrt(static_cast<double>(m_headWidth)))),
      m_inputNorm(normOf(parameters, "LayerNorm", config.encoderNormEps)),
      m_positions(numbersOf(parameters["position_embeddings.weight"]))
{
    if (parameters.has("input_up_proj.0.weight")) {
        m_up0 = packed(parameters, {"input_up_proj.0"});
        m_up2 = packed(parameters, {"input_up_proj.2"});
    }
    if (parameters.has("output_down_proj.0.weight")) {
        m_down0 = packed(parameters, {"output_down_proj.0"});
        m_down2 = packed(parameters, {"output_down_proj.2"});
    }
    if (config.lengthHead != LengthHead::None)
        m_lengths = numbersOf(parameters["length_embedding.weight"]);
    if (!config.timeAttention)
        m_inputTime = timeKeysOf(parameters, "", timeTable);
    for (int layer = 0; layer < config.decoderLayers; ++layer)
        m_blocks.push_back(blockOf(parameters, layer, timeTable));
}

int64_t RowDecoder::productsPerPosition() const
{
    int64_t products = 0;
    const auto add = [&](const Matrix &matrix) { products += matrix.columns() * matrix.depth(); };
    for (const Matrix *matrix : {&m_up0, &m_up2, &m_down0, &m_down2})
        add(*matrix);
    for (const Block &block : m_blocks)
        for (const Matrix *matrix : {&block.queriesKeysValues, &block.selfOut, &block.crossQueries, &block.crossOut,
                                     &block.feedIn, &block.feedOut})
            add(*matrix);
    return products;
}

} // namespace ard
