// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RowDecoderWork: what a call of RowDecoder reads, and the memory that it works in.
#include "engine/model/CallTimes.h"
#include "engine/model/RowDecoder.h"

namespace ard {

/// Added to the score of a key that is padding: so little that its probability is 0.
constexpr float kNeverSeen = -1e30f;

struct RowDecoder::Call {
    /// [B,heads,S,d] of any strides, the last dimension contiguous; rows of a source may be shared by all sentences.
    struct Strided {
        const float *data = nullptr;
        int64_t sentenceStride = 0, headStride = 0, rowStride = 0;
        kernels::ConstRows rows(int64_t sentence, int64_t head) const
        {
            return {data + sentence * sentenceStride + head * headStride, rowStride};
        }
    };
    struct SourceLayer {
        Strided keys, values;
    };
    int64_t lengthOf(int64_t sentence) const { return lengths ? lengths[sentence] : length; }
    int64_t timestep(int64_t sentence, int64_t position) const
    {
        return timesteps[sentence * timestepStride + position];
    }

    int64_t batch = 0, length = 0, sourceLength = 0;         ///< B, N, S
    const float *latent = nullptr, *selfCondition = nullptr; ///< [B,N,E]; null: zeros
    const int64_t *timesteps = nullptr, *lengths = nullptr;  ///< [B or 1,N]; [B], null: all of N
    int64_t timestepStride = 0;
    std::vector<SourceLayer> layers;
    std::vector<float> sourceBias;   ///< [B,S]
    float *result = nullptr;         ///< [B,N,E]
    std::vector<torch::Tensor> kept; ///< what the pointers point into
};

/// What a thread needs for itself.
struct RowDecoderScratch {
    std::vector<float> memory;
    kernels::AttentionScratch attention;
    float *probabilities = nullptr;
};

/// Memory for so many positions, whole sentences; threads may share one, each with positions of its own.
struct RowDecoder::Work {
    void resize(const RowDecoder &decoder, const Call &call, int64_t sentences);

    std::vector<float> memory;
    float *x = nullptr, *narrow = nullptr, *wide = nullptr; ///< [positions, width, narrowWidth, wideWidth]
    float *projected[2] = {}; ///< [positions,3 width] queries, keys (with tau) and values, of layers in turn
    float *keyBias[2] = {};   ///< [sentences,heads,N]
    int64_t narrowWidth = 0, wideWidth = 0;
    bool hasKeyBias = false;
};

/// The memory of threads that work together.
struct RowDecoder::Team {
    /// So many memories for so many sentences each, and what so many threads need for themselves.
    void resize(const RowDecoder &decoder, const Call &call, std::size_t memories, int64_t sentences,
                std::size_t threads);

    std::vector<Work> works;
    std::vector<RowDecoderScratch> scratches;
};

/// Positions begin..end of a Work whose first position is the batch's firstToken.
struct RowDecoder::Span {
    int64_t firstToken = 0, begin = 0, end = 0;
    RowDecoderScratch *scratch = nullptr;
    CallWatch *watch = nullptr;
};

} // namespace ard
