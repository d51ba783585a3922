// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One call of RowDecoder: what it reads, its memory, and how threads share it.
#include "engine/model/Denoiser.h"
#include "engine/model/RowDecoderWork.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <algorithm>
#include <atomic>
#include <omp.h>
#include <utility>

namespace ard {

using torch::Tensor;

namespace {

/// So many positions go through the network together: enough to use a weight often, few enough for the cache.
constexpr int64_t kTilePositions = 96;
/// Below so many products a sentence alone is computed by one thread: waiting at every layer for another one, which may have to
/// share its core, costs more than it helps.
constexpr int64_t kWorthCutting = int64_t{400} << 20;
/// Below so many products a call is not worth waking a thread.
constexpr int64_t kWorthSharing = int64_t{4} << 20;

/// Where part i of so many begins; whole rows of a register block where possible.
int64_t cutAt(int64_t positions, int64_t i, int64_t parts)
{
    return i == parts ? positions : positions * i / parts / 4 * 4;
}

void resizeScratch(RowDecoderScratch &scratch, const kernels::AttentionShape &shape)
{
    const auto grow = [](std::vector<float> &memory, std::size_t size) {
        memory.resize(std::max(memory.size(), size));
    };
    grow(scratch.attention, kernels::attentionScratchSize(shape));
    grow(scratch.memory, static_cast<std::size_t>(shape.queries * shape.keys));
    scratch.probabilities = scratch.memory.data();
}

} // namespace

void RowDecoder::Work::resize(const RowDecoder &decoder, const Call &call, int64_t sentences)
{
    const int64_t width = decoder.m_width, positions = sentences * call.length;
    int64_t inner = 0;
    for (const Block &block : decoder.m_blocks)
        inner = std::max(inner, block.feedOut.depth());
    narrowWidth = std::max({width, inner, decoder.m_inputWidth});
    wideWidth = std::max({2 * inner, width, decoder.m_up0.columns(), decoder.m_down0.columns()});
    hasKeyBias = decoder.m_config.timeAttention || call.lengths;
    const int64_t biases = sentences * decoder.m_config.heads * call.length;
    const int64_t total = positions * (width + narrowWidth + wideWidth + 6 * width) + 2 * biases;
    memory.resize(std::max(memory.size(), static_cast<std::size_t>(total)));
    float *next = memory.data();
    const auto take = [&next](int64_t count) { return std::exchange(next, next + count); };
    x = take(positions * width);
    narrow = take(positions * narrowWidth);
    wide = take(positions * wideWidth);
    for (float *&part : projected)
        part = take(positions * 3 * width);
    for (float *&part : keyBias)
        part = take(biases);
}

RowDecoder::Call RowDecoder::callOf(const Tensor &xt, const Tensor &timesteps, const EncodedSource &source,
                                    const Tensor &selfCondition) const
{
    Call call;
    const auto keep = [&call](const Tensor &tensor, torch::ScalarType type) {
        return call.kept.emplace_back(tensor.to(type).contiguous());
    };
    const auto strided = [&call](const Tensor &x) {
        const Tensor rows = call.kept.emplace_back(x.stride(-1) == 1 ? x : x.contiguous());
        return Call::Strided{rows.data_ptr<float>(), rows.stride(0), rows.stride(1), rows.stride(2)};
    };
    call.batch = xt.size(0);
    call.length = xt.size(1);
    call.latent = keep(xt, torch::kFloat).data_ptr<float>();
    if (m_config.selfCondition && selfCondition.defined())
        call.selfCondition = keep(selfCondition, torch::kFloat).data_ptr<float>();
    call.timesteps = keep(timesteps, torch::kLong).data_ptr<int64_t>();
    call.timestepStride = timesteps.size(0) == 1 ? 0 : call.length;
    if (source.lengths.defined())
        call.lengths = keep(source.lengths, torch::kLong).data_ptr<int64_t>();
    call.sourceLength = source.mask.size(1);
    const Tensor real = keep(source.mask.expand({call.batch, -1}), torch::kBool);
    std::transform(real.data_ptr<bool>(), real.data_ptr<bool>() + real.numel(), std::back_inserter(call.sourceBias),
                   [](bool isReal) { return isReal ? 0.0f : kNeverSeen; });
    for (std::size_t layer = 0; layer < m_blocks.size(); ++layer)
        call.layers.push_back({strided(source.keys[layer]), strided(source.values[layer])});
    return call;
}

void RowDecoder::Team::resize(const RowDecoder &decoder, const Call &call, std::size_t memories, int64_t sentences,
                              std::size_t threads)
{
    works.resize(std::max(works.size(), memories));
    scratches.resize(std::max(scratches.size(), threads));
    for (std::size_t i = 0; i < memories; ++i)
        works[i].resize(decoder, call, sentences);
    for (std::size_t i = 0; i < threads; ++i)
        resizeScratch(scratches[i],
                      {call.length, std::max(call.length, call.sourceLength), decoder.m_headWidth, 1, false});
}

void RowDecoder::runTiles(const Call &call, int threads, Team &team) const
{
    const int64_t most = std::max<int64_t>(1, kTilePositions / call.length);
    const int64_t sentences =
        threads == 1 ? std::min(most, call.batch) : std::clamp<int64_t>(call.batch / (4 * threads), 1, most);
    team.resize(*this, call, static_cast<std::size_t>(threads), sentences, static_cast<std::size_t>(threads));
    std::atomic<int64_t> next{
        0}; // who is free takes the next: a core that something else uses holds nobody up for long
#pragma omp parallel num_threads(threads) if (threads > 1)
    {
        const auto me = static_cast<std::size_t>(omp_get_thread_num());
        CallWatch watch;
        for (int64_t first = next.fetch_add(sentences); first < call.batch; first = next.fetch_add(sentences)) {
            const int64_t count = std::min(sentences, call.batch - first);
            runSpan(call, team.works[me], {first * call.length, 0, count * call.length, &team.scratches[me], &watch},
                    false);
        }
    }
}

void RowDecoder::runCut(const Call &call, int threads, Team &team) const
{
    team.resize(*this, call, 1, call.batch, static_cast<std::size_t>(threads));
    const int64_t positions = call.batch * call.length;
#pragma omp parallel num_threads(threads)
    {
        const int me = omp_get_thread_num(), all = omp_get_num_threads();
        CallWatch watch;
        runSpan(call, team.works.front(),
                {0, cutAt(positions, me, all), cutAt(positions, me + 1, all),
                 &team.scratches[static_cast<std::size_t>(me)], &watch},
                all > 1);
    }
}

Tensor RowDecoder::predict(const Tensor &xt, const Tensor &timesteps, const EncodedSource &source,
                           const Tensor &selfCondition) const
{
    Call call = callOf(xt, timesteps, source, selfCondition);
    Tensor result = at::empty({call.batch, call.length, m_config.embeddingWidth}, torch::kFloat);
    call.result = result.data_ptr<float>();
    thread_local Team kept; // of the calling thread, for all that work for it
    Team &team = kept;
    const int threads = at::in_parallel_region() ? 1 : at::get_num_threads();
    const int64_t perSentence = productsPerPosition() * call.length;
    const bool alone =
        threads == 1 || perSentence * call.batch < kWorthSharing || (call.batch == 1 && perSentence < kWorthCutting);
    if (alone)
        runTiles(call, 1, team);
    else if (call.batch % threads == 0 || call.batch >= 4 * threads)
        runTiles(call, threads, team);
    else
        runCut(call, threads, team);
    return result;
}

} // namespace ard
