// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/Sampler.h"

#include "engine/sample/EarlyStop.h"
#include <algorithm>
#include <c10/core/GradMode.h>
#include <chrono>

namespace ard {
namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

torch::Tensor repeatedRows(const torch::Tensor &x, int64_t k)
{
    return x.defined() && k > 1 ? x.repeat_interleave(k, 0) : x;
}

} // namespace

SamplingState SamplingState::repeated(int64_t k) const
{
    return {repeatedRows(latent, k), repeatedRows(selfCondition, k), repeatedRows(previous, k)};
}

Sampler::Sampler(const Denoiser &denoiser, const WordSearch &words, const NoiseSchedule &noiseSchedule,
                 SamplingOptions options)
    : m_denoiser(denoiser), m_words(words), m_options(std::move(options))
{
    const auto &rows = m_options.plan.timesteps;
    const auto calls = static_cast<int64_t>(rows.size()) - 1, length = static_cast<int64_t>(rows.front().size());
    torch::Tensor timesteps = at::empty({calls + 1, length}, torch::kInt64);
    torch::Tensor coefficients = at::empty({calls, 4, length, 1}, torch::kFloat32);
    torch::Tensor moves = at::empty({calls, length, 1}, torch::kBool);
    auto *t = timesteps.data_ptr<int64_t>();
    auto *c = coefficients.data_ptr<float>();
    auto *moving = moves.data_ptr<bool>();
    std::vector<int> movedFrom = m_options.movedFrom;
    movedFrom.resize(static_cast<std::size_t>(length), -1);
    for (int64_t m = 0; m <= calls; ++m) {
        bool noisy = false, multistep = false;
        for (int64_t n = 0; n < length; ++n) {
            const int from = rows[m][n];
            t[m * length + n] = from;
            if (m == calls)
                continue;
            const int to = rows[m + 1][n];
            const StepCoefficients step = m_options.solver == Solver::DpmPlusPlus2M
                ? multistepCoefficients(noiseSchedule, movedFrom[n], from, to)
                : stepCoefficients(noiseSchedule, from, to, m_options.eta);
            c[(m * 4 + 0) * length + n] = static_cast<float>(step.latent);
            c[(m * 4 + 1) * length + n] = static_cast<float>(step.clean);
            c[(m * 4 + 2) * length + n] = static_cast<float>(step.noise);
            c[(m * 4 + 3) * length + n] = static_cast<float>(step.previous);
            moving[m * length + n] = from != to;
            if (from != to)
                movedFrom[n] = from;
            noisy = noisy || step.noise != 0;
            multistep = multistep || step.previous != 0;
        }
        if (m == calls)
            continue;
        m_noisy.push_back(noisy);
        m_multistep.push_back(multistep);
    }
    const torch::Device device = words.table().device();
    m_timesteps = timesteps.to(device);
    m_coefficients = coefficients.to(device);
    m_moves = moves.to(device);
}

torch::Tensor Sampler::clamp(const torch::Tensor &prediction, int call) const
{
    if (m_options.clamp == ClampMode::None || call < m_options.clampFromCall)
        return prediction;
    return m_options.clamp == ClampMode::Nearest ? m_words.nearestEmbeddings(prediction)
                                                 : m_words.expectedEmbeddings(prediction);
}

torch::Tensor Sampler::predict(int row, const SamplingState &state, const EncodedSource &source) const
{
    const c10::NoGradGuard noGradients;
    const int64_t batch = state.latent.size(0), length = m_timesteps.size(1);
    torch::Tensor prediction =
        m_denoiser.predict(state.latent, m_timesteps[row].expand({batch, length}), source, state.selfCondition);
    for (const PinnedWord &pin : m_options.pinned)
        prediction.select(1, pin.position).copy_(m_words.table()[pin.word]);
    return prediction;
}

SamplingState Sampler::step(int call, const SamplingState &before, const torch::Tensor &clean, NoiseSource &noise) const
{
    const auto index = static_cast<std::size_t>(call - 1);
    const torch::Tensor factors = m_coefficients[call - 1];
    SamplingState after;
    after.latent = (before.latent * factors[0]).addcmul_(clean, factors[1]);
    if (m_multistep[index])
        after.latent.addcmul_(before.previous, factors[3]);
    if (m_noisy[index]) {
        const auto &rows = m_options.plan.timesteps;
        after.latent.addcmul_(noise.step(call, rows[index], rows[index + 1]), factors[2]);
    }
    if (m_options.selfCondition)
        after.selfCondition = clean;
    if (m_options.solver == Solver::DpmPlusPlus2M)
        after.previous = before.previous.defined() ? at::where(m_moves[call - 1], clean, before.previous) : clean;
    return after;
}

torch::Tensor Sampler::pinnedIds(const torch::Tensor &ids) const
{
    for (const PinnedWord &pin : m_options.pinned)
        ids.select(1, pin.position).fill_(pin.word);
    return ids;
}

torch::Tensor Sampler::finalIds(int call, const SampledStep &done, EarlyStop &stop, bool &allStopped) const
{
    if (call == modelCalls())
        return m_options.finalWords ? stop.orStopped(pinnedIds(m_words.mostProbableWords(done.latent)))
                                    : torch::Tensor();
    if (!stop.enabled())
        return {};
    const torch::Tensor words = pinnedIds(m_words.mostProbableWords(done.prediction));
    allStopped = stop.add(call, words);
    const bool anyStopped =
        std::any_of(stop.calls().begin(), stop.calls().end(), [](int stopped) { return stopped > 0; });
    return anyStopped ? stop.orStopped(words) : torch::Tensor();
}

void Sampler::report(int call, SampledStep &done, const SamplingObserver &observer) const
{
    const SamplingPlan &plan = m_options.plan;
    const auto index = static_cast<std::size_t>(call - 1);
    done.call = call;
    done.sentenceStepBefore = plan.sentenceSteps[index];
    done.sentenceStepAfter = plan.sentenceSteps[index + 1];
    done.before = plan.timesteps[index];
    done.after = plan.timesteps[index + 1];
    observer.stepped(done);
}

SamplingResult Sampler::run(const EncodedSource &source, NoiseSource &noise, const SamplingObserver &observer) const
{
    const c10::NoGradGuard noGradients;
    const int64_t batch = source.hidden.size(0), length = m_timesteps.size(1), width = m_words.table().size(1);
    SamplingState start;
    start.latent = noise.starting().expand({batch, length, width});
    return resume(source, std::move(start), 1, modelCalls(), noise, observer);
}

SamplingResult Sampler::resume(const EncodedSource &source, SamplingState state, int firstCall, int lastCall,
                               NoiseSource &noise, const SamplingObserver &observer) const
{
    const c10::NoGradGuard noGradients;
    const auto batch = static_cast<std::size_t>(state.latent.size(0));
    EarlyStop stop(m_options.stopWhenSettled, static_cast<int64_t>(batch));
    SamplingResult result;
    result.latent = state.latent;
    result.state = std::move(state);
    bool allStopped = false;
    for (int call = firstCall; call <= lastCall && !allStopped; ++call) {
        if (observer.cancelled && observer.cancelled())
            return result;
        const auto start = Clock::now();
        SampledStep done;
        done.prediction = predict(call - 1, result.state, source);
        done.clamped = clamp(done.prediction, call);
        for (const PinnedWord &pin : m_options.pinned) // the expected embedding is not the word's own
            done.clamped.select(1, pin.position).copy_(m_words.table()[pin.word]);
        result.state = step(call, result.state, done.clamped, noise);
        result.latent = done.latent = result.state.latent;
        result.modelCalls = call;
        result.ids = done.finalIds = finalIds(call, done, stop, allStopped);
        if (!observer.stepped)
            continue;
        done.latent.flatten()[0].item<float>(); // waits for the device, so that the time is the step's
        done.milliseconds = millisecondsSince(start);
        done.state = &result.state;
        done.stopped = stop.calls();
        report(call, done, observer);
    }
    result.rowCalls = stop.calls();
    for (int &calls : result.rowCalls)
        calls = calls > 0 ? calls : result.modelCalls;
    result.complete = true;
    return result;
}

} // namespace ard
