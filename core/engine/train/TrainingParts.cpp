// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/TrainingParts.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <algorithm>
#include <atomic>
#include <bit>
#include <c10/core/GradMode.h>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>

namespace ard {
namespace {

using torch::Tensor;

/// So many products forwards are worth a part, several hundred times what starting its operations costs, and so many tokens: every
/// part lays all weights out, and adds a gradient for each of them.
constexpr double kProductsOfPart = 2e9, kTokensOfPart = 512;
constexpr int kMostParts = 64;

/// Products of one token, source or target: of all weights, as if it went through both encoder and decoder.
double productsOfToken(const Parameters &parameters)
{
    double products = 0;
    for (const std::string &name : parameters.names())
        if (parameters[name].dim() == 2 && name.find("embedding") == std::string::npos)
            products += static_cast<double>(parameters[name].numel());
    return products;
}

/// The same network with weights in the same memory and gradients of its own.
Denoiser withOwnGradients(const Denoiser &denoiser)
{
    Denoiser copy = denoiser;
    for (const std::string &name : denoiser.parameters().names()) {
        const Tensor &weight = denoiser.parameters()[name];
        copy.parameters()[name] = weight.detach().requires_grad_(weight.requires_grad());
    }
    return copy;
}

/// Adds the gradients of parts in the parts' order, whichever is ready first; at most so many wait for their turn.
class GradientSum {
public:
    GradientSum(const Denoiser &denoiser, int most) : m_weights(denoiser.parameters()), m_most(most) { }

    /// Before a part is begun: returns when it is not too far ahead of the slowest. False: the step has failed.
    bool isTurnOf(int part)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_failed || part - m_next < m_most; });
        return !m_failed;
    }

    void fail()
    {
        const std::lock_guard lock(m_mutex);
        m_failed = true;
        m_changed.notify_all();
    }

    /// Takes the gradients from the network.
    void add(int part, Denoiser &network)
    {
        std::vector<Tensor> gradients;
        for (const std::string &name : m_weights.names()) {
            Tensor &weight = network.parameters()[name];
            gradients.push_back(weight.grad());
            weight.mutable_grad().reset();
        }
        const std::lock_guard lock(m_mutex);
        m_waiting.emplace(part, std::move(gradients));
        for (auto next = m_waiting.find(m_next); next != m_waiting.end(); next = m_waiting.find(m_next)) {
            fold(next->second);
            m_waiting.erase(next);
            ++m_next;
        }
        m_changed.notify_all();
    }

private:
    void fold(const std::vector<Tensor> &gradients) const
    {
        const torch::NoGradGuard noGradients;
        for (std::size_t i = 0; i < gradients.size(); ++i) {
            Tensor weight = m_weights[m_weights.names()[i]];
            if (!gradients[i].defined())
                continue;
            if (weight.grad().defined())
                weight.mutable_grad().add_(gradients[i]);
            else
                weight.mutable_grad() = gradients[i];
        }
    }

    const Parameters &m_weights;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_most, m_next = 0;
    bool m_failed = false;
    std::map<int, std::vector<Tensor>> m_waiting;
};

TrainingOutcome joined(const std::vector<TrainingOutcome> &parts)
{
    TrainingOutcome whole;
    for (const TrainingOutcome &part : parts) {
        whole.batchLoss += part.batchLoss;
        whole.lengthsRight += part.lengthsRight;
    }
    for (Tensor TrainingOutcome::*member :
         {&TrainingOutcome::loss, &TrainingOutcome::nll, &TrainingOutcome::mse, &TrainingOutcome::tokenWeights}) {
        std::vector<Tensor> rows;
        for (const TrainingOutcome &part : parts)
            rows.push_back(part.*member);
        whole.*member = at::cat(rows);
    }
    return whole;
}

} // namespace

TrainingRows TrainingRows::narrow(int64_t first, int64_t rows) const
{
    TrainingRows some = *this;
    for (Tensor *tensor : {&some.source, &some.mask, &some.target, &some.lengths, &some.t, &some.weights, &some.noiseXt,
                           &some.noiseX0, &some.unrolledFrom, &some.unrollNoise, &some.unrollDraws})
        if (tensor->defined())
            *tensor = tensor->narrow(0, first, rows);
    return some;
}

int trainingParts(const Denoiser &denoiser, const TokenBatch &batch)
{
    const Parameters &parameters = denoiser.parameters();
    if (!parameters[parameters.names().front()].device().is_cpu())
        return 1;
    const auto tokens = static_cast<double>(batch.tokens);
    const double parts = std::min(productsOfToken(parameters) * tokens / kProductsOfPart, tokens / kTokensOfPart);
    const auto most = static_cast<unsigned>(std::clamp(parts, 1.0, double(std::min(kMostParts, batch.size))));
    return static_cast<int>(std::bit_floor(most));
}

TrainingOutcome runParts(const Denoiser &denoiser, const TrainingRows &rows, int parts, const TrainingPass &pass)
{
    if (parts == 1)
        return pass(denoiser, rows, 0);
    std::vector<TrainingOutcome> outcomes(static_cast<std::size_t>(parts));
    std::atomic<int> next{0};
    std::exception_ptr failure;
    std::mutex failureMutex;
    const int threads = std::min(parts, at::get_num_threads());
    GradientSum sum(denoiser, 2 * threads);
#pragma omp parallel num_threads(threads)
    {
        const c10::AutoGradMode gradients(true); // of this thread
        try {
            Denoiser network = withOwnGradients(denoiser);
            for (int part = next++; part < parts && sum.isTurnOf(part); part = next++) {
                const int64_t first = rows.count() * part / parts, end = rows.count() * (part + 1) / parts;
                outcomes[static_cast<std::size_t>(part)] = pass(network, rows.narrow(first, end - first), part);
                sum.add(part, network);
            }
        } catch (...) {
            const std::lock_guard lock(failureMutex);
            failure = std::current_exception();
            sum.fail();
        }
    }
    if (failure)
        std::rethrow_exception(failure);
    return joined(outcomes);
}

} // namespace ard
