// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/GeneratorImpl.h"

#include "base/Guard.h"
#include "engine/Device.h"
#include "engine/Runtime.h"
#include "engine/generate/TextLikelihood.h"

namespace ard {

GeneratorImpl::GeneratorImpl(ModelFolder model, std::shared_ptr<const Tokenizer> tokenizer, NoiseSchedule noiseSchedule,
                             torch::Device device)
    : m_model(std::move(model), std::move(tokenizer), std::move(noiseSchedule), device)
{
}

std::string GeneratorImpl::device() const
{
    return deviceName(m_model.device);
}

Result<RunRecord> GeneratorImpl::generate(const GenerationRequest &request, bool recordFrames,
                                          const GenerationObserver &observer)
{
    Result<RunRecord> result = fail(ErrorCode::Internal, "the run has not ended");
    generateTogether({{request, observer, [&](Result<RunRecord> run) { result = std::move(run); }}}, recordFrames);
    return result;
}

void GeneratorImpl::generateTogether(const std::vector<Lane> &lanes, bool recordFrames)
{
    initialiseRuntime();
    std::vector<Lockstep::Lane> planned;
    for (const Lane &lane : lanes) {
        auto plan = guarded("planning the run", [&] {
            return recordFrames ? m_resolver.planWithSteps(lane.request) : m_resolver.plan(lane.request);
        });
        if (plan)
            planned.push_back({std::move(*plan), lane.observer, lane.ended});
        else
            lane.ended(tl::unexpected<Error>(std::move(plan).error()));
    }
    m_lockstep.run(planned, recordFrames);
}

Result<std::vector<Generator::BatchOutput>> GeneratorImpl::generateMany(const std::vector<std::string> &sources,
                                                                        const GenerationRequest &request, int batchSize,
                                                                        const ProgressSink &progress,
                                                                        BatchMeasurement *measurement)
{
    return m_batches.runMany(sources, request, batchSize, progress, measurement);
}

Result<std::vector<double>> GeneratorImpl::logProbabilities(const std::vector<std::string> &sources,
                                                            const std::vector<std::string> &texts, int batchSize,
                                                            const ProgressSink &progress)
{
    return textLogProbabilities(m_model, sources, texts, batchSize, progress);
}

Result<AttentionMap> GeneratorImpl::attention(const GenerationRequest &request, int modelCall, int layer, int head,
                                              const std::atomic<bool> *cancel)
{
    ARD_ASSIGN(const RequestPlan planned, m_resolver.planWithSteps(request));
    return m_insights.attention(planned, modelCall, layer, head, cancel);
}

Result<FilledSteps> GeneratorImpl::fillSkipped(const GenerationRequest &request, int modelCall,
                                               const GenerationObserver &observer)
{
    ARD_ASSIGN(const RequestPlan planned, m_resolver.planWithSteps(request));
    return m_insights.fillSkipped(planned, modelCall, observer);
}

Result<CallInside> GeneratorImpl::inspectCall(const GenerationRequest &request, int modelCall, int position,
                                              const std::atomic<bool> *cancel)
{
    ARD_ASSIGN(const RequestPlan planned, m_resolver.planWithSteps(request));
    return m_insights.inspectCall(planned, modelCall, position, cancel);
}

Result<std::unique_ptr<Generator>> Generator::load(const std::filesystem::path &modelFolder, const std::string &device,
                                                   const ProgressSink &progress)
{
    initialiseRuntime();
    ARD_ASSIGN(const torch::Device target, resolveDevice(device));
    ARD_ASSIGN(ModelFolder model, readModelFolder(modelFolder, progress));
    if (progress)
        progress("reading the vocabulary", -1);
    ARD_ASSIGN(std::shared_ptr<const Tokenizer> tokenizer, loadTokenizer(modelFolder, model.description));
    if (tokenizer->size() != model.config.vocabulary || tokenizer->padId() != model.config.padId)
        return fail(ErrorCode::Format,
                    modelFolder.string() + ": the tokenizer does not belong to this model: it has " +
                        std::to_string(tokenizer->size()) + " pieces and PAD is " + std::to_string(tokenizer->padId()) +
                        ", the model has " + std::to_string(model.config.vocabulary) + " words and PAD is " +
                        std::to_string(model.config.padId));
    // The plane that latents are shown in follows from this table: without numbers there is none.
    if (!model.parameters["word_embedding.weight"].isfinite().all().item<bool>())
        return tl::unexpected<Error>(damagedWeightsError());
    ARD_ASSIGN(NoiseSchedule noiseSchedule, makeNoiseSchedule(model.config.noiseSchedule, model.config.diffusionSteps));
    if (progress)
        progress("preparing the network", -1);
    return guarded("preparing the model", [&]() -> Result<std::unique_ptr<Generator>> {
        return std::make_unique<GeneratorImpl>(std::move(model), std::move(tokenizer), std::move(noiseSchedule),
                                               target);
    });
}

} // namespace ard
