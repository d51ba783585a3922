// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Philox.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace ard {

namespace {

// Constants of Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3".
constexpr std::uint64_t multiplier0 = 0xD2511F53;
constexpr std::uint64_t multiplier1 = 0xCD9E8D57;
constexpr std::uint32_t weyl0 = 0x9E3779B9;
constexpr std::uint32_t weyl1 = 0xBB67AE85;

// Last counter word: keeps noise and the other draws of one seed apart.
constexpr std::uint32_t noiseDomain = 0;
constexpr std::uint32_t uniformDomain = 1;
constexpr std::uint32_t retryDomain = 2; // and all above it: one a retry

/// Beyond any chance for limits that make sense; an endless loop for those that do not is worse than a number at the limit.
constexpr std::uint32_t maximumRetries = 1'000'000;

std::array<std::uint32_t, 2> keyOf(std::uint64_t seed)
{
    return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
}

/// Two words to two independent standard normal numbers. The radius never sees log(0).
std::array<float, 2> boxMuller(std::uint32_t a, std::uint32_t b)
{
    constexpr double scale = 1.0 / 4294967296.0;
    const double radius = std::sqrt(-2.0 * std::log((a + 1.0) * scale));
    const double angle = 2.0 * std::numbers::pi * (b * scale);
    return {static_cast<float>(radius * std::cos(angle)), static_cast<float>(radius * std::sin(angle))};
}

/// Channels 4 * block .. 4 * block + 3 of a key.
std::array<float, 4> normalBlock(const NoiseKey &key, std::size_t block, std::uint32_t domain)
{
    const auto words = philox4x32({static_cast<std::uint32_t>(key.position), static_cast<std::uint32_t>(key.timestep),
                                   static_cast<std::uint32_t>(block), domain},
                                  keyOf(key.seed));
    const auto left = boxMuller(words[0], words[1]);
    const auto right = boxMuller(words[2], words[3]);
    return {left[0], left[1], right[0], right[1]};
}

} // namespace

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product0 = multiplier0 * counter[0];
        const std::uint64_t product1 = multiplier1 * counter[2];
        counter = {
            static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(product1),
            static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(product0)};
        key[0] += weyl0;
        key[1] += weyl1;
    }
    return counter;
}

void fillStandardNormal(const NoiseKey &key, std::span<float> out)
{
    for (std::size_t first = 0; first < out.size(); first += 4) {
        const auto normals = normalBlock(key, first / 4, noiseDomain);
        for (std::size_t i = 0; i < 4 && first + i < out.size(); ++i)
            out[first + i] = normals[i];
    }
}

void fillTruncatedNormal(const NoiseKey &key, float limit, std::span<float> out)
{
    fillStandardNormal(key, out);
    for (std::size_t channel = 0; channel < out.size(); ++channel) {
        for (std::uint32_t retry = 0; std::abs(out[channel]) > limit && retry < maximumRetries; ++retry)
            out[channel] = normalBlock(key, channel / 4, retryDomain + retry)[channel % 4];
        out[channel] = std::clamp(out[channel], -limit, limit);
    }
}

double uniform01(std::uint64_t seed, std::uint32_t stream, std::uint64_t index)
{
    const auto words =
        philox4x32({static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(index >> 32), stream, uniformDomain},
                   keyOf(seed));
    const std::uint64_t bits = (static_cast<std::uint64_t>(words[0]) << 21) ^ (words[1] >> 11);
    return static_cast<double>(bits) * 0x1.0p-53;
}

} // namespace ard
