// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// OffsetSchedule: timestep schedules in which every position runs down the same way, only earlier or later:
// f(n,s) = s - offset(n), clamped to 0..T-1. Internal to core/diffusion.
#include "diffusion/TimestepSchedule.h"
#include <algorithm>
#include <cstdint>

namespace ard {

class OffsetSchedule final : public TimestepSchedule {
public:
    /// offsets [N]: sentence steps by which a position's own T steps are moved, >= 0; S is T + the largest.
    OffsetSchedule(int diffusionSteps, std::vector<int> offsets)
        : m_last(diffusionSteps - 1), m_offsets(std::move(offsets)),
          m_sentenceSteps(diffusionSteps + *std::max_element(m_offsets.begin(), m_offsets.end()))
    {
    }
    int sentenceSteps() const override { return m_sentenceSteps; }
    void timesteps(int sentenceStep, std::span<int> out) const override
    {
        for (std::size_t n = 0; n < out.size(); ++n)
            out[n] = std::clamp(sentenceStep - m_offsets[n], 0, m_last);
    }

private:
    int m_last;
    std::vector<int> m_offsets;
    int m_sentenceSteps;
};

} // namespace ard
