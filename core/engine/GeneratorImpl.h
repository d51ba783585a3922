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
#include "text/Tokenizer.h"

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

private:
    using Ids = std::vector<std::int32_t>;

    static Denoiser on(torch::Device device, ModelConfig config, Parameters parameters);
    /// Error for a source without words. Cut to the model's longest source; truncated says so.
    Result<Ids> encodeSource(const std::string &source, bool &truncated) const;
    EncodedSource encodeBatch(const std::vector<const Ids *> &sources) const;
    Result<RunRecord> run(RequestPlan planned, bool recordFrames, const GenerationObserver &observer);
    Result<std::vector<BatchOutput>> runMany(const std::vector<Ids> &sources, const RequestPlan &planned, int batchSize,
                                             const ProgressSink &progress, BatchMeasurement *measurement);
    /// Runs candidates first..first+count-1 of every source of a batch; rows are grouped by source.
    SamplingResult sample(const RequestPlan &planned, const EncodedSource &sources, int first, int count,
                          const SamplingObserver &observer) const;
    std::vector<CandidateOutput> outputs(const torch::Tensor &ids) const; ///< [R,N] to R outputs
    Provenance provenance() const;

    Denoiser m_denoiser;
    WordSearch m_words;
    Projection m_projection;
    NoiseSchedule m_noiseSchedule;
    std::shared_ptr<const Tokenizer> m_tokenizer;
    protocol::ModelSummary m_summary;
    torch::Device m_device;
};

} // namespace ard
