// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CallTimes: where the time of RowDecoder's calls goes, added up over all threads while somebody measures. Costs a comparison
// a part where nobody does.
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

namespace ard {

enum class CallPart { Ends, Projections, Attention, FeedForward, Waiting, Count };

struct CallTimes {
    std::array<std::atomic<std::int64_t>, static_cast<std::size_t>(CallPart::Count)> nanoseconds{};
    /// Who measures sets it and takes it away again, from the thread that makes the calls.
    static inline std::atomic<CallTimes *> current{nullptr};

    double seconds(CallPart part) const { return 1e-9 * double(nanoseconds[static_cast<std::size_t>(part)].load()); }
};

/// Of one thread: each lap counts the time since the last one.
class CallWatch {
public:
    CallWatch() : m_times(CallTimes::current.load(std::memory_order_relaxed))
    {
        if (m_times)
            m_last = Clock::now();
    }
    void lap(CallPart part)
    {
        if (!m_times)
            return;
        const auto now = Clock::now();
        const auto passed = std::chrono::duration_cast<std::chrono::nanoseconds>(now - m_last).count();
        m_times->nanoseconds[static_cast<std::size_t>(part)].fetch_add(passed, std::memory_order_relaxed);
        m_last = now;
    }

private:
    using Clock = std::chrono::steady_clock;
    CallTimes *m_times;
    Clock::time_point m_last;
};

} // namespace ard
