// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Generator: a loaded model and what can be asked of it, without torch in the header: the command line and the service use this.
// One call at a time a model; cancel may be set from another thread.
#include "base/Result.h"
#include "folder/ModelSummary.h"
#include "protocol/Messages.h"
#include "trace/Insight.h"
#include "trace/RunRecord.h"
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

namespace ard {

/// phrase: what is being done, in short English ("reading weights"); fraction 0..1, or -1 where unknown.
using ProgressSink = std::function<void(const std::string &phrase, double fraction)>;

struct GenerationObserver {
    /// Once, before the first model call: request as it will be run, plan, provenance.
    std::function<void(const RunRecord &run, const protocol::SourceReading &source)> started;
    /// After every model call, when frames are wanted: the frame and the display text of word ids not yet sent in this run.
    std::function<void(const StepFrame &frame, const std::map<std::int32_t, std::string> &newWords)> frame;
    const std::atomic<bool> *cancel = nullptr; ///< looked at before every model call
};

/// The error of a model whose numbers are no numbers (NaN, infinite): every call that computes answers with it.
inline Error damagedWeightsError()
{
    return {ErrorCode::Internal, "The model computes numbers that are not finite: its weights are damaged", {}};
}

class Generator {
public:
    virtual ~Generator() = default;
    /// device: "auto", "cpu", "cuda" or "cuda:N". Error in one sentence; nothing is kept of a failed load.
    static Result<std::unique_ptr<Generator>> load(const std::filesystem::path &modelFolder, const std::string &device,
                                                   const ProgressSink &progress = {});

    virtual const protocol::ModelSummary &summary() const = 0;
    virtual std::string device() const = 0;
    /// Runs one request. Length 0 means the model's N, or the one that its length head gives the source.
    /// recordFrames: fill RunRecord::frames (of candidate 0) and call observer.frame. A cancelled run comes back with
    /// complete == false and the frames done so far. Errors: a request out of range, in one sentence.
    virtual Result<RunRecord> generate(const GenerationRequest &request, bool recordFrames,
                                       const GenerationObserver &observer = {}) = 0;
    /// One of several runs that advance together.
    struct Lane {
        GenerationRequest request;
        GenerationObserver observer;
        std::function<void(Result<RunRecord>)>
            ended; ///< once, as soon as the lane is done, with what generate would return
    };
    /// Runs several requests in lockstep of their model calls: call 1 of each in the order of the lanes, then call 2 of each that
    /// has one; lanes of the same source and length share the batches of the network. What a lane gives does not depend on those
    /// beside it but for rounding; an error or a cancel of one stops no other.
    virtual void generateTogether(const std::vector<Lane> &lanes, bool recordFrames) = 0;
    /// Many sources with the same settings in batches; request.source is ignored. Row i has k outputs and the chosen one.
    /// Length 0 of a model with a length head: every candidate of every source has its own N, and those of one N share a batch.
    struct BatchOutput {
        std::vector<CandidateOutput> outputs;
        int chosen = 0;
        std::optional<LengthChoice> lengthChoice = {}; ///< as in RunRecord
    };
    /// What can be measured on the way; it changes no output.
    struct BatchMeasurement {
        std::vector<std::vector<Settling>> settling; ///< [sources][k]
        std::int32_t padId = 0;                      ///< the token that fills the positions behind a sentence
        double seconds = 0;                          ///< of the generation, without what measuring took
    };
    virtual Result<std::vector<BatchOutput>> generateMany(const std::vector<std::string> &sources,
                                                          const GenerationRequest &request, int batchSize,
                                                          const ProgressSink &progress = {},
                                                          BatchMeasurement *measurement = nullptr) = 0;
    /// How likely an autoregressive model finds given texts: of each the natural logarithm of its probability after its source, its
    /// end included where a text of this model has room for one. Errors: a model that diffuses, an empty source, a text longer
    /// than the network reads.
    virtual Result<std::vector<double>> logProbabilities(const std::vector<std::string> &sources,
                                                         const std::vector<std::string> &texts, int batchSize,
                                                         const ProgressSink &progress = {}) = 0;
    /// One head of one decoder block in one model call (1..M) of the run that request describes, candidate 0. The state of
    /// the call is remembered from a recent run or computed again. Errors: out of range, cancelled.
    virtual Result<AttentionMap> attention(const GenerationRequest &request, int modelCall, int layer, int head,
                                           const std::atomic<bool> *cancel = nullptr) = 0;
    /// Runs the sentence steps that one model call of a run skips, one by one: observer.started gets the run with the plan
    /// of these steps, observer.frame their frames. Errors: nothing is skipped there, out of range, cancelled.
    virtual Result<FilledSteps> fillSkipped(const GenerationRequest &request, int modelCall,
                                            const GenerationObserver &observer = {}) = 0;
    /// The stages inside one model call (1..M) of candidate 0, one position (0..N-1) in full; the state as for attention. Errors:
    /// out of range, cancelled.
    virtual Result<CallInside> inspectCall(const GenerationRequest &request, int modelCall, int position,
                                           const std::atomic<bool> *cancel = nullptr) = 0;
    /// Where the words of the vocabulary lie on the plane that frames show latents on.
    virtual VocabularyMap vocabularyMap() const = 0;
};

} // namespace ard
