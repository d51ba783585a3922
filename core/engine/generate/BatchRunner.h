// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BatchRunner: candidates of one source or of many, so many rows of a batch at a time. Rows that agree in their length
// share a plan; what a row gives does not depend on the rows beside it but for rounding.
#include "engine/generate/RequestResolver.h"
#include "engine/sample/SamplingRun.h"
#include <memory>
#include <span>

namespace ard {

class BatchRunner {
public:
    /// Both must outlive the runner.
    BatchRunner(const LoadedModel &model, const RequestResolver &resolver) : m_model(model), m_resolver(resolver) { }

    /// See Generator::generateMany.
    Result<std::vector<Generator::BatchOutput>> runMany(const std::vector<std::string> &sources,
                                                        const GenerationRequest &request, int batchSize,
                                                        const ProgressSink &progress,
                                                        Generator::BatchMeasurement *measurement) const;

    /// Rows of one batch when a request has many candidates: more are run one batch after the other.
    static constexpr std::size_t kCandidateRows = 64;
    /// A candidate of a source.
    struct Row {
        std::size_t source = 0, candidate = 0;
        std::uint64_t drawKey = 0; ///< of the source, where words are drawn
    };
    /// Rows that are run with the same plan: those of one N.
    struct Part {
        RequestPlan plan;
        std::vector<Row> rows;
    };
    struct Batch {
        const RequestPlan *plan = nullptr;
        std::span<const Row> rows;
    };
    /// The rows of a batch under way.
    struct Flight {
        Flight(PhiloxNoise rowNoise, Sampler rowSampler, SamplingState state, const SamplingObserver &observer)
            : noise(std::move(rowNoise)), sampler(std::move(rowSampler)),
              run(sampler, std::move(state), 1, sampler.modelCalls(), noise, observer)
        {
        }
        PhiloxNoise noise;
        Sampler sampler;
        SamplingRun run;
    };

    /// Of one run; candidate 0 is the first row.
    Result<std::vector<Part>> partsOf(const RequestPlan &planned) const;
    /// In order, so many rows at a time; the parts must stay where they are.
    static std::vector<Batch> batchesOf(const std::vector<Part> &parts, std::size_t rows);
    /// Whether the model writes in calls that can be made one by one: not the autoregressive twin.
    bool hasCalls() const { return !m_model.config().autoregressive; }
    /// The batch before its first call, in a model that has calls. from: the state that the last stretch goes on
    /// from, null where there is one stretch only. The observer must outlive it.
    std::unique_ptr<Flight> begin(const Batch &batch, const SamplingState *from,
                                  const SamplingObserver &observer) const;
    /// All of it at once, each row with its source.
    SamplingResult sample(const Batch &batch, const EncodedSource &sources, const SamplingState *from,
                          const SamplingObserver &observer) const;
    /// What the batch has written, judged where its request says so (judgingCalls); each row with its source. Error where the model
    /// computed numbers that are not finite.
    Result<std::vector<CandidateOutput>> outputsOf(const SamplingResult &sampled, const Batch &batch,
                                                   const EncodedSource &sources) const;

private:
    /// What runs over all batches of many sources.
    struct Collected {
        std::vector<Generator::BatchOutput> results;
        Generator::BatchMeasurement *measurement = nullptr; ///< null: nothing is measured
        double measuringSeconds = 0;                        ///< what measuring took itself
    };

    /// lengths: of each source; empty where the length head is not asked.
    Result<std::vector<Part>> partsOf(const std::vector<WordIds> &sources, const GenerationRequest &request,
                                      const std::vector<ChosenLengths> &lengths) const;
    Result<std::vector<WordIds>> readSources(const std::vector<std::string> &sources) const;
    Result<std::vector<Generator::BatchOutput>> runParts(const std::vector<WordIds> &sources,
                                                         const std::vector<Part> &parts, int candidates, int batchSize,
                                                         const ProgressSink &progress,
                                                         Generator::BatchMeasurement *measurement) const;
    /// Fills in how likely the model finds each output; ids [B,N].
    Status judge(const torch::Tensor &ids, const EncodedSource &sources, std::vector<CandidateOutput> &outputs) const;
    Status runBatch(const std::vector<WordIds> &sources, const Batch &batch, Collected &collected) const;
    EncodedSource encodeRows(const std::vector<WordIds> &sources, std::span<const Row> rows) const;

    const LoadedModel &m_model;
    const RequestResolver &m_resolver;
};

/// The best candidate by the rule; 0 of none. Agreement is that of metrics/MinimumBayesRisk.h, BLEU.
int chosenOf(ChoiceRule rule, const std::vector<CandidateOutput> &outputs);

} // namespace ard
