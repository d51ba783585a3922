// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_engine/FakeRun.h"
#include "base/Philox.h"
#include <array>
#include <cmath>
#include <sstream>
#include <utility>

namespace ard::fake {

namespace {

constexpr std::array pieces{
    "[PAD]",        "\u2581the",  "\u2581Blue",   "\u2581Spice",     "\u2581is",   "\u2581a",    "\u2581cheap",
    "\u2581coffee", "\u2581shop", "\u2581near",   "\u2581riverside", "\u2581serv", "ing",        "\u2581English",
    "\u2581food",   ".",          "\u2581family", "\u2581friendly",  "\u2581in",   "\u2581city", "\u2581centre",
    "\u2581with",   "\u2581high", "ly",           "\u2581rated"};
constexpr int kVocabulary = static_cast<int>(pieces.size());
constexpr int kFullStop = 15;

} // namespace

Result<FakeRun> FakeRun::make(GenerationRequest request, int modelLength, int modelDiffusionSteps)
{
    if (request.schedule.length == 0)
        request.schedule.length = modelLength;
    if (request.schedule.diffusionSteps == 0)
        request.schedule.diffusionSteps = modelDiffusionSteps;
    if (request.schedule.length != modelLength || request.schedule.diffusionSteps != modelDiffusionSteps)
        return fail(ErrorCode::InvalidArgument, "The model has another length or other diffusion steps than asked for");
    FakeRun run;
    ARD_ASSIGN(run.m_header.plan, makeSamplingPlan(request.schedule, request.samplingSteps, request.ruler));
    run.m_header.request = request;
    run.m_seed = request.seed;
    for (const Continuation &continuation : request.continuations)
        ARD_TRY(run.goOn(continuation));
    const auto noise = static_cast<std::uint32_t>(request.seed * 2654435761U);
    run.m_header.provenance = {"fake", "0123abcd", "fake 1", "cpu", "2026-01-01T00:00:00Z", noise};
    return run;
}

/// The rest of the plan that there is; timestep schedule and ruler stay.
Status FakeRun::goOn(const Continuation &continuation)
{
    SamplingPlan &plan = m_header.plan;
    if (continuation.fromCall < 0 || continuation.fromCall >= plan.modelCalls())
        return fail(ErrorCode::InvalidArgument, "the run cannot be continued there");
    plan.sentenceSteps.erase(plan.sentenceSteps.begin(), plan.sentenceSteps.begin() + continuation.fromCall);
    plan.timesteps.erase(plan.timesteps.begin(), plan.timesteps.begin() + continuation.fromCall);
    m_before += continuation.fromCall;
    m_seed = continuation.seed.value_or(m_seed);
    for (PositionChange change : continuation.changes) {
        m_pinned.erase(change.position);
        m_replaced.erase(change.position);
        if (change.kind == PositionChange::Kind::Renoise) {
            const int calls = plan.modelCalls(), top = m_header.request.schedule.diffusionSteps - 1;
            for (int m = 0; m <= calls; ++m) {
                int &timestep = plan.timesteps[static_cast<std::size_t>(m)][static_cast<std::size_t>(change.position)];
                timestep = std::max(timestep, top * (calls - m) / calls);
            }
            continue;
        }
        for (int id = 0; change.word < 0 && id < kVocabulary; ++id)
            if (pieces[static_cast<std::size_t>(id)] == "\u2581" + change.text)
                change.word = id;
        if (change.word < 0 || change.word >= kVocabulary)
            return fail(
                ErrorCode::InvalidArgument,
                "'" + change.text +
                    "' is not one word of this model's vocabulary, but these pieces: ?; give each position one piece");
        (change.kind == PositionChange::Kind::Pin ? m_pinned : m_replaced)[change.position] = change.word;
    }
    return {};
}

Result<FakeRun> FakeRun::filled(int call) const
{
    if (call < 1 || call > modelCalls())
        return fail(ErrorCode::InvalidArgument, "The run has no such model call");
    ARD_ASSIGN(const auto schedule, makeTimestepSchedule(m_header.request.schedule));
    FakeRun run = *this;
    run.m_header.plan = {};
    const auto &steps = m_header.plan.sentenceSteps;
    const auto at = static_cast<std::size_t>(call);
    for (int step = steps[at - 1]; step >= steps[at]; --step) {
        std::vector<int> row(m_header.plan.timesteps.front().size());
        schedule->timesteps(step, row);
        run.m_header.plan.sentenceSteps.push_back(step);
        run.m_header.plan.timesteps.push_back(std::move(row));
    }
    return run;
}

std::int32_t FakeRun::finalWord(int position) const
{
    for (const auto *held : {&m_pinned, &m_replaced})
        if (const auto word = held->find(position); word != held->end())
            return word->second;
    const int length = m_header.request.schedule.length;
    const int words = std::max(1, length * 3 / 4);
    if (position >= words)
        return 0;
    if (position == words - 1)
        return kFullStop;
    const double draw = uniform01(m_header.request.seed, 1, static_cast<std::uint64_t>(position));
    return 1 + static_cast<std::int32_t>(draw * (kVocabulary - 1));
}

std::int32_t FakeRun::wordAt(int call, int position) const
{
    if (m_pinned.contains(position))
        return finalWord(position);
    const auto &row = m_header.plan.timesteps[static_cast<std::size_t>(call)];
    const double timestep = row[static_cast<std::size_t>(position)];
    const double noise = timestep / m_header.request.schedule.diffusionSteps;
    const auto index = static_cast<std::uint64_t>(call + m_before) * row.size() + static_cast<std::uint64_t>(position);
    if (uniform01(m_seed, 2, index) >= noise)
        return finalWord(position);
    return static_cast<std::int32_t>(uniform01(m_seed, 3, index) * kVocabulary);
}

StepFrame FakeRun::frame(int call) const
{
    StepFrame frame;
    frame.modelCall = call;
    const auto at = static_cast<std::size_t>(call);
    frame.sentenceStepBefore = m_header.plan.sentenceSteps[at - 1];
    frame.sentenceStepAfter = m_header.plan.sentenceSteps[at];
    frame.milliseconds = 1.5;
    const int length = m_header.request.schedule.length;
    for (int n = 0; n < length; ++n) {
        TokenState token;
        token.timestepBefore = m_header.plan.timesteps[at - 1][static_cast<std::size_t>(n)];
        token.timestepAfter = m_header.plan.timesteps[at][static_cast<std::size_t>(n)];
        token.wordId = wordAt(call, n);
        token.changed = call > 1 && wordAt(call - 1, n) != token.wordId;
        const double noise = static_cast<double>(token.timestepAfter) / m_header.request.schedule.diffusionSteps;
        double left = 1;
        double share = 1 - 0.9 * noise;
        for (int rank = 0; rank < kTopWords; ++rank) {
            const auto r = static_cast<std::size_t>(rank);
            token.topIds[r] = (token.wordId + rank) % kVocabulary;
            token.topProbabilities[r] = static_cast<float>(left * share);
            if (const double p = left * share; p > 0)
                token.entropy -= static_cast<float>(p * std::log(p));
            left *= 1 - share;
            share = 0.5;
        }
        if (call == modelCalls() && n == kSecondBest)
            std::swap(token.topIds[0], token.topIds[1]);
        token.distance = static_cast<float>(noise);
        frame.tokens.push_back(token);
    }
    return frame;
}

CandidateOutput FakeRun::output() const
{
    CandidateOutput output;
    for (int n = 0; n < m_header.request.schedule.length; ++n) {
        const std::int32_t word = finalWord(n);
        output.tokens.push_back(word);
        const std::string piece = pieces[static_cast<std::size_t>(word)];
        const bool startsWord = piece.rfind("\u2581", 0) == 0;
        if (word != 0)
            output.text += startsWord ? (output.text.empty() ? "" : " ") + piece.substr(3) : piece;
    }
    return output;
}

RunRecord FakeRun::record(int calls) const
{
    RunRecord record = m_header;
    for (int call = 1; call <= calls; ++call) {
        record.frames.push_back(frame(call));
        record.words.merge(words(record.frames.back()));
    }
    record.complete = calls == modelCalls();
    if (record.complete)
        record.outputs = {output()};
    return record;
}

std::map<std::int32_t, std::string> FakeRun::words(const StepFrame &frame)
{
    std::map<std::int32_t, std::string> words;
    for (const TokenState &token : frame.tokens)
        for (const std::int32_t id : token.topIds)
            words[id] = pieces[static_cast<std::size_t>(id)];
    return words;
}

protocol::SourceReading FakeRun::sourceReading() const
{
    protocol::SourceReading reading{{}, 0, 0};
    std::istringstream source(m_header.request.source);
    for (std::string word; source >> word;) {
        if (reading.pieces.size() == kMostWords) {
            ++*reading.leftOut;
            continue;
        }
        *reading.unknown += word == "[UNK]";
        reading.pieces.push_back("\u2581" + word);
    }
    return reading;
}

} // namespace ard::fake
