// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verify/Comparison.h"

#include <limits>

namespace ard {
namespace {

VerifiedPart shapesDiffer(const std::string &name)
{
    return {name, std::numeric_limits<double>::infinity(), 0, Verdict::Differs, "the shapes differ"};
}

} // namespace

VerifiedPart compared(const std::string &name, const torch::Tensor &ours, const torch::Tensor &recorded,
                      double tolerance)
{
    if (ours.sizes() != recorded.sizes() || recorded.numel() == 0)
        return shapesDiffer(name);
    const torch::Tensor a = ours.detach().to(torch::kCPU, torch::kFloat64),
                        b = recorded.to(torch::kCPU, torch::kFloat64);
    const double error = ((a - b).abs() / b.abs().clamp_min(1)).max().item<double>();
    return {name, error, tolerance, error <= tolerance ? Verdict::Agrees : Verdict::Differs, {}}; // NaN differs
}

VerifiedPart comparedIds(const std::string &name, const torch::Tensor &ours, const torch::Tensor &recorded)
{
    if (ours.sizes() != recorded.sizes() || recorded.numel() == 0)
        return shapesDiffer(name);
    const double different = ours.ne(recorded.to(ours.device())).sum().item<double>();
    return {name, different, 0, different == 0 ? Verdict::Agrees : Verdict::Differs, {}};
}

VerifiedPart notChecked(const std::string &name, const std::string &why)
{
    return {name, 0, 0, Verdict::NotChecked, why};
}

} // namespace ard
