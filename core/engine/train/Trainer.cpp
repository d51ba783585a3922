// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/Trainer.h"
#include "base/Guard.h"
#include "base/Log.h"
#include "engine/Device.h"
#include "engine/Runtime.h"
#include "engine/folder/ModelFolder.h"
#include "engine/train/Checkpoint.h"
#include "engine/train/InitialWeights.h"
#include "engine/train/Replicas.h"
#include "engine/train/TrainingStep.h"

#include <chrono>
#include <fmt/format.h>

namespace ard {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

nlohmann::json drawnSchedules(const DrawConfig &draw)
{
    nlohmann::json names = nlohmann::json::array();
    if (draw.arDiffusion > 0)
        names.push_back("ar-diffusion");
    if (draw.uniform > 0)
        names.push_back("uniform");
    if (draw.learned > 0)
        names.push_back("learned");
    if (draw.independent > 0)
        names.push_back("independent");
    return names;
}

/// A training run under way. Everything may throw torch's exceptions; train() guards it.
class Run {
public:
    Run(const TrainConfig &config, const TrainOptions &options, const PreparedData &data, const torch::Device &device,
        Parameters weights, TrainingStep step, const Replicas &replicas)
        : m_config(config), m_options(options), m_data(data), m_replicas(replicas),
          m_denoiser(config.model, std::move(weights)), m_step(std::move(step)), m_batches(data, config)
    {
        m_denoiser.to(device);
        m_denoiser.setPrecision(precisionNamed(config.precision, device));
        m_denoiser.parameters().requireGradients(true);
        m_optimizer.emplace(m_denoiser.parameters(), config);
        if (m_config.objective == Objective::Anchored)
            m_optimizer->holdEmbeddingNorm(m_config.embeddingScale);
    }

    Status resume()
    {
        const torch::NoGradGuard noGradients;
        ARD_ASSIGN(m_state, loadCheckpoint(checkpointPath(), m_denoiser.parameters(), *m_optimizer, m_config));
        m_step.history() = m_state.history;
        if (m_step.learned())
            m_step.learned()->readJson(m_state.learned);
        return {};
    }

    Result<TrainSummary> run()
    {
        std::optional<Progress> progress; // of the first process
        if (m_replicas.isFirst()) {
            ARD_ASSIGN(progress, Progress::open(m_options.out, m_state.step > 0, m_state.step));
        }
        m_start = m_lastSave = m_lastReport = Clock::now();
        m_secondsBefore = m_state.seconds;
        m_firstStep = m_state.step;
        TrainSummary summary;
        while (m_state.step < m_config.steps && !summary.stopped) {
            ARD_TRY(oneStep(summary.stopped));
            if (m_state.step % m_config.logEvery == 0 || m_state.step == m_config.steps || summary.stopped)
                summary.loss = report(progress);
            if (secondsSince(m_lastSave) > 60 * m_config.checkpointMinutes)
                ARD_TRY(save());
        }
        if (progress)
            progress->finish();
        ARD_TRY(save());
        summary.steps = m_state.step;
        summary.seconds = m_state.seconds;
        summary.stopped = m_state.step < m_config.steps;
        return summary;
    }

    std::filesystem::path checkpointPath() const { return m_options.out / "checkpoint.safetensors"; }

private:
    /// stopped: any of the processes was told to stop; asked before the step, so that all end after the same one.
    Status oneStep(bool &stopped)
    {
        for (int part = 0; part < m_config.accumulation; ++part) {
            const int64_t index = m_state.step * m_config.accumulation + part;
            const TokenBatch batch = m_batches.batch(index);
            m_step.run(m_denoiser, batch, index, m_sums);
            m_state.tokens += batch.tokens;
        }
        stopped = m_replicas.sumGradients(m_denoiser.parameters(), shouldStop());
        const double norm = m_optimizer->step(m_state.step, learningRateAt(m_config, m_state.step));
        if (!std::isfinite(norm) && ++m_badSteps > 10)
            return fail(
                ErrorCode::Internal,
                fmt::format("training diverged at step {}: the gradient is not a finite number; lower the learning "
                            "rate and resume from the last checkpoint",
                            m_state.step));
        m_badSteps = std::isfinite(norm) ? 0 : m_badSteps;
        m_sums.gradientNorm += norm * m_config.accumulation; // the report divides by batches
        if (m_config.objective == Objective::Anchored)
            m_optimizer->holdEmbeddingNorm(m_config.embeddingScale);
        m_state.step += 1;
        m_state.seconds = m_secondsBefore + secondsSince(m_start);
        return {};
    }

    bool shouldStop() const
    {
        const bool told = m_options.stop && m_options.stop->load();
        const bool enough = m_options.maxSteps > 0 && m_state.step + 1 - m_firstStep >= m_options.maxSteps;
        return told || enough || (m_options.minutes > 0 && secondsSince(m_start) >= 60 * m_options.minutes);
    }

    /// Sums of all processes; steps are counted by each.
    void sumReports()
    {
        if (m_replicas.count() == 1)
            return;
        std::vector<double> values{m_sums.loss,
                                   m_sums.nll,
                                   m_sums.mse,
                                   double(m_sums.tokens),
                                   double(m_sums.words),
                                   double(m_sums.wordsRight),
                                   double(m_sums.lengths),
                                   double(m_sums.lengthsRight)};
        values.insert(values.end(), m_sums.bucketNll.begin(), m_sums.bucketNll.end());
        values.insert(values.end(), m_sums.bucketCount.begin(), m_sums.bucketCount.end());
        const torch::Tensor all = torch::tensor(values, torch::kDouble);
        m_replicas.sum(all);
        const double *next = all.data_ptr<double>();
        for (double *sum : {&m_sums.loss, &m_sums.nll, &m_sums.mse})
            *sum = *next++;
        for (int64_t *sum : {&m_sums.tokens, &m_sums.words, &m_sums.wordsRight, &m_sums.lengths, &m_sums.lengthsRight})
            *sum = static_cast<int64_t>(*next++);
        for (double &sum : m_sums.bucketNll)
            sum = *next++;
        for (int64_t &count : m_sums.bucketCount)
            count = static_cast<int64_t>(*next++);
    }

    double report(std::optional<Progress> &progress)
    {
        sumReports();
        ProgressState state;
        state.step = m_state.step;
        state.steps = m_config.steps;
        state.learningRate = learningRateAt(m_config, m_state.step - 1);
        state.seconds = m_state.seconds;
        state.sumsSeconds = secondsSince(m_lastReport);
        const double perStep = secondsSince(m_start) / static_cast<double>(m_state.step - m_firstStep);
        state.secondsLeft = perStep * static_cast<double>(m_config.steps - m_state.step);
        if (m_options.minutes > 0)
            state.secondsLeft =
                std::min(state.secondsLeft, std::max(0.0, 60 * m_options.minutes - secondsSince(m_start)));
        if (progress)
            progress->report(m_sums, state);
        const double loss = m_sums.loss / static_cast<double>(std::max<int64_t>(1, m_sums.steps));
        m_sums = {};
        m_lastReport = Clock::now();
        return loss;
    }

    nlohmann::json modelJson() const
    {
        ModelDescription description;
        description.name = std::filesystem::absolute(m_options.out).lexically_normal().filename().string();
        description.tokenizer["lower"] = m_data.info().lower;
        const bool diffuses = m_config.objective != Objective::Autoregressive;
        description.training = {
            {"timestep_schedules", diffuses ? drawnSchedules(m_config.draw) : nlohmann::json{"autoregressive"}},
            {"anchor_scale", m_config.draw.anchorScale},
            {"steps", m_state.step},
            {"seconds", m_state.seconds},
            {"tokens", m_state.tokens},
            {"pairs", m_data.size()},
            {"command", m_options.command},
            {"configuration", trainConfigToJson(m_config)}};
        nlohmann::json json = describeModel(description, m_config.model, m_denoiser.parameters().count());
        if (const auto &learned = m_step.learned())
            json["learned_timesteps"] = {{"levels", LossSurface::kLevels},
                                         {"timesteps", learned->surface().timesteps()}};
        for (const auto &[key, value] : m_config.card.items())
            json[key] = value;
        if (!diffuses)
            json["default_sampling_steps"] = m_config.model.length; // one call a word
        return json;
    }

    Status save()
    {
        m_lastSave = Clock::now();
        if (!m_replicas.isFirst())
            return {};
        const torch::NoGradGuard noGradients;
        m_state.history = m_step.history();
        if (m_step.learned())
            m_state.learned = m_step.learned()->toJson();
        ARD_TRY(saveCheckpoint(checkpointPath(), m_denoiser.parameters(), *m_optimizer, m_state, m_config));
        ARD_TRY(writeModelFolder(m_options.out / "model", modelJson(), m_optimizer->average(), WeightPrecision::Float16,
                                 m_options.data / "tokenizer.model"));
        return {};
    }

    const TrainConfig m_config;
    const TrainOptions m_options;
    const PreparedData &m_data;
    const Replicas &m_replicas;
    Denoiser m_denoiser;
    TrainingStep m_step;
    BatchStream m_batches;
    std::optional<Optimizer> m_optimizer;
    TrainState m_state;
    LossSums m_sums;
    int m_badSteps = 0;
    int64_t m_firstStep = 0;
    double m_secondsBefore = 0;
    Clock::time_point m_start, m_lastSave, m_lastReport;
};

Status prepareFolder(const TrainOptions &options)
{
    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    if (error)
        return fail(ErrorCode::Io,
                    fmt::format("the folder \"{}\" cannot be made: {}", options.out.string(), error.message()));
    const bool present = std::filesystem::exists(options.out / "checkpoint.safetensors");
    if (present && !options.resume)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("\"{}\" holds a training run already: give --resume to go on, or another --out",
                                options.out.string()));
    if (!present && options.resume)
        return fail(ErrorCode::NotFound,
                    fmt::format("\"{}\" holds no checkpoint to resume from", options.out.string()));
    return {};
}

/// How it is computed, for the log.
std::string describe(const TrainConfig &config, const torch::Device &device, const Replicas &replicas)
{
    const bool narrow = precisionNamed(config.precision, device) == MatmulPrecision::BFloat16;
    std::string text = fmt::format("training on {}: products in {}, weights in float32", device.str(),
                                   narrow ? "bfloat16" : "float32");
    if (replicas.count() > 1)
        text += fmt::format(", gradients of {} processes summed by {}", replicas.count(), Replicas::summedBy(device));
    return text;
}

} // namespace

Result<TrainSummary> train(const TrainConfig &config, const TrainOptions &options)
{
    initialiseRuntime();
    ARD_ASSIGN(const torch::Device device, resolveDevice(options.device));
    ARD_ASSIGN(const PreparedData data, PreparedData::load(options.data));
    if (data.size() == 0)
        return fail(ErrorCode::InvalidArgument, "the prepared data holds no pairs");
    ARD_ASSIGN(const auto replicas, Replicas::fromEnvironment());
    if (config.batch % replicas->count() != 0)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a batch of {} cannot be shared evenly by {} processes: change \"batch\"", config.batch,
                                replicas->count()));
    if (replicas->isFirst())
        ARD_TRY(prepareFolder(options));
    return guarded("training", [&]() -> Result<TrainSummary> {
        const bool any = options.device == "auto" || options.device == "cuda";
        const torch::Device mine = device.is_cuda() && any && replicas->count() > 1
            ? torch::Device(device.type(), static_cast<c10::DeviceIndex>(replicas->localRank()))
            : device;
        if (replicas->isFirst())
            log::info(describe(config, mine, *replicas));
        ARD_ASSIGN(TrainingStep step, TrainingStep::make(config, mine, replicas.get()));
        ARD_ASSIGN(Parameters weights,
                   initialWeights(config.model, config.seed, options.initial, options.data / "tokenizer.model"));
        Run run(config, options, data, mine, std::move(weights), std::move(step), *replicas);
        if (options.resume)
            ARD_TRY(run.resume());
        return run.run();
    });
}

} // namespace ard
