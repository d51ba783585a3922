// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/TrainingRun.h"

#include "engine/folder/ModelFolder.h"
#include "engine/train/TrainedModel.h"
#include <ATen/ATen.h>
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace ard {

std::filesystem::path checkpointPath(const std::filesystem::path &folder)
{
    return folder / "checkpoint.safetensors";
}

TrainingRun::TrainingRun(const TrainConfig &config, const TrainOptions &options, const PreparedData &data,
                         const torch::Device &device, Parameters weights, TrainingStep step, const Replicas &replicas)
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

Status TrainingRun::resume()
{
    const torch::NoGradGuard noGradients;
    ARD_ASSIGN(m_state, loadCheckpoint(checkpointPath(m_options.out), m_denoiser.parameters(), *m_optimizer, m_config));
    m_step.history() = m_state.history;
    if (m_step.learned())
        m_step.learned()->readJson(m_state.learned);
    if (m_replicas.isFirst()) // the sums of all processes are kept by the first
        m_sums = m_state.sums;
    m_sumsSecondsBefore = m_state.sumsSeconds;
    return {};
}

Result<TrainSummary> TrainingRun::run()
{
    std::optional<Progress> progress; // of the first process
    if (m_replicas.isFirst()) {
        ARD_ASSIGN(progress, Progress::open(m_options.out, m_state.step > 0, m_state.step));
    }
    m_run.restart();
    m_sinceSave.restart();
    m_sinceRow.restart();
    m_secondsBefore = m_state.seconds;
    m_firstStep = m_state.step;
    TrainSummary summary;
    while (m_state.step < m_config.steps && !summary.stopped) {
        ARD_TRY(oneStep(summary.stopped));
        const bool row = m_state.step % m_config.logEvery == 0 || m_state.step == m_config.steps;
        if (row || summary.stopped)
            summary.loss = report(progress, row);
        if (m_sinceSave.seconds() > 60 * m_config.checkpointMinutes)
            ARD_TRY(save(false));
    }
    if (progress)
        progress->finish();
    ARD_TRY(save(true));
    summary.steps = m_state.step;
    summary.seconds = m_state.seconds;
    summary.stopped = m_state.step < m_config.steps;
    return summary;
}

Status TrainingRun::oneStep(bool &stopped)
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
        return fail(ErrorCode::Internal,
                    fmt::format("training diverged at step {}: the gradient is not a finite number; lower the learning "
                                "rate and resume from the last checkpoint",
                                m_state.step));
    m_badSteps = std::isfinite(norm) ? 0 : m_badSteps;
    m_sums.gradientNorm += norm * m_config.accumulation; // the report divides by batches
    if (m_config.objective == Objective::Anchored)
        m_optimizer->holdEmbeddingNorm(m_config.embeddingScale);
    m_state.step += 1;
    m_state.seconds = m_secondsBefore + m_run.seconds();
    return {};
}

bool TrainingRun::shouldStop() const
{
    const bool told = m_options.stop && m_options.stop->load();
    const bool enough = m_options.maxSteps > 0 && m_state.step + 1 - m_firstStep >= m_options.maxSteps;
    return told || enough || (m_options.minutes > 0 && m_run.seconds() >= 60 * m_options.minutes);
}

void TrainingRun::sumReports()
{
    if (m_replicas.count() == 1)
        return;
    const torch::Tensor all = torch::tensor(m_sums.shared(), torch::kDouble);
    m_replicas.sum(all);
    m_sums.setShared({all.data_ptr<double>(), static_cast<std::size_t>(all.numel())});
}

double TrainingRun::secondsLeft() const
{
    const int64_t done = m_state.step - m_firstStep;
    int64_t stepsLeft = m_config.steps - m_state.step;
    if (m_options.maxSteps > 0)
        stepsLeft = std::min(stepsLeft, std::max<int64_t>(0, m_options.maxSteps - done));
    const double left = m_run.seconds() / static_cast<double>(done) * static_cast<double>(stepsLeft);
    return m_options.minutes > 0 ? std::min(left, std::max(0.0, 60 * m_options.minutes - m_run.seconds())) : left;
}

double TrainingRun::report(std::optional<Progress> &progress, bool row)
{
    sumReports();
    ProgressState state;
    state.step = m_state.step;
    state.steps = m_config.steps;
    state.learningRate = learningRateAt(m_config, m_state.step - 1);
    state.seconds = m_state.seconds;
    state.sumsSeconds = m_sumsSecondsBefore + m_sinceRow.seconds();
    state.secondsLeft = secondsLeft();
    if (progress)
        progress->show(m_sums, state);
    if (progress && row)
        progress->log(m_sums, state);
    const double loss = m_sums.meanLoss();
    if (row) {
        m_sums = {};
        m_sumsSecondsBefore = 0;
        m_sinceRow.restart();
    }
    return loss;
}

Status TrainingRun::save(bool last)
{
    m_sinceSave.restart();
    if (!m_replicas.isFirst())
        return {};
    const torch::NoGradGuard noGradients;
    const auto &learned = m_step.learned();
    m_state.history = m_step.history();
    if (learned)
        m_state.learned = learned->toJson();
    // In the middle of a run with several processes this one has its own sums only: none are kept.
    m_state.sums = last || m_replicas.count() == 1 ? m_sums : LossSums{};
    m_state.sumsSeconds = m_sumsSecondsBefore + m_sinceRow.seconds();
    ARD_TRY(saveCheckpoint(checkpointPath(m_options.out), m_denoiser.parameters(), *m_optimizer, m_state, m_config));
    const nlohmann::json timesteps = learned ? nlohmann::json(learned->surface().timesteps()) : nlohmann::json();
    return writeModelFolder(
        m_options.out / "model",
        trainedModelJson(m_config, m_options, m_data, m_state, m_denoiser.parameters().count(), timesteps),
        m_optimizer->average(), WeightPrecision::Float16, m_options.data / "tokenizer.model");
}

} // namespace ard
