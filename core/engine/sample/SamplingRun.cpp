// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/SamplingRun.h"

#include "base/Stopwatch.h"
#include <c10/core/GradMode.h>
#include <cmath>

namespace ard {
namespace {

/// The rows of all runs one below the other; zeros for a run that has none, undefined where no run has any.
torch::Tensor joined(const std::vector<SamplingRun *> &runs, torch::Tensor SamplingState::*part)
{
    std::vector<torch::Tensor> parts;
    bool anyDefined = false;
    for (const SamplingRun *run : runs) {
        parts.push_back(run->state().*part);
        anyDefined = anyDefined || parts.back().defined();
    }
    if (!anyDefined)
        return {};
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!parts[i].defined())
            parts[i] = at::zeros_like(runs[i]->state().latent);
    return at::cat(parts);
}

/// Indices of the rows that the network must see, all runs one below the other, [R] int64; undefined: all of them.
torch::Tensor neededRows(const std::vector<SamplingRun *> &runs)
{
    std::vector<torch::Tensor> parts;
    bool anyDefined = false;
    for (const SamplingRun *run : runs) {
        parts.push_back(run->needed());
        anyDefined = anyDefined || parts.back().defined();
    }
    if (!anyDefined)
        return {};
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!parts[i].defined())
            parts[i] = at::ones({runs[i]->rows()}, runs[i]->state().latent.options().dtype(torch::kBool));
    const torch::Tensor all = at::cat(parts), rows = all.nonzero().squeeze(1);
    return rows.size(0) < all.size(0) ? rows : torch::Tensor();
}

/// [B,N] int64
std::vector<int> firstRow(const torch::Tensor &timesteps)
{
    const torch::Tensor row = timesteps[0].to(torch::kCPU).contiguous();
    return {row.data_ptr<int64_t>(), row.data_ptr<int64_t>() + row.numel()};
}

} // namespace

SamplingRun::SamplingRun(const Sampler &sampler, SamplingState state, int firstCall, int lastCall, NoiseSource &noise,
                         const SamplingObserver &observer)
    : m_sampler(sampler), m_noise(noise), m_repair(sampler),
      m_ends(sampler.options(), sampler.words(), sampler.pins(), state.latent.size(0)),
      m_reporter(sampler.options().plan, observer), m_call(firstCall), m_lastCall(lastCall)
{
    m_result.latent = state.latent;
    m_result.state = std::move(state);
    m_sum = at::zeros({}, m_result.latent.options());
}

bool SamplingRun::goesOn()
{
    if (m_call > m_lastCall || m_ends.all())
        return false;
    m_cancelled = m_cancelled || m_reporter.cancelled();
    return !m_cancelled;
}

torch::Tensor SamplingRun::timesteps() const
{
    return m_sampler.isRepair(m_call) ? m_repair.timesteps(m_call, m_result.state) : m_sampler.timesteps(m_call);
}

torch::Tensor SamplingRun::needed() const
{
    return m_sampler.isRepair(m_call) ? m_result.state.open.any(1) : torch::Tensor();
}

std::vector<int> SamplingRun::rowCalls() const
{
    std::vector<int> calls = m_ends.rowCalls(m_result.modelCalls);
    if (!m_sampler.isRepair(m_result.modelCalls))
        return calls;
    const torch::Tensor repaired = m_result.state.open.any(1).to(torch::kCPU).contiguous();
    for (std::size_t row = 0; row < calls.size(); ++row)
        if (!repaired.data_ptr<bool>()[row])
            calls[row] = m_sampler.modelCalls() - m_sampler.options().repairCalls;
    return calls;
}

SampledStep SamplingRun::plannedStep(const torch::Tensor &prediction)
{
    SampledStep now = m_reporter.begin(m_call);
    now.prediction = m_sampler.pins().hold(prediction);
    m_sum += now.prediction.sum();
    now.clamped = m_sampler.clamp(now.prediction, m_call, m_noise);
    now.isNearest = m_sampler.clampsToNearest(m_call);
    m_result.state = m_sampler.step(m_call, now.clamped, m_result.state, m_noise);
    m_result.latent = now.latent = m_result.state.latent;
    m_result.ids = now.finalIds = m_ends.finalIds(now);
    if (m_sampler.isRepair(m_call + 1) && m_call < m_sampler.modelCalls())
        m_result.state = m_repair.begin(m_result.ids.clamp_min(0), now.prediction, m_noise);
    return now;
}

SampledStep SamplingRun::repairStep(const torch::Tensor &prediction)
{
    const SamplingState &state = m_result.state;
    m_before = firstRow(m_repair.timesteps(m_call, state));
    m_after = firstRow(m_repair.timesteps(m_call + 1, state));
    SampledStep now = m_reporter.beginRepair(m_call, m_before, m_after);
    now.prediction = m_repair.hold(prediction, state);
    m_sum += now.prediction.sum();
    now.clamped = m_repair.hold(m_sampler.clamp(now.prediction, m_call, m_noise), state);
    now.isNearest = m_sampler.clampsToNearest(m_call);
    m_result.state = m_repair.step(m_call, now.prediction, now.clamped, state, m_noise);
    m_result.latent = now.latent = m_result.state.latent;
    m_result.ids = now.finalIds = m_result.state.words;
    return now;
}

void SamplingRun::finishCall(const torch::Tensor &prediction, double milliseconds)
{
    SampledStep now = m_sampler.isRepair(m_call) ? repairStep(prediction) : plannedStep(prediction);
    m_result.modelCalls = m_call++;
    m_reporter.end(now, m_result.state, m_ends.stopped(), milliseconds);
}

SamplingResult SamplingRun::result()
{
    if (m_cancelled)
        return std::move(m_result);
    m_result.finite = std::isfinite(m_sum.item<float>()) &&
        !(m_result.ids.defined() && (m_result.ids == WordSearch::kNoWord).any().item<bool>());
    m_result.rowCalls = rowCalls();
    m_result.complete = true;
    return std::move(m_result);
}

SamplingResult SamplingRun::complete(const EncodedSource &source)
{
    const c10::NoGradGuard noGradients;
    while (goesOn()) {
        const Stopwatch watch;
        const torch::Tensor prediction = predictTogether(m_sampler.denoiser(), {this}, source).front();
        finishCall(prediction, watch.milliseconds());
    }
    return result();
}

std::vector<torch::Tensor> predictTogether(const Denoiser &denoiser, const std::vector<SamplingRun *> &runs,
                                           const EncodedSource &source)
{
    std::vector<torch::Tensor> timesteps;
    std::vector<int64_t> rows;
    for (const SamplingRun *run : runs) {
        rows.push_back(run->rows());
        timesteps.push_back(run->timesteps().expand({run->rows(), -1}));
    }
    const torch::Tensor needed = neededRows(runs);
    if (runs.size() == 1 && !needed.defined()) // a run alone needs no copies
        return {denoiser.predict(runs.front()->state().latent, timesteps.front(), source,
                                 runs.front()->state().selfCondition)};
    const torch::Tensor latents = joined(runs, &SamplingState::latent), times = at::cat(timesteps),
                        conditions = joined(runs, &SamplingState::selfCondition);
    if (!needed.defined())
        return denoiser.predict(latents, times, source, conditions).split_with_sizes(rows);
    torch::Tensor predictions = at::zeros_like(latents);
    const auto some = [&needed](const torch::Tensor &x) { return x.defined() ? x.index_select(0, needed) : x; };
    if (needed.size(0) > 0)
        predictions.index_copy_(0, needed,
                                denoiser.predict(some(latents), some(times), source.select(needed), some(conditions)));
    return predictions.split_with_sizes(rows);
}

} // namespace ard
