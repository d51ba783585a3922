// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TrainingRun: one training run under way in its folder, from a checkpoint or from its start to its last step. May throw
// torch's exceptions.
#include "base/Stopwatch.h"
#include "engine/train/BatchStream.h"
#include "engine/train/Optimizer.h"
#include "engine/train/Progress.h"
#include "engine/train/Replicas.h"
#include "engine/train/TrainCheckpoint.h"
#include "engine/train/Trainer.h"
#include "engine/train/TrainingStep.h"
#include <optional>

namespace ard {

class TrainingRun {
public:
    /// data and replicas must outlive the run.
    TrainingRun(const TrainConfig &config, const TrainOptions &options, const PreparedData &data,
                const torch::Device &device, Parameters weights, TrainingStep step, const Replicas &replicas);

    /// Goes on from the folder's checkpoint. Error, and nothing changed, when it does not fit.
    Status resume();
    Result<TrainSummary> run();

private:
    /// stopped: whether any of the processes should stop. They agree on it before the step, so that all end after the same one.
    Status oneStep(bool &stopped);
    bool shouldStop() const;
    /// Shows how far the run is, and returns the mean loss since the last row of the log. row: writes the next one.
    double report(std::optional<Progress> &progress, bool row);
    /// Adds up the sums of all processes.
    void sumReports();
    double secondsLeft() const;
    /// last: the run ends after it, and the sums are those of all processes.
    Status save(bool last);

    const TrainConfig m_config;
    const TrainOptions m_options;
    const PreparedData &m_data;
    const Replicas &m_replicas;
    Denoiser m_denoiser;
    TrainingStep m_step;
    BatchStream m_batches;
    std::optional<Optimizer> m_optimizer;
    TrainState m_state;
    LossSums m_sums;                ///< since the last row of the log, also of earlier parts
    double m_sumsSecondsBefore = 0; ///< wall time that the sums of earlier parts cover
    int m_badSteps = 0;
    int64_t m_firstStep = 0;
    double m_secondsBefore = 0;
    Stopwatch m_run, m_sinceSave, m_sinceRow;
};

/// The checkpoint of a training in this folder.
std::filesystem::path checkpointPath(const std::filesystem::path &folder);

} // namespace ard
