// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/StateCache.h"

#include <algorithm>

namespace ard {
namespace {

constexpr std::size_t kMaxRuns = 8;
constexpr std::size_t kMaxBytes = std::size_t{128} << 20; ///< of all runs

std::size_t bytesOf(const SamplingState &state)
{
    std::size_t bytes = 0;
    for (const torch::Tensor &tensor : {state.latent, state.selfCondition, state.previous})
        if (tensor.defined())
            bytes += tensor.nbytes();
    return bytes;
}

} // namespace

void StateCache::put(const std::string &key, int call, const SamplingState &state)
{
    auto run = std::find_if(m_runs.begin(), m_runs.end(), [&](const Run &known) { return known.key == key; });
    if (run == m_runs.end())
        m_runs.push_front({key, {}, 0});
    else
        m_runs.splice(m_runs.begin(), m_runs, run);
    Run &newest = m_runs.front();
    const std::size_t bytes = bytesOf(state);
    if (newest.bytes + bytes > kMaxBytes)
        return; // a run too long to be kept whole: what lies behind is computed again
    if (newest.states.emplace(call, state).second)
        newest.bytes += bytes;
    std::size_t total = 0;
    for (const Run &known : m_runs)
        total += known.bytes;
    while (m_runs.size() > 1 && (m_runs.size() > kMaxRuns || total > kMaxBytes)) {
        total -= m_runs.back().bytes;
        m_runs.pop_back();
    }
}

const SamplingState *StateCache::find(const std::string &key, int call, int &found)
{
    const auto run = std::find_if(m_runs.begin(), m_runs.end(), [&](const Run &known) { return known.key == key; });
    if (run == m_runs.end())
        return nullptr;
    m_runs.splice(m_runs.begin(), m_runs, run);
    auto state = m_runs.front().states.upper_bound(call);
    if (state == m_runs.front().states.begin())
        return nullptr;
    --state;
    found = state->first;
    return &state->second;
}

} // namespace ard
