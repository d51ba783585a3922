// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ParameterShapes: which tensors a network has. The names are those of the reference's state_dict. No torch.
#include "engine/model/ModelConfig.h"
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ard {

/// Name and shape of every trainable tensor of a network, in order. lm_head.weight is tied to word_embedding.weight and is not listed.
std::vector<std::pair<std::string, std::vector<std::int64_t>>> parameterShapes(const ModelConfig &config);

} // namespace ard
