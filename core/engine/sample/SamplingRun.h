// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SamplingRun: a run of a Sampler under way. Who drives it lets the network predict and hands the prediction in, so that the
// calls of several runs can share a batch of the network, whatever their schedules, solvers, seeds and clamps are.
#include "engine/sample/Repair.h"
#include "engine/sample/RowEnds.h"
#include "engine/sample/Sampler.h"
#include "engine/sample/StepReporter.h"
#include <vector>

namespace ard {

class SamplingRun {
public:
    /// Calls firstCall..lastCall from the state that the call before left. What is referred to must outlive the run.
    SamplingRun(const Sampler &sampler, SamplingState state, int firstCall, int lastCall, NoiseSource &noise,
                const SamplingObserver &observer);
    SamplingRun(const SamplingRun &) = delete; // its parts refer to each other
    SamplingRun &operator=(const SamplingRun &) = delete;

    /// Whether a call is to be made: one is left, some row goes on, nobody has cancelled.
    bool goesOn();
    const SamplingState &state() const { return m_result.state; }
    torch::Tensor timesteps() const; ///< [1,N], in a repair [B,N], int64, before the call to be made
    /// [B] bool: rows that the network must see in the call to be made; undefined: all. In a repair a row without a doubtful word
    /// stays as it is, whatever the network would say of it.
    torch::Tensor needed() const;
    int64_t rows() const { return m_result.state.latent.size(0); } ///< B
    /// Makes the call from the network's x0_hat [B,N,E], which is taken over; milliseconds: the network's.
    void finishCall(const torch::Tensor &prediction, double milliseconds);
    /// Once, after the last call.
    SamplingResult result();
    /// All calls that are left, in batches of this run alone. source: [B] rows.
    SamplingResult complete(const EncodedSource &source);

private:
    /// [B] the call after which each row was done.
    std::vector<int> rowCalls() const;
    SampledStep plannedStep(const torch::Tensor &prediction);
    SampledStep repairStep(const torch::Tensor &prediction);

    const Sampler &m_sampler;
    NoiseSource &m_noise;
    Repair m_repair;
    RowEnds m_ends;
    StepReporter m_reporter;
    SamplingResult m_result;
    torch::Tensor m_sum;                ///< of all x0_hat: finite only if each of them is
    std::vector<int> m_before, m_after; ///< [N] timesteps of a repair's call, first row
    int m_call, m_lastCall;
    bool m_cancelled = false;
};

/// x0_hat of the network for the next call of each run, as one batch: the runs are of one length, and source is theirs, a row
/// for each of their rows. Zeros in rows that need no call. Pinned words are not yet in place.
std::vector<torch::Tensor> predictTogether(const Denoiser &denoiser, const std::vector<SamplingRun *> &runs,
                                           const EncodedSource &source);

} // namespace ard
