// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/Denoiser.h"
#include "engine/model/Dropout.h"
#include "engine/model/RowDecoder.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <c10/core/GradMode.h>
#include <cmath>
#include <fmt/format.h>

namespace ard {
namespace {

using torch::Tensor;

/// [cos, sin] of t * 10000^(-i/half); reference timestep_embedding.
Tensor timeTable(const ModelConfig &config)
{
    const int64_t half = config.timeChannels / 2;
    const double scale = config.rescaleTimesteps ? 1000.0 / config.diffusionSteps : 1.0;
    const Tensor frequencies =
        at::exp(torch::arange(half, torch::kFloat) * (-std::log(10000.0) / static_cast<double>(half)));
    const Tensor times = torch::arange(config.diffusionSteps, torch::kFloat) * scale;
    const Tensor angles = times.unsqueeze(1) * frequencies.unsqueeze(0);
    Tensor table = at::cat({at::cos(angles), at::sin(angles)}, 1);
    return config.timeChannels % 2 ? at::constant_pad_nd(table, {0, 1}, 0) : table;
}

} // namespace

Tensor Denoiser::paddingBias(const Tensor &mask)
{
    const Tensor bias = torch::zeros(mask.sizes(), mask.options().dtype(torch::kFloat));
    return bias.masked_fill(mask.logical_not(), -1e30).unsqueeze(1).unsqueeze(1);
}

std::string Denoiser::blockName(int layer)
{
    return fmt::format("transformer_blocks.{}", layer);
}

EncodedSource EncodedSource::repeated(int64_t k) const
{
    if (k == 1)
        return *this;
    if (hidden.size(0) == 1 && hidden.is_cpu())
        return sharedBy(k);
    return select(at::arange(hidden.size(0), mask.options().dtype(torch::kInt64)).repeat_interleave(k));
}

EncodedSource EncodedSource::sharedBy(int64_t k) const
{
    const auto shared = [k](const Tensor &x) {
        std::vector<int64_t> sizes = x.sizes().vec();
        sizes.front() = k;
        return x.expand(sizes);
    };
    EncodedSource result;
    result.hidden = shared(hidden);
    result.mask = shared(mask);
    result.lengths = lengths.defined() ? shared(lengths) : lengths;
    std::transform(keys.begin(), keys.end(), std::back_inserter(result.keys), shared);
    std::transform(values.begin(), values.end(), std::back_inserter(result.values), shared);
    return result;
}

EncodedSource EncodedSource::select(const Tensor &rows) const
{
    EncodedSource result;
    result.hidden = hidden.index_select(0, rows);
    result.mask = mask.index_select(0, rows);
    result.lengths = lengths.defined() ? lengths.index_select(0, rows) : lengths;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        result.keys.push_back(keys[i].index_select(0, rows));
        result.values.push_back(values[i].index_select(0, rows));
    }
    return result;
}

Denoiser::Denoiser(ModelConfig config, Parameters parameters)
    : m_config(std::move(config)), m_parameters(std::move(parameters)), m_timeTable(timeTable(m_config))
{
}

void Denoiser::to(const torch::Device &device)
{
    m_prepared.clear();
    m_rows.reset();
    m_parameters.to(device);
    m_timeTable = m_timeTable.to(device);
}

Tensor Denoiser::biasOf(const std::string &layer) const
{
    const std::string name = layer + ".bias";
    return m_parameters.has(name) ? m_parameters[name] : Tensor();
}

Tensor Denoiser::linear(const Tensor &x, const std::string &name) const
{
    if (const auto ready = m_prepared.find(name); ready != m_prepared.end())
        return ops::linear(x, ready->second);
    return ops::linear(x, m_parameters[name + ".weight"], biasOf(name), m_precision);
}

/// Several linear layers of one input in one product: fewer, larger products run faster.
std::vector<Tensor> Denoiser::linears(const Tensor &x, const std::vector<std::string> &names) const
{
    if (const auto ready = m_prepared.find(names.front()); ready != m_prepared.end())
        return ops::linear(x, ready->second).split(m_config.width, -1);
    std::vector<Tensor> weights, biases;
    for (const std::string &name : names) {
        weights.push_back(m_parameters[name + ".weight"]);
        if (const Tensor bias = biasOf(name); bias.defined())
            biases.push_back(bias);
    }
    const Tensor y = ops::linear(x, at::cat(weights), biases.empty() ? Tensor() : at::cat(biases), m_precision);
    return y.split(m_config.width, -1);
}

std::vector<std::string> Denoiser::encoderAttentionLayers(int layer) const
{
    const std::string self = fmt::format("encoder.encoder.layer.{}.attention.self.", layer);
    return {self + "query", self + "key", self + "value"};
}

std::vector<std::string> Denoiser::selfAttentionLayers(const std::string &block)
{
    return {block + ".attn1.to_q", block + ".attn1.to_k", block + ".attn1.to_v"};
}

std::vector<std::string> Denoiser::sourceLayers(const std::string &block)
{
    return {block + ".attn2.to_k", block + ".attn2.to_v"};
}

Tensor Denoiser::norm(const Tensor &x, const std::string &name, double eps) const
{
    return at::layer_norm(x, {x.size(-1)}, m_parameters[name + ".weight"], m_parameters[name + ".bias"], eps);
}

Tensor Denoiser::heads(const Tensor &x) const
{
    return x.unflatten(-1, {m_config.heads, m_config.width / m_config.heads}).transpose(1, 2);
}

double Denoiser::scoreScale() const
{
    return 1.0 / std::sqrt(static_cast<double>(m_config.width / m_config.heads));
}

Tensor Denoiser::attend(const Tensor &q, const Tensor &k, const Tensor &v, const Tensor &keyBias,
                        DropoutSource *dropout, bool causal) const
{
    Tensor mask;
    if (dropout && m_config.attentionDropout > 0)
        mask = dropout->mask(q, {q.size(0), q.size(1), q.size(2), k.size(2)}, m_config.attentionDropout);
    return ops::attention(q, k, v, keyBias, mask, causal, m_precision);
}

Tensor Denoiser::encoderLayer(int layer, const Tensor &x, const Tensor &keyBias, DropoutSource *dropout) const
{
    const std::string name = fmt::format("encoder.encoder.layer.{}", layer);
    const auto drop = [&](const Tensor &y) { return dropout ? dropout->apply(y, m_config.dropout) : y; };
    const std::vector<Tensor> qkv = linears(x, encoderAttentionLayers(layer));
    Tensor y = attend(heads(qkv[0]), heads(qkv[1]), heads(qkv[2]), keyBias, dropout);
    y = norm(drop(linear(y, name + ".attention.output.dense")) + x, name + ".attention.output.LayerNorm",
             m_config.encoderNormEps);
    const Tensor inner = at::gelu(linear(y, name + ".intermediate.dense"));
    return norm(drop(linear(inner, name + ".output.dense")) + y, name + ".output.LayerNorm", m_config.encoderNormEps);
}

EncodedSource Denoiser::encode(const Tensor &ids, const Tensor &mask, DropoutSource *dropout) const
{
    const std::string embeddings = "encoder.embeddings.";
    Tensor x = ops::embedding(m_parameters[embeddings + "word_embeddings.weight"], ids);
    x = x + m_parameters[embeddings + "token_type_embeddings.weight"][0];
    x = x + m_parameters[embeddings + "position_embeddings.weight"].narrow(0, 0, ids.size(1));
    x = norm(x, embeddings + "LayerNorm", m_config.encoderNormEps);
    if (dropout)
        x = dropout->apply(x, m_config.dropout);
    EncodedSource source;
    source.mask = mask.to(torch::kBool);
    const Tensor keyBias = paddingBias(source.mask);
    for (int i = 0; i < m_config.encoderLayers; ++i)
        x = encoderLayer(i, x, keyBias, dropout);
    source.hidden = x;
    for (int i = 0; i < m_config.decoderLayers; ++i) {
        const std::vector<Tensor> kv = linears(x, sourceLayers(blockName(i)));
        source.keys.push_back(heads(kv[0]));
        source.values.push_back(heads(kv[1]));
    }
    return source;
}

Tensor Denoiser::timeMlp(const Tensor &timesteps, const std::string &prefix, DropoutSource *dropout) const
{
    Tensor x = at::embedding(m_timeTable, timesteps);
    // The reference drops channels of the time embedding only where it is a key (BasicTransformerBlock.forward).
    if (dropout && m_config.timeAttention)
        x = dropout->apply(x, m_config.dropout);
    return linear(at::silu(linear(x, prefix + "time_trans.0")), prefix + "time_trans.2");
}

Denoiser::SelfInputs Denoiser::selfInputs(const std::string &block, const Tensor &x, const Tensor &timesteps,
                                          DropoutSource *dropout) const
{
    const std::vector<Tensor> qkv = linears(x, selfAttentionLayers(block));
    return {heads(qkv[0]), heads(qkv[1]), heads(qkv[2]),
            m_config.timeAttention ? heads(timeMlp(timesteps, block + ".", dropout)) : Tensor()};
}

Denoiser::SelfKeys Denoiser::selfKeys(const std::string &block, const SelfInputs &inputs) const
{
    if (!m_config.timeAttention)
        return {inputs.k, {}};
    // (q_i + r_w) k_j + (q_i + r_r) tau_j = q_i (k_j + tau_j) + (r_w k_j + r_r tau_j): one product and one number a key.
    const Tensor rw = m_parameters[block + ".r_w_bias"].unsqueeze(1),
                 rr = m_parameters[block + ".r_r_bias"].unsqueeze(1);
    return {inputs.k + inputs.tau, (((inputs.k * rw).sum(-1) + (inputs.tau * rr).sum(-1)) * scoreScale()).unsqueeze(2)};
}

Tensor Denoiser::selfAttention(const std::string &block, const Tensor &x, const Tensor &timesteps,
                               const EncodedSource &source, DropoutSource *dropout) const
{
    const SelfInputs inputs = selfInputs(block, x, timesteps, dropout);
    SelfKeys keys = selfKeys(block, inputs);
    if (const Tensor padding = lengthBias(source, x.size(1)); padding.defined())
        keys.keyBias = keys.keyBias.defined() ? keys.keyBias + padding : padding;
    return linear(attend(inputs.q, keys.keys, inputs.v, keys.keyBias, dropout, m_config.autoregressive),
                  block + ".attn1.to_out.0");
}

Tensor Denoiser::crossAttention(int layer, const Tensor &x, const EncodedSource &source, const Tensor &sourceBias,
                                DropoutSource *dropout) const
{
    const std::string block = blockName(layer);
    const Tensor q = heads(linear(x, block + ".attn2.to_q"));
    return linear(attend(q, source.keys[layer], source.values[layer], sourceBias, dropout), block + ".attn2.to_out.0");
}

Tensor Denoiser::feedForward(const std::string &block, const Tensor &x, DropoutSource *dropout) const
{
    Tensor inner = ops::geglu(linear(x, block + ".ff.net.0.proj"));
    if (dropout)
        inner = dropout->apply(inner, m_config.dropout);
    return linear(inner, block + ".ff.net.2");
}

Tensor Denoiser::decoderInput(const Tensor &xt, const Tensor &timesteps, const EncodedSource &source,
                              const Tensor &selfCondition, DropoutSource *dropout, int64_t firstPosition) const
{
    Tensor x = xt;
    if (m_config.selfCondition)
        x = at::cat({selfCondition.defined() ? selfCondition : at::zeros_like(xt), xt}, -1);
    if (m_parameters.has("input_up_proj.0.weight"))
        x = linear(at::tanh(linear(x, "input_up_proj.0")), "input_up_proj.2");
    const Tensor positions = m_parameters["position_embeddings.weight"].narrow(0, firstPosition, xt.size(1));
    x = (m_config.lengthHead == LengthHead::None ? positions : lengthEmbedding(source, xt.size(1)) + positions) + x;
    if (!m_config.timeAttention)
        x = x + timeMlp(timesteps, "", dropout);
    x = norm(x, "LayerNorm", m_config.encoderNormEps);
    return dropout ? dropout->apply(x, m_config.dropout) : x;
}

Tensor Denoiser::decoderBlock(int layer, const Tensor &input, const BlockAttending &self, const BlockAttending &cross,
                              DropoutSource *dropout) const
{
    const auto drop = [&](const Tensor &y) { return dropout ? dropout->apply(y, m_config.dropout) : y; };
    const std::string block = blockName(layer);
    Tensor x = drop(self(norm(input, block + ".norm1", m_config.decoderNormEps))) + input;
    x = drop(cross(norm(x, block + ".norm2", m_config.decoderNormEps))) + x;
    return feedForward(block, norm(x, block + ".norm3", m_config.decoderNormEps), dropout) + x;
}

Tensor Denoiser::decoderBlocks(int layers, Tensor x, const Tensor &timesteps, const EncodedSource &source,
                               DropoutSource *dropout) const
{
    const Tensor sourceBias = paddingBias(source.mask);
    for (int i = 0; i < layers; ++i)
        x = decoderBlock(
            i, x, [&](const Tensor &y) { return selfAttention(blockName(i), y, timesteps, source, dropout); },
            [&](const Tensor &y) { return crossAttention(i, y, source, sourceBias, dropout); }, dropout);
    return x;
}

Tensor Denoiser::predict(const Tensor &xt, const Tensor &timesteps, const EncodedSource &source,
                         const Tensor &selfCondition, DropoutSource *dropout) const
{
    if (m_rows && !dropout && !c10::GradMode::is_enabled())
        return m_rows->predict(xt, timesteps, source, selfCondition);
    const Tensor x = decoderInput(xt, timesteps, source, selfCondition, dropout);
    return outputProjection(decoderBlocks(m_config.decoderLayers, x, timesteps, source, dropout));
}

Tensor Denoiser::outputProjection(const Tensor &x) const
{
    return m_parameters.has("output_down_proj.0.weight")
        ? linear(at::tanh(linear(x, "output_down_proj.0")), "output_down_proj.2")
        : x;
}

Tensor Denoiser::logits(const Tensor &x) const
{
    const Tensor features = m_config.headTransform
        ? norm(at::gelu(linear(x, "lm_transform.0")), "lm_transform.2", m_config.encoderNormEps)
        : x;
    if (const auto ready = m_prepared.find(kVocabularyHead); ready != m_prepared.end())
        return ops::linear(features, ready->second);
    return ops::linear(features, m_parameters["word_embedding.weight"], m_parameters["lm_head.bias"], m_precision);
}

Tensor Denoiser::embed(const Tensor &ids) const
{
    const Tensor x = ops::embedding(m_parameters["word_embedding.weight"], ids);
    return m_config.scaleEmbedding ? x * std::sqrt(static_cast<double>(m_config.embeddingWidth)) : x;
}

Tensor Denoiser::embeddingTable() const
{
    const Tensor &table = m_parameters["word_embedding.weight"];
    return m_config.scaleEmbedding ? table * std::sqrt(static_cast<double>(m_config.embeddingWidth)) : table;
}

} // namespace ard
