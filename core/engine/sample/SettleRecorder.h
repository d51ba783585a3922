// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SettleRecorder: the settle steps (trace/RunRecord.h) of every row of a batch, without keeping frames: the most
// probable word of x0_hat after each model call, after the last one the final word, as StepFrame has them.
#include "engine/sample/Sampler.h"

namespace ard {

class SettleRecorder {
public:
    /// Follows one run. words must outlive the recorder.
    explicit SettleRecorder(const WordSearch &words) : m_words(words) { }
    void stepped(const SampledStep &step);

    /// [B], after the run
    std::vector<Settling> settling() const;
    /// The time that the recorder itself took, to be subtracted from the measured time of a run.
    double seconds() const { return m_seconds; }

private:
    const WordSearch &m_words;
    std::vector<int> m_bySchedule; ///< [N] the same in every row
    torch::Tensor m_lastWords;     ///< [B,N] int64, CPU
    torch::Tensor m_byWord;        ///< [B,N] int64, CPU
    double m_seconds = 0;
};

} // namespace ard
