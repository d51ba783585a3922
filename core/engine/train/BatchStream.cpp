// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/BatchStream.h"
#include "base/Philox.h"

#include <algorithm>
#include <numeric>

namespace ard {
namespace {

enum Stream : std::uint32_t { PairOrder = 201, BatchOrder, FullLength, ExtraPadding };
/// Batches cut from one length-sorted stretch: enough to group lengths, few enough to mix the pairs.
constexpr int64_t kPoolBatches = 50;
constexpr int kExtraPadding = 4;

/// Fisher-Yates with our own numbers: std::shuffle differs between libraries.
template <class It>
void shuffle(It first, std::uint64_t count, std::uint64_t seed, Stream stream, std::uint64_t base)
{
    for (std::uint64_t i = count; i > 1; --i)
        std::swap(first[i - 1],
                  first[static_cast<std::uint64_t>(uniform01(seed, stream, base + i) * static_cast<double>(i))]);
}

} // namespace

BatchStream::BatchStream(const PreparedData &data, const TrainConfig &config)
    : m_data(data), m_size(config.batch), m_length(config.model.length), m_padId(config.model.padId),
      m_lengthHead(config.model.lengthHead != LengthHead::None), m_fullLengthShare(config.fullLengthShare),
      m_seed(config.seed)
{
}

int64_t BatchStream::batchesPerPass() const
{
    return std::max<int64_t>(1, static_cast<int64_t>(m_data.size()) / m_size);
}

void BatchStream::shufflePass(int64_t pass)
{
    const std::size_t count = m_data.size();
    m_order.resize(std::max(count, static_cast<std::size_t>(m_size)));
    for (std::size_t i = 0; i < m_order.size(); ++i) // fewer pairs than a batch: repeat them
        m_order[i] = static_cast<std::uint32_t>(i % count);
    const std::uint64_t base = static_cast<std::uint64_t>(pass) << 32;
    shuffle(m_order.begin(), m_order.size(), m_seed, PairOrder, base);
    m_order.resize(static_cast<std::size_t>(batchesPerPass()) * m_size);
    const auto cost = [this](std::uint32_t i) { return m_data.target(i).size() * 64 + m_data.source(i).size(); };
    const std::size_t pool = kPoolBatches * static_cast<std::size_t>(m_size);
    for (std::size_t begin = 0; begin < m_order.size(); begin += pool) {
        const std::size_t end = std::min(begin + pool, m_order.size());
        std::stable_sort(m_order.begin() + begin, m_order.begin() + end,
                         [&](auto a, auto b) { return cost(a) < cost(b); });
    }
    std::vector<std::uint32_t> batches(batchesPerPass());
    std::iota(batches.begin(), batches.end(), 0);
    shuffle(batches.begin(), batches.size(), m_seed, BatchOrder, base);
    std::vector<std::uint32_t> mixed;
    mixed.reserve(m_order.size());
    for (const std::uint32_t batch : batches)
        mixed.insert(mixed.end(), m_order.begin() + std::size_t(batch) * m_size,
                     m_order.begin() + std::size_t(batch + 1) * m_size);
    m_order = std::move(mixed);
    m_pass = pass;
}

TokenBatch BatchStream::batch(int64_t step)
{
    if (step / batchesPerPass() != m_pass)
        shufflePass(step / batchesPerPass());
    const std::uint32_t *pairs = m_order.data() + static_cast<std::size_t>(step % batchesPerPass()) * m_size;
    TokenBatch batch;
    batch.size = m_size;
    for (int i = 0; i < m_size; ++i) {
        batch.sourceLength = std::max(batch.sourceLength, static_cast<int>(m_data.source(pairs[i]).size()));
        batch.targetLength = std::max(batch.targetLength, static_cast<int>(m_data.target(pairs[i]).size()));
    }
    batch.sourceLength = std::max(batch.sourceLength, 1);
    // At least one PAD after the longest target where there is room: the end of a sentence has to be written too.
    const int extra = 1 + static_cast<int>(uniform01(m_seed, ExtraPadding, step) * kExtraPadding);
    const bool full = uniform01(m_seed, FullLength, step) < m_fullLengthShare;
    if (m_lengthHead)
        batch.targetLength = std::max(batch.targetLength, 1);
    else
        batch.targetLength = full ? m_length : std::min(m_length, batch.targetLength + extra);
    batch.source.assign(std::size_t(m_size) * batch.sourceLength, m_padId);
    batch.sourceMask.assign(batch.source.size(), 0);
    batch.target.assign(std::size_t(m_size) * batch.targetLength, m_padId);
    for (int i = 0; i < m_size; ++i) {
        const auto source = m_data.source(pairs[i]), target = m_data.target(pairs[i]);
        std::copy(source.begin(), source.end(), batch.source.begin() + std::size_t(i) * batch.sourceLength);
        // An empty source keeps one visible PAD: attention over no key at all is undefined.
        std::fill_n(batch.sourceMask.begin() + std::size_t(i) * batch.sourceLength,
                    std::max<std::size_t>(1, source.size()), 1);
        std::copy(target.begin(), target.end(), batch.target.begin() + std::size_t(i) * batch.targetLength);
        batch.targetLengths.push_back(std::max<std::int64_t>(1, static_cast<std::int64_t>(target.size())));
    }
    batch.tokens = int64_t(m_size) * (batch.sourceLength + batch.targetLength);
    return batch;
}

} // namespace ard
