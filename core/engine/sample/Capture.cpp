// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/Capture.h"
#include "engine/kernels/WordScores.h"

#include <algorithm>
#include <c10/core/GradMode.h>

namespace ard {
namespace {

torch::Tensor onCpu(const torch::Tensor &tensor, torch::ScalarType type)
{
    return tensor.to(torch::kCPU, type).contiguous();
}

/// Of every position, on the CPU.
struct WordFacts {
    torch::Tensor ids;                    ///< [N,top] int32
    torch::Tensor probabilities, entropy; ///< [N,top], [N] float32
};

/// The same from the device's own operations, where the scores are not where the frame is wanted.
WordFacts factsOfDevice(const torch::Tensor &scores, int64_t top)
{
    const torch::Tensor logProbabilities = scores.log_softmax(-1);
    const auto [topLogs, topIds] = logProbabilities.topk(top, -1);
    // A probability that underflows to 0 must add 0, not 0 * -inf.
    return {onCpu(topIds, torch::kInt32), onCpu(topLogs.exp(), torch::kFloat32),
            onCpu(-(logProbabilities.exp() * logProbabilities.clamp_min(-1e4)).sum(-1), torch::kFloat32)};
}

/// scores [N,V]
WordFacts factsOf(const torch::Tensor &scores)
{
    static_assert(kTopWords <= kernels::WordScores::kMost);
    const int64_t length = scores.size(0), words = scores.size(1), top = std::min<int64_t>(kTopWords, words);
    if (!scores.is_cpu())
        return factsOfDevice(scores, top);
    const torch::Tensor numbers = onCpu(scores, torch::kFloat32);
    const float *row = numbers.data_ptr<float>();
    WordFacts facts{at::empty({length, top}, torch::kInt32), at::empty({length, top}), at::empty({length})};
    for (int64_t n = 0; n < length; ++n, row += words) {
        const kernels::WordScores found = kernels::sumUp(row, words, static_cast<int>(top));
        std::copy_n(found.ids.begin(), top, facts.ids.data_ptr<std::int32_t>() + n * top);
        std::copy_n(found.probabilities.begin(), top, facts.probabilities.data_ptr<float>() + n * top);
        facts.entropy.data_ptr<float>()[n] = found.entropy;
    }
    return facts;
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
    const auto [ids, probabilities, entropy] = factsOf(m_denoiser.logits(prediction));
    const int64_t length = prediction.size(0), top = ids.size(1);
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
