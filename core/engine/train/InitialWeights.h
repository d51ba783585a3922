// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// InitialWeights: what a training run starts from: fresh weights, or those of another model where the two networks are alike.
// Ours: a student that starts from its teacher's encoder, attention and words need not learn to read again.
#include "engine/model/Parameters.h"
#include <filesystem>

namespace ard {

/// Fresh weights drawn from the seed; then, with a model folder, every tensor that this network has under the same name and in the
/// same shape is taken from it (the log says how many). Error: the folder is no model, it shares no tensor, or its vocabulary is
/// not the one of `tokenizer` (a tokenizer.model file): its word embeddings would mean other words.
Result<Parameters> initialWeights(const ModelConfig &config, std::uint64_t seed,
                                  const std::filesystem::path &modelFolder, const std::filesystem::path &tokenizer);

} // namespace ard
