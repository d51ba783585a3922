// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ModelFolder: a model on disk: model.json, weights.safetensors, a vocabulary (see text/Tokenizer.h), README.md. model.json's
// keys are those of folder/ModelSummary.h and model/ModelConfig.h; keys that nobody here knows are kept.
#include "base/Result.h"
#include "engine/model/ModelConfig.h"
#include "engine/model/Parameters.h"
#include "folder/ModelDescription.h"
#include "protocol/Messages.h"
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace ard {

struct ModelFolder {
    protocol::ModelSummary summary; ///< with folder, fingerprint and the counted parameters
    nlohmann::json description;     ///< model.json as it is
    ModelConfig config;
    Parameters parameters; ///< float32, CPU
};

/// progress: a short phrase ("reading weights") and a fraction or -1. Names, shapes and types are checked before anything is
/// allocated for a tensor. Error: one sentence; the folder is never changed.
Result<ModelFolder> readModelFolder(const std::filesystem::path &folder,
                                    const std::function<void(const std::string &, double)> &progress = {});

/// Writes weights.safetensors, then model.json (each atomically), so that a folder with a model.json is whole;
/// tokenizerFile, if given, is copied to tokenizer.model first. Makes the folder.
Status writeModelFolder(const std::filesystem::path &folder, const nlohmann::json &modelJson,
                        const Parameters &parameters, WeightPrecision precision,
                        const std::optional<std::filesystem::path> &tokenizerFile = {});

} // namespace ard
