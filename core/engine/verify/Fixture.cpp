// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verify/Fixture.h"

#include "base/Json.h"
#include <cstring>

namespace ard {
namespace {

constexpr const char *kFormat = "ardiff-reference-fixture-1";
constexpr const char *kWeightPrefix = "model.";

torch::Tensor copied(const TensorView &view, torch::ScalarType type)
{
    torch::Tensor tensor = at::empty(view.shape, type);
    std::memcpy(tensor.data_ptr(), view.bytes.data(), view.bytes.size());
    return tensor;
}

/// What looks up a row by a recorded number needs it within its table.
Status checkRange(const std::string &name, const torch::Tensor &recorded, int end)
{
    if (recorded.numel() > 0 && (recorded.min().item<int64_t>() < 0 || recorded.max().item<int64_t>() >= end))
        return fail(ErrorCode::Format,
                    "the recorded " + name + " has numbers outside 0 to " + std::to_string(end - 1) +
                        ", which is what the recorded configuration allows");
    return {};
}

} // namespace

Result<Fixture> Fixture::read(const std::filesystem::path &path, const torch::Device &device)
{
    ARD_ASSIGN(Safetensors file, Safetensors::read(path));
    Fixture fixture(std::move(file), device);
    const auto &metadata = fixture.m_file.metadata();
    const auto format = metadata.find("format"), config = metadata.find("config");
    if (format == metadata.end() || format->second != kFormat || config == metadata.end())
        return fail(ErrorCode::Format, path.string() + " is not a file of reference outputs");
    ARD_ASSIGN(fixture.m_settings, parseJsonObject(config->second, "the configuration in " + path.string()));
    ARD_ASSIGN(fixture.m_config, modelConfigFromReference(fixture.m_settings));
    if (fixture.m_config.lengthHead != LengthHead::None) // the recordings do not say which lengths they were made with
        return fail(ErrorCode::Unsupported,
                    path.string() + " was recorded with pred_len: such recordings cannot be checked");
    return fixture;
}

Result<TensorView> Fixture::view(const std::string &name)
{
    m_used.insert(name);
    return m_file.tensor(name);
}

Result<torch::Tensor> Fixture::floats(const std::string &name, int dimensions)
{
    ARD_ASSIGN(const TensorView found, view(name));
    const bool wide = found.type == TensorType::F64;
    if ((!wide && found.type != TensorType::F32) || static_cast<int>(found.shape.size()) != dimensions)
        return fail(ErrorCode::Format,
                    "the recorded " + name + " is not a table of floats with " + std::to_string(dimensions) +
                        " dimensions");
    return copied(found, wide ? torch::kFloat64 : torch::kFloat32).to(m_device);
}

Result<torch::Tensor> Fixture::integers(const std::string &name, int dimensions)
{
    ARD_ASSIGN(const TensorView found, view(name));
    if (found.type != TensorType::I64 || static_cast<int>(found.shape.size()) != dimensions)
        return fail(ErrorCode::Format,
                    "the recorded " + name + " is not a table of integers with " + std::to_string(dimensions) +
                        " dimensions");
    return copied(found, torch::kInt64).to(m_device);
}

Result<torch::Tensor> Fixture::timesteps(const std::string &name, int64_t length)
{
    ARD_ASSIGN(const TensorView found, view(name));
    const bool isPerPosition = found.shape.size() != 1;
    ARD_ASSIGN(const torch::Tensor recorded, integers(name, isPerPosition ? 2 : 1));
    ARD_TRY(checkRange(name, recorded, m_config.diffusionSteps));
    if (isPerPosition)
        return recorded;
    return recorded.unsqueeze(1).expand({recorded.size(0), length}).contiguous();
}

Result<torch::Tensor> Fixture::words(const std::string &name)
{
    ARD_ASSIGN(const torch::Tensor recorded, integers(name, 2));
    ARD_TRY(checkRange(name, recorded, m_config.vocabulary));
    return recorded;
}

std::vector<std::string> Fixture::unused() const
{
    std::vector<std::string> names;
    for (const auto &[name, tensor] : m_file.tensors())
        if (name.rfind(kWeightPrefix, 0) != 0 && m_used.count(name) == 0)
            names.push_back(name);
    return names;
}

} // namespace ard
