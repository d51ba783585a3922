// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pins: words that positions are held at through a run. Every x0_hat there is the word's embedding, every word the word.
#include <cstdint>
#include <torch/types.h>
#include <vector>

namespace ard {

struct PinnedWord {
    int position = 0;
    std::int32_t word = 0;
};

class Pins {
public:
    /// wordTable [V,E]: the embeddings.
    Pins(std::vector<PinnedWord> pinned, torch::Tensor wordTable)
        : m_pinned(std::move(pinned)), m_wordTable(std::move(wordTable))
    {
    }
    /// Writes the embeddings into x0_hat [B,N,E] and returns it.
    torch::Tensor hold(torch::Tensor x) const
    {
        for (const PinnedWord &pin : m_pinned)
            x.select(1, pin.position).copy_(m_wordTable[pin.word]);
        return x;
    }
    /// The same with the words in ids [B,N] int64.
    torch::Tensor holdWords(torch::Tensor ids) const
    {
        for (const PinnedWord &pin : m_pinned)
            ids.select(1, pin.position).fill_(pin.word);
        return ids;
    }

private:
    std::vector<PinnedWord> m_pinned;
    torch::Tensor m_wordTable;
};

} // namespace ard
