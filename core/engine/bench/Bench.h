// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bench: what a benchmark keeps alive, and the figures that it is asked for; Benchmark.cpp times them.
#include "diffusion/NoiseSchedule.h"
#include "engine/Benchmark.h"
#include "engine/bench/Timing.h"
#include "engine/model/Denoiser.h"
#include "engine/sample/WordSearch.h"
#include "text/Tokenizer.h"
#include <memory>

namespace ard::bench {

/// A network's size by its name (BenchmarkOptions::size). Error: there is none of that name.
Result<ModelConfig> configOfSize(const std::string &name);

/// A network, one encoded source, a tokenizer and a generator if there is a model folder.
struct Bench {
    Bench(ModelConfig config, Parameters parameters, NoiseSchedule schedule, const torch::Device &where);
    /// Multiplications in the linear layers of a model call of so many sentences; 0 where they are not counted.
    double products(int batch) const;
    /// Of so many calls, each clamped to the nearest words.
    double generationProducts(int batch, int calls) const;
    static Denoiser placed(ModelConfig config, Parameters parameters, const torch::Device &where);
    /// Waits for the device: a value that depends on the result is read.
    static void await(const torch::Tensor &result);

    Denoiser plain, denoiser; ///< of the same weights; the second is prepared for inference
    WordSearch words;
    NoiseSchedule noiseSchedule;
    torch::Device device;
    torch::Tensor ids; ///< [1,S]
    EncodedSource source;
    std::shared_ptr<const Tokenizer> tokenizer;
    std::unique_ptr<Generator> generator; ///< where there is a model folder
    std::string exampleSource = "The quick brown fox jumps over the lazy dog.";
};

constexpr const char *kAllThreads = "products of the model's shapes, all threads";

Timings productTimings(const Bench &bench, int threads);
std::string generationName(const SamplingPlan &plan, int batch);
Timings callTimings(const Bench &bench, const BenchmarkOptions &options);
/// Generations of every batch, on all threads and of the largest on one; as the reference and with a neighbour, where asked for.
Timings generationTimings(const Bench &bench, const SamplingPlan &plan, const BenchmarkOptions &options);
/// What a generation of a batch is made of besides the model calls, each apart.
Timings partTimings(const Bench &bench, const SamplingPlan &plan, int batch);
Timings trainingTimings(const Bench &bench);
/// Of a model folder: lanes, candidates and their choice, a start, its tokenizer.
Timings modelTimings(const Bench &bench, const BenchmarkOptions &options);

} // namespace ard::bench
