// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Messages between window and engine, as plain values. On the wire: 4-byte little-endian length, then a CBOR map with "type"
// and "id". A request has an id chosen by the window; every event that answers it carries the same id; id 0 answers nothing.
#include "trace/Insight.h"
#include "trace/RunRecord.h"
#include <string>
#include <variant>
#include <vector>

namespace ard::protocol {

constexpr int kMajor = 1;
constexpr int kMinor = 3;

struct ModelSummary {
    std::string folder; ///< path on the engine's machine
    std::string name;
    std::string task;
    std::string languages;
    std::string licence;
    std::string hint;                  ///< what to type
    std::vector<std::string> examples; ///< sources to try
    int length = 0;                    ///< N; with a length head the longest
    int diffusionSteps = 0;            ///< T
    int vocabulary = 0;
    double parameters = 0;
    std::vector<std::string> trainedSchedules; ///< timestep schedules that were drawn in training
    double trainedAnchorScale = 2.0;
    int defaultSamplingSteps = 20;
    ClampMode defaultClamp = ClampMode::Nearest; ///< with which the model was found to write best
    std::string fingerprint;
    bool lengthHead = false; ///< a request of length 0 lets the model choose N for its source
    std::shared_ptr<const ScheduleTable> learnedTimesteps =
        nullptr; ///< for the timestep schedule "learned"; null: it has none
};

// Requests, window to engine.
struct HelloRequest {
    int major = kMajor, minor = kMinor;
    std::string client;
};
struct ListModelsRequest {
    std::vector<std::string> folders;
}; ///< folders that hold model folders
struct LoadModelRequest {
    std::string folder;
    std::string device = "auto";
};
struct GenerateRequest {
    GenerationRequest request;
};
struct CancelRequest {
    std::uint64_t target = 0;
}; ///< id of the request to cancel
struct ShutdownRequest { };
/// Like generate, with the continuation behind those that the earlier run's request has already.
struct ContinueFromRequest {
    GenerationRequest request;
    Continuation continuation;
};
struct FillSkippedRequest {
    GenerationRequest request;
    int modelCall = 1;
}; ///< of the run that request describes
struct AttentionRequest {
    GenerationRequest request;
    int modelCall = 1;
    int layer = 0, head = 0;
};

// Events, engine to window.
struct HelloEvent {
    int major = kMajor, minor = kMinor;
    std::string engineVersion;
    std::string device;
    std::string blas;
};
struct ModelsEvent {
    std::vector<ModelSummary> models;
};
struct ProgressEvent {
    std::string stage;
    double fraction = -1;
}; ///< fraction 0..1, or -1 where unknown
struct LoadedEvent {
    ModelSummary model;
    std::string device;
};
struct StartedEvent {
    RunRecord run;
    std::vector<std::string> sourceTokens;
}; ///< run without frames: request, plan, provenance
struct FrameEvent {
    StepFrame frame;
    std::map<std::int32_t, std::string> words;
}; ///< words: display text of ids not sent before in this run
struct FinishedEvent {
    std::vector<CandidateOutput> outputs;
    int chosen = 0;
    double seconds = 0;
    bool cancelled = false;
};
struct FailedEvent {
    std::string code;
    std::string message;
    std::string detail;
};
struct LogEvent {
    std::string level;
    std::string message;
};
struct FilledEvent {
    FilledSteps steps;
}; ///< the last answer to fill_skipped, after started and frames
struct AttentionMapEvent {
    AttentionMap map;
};

using Body = std::variant<HelloRequest, ListModelsRequest, LoadModelRequest, GenerateRequest, CancelRequest,
                          ShutdownRequest, ContinueFromRequest, FillSkippedRequest, AttentionRequest, HelloEvent,
                          ModelsEvent, ProgressEvent, LoadedEvent, StartedEvent, FrameEvent, FinishedEvent, FailedEvent,
                          LogEvent, FilledEvent, AttentionMapEvent>;

struct Message {
    std::uint64_t id = 0;
    Body body;
};

} // namespace ard::protocol
