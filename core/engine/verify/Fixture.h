// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Fixture: a file of reference outputs ("ardiff-reference-fixture-1"): configuration, weights, inputs and what came
// out.
#include "base/Safetensors.h"
#include "engine/model/ModelConfig.h"
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <torch/types.h>

namespace ard {

class Fixture {
public:
    /// device: where the tensors that it gives are.
    static Result<Fixture> read(const std::filesystem::path &path, const torch::Device &device = torch::kCPU);

    const nlohmann::json &settings() const { return m_settings; } ///< the reference's configuration keys
    const ModelConfig &config() const { return m_config; }
    const Safetensors &file() const { return m_file; }
    const torch::Device &device() const { return m_device; }
    bool has(const std::string &name) const { return m_file.has(name); }

    /// Reads of these remember the name, so that unused() can say what nobody looked at.
    Result<torch::Tensor> floats(const std::string &name, int dimensions);   ///< F32 as it is, F64 as float64
    Result<torch::Tensor> integers(const std::string &name, int dimensions); ///< I64
    /// Timesteps per position [B,N], 0..T-1: recorded so, or [B] and then the same for every position.
    Result<torch::Tensor> timesteps(const std::string &name, int64_t length);
    /// Words [B,length], 0..V-1.
    Result<torch::Tensor> words(const std::string &name);
    /// Recorded tensors, other than weights, that were never read.
    std::vector<std::string> unused() const;

private:
    Fixture(Safetensors file, const torch::Device &device) : m_file(std::move(file)), m_device(device) { }
    Result<TensorView> view(const std::string &name);

    Safetensors m_file;
    torch::Device m_device;
    nlohmann::json m_settings;
    ModelConfig m_config;
    std::set<std::string> m_used;
};

} // namespace ard
