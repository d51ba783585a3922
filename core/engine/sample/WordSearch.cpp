// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/WordSearch.h"
#include "engine/sample/WordDraw.h"

#include <ATen/Parallel.h>
#include <algorithm>

namespace ard {
namespace {

/// At most this many scores are held at once: 32 MB of floats.
constexpr int64_t kTileScores = 8 << 20;

/// Below so many products it is not worth waking a thread.
constexpr int64_t kWorthSharing = 4 << 20;

/// Applies perTile ([r,E] to [r] or [r,E]) to all rows of x and puts the leading dimensions back.
template <class Function>
torch::Tensor tiled(const torch::Tensor &x, int64_t vocabulary, Function &&perTile)
{
    const torch::Tensor rows = x.reshape({-1, x.size(-1)});
    const int64_t tile = std::max<int64_t>(1, kTileScores / vocabulary);
    std::vector<torch::Tensor> results;
    for (int64_t begin = 0; begin < rows.size(0); begin += tile)
        results.push_back(perTile(rows.slice(0, begin, std::min(begin + tile, rows.size(0)))));
    const torch::Tensor result = results.size() == 1 ? results.front() : at::cat(results);
    std::vector<int64_t> shape(x.sizes().begin(), x.sizes().end() - 1);
    if (result.dim() == 2)
        shape.push_back(result.size(1));
    return result.reshape(shape);
}

} // namespace

WordSearch::WordSearch(const Denoiser &denoiser, torch::Tensor table) : m_denoiser(denoiser), m_table(std::move(table))
{
    if (!m_table.defined())
        m_table = denoiser.embeddingTable();
    m_table = m_table.detach();
    m_minusHalfNorm = m_table.square().sum(-1).mul(-0.5);
    if (m_table.is_cpu() && m_table.scalar_type() == torch::kFloat)
        m_packed = kernels::PackedMatrix(m_table.contiguous().data_ptr<float>(), m_minusHalfNorm.data_ptr<float>(),
                                         m_table.size(0), m_table.size(1));
}

torch::Tensor WordSearch::nearestWords(const torch::Tensor &x) const
{
    if (!m_packed.isEmpty() && x.scalar_type() == torch::kFloat) {
        const torch::Tensor rows = x.contiguous();
        const int64_t width = m_packed.depth(), products = width * m_packed.columns();
        torch::Tensor words = at::empty({rows.numel() / width}, torch::kInt64);
        const float *from = rows.data_ptr<float>();
        int64_t *to = words.data_ptr<int64_t>();
        at::parallel_for(0, words.numel(), std::max<int64_t>(1, kWorthSharing / products),
                         [&](int64_t begin, int64_t end) {
                             kernels::largestColumns(m_packed, {from + begin * width, width}, end - begin, to + begin);
                         });
        return words.view(x.sizes().slice(0, x.dim() - 1));
    }
    return tiled(x, m_table.size(0),
                 [&](const torch::Tensor &rows) { return at::addmm(m_minusHalfNorm, rows, m_table.t()).argmax(-1); });
}

torch::Tensor WordSearch::nearestEmbeddings(const torch::Tensor &x) const
{
    return m_table.index_select(0, nearestWords(x).reshape({-1})).reshape(x.sizes());
}

torch::Tensor WordSearch::expectedEmbeddings(const torch::Tensor &x) const
{
    return tiled(x, m_table.size(0),
                 [&](const torch::Tensor &rows) { return at::mm(m_denoiser.logits(rows).softmax(-1), m_table); });
}

torch::Tensor WordSearch::drawnEmbeddings(const torch::Tensor &x, const torch::Tensor &uniform, double temperature,
                                          double topP) const
{
    const torch::Tensor numbers = uniform.expand(x.sizes().slice(0, x.dim() - 1)).reshape({-1});
    int64_t done = 0;
    return tiled(x, m_table.size(0), [&](const torch::Tensor &rows) {
        const torch::Tensor probable = m_denoiser.logits(rows).to(torch::kFloat).div_(temperature).softmax(-1);
        const torch::Tensor words = drawnOf(probable, numbers.narrow(0, done, rows.size(0)), topP);
        done += rows.size(0);
        return m_table.index_select(0, words);
    });
}

torch::Tensor WordSearch::mostProbableWords(const torch::Tensor &x) const
{
    return tiled(x, m_table.size(0), [&](const torch::Tensor &rows) {
        const torch::Tensor scores = m_denoiser.logits(rows), best = scores.argmax(-1, true);
        const torch::Tensor broken = scores.gather(-1, best).isfinite().logical_not();
        return best.masked_fill(broken, kNoWord).squeeze(-1);
    });
}

} // namespace ard
