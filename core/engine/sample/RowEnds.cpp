// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/RowEnds.h"

#include <algorithm>

namespace ard {

RowEnds::RowEnds(const SamplingOptions &options, const WordSearch &words, const Pins &pins, int64_t batch)
    : m_options(options), m_words(words), m_pins(pins), m_stop(options.stopWhenSettled, batch)
{
}

torch::Tensor RowEnds::finalIds(const SampledStep &done)
{
    if (done.call == m_options.plan.modelCalls())
        return m_options.finalWords ? m_stop.orStopped(m_pins.holdWords(m_words.mostProbableWords(done.latent)))
                                    : torch::Tensor();
    if (!m_stop.enabled())
        return {};
    const torch::Tensor words = m_pins.holdWords(m_words.mostProbableWords(done.prediction));
    m_allStopped = m_stop.add(done.call, words);
    const bool anyStopped = std::any_of(stopped().begin(), stopped().end(), [](int call) { return call > 0; });
    return anyStopped ? m_stop.orStopped(words) : torch::Tensor();
}

std::vector<int> RowEnds::rowCalls(int lastCall) const
{
    std::vector<int> calls = stopped();
    std::replace(calls.begin(), calls.end(), 0, lastCall);
    return calls;
}

} // namespace ard
