// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Parameters: the named tensors of a network, in the order in which they were created. Reading a name that is missing is a
// programming error (throws); files are checked by checkParameters first.
#include "base/Result.h"
#include "base/Safetensors.h"
#include "engine/model/ModelConfig.h"
#include "engine/model/ParameterShapes.h"
#include <torch/types.h>
#include <unordered_map>
#include <vector>

namespace ard {

class Parameters {
public:
    void add(const std::string &name, torch::Tensor tensor);
    const torch::Tensor &operator[](const std::string &name) const;
    torch::Tensor &operator[](const std::string &name);
    bool has(const std::string &name) const { return m_index.count(name) != 0; }
    const std::vector<std::string> &names() const { return m_names; }
    std::size_t size() const { return m_names.size(); }
    int64_t count() const; ///< numbers in all tensors

    Parameters clone() const; ///< deep copy without gradients
    void to(const torch::Device &device);
    void requireGradients(bool on);

private:
    std::vector<std::string> m_names;
    std::vector<torch::Tensor> m_tensors;
    std::unordered_map<std::string, std::size_t> m_index;
};

/// Fresh weights: the reference's initial distributions, drawn from the seed on the CPU.
Parameters initialParameters(const ModelConfig &config, std::uint64_t seed);
/// From a safetensors file (F32, F16 or BF16 to float32); prefix is put before every name ("model." in fixtures).
/// Names and shapes are checked against the config before a tensor is made; tensors that the network does not use are ignored.
Result<Parameters> readParameters(const Safetensors &file, const ModelConfig &config, const std::string &prefix = {});
enum class WeightPrecision { Float32, Float16 };
Status writeParameters(const std::filesystem::path &path, const Parameters &parameters, WeightPrecision precision);

} // namespace ard
