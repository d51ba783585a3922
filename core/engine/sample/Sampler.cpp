// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/Sampler.h"

#include "engine/sample/SamplingRun.h"
#include <c10/core/GradMode.h>

namespace ard {
namespace {

torch::Tensor repeatedRows(const torch::Tensor &x, int64_t k)
{
    return x.defined() && k > 1 ? x.repeat_interleave(k, 0) : x;
}

StepTable tableOf(const SamplingOptions &options, const NoiseSchedule &noiseSchedule)
{
    const auto &timesteps = options.plan.timesteps;
    if (options.solver != Solver::DpmPlusPlus2M)
        return StepTable::ddim(noiseSchedule, timesteps, options.eta);
    std::vector<int> movedFrom = options.movedFrom;
    movedFrom.resize(timesteps.front().size(), -1);
    return StepTable::multistep(noiseSchedule, timesteps, std::move(movedFrom));
}

/// [M+1,N] int64
torch::Tensor timestepsOf(const SamplingPlan &plan)
{
    std::vector<torch::Tensor> rows;
    for (const std::vector<int> &row : plan.timesteps)
        rows.push_back(torch::tensor(std::vector<int64_t>(row.begin(), row.end()), torch::kInt64));
    return at::stack(rows);
}

/// [M,4,N,1] float32: factors of x_t, x0_hat, eps and the x0_hat before.
torch::Tensor factorsOf(const StepTable &table)
{
    torch::Tensor factors = at::empty({table.calls(), 4, table.length(), 1}, torch::kFloat32);
    float *next = factors.data_ptr<float>();
    for (int call = 1; call <= table.calls(); ++call)
        for (const auto factor : {&StepCoefficients::latent, &StepCoefficients::clean, &StepCoefficients::noise,
                                  &StepCoefficients::previous})
            for (int n = 0; n < table.length(); ++n)
                *next++ = static_cast<float>(table.step(call, n).*factor);
    return factors;
}

/// [M,N,1] bool
torch::Tensor movesOf(const StepTable &table)
{
    torch::Tensor moves = at::empty({table.calls(), table.length(), 1}, torch::kBool);
    bool *next = moves.data_ptr<bool>();
    for (int call = 1; call <= table.calls(); ++call)
        for (int n = 0; n < table.length(); ++n)
            *next++ = table.moves(call, n);
    return moves;
}

} // namespace

SamplingState SamplingState::repeated(int64_t k) const
{
    return {repeatedRows(latent, k), repeatedRows(selfCondition, k), repeatedRows(previous, k), repeatedRows(open, k),
            repeatedRows(words, k)};
}

Sampler::Sampler(const Denoiser &denoiser, const WordSearch &words, const NoiseSchedule &noiseSchedule,
                 SamplingOptions options)
    : m_denoiser(denoiser), m_words(words), m_noiseSchedule(noiseSchedule), m_options(std::move(options)),
      m_pins(m_options.pinned, words.table()), m_steps(tableOf(m_options, noiseSchedule)),
      m_timesteps(timestepsOf(m_options.plan).to(words.table().device())),
      m_factors(factorsOf(m_steps).to(words.table().device())), m_moves(movesOf(m_steps).to(words.table().device()))
{
}

torch::Tensor Sampler::predict(int row, const SamplingState &state, const EncodedSource &source) const
{
    const c10::NoGradGuard noGradients;
    const torch::Tensor timesteps = m_timesteps[row].expand({state.latent.size(0), -1});
    return m_pins.hold(m_denoiser.predict(state.latent, timesteps, source, state.selfCondition));
}

torch::Tensor Sampler::drawn(const torch::Tensor &prediction, int call, NoiseSource &noise) const
{
    const auto &rows = m_options.plan.timesteps;
    // The rows of a repair go down in steps of their own: its calls are told apart by their numbers.
    const std::vector<int> arrived =
        isRepair(call) ? std::vector<int>(rows.front().size(), -call) : rows[static_cast<std::size_t>(call)];
    return m_words.drawnEmbeddings(prediction, noise.uniform(arrived), m_options.temperature, m_options.topP);
}

torch::Tensor Sampler::clamp(const torch::Tensor &prediction, int call, NoiseSource &noise) const
{
    if (call < m_options.clampFromCall)
        return prediction;
    // Pins are held again: the embedding of a word is neither its expected nor its drawn one.
    switch (m_options.clamp) {
    case ClampMode::Nearest:
        return m_pins.hold(m_words.nearestEmbeddings(prediction));
    case ClampMode::Expected:
        return m_pins.hold(m_words.expectedEmbeddings(prediction));
    case ClampMode::Drawn:
        return m_pins.hold(drawn(prediction, call, noise));
    case ClampMode::None:
        break;
    }
    return prediction;
}

torch::Tensor Sampler::mean(int call, const torch::Tensor &clamped, const SamplingState &before) const
{
    const torch::Tensor factors = m_factors[call - 1];
    torch::Tensor latent = (before.latent * factors[0]).addcmul_(clamped, factors[1]);
    if (m_steps.looksBack(call))
        latent.addcmul_(before.previous, factors[3]);
    return latent;
}

SamplingState Sampler::step(int call, const torch::Tensor &clamped, const SamplingState &before,
                            NoiseSource &noise) const
{
    SamplingState after;
    after.latent = mean(call, clamped, before);
    if (m_steps.addsNoise(call)) {
        const auto &rows = m_options.plan.timesteps;
        const auto row = static_cast<std::size_t>(call);
        after.latent.addcmul_(noise.step(call, rows[row - 1], rows[row]), m_factors[call - 1][2]);
    }
    if (m_options.selfCondition)
        after.selfCondition = clamped;
    if (m_options.solver == Solver::DpmPlusPlus2M)
        after.previous = before.previous.defined() ? at::where(m_moves[call - 1], clamped, before.previous) : clamped;
    return after;
}

SamplingState Sampler::start(int64_t batch, NoiseSource &noise) const
{
    SamplingState state;
    state.latent = noise.starting().expand({batch, m_timesteps.size(1), m_words.table().size(1)});
    return state;
}

SamplingResult Sampler::run(const EncodedSource &source, NoiseSource &noise, const SamplingObserver &observer) const
{
    const c10::NoGradGuard noGradients;
    return resume(source, start(source.hidden.size(0), noise), 1, modelCalls(), noise, observer);
}

SamplingResult Sampler::resume(const EncodedSource &source, SamplingState state, int firstCall, int lastCall,
                               NoiseSource &noise, const SamplingObserver &observer) const
{
    return SamplingRun(*this, std::move(state), firstCall, lastCall, noise, observer).complete(source);
}

} // namespace ard
