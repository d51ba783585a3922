// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/AllocationCount.h"
#include <cstdlib>
#include <new>

namespace {

thread_local ard::test::Allocations counted;

} // namespace

// The other forms of operator new without an alignment of their own call this one.
void *operator new(std::size_t size)
{
    ++counted.count;
    counted.bytes += size;
    if (void *memory = std::malloc(size > 0 ? size : 1))
        return memory;
    throw std::bad_alloc();
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

namespace ard::test {

Allocations allocationsOf(const std::function<void()> &work)
{
    const Allocations before = counted;
    work();
    return {counted.count - before.count, counted.bytes - before.bytes};
}

} // namespace ard::test
