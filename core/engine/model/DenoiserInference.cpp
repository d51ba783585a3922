// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What inference computes once of weights that do not change any more.
#include "engine/model/Denoiser.h"
#include "engine/model/RowDecoder.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <string_view>

namespace ard {
namespace {

using torch::Tensor;

/// The layer that multiplies with this weight by itself; empty for tables, which are looked up, and for layers that are
/// joined with others.
std::string linearLayerOf(std::string_view parameter)
{
    constexpr std::string_view ending = ".weight";
    if (!parameter.ends_with(ending) || parameter.find("embedding") != parameter.npos)
        return {};
    const std::string_view layer = parameter.substr(0, parameter.size() - ending.size());
    const bool joined = layer.find(".attention.self.") != layer.npos || layer.ends_with(".attn1.to_q") ||
        layer.ends_with("to_k") || layer.ends_with("to_v");
    return joined ? std::string() : std::string(layer);
}

} // namespace

void Denoiser::prepareForInference()
{
    const c10::NoGradGuard noGradients;
    m_prepared.clear();
    for (int i = 0; i < m_config.encoderLayers; ++i)
        prepareJoined(encoderAttentionLayers(i));
    for (int i = 0; i < m_config.decoderLayers; ++i) {
        prepareJoined(selfAttentionLayers(blockName(i)));
        prepareJoined(sourceLayers(blockName(i)));
    }
    if (m_precision != MatmulPrecision::BFloat16)
        return;
    for (const std::string &name : m_parameters.names())
        if (const std::string layer = linearLayerOf(name); !layer.empty() && m_parameters[name].dim() == 2)
            m_prepared.try_emplace(layer, ops::preparedWeights(m_parameters[name], biasOf(layer), m_precision));
    m_prepared[kVocabularyHead] =
        ops::preparedWeights(m_parameters["word_embedding.weight"], m_parameters["lm_head.bias"], m_precision);
}

void Denoiser::prepareRows()
{
    const c10::NoGradGuard noGradients;
    if (m_timeTable.is_cpu() && m_precision == MatmulPrecision::Float32 && !m_config.autoregressive)
        m_rows = std::make_shared<const RowDecoder>(m_config, m_parameters, m_timeTable);
}

void Denoiser::prepareJoined(const std::vector<std::string> &layers)
{
    std::vector<Tensor> weights, biases;
    for (const std::string &layer : layers) {
        weights.push_back(m_parameters[layer + ".weight"]);
        if (const Tensor bias = biasOf(layer); bias.defined())
            biases.push_back(bias);
    }
    const Tensor joined = at::cat(weights);
    int64_t row = 0;
    for (const std::string &layer : layers) { // the parameters become parts of it: nothing is held twice
        Tensor &weight = m_parameters[layer + ".weight"];
        const int64_t rows = weight.size(0);
        weight = joined.narrow(0, row, rows);
        row += rows;
    }
    m_prepared[layers.front()] = ops::preparedWeights(joined, biases.empty() ? Tensor() : at::cat(biases), m_precision);
}

} // namespace ard
