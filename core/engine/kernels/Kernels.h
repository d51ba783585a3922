// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Kernels: loops over plain float arrays that the compiler vectorises for the machine it runs on (AVX-512, AVX2, baseline).
// One thread a call; the callers split the work. Pure functions of their arguments.
#include <cstdint>

namespace ard::kernels {

/// out[r][i] = value * gelu(gate) with in[r] = [value(inner), gate(inner)]; gelu exact (erf).
void gegluForward(const float *in, float *out, int64_t rows, int64_t inner);
/// dIn from dOut for the same layout.
void gegluBackward(const float *in, const float *dOut, float *dIn, int64_t rows, int64_t inner);

/// out[i] = keep ? keepScale : 0, from a hash of (stream, i) for i in [begin, end); kept when the hash >= threshold.
void dropoutMask(float *out, int64_t begin, int64_t end, std::uint64_t stream, std::uint32_t threshold,
                 float keepScale);

/// float32 to bfloat16, round half to even. NaN stays NaN.
void narrow(const float *in, std::uint16_t *out, int64_t n);
/// bfloat16 rows to float32, plus bias [columns] where it is not null.
void widen(const std::uint16_t *in, const float *bias, float *out, int64_t rows, int64_t columns);
/// sums[c] += the sum of column c.
void addColumnSums(const float *in, float *sums, int64_t rows, int64_t columns);
/// table[ids[i]] += rows[i] for i in order.
void addRows(const float *rows, const int64_t *ids, float *table, int64_t n, int64_t columns);

struct AdamWStep {
    float gradientScale;                              ///< from clipping the norm
    float learningRate, beta1, beta2, epsilon, decay; ///< decay: factor on the weight, 1 - learningRate * weightDecay
    float correction1, correction2;                   ///< 1 - beta^step
    float emaDecay;
};
/// One AdamW step with decoupled weight decay and the moving average of the weights, in one pass over memory.
void adamW(float *weight, const float *gradient, float *mean, float *square, float *ema, int64_t n,
           const AdamWStep &step);

double sumOfSquares(const float *values, int64_t n);

/// One row of a cross-entropy: replaces logits by softmax(logits) and returns -log of the target's probability.
float softmaxCrossEntropyRow(float *logits, int64_t n, int64_t target);

} // namespace ard::kernels
