// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/Bench.h"

#include <fmt/format.h>
#include <stdexcept>

namespace ard::bench {
namespace {

constexpr int kTextRepeats = 100;
constexpr int kCandidates = 50; ///< of the paper's minimum Bayes risk decoding

Timing tokenizing(const Bench &bench, std::string text)
{
    const auto work = [&bench, text = std::move(text)] {
        for (int i = 0; i < kTextRepeats; ++i)
            bench.tokenizer->encode(text);
    };
    return {fmt::format("tokenizing {} sources", kTextRepeats), work, double(kTextRepeats), "sources/s"};
}

GenerationRequest requestOf(const Bench &bench, const std::string &schedule, int steps)
{
    const protocol::ModelSummary &model = bench.generator->summary();
    GenerationRequest request;
    request.source = bench.exampleSource;
    request.schedule.kind = schedule;
    request.schedule.length = model.length;
    request.schedule.anchorScale = model.trainedAnchorScale;
    request.clamp = model.defaultClamp;
    request.samplingSteps = steps;
    return request;
}

constexpr const char *kOneLane = "one lane";

/// Runs of these timestep schedules as the window sees them, frames and all.
Timing lanes(const Bench &bench, std::string name, const std::vector<std::string> &schedules, int steps)
{
    std::vector<Generator::Lane> together;
    for (const std::string &schedule : schedules)
        together.push_back({requestOf(bench, schedule, steps), {}, [](Result<RunRecord> run) {
                                if (!run)
                                    throw std::runtime_error(run.error().message);
                            }});
    return {std::move(name), [&bench, together] { bench.generator->generateTogether(together, true); }, 1, {}};
}

Timings laneTimings(const Bench &bench, int steps)
{
    Timing three =
        lanes(bench, "three lanes together against one", {"uniform", "autoregressive", "ar-diffusion"}, steps);
    three.against = kOneLane;
    three.unit = "times one";
    Timing one = lanes(bench, kOneLane, {"ar-diffusion"}, steps);
    one.unit = "runs/s";
    return {std::move(one), std::move(three)};
}

/// All candidates of one source, and which of them agrees best with the others.
Timing candidates(const Bench &bench, int count, int steps)
{
    GenerationRequest request = requestOf(bench, "ar-diffusion", steps);
    request.candidates = count;
    const auto work = [&bench, request = std::move(request)] {
        if (const auto run = bench.generator->generate(request, false); !run)
            throw std::runtime_error(run.error().message);
    };
    return {fmt::format("{} candidates and their choice", count), work, double(count), "candidates/s",
            bench.generationProducts(count, steps)};
}

/// From a model folder to the first frame of a run.
Timing firstFrame(const Bench &bench, const BenchmarkOptions &options)
{
    const auto work = [request = requestOf(bench, "ar-diffusion", options.steps), options] {
        auto generator = Generator::load(options.model, options.device);
        if (!generator)
            throw std::runtime_error(generator.error().message);
        std::atomic<bool> cancel{false};
        GenerationObserver observer;
        observer.cancel = &cancel;
        observer.frame = [&cancel](const StepFrame &, const auto &) { cancel = true; };
        (*generator)->generate(request, true, observer);
    };
    return {"loading a model, to the first frame", work, 1, "starts/s"};
}

} // namespace

Timings modelTimings(const Bench &bench, const BenchmarkOptions &options)
{
    Timings timings;
    if (bench.generator) {
        timings = laneTimings(bench, options.steps);
        timings.push_back(candidates(bench, kCandidates, options.steps));
        timings.push_back(firstFrame(bench, options));
    }
    if (bench.tokenizer)
        timings.push_back(tokenizing(bench, bench.exampleSource));
    return timings;
}

} // namespace ard::bench
