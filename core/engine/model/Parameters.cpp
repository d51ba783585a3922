// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/Parameters.h"

#include <ATen/CPUGeneratorImpl.h>
#include <fmt/format.h>
#include <stdexcept>

namespace ard {

void Parameters::add(const std::string &name, torch::Tensor tensor)
{
    if (!m_index.emplace(name, m_names.size()).second)
        throw std::logic_error("parameter added twice: " + name);
    m_names.push_back(name);
    m_tensors.push_back(std::move(tensor));
}

const torch::Tensor &Parameters::operator[](const std::string &name) const
{
    const auto found = m_index.find(name);
    if (found == m_index.end())
        throw std::logic_error("no parameter named " + name);
    return m_tensors[found->second];
}

torch::Tensor &Parameters::operator[](const std::string &name)
{
    return const_cast<torch::Tensor &>(std::as_const(*this)[name]);
}

int64_t Parameters::count() const
{
    int64_t total = 0;
    for (const torch::Tensor &tensor : m_tensors)
        total += tensor.numel();
    return total;
}

Parameters Parameters::clone() const
{
    Parameters copy;
    for (const std::string &name : m_names)
        copy.add(name, (*this)[name].detach().clone());
    return copy;
}

void Parameters::to(const torch::Device &device)
{
    for (torch::Tensor &tensor : m_tensors)
        tensor = tensor.detach().to(device);
}

void Parameters::requireGradients(bool on)
{
    for (torch::Tensor &tensor : m_tensors)
        tensor.requires_grad_(on);
}

namespace {

bool endsWith(const std::string &text, const std::string &end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// As the reference's modules start: BERT's N(0, 0.02) in the encoder, torch's own defaults in the decoder.
torch::Tensor initialTensor(const std::string &name, const std::vector<int64_t> &shape, int64_t fanIn,
                            at::Generator &generator)
{
    const bool norm = name.find("LayerNorm") != std::string::npos || name.find(".norm") != std::string::npos ||
        name.rfind("lm_transform.2.", 0) == 0;
    if (norm)
        return endsWith(name, ".bias") ? torch::zeros(shape) : torch::ones(shape);
    torch::Tensor tensor = torch::empty(shape);
    if (name.rfind("encoder.", 0) == 0)
        return endsWith(name, ".bias") ? tensor.zero_() : tensor.normal_(0, 0.02, generator);
    if (endsWith(name, "embedding.weight") || endsWith(name, "embeddings.weight"))
        return tensor.normal_(0, 1, generator);
    if (endsWith(name, "r_w_bias") || endsWith(name, "r_r_bias"))
        return tensor.uniform_(0, 1, generator);
    const double bound = 1.0 / std::sqrt(static_cast<double>(fanIn));
    return tensor.uniform_(-bound, bound, generator);
}

torch::Tensor toTensor(const TensorView &view)
{
    static const std::map<TensorType, torch::ScalarType> types{
        {TensorType::F32, torch::kFloat}, {TensorType::F16, torch::kHalf}, {TensorType::BF16, torch::kBFloat16}};
    void *data = const_cast<std::uint8_t *>(view.bytes.data());
    torch::Tensor raw = torch::empty(view.shape, types.at(view.type));
    std::memcpy(raw.data_ptr(), data, view.bytes.size());
    return raw.to(torch::kFloat);
}

std::string shapeText(const std::vector<int64_t> &shape)
{
    return fmt::format("[{}]", fmt::join(shape, ","));
}

} // namespace

Parameters initialParameters(const ModelConfig &config, std::uint64_t seed)
{
    at::Generator generator = at::detail::createCPUGenerator(seed);
    Parameters parameters;
    int64_t fanIn = 1;
    for (const auto &[name, shape] : parameterShapes(config)) {
        if (shape.size() == 2) // a bias follows its weight and has the same fan-in
            fanIn = shape[1];
        else if (name == "lm_head.bias")
            fanIn = config.embeddingWidth;
        parameters.add(name, initialTensor(name, shape, fanIn, generator));
    }
    return parameters;
}

Result<Parameters> readParameters(const Safetensors &file, const ModelConfig &config, const std::string &prefix)
{
    const auto shapes = parameterShapes(config);
    for (const auto &[name, shape] : shapes) {
        ARD_ASSIGN(const TensorView view, file.tensor(prefix + name));
        if (view.shape != shape)
            return fail(ErrorCode::Format,
                        fmt::format("the weight \"{}\" has the shape {}, but the model's configuration needs {}", name,
                                    shapeText(view.shape), shapeText(shape)));
        if (view.type != TensorType::F32 && view.type != TensorType::F16 && view.type != TensorType::BF16)
            return fail(ErrorCode::Format,
                        fmt::format("the weight \"{}\" has the type {}, but F32, F16 or BF16 is needed", name,
                                    typeName(view.type)));
    }
    Parameters parameters;
    for (const auto &[name, shape] : shapes)
        parameters.add(name, toTensor(*file.tensor(prefix + name)));
    return parameters;
}

Status writeParameters(const std::filesystem::path &path, const Parameters &parameters, WeightPrecision precision)
{
    const bool half = precision == WeightPrecision::Float16;
    std::vector<torch::Tensor> held;
    std::map<std::string, TensorView> views;
    for (const std::string &name : parameters.names()) {
        held.push_back(parameters[name].detach().to(torch::kCPU, half ? torch::kHalf : torch::kFloat).contiguous());
        const torch::Tensor &tensor = held.back();
        const auto *bytes = static_cast<const std::uint8_t *>(tensor.data_ptr());
        views[name] = {half ? TensorType::F16 : TensorType::F32,
                       tensor.sizes().vec(),
                       {bytes, static_cast<std::size_t>(tensor.nbytes())}};
    }
    return writeSafetensors(path, views, {{"format", "ardiff-weights-1"}});
}

} // namespace ard
