// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Benchmark.h"

#include "base/Guard.h"
#include "base/Stopwatch.h"
#include "engine/Device.h"
#include "engine/Runtime.h"
#include "engine/folder/ModelFolder.h"
#include "engine/kernels/Product.h"
#include "engine/model/RowDecoder.h"
#include "engine/sample/Capture.h"
#include "engine/sample/Sampler.h"
#include "engine/train/Optimizer.h"
#include "engine/train/TrainingStep.h"
#include "text/Tokenizer.h"
#include <ATen/Parallel.h>
#include <algorithm>
#include <c10/core/GradMode.h>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <stdexcept>

namespace ard {
namespace {

constexpr int64_t kMatrixSize = 1024;
constexpr int kTextRepeats = 100;
constexpr int kTrainingBatch = 16;
constexpr int kCandidates = 50; ///< of the paper's minimum Bayes risk decoding

struct Timing {
    std::string name;
    std::function<void()> work;
    double amount = 1; ///< of the rate's unit
    std::string unit;
    std::vector<double> seconds = {};
    std::string against = {}; ///< the rate is how many times as long as this timing it took, round by round
    double products = 0;      ///< multiplications of linear layers
};

/// The size of the bundled model for restaurant facts.
ModelConfig defaultConfig()
{
    ModelConfig config;
    config.vocabulary = 1500;
    config.embeddingWidth = config.timeChannels = 64;
    config.width = 256;
    config.heads = 4;
    config.encoderLayers = 2;
    config.decoderLayers = 4;
    config.encoderFeedForward = config.decoderFeedForward = 512;
    config.maxPositions = 96;
    config.length = 48;
    return config;
}

/// What a benchmark keeps alive: a network, one encoded source for each batch size, a tokenizer if there is one.
struct Bench {
    Bench(ModelConfig config, Parameters parameters, NoiseSchedule schedule, const torch::Device &where)
        : plain(placed(std::move(config), std::move(parameters), where)), denoiser(plain), words(denoiser),
          noiseSchedule(std::move(schedule)), device(where)
    {
        denoiser.prepareForInference();
        denoiser.prepareRows();
        const int64_t length = std::min<int64_t>(40, denoiser.config().maxPositions);
        ids = at::arange(length, torch::kInt64).remainder(denoiser.config().vocabulary).unsqueeze(0).to(device);
        source = denoiser.encode(ids, at::ones_like(ids));
    }
    /// Multiplications in the linear layers of a model call of so many sentences; 0 where they are not counted.
    double products(int batch) const
    {
        const RowDecoder *rows = denoiser.rows();
        return rows ? double(rows->productsPerPosition()) * denoiser.config().length * batch : 0;
    }
    static Denoiser placed(ModelConfig config, Parameters parameters, const torch::Device &where)
    {
        Denoiser denoiser(std::move(config), std::move(parameters));
        denoiser.to(where);
        return denoiser;
    }
    /// Waits for the device: a value that depends on the result is read.
    static void await(const torch::Tensor &result) { result.flatten()[0].to(torch::kFloat).item<float>(); }

    Denoiser plain, denoiser; ///< of the same weights; the second is prepared for inference
    WordSearch words;
    NoiseSchedule noiseSchedule;
    torch::Device device;
    torch::Tensor ids; ///< [1,S]
    EncodedSource source;
    std::shared_ptr<const Tokenizer> tokenizer;
    std::unique_ptr<Generator> generator; ///< where there is a model folder
};

Timing matrixProduct(const Bench &bench)
{
    const torch::Tensor a = at::ones({kMatrixSize, kMatrixSize}, torch::dtype(torch::kFloat).device(bench.device));
    return {fmt::format("matrix product {0}x{0}x{0}", kMatrixSize), [a] { Bench::await(a.mm(a)); },
            2e-9 * static_cast<double>(kMatrixSize * kMatrixSize * kMatrixSize), "GFLOP/s"};
}

constexpr const char *kAllThreads = "products of the model's shapes, all threads";

/// The largest products of a block, one sentence's positions at a time, on each of so many threads: what a model call could
/// reach if it did nothing else.
Timing shapedProducts(const Bench &bench, std::string name, int threads)
{
    struct Shaped {
        kernels::PackedMatrix weight;
        std::vector<float> x;
    };
    const ModelConfig &config = bench.denoiser.config();
    const int64_t rows = config.length, width = config.width;
    std::vector<Shaped> shapes;
    double products = 0;
    for (const auto &[columns, depth] : {std::pair<int64_t, int64_t>{3 * width, width},
                                         {2 * config.decoderFeedForward, width},
                                         {width, config.decoderFeedForward}}) {
        const std::vector<float> weight(static_cast<std::size_t>(columns * depth), 0.5f);
        shapes.push_back({{weight.data(), nullptr, columns, depth},
                          std::vector<float>(static_cast<std::size_t>(rows * depth), 0.25f)});
        products += double(rows * columns * depth);
    }
    const auto repeats = static_cast<int>(2e9 / products) + 1;
    const auto work = [shapes = std::move(shapes), rows, repeats, threads] {
        at::parallel_for(0, threads, 1, [&](int64_t begin, int64_t end) {
            std::vector<float> y;
            for (int64_t thread = begin; thread < end; ++thread)
                for (int i = 0; i < repeats; ++i)
                    for (const Shaped &shape : shapes) {
                        y.resize(static_cast<std::size_t>(rows * shape.weight.columns()));
                        kernels::multiply(shape.weight, {shape.x.data(), shape.weight.depth()}, rows,
                                          {y.data(), shape.weight.columns()});
                    }
        });
    };
    return {std::move(name), work, 2e-9 * products * repeats * threads, "GFLOP/s"};
}

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
            double(batch),
            "sentences/s",
            {},
            {},
            bench.products(batch)};
}

Timing generation(const Bench &bench, const SamplingPlan &plan, int batch)
{
    const ModelConfig &config = bench.denoiser.config();
    SamplingOptions options;
    options.plan = plan;
    const auto sampler =
        std::make_shared<Sampler>(bench.denoiser, bench.words, bench.noiseSchedule, std::move(options));
    const EncodedSource source = bench.source.repeated(batch);
    const int length = config.length, channels = config.embeddingWidth;
    const auto work = [&bench, sampler, source, length, channels, batch] {
        PhiloxNoise noise(std::vector<std::uint64_t>(static_cast<std::size_t>(batch), 1), length, channels,
                          bench.device);
        Bench::await(sampler->run(source, noise).ids);
    };
    return {fmt::format("generation of {} steps, batch {}", plan.modelCalls(), batch),
            work,
            double(batch),
            "sentences/s",
            {},
            {},
            bench.products(batch) * plan.modelCalls()};
}

/// What a generation is made of besides the model calls: each apart, for one batch.
std::vector<Timing> parts(const Bench &bench, const SamplingPlan &plan, int batch)
{
    struct Stage {
        Stage(const Bench &bench, const SamplingPlan &plan, int rows)
            : noise(std::vector<std::uint64_t>(static_cast<std::size_t>(rows), 1), bench.denoiser.config().length,
                    bench.denoiser.config().embeddingWidth, bench.device),
              capture(bench.denoiser, bench.words, nullptr)
        {
            SamplingOptions options;
            options.plan = plan;
            sampler.emplace(bench.denoiser, bench.words, bench.noiseSchedule, std::move(options));
            before = sampler->start(rows, noise);
            sampled.prediction = sampler->predict(0, before, bench.source.repeated(rows));
            sampled.clamped = sampler->clamp(sampled.prediction, 1);
            after = sampler->step(1, sampled.clamped, before, noise);
            sampled.call = 1;
            sampled.before = sampler->options().plan.timesteps[0];
            sampled.after = sampler->options().plan.timesteps[1];
            sampled.latent = after.latent;
            sampled.state = &after;
        }
        PhiloxNoise noise;
        Capture capture;
        std::optional<Sampler> sampler;
        SamplingState before, after;
        SampledStep sampled;
    };
    const auto stage = std::make_shared<Stage>(bench, plan, batch);
    const auto named = [batch](const char *what, std::function<void()> work) {
        return Timing{fmt::format("{}, batch {}", what, batch), std::move(work), double(batch), "sentences/s"};
    };
    const torch::Tensor ids = bench.ids.repeat({batch, 1});
    return {named("part: the source encoded, once a run",
                  [&bench, ids] { Bench::await(bench.denoiser.encode(ids, at::ones_like(ids)).hidden); }),
            named("part: clamped to words, each call",
                  [stage] { Bench::await(stage->sampler->clamp(stage->sampled.prediction, 1)); }),
            named("part: step and its noise, each call",
                  [stage] {
                      Bench::await(stage->sampler->step(1, stage->sampled.clamped, stage->before, stage->noise).latent);
                  }),
            named("part: a frame of the first, each call", [stage] { stage->capture.frame(stage->sampled); })};
}

/// Sentences as long as they can be, of words that follow from their place.
TokenBatch fullBatch(const ModelConfig &model, int size, int64_t sourceLength)
{
    TokenBatch batch;
    batch.size = size;
    batch.sourceLength = static_cast<int>(sourceLength);
    batch.targetLength = model.length;
    for (int64_t i = 0; i < size * sourceLength; ++i)
        batch.source.push_back(i % model.vocabulary);
    for (int64_t i = 0; i < int64_t(size) * batch.targetLength; ++i)
        batch.target.push_back(i * 7 % model.vocabulary);
    batch.sourceMask.assign(batch.source.size(), 1);
    batch.targetLengths.assign(static_cast<std::size_t>(size), batch.targetLength);
    batch.tokens = static_cast<int64_t>(batch.source.size() + batch.target.size());
    return batch;
}

/// One step of a training of such a network: forwards, backwards and the optimizer.
Timing trainingStep(const Bench &bench, int batch)
{
    struct Training {
        Training(const Bench &bench, const TrainConfig &config, TrainingStep made)
            : denoiser(Bench::placed(config.model, initialParameters(config.model, 1), bench.device)),
              optimizer(denoiser.parameters(), config), step(std::move(made)),
              batch(fullBatch(config.model, config.batch, bench.ids.size(1)))
        {
            denoiser.parameters().requireGradients(true);
        }
        Denoiser denoiser;
        Optimizer optimizer;
        TrainingStep step;
        TokenBatch batch;
        LossSums sums;
        int64_t index = 0;
    };
    TrainConfig config;
    config.model = bench.plain.config();
    config.objective = config.model.autoregressive ? Objective::Autoregressive : Objective::Anchored;
    config.batch = batch;
    auto step = TrainingStep::make(config, bench.device);
    if (!step)
        throw std::runtime_error(step.error().message);
    const auto training = std::make_shared<Training>(bench, config, std::move(*step));
    return {fmt::format("training step, batch {}", batch),
            [training] {
                const c10::AutoGradMode gradients(true);
                training->step.run(training->denoiser, training->batch, training->index, training->sums);
                training->optimizer.step(training->index++, 1e-4);
            },
            double(training->batch.tokens), "tokens/s"};
}

/// BenchmarkOptions::asReference.
Timing asReference(const Bench &bench, const SamplingPlan &plan, int batch)
{
    const ModelConfig &config = bench.plain.config();
    SamplingOptions options;
    options.plan = plan;
    const auto sampler = std::make_shared<Sampler>(bench.plain, bench.words, bench.noiseSchedule, std::move(options));
    const torch::Tensor ids = bench.ids.repeat({batch, 1});
    const auto work = [&bench, sampler, ids, batch, length = config.length, channels = config.embeddingWidth] {
        PhiloxNoise noise(std::vector<std::uint64_t>(static_cast<std::size_t>(batch), 1), length, channels,
                          bench.device);
        SamplingState state = sampler->start(batch, noise);
        for (int call = 1; call <= sampler->modelCalls(); ++call) {
            const EncodedSource source = bench.plain.encode(ids, at::ones_like(ids));
            const torch::Tensor prediction = sampler->predict(call - 1, state, source);
            state = sampler->step(call, sampler->clamp(prediction, call), state, noise);
        }
        Bench::await(bench.words.mostProbableWords(state.latent));
    };
    return {fmt::format("the same in the reference's order, batch {}", batch), work, double(batch), "sentences/s"};
}

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
    request.source = model.examples.empty() ? "The quick brown fox jumps over the lazy dog." : model.examples.front();
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

std::vector<Timing> laneTimings(const Bench &bench, int steps)
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
    return {fmt::format("{} candidates and their choice", count),
            work,
            double(count),
            "candidates/s",
            {},
            {},
            bench.products(count) * steps};
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
double shareOf(const Timing &timing, const std::vector<Timing> &timings)
{
    const auto all =
        std::find_if(timings.begin(), timings.end(), [](const Timing &t) { return t.name == kAllThreads; });
    if (all == timings.end() || timing.products == 0)
        return 0;
    const auto best = [](const Timing &t) { return *std::min_element(t.seconds.begin(), t.seconds.end()); };
    return 2e-9 * timing.products / best(timing) / (all->amount / best(*all));
}

/// timings: all of them, in whose rounds the others are found.
BenchmarkFigure figureOf(Timing timing, const std::vector<Timing> &timings)
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

void measure(std::vector<Timing> &timings, int rounds, const ProgressSink &progress)
{
    for (int round = -1; round < rounds; ++round) // the first warms up and is not counted
        for (std::size_t i = 0; i < timings.size(); ++i) {
            const Stopwatch watch;
            timings[i].work();
            if (round >= 0)
                timings[i].seconds.push_back(watch.seconds());
            if (progress)
                progress("measuring",
                         ((round + 1) * double(timings.size()) + double(i) + 1) /
                             ((rounds + 1) * double(timings.size())));
        }
}

Result<BenchmarkReport> run(const BenchmarkOptions &options, const ProgressSink &progress)
{
    const c10::NoGradGuard noGradients;
    const RuntimeInfo &runtime = initialiseRuntime();
    ARD_ASSIGN(const torch::Device device, resolveDevice(options.device));
    ModelFolder model;
    if (options.model.empty()) {
        model.config = defaultConfig();
        model.parameters = initialParameters(model.config, 1);
        model.summary.name = "random weights";
    } else {
        ARD_ASSIGN(model, readModelFolder(options.model, progress));
    }
    ARD_ASSIGN(NoiseSchedule noiseSchedule, makeNoiseSchedule(model.config.noiseSchedule, model.config.diffusionSteps));
    TimestepScheduleSpec spec;
    spec.length = model.config.length;
    spec.diffusionSteps = model.config.diffusionSteps;
    spec.anchorScale = model.summary.trainedAnchorScale;
    ARD_ASSIGN(const SamplingPlan plan, makeSamplingPlan(spec, options.steps));

    Bench bench(model.config, std::move(model.parameters), std::move(noiseSchedule), device);
    std::vector<Timing> timings{matrixProduct(bench)};
    if (device.is_cpu()) {
        timings.push_back(shapedProducts(bench, "products of the model's shapes, one thread", 1));
        timings.push_back(shapedProducts(bench, kAllThreads, runtime.threads));
    }
    for (const int batch : options.batches)
        timings.push_back(modelCall(bench, batch));
    for (const int batch : options.batches)
        timings.push_back(generation(bench, plan, batch));
    const bool isTwin = bench.denoiser.config().autoregressive;
    if (!isTwin)
        for (Timing &timing : parts(bench, plan, options.batches.back()))
            timings.push_back(std::move(timing));
    timings.push_back(trainingStep(bench, kTrainingBatch));
    if (options.asReference)
        for (const int batch : options.batches)
            timings.push_back(asReference(bench, plan, batch));
    if (!options.model.empty() && !isTwin) {
        ARD_ASSIGN(bench.generator, Generator::load(options.model, options.device));
        for (Timing &timing : laneTimings(bench, options.steps))
            timings.push_back(std::move(timing));
        timings.push_back(candidates(bench, kCandidates, options.steps));
        timings.push_back(firstFrame(bench, options));
    }
    if (!options.model.empty()) {
        ARD_ASSIGN(bench.tokenizer, loadTokenizer(options.model));
        const auto &examples = model.summary.examples;
        timings.push_back(
            tokenizing(bench, examples.empty() ? "The quick brown fox jumps over the lazy dog." : examples.front()));
    }
    measure(timings, options.rounds, progress);
    BenchmarkReport report{model.summary.name, deviceName(device), runtime.blas, runtime.threads, options.rounds, {}};
    for (const Timing &timing : timings)
        report.figures.push_back(figureOf(timing, timings));
    return report;
}

} // namespace

Result<BenchmarkReport> runBenchmark(const BenchmarkOptions &options, const ProgressSink &progress)
{
    return guarded("measuring", [&] { return run(options, progress); });
}

} // namespace ard
