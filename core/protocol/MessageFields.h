// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MessageFields: what is in each message, for reading and for writing (base/Fields.h); docs/protocol.md says it in words.
// Used by MessageJson only.
#include "protocol/Messages.h"
#include "trace/PlanJson.h"
#include "trace/RunJson.h"

namespace ard {

// InsightJson.cpp
template <class F>
void fields(F &f, FieldsOf<F, AttentionMap> map);
template <class F>
void fields(F &f, FieldsOf<F, CallInside> inside);
template <class F>
void fields(F &f, FieldsOf<F, VocabularyMap> map);

} // namespace ard

namespace ard::protocol {

constexpr std::size_t kMaxList = 10'000; ///< of models, folders, examples

/// MessageJson.cpp
template <class F>
void fields(F &f, FieldsOf<F, ModelSummary> model);

// Requests, in the order of Messages.h.

template <class F>
void fields(F &f, FieldsOf<F, HelloRequest> hello)
{
    f.integer("major", hello.major, 0, INT32_MAX);
    f.integer("minor", hello.minor, 0, INT32_MAX);
    f.text("client", hello.client, kMaxNameBytes, Presence::Optional);
}

template <class F>
void fields(F &f, FieldsOf<F, ListModelsRequest> list)
{
    f.texts("folders", list.folders, kMaxList, kMaxNameBytes);
}

template <class F>
void fields(F &f, FieldsOf<F, LoadModelRequest> load)
{
    f.text("folder", load.folder, kMaxNameBytes);
    f.text("device", load.device, kMaxNameBytes, Presence::Optional);
}

template <class F>
void fields(F &f, FieldsOf<F, GenerateRequest> generate)
{
    f.object("request", generate.request);
}

template <class F>
void fields(F &f, FieldsOf<F, CancelRequest> cancel)
{
    f.unsigned64("target", cancel.target);
}

template <class F>
void fields(F &, FieldsOf<F, ShutdownRequest>)
{
}

template <class F>
void fields(F &f, FieldsOf<F, ContinueFromRequest> from)
{
    f.object("request", from.request);
    f.object("continuation", from.continuation);
}

template <class F>
void fields(F &f, FieldsOf<F, FillSkippedRequest> fill)
{
    f.object("request", fill.request);
    f.integer("model_call", fill.modelCall, 1, kMaxSamplingSteps);
}

template <class F>
void fields(F &f, FieldsOf<F, AttentionRequest> attention)
{
    f.object("request", attention.request);
    f.integer("model_call", attention.modelCall, 1, kMaxSamplingSteps);
    f.integer("layer", attention.layer, 0, INT32_MAX);
    f.integer("head", attention.head, 0, INT32_MAX);
}

template <class F>
void fields(F &f, FieldsOf<F, LaneRequest> lane)
{
    f.unsigned64("id", lane.id);
    f.require(lane.id != 0, "id", "a number above 0");
    f.object("request", lane.request);
}

template <class F>
void fields(F &f, FieldsOf<F, GenerateTogetherRequest> together)
{
    f.objects("lanes", together.lanes, kMaxTogether);
    f.require(!together.lanes.empty(), "lanes", "a list of 1 to 8 lanes");
    for (std::size_t i = 0; i < together.lanes.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            f.require(together.lanes[i].id != together.lanes[k].id, "lanes",
                      "a list of lanes with an id of their own each");
}

template <class F>
void fields(F &f, FieldsOf<F, InspectCallRequest> inspect)
{
    f.object("request", inspect.request);
    f.integer("model_call", inspect.modelCall, 1, kMaxSamplingSteps);
    f.integer("position", inspect.position, 0, kMaxLength - 1);
}

template <class F>
void fields(F &, FieldsOf<F, VocabularyMapRequest>)
{
}

// Events.

template <class F>
void fields(F &f, FieldsOf<F, HelloEvent> hello)
{
    f.integer("major", hello.major, 0, INT32_MAX);
    f.integer("minor", hello.minor, 0, INT32_MAX);
    f.text("engine_version", hello.engineVersion, kMaxNameBytes);
    f.text("device", hello.device, kMaxNameBytes);
    f.text("blas", hello.blas, kMaxNameBytes);
}

template <class F>
void fields(F &f, FieldsOf<F, ModelsEvent> models)
{
    f.objects("models", models.models, kMaxList);
}

template <class F>
void fields(F &f, FieldsOf<F, ProgressEvent> progress)
{
    f.text("stage", progress.stage, kMaxNameBytes);
    f.number("fraction", progress.fraction, -1, 1);
    f.require(progress.fraction >= 0 || progress.fraction == -1, "fraction", "a number from 0 to 1, or -1");
}

template <class F>
void fields(F &f, FieldsOf<F, LoadedEvent> loaded)
{
    f.object("model", loaded.model);
    f.text("device", loaded.device, kMaxNameBytes);
}

template <class F>
void fields(F &f, FieldsOf<F, StartedEvent> started)
{
    f.object("run", started.run);
    const auto count = [&f](const char *key, auto &number, std::int64_t most) {
        if (f.has(key, number.has_value()))
            f.integer(key, f.engaged(number), 0, most);
    };
    f.texts("source_tokens", started.source.pieces, kMaxTextBytes, kMaxNameBytes);
    count("source_left_out", started.source.leftOut, INT32_MAX);
    count("source_unknown", started.source.unknown, static_cast<std::int64_t>(started.source.pieces.size()));
}

template <class F>
void fields(F &f, FieldsOf<F, FrameEvent> event)
{
    f.object("frame", event.frame);
    f.object("words", event.words);
}

template <class F>
void fields(F &f, FieldsOf<F, FinishedEvent> finished)
{
    outputFields(f, finished.outputs);
    chosenField(f, finished.chosen, finished.outputs.size());
    f.number("seconds", finished.seconds, 0, kMaxSeconds);
    f.boolean("cancelled", finished.cancelled);
}

template <class F>
void fields(F &f, FieldsOf<F, FailedEvent> failed)
{
    f.text("code", failed.code, kMaxNameBytes);
    f.text("message", failed.message, kMaxTextBytes);
    f.text("detail", failed.detail, kMaxTextBytes);
}

template <class F>
void fields(F &f, FieldsOf<F, LogEvent> log)
{
    f.text("level", log.level, kMaxNameBytes);
    f.text("message", log.message, kMaxTextBytes);
}

template <class F>
void fields(F &f, FieldsOf<F, FilledEvent> filled)
{
    fields(f, filled.steps);
}

template <class F>
void fields(F &f, FieldsOf<F, AttentionMapEvent> attention)
{
    fields(f, attention.map);
}

template <class F>
void fields(F &f, FieldsOf<F, CallInsideEvent> event)
{
    fields(f, event.inside);
}

template <class F>
void fields(F &f, FieldsOf<F, VocabularyMapEvent> event)
{
    fields(f, event.map);
}

} // namespace ard::protocol
