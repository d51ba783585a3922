// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ReferencePresets: the configurations with which the paper's four tasks were trained (the reference's scripts/train.sh over
// its config.yaml), so that a checkpoint can be imported without its configuration. No torch.
#include "base/Result.h"
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace ard {

struct ReferencePreset {
    std::string name;
    std::string task, languages, hint;
    std::vector<std::string> examples;
    nlohmann::json config; ///< the reference's keys; without vocab_size, which the checkpoint tells
};

const std::vector<ReferencePreset> &referencePresets();
/// Error (InvalidArgument) that names those there are.
Result<ReferencePreset> referencePreset(const std::string &name);

} // namespace ard
