// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RowEnds: when the rows of a batch are done, and with which words: after the last model call of the plan, or where their
// words have stood still for long enough (EarlyStop).
#include "engine/sample/EarlyStop.h"
#include "engine/sample/Sampler.h"

namespace ard {

class RowEnds {
public:
    /// Follows one run of a batch. What is referred to must outlive this.
    RowEnds(const SamplingOptions &options, const WordSearch &words, const Pins &pins, int64_t batch);

    /// What SampledStep::finalIds is after this model call, from its x0_hat and its latent.
    torch::Tensor finalIds(const SampledStep &done);
    /// Whether every row has stopped early.
    bool all() const { return m_allStopped; }
    /// [B] the call after which a row stopped early, 0: it goes on.
    const std::vector<int> &stopped() const { return m_stop.calls(); }
    /// [B] the call after which each row was done, in a run that ended after `lastCall`.
    std::vector<int> rowCalls(int lastCall) const;

private:
    const SamplingOptions &m_options;
    const WordSearch &m_words;
    const Pins &m_pins;
    EarlyStop m_stop;
    bool m_allStopped = false;
};

} // namespace ard
