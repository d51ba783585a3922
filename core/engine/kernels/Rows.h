// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rows: what a network does between its products, row by row on plain float arrays. One thread a call.
#include <cstdint>

namespace ard::kernels {

/// out[r] = (in[r] - mean) / sqrt(variance + eps) * weight + bias over the `width` numbers of a row; in may be out.
void layerNorm(const float *in, float *out, int64_t rows, int64_t width, const float *weight, const float *bias,
               float eps);
/// x = tanh(x); row by row, since the last numbers of a row are computed in another way than the others, to the bit.
void tanhOf(float *x, int64_t rows, int64_t width);
/// x = x / (1 + exp(-x))
void siluOf(float *x, int64_t n);
/// to += from
void addTo(float *to, const float *from, int64_t n);
float dot(const float *a, const float *b, int64_t n);

} // namespace ard::kernels
