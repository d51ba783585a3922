// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/WordDraw.h"

#include "base/Philox.h"
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <algorithm>
#include <numeric>

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

namespace {

/// Where in the order of their probability: words whose running sum is at most aim are passed by, the last that is kept is not.
torch::Tensor drawnBySorting(const torch::Tensor &probable, const torch::Tensor &uniform, double topP)
{
    const auto sorted = at::sort(probable, /*stable=*/true, -1, /*descending=*/true);
    const torch::Tensor upTo = std::get<0>(sorted).cumsum(-1);
    // The likeliest words that reach top-p, the one that crosses it included: never none.
    const torch::Tensor kept = (upTo < topP).sum(-1, true).clamp_max(probable.size(-1) - 1);
    const torch::Tensor aim = uniform.to(probable.device()).unsqueeze(-1) * upTo.gather(-1, kept);
    const torch::Tensor place = at::minimum((upTo <= aim).sum(-1, true), kept);
    return std::get<1>(sorted).gather(-1, place).squeeze(-1);
}

/// The same for a row, with a heap: of thousands of words only the likeliest few are put in order. Room is kept from row to row.
template <class Number>
class RowDraw {
public:
    int64_t operator()(std::span<const Number> probable, double uniform, double topP)
    {
        m_heap.resize(probable.size());
        std::iota(m_heap.begin(), m_heap.end(), 0);
        const auto later = [&](int64_t a, int64_t b) {
            return probable[a] != probable[b] ? probable[a] < probable[b] : a > b;
        };
        std::make_heap(m_heap.begin(), m_heap.end(), later);
        m_upTo.clear();
        // Without top-p the sum of what is kept is known before: the words behind the aimed one need no order.
        const bool all = topP >= 1;
        double sum = 0, aim = all ? uniform * std::accumulate(probable.begin(), probable.end(), 0.0) : 0;
        auto end = m_heap.end();
        do {
            std::pop_heap(m_heap.begin(), end--, later); // the likeliest of the rest is now behind the heap
            m_upTo.push_back(sum += static_cast<double>(probable[*end]));
        } while ((all ? sum <= aim : sum < topP) && end != m_heap.begin());
        if (!all)
            aim = uniform * sum;
        const auto passed = std::upper_bound(m_upTo.begin(), m_upTo.end(), aim) - m_upTo.begin();
        return *(m_heap.end() - 1 - std::min<std::ptrdiff_t>(passed, std::ssize(m_upTo) - 1));
    }

private:
    std::vector<int64_t> m_heap;
    std::vector<double> m_upTo;
};

template <class Number>
torch::Tensor drawnByHeaps(const torch::Tensor &probable, const torch::Tensor &uniform, double topP)
{
    const auto words = static_cast<std::size_t>(probable.size(-1));
    const Number *rows = probable.data_ptr<Number>();
    const double *numbers = uniform.data_ptr<double>();
    torch::Tensor drawn = at::empty({probable.size(0)}, torch::kLong);
    int64_t *word = drawn.data_ptr<int64_t>();
    at::parallel_for(0, probable.size(0), 1, [&](int64_t begin, int64_t end) {
        RowDraw<Number> draw;
        for (int64_t row = begin; row < end; ++row)
            word[row] = draw({rows + row * words, words}, numbers[row], topP);
    });
    return drawn;
}

} // namespace

torch::Tensor drawnOf(const torch::Tensor &probable, const torch::Tensor &uniform, double topP)
{
    if (!probable.is_cpu())
        return drawnBySorting(probable.to(torch::kDouble), uniform, topP);
    return probable.scalar_type() == torch::kFloat
        ? drawnByHeaps<float>(probable.contiguous(), uniform.contiguous(), topP)
        : drawnByHeaps<double>(probable.contiguous(), uniform.contiguous(), topP);
}

torch::Tensor drawnWords(const torch::Tensor &scores, const torch::Tensor &uniform, const WordDraw &draw)
{
    return drawnOf((scores.to(torch::kDouble) / draw.temperature).softmax(-1), uniform, draw.topP);
}

} // namespace ard
