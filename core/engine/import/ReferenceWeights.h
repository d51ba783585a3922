// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ReferenceWeights: from the state_dict of a reference checkpoint to the tensors of a model folder. No torch.
#include "checkpoint/CheckpointTensor.h"
#include "engine/model/ModelConfig.h"
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace ard {

using StateDict = std::map<std::string, CheckpointTensor>;

/// What the tensors themselves tell, so that no configuration has to.
struct StateDictSizes {
    int vocabulary = 0, encoderLayers = 0, decoderLayers = 0;
};
/// Error (Format): it has no word embeddings or no layers.
Result<StateDictSizes> sizesOf(const StateDict &state);

struct ReferenceWeights {
    std::map<std::string, TensorView> tensors;    ///< as weights.safetensors has them: F32, F16 or BF16, row-major
    std::int64_t numbers = 0;                     ///< in all of them
    std::vector<std::string> notes;               ///< what a person should know, one sentence each
    std::deque<std::vector<std::uint8_t>> copies; ///< memory of those that are no view of the checkpoint
};

/// Exactly the tensors that the network of config has. Error (Format, Unsupported): one is missing, of another shape or type,
/// or there is one that the network does not know. The checkpoint must outlive the result.
///
/// Where lm_head.weight differs from word_embedding.weight, lm_head.weight is taken for both: the reference ties them, and its
/// trainer averages only word_embedding.weight, so that its ema_ checkpoints hold two versions. Loading one, the reference
/// reads lm_head.weight last, and that is what it generates with.
Result<ReferenceWeights> referenceWeights(StateDict state, const ModelConfig &config);

} // namespace ard
