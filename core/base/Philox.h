// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Philox: counter-based random numbers (Salmon et al. 2011, Philox4x32-10). The same key and counter give the same numbers
// on every machine and device, in any order; nothing is stored. Thread-safe, no state.
#include <array>
#include <cstdint>
#include <span>

namespace ard {

/// Ten rounds of Philox4x32 on one counter block.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// What a noise value belongs to. timestep is the timestep arrived at; startingNoise is the noise that a run starts from, repairNoise
/// what words go back to in a repair.
struct NoiseKey {
    static constexpr std::int32_t startingNoise = -1, repairNoise = -2;
    std::uint64_t seed = 0;
    std::int32_t position = 0;
    std::int32_t timestep = startingNoise;
};

/// Standard normal numbers (Box-Muller in double) for channels 0..out.size()-1 of one key.
/// Philox key = (low, high half of the seed), counter = (position, timestep, channel / 4, 0); the four words of a block are
/// two Box-Muller pairs (radius from the first word, angle from the second), cosine then sine: channels 4k .. 4k+3.
void fillStandardNormal(const NoiseKey &key, std::span<float> out);

/// The same numbers, except that every one whose absolute value is above limit (> 0) is drawn again until it is not: retry
/// r = 0, 1, .. of a channel is its number of the block with the last counter word 2 + r. A standard normal distribution
/// cut off at +-limit; a channel's number depends on no other channel.
void fillTruncatedNormal(const NoiseKey &key, float limit, std::span<float> out);

/// Uniform number in [0,1) with 53 bits, for draws that are not noise: (seed, stream, index).
/// Counter = (low, high half of the index, stream, 1), so it never meets a noise block of the same seed.
double uniform01(std::uint64_t seed, std::uint32_t stream, std::uint64_t index);

} // namespace ard
