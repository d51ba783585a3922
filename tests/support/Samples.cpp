// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Samples.h"
#include <algorithm>
#include <array>

namespace ard::test {

using namespace protocol;

StepFrame sampleFrame(int length, int modelCall, bool projections)
{
    StepFrame frame;
    frame.candidate = 2;
    frame.modelCall = modelCall;
    frame.sentenceStepBefore = 900 - modelCall;
    frame.sentenceStepAfter = 899 - modelCall;
    frame.milliseconds = 12.25 + modelCall;
    for (int n = 0; n < length; ++n) {
        TokenState token;
        token.timestepBefore = 150 - n % 100;
        token.timestepAfter = 149 - n % 100;
        token.wordId = 7 * n + modelCall;
        for (int k = 0; k < kTopWords; ++k) {
            token.topIds[k] = k < 6 ? n + k : -1;
            token.topProbabilities[k] = k < 6 ? 0.5F / static_cast<float>(k + 1) : 0.0F;
        }
        token.entropy = 1.5F + static_cast<float>(n);
        token.distance = 0.25F * static_cast<float>(n);
        token.changed = (n + modelCall) % 2 == 0;
        if (projections && n % 3 != 0)
            token.projection = {-1.5F * static_cast<float>(n), 2.0F};
        frame.tokens.push_back(token);
    }
    return frame;
}

static std::shared_ptr<const ScheduleTable> sampleTable(int length)
{
    return std::make_shared<const ScheduleTable>(
        ScheduleTable{std::vector<int>(length, 199), std::vector<int>(length, 7), std::vector<int>(length, 0)});
}

static std::shared_ptr<const ScheduleTable> sampleKnots(int length, int diffusionSteps)
{
    return std::make_shared<const ScheduleTable>(static_cast<std::size_t>(length),
                                                 std::vector<int>{0, 3, 3, diffusionSteps - 1});
}

Continuation sampleContinuation()
{
    Continuation continuation;
    continuation.fromCall = 2;
    continuation.seed = 77;
    continuation.schedule =
        TimestepScheduleSpec{"learned", 5, 200, 1.5, 3, 2, sampleTable(5), sampleKnots(5, 200), "fast end.csv"};
    continuation.ruler = RulerSpec{"tail", 7, {}};
    continuation.samplingSteps = 9;
    continuation.changes = {{PositionChange::Kind::Pin, 1, 7, "\xE2\x96\x81word"},
                            {PositionChange::Kind::Replace, 2, -1, "dog"},
                            {PositionChange::Kind::Renoise, 0, -1, ""}};
    return continuation;
}

RunRecord sampleRun(int length, int calls)
{
    RunRecord run;
    run.request = {"name[Blue Spice], eatType[caf\xC3\xA9]",
                   {"ar-diffusion", length, 200, 2.5, 31, 5, sampleTable(length)},
                   {"list", 5, {99, 4, 0}},
                   calls,
                   ~0ULL,
                   0.25,
                   ClampMode::Expected,
                   3,
                   4,
                   ChoiceRule::Mixed,
                   {length, length, length, length},
                   5,
                   0.75,
                   0.9,
                   Solver::DpmPlusPlus2M,
                   2.5,
                   3,
                   0,
                   {sampleContinuation(), Continuation{}}};
    run.provenance = {"tiny", "ab12", "0.1.0", "cpu", "2026-01-02T03:04:05Z", 0xFEDCBA98};
    for (int m = 0; m <= calls; ++m) {
        run.plan.sentenceSteps.push_back(calls - m);
        run.plan.timesteps.emplace_back();
        for (int n = 0; n < length; ++n)
            run.plan.timesteps.back().push_back(std::min(199, (calls - m) * (n + 1)));
    }
    for (int m = 1; m <= calls; ++m)
        run.frames.push_back(sampleFrame(length, m, m % 2 == 0));
    for (int c = 0; c < 4; ++c)
        run.outputs.push_back({"output " + std::to_string(c),
                               std::vector<std::int32_t>(static_cast<std::size_t>(length), c), calls - c % 2});
    run.outputs[1].logLikelihood = -0.125;
    run.chosen = 3;
    run.words = {{0, "[PAD]"}, {7, "\xE2\x96\x81word"}, {2000000000, "last"}};
    run.seconds = 1.75;
    run.complete = true;
    return run;
}

ModelSummary sampleModel()
{
    return {"models/tiny",
            "tiny",
            "facts to a sentence",
            "en",
            "CC0-1.0",
            "type facts",
            {"a fact", "two facts"},
            16,
            200,
            512,
            123456,
            {"ar-diffusion", "uniform"},
            1.5,
            25,
            ClampMode::Expected,
            "00ff",
            true,
            sampleKnots(16, 200),
            32};
}

static CallInside sampleInside()
{
    CallInside inside{3, 1, 150, 100, 0.75, 0.5, -0.25, 0.125, {}, {0.5F, -0.5F, 2}, {1, 2, 3}, {4, 5}, {{4, "four"}}};
    for (std::size_t i = 0; i < kCallStages; ++i) {
        const auto number = static_cast<float>(i);
        inside.stages[i] = {{static_cast<int>(i), 7}, {number, 0.5F}, {number, 1, -2}, {number, -3}};
    }
    return inside;
}

std::vector<Message> sampleMessages()
{
    RunRecord header = sampleRun(5, 4);
    header.frames.clear();
    return {
        {1, HelloRequest{1, 7, "window"}},
        {2, ListModelsRequest{{"models", "more models"}}},
        {3, LoadModelRequest{"models/tiny", "cuda:1"}},
        {4, GenerateRequest{sampleRun(5, 4).request}},
        {5, CancelRequest{4}},
        {~0ULL, ShutdownRequest{}},
        {6, ContinueFromRequest{sampleRun(5, 4).request, sampleContinuation()}},
        {7, FillSkippedRequest{sampleRun(5, 4).request, 3}},
        {8, AttentionRequest{sampleRun(5, 4).request, 2, 1, 3}},
        {1, HelloEvent{1, 3, "0.1.0", "cpu", "BLIS"}},
        {2, ModelsEvent{{sampleModel(), sampleModel()}}},
        {3, ProgressEvent{"reading weights", 0.5}},
        {3, LoadedEvent{sampleModel(), "cpu"}},
        {4, StartedEvent{header, {{"\xE2\x96\x81name", "["}, 3, 1}}},
        {4, FrameEvent{sampleFrame(5, 2, true), {{3, "three"}, {9, "nine"}}}},
        {4, FinishedEvent{header.outputs, 2, 0.5, true}},
        {9, FailedEvent{"io", "The file cannot be read", "errno 5"}},
        {0, LogEvent{"warn", "a line"}},
        {7, FilledEvent{{3, 12, {1, 2, 3}, {1, 2, 4}, {0, 0.5F, 2}, {{1, "one"}, {4, "four"}}, 0.25}}},
        {8,
         AttentionMapEvent{{2, 1, 3, 2, 4, 2, 1, {-1, 2, 0.5F, 3}, {0, 1, -2, 4}, {0.5F, 0.5F, 0.25F, 0.75F}, {1, 1}}}},
        {9, GenerateTogetherRequest{{{10, sampleRun(5, 4).request}, {~0ULL, sampleRun(5, 2).request}}}},
        {11, InspectCallRequest{sampleRun(5, 4).request, 3, 4}},
        {11, CallInsideEvent{sampleInside()}},
        {12, VocabularyMapRequest{}},
        {12, VocabularyMapEvent{{{"[PAD]", "\xE2\x96\x81name"}, {{{0.5F, -1}, {2, 3.25F}}}, 0.25F}}}};
}

bool same(const StepFrame &a, const StepFrame &b)
{
    const auto sameToken = [](const TokenState &x, const TokenState &y) {
        return x.timestepBefore == y.timestepBefore && x.timestepAfter == y.timestepAfter && x.wordId == y.wordId &&
            x.topIds == y.topIds && x.topProbabilities == y.topProbabilities && x.entropy == y.entropy &&
            x.distance == y.distance && x.changed == y.changed && x.projection == y.projection;
    };
    return a.candidate == b.candidate && a.modelCall == b.modelCall && a.sentenceStepBefore == b.sentenceStepBefore &&
        a.sentenceStepAfter == b.sentenceStepAfter && a.milliseconds == b.milliseconds &&
        std::equal(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(), sameToken);
}

bool same(const std::vector<CandidateOutput> &a, const std::vector<CandidateOutput> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) {
        return x.text == y.text && x.tokens == y.tokens && x.modelCalls == y.modelCalls &&
            x.logLikelihood == y.logLikelihood;
    });
}

static bool sameTable(const std::shared_ptr<const ScheduleTable> &a, const std::shared_ptr<const ScheduleTable> &b)
{
    return a ? b && *a == *b : !b;
}

static bool sameSchedule(const TimestepScheduleSpec &a, const TimestepScheduleSpec &b)
{
    return a.kind == b.kind && a.length == b.length && a.diffusionSteps == b.diffusionSteps &&
        a.anchorScale == b.anchorScale && a.lag == b.lag && a.block == b.block && sameTable(a.table, b.table) &&
        sameTable(a.knots, b.knots) && a.tableName == b.tableName;
}

namespace {

bool sameContinuation(const Continuation &a, const Continuation &b)
{
    const auto sameChange = [](const PositionChange &x, const PositionChange &y) {
        return x.kind == y.kind && x.position == y.position && x.word == y.word && x.text == y.text;
    };
    return a.fromCall == b.fromCall && a.seed == b.seed && a.samplingSteps == b.samplingSteps &&
        a.schedule.has_value() == b.schedule.has_value() && (!a.schedule || sameSchedule(*a.schedule, *b.schedule)) &&
        a.ruler == b.ruler &&
        std::equal(a.changes.begin(), a.changes.end(), b.changes.begin(), b.changes.end(), sameChange);
}

} // namespace

bool same(const GenerationRequest &a, const GenerationRequest &b)
{
    return a.source == b.source && sameSchedule(a.schedule, b.schedule) && a.ruler == b.ruler &&
        a.samplingSteps == b.samplingSteps && a.seed == b.seed && a.eta == b.eta && a.clamp == b.clamp &&
        a.clampFromCall == b.clampFromCall && a.candidates == b.candidates && a.choose == b.choose &&
        a.candidateLengths == b.candidateLengths && a.beam == b.beam && a.solver == b.solver &&
        a.noiseTopP == b.noiseTopP && a.temperature == b.temperature && a.topP == b.topP &&
        a.stopWhenSettled == b.stopWhenSettled &&
        std::equal(a.continuations.begin(), a.continuations.end(), b.continuations.begin(), b.continuations.end(),
                   sameContinuation);
}

bool same(const RunRecord &a, const RunRecord &b)
{
    return same(a.request, b.request) && a.provenance.modelName == b.provenance.modelName &&
        a.provenance.modelFingerprint == b.provenance.modelFingerprint &&
        a.provenance.engineVersion == b.provenance.engineVersion && a.provenance.device == b.provenance.device &&
        a.provenance.createdUtc == b.provenance.createdUtc &&
        a.provenance.startingNoise == b.provenance.startingNoise && a.lengthChoice == b.lengthChoice &&
        a.plan.sentenceSteps == b.plan.sentenceSteps && a.plan.timesteps == b.plan.timesteps &&
        std::equal(a.frames.begin(), a.frames.end(), b.frames.begin(), b.frames.end(),
                   [](const StepFrame &x, const StepFrame &y) { return same(x, y); }) &&
        same(a.outputs, b.outputs) && a.chosen == b.chosen && a.words == b.words && a.seconds == b.seconds &&
        a.complete == b.complete;
}

bool same(const ModelSummary &a, const ModelSummary &b)
{
    return a.folder == b.folder && a.name == b.name && a.task == b.task && a.languages == b.languages &&
        a.licence == b.licence && a.hint == b.hint && a.examples == b.examples && a.length == b.length &&
        a.diffusionSteps == b.diffusionSteps && a.vocabulary == b.vocabulary && a.parameters == b.parameters &&
        a.trainedSchedules == b.trainedSchedules && a.trainedAnchorScale == b.trainedAnchorScale &&
        a.defaultSamplingSteps == b.defaultSamplingSteps && a.defaultClamp == b.defaultClamp &&
        a.lengthHead == b.lengthHead && a.fingerprint == b.fingerprint &&
        sameTable(a.learnedTimesteps, b.learnedTimesteps) && a.embeddingWidth == b.embeddingWidth;
}

namespace {

bool sameBody(const HelloRequest &a, const HelloRequest &b)
{
    return a.major == b.major && a.minor == b.minor && a.client == b.client;
}
bool sameBody(const ListModelsRequest &a, const ListModelsRequest &b)
{
    return a.folders == b.folders;
}
bool sameBody(const LoadModelRequest &a, const LoadModelRequest &b)
{
    return a.folder == b.folder && a.device == b.device;
}
bool sameBody(const GenerateRequest &a, const GenerateRequest &b)
{
    return same(a.request, b.request);
}
bool sameBody(const CancelRequest &a, const CancelRequest &b)
{
    return a.target == b.target;
}
bool sameBody(const ShutdownRequest &, const ShutdownRequest &)
{
    return true;
}
bool sameBody(const ContinueFromRequest &a, const ContinueFromRequest &b)
{
    return same(a.request, b.request) && sameContinuation(a.continuation, b.continuation);
}
bool sameBody(const FillSkippedRequest &a, const FillSkippedRequest &b)
{
    return same(a.request, b.request) && a.modelCall == b.modelCall;
}
bool sameBody(const AttentionRequest &a, const AttentionRequest &b)
{
    return same(a.request, b.request) && a.modelCall == b.modelCall && a.layer == b.layer && a.head == b.head;
}
bool sameBody(const FilledEvent &a, const FilledEvent &b)
{
    return a.steps.modelCall == b.steps.modelCall && a.steps.modelCalls == b.steps.modelCalls &&
        a.steps.jumpWords == b.steps.jumpWords && a.steps.filledWords == b.steps.filledWords &&
        a.steps.distance == b.steps.distance && a.steps.words == b.steps.words && a.steps.seconds == b.steps.seconds;
}
bool sameBody(const AttentionMapEvent &x, const AttentionMapEvent &y)
{
    const AttentionMap &a = x.map, &b = y.map;
    return a.modelCall == b.modelCall && a.layer == b.layer && a.head == b.head && a.layers == b.layers &&
        a.heads == b.heads && a.length == b.length && a.sourceLength == b.sourceLength && a.content == b.content &&
        a.time == b.time && a.weights == b.weights && a.cross == b.cross;
}
bool sameBody(const GenerateTogetherRequest &a, const GenerateTogetherRequest &b)
{
    return std::equal(
        a.lanes.begin(), a.lanes.end(), b.lanes.begin(), b.lanes.end(),
        [](const LaneRequest &x, const LaneRequest &y) { return x.id == y.id && same(x.request, y.request); });
}
bool sameBody(const InspectCallRequest &a, const InspectCallRequest &b)
{
    return same(a.request, b.request) && a.modelCall == b.modelCall && a.position == b.position;
}
bool sameBody(const CallInsideEvent &x, const CallInsideEvent &y)
{
    const CallInside &a = x.inside, &b = y.inside;
    const auto sameStage = [](const CallStageView &s, const CallStageView &t) {
        return s.words == t.words && s.distance == t.distance && s.values == t.values && s.point == t.point;
    };
    return a.modelCall == b.modelCall && a.position == b.position && a.timestepBefore == b.timestepBefore &&
        a.timestepAfter == b.timestepAfter && a.latent == b.latent && a.clean == b.clean && a.previous == b.previous &&
        a.noise == b.noise && std::equal(a.stages.begin(), a.stages.end(), b.stages.begin(), sameStage) &&
        a.eps == b.eps && a.cleanBefore == b.cleanBefore && a.headWords == b.headWords && a.words == b.words;
}
bool sameBody(const VocabularyMapRequest &, const VocabularyMapRequest &)
{
    return true;
}
bool sameBody(const VocabularyMapEvent &a, const VocabularyMapEvent &b)
{
    return a.map == b.map;
}
bool sameBody(const HelloEvent &a, const HelloEvent &b)
{
    return a.major == b.major && a.minor == b.minor && a.engineVersion == b.engineVersion && a.device == b.device &&
        a.blas == b.blas;
}
bool sameBody(const ModelsEvent &a, const ModelsEvent &b)
{
    return std::equal(a.models.begin(), a.models.end(), b.models.begin(), b.models.end(),
                      [](const ModelSummary &x, const ModelSummary &y) { return same(x, y); });
}
bool sameBody(const ProgressEvent &a, const ProgressEvent &b)
{
    return a.stage == b.stage && a.fraction == b.fraction;
}
bool sameBody(const LoadedEvent &a, const LoadedEvent &b)
{
    return same(a.model, b.model) && a.device == b.device;
}
bool sameBody(const StartedEvent &a, const StartedEvent &b)
{
    return same(a.run, b.run) && a.source.pieces == b.source.pieces && a.source.leftOut == b.source.leftOut &&
        a.source.unknown == b.source.unknown;
}
bool sameBody(const FrameEvent &a, const FrameEvent &b)
{
    return same(a.frame, b.frame) && a.words == b.words;
}
bool sameBody(const FinishedEvent &a, const FinishedEvent &b)
{
    return same(a.outputs, b.outputs) && a.chosen == b.chosen && a.seconds == b.seconds && a.cancelled == b.cancelled;
}
bool sameBody(const FailedEvent &a, const FailedEvent &b)
{
    return a.code == b.code && a.message == b.message && a.detail == b.detail;
}
bool sameBody(const LogEvent &a, const LogEvent &b)
{
    return a.level == b.level && a.message == b.message;
}

} // namespace

bool same(const Message &a, const Message &b)
{
    if (a.id != b.id || a.body.index() != b.body.index())
        return false;
    return std::visit([&](const auto &body) { return sameBody(body, std::get<std::decay_t<decltype(body)>>(b.body)); },
                      a.body);
}

std::vector<std::uint8_t> damaged(std::span<const std::uint8_t> bytes, std::mt19937 &random)
{
    std::vector<std::uint8_t> result(bytes.begin(), bytes.end());
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit ? limit - 1 : 0)(random);
    };
    for (std::size_t edits = 1 + below(4); edits > 0 && !result.empty(); --edits) {
        const std::size_t at = below(result.size());
        const auto place = result.begin() + static_cast<std::ptrdiff_t>(at);
        const std::size_t length = 1 + below(std::min<std::size_t>(result.size() - at, 32));
        switch (below(6)) {
        case 0:
            result[at] ^= static_cast<std::uint8_t>(1u << below(8));
            break;
        case 1:
            result[at] = static_cast<std::uint8_t>(below(256));
            break;
        case 2:
            result.erase(place, place + static_cast<std::ptrdiff_t>(length));
            break;
        case 3: {
            const std::vector<std::uint8_t> piece(place, place + static_cast<std::ptrdiff_t>(length));
            result.insert(result.begin() + static_cast<std::ptrdiff_t>(below(result.size())), piece.begin(),
                          piece.end());
            break;
        }
        case 4: { // a head of every major type with a great length
            static constexpr std::array<std::uint8_t, 8> heads{0x1B, 0x3B, 0x5B, 0x7B, 0x9B, 0xBB, 0x9F, 0xFB};
            result.insert(place, 8, below(2) ? 0xFF : 0x00);
            result.insert(result.begin() + static_cast<std::ptrdiff_t>(at), heads[below(heads.size())]);
            break;
        }
        default:
            result.resize(at);
        }
    }
    return result;
}

std::vector<nlohmann::json::json_pointer> everyValue(const nlohmann::json &json)
{
    std::vector<nlohmann::json::json_pointer> pointers;
    const auto walk = [&](const auto &self, const nlohmann::json &value,
                          const nlohmann::json::json_pointer &here) -> void {
        for (const auto &item : value.items()) {
            const auto there = value.is_array() ? here / std::stoul(item.key()) : here / item.key();
            pointers.push_back(there);
            if (item.value().is_structured())
                self(self, item.value(), there);
        }
    };
    walk(walk, json, nlohmann::json::json_pointer());
    return pointers;
}

} // namespace ard::test
