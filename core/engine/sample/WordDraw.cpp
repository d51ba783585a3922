// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/WordDraw.h"

#include "base/Philox.h"
#include <ATen/ATen.h>

namespace ard {

std::uint64_t drawKeyOf(std::span<const std::int32_t> ids)
{
    std::uint64_t key = 0xcbf29ce484222325U; // FNV-1a
    for (const std::int32_t id : ids)
        key = (key ^ static_cast<std::uint32_t>(id)) * 0x100000001b3U;
    return key;
}

torch::Tensor uniformDraws(const std::vector<WordDraw::Row> &rows, int position)
{
    constexpr std::uint32_t stream = 404;
    const torch::Tensor numbers = at::empty({static_cast<int64_t>(rows.size())}, torch::kDouble);
    double *number = numbers.data_ptr<double>();
    for (const WordDraw::Row &row : rows)
        *number++ = uniform01(row.seed, stream, row.source + static_cast<std::uint64_t>(position));
    return numbers;
}

torch::Tensor drawnWords(const torch::Tensor &scores, const torch::Tensor &uniform, const WordDraw &draw)
{
    const torch::Tensor probable = (scores.to(torch::kDouble) / draw.temperature).softmax(-1);
    const auto sorted = at::sort(probable, /*stable=*/true, -1, /*descending=*/true);
    const torch::Tensor upTo = std::get<0>(sorted).cumsum(-1);
    // The likeliest words that reach top-p, the one that crosses it included: never none.
    const torch::Tensor kept = (upTo < draw.topP).sum(-1, true).clamp_max(scores.size(-1) - 1);
    const torch::Tensor aim = uniform.to(scores.device()).unsqueeze(-1) * upTo.gather(-1, kept);
    const torch::Tensor place = at::minimum((upTo <= aim).sum(-1, true), kept);
    return std::get<1>(sorted).gather(-1, place).squeeze(-1);
}

} // namespace ard
