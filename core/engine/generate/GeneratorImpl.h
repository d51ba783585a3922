// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GeneratorImpl: Generator over a loaded model. Each of its parts does one thing; this hands requests on to them.
#include "engine/generate/BatchRunner.h"
#include "engine/generate/Insights.h"
#include "engine/generate/Lockstep.h"

namespace ard {

class GeneratorImpl : public Generator {
public:
    GeneratorImpl(ModelFolder model, std::shared_ptr<const Tokenizer> tokenizer, NoiseSchedule noiseSchedule,
                  torch::Device device);
    GeneratorImpl(const GeneratorImpl &) = delete; // the parts refer to each other
    GeneratorImpl &operator=(const GeneratorImpl &) = delete;

    const protocol::ModelSummary &summary() const override { return m_model.summary; }
    std::string device() const override;
    Result<RunRecord> generate(const GenerationRequest &request, bool recordFrames,
                               const GenerationObserver &observer) override;
    void generateTogether(const std::vector<Lane> &lanes, bool recordFrames) override;
    Result<std::vector<BatchOutput>> generateMany(const std::vector<std::string> &sources,
                                                  const GenerationRequest &request, int batchSize,
                                                  const ProgressSink &progress, BatchMeasurement *measurement) override;
    Result<std::vector<double>> logProbabilities(const std::vector<std::string> &sources,
                                                 const std::vector<std::string> &texts, int batchSize,
                                                 const ProgressSink &progress) override;
    Result<AttentionMap> attention(const GenerationRequest &request, int modelCall, int layer, int head,
                                   const std::atomic<bool> *cancel) override;
    Result<FilledSteps> fillSkipped(const GenerationRequest &request, int modelCall,
                                    const GenerationObserver &observer) override;
    Result<CallInside> inspectCall(const GenerationRequest &request, int modelCall, int position,
                                   const std::atomic<bool> *cancel) override;
    VocabularyMap vocabularyMap() const override { return mapOf(m_model); }

private:
    LoadedModel m_model;
    RequestResolver m_resolver{m_model};
    BatchRunner m_batches{m_model, m_resolver};
    RunStates m_states{m_model};
    Lockstep m_lockstep{m_model, m_batches, m_states};
    Insights m_insights{m_model, m_states};
};

} // namespace ard
