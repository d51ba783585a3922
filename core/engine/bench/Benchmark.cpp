// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Benchmark.h"

#include "base/Guard.h"
#include "base/Stopwatch.h"
#include "engine/Device.h"
#include "engine/Runtime.h"
#include "engine/bench/Bench.h"
#include "engine/bench/Neighbour.h"
#include "engine/folder/ModelFolder.h"
#include "engine/model/CallTimes.h"
#include <ATen/Parallel.h>
#include <algorithm>
#include <c10/core/GradMode.h>
#include <fmt/format.h>
#include <optional>

namespace ard {
namespace {

using bench::Bench;
using bench::Timing;
using bench::Timings;

/// The median over the rounds of how many times as long the timing took.
double ratioOf(const Timing &timing, const Timing &against)
{
    std::vector<double> ratios;
    for (std::size_t round = 0; round < timing.seconds.size(); ++round)
        ratios.push_back(timing.seconds[round] / against.seconds[round]);
    std::sort(ratios.begin(), ratios.end());
    return ratios[ratios.size() / 2];
}

/// The best of the rounds against the best of the products: of a busy machine the least disturbed.
double shareOf(const Timing &timing, const Timings &timings)
{
    const auto all =
        std::find_if(timings.begin(), timings.end(), [](const Timing &t) { return t.name == bench::kAllThreads; });
    if (all == timings.end() || timing.products == 0)
        return 0;
    const auto best = [](const Timing &t) { return *std::min_element(t.seconds.begin(), t.seconds.end()); };
    return 2e-9 * timing.products / best(timing) / (all->amount / best(*all));
}

/// timings: all of them, in whose rounds the others are found.
BenchmarkFigure figureOf(Timing timing, const Timings &timings)
{
    const auto against =
        std::find_if(timings.begin(), timings.end(), [&](const Timing &other) { return other.name == timing.against; });
    const double ratio = against == timings.end() ? 0 : ratioOf(timing, *against);
    std::sort(timing.seconds.begin(), timing.seconds.end());
    const double median = timing.seconds[timing.seconds.size() / 2];
    return {timing.name,
            median,
            timing.seconds.front(),
            ratio > 0 ? ratio : timing.amount / median,
            shareOf(timing, timings),
            timing.unit};
}

/// Where the time of one generation's calls goes, as shares of what its threads had.
std::vector<BenchmarkShare> sharesOf(const Timing &generation, int threads)
{
    CallTimes times;
    double all = 0;
    {
        struct Measuring {
            explicit Measuring(CallTimes &times) { CallTimes::current = &times; }
            ~Measuring() { CallTimes::current = nullptr; }
        } measuring(times);
        const Stopwatch watch;
        generation.work();
        all = watch.seconds() * threads;
    }
    std::vector<BenchmarkShare> shares;
    double known = 0;
    for (const auto &[name, part] : {std::pair{"projections", CallPart::Projections},
                                     {"attention", CallPart::Attention},
                                     {"feed-forward", CallPart::FeedForward},
                                     {"input and output layers", CallPart::Ends},
                                     {"waiting for keys of another thread", CallPart::Waiting}}) {
        shares.push_back({name, times.seconds(part) / all});
        known += shares.back().share;
    }
    shares.push_back({"clamping, noise and steps, and threads that have nothing to do", std::max(0.0, 1 - known)});
    return shares;
}

/// Seconds that it took. Threads that LibTorch is told of anew have to be found again, so it is told only where it must.
double time(const Timing &timing, int threads, const bench::Neighbour *neighbour)
{
    struct Threads {
        Threads(int wanted, int usual) : back(wanted == usual ? 0 : usual)
        {
            if (back)
                at::set_num_threads(wanted);
        }
        ~Threads()
        {
            if (back)
                at::set_num_threads(back);
        }
        int back;
    } setting(timing.threads > 0 ? timing.threads : threads, threads);
    if (timing.neighbour && neighbour)
        neighbour->work();
    const Stopwatch watch;
    timing.work();
    const double seconds = watch.seconds();
    if (timing.neighbour && neighbour)
        neighbour->rest();
    return seconds;
}

void measure(Timings &timings, int threads, int rounds, const bench::Neighbour *neighbour, const ProgressSink &progress)
{
    for (int round = -1; round < rounds; ++round) // the first warms up and is not counted
        for (std::size_t i = 0; i < timings.size(); ++i) {
            const double seconds = time(timings[i], threads, neighbour);
            if (round >= 0)
                timings[i].seconds.push_back(seconds);
            if (progress)
                progress("measuring",
                         ((round + 1) * double(timings.size()) + double(i) + 1) /
                             ((rounds + 1) * double(timings.size())));
        }
}

Result<ModelFolder> networkOf(const BenchmarkOptions &options, const ProgressSink &progress)
{
    if (!options.model.empty())
        return readModelFolder(options.model, progress);
    ModelFolder model;
    ARD_ASSIGN(model.config, bench::configOfSize(options.size));
    model.parameters = initialParameters(model.config, 1);
    model.summary.name = "random weights of the size " + options.size;
    return model;
}

/// What there is besides the network where there is a folder.
Status addFolder(Bench &bench, const ModelFolder &model, const BenchmarkOptions &options)
{
    if (options.model.empty())
        return {};
    if (!model.summary.examples.empty())
        bench.exampleSource = model.summary.examples.front();
    if (!model.config.autoregressive) {
        ARD_ASSIGN(bench.generator, Generator::load(options.model, options.device));
    }
    ARD_ASSIGN(bench.tokenizer, loadTokenizer(options.model));
    return {};
}

Timings timingsOf(const Bench &bench, const SamplingPlan &plan, const BenchmarkOptions &options, int threads)
{
    Timings all = bench::productTimings(bench, threads);
    const auto add = [&all](Timings timings) { std::move(timings.begin(), timings.end(), std::back_inserter(all)); };
    add(bench::callTimings(bench, options));
    add(bench::generationTimings(bench, plan, options));
    if (!bench.denoiser.config().autoregressive)
        add(bench::partTimings(bench, plan, *std::max_element(options.batches.begin(), options.batches.end())));
    add(bench::trainingTimings(bench));
    add(bench::modelTimings(bench, options));
    return all;
}

Result<BenchmarkReport> run(const BenchmarkOptions &options, const ProgressSink &progress)
{
    const c10::NoGradGuard noGradients;
    std::optional<bench::Neighbour> neighbour;
    if (options.neighbour)
        neighbour.emplace();
    if (neighbour && !neighbour->exists())
        return fail(ErrorCode::Internal, "no process could be started that keeps a core busy");
    const RuntimeInfo &runtime = initialiseRuntime();
    ARD_ASSIGN(const torch::Device device, resolveDevice(options.device));
    ARD_ASSIGN(ModelFolder model, networkOf(options, progress));
    ARD_ASSIGN(NoiseSchedule noiseSchedule, makeNoiseSchedule(model.config.noiseSchedule, model.config.diffusionSteps));
    TimestepScheduleSpec spec;
    spec.length = model.config.length;
    spec.diffusionSteps = model.config.diffusionSteps;
    spec.anchorScale = model.summary.trainedAnchorScale;
    ARD_ASSIGN(const SamplingPlan plan, makeSamplingPlan(spec, options.steps));

    Bench bench(model.config, std::move(model.parameters), std::move(noiseSchedule), device);
    ARD_TRY(addFolder(bench, model, options));
    Timings timings = timingsOf(bench, plan, options, runtime.threads);
    measure(timings, runtime.threads, options.rounds, neighbour ? &*neighbour : nullptr, progress);
    BenchmarkReport report{
        model.summary.name, deviceName(device), runtime.blas, runtime.threads, options.rounds, {}, {}};
    for (const Timing &timing : timings)
        report.figures.push_back(figureOf(timing, timings));
    if (bench.denoiser.rows())
        for (const int batch : options.batches) {
            const auto generation = std::find_if(timings.begin(), timings.end(), [&](const Timing &timing) {
                return timing.name == bench::generationName(plan, batch);
            });
            report.generations.push_back({generation->name, sharesOf(*generation, runtime.threads)});
        }
    return report;
}

} // namespace

Result<BenchmarkReport> runBenchmark(const BenchmarkOptions &options, const ProgressSink &progress)
{
    return guarded("measuring", [&] { return run(options, progress); });
}

} // namespace ard
