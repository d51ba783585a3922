// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RunJson.h"
#include "trace/Branching.h"
#include "trace/PlanJson.h"
#include "trace/RequestParameters.h"

namespace ard {

namespace {

using Words = std::map<std::int32_t, std::string>;

constexpr std::int32_t kMaxId = INT32_MAX;
constexpr double kLeastLogLikelihood = -1e30;

/// Lengths and outputs agree: each candidate's own N, or the run's. A writer takes a record as it is.
template <class F>
void requireOutputLengths(const F &f, const RunRecord &run)
{
    if constexpr (!F::reads)
        return;
    const std::vector<int> &lengths = run.request.candidateLengths;
    f.require(lengths.empty() || run.outputs.empty() || run.outputs.size() == lengths.size(), "outputs",
              "as many as there are candidate_lengths");
    for (std::size_t c = 0; c < run.outputs.size() && f.ok(); ++c)
        f.require(run.outputs[c].tokens.size() == static_cast<std::size_t>(candidateLength(run.request, c)),
                  "outputs.tokens", "as long as the run");
}

} // namespace

template <class F>
void fields(F &f, FieldsOf<F, Provenance> provenance)
{
    f.text("model", provenance.modelName, kMaxNameBytes);
    f.text("fingerprint", provenance.modelFingerprint, kMaxNameBytes);
    f.text("engine_version", provenance.engineVersion, kMaxNameBytes);
    f.text("device", provenance.device, kMaxNameBytes);
    f.text("created", provenance.createdUtc, kMaxNameBytes);
    if (f.has("starting_noise", provenance.startingNoise.has_value()))
        f.integer("starting_noise", f.engaged(provenance.startingNoise), 0, UINT32_MAX);
}

const char *decidedByName(LengthChoice::By by)
{
    switch (by) {
    case LengthChoice::By::Head:
        return "head";
    case LengthChoice::By::Request:
        return "request";
    case LengthChoice::By::Model:
        break;
    }
    return "model";
}

static std::optional<LengthChoice::By> decidedByNamed(const std::string &name)
{
    for (const auto by : {LengthChoice::By::Head, LengthChoice::By::Request, LengthChoice::By::Model})
        if (name == decidedByName(by))
            return by;
    return std::nullopt;
}

template <class F>
void fields(F &f, FieldsOf<F, LengthChoice> choice)
{
    f.choice("by", choice.by, decidedByName, decidedByNamed, "head, request or model");
    std::vector<std::int32_t> lengths;
    std::vector<float> probabilities;
    for (const LengthChoice::Likely &likely : choice.likely) {
        lengths.push_back(likely.length);
        probabilities.push_back(likely.probability);
    }
    f.int32s("lengths", lengths, {}, 1, kMaxLength);
    f.floats("probabilities", probabilities, lengths.size(), 0, 1);
    f.require(lengths.size() <= kLikelyLengths, "lengths", "a list of at most 8 lengths");
    if constexpr (F::reads)
        for (std::size_t i = 0; i < lengths.size() && f.ok(); ++i)
            choice.likely.push_back({lengths[i], probabilities[i]});
}

template <class F>
void fields(F &f, FieldsOf<F, CandidateOutput> output)
{
    f.text("text", output.text, kMaxTextBytes);
    f.int32s("tokens", output.tokens, {}, 0, kMaxId);
    f.integer("model_calls", output.modelCalls, 0, kMaxSamplingSteps, Presence::Optional);
    if (f.has("log_likelihood", output.logLikelihood.has_value()))
        f.number("log_likelihood", f.engaged(output.logLikelihood), kLeastLogLikelihood, 0);
    f.require(output.tokens.size() <= static_cast<std::size_t>(kMaxLength), "tokens",
              "an array of at most " + std::to_string(kMaxLength) + " values");
}

template <class F>
void fields(F &f, FieldsOf<F, GenerationRequest> request)
{
    f.text("source", request.source, kMaxTextBytes);
    if (f.has("schedule", true))
        f.object("schedule", request.schedule);
    else if constexpr (F::reads)
        request.schedule.diffusionSteps = 0;
    if (f.has("ruler", true))
        f.object("ruler", request.ruler);
    for (const RequestParameter &parameter : requestParameters()) {
        if constexpr (F::reads)
            readParameter(f.reader(), parameter, request);
        else
            f.map()[parameter.key] = parameterToJson(parameter.get(request));
    }
    if (f.has("candidate_lengths", !request.candidateLengths.empty())) {
        f.int32s("candidate_lengths", request.candidateLengths, {}, 1, kMaxLength);
        const std::vector<int> &lengths = request.candidateLengths;
        f.require(lengths.size() == static_cast<std::size_t>(request.candidates) &&
                      lengths.front() == request.schedule.length,
                  "candidate_lengths", "a length for each candidate, the first of them the run's");
    }
    if (f.has("continuations", !request.continuations.empty()))
        f.objects("continuations", request.continuations, static_cast<std::size_t>(kMaxContinuations));
}

template <class F>
void fields(F &f, FieldsOf<F, Words> words)
{
    std::vector<std::int32_t> ids;
    std::vector<std::string> texts;
    for (const auto &[id, text] : words) {
        ids.push_back(id);
        texts.push_back(text);
    }
    f.int32s("ids", ids, {}, 0, kMaxId);
    f.texts("texts", texts, ids.size(), kMaxNameBytes);
    f.require(texts.size() == ids.size(), "texts", "as many texts as there are ids");
    if constexpr (F::reads)
        for (std::size_t i = 0; i < ids.size() && f.ok(); ++i)
            words[ids[i]] = texts[i];
}

template <class F>
void outputFields(F &f, FieldsOf<F, std::vector<CandidateOutput>> outputs)
{
    f.objects("outputs", outputs, kMaxCandidates);
}

template <class F>
void chosenField(F &f, FieldsOf<F, int> chosen, std::size_t outputs)
{
    f.integer("chosen", chosen, 0, static_cast<std::int64_t>(std::max<std::size_t>(outputs, 1)) - 1);
}

template <class F>
void fields(F &f, FieldsOf<F, RunRecord> run)
{
    f.object("request", run.request);
    const TimestepScheduleSpec &schedule = run.request.schedule;
    f.require(schedule.length >= 1, "request.schedule.length", "at least 1");
    f.require(schedule.diffusionSteps >= kMinDiffusionSteps, "request.schedule.diffusion_steps", "at least 2");
    f.object("provenance", run.provenance);
    if (f.has("length_choice", run.lengthChoice.has_value())) {
        f.object("length_choice", f.engaged(run.lengthChoice));
        const std::vector<LengthChoice::Likely> &likely = run.lengthChoice->likely;
        f.require(likely.empty() || likely.front().length == schedule.length, "length_choice.lengths",
                  "a list that begins with the run's own length");
    }
    f.nested("plan", [&](auto &inner) { planFields(inner, run.plan, schedule.length, schedule.diffusionSteps); });
    outputFields(f, run.outputs);
    requireOutputLengths(f, run);
    chosenField(f, run.chosen, run.outputs.size());
    f.object("words", run.words);
    f.number("seconds", run.seconds, 0, kMaxSeconds);
    f.boolean("complete", run.complete);
    if (f.has("calls_before", run.callsBefore > 0)) {
        f.integer("calls_before", run.callsBefore, 0, kMaxSamplingSteps);
        f.require(run.callsBefore < run.plan.modelCalls() && run.callsBefore <= callsBeforeLast(run.request),
                  "calls_before", "model calls that the run's continuations left as they were");
    }
}

nlohmann::json requestToJson(const GenerationRequest &request)
{
    return fieldsToJson(request);
}

template void fields(FieldFiller &, GenerationRequest &);
template void fields(FieldWriter &, const GenerationRequest &);
template void fields(FieldFiller &, Words &);
template void fields(FieldWriter &, const Words &);
template void outputFields(FieldFiller &, std::vector<CandidateOutput> &);
template void outputFields(FieldWriter &, const std::vector<CandidateOutput> &);
template void chosenField(FieldFiller &, int &, std::size_t);
template void chosenField(FieldWriter &, const int &, std::size_t);
template void fields(FieldFiller &, RunRecord &);
template void fields(FieldWriter &, const RunRecord &);

} // namespace ard
