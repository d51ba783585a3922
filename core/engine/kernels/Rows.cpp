// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/Rows.h"
#include "engine/kernels/Clones.h"

#include <cmath>

namespace ard::kernels {

ARD_CLONES void layerNorm(const float *in, float *out, int64_t rows, int64_t width, const float *weight,
                          const float *bias, float eps)
{
    for (int64_t r = 0; r < rows; ++r) {
        const float *x = in + r * width;
        float *y = out + r * width;
        float sum = 0;
        for (int64_t i = 0; i < width; ++i)
            sum += x[i];
        const float mean = sum / static_cast<float>(width);
        float squares = 0;
        for (int64_t i = 0; i < width; ++i)
            squares += (x[i] - mean) * (x[i] - mean);
        const float scale = 1.0f / sqrtf(squares / static_cast<float>(width) + eps);
        for (int64_t i = 0; i < width; ++i)
            y[i] = (x[i] - mean) * scale * weight[i] + bias[i];
    }
}

ARD_CLONES void tanhOf(float *x, int64_t rows, int64_t width)
{
    for (int64_t r = 0; r < rows; ++r)
        for (int64_t i = 0; i < width; ++i)
            x[r * width + i] = tanhf(x[r * width + i]);
}

ARD_CLONES void siluOf(float *x, int64_t n)
{
    for (int64_t i = 0; i < n; ++i)
        x[i] = x[i] / (1.0f + expf(-x[i]));
}

ARD_CLONES void addTo(float *to, const float *from, int64_t n)
{
    for (int64_t i = 0; i < n; ++i)
        to[i] += from[i];
}

ARD_CLONES float dot(const float *a, const float *b, int64_t n)
{
    float sum = 0;
    for (int64_t i = 0; i < n; ++i)
        sum += a[i] * b[i];
    return sum;
}

} // namespace ard::kernels
