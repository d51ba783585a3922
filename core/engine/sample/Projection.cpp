// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/Projection.h"

#include <algorithm>
#include <c10/core/GradMode.h>

namespace ard {

Projection::Projection(const torch::Tensor &table)
{
    const c10::NoGradGuard noGradients;
    const torch::Tensor rows = table.detach().to(torch::kCPU, torch::kFloat64);
    m_mean = rows.mean(0);
    const torch::Tensor centred = rows - m_mean;
    const auto [values, vectors] = at::linalg_eigh(centred.t().mm(centred)); // columns, eigenvalues ascending
    const int64_t width = rows.size(1);
    m_axes = at::zeros({width, 2}, torch::kFloat64);
    for (int64_t axis = 0; axis < std::min<int64_t>(2, width); ++axis) {
        const torch::Tensor direction = vectors.select(1, width - 1 - axis);
        const double largest = direction[direction.abs().argmax()].item<double>();
        m_axes.select(1, axis).copy_(largest < 0 ? -direction : direction);
    }
    if (const double all = values.sum().item<double>(); all > 0)
        m_share = std::clamp(values.slice(0, std::max<int64_t>(0, width - 2)).sum().item<double>() / all, 0.0, 1.0);
}

torch::Tensor Projection::project(const torch::Tensor &x) const
{
    const c10::NoGradGuard noGradients;
    return (x.detach().to(torch::kCPU, torch::kFloat64) - m_mean).mm(m_axes).to(torch::kFloat32);
}

} // namespace ard
