// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/StateCache.h"

#include <algorithm>

namespace ard {
namespace {

constexpr std::size_t kMaxStretches = 8;
constexpr std::size_t kMaxBytes = std::size_t{128} << 20; ///< of all stretches

std::size_t bytesOf(const SamplingState &state)
{
    std::size_t bytes = 0;
    for (const torch::Tensor &tensor : {state.latent, state.selfCondition, state.previous, state.open, state.words})
        if (tensor.defined())
            bytes += tensor.nbytes();
    return bytes;
}

} // namespace

void StateCache::put(const std::string &key, int call, const SamplingState &state)
{
    auto stretch = std::find_if(m_stretches.begin(), m_stretches.end(),
                                [&](const StretchStates &known) { return known.key == key; });
    if (stretch == m_stretches.end())
        m_stretches.push_front({key, {}, 0});
    else
        m_stretches.splice(m_stretches.begin(), m_stretches, stretch);
    StretchStates &newest = m_stretches.front();
    const std::size_t bytes = bytesOf(state);
    if (newest.bytes + bytes > kMaxBytes)
        return; // a stretch too long to be kept whole: the states after these are computed again
    if (newest.states.emplace(call, state).second)
        newest.bytes += bytes;
    std::size_t total = 0;
    for (const StretchStates &known : m_stretches)
        total += known.bytes;
    while (m_stretches.size() > 1 && (m_stretches.size() > kMaxStretches || total > kMaxBytes)) {
        total -= m_stretches.back().bytes;
        m_stretches.pop_back();
    }
}

const SamplingState *StateCache::find(const std::string &key, int call, int &found)
{
    const auto stretch = std::find_if(m_stretches.begin(), m_stretches.end(),
                                      [&](const StretchStates &known) { return known.key == key; });
    if (stretch == m_stretches.end())
        return nullptr;
    m_stretches.splice(m_stretches.begin(), m_stretches, stretch);
    auto state = m_stretches.front().states.upper_bound(call);
    if (state == m_stretches.front().states.begin())
        return nullptr;
    --state;
    found = state->first;
    return &state->second;
}

} // namespace ard
