// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/TimestepDraw.h"
#include "base/Philox.h"

#include <cmath>

namespace ard {
namespace {

enum Stream : std::uint32_t { Family = 101, LastSteps, SentenceStep, TokenStep, Jump };

int scaled(double uniform, int count)
{
    return std::min(static_cast<int>(uniform * count), count - 1);
}

/// jump: share of all `count` steps by which the step is moved back.
int moved(int step, double jump, int count)
{
    return std::min(step + static_cast<int>(std::ceil(jump * count)), count - 1);
}

} // namespace

Result<TimestepDraw> TimestepDraw::make(const DrawConfig &config, int length, int diffusionSteps, std::uint64_t seed)
{
    TimestepScheduleSpec spec;
    spec.kind = "ar-diffusion";
    spec.length = length;
    spec.diffusionSteps = diffusionSteps;
    spec.anchorScale = config.anchorScale;
    TimestepDraw draw;
    ARD_ASSIGN(draw.m_arDiffusion, makeTimestepSchedule(spec));
    spec.kind = "uniform";
    ARD_ASSIGN(draw.m_learned, makeTimestepSchedule(spec));
    draw.m_config = config;
    draw.m_length = length;
    draw.m_diffusionSteps = diffusionSteps;
    draw.m_seed = seed;
    return draw;
}

TimestepDraw::Drawn TimestepDraw::draw(int64_t step, int batch, int positions, const LossHistory *history,
                                       double largestJump) const
{
    const double others = m_config.arDiffusion + m_config.uniform + m_config.independent,
                 total = others + m_config.learned;
    Drawn drawn{std::vector<std::int64_t>(static_cast<std::size_t>(batch) * positions), std::vector<float>(batch, 1.0f),
                std::vector<int>(batch, -1)};
    std::vector<int> row(m_length);
    for (int b = 0; b < batch; ++b) {
        const auto index = static_cast<std::uint64_t>(step) * batch + b;
        const double family = uniform01(m_seed, Family, index) * total;
        std::int64_t *out = drawn.timesteps.data() + static_cast<std::size_t>(b) * positions;
        const double jump = largestJump > 0 ? largestJump * uniform01(m_seed, Jump, index) : 0;
        const auto sentence = [&](LossHistory::Kind kind, bool follow) {
            LossHistory::Warped warped{uniform01(m_seed, SentenceStep, index), 1, -1};
            if (history && follow && m_config.lossAware > 0)
                warped = history->warp(kind, warped.u, m_config.lossAware);
            drawn.weights[b] = static_cast<float>(warped.weight);
            drawn.cells[b] = warped.cell;
            return warped.u;
        };
        if (family < m_config.arDiffusion) {
            const bool last = uniform01(m_seed, LastSteps, index) < m_config.lastStepsShare;
            const int all = m_arDiffusion->sentenceSteps();
            m_arDiffusion->timesteps(
                moved(scaled(sentence(LossHistory::ArDiffusion, !last), last ? m_length : all), jump, all), row);
            std::copy_n(row.begin(), positions, out);
        } else if (family < m_config.arDiffusion + m_config.uniform) {
            std::fill_n(out, positions,
                        moved(scaled(sentence(LossHistory::Uniform, true), m_diffusionSteps), jump, m_diffusionSteps));
        } else if (m_config.learned > 0 && family >= others) {
            m_learned->timesteps(
                moved(scaled(sentence(LossHistory::Uniform, false), m_diffusionSteps), jump, m_diffusionSteps), row);
            std::copy_n(row.begin(), positions, out);
        } else {
            for (int n = 0; n < positions; ++n)
                out[n] = moved(scaled(uniform01(m_seed, TokenStep, index * m_length + n), m_diffusionSteps), jump,
                               m_diffusionSteps);
        }
    }
    return drawn;
}

} // namespace ard
