// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/Capture.h"

#include <algorithm>
#include <c10/core/GradMode.h>

namespace ard {
namespace {

torch::Tensor onCpu(const torch::Tensor &tensor, torch::ScalarType type)
{
    return tensor.to(torch::kCPU, type).contiguous();
}

} // namespace

Capture::Capture(const Denoiser &denoiser, const WordSearch &words, const Projection *projection, int row)
    : m_denoiser(denoiser), m_words(words), m_projection(projection), m_row(row)
{
}

StepFrame Capture::frame(const SampledStep &step)
{
    const c10::NoGradGuard noGradients;
    const torch::Tensor prediction = step.prediction[m_row]; // [N,E]
    const torch::Tensor logProbabilities = m_denoiser.logits(prediction).log_softmax(-1);
    const int64_t length = prediction.size(0), top = std::min<int64_t>(kTopWords, logProbabilities.size(-1));
    const auto [topLogs, topIds] = logProbabilities.topk(top, -1);
    const torch::Tensor probabilities = onCpu(topLogs.exp(), torch::kFloat32), ids = onCpu(topIds, torch::kInt32);
    // A probability that underflows to 0 must add 0, not 0 * -inf.
    const torch::Tensor entropy =
        onCpu(-(logProbabilities.exp() * logProbabilities.clamp_min(-1e4)).sum(-1), torch::kFloat32);
    const torch::Tensor nearest = step.isNearest ? step.clamped[m_row] : m_words.nearestEmbeddings(prediction);
    const torch::Tensor distance = onCpu((prediction - nearest).norm(2, -1), torch::kFloat32);
    torch::Tensor finals, plane;
    if (step.finalIds.defined())
        finals = onCpu(step.finalIds[m_row], torch::kInt32);
    if (m_projection)
        plane = m_projection->project(step.latent[m_row]);

    StepFrame frame;
    frame.modelCall = step.call;
    frame.sentenceStepBefore = step.sentenceStepBefore;
    frame.sentenceStepAfter = step.sentenceStepAfter;
    frame.milliseconds = step.milliseconds;
    frame.tokens.resize(static_cast<std::size_t>(length));
    for (int64_t n = 0; n < length; ++n) {
        const auto at = static_cast<std::size_t>(n);
        TokenState &token = frame.tokens[at];
        token.timestepBefore = step.before[at];
        token.timestepAfter = step.after[at];
        token.topIds.fill(-1);
        std::copy_n(ids.data_ptr<std::int32_t>() + n * top, top, token.topIds.begin());
        std::copy_n(probabilities.data_ptr<float>() + n * top, top, token.topProbabilities.begin());
        token.wordId = finals.defined() ? finals.data_ptr<std::int32_t>()[n] : token.topIds[0];
        token.entropy = std::max(0.f, entropy.data_ptr<float>()[n]);
        token.distance = distance.data_ptr<float>()[n];
        token.changed = !m_lastWords.empty() && m_lastWords[at] != token.wordId;
        if (plane.defined())
            token.projection = {{plane.data_ptr<float>()[2 * n], plane.data_ptr<float>()[2 * n + 1]}};
    }
    m_lastWords.resize(frame.tokens.size());
    std::transform(frame.tokens.begin(), frame.tokens.end(), m_lastWords.begin(),
                   [](const TokenState &t) { return t.wordId; });
    return frame;
}

} // namespace ard
