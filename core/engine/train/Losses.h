// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Losses: what training minimises, per token. "paper" is the reference's three terms (training_losses_s2s); "anchored" is ours:
// cross-entropy on the predicted x0 plus mean squared error, with word embeddings of a fixed norm.
#include "diffusion/NoiseSchedule.h"
#include "engine/model/Denoiser.h"
#include <torch/types.h>

namespace ard {

/// The noise schedule as float32 tensors of one device.
struct NoiseTables {
    torch::Tensor sqrtAlphaBar;         ///< [T]
    torch::Tensor sqrtOneMinusAlphaBar; ///< [T]
    torch::Tensor alphaBar;             ///< [T] float64
    NoiseTables(const NoiseSchedule &noise, const torch::Device &device);
};

/// The loss of the length head for each source; the true lengths are passed as source.lengths.
struct LengthLoss {
    torch::Tensor nll;   ///< [B] -log p of the true length among 0..N
    torch::Tensor right; ///< [B] bool: it is the one that the head would choose
};
LengthLoss lengthLoss(const Denoiser &denoiser, const EncodedSource &source);

struct LossTerms {
    torch::Tensor mse;        ///< [B,N]
    torch::Tensor decoderNll; ///< [B,N] paper: of the noisy true latent; anchored: of the predicted x0
    torch::Tensor tT;         ///< [B,N] paper only, else undefined
    torch::Tensor loss;       ///< [B,N] their sum, the cross-entropy with label smoothing
};

/// x_t = sqrt(alphaBar_t) x0 + sqrt(1 - alphaBar_t) noise, per token; t [B,N] int64.
torch::Tensor diffuse(const torch::Tensor &x0, const torch::Tensor &t, const torch::Tensor &noise,
                      const NoiseTables &tables);

/// One step of the sampler at eta 1 from timesteps `from` to `to` <= from, each [B,N]; latent, clean, noise: [B,N,E].
/// The coefficients are those of diffusion/StepCoefficients.h, in float32.
torch::Tensor posteriorStep(const torch::Tensor &latent, const torch::Tensor &clean, const torch::Tensor &noise,
                            const torch::Tensor &from, const torch::Tensor &to, const NoiseTables &tables);

/// The reference's noisy x0: word embeddings plus sqrt(1 - alphaBar_0) noise.
torch::Tensor noisyEmbedding(const torch::Tensor &embedded, const torch::Tensor &noise, const NoiseTables &tables);

/// targetIds, t [B,N] int64; noiseX0, noiseXt [B,N,E]: embedding noise, then diffusion noise. At t = 0 the clean embedding is the
/// target, elsewhere the noisy one. selfCondition: an earlier x0_hat, undefined for zeros. A model with a head transform (reference:
/// predict_x_start) has its prediction in place of the noisy x0 in the second and third term.
LossTerms paperLosses(const Denoiser &denoiser, const EncodedSource &source, const torch::Tensor &targetIds,
                      const torch::Tensor &t, const torch::Tensor &noiseX0, const torch::Tensor &noiseXt,
                      const NoiseSchedule &noise, const torch::Tensor &selfCondition = {},
                      DropoutSource *dropout = nullptr);

/// targetIds [B,N]. Only decoderNll and loss are defined; mse is zeros.
LossTerms autoregressiveLosses(const Denoiser &denoiser, const EncodedSource &source, const torch::Tensor &targetIds,
                               double labelSmoothing, DropoutSource *dropout = nullptr);

/// xt [B,N,E] at timesteps t [B,N]: what the prediction is made from. selfCondition: an earlier x0_hat, undefined for zeros.
LossTerms anchoredLosses(const Denoiser &denoiser, const EncodedSource &source, const torch::Tensor &targetIds,
                         const torch::Tensor &xt, const torch::Tensor &t, double labelSmoothing,
                         const torch::Tensor &selfCondition = {}, DropoutSource *dropout = nullptr);

} // namespace ard
