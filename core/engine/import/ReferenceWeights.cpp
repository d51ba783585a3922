// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/ReferenceWeights.h"
#include "base/Unicode.h"
#include "engine/model/ParameterShapes.h"
#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

namespace ard {

namespace {

constexpr const char *kWords = "word_embedding.weight", *kHead = "lm_head.weight";
constexpr const char *kPositions = "position_embeddings.weight", *kOldPositions = "embed_positions.weight";

/// Parts of the state_dict that generate nothing: counting numbers, and BERT's pooler, which the reference multiplies by zero.
const std::set<std::string> &unused()
{
    static const std::set<std::string> names{"position_ids", "encoder.embeddings.position_ids",
                                             "encoder.pooler.dense.weight", "encoder.pooler.dense.bias", kHead};
    return names;
}

std::string shapeText(const std::vector<std::int64_t> &shape)
{
    std::string text;
    for (const std::int64_t extent : shape)
        text += (text.empty() ? "" : ",") + std::to_string(extent);
    return "[" + text + "]";
}

/// One more than the greatest number that follows prefix in a name.
int countLayers(const StateDict &state, const std::string &prefix)
{
    constexpr int most = 1000;
    int layers = 0;
    for (auto it = state.lower_bound(prefix); it != state.end() && it->first.rfind(prefix, 0) == 0; ++it) {
        int index = -1;
        const char *first = it->first.data() + prefix.size(), *last = it->first.data() + it->first.size();
        if (std::from_chars(first, last, index).ec == std::errc() && index >= 0 && index < most)
            layers = std::max(layers, index + 1);
    }
    return layers;
}

class Gatherer {
public:
    explicit Gatherer(ReferenceWeights &weights) : m_weights(weights) { }

    /// Row-major; kept as long as the weights.
    TensorView viewOf(const CheckpointTensor &tensor)
    {
        std::vector<std::uint8_t> copy, narrow;
        TensorView view = narrowed(rowMajor(tensor, copy), narrow);
        for (std::vector<std::uint8_t> *owner : {&copy, &narrow})
            if (!owner->empty())
                m_weights.copies.push_back(std::move(*owner)); // moving a vector keeps its memory: the view stays good
        return view;
    }

    Status add(const StateDict &state, const std::string &name, const std::vector<std::int64_t> &shape)
    {
        const auto found = state.find(name);
        if (found == state.end())
            return fail(ErrorCode::Format, "the checkpoint has no '" + name + "', which its configuration needs");
        const CheckpointTensor &tensor = found->second;
        if (tensor.shape != shape)
            return fail(ErrorCode::Format,
                        "the weight '" + name + "' has the shape " + shapeText(tensor.shape) +
                            ", but the configuration needs " + shapeText(shape));
        const bool floating = tensor.type == TensorType::F64 || tensor.type == TensorType::F32 ||
            tensor.type == TensorType::F16 || tensor.type == TensorType::BF16;
        if (!floating)
            return fail(ErrorCode::Format, "the weight '" + name + "' holds whole numbers");
        m_weights.tensors[name] = viewOf(tensor);
        m_weights.numbers += static_cast<std::int64_t>(tensor.elements());
        return {};
    }

private:
    ReferenceWeights &m_weights;
};

/// The tied pair, see the header.
void untie(StateDict &state, ReferenceWeights &weights)
{
    const auto words = state.find(kWords), head = state.find(kHead);
    if (words == state.end() || head == state.end() || words->second.shape != head->second.shape ||
        words->second.type != head->second.type)
        return;
    std::vector<std::uint8_t> one, other;
    const TensorView a = rowMajor(words->second, one), b = rowMajor(head->second, other);
    if (std::equal(a.bytes.begin(), a.bytes.end(), b.bytes.begin(), b.bytes.end()))
        return;
    words->second = head->second;
    weights.notes.push_back("word_embedding.weight and lm_head.weight differ; lm_head.weight is used for both, as the "
                            "reference does when it loads this file");
}

void renameOldPositions(StateDict &state, ReferenceWeights &weights)
{
    if (state.count(kPositions) != 0 || state.count(kOldPositions) == 0)
        return;
    auto node = state.extract(kOldPositions);
    node.key() = kPositions;
    state.insert(std::move(node));
    weights.notes.push_back("embed_positions.weight, as an older revision of the reference calls it, is used as "
                            "position_embeddings.weight");
}

} // namespace

Result<StateDictSizes> sizesOf(const StateDict &state)
{
    const auto words = state.find(kWords);
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    if (words == state.end() || words->second.shape.size() != 2 || words->second.shape[0] > most)
        return fail(ErrorCode::Format, "the checkpoint is of another kind of model: it has no word_embedding.weight");
    const StateDictSizes sizes{static_cast<int>(words->second.shape[0]), countLayers(state, "encoder.encoder.layer."),
                               countLayers(state, "transformer_blocks.")};
    if (sizes.decoderLayers == 0)
        return fail(ErrorCode::Format, "the checkpoint is of another kind of model: it has no transformer_blocks");
    return sizes;
}

Result<ReferenceWeights> referenceWeights(StateDict state, const ModelConfig &config)
{
    ReferenceWeights weights;
    renameOldPositions(state, weights);
    untie(state, weights);
    Gatherer gatherer(weights);
    for (const auto &[name, shape] : parameterShapes(config))
        ARD_TRY(gatherer.add(state, name, shape));
    for (const auto &[name, tensor] : state)
        if (weights.tensors.count(name) == 0 && unused().count(name) == 0)
            return fail(ErrorCode::Unsupported,
                        "the checkpoint has the weight '" + printable(name, 80) +
                            "', which the network of this configuration does not have");
    return weights;
}

} // namespace ard
