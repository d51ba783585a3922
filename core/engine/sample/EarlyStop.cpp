// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/EarlyStop.h"

#include <algorithm>

namespace ard {

EarlyStop::EarlyStop(int settledCalls, int64_t batch)
    : m_wanted(settledCalls), m_calls(static_cast<std::size_t>(batch), 0), m_still(static_cast<std::size_t>(batch), 0)
{
}

bool EarlyStop::add(int call, const torch::Tensor &words)
{
    if (!m_last.defined()) {
        m_last = words;
        m_stopped = words.clone();
        return false;
    }
    const torch::Tensor same = words.eq(m_last).all(1).to(torch::kCPU).contiguous();
    const bool *unchanged = same.data_ptr<bool>();
    for (std::size_t row = 0; row < m_calls.size(); ++row) {
        if (m_calls[row] > 0)
            continue;
        m_still[row] = unchanged[row] ? m_still[row] + 1 : 0;
        if (m_still[row] < m_wanted)
            continue;
        m_calls[row] = call;
        m_stopped[static_cast<int64_t>(row)].copy_(words[static_cast<int64_t>(row)]);
    }
    m_last = words;
    return std::all_of(m_calls.begin(), m_calls.end(), [](int stopped) { return stopped > 0; });
}

torch::Tensor EarlyStop::orStopped(const torch::Tensor &words) const
{
    torch::Tensor result = words.clone();
    for (std::size_t row = 0; row < m_calls.size(); ++row)
        if (m_calls[row] > 0)
            result[static_cast<int64_t>(row)].copy_(m_stopped[static_cast<int64_t>(row)]);
    return result;
}

} // namespace ard
