// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verify/Verify.h"

#include "base/Guard.h"
#include "engine/Device.h"
#include "engine/Runtime.h"
#include "engine/sample/Sampler.h"
#include "engine/verify/Comparison.h"
#include "engine/verify/Fixture.h"
#include "engine/verify/ReferencePlan.h"
#include "engine/verify/VerifyTraining.h"
#include <algorithm>
#include <c10/core/GradMode.h>

namespace ard {
namespace {

constexpr double kExact = 1e-12; // noise schedule, in double
constexpr double kOneEvaluation = 1e-5;
constexpr double kWholeRun = 1e-4;

class RecordedNoise : public NoiseSource {
public:
    explicit RecordedNoise(torch::Tensor noise) : m_noise(std::move(noise)) { }
    torch::Tensor starting() override { return m_noise[0]; }
    torch::Tensor step(int call, std::span<const int>, std::span<const int>) override { return m_noise[call]; }

private:
    torch::Tensor m_noise; ///< [1+M,B,N,E]
};

torch::Tensor asTensor(const std::vector<double> &values)
{
    return torch::tensor(values, torch::kFloat64);
}

class Verification {
public:
    Verification(Fixture fixture, Denoiser denoiser, NoiseSchedule noiseSchedule)
        : m_fixture(std::move(fixture)), m_denoiser(std::move(denoiser)), m_noiseSchedule(std::move(noiseSchedule)),
          // The reference snaps to the table without the factor of scale_embedding (generate.py, denoised_fn_round).
          m_words(m_denoiser, m_denoiser.parameters()["word_embedding.weight"])
    {
    }

    Result<std::vector<VerifiedPart>> all()
    {
        ARD_TRY(noiseSchedule());
        ARD_TRY(encoder());
        ARD_TRY(forward());
        for (const char *name : {"skip", "skip_noclamp", "ddim"})
            ARD_TRY(run(name));
        ARD_TRY(verifyTraining(m_fixture, m_denoiser, m_source, m_noiseSchedule, m_parts));
        for (const std::string &name : m_fixture.unused())
            m_parts.push_back(notChecked(name, "nothing here knows this part"));
        return m_parts;
    }

private:
    Status noiseSchedule()
    {
        for (const auto &[name, ours] :
             {std::pair{"betas", &m_noiseSchedule.beta}, std::pair{"alphas_cumprod", &m_noiseSchedule.alphaBar}}) {
            if (!m_fixture.has(name))
                continue;
            ARD_ASSIGN(const torch::Tensor recorded, m_fixture.floats(name, 1));
            m_parts.push_back(compared(name, asTensor(*ours), recorded, kExact));
        }
        return {};
    }

    Status encoder()
    {
        ARD_ASSIGN(const torch::Tensor ids, m_fixture.words("src_input_ids"));
        ARD_ASSIGN(const torch::Tensor mask, m_fixture.integers("src_attention_mask", 2));
        if (ids.sizes() != mask.sizes() || ids.size(1) > m_fixture.config().maxPositions)
            return fail(ErrorCode::Format, "the recorded source and its mask do not fit each other or the model");
        m_source = m_denoiser.encode(ids, mask != 0);
        if (m_fixture.has("encoder_hidden_states")) {
            ARD_ASSIGN(const torch::Tensor recorded, m_fixture.floats("encoder_hidden_states", 3));
            m_parts.push_back(compared("encoder", m_source.hidden, recorded, kOneEvaluation));
        }
        return {};
    }

    Status forward()
    {
        if (!m_fixture.has("forward.x_t"))
            return {};
        ARD_ASSIGN(const torch::Tensor latent, m_fixture.floats("forward.x_t", 3));
        ARD_ASSIGN(const torch::Tensor timesteps, m_fixture.timesteps("forward.t", latent.size(1)));
        torch::Tensor selfCondition;
        if (m_fixture.has("forward.self_cond")) {
            ARD_ASSIGN(selfCondition, m_fixture.floats("forward.self_cond", 3));
        }
        const torch::Tensor prediction = m_denoiser.predict(latent, timesteps, m_source, selfCondition);
        ARD_ASSIGN(const torch::Tensor recorded, m_fixture.floats("forward.x0", 3));
        m_parts.push_back(compared("forward.x0", prediction, recorded, kOneEvaluation));
        if (m_fixture.has("forward.logits")) {
            ARD_ASSIGN(const torch::Tensor logits, m_fixture.floats("forward.logits", 3));
            m_parts.push_back(compared("forward.logits", m_denoiser.logits(prediction), logits, kOneEvaluation));
        }
        return {};
    }

    Status run(const std::string &name)
    {
        if (!m_fixture.has(name + ".noise"))
            return {};
        ARD_ASSIGN(const torch::Tensor noise, m_fixture.floats(name + ".noise", 4));
        ARD_ASSIGN(const torch::Tensor samples, m_fixture.floats(name + ".sample", 4));
        ARD_ASSIGN(const torch::Tensor predictions, m_fixture.floats(name + ".pred_xstart", 4));
        ARD_ASSIGN(const torch::Tensor ids, m_fixture.integers(name + ".ids", 2));
        const auto addAll = [&](const std::string &why, Verdict verdict) {
            for (const char *part : {".sample", ".pred_xstart", ".ids"})
                m_parts.push_back({name + part, 0, 0, verdict, why});
        };
        const ModelConfig &config = m_fixture.config();
        ARD_ASSIGN(const ReferenceSampling sampling,
                   referenceSampling(m_fixture.settings(), static_cast<int>(noise.size(2)), config.diffusionSteps));
        const bool ddim = name == "ddim";
        auto plan = referencePlan(sampling, ddim);
        if (!plan && plan.error().code == ErrorCode::Unsupported)
            return addAll(plan.error().message, Verdict::NotChecked), Status();
        ARD_TRY(plan);
        const int calls = plan->modelCalls();
        if (noise.size(0) < calls + (ddim ? 0 : 1) || noise.size(0) < 1 || samples.size(0) != calls ||
            predictions.size(0) != calls)
            return addAll("recorded " + std::to_string(samples.size(0)) + " calls, the configuration makes " +
                              std::to_string(calls),
                          Verdict::Differs),
                   Status();
        SamplingOptions options;
        options.plan = std::move(*plan);
        options.eta = ddim ? 0 : 1;
        options.clamp = name == "skip_noclamp" ? ClampMode::None : ClampMode::Nearest;
        // ddim_sample_loop_progressive has no self-conditioning.
        options.selfCondition = sampling.selfCondition && !(ddim && sampling.draw == "uniform");
        return compareRun(name, std::move(options), noise, samples, predictions, ids);
    }

    Status compareRun(const std::string &name, SamplingOptions options, const torch::Tensor &noise,
                      const torch::Tensor &samples, const torch::Tensor &predictions, const torch::Tensor &ids)
    {
        std::vector<torch::Tensor> ourSamples, ourPredictions;
        SamplingObserver observer;
        observer.stepped = [&](const SampledStep &step) {
            ourSamples.push_back(step.latent);
            ourPredictions.push_back(step.clamped);
        };
        RecordedNoise source(noise);
        const Sampler sampler(m_denoiser, m_words, m_noiseSchedule, std::move(options));
        const SamplingResult result = sampler.run(m_source, source, observer);
        m_parts.push_back(compared(name + ".sample", at::stack(ourSamples), samples, kWholeRun));
        m_parts.push_back(compared(name + ".pred_xstart", at::stack(ourPredictions), predictions, kWholeRun));
        m_parts.push_back(comparedIds(name + ".ids", result.ids, ids));
        return {};
    }

    Fixture m_fixture;
    Denoiser m_denoiser;
    NoiseSchedule m_noiseSchedule;
    WordSearch m_words;
    EncodedSource m_source;
    std::vector<VerifiedPart> m_parts;
};

} // namespace

int VerifyReport::count(Verdict verdict) const
{
    return static_cast<int>(
        std::count_if(parts.begin(), parts.end(), [&](const VerifiedPart &part) { return part.verdict == verdict; }));
}

Result<VerifyReport> verifyFixture(const std::filesystem::path &path, const std::string &device)
{
    initialiseRuntime();
    ARD_ASSIGN(const torch::Device where, resolveDevice(device));
    return guarded("checking " + path.string(), [&]() -> Result<VerifyReport> {
        const c10::NoGradGuard noGradients;
        ARD_ASSIGN(Fixture fixture, Fixture::read(path, where));
        const ModelConfig config = fixture.config();
        ARD_ASSIGN(Parameters parameters, readParameters(fixture.file(), config, "model."));
        ARD_ASSIGN(NoiseSchedule noiseSchedule, makeNoiseSchedule(config.noiseSchedule, config.diffusionSteps));
        Denoiser denoiser(config, std::move(parameters));
        denoiser.to(where);
        Verification verification(std::move(fixture), std::move(denoiser), std::move(noiseSchedule));
        ARD_ASSIGN(std::vector<VerifiedPart> parts, verification.all());
        return VerifyReport{path.string(), std::move(parts)};
    });
}

} // namespace ard
