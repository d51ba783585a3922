// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/RowDecoder.h"

#include "engine/kernels/Kernels.h"
#include "engine/kernels/Rows.h"
#include "engine/model/RowDecoderWork.h"
#include <algorithm>

namespace ard {

using kernels::ConstRows;
using kernels::Rows;
using torch::Tensor;

void RowDecoder::normed(const Norm &norm, const float *in, float *out, int64_t rows) const
{
    kernels::layerNorm(in, out, rows, m_width, norm.weight.data(), norm.bias.data(), norm.eps);
}

void RowDecoder::input(const Call &call, Work &work, const Span &span) const
{
    const int64_t channels = m_config.embeddingWidth, rows = span.end - span.begin;
    float *x = work.x + span.begin * m_width, *joined = work.narrow + span.begin * work.narrowWidth;
    for (int64_t i = 0; i < rows; ++i) {
        const int64_t token = span.firstToken + span.begin + i;
        float *to = m_up0.isEmpty() ? x + i * m_width : joined + i * m_inputWidth;
        if (m_config.selfCondition) {
            if (call.selfCondition)
                std::copy_n(call.selfCondition + token * channels, channels, to);
            else
                std::fill_n(to, channels, 0.0f);
            to += channels;
        }
        std::copy_n(call.latent + token * channels, channels, to);
    }
    if (!m_up0.isEmpty()) {
        float *wide = work.wide + span.begin * work.wideWidth;
        kernels::multiply(m_up0, {joined, m_inputWidth}, rows, {wide, m_up0.columns()});
        kernels::tanhOf(wide, rows, m_up0.columns());
        kernels::multiply(m_up2, {wide, m_up0.columns()}, rows, {x, m_width});
    }
    for (int64_t i = 0; i < rows; ++i) {
        const int64_t token = span.firstToken + span.begin + i, sentence = token / call.length,
                      position = token % call.length;
        float *row = x + i * m_width;
        kernels::addTo(row, m_positions.data() + position * m_width, m_width);
        if (!m_lengths.empty())
            kernels::addTo(row, m_lengths.data() + call.lengthOf(sentence) * m_width, m_width);
        if (!m_inputTime.tau.empty())
            kernels::addTo(row, m_inputTime.tau.data() + call.timestep(sentence, position) * m_width, m_width);
    }
    normed(m_inputNorm, x, x, rows);
}

void RowDecoder::project(const Call &call, Work &work, const Span &span, int layer) const
{
    const Block &block = m_blocks[static_cast<std::size_t>(layer)];
    const int64_t rows = span.end - span.begin, heads = m_config.heads, step = 3 * m_width;
    float *own = work.narrow + span.begin * work.narrowWidth;
    float *projected = work.projected[layer % 2] + span.begin * step;
    normed(block.selfNorm, work.x + span.begin * m_width, own, rows);
    kernels::multiply(block.queriesKeysValues, {own, m_width}, rows, {projected, step});
    if (!work.hasKeyBias)
        return;
    for (int64_t i = 0; i < rows; ++i) {
        const int64_t local = span.begin + i, token = span.firstToken + local, sentence = token / call.length,
                      position = token % call.length;
        const int64_t t = call.timestep(sentence, position);
        const float behind = position < call.lengthOf(sentence) ? 0.0f : kNeverSeen;
        float *key = projected + i * step + m_width;
        // (q + r_w) k + (q + r_r) tau = q (k + tau) + (r_w k + r_r tau): what a key adds is one number a head.
        for (int64_t h = 0; h < heads; ++h) {
            float added = behind;
            if (!block.time.tau.empty())
                added += kernels::dot(block.keyWeight.data() + h * m_headWidth, key + h * m_headWidth, m_headWidth) +
                    block.time.score[static_cast<std::size_t>(t * heads + h)];
            work.keyBias[layer % 2][((local / call.length) * heads + h) * call.length + position] = added;
        }
        if (!block.time.tau.empty())
            kernels::addTo(key, block.time.tau.data() + t * m_width, m_width);
    }
}

void RowDecoder::attendToSelf(const Call &call, Work &work, const Span &span, int layer) const
{
    const Block &block = m_blocks[static_cast<std::size_t>(layer)];
    const int64_t step = 3 * m_width, heads = m_config.heads;
    for (int64_t from = span.begin; from < span.end;) { // sentence by sentence, of which a part may be another thread's
        const int64_t sentence = from / call.length, to = std::min(span.end, (sentence + 1) * call.length);
        const float *whole = work.projected[layer % 2] + sentence * call.length * step;
        const float *bias = work.keyBias[layer % 2] + sentence * heads * call.length;
        const kernels::AttentionShape shape{to - from, call.length, m_headWidth, m_scale, false};
        for (int64_t h = 0; h < heads; ++h) {
            const int64_t column = h * m_headWidth;
            kernels::attentionForward(
                shape, {work.projected[layer % 2] + from * step + column, step}, {whole + m_width + column, step},
                {whole + 2 * m_width + column, step}, work.hasKeyBias ? bias + h * call.length : nullptr, nullptr,
                span.scratch->probabilities,
                {work.narrow + span.begin * work.narrowWidth + (from - span.begin) * m_width + column, m_width},
                span.scratch->attention);
        }
        from = to;
    }
    span.watch->lap(CallPart::Attention);
    kernels::multiply(block.selfOut, {work.narrow + span.begin * work.narrowWidth, m_width}, span.end - span.begin,
                      {work.x + span.begin * m_width, m_width}, true);
    span.watch->lap(CallPart::Projections);
}

void RowDecoder::attendToSource(const Call &call, Work &work, const Span &span, int layer) const
{
    const Block &block = m_blocks[static_cast<std::size_t>(layer)];
    const int64_t rows = span.end - span.begin;
    float *own = work.narrow + span.begin * work.narrowWidth, *queries = work.wide + span.begin * work.wideWidth;
    normed(block.crossNorm, work.x + span.begin * m_width, own, rows);
    kernels::multiply(block.crossQueries, {own, m_width}, rows, {queries, m_width});
    span.watch->lap(CallPart::Projections);
    const Call::SourceLayer &source = call.layers[static_cast<std::size_t>(layer)];
    for (int64_t from = span.begin; from < span.end;) {
        const int64_t local = from / call.length, to = std::min(span.end, (local + 1) * call.length);
        const int64_t sentence = span.firstToken / call.length + local;
        const kernels::AttentionShape shape{to - from, call.sourceLength, m_headWidth, m_scale, false};
        for (int64_t h = 0; h < m_config.heads; ++h)
            kernels::attentionForward(
                shape, {queries + (from - span.begin) * m_width + h * m_headWidth, m_width},
                source.keys.rows(sentence, h), source.values.rows(sentence, h),
                call.sourceBias.data() + sentence * call.sourceLength, nullptr, span.scratch->probabilities,
                {own + (from - span.begin) * m_width + h * m_headWidth, m_width}, span.scratch->attention);
        from = to;
    }
    span.watch->lap(CallPart::Attention);
    kernels::multiply(block.crossOut, {own, m_width}, rows, {work.x + span.begin * m_width, m_width}, true);
    span.watch->lap(CallPart::Projections);
}

void RowDecoder::feed(Work &work, const Span &span, int layer) const
{
    const Block &block = m_blocks[static_cast<std::size_t>(layer)];
    const int64_t rows = span.end - span.begin, inner = block.feedOut.depth();
    float *own = work.narrow + span.begin * work.narrowWidth, *wide = work.wide + span.begin * work.wideWidth;
    normed(block.feedNorm, work.x + span.begin * m_width, own, rows);
    kernels::multiply(block.feedIn, {own, m_width}, rows, {wide, 2 * inner});
    kernels::gegluForward(wide, own, rows, inner);
    kernels::multiply(block.feedOut, {own, inner}, rows, {work.x + span.begin * m_width, m_width}, true);
}

void RowDecoder::output(const Call &call, Work &work, const Span &span) const
{
    const int64_t rows = span.end - span.begin, channels = m_config.embeddingWidth;
    const float *x = work.x + span.begin * m_width;
    float *to = call.result + (span.firstToken + span.begin) * channels;
    if (m_down0.isEmpty()) {
        std::copy_n(x, rows * m_width, to);
        return;
    }
    float *wide = work.wide + span.begin * work.wideWidth;
    kernels::multiply(m_down0, {x, m_width}, rows, {wide, m_down0.columns()});
    kernels::tanhOf(wide, rows, m_down0.columns());
    kernels::multiply(m_down2, {wide, m_down0.columns()}, rows, {to, channels});
}

void RowDecoder::runSpan(const Call &call, Work &work, const Span &span, bool shared) const
{
    input(call, work, span);
    span.watch->lap(CallPart::Ends);
    for (int layer = 0; layer < m_config.decoderLayers; ++layer) {
        project(call, work, span, layer);
        span.watch->lap(CallPart::Projections);
        // Keys and values are looked at from everywhere. Of two layers one after the other they have memory of their own, so
        // that once a layer is enough.
        if (shared) {
#pragma omp barrier
            span.watch->lap(CallPart::Waiting);
        }
        attendToSelf(call, work, span, layer);
        attendToSource(call, work, span, layer);
        feed(work, span, layer);
        span.watch->lap(CallPart::FeedForward);
    }
    output(call, work, span);
    span.watch->lap(CallPart::Ends);
}

} // namespace ard
