// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/Optimizer.h"
#include "engine/kernels/Kernels.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <cmath>

namespace ard {
namespace {

constexpr int64_t kGrain = 1 << 16;

Parameters zerosLike(const Parameters &weights)
{
    Parameters zeros;
    for (const std::string &name : weights.names())
        zeros.add(name, torch::zeros_like(weights[name].detach()));
    return zeros;
}

/// Vectors (biases, norms) are not decayed.
bool decays(const torch::Tensor &weight)
{
    return weight.dim() > 1;
}

void scaleRows(torch::Tensor table, double norm)
{
    table.mul_(norm / table.norm(2, {1}, true).clamp_min(1e-6));
}

} // namespace

Optimizer::Optimizer(Parameters &weights, const TrainConfig &config)
    : m_weights(weights), m_mean(zerosLike(weights)), m_square(zerosLike(weights)), m_average(weights.clone()),
      m_config(config)
{
}

double Optimizer::gradientNorm() const
{
    double total = 0;
    for (const std::string &name : m_weights.names()) {
        const torch::Tensor gradient = m_weights[name].grad();
        if (!gradient.defined())
            continue;
        if (gradient.device().is_cpu() && gradient.is_contiguous())
            total += kernels::sumOfSquares(gradient.data_ptr<float>(), gradient.numel());
        else
            total += gradient.square().sum().item<double>();
    }
    return std::sqrt(total);
}

double Optimizer::step(int64_t step, double learningRate)
{
    const torch::NoGradGuard noGradients;
    const double norm = gradientNorm();
    if (!std::isfinite(norm))
        return norm;
    const double limit = m_config.gradientNorm;
    kernels::AdamWStep s{};
    s.gradientScale = static_cast<float>(limit > 0 && norm > limit ? limit / norm : 1.0);
    s.learningRate = static_cast<float>(learningRate);
    s.beta1 = static_cast<float>(m_config.beta1);
    s.beta2 = static_cast<float>(m_config.beta2);
    s.epsilon = static_cast<float>(m_config.epsilon);
    s.correction1 = static_cast<float>(1 - std::pow(m_config.beta1, step + 1.0));
    s.correction2 = static_cast<float>(1 - std::pow(m_config.beta2, step + 1.0));
    // A young average forgets its random start faster.
    s.emaDecay = static_cast<float>(std::min(m_config.ema, (1.0 + step) / (10.0 + step)));
    for (const std::string &name : m_weights.names()) {
        torch::Tensor weight = m_weights[name], gradient = weight.grad();
        if (!gradient.defined())
            gradient = torch::zeros_like(weight);
        gradient = gradient.contiguous();
        torch::Tensor mean = m_mean[name], square = m_square[name], average = m_average[name];
        s.decay = decays(weight) ? static_cast<float>(1 - learningRate * m_config.weightDecay) : 1.0f;
        if (weight.device().is_cpu()) {
            float *w = weight.data_ptr<float>(), *m = mean.data_ptr<float>(), *v = square.data_ptr<float>(),
                  *a = average.data_ptr<float>();
            const float *g = gradient.data_ptr<float>();
            at::parallel_for(0, weight.numel(), kGrain, [&](int64_t begin, int64_t end) {
                kernels::adamW(w + begin, g + begin, m + begin, v + begin, a + begin, end - begin, s);
            });
        } else {
            const torch::Tensor scaled = gradient * s.gradientScale;
            mean.lerp_(scaled, 1 - m_config.beta1);
            square.mul_(m_config.beta2).addcmul_(scaled, scaled, 1 - m_config.beta2);
            weight.mul_(s.decay).addcdiv_(mean, (square / s.correction2).sqrt_().add_(m_config.epsilon),
                                          -learningRate / s.correction1);
            average.lerp_(weight, 1 - s.emaDecay);
        }
        m_weights[name].mutable_grad().reset();
    }
    return norm;
}

void Optimizer::holdEmbeddingNorm(double scale)
{
    const torch::NoGradGuard noGradients;
    const std::string name = "word_embedding.weight";
    const double norm = scale * std::sqrt(static_cast<double>(m_weights[name].size(1)));
    scaleRows(m_weights[name], norm);
    scaleRows(m_average[name], norm);
}

} // namespace ard
