// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/Attention.h"
#include "engine/kernels/Clones.h"

#include <algorithm>
#include <cmath>

namespace ard::kernels {
namespace {

constexpr int64_t kLanes = 16; ///< columns are padded to whole vectors

int64_t padded(int64_t n)
{
    return (n + kLanes - 1) / kLanes * kLanes;
}

/// A matrix read as a(r, c) = data[r * rowStride + c * columnStride].
struct View {
    const float *data;
    int64_t rowStride, columnStride;
};

/// One vector of kLanes numbers at any address; the compiler cuts it to what the instruction set has.
typedef float Lanes __attribute__((vector_size(kLanes * sizeof(float)), aligned(alignof(float)), may_alias));

/// c [rows x columns] = a [rows x depth] b [depth x columns]; b and c have columns (a multiple of kLanes) numbers a row.
/// Height x kLanes sums stay in registers.
template <int Height>
inline __attribute__((always_inline)) void productBlock(View a, const float *b, float *c, int64_t depth,
                                                        int64_t columns)
{
    for (int64_t column = 0; column < columns; column += kLanes) {
        Lanes sums[Height] = {};
        for (int64_t d = 0; d < depth; ++d) {
            const Lanes row = *reinterpret_cast<const Lanes *>(b + d * columns + column);
#pragma GCC unroll 8
            for (int r = 0; r < Height; ++r)
                sums[r] += a.data[r * a.rowStride + d * a.columnStride] * row;
        }
#pragma GCC unroll 8
        for (int r = 0; r < Height; ++r)
            *reinterpret_cast<Lanes *>(c + r * columns + column) = sums[r];
    }
}

ARD_CLONES void product(View a, const float *b, float *c, int64_t rows, int64_t depth, int64_t columns)
{
    int64_t r = 0;
    for (; r + 8 <= rows; r += 8)
        productBlock<8>({a.data + r * a.rowStride, a.rowStride, a.columnStride}, b, c + r * columns, depth, columns);
    for (; r < rows; ++r)
        productBlock<1>({a.data + r * a.rowStride, a.rowStride, a.columnStride}, b, c + r * columns, depth, columns);
}

/// rows x width numbers into rows of padded(width), zeros behind.
void pack(ConstRows from, float *to, int64_t rows, int64_t width)
{
    const int64_t step = padded(width);
    for (int64_t r = 0; r < rows; ++r)
        for (int64_t i = 0; i < step; ++i)
            to[r * step + i] = i < width ? from.data[r * from.stride + i] : 0.0f;
}

/// The transpose: width rows of padded(rows) numbers.
void packTransposed(ConstRows from, float *to, int64_t rows, int64_t width)
{
    const int64_t step = padded(rows);
    for (int64_t i = 0; i < width; ++i)
        for (int64_t r = 0; r < step; ++r)
            to[i * step + r] = r < rows ? from.data[r * from.stride + i] : 0.0f;
}

void unpack(const float *from, Rows to, int64_t rows, int64_t width, float factor)
{
    const int64_t step = padded(width);
    for (int64_t r = 0; r < rows; ++r)
        for (int64_t i = 0; i < width; ++i)
            to.data[r * to.stride + i] = factor * from[r * step + i];
}

ARD_CLONES void softmaxRow(float *scores, const float *bias, float scale, int64_t n)
{
    float largest = -3.4e38f;
    for (int64_t i = 0; i < n; ++i) {
        scores[i] = scores[i] * scale + (bias ? bias[i] : 0.0f);
        largest = scores[i] > largest ? scores[i] : largest;
    }
    float sum = 0;
    for (int64_t i = 0; i < n; ++i) {
        scores[i] = expf(scores[i] - largest);
        sum += scores[i];
    }
    for (int64_t i = 0; i < n; ++i)
        scores[i] /= sum;
}

/// dScores = p (dP - sum(dP p)), in place of dP.
ARD_CLONES void softmaxBackwardRow(const float *p, float *dP, int64_t n)
{
    float sum = 0;
    for (int64_t i = 0; i < n; ++i)
        sum += p[i] * dP[i];
    for (int64_t i = 0; i < n; ++i)
        dP[i] = p[i] * (dP[i] - sum);
}

ARD_CLONES void multiplyRow(const float *a, const float *b, float *product, int64_t n)
{
    for (int64_t i = 0; i < n; ++i)
        product[i] = a[i] * b[i];
}

/// Hands out parts of a scratch that has been made large enough.
class Parts {
public:
    Parts(AttentionScratch &scratch, int64_t total)
        : m_next((scratch.resize(std::max<std::size_t>(scratch.size(), total)), scratch.data()))
    {
    }
    float *take(int64_t n)
    {
        float *part = m_next;
        m_next += n;
        return part;
    }

private:
    float *m_next;
};

} // namespace

std::size_t attentionScratchSize(const AttentionShape &shape)
{
    const int64_t keyStep = padded(shape.keys), step = padded(shape.width);
    return static_cast<std::size_t>(shape.width * keyStep + shape.keys * step + shape.queries * (keyStep + step));
}

void attentionForward(const AttentionShape &shape, ConstRows q, ConstRows k, ConstRows v, const float *bias,
                      const float *keep, float *probabilities, Rows out, AttentionScratch &scratch)
{
    const int64_t nq = shape.queries, nk = shape.keys, width = shape.width, keyStep = padded(nk), step = padded(width);
    Parts parts(scratch, static_cast<int64_t>(attentionScratchSize(shape)));
    float *keys = parts.take(width * keyStep), *values = parts.take(nk * step), *scores = parts.take(nq * keyStep),
          *mixed = parts.take(nq * step);
    packTransposed(k, keys, nk, width);
    pack(v, values, nk, width);
    product({q.data, q.stride, 1}, keys, scores, nq, width, keyStep);
    for (int64_t i = 0; i < nq; ++i) {
        const int64_t seen = shape.causal ? std::min(i + 1, nk) : nk;
        softmaxRow(scores + i * keyStep, bias, shape.scale, seen);
        std::fill(scores + i * keyStep + seen, scores + i * keyStep + nk, 0.0f);
        for (int64_t j = 0; j < nk; ++j)
            probabilities[i * nk + j] = scores[i * keyStep + j];
        if (keep)
            multiplyRow(scores + i * keyStep, keep + i * nk, scores + i * keyStep, nk);
    }
    product({scores, keyStep, 1}, values, mixed, nq, nk, step);
    unpack(mixed, out, nq, width, 1);
}

void attentionBackward(const AttentionShape &shape, ConstRows q, ConstRows k, ConstRows v, const float *probabilities,
                       const float *keep, ConstRows dOut, Rows dQ, Rows dK, Rows dV, float *dBias,
                       AttentionScratch &scratch)
{
    const int64_t nq = shape.queries, nk = shape.keys, width = shape.width, keyStep = padded(nk), step = padded(width);
    const int64_t longer = std::max(nq, nk);
    Parts parts(scratch, width * keyStep + nq * keyStep + 2 * longer * step + (keep ? nq * nk : 0));
    float *values = parts.take(width * keyStep), *dScores = parts.take(nq * keyStep);
    float *rows = parts.take(longer * step), *result = parts.take(longer * step);
    packTransposed(v, values, nk, width);
    product({dOut.data, dOut.stride, 1}, values, dScores, nq, width, keyStep);
    pack(dOut, rows, nq, width);
    const float *kept = probabilities;
    if (keep) {
        float *masked = parts.take(nq * nk);
        multiplyRow(probabilities, keep, masked, nq * nk);
        for (int64_t i = 0; i < nq; ++i)
            multiplyRow(dScores + i * keyStep, keep + i * nk, dScores + i * keyStep, nk);
        kept = masked;
    }
    product({kept, 1, nk}, rows, result, nk, nq, step);
    unpack(result, dV, nk, width, 1);
    for (int64_t i = 0; i < nq; ++i)
        softmaxBackwardRow(probabilities + i * nk, dScores + i * keyStep, nk);
    pack(k, rows, nk, width);
    product({dScores, keyStep, 1}, rows, result, nq, nk, step);
    unpack(result, dQ, nq, width, shape.scale);
    pack(q, rows, nq, width);
    product({dScores, 1, keyStep}, rows, result, nk, nq, step);
    unpack(result, dK, nk, width, shape.scale);
    if (dBias)
        for (int64_t j = 0; j < nk; ++j) {
            dBias[j] = 0;
            for (int64_t i = 0; i < nq; ++i)
                dBias[j] += dScores[i * keyStep + j];
        }
}

} // namespace ard::kernels
