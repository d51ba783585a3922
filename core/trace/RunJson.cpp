// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RunJson.h"
#include "base/Cbor.h"
#include "trace/PlanJson.h"
#include "trace/RequestParameters.h"

namespace ard {

namespace {

using nlohmann::json;

constexpr double kMaxSeconds = 1e9;
constexpr std::int32_t kMaxId = INT32_MAX;

std::vector<std::int32_t> readCandidateLengths(const FieldReader &fields, const GenerationRequest &request)
{
    if (!fields.has("candidate_lengths"))
        return {};
    const auto lengths = fields.int32s("candidate_lengths", {}, 1, kMaxLength);
    if (lengths.size() != static_cast<std::size_t>(request.candidates) || lengths.front() != request.schedule.length)
        fields.refuse("candidate_lengths", "a length for each candidate, the first of them the run's");
    return lengths;
}

json provenanceToJson(const Provenance &provenance)
{
    return {{"model", validUtf8(provenance.modelName)},
            {"fingerprint", validUtf8(provenance.modelFingerprint)},
            {"engine_version", validUtf8(provenance.engineVersion)},
            {"device", validUtf8(provenance.device)},
            {"created", validUtf8(provenance.createdUtc)}};
}

Provenance readProvenance(const FieldReader &fields)
{
    Provenance provenance;
    provenance.modelName = fields.text("model", kMaxNameBytes);
    provenance.modelFingerprint = fields.text("fingerprint", kMaxNameBytes);
    provenance.engineVersion = fields.text("engine_version", kMaxNameBytes);
    provenance.device = fields.text("device", kMaxNameBytes);
    provenance.createdUtc = fields.text("created", kMaxNameBytes);
    return provenance;
}

void checkOutputLengths(const FieldReader &fields, const RunRecord &run)
{
    const std::vector<int> &lengths = run.request.candidateLengths;
    if (!lengths.empty() && !run.outputs.empty() && run.outputs.size() != lengths.size())
        fields.refuse("outputs", "as many as there are candidate_lengths");
    for (std::size_t c = 0; c < run.outputs.size() && fields.ok(); ++c)
        if (run.outputs[c].tokens.size() != static_cast<std::size_t>(candidateLength(run.request, c)))
            fields.refuse("outputs.tokens", "as long as the run");
}

} // namespace

int readInt(const FieldReader &fields, const char *key, std::int64_t low, std::int64_t high)
{
    return static_cast<int>(fields.integer(key, low, high));
}

double readSeconds(const FieldReader &fields)
{
    return fields.number("seconds", 0, kMaxSeconds);
}

int readChosen(const FieldReader &fields, std::size_t outputs)
{
    return readInt(fields, "chosen", 0, static_cast<std::int64_t>(std::max<std::size_t>(outputs, 1)) - 1);
}

json requestToJson(const GenerationRequest &request)
{
    json map{{"source", validUtf8(request.source)},
             {"schedule", scheduleToJson(request.schedule)},
             {"ruler", rulerToJson(request.ruler)}};
    for (const RequestParameter &parameter : requestParameters())
        map[parameter.key] = parameterToJson(parameter.get(request));
    if (!request.candidateLengths.empty())
        map["candidate_lengths"] = cborArray(std::span<const std::int32_t>(request.candidateLengths));
    if (!request.continuations.empty())
        map["continuations"] = continuationsToJson(request.continuations);
    return map;
}

GenerationRequest readRequest(const FieldReader &fields)
{
    GenerationRequest request;
    request.source = fields.text("source", kMaxTextBytes);
    if (fields.has("schedule"))
        request.schedule = readSchedule(fields.object("schedule"));
    else
        request.schedule.diffusionSteps = 0;
    if (fields.has("ruler"))
        request.ruler = readRuler(fields.object("ruler"));
    for (const RequestParameter &parameter : requestParameters())
        readParameter(fields, parameter, request);
    request.candidateLengths = readCandidateLengths(fields, request);
    if (fields.has("continuations"))
        request.continuations = readContinuations(fields);
    return request;
}

json wordsToJson(const std::map<std::int32_t, std::string> &words)
{
    std::vector<std::int32_t> ids;
    json texts = json::array();
    for (const auto &[id, text] : words) {
        ids.push_back(id);
        texts.push_back(validUtf8(text));
    }
    return {{"ids", cborArray(std::span<const std::int32_t>(ids))}, {"texts", std::move(texts)}};
}

std::map<std::int32_t, std::string> readWords(const FieldReader &fields)
{
    const auto ids = fields.int32s("ids", {}, 0, kMaxId);
    const auto texts = fields.texts("texts", ids.size(), kMaxNameBytes);
    if (texts.size() != ids.size())
        fields.refuse("texts", "as many texts as there are ids");
    std::map<std::int32_t, std::string> words;
    for (std::size_t i = 0; i < ids.size() && fields.ok(); ++i)
        words[ids[i]] = texts[i];
    return words;
}

json outputsToJson(const std::vector<CandidateOutput> &outputs)
{
    json list = json::array();
    for (const CandidateOutput &output : outputs)
        list.push_back({{"text", validUtf8(output.text)},
                        {"tokens", cborArray(std::span<const std::int32_t>(output.tokens))},
                        {"model_calls", output.modelCalls}});
    return list;
}

std::vector<CandidateOutput> readOutputs(const FieldReader &fields)
{
    std::vector<CandidateOutput> outputs;
    for (const FieldReader &item : fields.objects("outputs", kMaxCandidates)) {
        CandidateOutput output{item.text("text", kMaxTextBytes), item.int32s("tokens", {}, 0, kMaxId),
                               static_cast<int>(item.integer("model_calls", 0, kMaxSamplingSteps, 0))};
        if (output.tokens.size() > static_cast<std::size_t>(kMaxLength))
            item.refuse("tokens", "an array of at most " + std::to_string(kMaxLength) + " values");
        outputs.push_back(std::move(output));
    }
    return outputs;
}

json runHeaderToJson(const RunRecord &run)
{
    return {{"request", requestToJson(run.request)},
            {"provenance", provenanceToJson(run.provenance)},
            {"plan", planToJson(run.plan)},
            {"outputs", outputsToJson(run.outputs)},
            {"chosen", run.chosen},
            {"words", wordsToJson(run.words)},
            {"seconds", run.seconds},
            {"complete", run.complete}};
}

RunRecord readRunHeader(const FieldReader &fields)
{
    RunRecord run;
    run.request = readRequest(fields.object("request"));
    if (run.request.schedule.length < 1)
        fields.refuse("request.schedule.length", "at least 1");
    if (run.request.schedule.diffusionSteps < 2)
        fields.refuse("request.schedule.diffusion_steps", "at least 2");
    run.provenance = readProvenance(fields.object("provenance"));
    run.plan = readPlan(fields.object("plan"), run.request.schedule.length, run.request.schedule.diffusionSteps);
    run.outputs = readOutputs(fields);
    checkOutputLengths(fields, run);
    run.chosen = readChosen(fields, run.outputs.size());
    run.words = readWords(fields.object("words"));
    run.seconds = readSeconds(fields);
    run.complete = fields.boolean("complete");
    return run;
}

} // namespace ard
