// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ModelConfig: what fixes a network and its diffusion: the "architecture" and "diffusion" objects of model.json, the "config"
// of the fixtures and of reference checkpoints. No torch.
#include "base/Result.h"
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace ard {

/// What the length head reads of the encoded source: its first position, or the mean of all. None: there is no head.
enum class LengthHead { None, TokenEmbed, MeanPool };

struct ModelConfig {
    int vocabulary = 0;     ///< V
    int embeddingWidth = 0; ///< E, width of a latent (reference: in_channels)
    int width = 0;          ///< model width (reference: intermediate_size / 4)
    int heads = 0;
    int encoderLayers = 6;
    int decoderLayers = 6;
    int encoderFeedForward = 0; ///< inner width of the encoder's feed-forward (reference: intermediate_size)
    int decoderFeedForward = 0; ///< inner width of a GEGLU (reference: 4 * width)
    int timeChannels = 0;       ///< width of the sinusoidal time embedding
    int maxPositions = 0;       ///< longest source and target
    bool timeAttention =
        true; ///< time as second key of every self-attention; false: added to the input (reference: time_att)
    bool selfCondition = false;  ///< the last x0_hat is a second input
    bool autoregressive = false; ///< the twin: causal self-attention, word by word, no diffusion (ours, a yardstick)
    bool scaleEmbedding = false; ///< word embeddings times sqrt(E)
    LengthHead lengthHead = LengthHead::None; ///< how long a sentence is follows from its source (reference: pred_len)
    bool headTransform = false; ///< a layer with GELU and norm before the vocabulary head (reference: predict_x_start)
    double dropout = 0.1;
    double attentionDropout = 0.1;
    double encoderNormEps = 1e-12; ///< also of the decoder's input LayerNorm
    double decoderNormEps = 1e-12;
    int length = 0; ///< N, padded target length; with a length head the longest target
    int padId = 0;
    int diffusionSteps = 2000; ///< T
    std::string noiseSchedule = "sqrt";
    bool rescaleTimesteps = true; ///< the network is told t * 1000 / T
};

/// Our own keys, as in model.json: {"architecture": {..}, "diffusion": {..}}. Checks every range.
Result<ModelConfig> modelConfigFromJson(const nlohmann::json &json);
nlohmann::json modelConfigToJson(const ModelConfig &config);
/// The reference's keys (fixtures, reference checkpoints).
Result<ModelConfig> modelConfigFromReference(const nlohmann::json &json);

} // namespace ard
