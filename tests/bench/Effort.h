// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Effort: what something took on the calling thread, as processor time, which a busy machine leaves as it is, and as time on
// the wall; and the median and worst of many.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/resource.h>
#include <vector>

namespace ard::bench {

struct Effort {
    double processor = 0, wall = 0; ///< milliseconds
};

class Stopwatch {
public:
    Effort taken() const
    {
        const double wall = std::chrono::duration<double, std::milli>(Clock::now() - m_wall).count();
        return {processorTime() - m_processor, wall};
    }

private:
    using Clock = std::chrono::steady_clock;

    static double processorTime()
    {
        rusage used{};
        getrusage(RUSAGE_THREAD, &used);
        const auto milliseconds = [](const timeval &time) {
            return 1e3 * static_cast<double>(time.tv_sec) + 1e-3 * static_cast<double>(time.tv_usec);
        };
        return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
    }

    double m_processor = processorTime();
    Clock::time_point m_wall = Clock::now();
};

/// One line: "scrub back: median 3.1 ms, worst 5.0 ms of processor; median 3.2 ms, worst 9.8 ms on the wall".
inline void print(const char *what, const std::vector<Effort> &efforts)
{
    std::vector<double> processor, wall;
    for (const Effort &effort : efforts) {
        processor.push_back(effort.processor);
        wall.push_back(effort.wall);
    }
    std::sort(processor.begin(), processor.end());
    std::sort(wall.begin(), wall.end());
    if (efforts.empty())
        return;
    std::printf("%-34s median %7.2f ms, worst %7.2f ms of processor; %7.2f and %7.2f ms on the wall\n", what,
                processor[processor.size() / 2], processor.back(), wall[wall.size() / 2], wall.back());
    std::fflush(stdout);
}

} // namespace ard::bench
