// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/ParameterShapes.h"

#include <fmt/format.h>

namespace ard {
namespace {

using Shapes = std::vector<std::pair<std::string, std::vector<int64_t>>>;

class ShapeList {
public:
    Shapes shapes;
    void linear(const std::string &name, int64_t out, int64_t in, bool bias = true)
    {
        shapes.push_back({name + ".weight", {out, in}});
        if (bias)
            shapes.push_back({name + ".bias", {out}});
    }
    void norm(const std::string &name, int64_t width)
    {
        shapes.push_back({name + ".weight", {width}});
        shapes.push_back({name + ".bias", {width}});
    }
};

void addEncoder(ShapeList &list, const ModelConfig &config)
{
    const int64_t width = config.width;
    list.shapes.push_back({"encoder.embeddings.word_embeddings.weight", {config.vocabulary, width}});
    list.shapes.push_back({"encoder.embeddings.position_embeddings.weight", {config.maxPositions, width}});
    list.shapes.push_back({"encoder.embeddings.token_type_embeddings.weight", {2, width}});
    list.norm("encoder.embeddings.LayerNorm", width);
    for (int i = 0; i < config.encoderLayers; ++i) {
        const std::string layer = fmt::format("encoder.encoder.layer.{}", i);
        for (const char *part : {"query", "key", "value"})
            list.linear(layer + ".attention.self." + part, width, width);
        list.linear(layer + ".attention.output.dense", width, width);
        list.norm(layer + ".attention.output.LayerNorm", width);
        list.linear(layer + ".intermediate.dense", config.encoderFeedForward, width);
        list.linear(layer + ".output.dense", width, config.encoderFeedForward);
        list.norm(layer + ".output.LayerNorm", width);
    }
}

void addDecoderBlock(ShapeList &list, const ModelConfig &config, int index)
{
    const int64_t width = config.width;
    const std::string block = fmt::format("transformer_blocks.{}", index);
    if (config.timeAttention) {
        for (const char *bias : {".r_w_bias", ".r_r_bias"})
            list.shapes.push_back({block + bias, {config.heads, width / config.heads}});
        list.linear(block + ".time_trans.0", 4 * config.timeChannels, config.timeChannels);
        list.linear(block + ".time_trans.2", width, 4 * config.timeChannels);
    }
    for (const char *attention : {".attn1", ".attn2"}) {
        for (const char *part : {".to_q", ".to_k", ".to_v"})
            list.linear(block + attention + part, width, width, false);
        list.linear(block + attention + ".to_out.0", width, width);
    }
    list.linear(block + ".ff.net.0.proj", 2 * config.decoderFeedForward, width);
    list.linear(block + ".ff.net.2", width, config.decoderFeedForward);
    for (const char *norm : {".norm1", ".norm2", ".norm3"})
        list.norm(block + norm, width);
}

} // namespace

Shapes parameterShapes(const ModelConfig &config)
{
    ShapeList list;
    addEncoder(list, config);
    const int64_t width = config.width, embedding = config.embeddingWidth;
    const int64_t input = config.selfCondition ? 2 * embedding : embedding;
    // The reference has these projections only where the widths differ.
    if (input != width || config.selfCondition) {
        list.linear("input_up_proj.0", 2 * width, input);
        list.linear("input_up_proj.2", width, 2 * width);
    }
    if (embedding != width) {
        list.linear("output_down_proj.0", 2 * width, width);
        list.linear("output_down_proj.2", embedding, 2 * width);
    }
    if (config.lengthHead != LengthHead::None)
        list.shapes.push_back({"length_embedding.weight", {config.length + 1, width}});
    list.shapes.push_back({"word_embedding.weight", {config.vocabulary, embedding}});
    list.shapes.push_back({"position_embeddings.weight", {config.maxPositions, width}});
    list.norm("LayerNorm", width);
    if (config.headTransform) {
        list.linear("lm_transform.0", embedding, embedding);
        list.norm("lm_transform.2", embedding);
    }
    list.shapes.push_back({"lm_head.bias", {config.vocabulary}});
    if (!config.timeAttention) {
        list.linear("time_trans.0", 4 * config.timeChannels, config.timeChannels);
        list.linear("time_trans.2", width, 4 * config.timeChannels);
    }
    for (int i = 0; i < config.decoderLayers; ++i)
        addDecoderBlock(list, config, i);
    return list.shapes;
}

} // namespace ard
