// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EarlyStop: ends a row of a batch when its words have stood still. Ours, not the paper's. A row's stop depends on nothing
// but that row, so that a batch gives what its rows give alone.
#include <torch/types.h>
#include <vector>

namespace ard {

class EarlyStop {
public:
    /// settledCalls: how many calls one after the other may not change a word (PAD is a word); 0: never stops.
    EarlyStop(int settledCalls, int64_t batch);

    bool enabled() const { return m_wanted > 0; }
    /// words [B,N] int64: the most probable words of the call's x0_hat. True when every row has stopped.
    bool add(int call, const torch::Tensor &words);
    /// [B,N]: the words with which rows stopped, and the given ones for rows that did not.
    torch::Tensor orStopped(const torch::Tensor &words) const;
    /// [B] the call after which a row stopped, 0 for one that did not.
    const std::vector<int> &calls() const { return m_calls; }

private:
    int m_wanted;
    std::vector<int> m_calls;
    std::vector<int> m_still; ///< [B] calls in a row that changed no word
    torch::Tensor m_last;     ///< [B,N] words of the call before
    torch::Tensor m_stopped;  ///< [B,N] words of the rows that stopped
};

} // namespace ard
