// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BatchStream: the batches of a training run in order. Every pass over the data is shuffled; within it batches hold pairs of
// similar length, so that little of a batch is PAD. Batch `step` is a pure function of (seed, step). No torch.
#include "engine/train/TrainConfig.h"
#include "text/PreparedData.h"
#include <vector>

namespace ard {

struct TokenBatch {
    int size = 0, sourceLength = 0, targetLength = 0;
    std::vector<std::int64_t> source;     ///< [size * sourceLength], PAD after the end
    std::vector<std::int64_t> target;     ///< [size * targetLength], PAD after the end
    std::vector<std::uint8_t> sourceMask; ///< 1 = a token
    std::vector<std::int64_t>
        targetLengths;  ///< [size] tokens before the padding; 1 for an empty target: its one word is PAD
    int64_t tokens = 0; ///< source and target positions computed
};

class BatchStream {
public:
    /// The data must outlive the stream.
    BatchStream(const PreparedData &data, const TrainConfig &config);
    TokenBatch batch(int64_t step);
    int64_t batchesPerPass() const;

private:
    void shufflePass(int64_t pass);

    const PreparedData &m_data;
    int m_size, m_length, m_padId;
    bool m_lengthHead; ///< batches end with their longest target: the end of a sentence is no word
    double m_fullLengthShare;
    std::uint64_t m_seed;
    int64_t m_pass = -1;
    std::vector<std::uint32_t> m_order; ///< pairs of the current pass, batch after batch
};

} // namespace ard
