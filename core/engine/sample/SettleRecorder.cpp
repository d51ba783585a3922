// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/SettleRecorder.h"

#include "base/Stopwatch.h"
#include <c10/core/GradMode.h>

namespace ard {

void SettleRecorder::stepped(const SampledStep &step)
{
    const c10::NoGradGuard noGradients;
    const Stopwatch watch;
    const torch::Tensor found = step.finalIds.defined() ? step.finalIds : m_words.mostProbableWords(step.prediction);
    const torch::Tensor words = found.to(torch::kCPU, torch::kInt64).contiguous();
    if (m_byWord.defined())
        m_byWord.masked_fill_(words != m_lastWords, step.call);
    else
        m_byWord = at::full(words.sizes(), step.call, torch::kInt64);
    m_lastWords = words;
    m_bySchedule.resize(step.after.size(), 0);
    for (std::size_t n = 0; n < step.after.size(); ++n)
        if (step.after[n] == 0 && m_bySchedule[n] == 0)
            m_bySchedule[n] = step.call;
    m_seconds += watch.seconds();
}

std::vector<Settling> SettleRecorder::settling() const
{
    std::vector<Settling> rows;
    if (!m_byWord.defined())
        return rows;
    const int64_t length = m_byWord.size(1);
    const int64_t *calls = m_byWord.data_ptr<int64_t>();
    for (int64_t row = 0; row < m_byWord.size(0); ++row) {
        Settling &settling = rows.emplace_back();
        for (int64_t n = 0; n < length; ++n)
            settling.byWord.push_back(static_cast<int>(calls[row * length + n]));
        settling.bySchedule = m_bySchedule;
    }
    return rows;
}

} // namespace ard
