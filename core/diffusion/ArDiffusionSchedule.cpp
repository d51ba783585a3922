// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/Builders.h"
#include <algorithm>
#include <cmath>

namespace ard {

namespace {

/// AR-Diffusion (Wu et al. 2023, section 3.3; reference p_skip_xy_sample_loop_progressive): the timesteps of one
/// sentence step lie on the line through the moving point (n_s, t_s) and the fixed anchor (n_e, T-1), clamped to
/// 0..T-1.
class ArDiffusionSchedule final : public TimestepSchedule {
public:
    ArDiffusionSchedule(int length, int diffusionSteps, std::int64_t anchorPosition)
        : m_length(length), m_diffusionSteps(diffusionSteps), m_anchorPosition(anchorPosition)
    {
    }
    int sentenceSteps() const override { return m_diffusionSteps + m_length; }
    void timesteps(int sentenceStep, std::span<int> out) const override
    {
        // Single precision and this order of operations are those of the reference; double would round a few values
        // elsewhere.
        const float anchorX = static_cast<float>(m_anchorPosition);
        const float anchorY = static_cast<float>(m_diffusionSteps - 1);
        const float spanX = static_cast<float>(std::max(m_length - 1 - sentenceStep, 0)) - anchorX;
        const float spanY = static_cast<float>(std::max(sentenceStep - (m_length - 1), 0)) - anchorY;
        for (std::size_t n = 0; n < out.size(); ++n) {
            const float y = (static_cast<float>(n) - anchorX) / spanX * spanY + anchorY;
            const float rounded = std::nearbyint(y); // half to even, as torch.round
            out[n] = static_cast<int>(std::clamp(rounded, 0.0F, anchorY));
        }
    }

private:
    int m_length;
    int m_diffusionSteps;
    std::int64_t m_anchorPosition;
};

Result<std::shared_ptr<const TimestepSchedule>> makeArDiffusion(const TimestepScheduleSpec &spec)
{
    if (!std::isfinite(spec.anchorScale) || spec.anchorScale <= 0 || spec.anchorScale > kMaxAnchorScale)
        return fail(ErrorCode::InvalidArgument,
                    "The anchor scale must be above 0 and at most 1000000; the paper uses 2");
    const auto anchor = static_cast<std::int64_t>(spec.anchorScale * spec.length);
    if (anchor <= spec.length - 1)
        return fail(ErrorCode::InvalidArgument,
                    "The anchor at position " + std::to_string(anchor) + " is not to the right of the last position " +
                        std::to_string(spec.length - 1) + ": use an anchor scale of at least 1 (the paper uses 2)");
    return std::make_shared<ArDiffusionSchedule>(spec.length, spec.diffusionSteps, anchor);
}

} // namespace

TimestepScheduleBuilder arDiffusionBuilder()
{
    return {{"ar-diffusion",
             "AR-Diffusion (the paper)",
             "Words on the left are denoised earlier than words on the right: the timesteps lie on a line through a "
             "fixed anchor",
             true,
             {{"anchor-scale", 1.0, kMaxAnchorScale, 2.0, false,
               "The anchor stands at position scale x length; the larger, the closer to uniform",
               [](const TimestepScheduleSpec &spec) { return spec.anchorScale; },
               [](TimestepScheduleSpec &spec, double value) { spec.anchorScale = value; }}}},
            makeArDiffusion};
}

} // namespace ard
