// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Harness: what one fuzz target provides. libFuzzer calls LLVMFuzzerTestOneInput without end (option ARD_FUZZ, clang);
// MutationDriver.cpp calls it a fixed number of times on damaged seeds, the same ones in every run, as a line of ctest.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// Must not crash, whatever the bytes are; aborts when an accepted input breaks a promise.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace ard::test {

/// Good inputs to start from.
std::vector<std::vector<std::uint8_t>> fuzzSeeds();

/// A seed of a target with several readers: its first byte says which.
inline std::vector<std::uint8_t> seedFor(int reader, std::string_view bytes)
{
    std::vector<std::uint8_t> seed{static_cast<std::uint8_t>(reader)};
    seed.insert(seed.end(), bytes.begin(), bytes.end());
    return seed;
}

} // namespace ard::test
