// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Denoiser: the paper's network. BERT-style post-norm encoder; pre-norm decoder blocks (self-attention with the timestep as a
// second key, cross-attention, GEGLU), bidirectional. Formulas: reference model_utils/diffusion_lm.py and CrossAttention.py.
// Weight names are the reference's state dict names. Not thread-safe while training; const calls may run on one
// thread a device, and those of copies with gradients of their own on many (TrainingParts).
#include "engine/model/ModelConfig.h"
#include "engine/model/Ops.h"
#include "engine/model/Parameters.h"
#include <functional>
#include <memory>
#include <torch/types.h>
#include <unordered_map>
#include <vector>

namespace ard {

class DropoutSource;
class RowDecoder;

/// What the decoder needs of one encoded batch of sources; cross-attention keys and values are computed once.
struct EncodedSource {
    torch::Tensor hidden; ///< [B,S,width]
    torch::Tensor mask;   ///< [B,S] bool, true = a real token
    /// [B] int64, 1..N: how many positions of each row of x_t are its sentence; those behind are padding that no position looks
    /// at. For a network with a length head; undefined: all of them.
    torch::Tensor lengths;
    std::vector<torch::Tensor> keys, values; ///< one a decoder layer, [B,heads,S,width/heads]
    /// Every source k times in a row, for candidates. Of one source on the CPU nothing is copied.
    EncodedSource repeated(int64_t k) const;
    /// The sources with these indices, [R] int64.
    EncodedSource select(const torch::Tensor &rows) const;
    /// The one source in k rows that share its memory.
    EncodedSource sharedBy(int64_t k) const;
};

/// What the positions of one decoder block look at; row i asks, column j is looked at. With d = width/heads:
/// content (q_i + r_w) k_j / sqrt(d), time (q_i + r_r) tau(t_j) / sqrt(d), which is zeros where the network has no time keys;
/// the two add up to the logits of the block's self-attention exactly.
struct BlockAttention {
    torch::Tensor content, time; ///< [B,heads,N,N] logits
    torch::Tensor weights;       ///< [B,heads,N,N] softmax of their sum, 0 for padding behind a sentence
    torch::Tensor values;        ///< [B,heads,N,d] what the weights mix
    torch::Tensor output;        ///< [B,N,width] of the self-attention as the network computes it, before it is added
    torch::Tensor cross;         ///< [B,heads,N,S] weights of the cross-attention to the source
};

/// What the autoregressive twin remembers of the words before: of every decoder layer the keys (with their timestep part) and values
/// [R,heads,P,d] and what each key adds to its score [R,heads,1,P] (undefined without time keys).
struct WordCache {
    std::vector<torch::Tensor> keys, values, keyBias;
    int positions = 0; ///< P
    /// Row i becomes what row rows[i] was; rows [R'] int64.
    void select(const torch::Tensor &rows);
};

class Denoiser {
public:
    /// Takes over the parameters; they must be of the config's names and shapes (checkParameters).
    Denoiser(ModelConfig config, Parameters parameters);

    const ModelConfig &config() const { return m_config; }
    Parameters &parameters() { return m_parameters; }
    const Parameters &parameters() const { return m_parameters; }
    /// Float32 unless said otherwise: training and batch work may use the faster one, fixtures must not.
    void setPrecision(MatmulPrecision precision)
    {
        m_prepared.clear();
        m_rows.reset();
        m_precision = precision;
    }
    /// Moves weights and tables.
    void to(const torch::Device &device);
    /// Joins the weights of layers that share an input and narrows what is multiplied in bfloat16, once instead of in every
    /// call; the numbers stay the same. After the last to() and setPrecision(), for weights that do not change any more.
    void prepareForInference();
    /// Lets predict() compute with RowDecoder where no gradient is recorded: the same numbers but for rounding, several times as
    /// fast. After prepareForInference(); does nothing on a GPU, in bfloat16 and for the autoregressive twin.
    void prepareRows();
    /// What prepareRows() made, null where it made nothing.
    const RowDecoder *rows() const { return m_rows.get(); }

    /// ids, mask [B,S] int64 / bool. dropout null: evaluation.
    EncodedSource encode(const torch::Tensor &ids, const torch::Tensor &mask, DropoutSource *dropout = nullptr) const;
    /// x0_hat [B,N,E] from x_t [B,N,E] and integer timesteps [B,N], or [1,N] for the whole batch, in 0..T-1 (rescaled inside). selfCondition: the last x0_hat,
    /// undefined means zeros; ignored when the config has no self-conditioning. With a length head the positions are at most N.
    torch::Tensor predict(const torch::Tensor &xt, const torch::Tensor &timesteps, const EncodedSource &source,
                          const torch::Tensor &selfCondition = {}, DropoutSource *dropout = nullptr) const;
    /// The length head: scores [B,N+1] of the lengths 0..N of each source's sentence (reference: get_pred_len).
    torch::Tensor lengthLogits(const EncodedSource &source) const;
    /// The best of the lengths 1..N, [B] int64: a sentence without a position cannot be written.
    static torch::Tensor likeliestLengths(const torch::Tensor &lengthLogits);
    /// Probabilities [B,K] float32, falling, and the lengths 1..N that they belong to, [B,K] int64; both on the CPU, K at most
    /// `most`. The first is the best of likeliestLengths.
    static std::pair<torch::Tensor, torch::Tensor> lengthsByProbability(const torch::Tensor &lengthLogits,
                                                                        int64_t most);
    /// Lengths 1..N of k candidates, [B,k] int64: the best, then such as spread over what the scores call probable. Ours: the
    /// reference gives all candidates one length. Candidate c has the same at every k.
    static torch::Tensor candidateLengths(const torch::Tensor &lengthLogits, int64_t k);
    /// The autoregressive twin (ModelConfig::autoregressive): logits [B,N,V] of every word from the words before it; ids [B,N].
    torch::Tensor nextWordLogits(const torch::Tensor &ids, const EncodedSource &source,
                                 DropoutSource *dropout = nullptr) const;
    /// The same for one word a sentence, from a cache of the words before: word [R] int64 is the one before the wanted one, PAD for the
    /// first. Returns [R,V]; the cache grows by one position. The same numbers as nextWordLogits but for rounding.
    torch::Tensor nextWordLogits(const torch::Tensor &word, const EncodedSource &source, WordCache &cache) const;
    /// What block `layer` (0..decoderLayers-1) attends to in the call predict(xt, timesteps, source, selfCondition).
    BlockAttention attention(const torch::Tensor &xt, const torch::Tensor &timesteps, const EncodedSource &source,
                             const torch::Tensor &selfCondition, int layer) const;
    /// Vocabulary head: [..,E] to [..,V].
    torch::Tensor logits(const torch::Tensor &x) const;
    /// Word embeddings of ids: [..] int64 to [..,E], scaled as the config says.
    torch::Tensor embed(const torch::Tensor &ids) const;
    /// The table that embed looks up, scaled: [V,E].
    torch::Tensor embeddingTable() const;

private:
    torch::Tensor linear(const torch::Tensor &x, const std::string &name) const;
    std::vector<torch::Tensor> linears(const torch::Tensor &x, const std::vector<std::string> &names) const;
    torch::Tensor biasOf(const std::string &layer) const; ///< undefined where it has none
    void prepareJoined(const std::vector<std::string> &layers);
    // Layers that share an input.
    std::vector<std::string> encoderAttentionLayers(int layer) const;
    static std::vector<std::string> selfAttentionLayers(const std::string &block);
    static std::vector<std::string> sourceLayers(const std::string &block);
    torch::Tensor norm(const torch::Tensor &x, const std::string &name, double eps) const;
    torch::Tensor heads(const torch::Tensor &x) const;
    double scoreScale() const; ///< 1 / sqrt(width of a head)
    torch::Tensor encoderLayer(int layer, const torch::Tensor &x, const torch::Tensor &keyBias,
                               DropoutSource *dropout) const;
    torch::Tensor timeMlp(const torch::Tensor &timesteps, const std::string &prefix, DropoutSource *dropout) const;
    /// Of one self-attention, [B or 1,heads,N,d] each; tau is undefined without time keys.
    struct SelfInputs {
        torch::Tensor q, k, v, tau;
    };
    SelfInputs selfInputs(const std::string &block, const torch::Tensor &x, const torch::Tensor &timesteps,
                          DropoutSource *dropout) const;
    /// keys: k with the timestep part; keyBias: what each key adds to its score, undefined without time keys.
    struct SelfKeys {
        torch::Tensor keys, keyBias;
    };
    SelfKeys selfKeys(const std::string &block, const SelfInputs &inputs) const;
    torch::Tensor selfAttention(const std::string &block, const torch::Tensor &x, const torch::Tensor &timesteps,
                                const EncodedSource &source, DropoutSource *dropout) const;
    /// Everything in seen but what the cross-attention looks at; x is the block's normed input.
    void lookAtSelf(const std::string &block, const torch::Tensor &x, const torch::Tensor &timesteps,
                    const EncodedSource &source, BlockAttention &seen) const;
    torch::Tensor cachedSelfAttention(int layer, const torch::Tensor &x, const torch::Tensor &timesteps,
                                      WordCache &cache) const;
    torch::Tensor decoderInput(const torch::Tensor &xt, const torch::Tensor &timesteps, const EncodedSource &source,
                               const torch::Tensor &selfCondition, DropoutSource *dropout,
                               int64_t firstPosition = 0) const;
    torch::Tensor outputProjection(const torch::Tensor &x) const;
    /// What the length of each row adds to every position, [B or 1,1,width].
    torch::Tensor lengthEmbedding(const EncodedSource &source, int64_t positions) const;
    /// Keys that are padding behind a sentence, as paddingBias; undefined where there is none.
    static torch::Tensor lengthBias(const EncodedSource &source, int64_t positions);
    /// 0 for a key that may be attended to, and for padding so little that its probability is 0: [B,1,1,S] from [B,S] bool.
    static torch::Tensor paddingBias(const torch::Tensor &mask);
    static std::string blockName(int layer);
    /// An attention of a block: from its normed input [B,N,width] to what is added to the input. Arguments of
    /// decoderBlock, so that the twin's cached one and one that is looked into fit into the same block.
    using BlockAttending = std::function<torch::Tensor(const torch::Tensor &normed)>;
    torch::Tensor decoderBlock(int layer, const torch::Tensor &input, const BlockAttending &self,
                               const BlockAttending &cross, DropoutSource *dropout) const;
    /// The first `layers` blocks on the decoder's input x.
    torch::Tensor decoderBlocks(int layers, torch::Tensor x, const torch::Tensor &timesteps,
                                const EncodedSource &source, DropoutSource *dropout) const;
    /// sourceBias: paddingBias(source.mask)
    torch::Tensor crossAttention(int layer, const torch::Tensor &x, const EncodedSource &source,
                                 const torch::Tensor &sourceBias, DropoutSource *dropout) const;
    torch::Tensor feedForward(const std::string &block, const torch::Tensor &x, DropoutSource *dropout) const;
    torch::Tensor attend(const torch::Tensor &q, const torch::Tensor &k, const torch::Tensor &v,
                         const torch::Tensor &keyBias, DropoutSource *dropout, bool causal = false) const;

    ModelConfig m_config;
    Parameters m_parameters;
    MatmulPrecision m_precision = MatmulPrecision::Float32;
    static constexpr const char *kVocabularyHead = "lm_head";
    /// By the (first) layer's name; empty while weights may change.
    std::unordered_map<std::string, ops::LinearWeights> m_prepared;
    std::shared_ptr<const RowDecoder> m_rows; ///< null until it is prepared
    torch::Tensor m_timeTable;                ///< [T,timeChannels]: the sinusoidal embedding of every timestep
};

} // namespace ard
