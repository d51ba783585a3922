// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RowDecoder: Denoiser::predict as inference on a CPU wants it, float32 over plain arrays: weights laid out for their products once,
// tau(t) from a table, no memory asked for in a call but the result's. Denoiser.cpp stays what says which numbers are right.
// Own threads share the sentences of a batch, or the positions of few sentences; inside a product nothing waits for anything. A
// sentence's numbers depend neither on what shares its batch nor on the number of threads, to the bit.
#include "engine/kernels/Product.h"
#include "engine/model/ModelConfig.h"
#include "engine/model/Parameters.h"
#include <torch/types.h>

namespace ard {

struct EncodedSource;

class RowDecoder {
public:
    /// Of a network that is not autoregressive; parameters are float32 on the CPU and are copied. timeTable [T,timeChannels]: the
    /// sinusoidal embedding of every timestep.
    RowDecoder(const ModelConfig &config, const Parameters &parameters, const torch::Tensor &timeTable);
    /// See Denoiser::predict. Any number of threads at once.
    torch::Tensor predict(const torch::Tensor &xt, const torch::Tensor &timesteps, const EncodedSource &source,
                          const torch::Tensor &selfCondition) const;
    /// Multiplications of a call, for one position of one sentence; what attention adds is left out.
    int64_t productsPerPosition() const;

private:
    using Matrix = kernels::PackedMatrix;
    struct Norm {
        std::vector<float> weight, bias;
        float eps = 0;
    };
    /// What timesteps become: tau [T,width], and what it adds to the score of a key of each head, (r_r tau) / sqrt(d), [T,heads].
    struct TimeKeys {
        std::vector<float> tau, score;
    };
    struct Block {
        Norm selfNorm, crossNorm, feedNorm;
        Matrix queriesKeysValues, selfOut, crossQueries, crossOut, feedIn, feedOut;
        TimeKeys time;
        std::vector<float> keyWeight; ///< r_w / sqrt(d) [width]
    };
    struct Call;
    struct Work;
    struct Team;
    struct Span;

    Norm normOf(const Parameters &parameters, const std::string &name, double eps) const;
    TimeKeys timeKeysOf(const Parameters &parameters, const std::string &prefix, const torch::Tensor &timeTable) const;
    Block blockOf(const Parameters &parameters, int layer, const torch::Tensor &timeTable) const;

    Call callOf(const torch::Tensor &xt, const torch::Tensor &timesteps, const EncodedSource &source,
                const torch::Tensor &selfCondition) const;
    /// Whoever is free computes the next sentences, all of the network at once.
    void runTiles(const Call &call, int threads, Team &team) const;
    /// Each computes its part of all positions, layer by layer beside the others: for few sentences.
    void runCut(const Call &call, int threads, Team &team) const;
    /// All of the network for these positions of work; shared: other threads do the others, and wait where one looks at another's.
    void runSpan(const Call &call, Work &work, const Span &span, bool shared) const;
    void input(const Call &call, Work &work, const Span &span) const;
    void project(const Call &call, Work &work, const Span &span, int layer) const;
    void attendToSelf(const Call &call, Work &work, const Span &span, int layer) const;
    void attendToSource(const Call &call, Work &work, const Span &span, int layer) const;
    void feed(Work &work, const Span &span, int layer) const;
    void output(const Call &call, Work &work, const Span &span) const;
    void normed(const Norm &norm, const float *in, float *out, int64_t rows) const;

    ModelConfig m_config;
    int64_t m_width, m_headWidth, m_inputWidth;
    float m_scale;                         ///< of scores, 1 / sqrt(d)
    Matrix m_up0, m_up2, m_down0, m_down2; ///< empty where the network has none
    Norm m_inputNorm;
    TimeKeys m_inputTime; ///< where time is added to the input
    std::vector<float> m_positions, m_lengths;
    std::vector<Block> m_blocks;
};

} // namespace ard
