// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/NoiseSource.h"

#include "base/Philox.h"
#include <ATen/Parallel.h>
#include <algorithm>
#include <limits>

namespace ard {
namespace {

constexpr int kSkipped = std::numeric_limits<int>::min();
constexpr std::uint32_t kDrawnClampStream = 405;

} // namespace

torch::Tensor NoiseSource::uniform(std::span<const int> arrived)
{
    return at::full({1, static_cast<int64_t>(arrived.size())}, 0.5, torch::kDouble);
}

PhiloxNoise::PhiloxNoise(const std::vector<std::uint64_t> &rowSeeds, int length, int channels, torch::Device device,
                         double topP)
    : m_length(length), m_channels(channels), m_device(device), m_topP(static_cast<float>(topP))
{
    std::vector<int64_t> rowToSeed;
    for (const std::uint64_t seed : rowSeeds) {
        const auto found = std::find(m_seeds.begin(), m_seeds.end(), seed);
        rowToSeed.push_back(found - m_seeds.begin());
        if (found == m_seeds.end())
            m_seeds.push_back(seed);
    }
    if (m_seeds.size() > 1)
        m_rowToSeed = torch::tensor(rowToSeed, torch::kInt64).to(device);
}

torch::Tensor PhiloxNoise::starting()
{
    return draw(std::vector<int>(static_cast<std::size_t>(m_length), NoiseKey::startingNoise), 0);
}

torch::Tensor PhiloxNoise::restarting()
{
    return draw(std::vector<int>(static_cast<std::size_t>(m_length), NoiseKey::repairNoise), 0);
}

torch::Tensor PhiloxNoise::uniform(std::span<const int> arrived)
{
    torch::Tensor numbers = at::empty({static_cast<int64_t>(m_seeds.size()), m_length}, torch::kDouble);
    double *number = numbers.data_ptr<double>();
    for (const std::uint64_t seed : m_seeds)
        for (std::uint64_t n = 0; n < arrived.size(); ++n)
            *number++ = uniform01(seed, kDrawnClampStream, n << 32 | static_cast<std::uint32_t>(arrived[n]));
    numbers = numbers.to(m_device);
    return m_rowToSeed.defined() ? numbers.index_select(0, m_rowToSeed) : numbers;
}

torch::Tensor PhiloxNoise::step(int, std::span<const int> before, std::span<const int> after)
{
    std::vector<int> timesteps(after.begin(), after.end());
    for (std::size_t n = 0; n < timesteps.size(); ++n)
        if (after[n] == 0 || after[n] == before[n])
            timesteps[n] = kSkipped;
    return draw(timesteps, m_topP);
}

torch::Tensor PhiloxNoise::draw(std::span<const int> timesteps, float topP) const
{
    const auto seeds = static_cast<int64_t>(m_seeds.size());
    torch::Tensor noise = at::zeros({seeds, m_length, m_channels}, torch::kFloat32);
    float *data = noise.data_ptr<float>();
    at::parallel_for(0, seeds * m_length, 8, [&](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; ++i) {
            const auto position = static_cast<std::int32_t>(i % m_length);
            const int timestep = timesteps[static_cast<std::size_t>(position)];
            if (timestep == kSkipped)
                continue;
            const NoiseKey key{m_seeds[static_cast<std::size_t>(i / m_length)], position, timestep};
            const std::span<float> channels(data + i * m_channels, static_cast<std::size_t>(m_channels));
            if (topP > 0)
                fillTruncatedNormal(key, topP, channels);
            else
                fillStandardNormal(key, channels);
        }
    });
    noise = noise.to(m_device);
    return m_rowToSeed.defined() ? noise.index_select(0, m_rowToSeed) : noise;
}

} // namespace ard
