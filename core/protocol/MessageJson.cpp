// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/MessageJson.h"
#include "base/Cbor.h"
#include "diffusion/LearnedTimesteps.h"
#include "protocol/Codec.h"
#include "trace/PlanJson.h"
#include "trace/RunJson.h"
#include <algorithm>

namespace ard::protocol {

namespace {

using nlohmann::json;

constexpr double kMaxParameters = 1e15;

json textsToJson(const std::vector<std::string> &texts)
{
    json list = json::array();
    for (const std::string &text : texts)
        list.push_back(validUtf8(text));
    return list;
}

json modelToJson(const ModelSummary &model)
{
    json map{{"folder", validUtf8(model.folder)},
             {"name", validUtf8(model.name)},
             {"task", validUtf8(model.task)},
             {"languages", validUtf8(model.languages)},
             {"licence", validUtf8(model.licence)},
             {"hint", validUtf8(model.hint)},
             {"examples", textsToJson(model.examples)},
             {"length", model.length},
             {"length_head", model.lengthHead},
             {"diffusion_steps", model.diffusionSteps},
             {"vocabulary", model.vocabulary},
             {"parameters", std::clamp(model.parameters, 0.0, kMaxParameters)},
             {"trained_schedules", textsToJson(model.trainedSchedules)},
             {"trained_anchor_scale", std::clamp(model.trainedAnchorScale, 0.0, kMaxAnchorScale)},
             {"default_sampling_steps", model.defaultSamplingSteps},
             {"default_clamp", clampName(model.defaultClamp)},
             {"fingerprint", validUtf8(model.fingerprint)}};
    if (model.learnedTimesteps)
        map["learned_timesteps"] = tableToJson(*model.learnedTimesteps);
    return map;
}

/// What the window is to draw a plan of must make a plan.
std::shared_ptr<const ScheduleTable> readLearnedTimesteps(const FieldReader &fields, int diffusionSteps)
{
    auto knots = readKnots(fields);
    if (fields.ok() && !checkLearnedTimesteps(*knots, diffusionSteps))
        fields.refuse("timesteps", "rows that rise from 0 to the model's last timestep");
    return fields.ok() ? knots : nullptr;
}

} // namespace

ModelSummary readModel(const FieldReader &fields)
{
    ModelSummary model;
    model.folder = fields.text("folder", kMaxNameBytes);
    model.name = fields.text("name", kMaxTextBytes);
    model.task = fields.text("task", kMaxTextBytes);
    model.languages = fields.text("languages", kMaxTextBytes);
    model.licence = fields.text("licence", kMaxTextBytes);
    model.hint = fields.text("hint", kMaxTextBytes);
    model.examples = fields.texts("examples", kMaxList, kMaxTextBytes);
    model.length = static_cast<int>(fields.integer("length", 1, kMaxLength));
    model.lengthHead = fields.boolean("length_head", false);
    model.diffusionSteps = static_cast<int>(fields.integer("diffusion_steps", 2, kMaxDiffusionSteps));
    model.vocabulary = static_cast<int>(fields.integer("vocabulary", 1, INT32_MAX));
    model.parameters = fields.number("parameters", 0, kMaxParameters);
    model.trainedSchedules = fields.texts("trained_schedules", kMaxList, kMaxNameBytes);
    model.trainedAnchorScale = fields.number("trained_anchor_scale", 0, kMaxAnchorScale);
    model.defaultSamplingSteps = static_cast<int>(fields.integer("default_sampling_steps", 1, kMaxSamplingSteps));
    const std::string clamp = fields.text("default_clamp", kMaxNameBytes, clampName(ClampMode::Nearest));
    if (const auto known = clampNamed(clamp))
        model.defaultClamp = *known;
    else
        fields.refuse("default_clamp", "none, nearest or expected");
    model.fingerprint = fields.text("fingerprint", kMaxNameBytes);
    if (fields.has("learned_timesteps"))
        model.learnedTimesteps = readLearnedTimesteps(fields.object("learned_timesteps"), model.diffusionSteps);
    return model;
}

namespace {

// One overload of toJson a message, in the order of Messages.h.
json toJson(const HelloRequest &body)
{
    return {{"major", body.major}, {"minor", body.minor}, {"client", validUtf8(body.client)}};
}

json toJson(const ListModelsRequest &body)
{
    return {{"folders", textsToJson(body.folders)}};
}

json toJson(const LoadModelRequest &body)
{
    return {{"folder", validUtf8(body.folder)}, {"device", validUtf8(body.device)}};
}

json toJson(const GenerateRequest &body)
{
    return {{"request", requestToJson(body.request)}};
}

json toJson(const CancelRequest &body)
{
    return {{"target", body.target}};
}

json toJson(const ShutdownRequest &)
{
    return json::object();
}

json toJson(const ContinueFromRequest &body)
{
    return {{"request", requestToJson(body.request)}, {"continuation", continuationToJson(body.continuation)}};
}

json toJson(const FillSkippedRequest &body)
{
    return {{"request", requestToJson(body.request)}, {"model_call", body.modelCall}};
}

json toJson(const AttentionRequest &body)
{
    return {{"request", requestToJson(body.request)},
            {"model_call", body.modelCall},
            {"layer", body.layer},
            {"head", body.head}};
}

json toJson(const HelloEvent &body)
{
    return {{"major", body.major},
            {"minor", body.minor},
            {"engine_version", validUtf8(body.engineVersion)},
            {"device", validUtf8(body.device)},
            {"blas", validUtf8(body.blas)}};
}

json toJson(const ModelsEvent &body)
{
    json models = json::array();
    for (const ModelSummary &model : body.models)
        models.push_back(modelToJson(model));
    return {{"models", std::move(models)}};
}

json toJson(const ProgressEvent &body)
{
    return {{"stage", validUtf8(body.stage)}, {"fraction", body.fraction}};
}

json toJson(const LoadedEvent &body)
{
    return {{"model", modelToJson(body.model)}, {"device", validUtf8(body.device)}};
}

json toJson(const StartedEvent &body)
{
    return {{"run", runHeaderToJson(body.run)}, {"source_tokens", textsToJson(body.sourceTokens)}};
}

json toJson(const FrameEvent &body)
{
    return {{"frame", frameToJson(body.frame)}, {"words", wordsToJson(body.words)}};
}

json toJson(const FinishedEvent &body)
{
    return {{"outputs", outputsToJson(body.outputs)},
            {"chosen", body.chosen},
            {"seconds", body.seconds},
            {"cancelled", body.cancelled}};
}

json toJson(const FailedEvent &body)
{
    return {{"code", validUtf8(body.code)}, {"message", validUtf8(body.message)}, {"detail", validUtf8(body.detail)}};
}

json toJson(const LogEvent &body)
{
    return {{"level", validUtf8(body.level)}, {"message", validUtf8(body.message)}};
}

json toJson(const FilledEvent &body)
{
    return filledToJson(body.steps);
}

json toJson(const AttentionMapEvent &body)
{
    return attentionToJson(body.map);
}

} // namespace

const char *typeName(const Body &body)
{
    static constexpr const char *names[] = {"hello",    "list_models",   "load_model",   "generate",  "cancel",
                                            "shutdown", "continue_from", "fill_skipped", "attention", "hello",
                                            "models",   "progress",      "loaded",       "started",   "frame",
                                            "finished", "failed",        "log",          "filled",    "attention_map"};
    static_assert(std::size(names) == std::variant_size_v<Body>);
    return names[body.index()];
}

json bodyToJson(const Body &body)
{
    return std::visit([](const auto &value) { return toJson(value); }, body);
}

} // namespace ard::protocol
