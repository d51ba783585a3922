// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/TrainCheckpoint.h"

#include "base/FieldReader.h"
#include "base/Json.h"
#include <ATen/ATen.h>
#include <fmt/format.h>
#include <limits>

namespace ard {
namespace {

constexpr std::uint64_t kMaxStateBytes = 64ULL << 20;
constexpr const char *kParts[] = {"weight.", "mean.", "square.", "average."};

/// What must be the same for a run to go on: the network and what its latents mean.
std::string identity(const TrainConfig &config)
{
    nlohmann::json json = modelConfigToJson(config.model);
    json["architecture"].erase("dropout");
    json["architecture"].erase("attention_dropout");
    json["objective"] = nameOf(config.objective);
    return json.dump();
}

/// Numbers that no training can have come to are refused: batches are found by the step.
Result<TrainState> readState(const nlohmann::json &json, const std::filesystem::path &path)
{
    ReadStatus status;
    const FieldReader fields(json, "", status);
    TrainState state;
    state.step = fields.integer("step", 0, kMaxTrainSteps);
    state.seconds = fields.number("seconds", 0, 1e12, 0.0);
    state.tokens = fields.integer("tokens", 0, std::numeric_limits<int64_t>::max(), 0);
    state.sumsSeconds = fields.number("sums_seconds", 0, 1e12, 0.0);
    if (!fields.ok())
        return fail(ErrorCode::Format, fmt::format("\"{}\" has no training state", path.string()),
                    fields.status().status().error().message);
    state.history.readJson(json.value("loss_history", nlohmann::json()));
    state.sums.readJson(json.value("sums", nlohmann::json()));
    state.learned = json.value("learned", nlohmann::json());
    return state;
}

std::array<Parameters *, 4> partsOf(Parameters &weights, Optimizer &optimizer)
{
    return {&weights, &optimizer.mean(), &optimizer.square(), &optimizer.average()};
}

} // namespace

Status saveCheckpoint(const std::filesystem::path &path, const Parameters &weights, Optimizer &optimizer,
                      const TrainState &state, const TrainConfig &config)
{
    std::map<std::string, TensorView> views;
    std::vector<torch::Tensor> held;
    const auto parts = partsOf(const_cast<Parameters &>(weights), optimizer);
    for (std::size_t part = 0; part < parts.size(); ++part)
        for (const std::string &name : weights.names()) {
            held.push_back((*parts[part])[name].detach().to(torch::kCPU).contiguous());
            const torch::Tensor &tensor = held.back();
            views[kParts[part] + name] = {
                TensorType::F32,
                tensor.sizes().vec(),
                {static_cast<const std::uint8_t *>(tensor.data_ptr()), static_cast<std::size_t>(tensor.nbytes())}};
        }
    nlohmann::json progress{{"step", state.step},          {"seconds", state.seconds},
                            {"tokens", state.tokens},      {"loss_history", state.history.toJson()},
                            {"sums", state.sums.toJson()}, {"sums_seconds", state.sumsSeconds}};
    if (!state.learned.is_null())
        progress["learned"] = state.learned;
    return writeSafetensors(path, views,
                            {{"format", "ardiff-checkpoint-1"},
                             {"state", progress.dump()},
                             {"identity", identity(config)},
                             {"config", trainConfigToJson(config).dump()}});
}

Result<TrainState> loadCheckpoint(const std::filesystem::path &path, Parameters &weights, Optimizer &optimizer,
                                  const TrainConfig &config)
{
    ARD_ASSIGN(const Safetensors file, Safetensors::read(path));
    const auto meta = [&](const char *key) {
        const auto found = file.metadata().find(key);
        return found == file.metadata().end() ? std::string() : found->second;
    };
    if (meta("format") != "ardiff-checkpoint-1")
        return fail(ErrorCode::Format, fmt::format("\"{}\" is not a training checkpoint", path.string()));
    if (meta("identity") != identity(config))
        return fail(ErrorCode::InvalidArgument,
                    "the checkpoint belongs to another architecture, diffusion or objective than the configuration",
                    meta("identity"));
    ARD_ASSIGN(const nlohmann::json json,
               parseJsonObject(meta("state"), fmt::format("The training state in \"{}\"", path.string()),
                               {.bytes = kMaxStateBytes}));
    ARD_ASSIGN(TrainState state, readState(json, path));
    std::vector<Parameters> read;
    for (const char *part : kParts) {
        ARD_ASSIGN(Parameters values, readParameters(file, config.model, part));
        read.push_back(std::move(values));
    }
    const torch::NoGradGuard noGradients;
    const auto parts = partsOf(weights, optimizer);
    for (std::size_t part = 0; part < parts.size(); ++part)
        for (const std::string &name : weights.names())
            (*parts[part])[name].copy_(read[part][name]);
    return state;
}

} // namespace ard
