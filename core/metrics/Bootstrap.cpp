// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/Bootstrap.h"
#include "base/Philox.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace ard {

namespace {

/// Keeps these draws apart from the others of the same seed.
constexpr std::uint32_t stream = 0x626F6F74;

Interval percentiles(std::vector<double> values, double confidence)
{
    std::sort(values.begin(), values.end());
    const auto most = (values.size() - 1) / 2;
    const double tail = static_cast<double>(values.size()) * (100.0 - confidence) / 200.0;
    // The tail of 95 % of 1000 is 25, not 24.99999.
    const std::size_t cut = std::min(most, static_cast<std::size_t>(tail + 1e-9));
    return {values[cut], values[values.size() - 1 - cut]};
}

} // namespace

std::vector<int> resample(std::size_t sentences, int number, std::uint64_t seed)
{
    std::vector<int> times(sentences, 0);
    const std::uint64_t first = static_cast<std::uint64_t>(number) * sentences;
    for (std::size_t i = 0; i < sentences; ++i) {
        const double share = uniform01(seed, stream, first + i);
        ++times[static_cast<std::size_t>(share * static_cast<double>(sentences))];
    }
    return times;
}

std::vector<Interval> bootstrapIntervals(std::size_t sentences, std::span<const Statistic> statistics,
                                         const Bootstrap &options)
{
    std::vector<std::vector<double>> values(statistics.size());
    for (int number = 0; number < options.resamples; ++number) {
        const std::vector<int> times = resample(sentences, number, options.seed);
        for (std::size_t i = 0; i < statistics.size(); ++i)
            values[i].push_back(statistics[i](times));
    }
    std::vector<Interval> intervals;
    for (auto &list : values)
        intervals.push_back(percentiles(std::move(list), options.confidence));
    return intervals;
}

PairedDifference pairedBootstrap(std::size_t sentences, const Statistic &first, const Statistic &second,
                                 const Bootstrap &options)
{
    const std::vector<int> once(sentences, 1);
    PairedDifference result;
    result.difference = first(once) - second(once);
    std::vector<double> differences;
    for (int number = 0; number < options.resamples; ++number) {
        const std::vector<int> times = resample(sentences, number, options.seed);
        differences.push_back(first(times) - second(times));
    }
    const double mean =
        std::accumulate(differences.begin(), differences.end(), 0.0) / static_cast<double>(differences.size());
    const auto farther = std::count_if(differences.begin(), differences.end(), [&](double difference) {
        return std::abs(difference - mean) >= std::abs(result.difference);
    });
    result.p = static_cast<double>(farther + 1) / static_cast<double>(differences.size() + 1);
    result.interval = percentiles(std::move(differences), options.confidence);
    return result;
}

} // namespace ard
