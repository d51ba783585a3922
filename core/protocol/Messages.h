// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Messages between window and engine, as plain values. On the wire: 4-byte little-endian length, then a CBOR map with "type"
// and "id". A request has an id chosen by the window; every event that answers it carries the same id; id 0 answers nothing.
#include "trace/Insight.h"
#include "trace/RunRecord.h"
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace ard::protocol {

constexpr int kMajor = 1;
constexpr int kMinor = 6;
constexpr std::size_t kMaxTogether = 8; ///< lanes of one generate_together

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
        nullptr;            ///< for the timestep schedule "learned"; null: it has none
    int embeddingWidth = 0; ///< E; 0: not known

    bool operator==(const ModelSummary &) const = default; ///< the same table of learned timesteps, not one like it
};

// A message says its type on the wire itself. Its fields are described once, in MessageFields.h.

// Requests, window to engine.
struct HelloRequest {
    static constexpr const char *type = "hello";
    int major = kMajor, minor = kMinor;
    std::string client;
};
struct ListModelsRequest {
    static constexpr const char *type = "list_models";
    std::vector<std::string> folders; ///< that hold model folders
};
struct LoadModelRequest {
    static constexpr const char *type = "load_model";
    std::string folder;
    std::string device = "auto";
};
struct GenerateRequest {
    static constexpr const char *type = "generate";
    GenerationRequest request;
};
/// One of the runs that advance together.
struct LaneRequest {
    std::uint64_t id = 0; ///< that the lane's events carry; not 0, and of no other request
    GenerationRequest request;
};
/// Several runs in lockstep of their model calls. Each lane is answered as a generate of its id would be, the whole, last of
/// all, with finished without outputs. failed for the whole stands for all lanes that are not answered yet.
struct GenerateTogetherRequest {
    static constexpr const char *type = "generate_together";
    std::vector<LaneRequest> lanes; ///< 1..kMaxTogether
};
struct CancelRequest {
    static constexpr const char *type = "cancel";
    std::uint64_t target = 0; ///< id of the request, or of the one lane, to cancel
};
struct ShutdownRequest {
    static constexpr const char *type = "shutdown";
};
/// Like generate, with the continuation behind those that the earlier run's request has already.
struct ContinueFromRequest {
    static constexpr const char *type = "continue_from";
    GenerationRequest request;
    Continuation continuation;
};
struct FillSkippedRequest {
    static constexpr const char *type = "fill_skipped";
    GenerationRequest request;
    int modelCall = 1; ///< of the run that request describes
};
struct AttentionRequest {
    static constexpr const char *type = "attention";
    GenerationRequest request;
    int modelCall = 1;
    int layer = 0, head = 0;
};
/// What happened inside one model call, told of one position in full.
struct InspectCallRequest {
    static constexpr const char *type = "inspect_call";
    GenerationRequest request;
    int modelCall = 1;
    int position = 0;
};

/// Where the words of the loaded model lie on the plane that frames show latents on.
struct VocabularyMapRequest {
    static constexpr const char *type = "vocabulary_map";
};

// Events, engine to window.
struct HelloEvent {
    static constexpr const char *type = "hello";
    static constexpr const char *mark = "engine_version"; ///< the key that tells it from the request of its type
    int major = kMajor, minor = kMinor;
    std::string engineVersion;
    std::string device;
    std::string blas;
};
struct ModelsEvent {
    static constexpr const char *type = "models";
    std::vector<ModelSummary> models;
};
struct ProgressEvent {
    static constexpr const char *type = "progress";
    std::string stage;
    double fraction = -1; ///< 0..1, or -1 where unknown
};
struct LoadedEvent {
    static constexpr const char *type = "loaded";
    ModelSummary model;
    std::string device;
};
/// What a model read of a source.
struct SourceReading {
    std::vector<std::string> pieces;           ///< for display
    std::optional<int> leftOut = std::nullopt; ///< pieces behind these, for which it has no room; unset: not said
    std::optional<int> unknown = std::nullopt; ///< of the pieces, those that stand for what its vocabulary lacks
};
struct StartedEvent {
    static constexpr const char *type = "started";
    RunRecord run; ///< without frames: request, plan, provenance
    SourceReading source;
};
struct FrameEvent {
    static constexpr const char *type = "frame";
    StepFrame frame;
    std::map<std::int32_t, std::string> words; ///< display text of ids not sent before in this run
};
struct FinishedEvent {
    static constexpr const char *type = "finished";
    std::vector<CandidateOutput> outputs;
    int chosen = 0;
    double seconds = 0;
    bool cancelled = false;
};
struct FailedEvent {
    static constexpr const char *type = "failed";
    std::string code;
    std::string message;
    std::string detail;
};
struct LogEvent {
    static constexpr const char *type = "log";
    std::string level;
    std::string message;
};
/// The last answer to fill_skipped, after started and frames.
struct FilledEvent {
    static constexpr const char *type = "filled";
    FilledSteps steps;
};
struct AttentionMapEvent {
    static constexpr const char *type = "attention_map";
    AttentionMap map;
};
struct CallInsideEvent {
    static constexpr const char *type = "call_inside";
    CallInside inside;
};

struct VocabularyMapEvent {
    static constexpr const char *type = "vocabulary_map";
    static constexpr const char *mark = "points"; ///< the key that tells it from the request of its type
    VocabularyMap map;
};

/// Requests that take time: done one after the other by the engine's worker. The others are answered at once.
template <class Request>
constexpr bool isWork = std::is_same_v<Request, LoadModelRequest> || std::is_same_v<Request, GenerateRequest> ||
    std::is_same_v<Request, ContinueFromRequest> || std::is_same_v<Request, FillSkippedRequest> ||
    std::is_same_v<Request, AttentionRequest> || std::is_same_v<Request, GenerateTogetherRequest> ||
    std::is_same_v<Request, InspectCallRequest> || std::is_same_v<Request, VocabularyMapRequest>;

using Body = std::variant<HelloRequest, ListModelsRequest, LoadModelRequest, GenerateRequest, CancelRequest,
                          ShutdownRequest, ContinueFromRequest, FillSkippedRequest, AttentionRequest, HelloEvent,
                          ModelsEvent, ProgressEvent, LoadedEvent, StartedEvent, FrameEvent, FinishedEvent, FailedEvent,
                          LogEvent, FilledEvent, AttentionMapEvent, GenerateTogetherRequest, InspectCallRequest,
                          CallInsideEvent, VocabularyMapRequest, VocabularyMapEvent>;

struct Message {
    std::uint64_t id = 0;
    Body body;
};

} // namespace ard::protocol
