// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/RequestResolver.h"

#include "base/Guard.h"
#include "engine/Runtime.h"
#include "trace/RequestParameters.h"
#include <algorithm>
#include <c10/core/GradMode.h>
#include <fmt/format.h>
#include <numeric>

namespace ard {

std::vector<std::size_t> byLength(const std::vector<WordIds> &sources)
{
    std::vector<std::size_t> order(sources.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sources[a].size() < sources[b].size(); });
    return order;
}

Result<std::int32_t> RequestResolver::wordOf(const std::string &text) const
{
    const Tokenizer &tokenizer = *m_model.tokenizer;
    const WordIds ids = tokenizer.encode(text);
    if (ids.size() == 1 && ids.front() != tokenizer.unknownId())
        return ids.front();
    for (std::int32_t id = 0; id < tokenizer.size(); ++id)
        if (tokenizer.piece(id) == text)
            return id;
    return fail(ErrorCode::InvalidArgument,
                fmt::format("'{}' is not one word of this model's vocabulary, but these pieces: {}; give each position "
                            "one piece",
                            text, fmt::join(m_model.piecesOf(ids), " ")));
}

void RequestResolver::fillInLearnedTimesteps(GenerationRequest &request) const
{
    const auto fillIn = [this](TimestepScheduleSpec &schedule) {
        if (schedule.kind == "learned" && !schedule.knots) // a run that is asked about again brings its own
            schedule.knots = m_model.summary.learnedTimesteps;
    };
    fillIn(request.schedule);
    for (Continuation &continuation : request.continuations)
        if (continuation.schedule)
            fillIn(*continuation.schedule);
}

Status RequestResolver::fillInLengths(GenerationRequest &request) const
{
    if (!choosesLength(request))
        return {};
    int leftOut = 0; // reported when the source is read for the run
    ARD_ASSIGN(const WordIds source, m_model.readSource(request.source, leftOut));
    ARD_ASSIGN(auto lengths, lengthsOf({source}, request, 1));
    takeLength(request, lengths.front().front());
    request.candidateLengths.clear();
    if (lengths.front().size() > 1)
        request.candidateLengths = std::move(lengths.front());
    return {};
}

Status RequestResolver::fillInWords(GenerationRequest &request) const
{
    for (Continuation &continuation : request.continuations)
        for (PositionChange &change : continuation.changes) {
            if (change.kind == PositionChange::Kind::Renoise)
                continue;
            if (change.word < 0) {
                ARD_ASSIGN(change.word, wordOf(change.text));
            }
            if (change.word < m_model.tokenizer->size())
                change.text = m_model.tokenizer->piece(change.word);
        }
    return {};
}

Result<RequestPlan> RequestResolver::plan(GenerationRequest request) const
{
    fillInLearnedTimesteps(request);
    ARD_TRY(fillInLengths(request));
    ARD_TRY(fillInWords(request));
    return planRequest(std::move(request), m_model.config());
}

Result<RequestPlan> RequestResolver::planWithSteps(const GenerationRequest &request) const
{
    if (m_model.config().autoregressive)
        return fail(ErrorCode::Unsupported,
                    "this model writes word by word, without diffusion: it has no steps to show");
    return plan(request);
}

bool RequestResolver::choosesLength(const GenerationRequest &request) const
{
    return m_model.config().lengthHead != LengthHead::None && request.schedule.length == 0;
}

Result<std::vector<std::vector<int>>> RequestResolver::lengthsOf(const std::vector<WordIds> &sources,
                                                                 const GenerationRequest &request, int batchSize) const
{
    ARD_TRY(checkParameter(requestParameter("candidates"), request));
    initialiseRuntime();
    return guarded("choosing the length", [&]() -> Result<std::vector<std::vector<int>>> {
        const c10::NoGradGuard noGradients;
        const int64_t different = lengthsMayDiffer(request, m_model.config()) ? request.candidates : 1;
        std::vector<std::vector<int>> lengths(sources.size());
        const std::vector<std::size_t> order = byLength(sources);
        for (std::size_t begin = 0; begin < order.size(); begin += static_cast<std::size_t>(batchSize)) {
            const std::size_t end = std::min(begin + static_cast<std::size_t>(batchSize), order.size());
            std::vector<const WordIds *> batch;
            for (std::size_t i = begin; i < end; ++i)
                batch.push_back(&sources[order[i]]);
            const torch::Tensor scores = m_model.denoiser.lengthLogits(m_model.encode(batch));
            if (!scores.isfinite().all().item<bool>())
                return tl::unexpected<Error>(damagedWeightsError());
            const torch::Tensor chosen = Denoiser::candidateLengths(scores, different).to(torch::kCPU).contiguous();
            const int64_t *row = chosen.data_ptr<int64_t>();
            for (std::size_t i = begin; i < end; ++i, row += different)
                lengths[order[i]].assign(row, row + different);
        }
        return lengths;
    });
}

} // namespace ard
