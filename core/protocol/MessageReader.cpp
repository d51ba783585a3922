// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/MessageJson.h"
#include "trace/RunJson.h"

namespace ard::protocol {

namespace {

/// "hello" goes both ways: the engine's carries its version.
Body readHello(const FieldReader &fields)
{
    const int major = readInt(fields, "major", 0, INT32_MAX), minor = readInt(fields, "minor", 0, INT32_MAX);
    if (!fields.has("engine_version"))
        return HelloRequest{major, minor, fields.text("client", kMaxNameBytes, "")};
    return HelloEvent{major, minor, fields.text("engine_version", kMaxNameBytes), fields.text("device", kMaxNameBytes),
                      fields.text("blas", kMaxNameBytes)};
}

Body readModels(const FieldReader &fields)
{
    ModelsEvent event;
    for (const FieldReader &item : fields.objects("models", kMaxList))
        event.models.push_back(readModel(item));
    return event;
}

Body readProgress(const FieldReader &fields)
{
    ProgressEvent event{fields.text("stage", kMaxNameBytes), fields.number("fraction", -1, 1)};
    if (event.fraction < 0 && event.fraction != -1)
        fields.refuse("fraction", "a number from 0 to 1, or -1");
    return event;
}

Body readStarted(const FieldReader &fields)
{
    return StartedEvent{readRunHeader(fields.object("run")),
                        fields.texts("source_tokens", kMaxTextBytes, kMaxNameBytes)};
}

Body readFinished(const FieldReader &fields)
{
    FinishedEvent event;
    event.outputs = readOutputs(fields);
    event.chosen = readChosen(fields, event.outputs.size());
    event.seconds = readSeconds(fields);
    event.cancelled = fields.boolean("cancelled");
    return event;
}

Body readFailed(const FieldReader &fields)
{
    return FailedEvent{fields.text("code", kMaxNameBytes), fields.text("message", kMaxTextBytes),
                       fields.text("detail", kMaxTextBytes)};
}

std::optional<Body> readRequestBody(const std::string &type, const FieldReader &fields)
{
    if (type == "hello")
        return readHello(fields);
    if (type == "list_models")
        return ListModelsRequest{fields.texts("folders", kMaxList, kMaxNameBytes)};
    if (type == "load_model")
        return LoadModelRequest{fields.text("folder", kMaxNameBytes), fields.text("device", kMaxNameBytes, "auto")};
    if (type == "generate")
        return GenerateRequest{readRequest(fields.object("request"))};
    if (type == "cancel")
        return CancelRequest{fields.unsigned64("target")};
    if (type == "shutdown")
        return ShutdownRequest{};
    if (type == "continue_from")
        return ContinueFromRequest{readRequest(fields.object("request")),
                                   readContinuation(fields.object("continuation"))};
    if (type == "fill_skipped")
        return FillSkippedRequest{readRequest(fields.object("request")),
                                  readInt(fields, "model_call", 1, kMaxSamplingSteps)};
    if (type == "attention")
        return AttentionRequest{readRequest(fields.object("request")),
                                readInt(fields, "model_call", 1, kMaxSamplingSteps),
                                readInt(fields, "layer", 0, INT32_MAX), readInt(fields, "head", 0, INT32_MAX)};
    return std::nullopt;
}

} // namespace

std::optional<Body> readBody(const std::string &type, const FieldReader &fields)
{
    if (std::optional<Body> request = readRequestBody(type, fields))
        return request;
    if (type == "models")
        return readModels(fields);
    if (type == "progress")
        return readProgress(fields);
    if (type == "loaded")
        return LoadedEvent{readModel(fields.object("model")), fields.text("device", kMaxNameBytes)};
    if (type == "started")
        return readStarted(fields);
    if (type == "frame")
        return FrameEvent{readFrame(fields.object("frame")), readWords(fields.object("words"))};
    if (type == "finished")
        return readFinished(fields);
    if (type == "failed")
        return readFailed(fields);
    if (type == "log")
        return LogEvent{fields.text("level", kMaxNameBytes), fields.text("message", kMaxTextBytes)};
    if (type == "filled")
        return FilledEvent{readFilled(fields)};
    if (type == "attention_map")
        return AttentionMapEvent{readAttention(fields)};
    return std::nullopt;
}

} // namespace ard::protocol
