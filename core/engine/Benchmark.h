// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Benchmark: how fast this machine computes a model. Every figure is timed once a round, in turn, so that what else the
// machine does falls on all of them alike; the median over the rounds is reported. Plain values, no torch in the
// header.
#include "base/Result.h"
#include "engine/Generator.h"
#include <string>
#include <vector>

namespace ard {

struct BenchmarkOptions {
    std::string model; ///< folder; empty: random weights of the size that is named
    std::string size =
        "e2e"; ///< e2e (the bundled model), e2e-wide (feed-forward 4 times), commongen, xsum (the reference's)
    std::string device = "auto";
    std::vector<int> batches = {1, 16, 64};
    int rounds = 5;
    int steps = 20; ///< sampling steps of a generation
    /// Also the same generations in the order of work of the reference implementation, on the same machine's BLAS: every
    /// call encodes the source and makes keys and values of it anew, of every sentence of the batch, layer by layer with
    /// LibTorch's operations.
    /// A batch of more than ten is generated ten at a time.
    bool asReference = false;
    bool neighbour = false; ///< the generations also while another process takes a core
};

struct BenchmarkFigure {
    std::string name;
    double median = 0, best = 0; ///< seconds
    double rate = 0;             ///< from the median
    /// Of the rate of products on all threads that was measured beside it, how much this reaches with the multiplications of
    /// its linear layers; 0 where it has none.
    double share = 0;
    std::string rateUnit; ///< "GFLOP/s", "sentences/s", "times one" (a ratio of two figures, median over the rounds)
};

/// Of the time that all threads had together, what a part took.
struct BenchmarkShare {
    std::string part;
    double share = 0;
};

/// What one more generation spent its time on.
struct BenchmarkGeneration {
    std::string name;
    std::vector<BenchmarkShare> shares;
};

struct BenchmarkReport {
    std::string model, device, blas;
    int threads = 0, rounds = 0;
    std::vector<BenchmarkFigure> figures;
    std::vector<BenchmarkGeneration> generations; ///< empty where calls are not taken apart: GPUs, the twin
};

Result<BenchmarkReport> runBenchmark(const BenchmarkOptions &options, const ProgressSink &progress = {});

} // namespace ard
