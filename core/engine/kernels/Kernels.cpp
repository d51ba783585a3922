// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/Kernels.h"
#include "engine/kernels/Clones.h"

#include <bit>
#include <cmath>

namespace ard::kernels {
namespace {

constexpr float kSqrtHalf = 0.70710678f, kDensity = 0.39894228f;

/// murmur3's finalizer: every bit of the input moves every bit of the output.
inline std::uint32_t scramble(std::uint32_t x)
{
    x ^= x >> 16;
    x *= 0x85ebca6bU;
    x ^= x >> 13;
    x *= 0xc2b2ae35U;
    return x ^ (x >> 16);
}

} // namespace

ARD_CLONES void gegluForward(const float *in, float *out, int64_t rows, int64_t inner)
{
    for (int64_t r = 0; r < rows; ++r) {
        const float *value = in + r * 2 * inner, *gate = value + inner;
        float *row = out + r * inner;
        for (int64_t i = 0; i < inner; ++i)
            row[i] = value[i] * gate[i] * 0.5f * (1.0f + erff(gate[i] * kSqrtHalf));
    }
}

ARD_CLONES void gegluBackward(const float *in, const float *dOut, float *dIn, int64_t rows, int64_t inner)
{
    for (int64_t r = 0; r < rows; ++r) {
        const float *value = in + r * 2 * inner, *gate = value + inner, *dy = dOut + r * inner;
        float *dValue = dIn + r * 2 * inner, *dGate = dValue + inner;
        for (int64_t i = 0; i < inner; ++i) {
            const float g = gate[i], below = 0.5f * (1.0f + erff(g * kSqrtHalf));
            dValue[i] = dy[i] * g * below;
            dGate[i] = dy[i] * value[i] * (below + g * kDensity * expf(-0.5f * g * g));
        }
    }
}

ARD_CLONES void dropoutMask(float *out, int64_t begin, int64_t end, std::uint64_t stream, std::uint32_t threshold,
                            float keepScale)
{
    const auto low = static_cast<std::uint32_t>(stream), high = static_cast<std::uint32_t>(stream >> 32);
    for (int64_t i = begin; i < end; ++i)
        out[i] = scramble(scramble(static_cast<std::uint32_t>(i) ^ low) + high) >= threshold ? keepScale : 0.0f;
}

ARD_CLONES void narrow(const float *in, std::uint16_t *out, int64_t n)
{
    for (int64_t i = 0; i < n; ++i) {
        const auto bits = std::bit_cast<std::uint32_t>(in[i]);
        const std::uint32_t rounded = (bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16;
        out[i] = static_cast<std::uint16_t>((bits & 0x7fffffffU) > 0x7f800000U ? 0x7fc0U : rounded);
    }
}

ARD_CLONES void widen(const std::uint16_t *in, const float *bias, float *out, int64_t rows, int64_t columns)
{
    for (int64_t r = 0; r < rows; ++r) {
        const std::uint16_t *from = in + r * columns;
        float *to = out + r * columns;
        if (bias)
            for (int64_t i = 0; i < columns; ++i)
                to[i] = std::bit_cast<float>(static_cast<std::uint32_t>(from[i]) << 16) + bias[i];
        else
            for (int64_t i = 0; i < columns; ++i)
                to[i] = std::bit_cast<float>(static_cast<std::uint32_t>(from[i]) << 16);
    }
}

ARD_CLONES void addColumnSums(const float *in, float *sums, int64_t rows, int64_t columns)
{
    for (int64_t r = 0; r < rows; ++r)
        for (int64_t i = 0; i < columns; ++i)
            sums[i] += in[r * columns + i];
}

ARD_CLONES void addRows(const float *rows, const int64_t *ids, float *table, int64_t n, int64_t columns)
{
    for (int64_t r = 0; r < n; ++r)
        for (int64_t i = 0; i < columns; ++i)
            table[ids[r] * columns + i] += rows[r * columns + i];
}

ARD_CLONES void adamW(float *weight, const float *gradient, float *mean, float *square, float *ema, int64_t n,
                      const AdamWStep &step)
{
    const AdamWStep s = step;
    for (int64_t i = 0; i < n; ++i) {
        const float g = gradient[i] * s.gradientScale;
        mean[i] = s.beta1 * mean[i] + (1 - s.beta1) * g;
        square[i] = s.beta2 * square[i] + (1 - s.beta2) * g * g;
        const float update = (mean[i] / s.correction1) / (sqrtf(square[i] / s.correction2) + s.epsilon);
        weight[i] = weight[i] * s.decay - s.learningRate * update;
        ema[i] = s.emaDecay * ema[i] + (1 - s.emaDecay) * weight[i];
    }
}

ARD_CLONES double sumOfSquares(const float *values, int64_t n)
{
    double total = 0;
    for (int64_t block = 0; block < n; block += 4096) {
        const int64_t end = block + 4096 < n ? block + 4096 : n;
        float sum = 0;
        for (int64_t i = block; i < end; ++i)
            sum += values[i] * values[i];
        total += sum;
    }
    return total;
}

ARD_CLONES float softmaxCrossEntropyRow(float *logits, int64_t n, int64_t target)
{
    float largest = logits[0];
    for (int64_t i = 1; i < n; ++i)
        largest = logits[i] > largest ? logits[i] : largest;
    const float atTarget = logits[target] - largest;
    float sum = 0;
    for (int64_t i = 0; i < n; ++i) {
        logits[i] = expf(logits[i] - largest);
        sum += logits[i];
    }
    const float scale = 1.0f / sum;
    for (int64_t i = 0; i < n; ++i)
        logits[i] *= scale;
    return logf(sum) - atTarget;
}

} // namespace ard::kernels
