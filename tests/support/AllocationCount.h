// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AllocationCount: how much memory a piece of work asks for, as a measure of the work that no busy machine changes. A program
// that links it has its operator new counted; what Qt and C take with malloc is not.
#include <cstddef>
#include <functional>

namespace ard::test {

struct Allocations {
    std::size_t count = 0;
    std::size_t bytes = 0; ///< asked for in all, whether given back or not
};

/// What the calling thread asked for during work.
Allocations allocationsOf(const std::function<void()> &work);

} // namespace ard::test
