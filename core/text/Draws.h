// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws: uniform numbers one after the other, from a place of a stream on. The same arguments give the same numbers.
#include "base/Philox.h"
#include <algorithm>

namespace ard {

class Draws {
public:
    Draws(std::uint64_t seed, std::uint32_t stream, std::uint64_t first) : m_seed(seed), m_stream(stream), m_next(first)
    {
    }
    double next() { return uniform01(m_seed, m_stream, m_next++); }
    /// all: not empty.
    template <class All>
    const auto &oneOf(const All &all)
    {
        return all[std::min(static_cast<std::size_t>(next() * static_cast<double>(all.size())), all.size() - 1)];
    }

private:
    std::uint64_t m_seed;
    std::uint32_t m_stream;
    std::uint64_t m_next;
};

} // namespace ard
