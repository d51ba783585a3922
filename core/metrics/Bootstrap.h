// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bootstrap: how far a figure moves when other sentences of the same kind had been taken (Koehn 2004): sentences are
// drawn anew with replacement and the figure is computed from their statistics. Which sentences a resample holds
// depends on the seed, the resample's number and the number of sentences only (base/Philox.h): the same on every machine,
// and the same for two systems on the same sentences, which makes their comparison a paired one. Thread-safe.
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace ard {

struct Bootstrap {
    int resamples = 1000;   ///< 0: none is done
    double confidence = 95; ///< per cent, above 0 and below 100
    std::uint64_t seed = 1;
};

struct Interval {
    double low = 0, high = 0;
};

/// A figure of sentences of which sentence i is there times[i] times.
using Statistic = std::function<double(std::span<const int> times)>;

/// How often each of so many sentences is in one resample; they sum up to the number of sentences.
std::vector<int> resample(std::size_t sentences, int number, std::uint64_t seed);

/// One percentile interval for each statistic, all from the same resamples: of 1000 values and 95 % confidence the 25
/// smallest and the 25 largest are left out. Preconditions: at least one sentence and one resample.
std::vector<Interval> bootstrapIntervals(std::size_t sentences, std::span<const Statistic> statistics,
                                         const Bootstrap &options);

struct PairedDifference {
    double difference = 0; ///< of the figures on the sentences as they are: first minus second
    Interval interval;     ///< of that difference
    /// Two-sided: the share of resamples whose difference is at least this far from the resamples' mean difference
    /// (Riezler and Maxwell 2005, as sacreBLEU does): small means that chance alone hardly makes such a difference.
    double p = 1;
};

/// Both statistics are of the same sentences. Preconditions as above.
PairedDifference pairedBootstrap(std::size_t sentences, const Statistic &first, const Statistic &second,
                                 const Bootstrap &options);

} // namespace ard
