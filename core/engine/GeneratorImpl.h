// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GeneratorImpl: Generator over a Denoiser: text to ids, sampling, ids to text. The only place where text and tensors
// meet.
#include "engine/Generator.h"
#include "engine/RequestPlan.h"
#include "engine/folder/ModelFolder.h"
#include "engine/sample/Capture.h"
#include "engine/sample/Sampler.h"
#include "engine/sample/StateCache.h"
#include "text/Tokenizer.h"
#include <span>

namespace ard {

class GeneratorImpl : public Generator {
public:
    GeneratorImpl(ModelFolder model, std::shared_ptr<const Tokenizer> tokenizer, NoiseSchedule noiseSchedule,
                  torch::Device device);

    GeneratorImpl(const GeneratorImpl &) = delete; // m_words refers to m_denoiser
    GeneratorImpl &operator=(const GeneratorImpl &) = delete;

    const protocol::ModelSummary &summary() const override { return m_summary; }
    std::string device() const override;
    Result<RunRecord> generate(const GenerationRequest &request, bool recordFrames,
                               const GenerationObserver &observer) override;
    Result<std::vector<BatchOutput>> generateMany(const std::vector<std::string> &sources,
                                                  const GenerationRequest &request, int batchSize,
                                                  const ProgressSink &progress, BatchMeasurement *measurement) override;
    Result<AttentionMap> attention(const GenerationRequest &request, int modelCall, int layer, int head,
                                   const std::atomic<bool> *cancel) override;
    Result<FilledSteps> fillSkipped(const GenerationRequest &request, int modelCall,
                                    const GenerationObserver &observer) override;

private:
    /// Rows of one batch when a request has many candidates: more are run one batch after the other.
    static constexpr std::size_t kCandidateRows = 64;
    using Ids = std::vector<std::int32_t>;

    static Denoiser on(torch::Device device, MatmulPrecision precision, ModelConfig config, Parameters parameters);
    /// Error for a source without words. Cut to the model's longest source; truncated says so.
    Result<Ids> encodeSource(const std::string &source, bool &truncated) const;
    /// The same with a line in the log where it was cut.
    Result<Ids> encodeOne(const std::string &source) const;
    /// Whether the model's length head is asked for N.
    bool choosesLength(const GenerationRequest &request) const;
    /// What the length head gives the candidates of each source, 1..N; batchSize sources are encoded at a time.
    Result<std::vector<std::vector<int>>> lengthsOf(const std::vector<Ids> &sources, const GenerationRequest &request,
                                                    int batchSize) const;
    /// planRequest after the length was chosen and the words of changes were looked up.
    Result<RequestPlan> plan(GenerationRequest request) const;
    /// The same; an error for a model without denoising steps.
    Result<RequestPlan> planWithSteps(const GenerationRequest &request) const;
    Result<std::int32_t> wordOf(const std::string &text) const;
    RunRecord header(const GenerationRequest &request, const SamplingPlan &plan) const;
    void announce(const RunRecord &header, const Ids &source, const GenerationObserver &observer) const;
    EncodedSource encodeBatch(const std::vector<const Ids *> &sources) const;
    Result<RunRecord> run(RequestPlan planned, bool recordFrames, const GenerationObserver &observer);
    /// A candidate of a source.
    struct Row {
        std::size_t source = 0, candidate = 0;
    };
    /// Rows that are run with the same plan: those of one N.
    struct Part {
        RequestPlan plan;
        std::vector<Row> rows;
    };
    /// Of one run; candidate 0 is the first row.
    Result<std::vector<Part>> partsOf(const RequestPlan &planned) const;
    Result<std::vector<Part>> partsOf(const std::vector<Ids> &sources, const GenerationRequest &request,
                                      int batchSize) const;
    struct Batch {
        const RequestPlan *plan = nullptr;
        std::span<const Row> rows;
    };
    /// In order, so many rows at a time.
    static std::vector<Batch> batchesOf(const std::vector<Part> &parts, std::size_t rows);
    /// All candidates of one source; observer.stepped sees the first. false: cancelled.
    bool writeCandidates(const std::vector<Part> &parts, const EncodedSource &source, const SamplingState *from,
                         SamplingObserver &observer, std::vector<CandidateOutput> &written) const;
    Result<std::vector<BatchOutput>> runMany(const std::vector<Ids> &sources, const std::vector<Part> &parts,
                                             int candidates, int batchSize, const ProgressSink &progress,
                                             BatchMeasurement *measurement);
    void runBatch(const std::vector<Ids> &sources, const Batch &batch, std::vector<BatchOutput> &results,
                  BatchMeasurement *measurement, double &measuring);
    EncodedSource encodeRows(const std::vector<Ids> &sources, std::span<const Row> rows) const;
    SamplingOptions optionsOf(const GenerationRequest &request, const Stage &stage) const;
    PhiloxNoise noiseOf(const GenerationRequest &request, const std::vector<std::uint64_t> &seeds) const;
    /// Runs the candidates of some rows, each with its source. from: the state that the last stage goes on from, null where
    /// there is one stage only.
    SamplingResult sample(const RequestPlan &planned, const EncodedSource &sources, std::span<const Row> rows,
                          const SamplingState *from, const SamplingObserver &observer) const;
    /// Everything that stage `stage` of a request's first candidate depends on.
    static std::string stateKey(GenerationRequest request, std::size_t stage);
    /// The state before model call `call` of a stage (1..M+1): remembered, or computed from the request. Error Cancelled.
    Result<SamplingState> reach(const RequestPlan &planned, std::size_t stage, int call, const EncodedSource &source,
                                const std::function<bool()> &cancelled);
    Result<AttentionMap> lookAt(const RequestPlan &planned, AttentionMap wanted, const std::atomic<bool> *cancel);
    Result<FilledSteps> fill(const RequestPlan &planned, const SamplingPlan &dense, int modelCall,
                             const GenerationObserver &observer);
    void compare(const Sampler &jump, const SamplingResult &jumped, const SamplingResult &filled,
                 const EncodedSource &source, FilledSteps &result) const;
    std::vector<CandidateOutput> outputs(const SamplingResult &sampled) const;
    static int choose(const std::vector<CandidateOutput> &outputs); ///< the one that agrees best with the others
    Provenance provenance() const;

    Denoiser m_denoiser;
    WordSearch m_words;
    Projection m_projection;
    NoiseSchedule m_noiseSchedule;
    std::shared_ptr<const Tokenizer> m_tokenizer;
    protocol::ModelSummary m_summary;
    torch::Device m_device;
    bool m_asSentences;  ///< model.json "display": "sentence": outputs get a capital and a full stop
    StateCache m_states; ///< of candidate 0 of recent runs, computed alone
};

} // namespace ard
