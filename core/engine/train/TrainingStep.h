// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TrainingStep: one forward and backward pass of one batch. Every random number is a function of (seed, number of the batch),
// and for dropout of the part of the batch; what comes out does not depend on the number of threads.
//
// Unrolled steps (ours, after SUNDAE, Savinov et al. 2022): in a share of the steps the latent at t is not the true sentence
// with noise, but what one step of the sampler makes of a noisier one: predict, clamp, step. The network
// learns to correct its own wrong words, which is all that few sampling steps show it.
#include "engine/model/Denoiser.h"
#include "engine/train/BatchStream.h"
#include "engine/train/LearnedDraw.h"
#include "engine/train/Losses.h"
#include "engine/train/Progress.h"
#include "engine/train/Replicas.h"
#include "engine/train/TimestepDraw.h"
#include "engine/train/TrainingParts.h"
#include <optional>

namespace ard {

class WordSearch;

class TrainingStep {
public:
    /// replicas: the processes that share every batch; null: this one alone. Must outlive the step.
    static Result<TrainingStep> make(const TrainConfig &config, const torch::Device &device,
                                     const Replicas *replicas = nullptr);
    /// Adds the batch's share (1 / accumulation) of the gradients to the denoiser's parameters, and what happened to the sums.
    /// index: the number of the batch since the start of the training.
    void run(const Denoiser &denoiser, const TokenBatch &batch, int64_t index, LossSums &sums);

    LossHistory &history() { return m_history; }
    const LossHistory &history() const { return m_history; }
    /// Without draw.learned, and for an autoregressive decoder, which has no timesteps: nothing.
    std::optional<LearnedDraw> &learned() { return m_learned; }
    const std::optional<LearnedDraw> &learned() const { return m_learned; }

private:
    TrainingStep(TrainConfig config, std::vector<TimestepDraw> draws, NoiseSchedule noise, const torch::Device &device,
                 const Replicas *replicas);
    /// The timesteps of a batch. With a length head each sentence is drawn with its own N; padding behind it gets timestep 0.
    TimestepDraw::Drawn timesteps(const TokenBatch &batch, int64_t step, double largestJump = 0) const;
    /// What each position [B,N] weighs in the loss, and their sum over the whole batch.
    torch::Tensor tokenWeights(const EncodedSource &source, const torch::Tensor &ids) const;
    double totalWeight(const TokenBatch &batch) const;
    /// The rows of this process of a tensor of the whole batch.
    torch::Tensor mine(const torch::Tensor &whole) const;
    /// [rows of this process, positions, E], drawn for the whole batch: the same numbers however many processes there are.
    torch::Tensor noise(const TokenBatch &batch, std::uint64_t seed) const;
    torch::Tensor draws(const TokenBatch &batch, std::uint64_t seed) const; ///< see TrainingRows::unrollDraws
    /// The rows of this process, with every number that is drawn for them.
    TrainingRows rows(const TokenBatch &batch, int64_t step, const TimestepDraw::Drawn &drawn) const;
    /// What the parts of one batch share. words: of the weights as they are, where the batch is unrolled.
    struct Shared {
        const TokenBatch &batch;
        int64_t step;
        const WordSearch *words;
    };
    /// Forwards and backwards of some rows. part: which of the batch's, counted over all processes.
    TrainingOutcome part(const Denoiser &denoiser, const TrainingRows &rows, const Shared &shared, int part) const;
    /// What the network sees: a noisy latent and, for a model with self-conditioning, an earlier prediction (or undefined).
    struct Input {
        torch::Tensor xt, selfCondition;
    };
    Input unrolledInput(const Denoiser &denoiser, const EncodedSource &source, const TrainingRows &rows,
                        const WordSearch &words) const;
    Input anchoredInput(const Denoiser &denoiser, const EncodedSource &source, const TrainingRows &rows,
                        const WordSearch *words) const;
    LossTerms losses(const Denoiser &denoiser, const EncodedSource &source, const TrainingRows &rows,
                     const WordSearch *words, DropoutSource *dropout) const;
    std::uint64_t noiseSeed(int64_t step) const;
    void remember(const TrainingOutcome &outcome, const std::vector<int> &cells);
    /// Adds the loss of every position at its timestep to the surface of the learned timestep schedule.
    void survey(const TrainingOutcome &outcome, const torch::Tensor &t);
    void record(const TrainingOutcome &outcome, const TrainingRows &rows, const TokenBatch &batch,
                LossSums &sums) const;

    TrainConfig m_config;
    std::vector<TimestepDraw> m_draws; ///< of length N; with a length head of the lengths 1..N
    NoiseSchedule m_noise;
    NoiseTables m_tables;
    LossHistory m_history;
    std::optional<LearnedDraw> m_learned;
    torch::Device m_device;
    const Replicas *m_replicas;
};

} // namespace ard
