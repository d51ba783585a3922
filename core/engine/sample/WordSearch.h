// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordSearch: from latents to words and embeddings, over a whole vocabulary. Two different rules, never to be mixed:
// the nearest embedding (clamping) and the most probable word of the vocabulary head (final words). Work is cut into
// tiles of rows, so that no table of all positions by the whole vocabulary is ever held.
#include "engine/kernels/Product.h"
#include "engine/model/Denoiser.h"
#include <torch/types.h>

namespace ard {

class WordSearch {
public:
    static constexpr int64_t kNoWord = -1;

    /// table [V,E]: what clamping snaps to; undefined means the model's own embeddings. The denoiser must outlive this.
    explicit WordSearch(const Denoiser &denoiser, torch::Tensor table = {});

    /// Id of the L2-nearest embedding: [..,E] to [..] int64. argmin |x-e|^2 = argmax x.e - |e|^2/2: one matrix product.
    torch::Tensor nearestWords(const torch::Tensor &x) const;
    /// The nearest embedding itself: [..,E] to [..,E].
    torch::Tensor nearestEmbeddings(const torch::Tensor &x) const;
    /// Mean embedding under softmax(vocabulary head(x)): [..,E] to [..,E].
    torch::Tensor expectedEmbeddings(const torch::Tensor &x) const;
    /// The embedding of a word drawn from softmax(vocabulary head(x) / temperature), as drawnOf says: [..,E] to [..,E]. uniform: as many
    /// numbers in [0,1), double, on the device of x or the CPU.
    torch::Tensor drawnEmbeddings(const torch::Tensor &x, const torch::Tensor &uniform, double temperature,
                                  double topP) const;
    /// argmax of the vocabulary head: [..,E] to [..] int64; kNoWord where its best score is not a finite number.
    torch::Tensor mostProbableWords(const torch::Tensor &x) const;

    const torch::Tensor &table() const { return m_table; }

private:
    const Denoiser &m_denoiser;
    torch::Tensor m_table;          ///< [V,E]
    torch::Tensor m_minusHalfNorm;  ///< [V] -|e|^2/2
    kernels::PackedMatrix m_packed; ///< both, on a CPU
};

} // namespace ard
