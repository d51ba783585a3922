// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// InsightParts: what the answers of Insights have in common: tensors as plain values, the check of a model call.
#include "engine/generate/RequestPlan.h"
#include <atomic>
#include <fmt/format.h>
#include <functional>
#include <torch/types.h>

namespace ard {

inline std::vector<float> floatsOf(const torch::Tensor &tensor)
{
    const torch::Tensor values = tensor.to(torch::kCPU, torch::kFloat32).contiguous();
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

inline std::vector<std::int32_t> idsOf(const torch::Tensor &ids)
{
    const torch::Tensor values = ids.to(torch::kCPU, torch::kInt32).contiguous();
    return {values.data_ptr<std::int32_t>(), values.data_ptr<std::int32_t>() + values.numel()};
}

inline std::function<bool()> cancelledBy(const std::atomic<bool> *cancel)
{
    return [cancel] { return cancel && cancel->load(); };
}

/// Error where the run has no such model call.
inline Status checkCall(const RequestPlan &planned, int modelCall)
{
    if (modelCall < 1 || modelCall > planned.plan.modelCalls())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the run has the model calls 1 to {}: there is no call {}", planned.plan.modelCalls(),
                                modelCall));
    if (modelCall > planned.stretches.back().plan.modelCalls())
        return fail(
            ErrorCode::Unsupported,
            fmt::format("model call {} is one of the repair: only the calls before it can be looked into", modelCall));
    return {};
}

} // namespace ard
