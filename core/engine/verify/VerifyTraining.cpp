// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verify/VerifyTraining.h"

#include "engine/train/Losses.h"
#include "engine/verify/Comparison.h"

namespace ard {
namespace {

constexpr double kTolerance = 1e-5;

struct Inputs {
    torch::Tensor ids, t, noise; ///< [B,N], [B,N], [2,B,N,E]
    bool twoCalls = false;
};

Result<Inputs> readInputs(Fixture &fixture)
{
    Inputs inputs;
    ARD_ASSIGN(inputs.ids, fixture.words("train.tgt_input_ids"));
    ARD_ASSIGN(inputs.t, fixture.timesteps("train.t", inputs.ids.size(1)));
    ARD_ASSIGN(inputs.noise, fixture.floats("train.noise", 4));
    if (fixture.has("train.denoiser_calls")) {
        ARD_ASSIGN(const torch::Tensor calls, fixture.integers("train.denoiser_calls", 1));
        const int64_t count = calls.numel() == 1 ? calls.item<int64_t>() : 0;
        if (count != 1 && count != 2)
            return fail(ErrorCode::Format, "the recorded train.denoiser_calls is neither 1 nor 2");
        inputs.twoCalls = count == 2;
    }
    const std::vector<int64_t> shape{2, inputs.ids.size(0), inputs.ids.size(1), fixture.config().embeddingWidth};
    if (inputs.t.sizes() != inputs.ids.sizes() || inputs.noise.sizes() != torch::IntArrayRef(shape))
        return fail(ErrorCode::Format, "the recorded inputs of the training loss do not fit each other");
    return inputs;
}

LossTerms lossTerms(const Inputs &inputs, const Denoiser &denoiser, const EncodedSource &source,
                    const NoiseSchedule &noiseSchedule)
{
    torch::Tensor selfCondition;
    if (inputs.twoCalls) { // the first call's prediction is the second call's self-condition
        const NoiseTables tables(noiseSchedule, inputs.noise.device());
        const torch::Tensor clean = noisyEmbedding(denoiser.embed(inputs.ids), inputs.noise[0], tables);
        selfCondition = denoiser.predict(diffuse(clean, inputs.t, inputs.noise[1], tables), inputs.t, source);
    }
    return paperLosses(denoiser, source, inputs.ids, inputs.t, inputs.noise[0], inputs.noise[1], noiseSchedule,
                       selfCondition);
}

bool isSet(const nlohmann::json &settings, const char *key)
{
    const auto found = settings.find(key);
    return found != settings.end() &&
        ((found->is_number() && found->get<double>() != 0) || (found->is_boolean() && found->get<bool>()));
}

/// Why a term of the reference's loss cannot be computed here; empty when it can.
std::string whyNot(const nlohmann::json &settings, const std::string &term)
{
    if (isSet(settings, "use_kl") || isSet(settings, "learn_sigma") ||
        (settings.contains("predict_xstart") && !isSet(settings, "predict_xstart")))
        return "only the mean squared error of a predicted x0 is known here";
    if (isSet(settings, "label_smooth") && (term == "train.decoder_nll" || term == "train.loss"))
        return "label smoothing is not known here";
    return {};
}

} // namespace

Status verifyTraining(Fixture &fixture, const Denoiser &denoiser, const EncodedSource &source,
                      const NoiseSchedule &noiseSchedule, std::vector<VerifiedPart> &parts)
{
    if (!fixture.has("train.tgt_input_ids"))
        return {};
    ARD_ASSIGN(const Inputs inputs, readInputs(fixture));
    const LossTerms terms = lossTerms(inputs, denoiser, source, noiseSchedule);
    const std::pair<const char *, const torch::Tensor &> named[] = {{"train.mse", terms.mse},
                                                                    {"train.decoder_nll", terms.decoderNll},
                                                                    {"train.tT_loss", terms.tT},
                                                                    {"train.loss", terms.loss}};
    for (const auto &[name, ours] : named) {
        if (!fixture.has(name))
            continue;
        ARD_ASSIGN(const TensorView view, fixture.file().tensor(name));
        const bool perSentence = view.shape.size() == 1; // the reference's uniform draw averages over the positions
        ARD_ASSIGN(const torch::Tensor recorded, fixture.floats(name, perSentence ? 1 : 2));
        const std::string reason = whyNot(fixture.settings(), name);
        parts.push_back(reason.empty() ? compared(name, perSentence ? ours.mean(-1) : ours, recorded, kTolerance)
                                       : notChecked(name, reason));
    }
    return {};
}

} // namespace ard
