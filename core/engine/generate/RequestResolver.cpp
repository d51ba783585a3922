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

namespace {

/// One a row of the head's scores.
std::vector<LengthChoice> choicesOf(const torch::Tensor &scores)
{
    const auto [probabilities, lengths] = Denoiser::lengthsByProbability(scores, kLikelyLengths);
    std::vector<LengthChoice> choices(static_cast<std::size_t>(scores.size(0)));
    const float *probability = probabilities.data_ptr<float>();
    const int64_t *length = lengths.data_ptr<int64_t>();
    for (LengthChoice &choice : choices) {
        choice.by = LengthChoice::By::Head;
        for (int64_t rank = 0; rank < lengths.size(1); ++rank)
            choice.likely.push_back({static_cast<int>(*length++), std::min(*probability++, 1.0F)});
    }
    return choices;
}

} // namespace

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

std::optional<LengthChoice> RequestResolver::lengthGiven(const GenerationRequest &request) const
{
    if (!request.continuations.empty() || !request.candidateLengths.empty())
        return std::nullopt;
    const bool isModels = request.schedule.length == 0 ||
        (m_model.config().lengthHead == LengthHead::None && request.schedule.length == m_model.config().length);
    return LengthChoice{isModels ? LengthChoice::By::Model : LengthChoice::By::Request, {}};
}

Result<std::optional<LengthChoice>> RequestResolver::fillInLengths(GenerationRequest &request) const
{
    if (!choosesLength(request))
        return lengthGiven(request);
    int leftOut = 0; // reported when the source is read for the run
    ARD_ASSIGN(const WordIds source, m_model.readSource(request.source, leftOut));
    ARD_ASSIGN(auto lengths, lengthsOf({source}, request, 1));
    ChosenLengths &chosen = lengths.front();
    takeLength(request, chosen.candidates.front());
    request.candidateLengths.clear();
    if (chosen.candidates.size() > 1)
        request.candidateLengths = std::move(chosen.candidates);
    return std::optional(std::move(chosen.choice));
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
    ARD_ASSIGN(auto lengthChoice, fillInLengths(request));
    ARD_TRY(fillInWords(request));
    ARD_ASSIGN(RequestPlan planned, planRequest(std::move(request), m_model.config()));
    planned.lengthChoice = std::move(lengthChoice);
    return planned;
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

Result<std::vector<ChosenLengths>> RequestResolver::lengthsOf(const std::vector<WordIds> &sources,
                                                              const GenerationRequest &request, int batchSize) const
{
    ARD_TRY(checkParameter(requestParameter("candidates"), request));
    initialiseRuntime();
    return guarded("choosing the length", [&]() -> Result<std::vector<ChosenLengths>> {
        const c10::NoGradGuard noGradients;
        const int64_t different = lengthsMayDiffer(request, m_model.config()) ? request.candidates : 1;
        std::vector<ChosenLengths> lengths(sources.size());
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
            const std::vector<LengthChoice> choices = choicesOf(scores);
            for (std::size_t i = begin; i < end; ++i, row += different)
                lengths[order[i]] = {{row, row + different}, choices[i - begin]};
        }
        return lengths;
    });
}

} // namespace ard
