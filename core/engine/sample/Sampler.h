// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Sampler: one denoising run of a batch: from noise, or from a state in its middle, along a sampling plan to words.
// Reference: p_skip_xy_sample_loop_progressive, ddim_sample_xy_loop_progressive, p_skip_sample
// (model_utils/gaussian_diffusion.py). Knows nothing of text, files or requests. Gradients are never recorded. The object
// says what a model call does; SamplingRun makes the calls of one run one after the other.
#include "diffusion/NoiseSchedule.h"
#include "diffusion/SamplingPlan.h"
#include "diffusion/StepTable.h"
#include "engine/sample/DoubtfulWords.h"
#include "engine/sample/NoiseSource.h"
#include "engine/sample/Pins.h"
#include "engine/sample/WordSearch.h"
#include "trace/RunRecord.h"
#include <functional>
#include <memory>
#include <span>

namespace ard {

struct SamplingOptions {
    SamplingPlan plan;
    double eta = 1.0;
    ClampMode clamp = ClampMode::Nearest;
    int clampFromCall = 1;        ///< first model call (1..M) whose x0_hat is clamped
    double temperature = 1;       ///< ClampMode::Drawn, above 0
    double topP = 1;              ///< ClampMode::Drawn, above 0, to 1
    bool selfCondition = false;   ///< the last x0_hat, as clamped, is given to the next call; false: zeros
    Solver solver = Solver::Ddim; ///< DpmPlusPlus2M ignores eta
    int stopWhenSettled = 0;      ///< see EarlyStop; 0: off
    std::vector<PinnedWord> pinned;
    /// [N] the timestep from which each position moved the last time before the plan begins, -1: never. Empty: all -1.
    std::vector<int> movedFrom;
    int repairCalls = 0; ///< K behind the plan's, see Repair.h; not together with stopWhenSettled
    std::shared_ptr<const std::vector<PieceKind>> pieceKinds; ///< [V], for a repair
    bool finalWords = true; ///< false: the plan ends in the middle of a run, no final words are looked for
};

/// Everything that the next model call depends on. Tensors are never written to: copies are cheap.
struct SamplingState {
    torch::Tensor latent;        ///< x_t [B,N,E]
    torch::Tensor selfCondition; ///< the x0_hat given to the next call (self-conditioning), undefined: zeros
    torch::Tensor previous; ///< DpmPlusPlus2M: the x0_hat with which each position moved the last time, undefined: none
    torch::Tensor open;     ///< [B,N] bool: a repair decides these words anew; undefined: there is none yet
    torch::Tensor words;    ///< [B,N] int64: in a repair the word of each position
    SamplingState repeated(int64_t k) const; ///< every row k times in a row
};

/// What one model call did. Tensors and spans are valid during the callback only.
struct SampledStep {
    int call = 0; ///< 1..M
    int sentenceStepBefore = 0, sentenceStepAfter = 0;
    std::span<const int> before, after;   ///< timesteps [N]; in a repair those of the first row
    torch::Tensor prediction;             ///< x0_hat [B,N,E] before clamping, with pinned words in place
    torch::Tensor clamped;                ///< x0_hat as the step used it
    bool isNearest = false;               ///< clamped is the nearest embedding of prediction
    torch::Tensor latent;                 ///< x_t' [B,N,E]
    const SamplingState *state = nullptr; ///< after the step
    torch::Tensor finalIds;       ///< [B,N] int64 after the last call of the batch or of a row, undefined before
    std::span<const int> stopped; ///< [B] the call after which a row stopped early, 0: it goes on
    double milliseconds = 0;      ///< of the model call and the step
};

struct SamplingObserver {
    std::function<bool()> cancelled;                  ///< asked before every model call
    std::function<void(const SampledStep &)> stepped; ///< after every model call
};

struct SamplingResult {
    torch::Tensor latent; ///< the last x [B,N,E]
    /// [B,N] int64: argmax of the vocabulary head on the last x, or on the last x0_hat of a row that stopped early;
    /// undefined when cancelled or without final words
    torch::Tensor ids;
    SamplingState state;       ///< after the last call that was made
    std::vector<int> rowCalls; ///< [B] the call after which each row was done: M where a repair had nothing to do
    bool finite = true;        ///< false: some x0_hat or final word came of numbers that are not finite
    int modelCalls = 0;
    bool complete = false;
};

class Sampler {
public:
    /// The objects that are referred to must outlive the sampler. Preconditions: plan rows of equal length with
    /// timesteps in 0..T-1 that never rise, 0 <= eta <= 1.
    Sampler(const Denoiser &denoiser, const WordSearch &words, const NoiseSchedule &noiseSchedule,
            SamplingOptions options);

    /// x_T of so many rows.
    SamplingState start(int64_t batch, NoiseSource &noise) const;
    SamplingResult run(const EncodedSource &source, NoiseSource &noise, const SamplingObserver &observer = {}) const;
    /// Calls firstCall..lastCall from the state that the call before left. Final words only when lastCall is the plan's.
    SamplingResult resume(const EncodedSource &source, SamplingState state, int firstCall, int lastCall,
                          NoiseSource &noise, const SamplingObserver &observer = {}) const;
    int modelCalls() const { return m_options.plan.modelCalls() + m_options.repairCalls; } ///< M+K
    bool isRepair(int call) const { return call > m_options.plan.modelCalls(); }
    /// x0_hat of the network at row `row` of the plan, with pinned words in place.
    torch::Tensor predict(int row, const SamplingState &state, const EncodedSource &source) const;

    // What a model call (1..M, not of a repair) does, in this order.
    torch::Tensor timesteps(int call) const
    {
        return m_timesteps[call - 1].unsqueeze(0);
    } ///< [1,N] int64, for the network
    bool clampsToNearest(int call) const
    {
        return m_options.clamp == ClampMode::Nearest && call >= m_options.clampFromCall;
    }
    /// x0_hat as the step uses it. The noise is asked for uniform numbers where words are drawn.
    torch::Tensor clamp(const torch::Tensor &prediction, int call, NoiseSource &noise) const;
    /// x_t' without its noise, from the clamped x0_hat.
    torch::Tensor mean(int call, const torch::Tensor &clamped, const SamplingState &before) const;
    /// The state after the call.
    SamplingState step(int call, const torch::Tensor &clamped, const SamplingState &before, NoiseSource &noise) const;

    const SamplingOptions &options() const { return m_options; }
    const Denoiser &denoiser() const { return m_denoiser; }
    const WordSearch &words() const { return m_words; }
    const Pins &pins() const { return m_pins; }
    const StepTable &steps() const { return m_steps; }
    const NoiseSchedule &noiseSchedule() const { return m_noiseSchedule; }

private:
    torch::Tensor drawn(const torch::Tensor &prediction, int call, NoiseSource &noise) const;

    const Denoiser &m_denoiser;
    const WordSearch &m_words;
    const NoiseSchedule &m_noiseSchedule;
    SamplingOptions m_options;
    Pins m_pins;
    StepTable m_steps;
    torch::Tensor m_timesteps; ///< [M+1,N] int64, on the model's device
    torch::Tensor m_factors;   ///< [M,4,N,1] float32: factors of x_t, x0_hat, eps and the x0_hat before
    torch::Tensor m_moves;     ///< [M,N,1] bool
};

} // namespace ard
