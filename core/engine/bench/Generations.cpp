// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/Bench.h"

#include "engine/sample/Sampler.h"
#include <ATen/ATen.h>
#include <algorithm>
#include <fmt/format.h>

namespace ard::bench {
namespace {

/// As many sentences as the reference generates together.
constexpr int kReferenceTogether = 10;

Timing modelCall(const Bench &bench, int batch)
{
    const ModelConfig &config = bench.denoiser.config();
    const auto on = torch::dtype(torch::kFloat).device(bench.device);
    const torch::Tensor latent = at::zeros({batch, config.length, config.embeddingWidth}, on);
    const torch::Tensor timesteps =
        at::full({batch, config.length}, config.diffusionSteps / 2, on.dtype(torch::kInt64));
    const EncodedSource source = bench.source.repeated(batch);
    return {fmt::format("model call, batch {}", batch),
            [&bench, latent, timesteps, source] { Bench::await(bench.denoiser.predict(latent, timesteps, source)); },
            double(batch), "sentences/s", bench.products(batch)};
}

PhiloxNoise noiseOf(const Bench &bench, int batch)
{
    const ModelConfig &config = bench.denoiser.config();
    return {std::vector<std::uint64_t>(static_cast<std::size_t>(batch), 1), config.length, config.embeddingWidth,
            bench.device};
}

Timing generation(const Bench &bench, const SamplingPlan &plan, int batch)
{
    SamplingOptions options;
    options.plan = plan;
    const auto sampler =
        std::make_shared<Sampler>(bench.denoiser, bench.words, bench.noiseSchedule, std::move(options));
    const auto work = [&bench, sampler, source = bench.source.repeated(batch), batch] {
        PhiloxNoise noise = noiseOf(bench, batch);
        Bench::await(sampler->run(source, noise).ids);
    };
    return {generationName(plan, batch), work, double(batch), "sentences/s",
            bench.generationProducts(batch, plan.modelCalls())};
}

void generateAsReference(const Bench &bench, const Sampler &sampler, int batch)
{
    const torch::Tensor ids = bench.ids.repeat({batch, 1});
    PhiloxNoise noise = noiseOf(bench, batch);
    SamplingState state = sampler.start(batch, noise);
    for (int call = 1; call <= sampler.modelCalls(); ++call) {
        const EncodedSource source = bench.plain.encode(ids, at::ones_like(ids));
        const torch::Tensor prediction = sampler.predict(call - 1, state, source);
        state = sampler.step(call, sampler.clamp(prediction, call, noise), state, noise);
    }
    Bench::await(bench.words.mostProbableWords(state.latent));
}

/// BenchmarkOptions::asReference.
Timing asReference(const Bench &bench, const SamplingPlan &plan, int batch)
{
    SamplingOptions options;
    options.plan = plan;
    const auto sampler = std::make_shared<Sampler>(bench.plain, bench.words, bench.noiseSchedule, std::move(options));
    const auto work = [&bench, sampler, batch] {
        for (int done = 0; done < batch; done += kReferenceTogether)
            generateAsReference(bench, *sampler, std::min(kReferenceTogether, batch - done));
    };
    return {fmt::format("the same in the reference's order, batch {}", batch),
            work,
            double(batch),
            "times ours",
            0,
            generationName(plan, batch)};
}

void addWithNeighbour(Timings &timings)
{
    const std::string with = ", with a neighbour";
    for (std::size_t i = 0, count = timings.size(); i < count; ++i) {
        Timing timing = timings[i];
        timing.name += with;
        if (!timing.against.empty())
            timing.against += with;
        timing.neighbour = true;
        timings.push_back(std::move(timing));
    }
}

} // namespace

std::string generationName(const SamplingPlan &plan, int batch)
{
    return fmt::format("generation of {} steps, batch {}", plan.modelCalls(), batch);
}

Timings callTimings(const Bench &bench, const BenchmarkOptions &options)
{
    Timings timings;
    for (const int batch : options.batches)
        timings.push_back(modelCall(bench, batch));
    return timings;
}

Timings generationTimings(const Bench &bench, const SamplingPlan &plan, const BenchmarkOptions &options)
{
    Timings timings;
    for (const int batch : options.batches)
        timings.push_back(generation(bench, plan, batch));
    if (options.asReference)
        for (const int batch : options.batches)
            timings.push_back(asReference(bench, plan, batch));
    if (options.neighbour)
        addWithNeighbour(timings);
    Timing one = generation(bench, plan, *std::max_element(options.batches.begin(), options.batches.end()));
    one.against = one.name;
    one.name += ", one thread";
    one.unit = "times all threads";
    one.threads = 1;
    timings.push_back(std::move(one));
    return timings;
}

} // namespace ard::bench
