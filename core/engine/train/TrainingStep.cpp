// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/TrainingStep.h"
#include "base/Philox.h"
#include "engine/model/Dropout.h"
#include "engine/sample/WordSearch.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <algorithm>
#include <numeric>

namespace ard {
namespace {

using torch::Tensor;

constexpr std::uint32_t kSelfConditionStream = 301, kUnrollStream = 302;

Tensor idTensor(const std::vector<std::int64_t> &values, int rows, const torch::Device &device)
{
    const auto count = static_cast<int64_t>(values.size());
    return torch::from_blob(const_cast<std::int64_t *>(values.data()), {rows, count / rows}, torch::kLong)
        .clone()
        .to(device);
}

int64_t wordsOf(const TokenBatch &batch, int padId)
{
    return static_cast<int64_t>(batch.target.size()) - std::count(batch.target.begin(), batch.target.end(), padId);
}

} // namespace

TrainingStep::TrainingStep(TrainConfig config, std::vector<TimestepDraw> draws, NoiseSchedule noise,
                           const torch::Device &device, const Replicas *replicas)
    : m_config(std::move(config)), m_draws(std::move(draws)), m_noise(std::move(noise)), m_tables(m_noise, device),
      m_device(device), m_replicas(replicas && replicas->count() > 1 ? replicas : nullptr)
{
}

Tensor TrainingStep::mine(const Tensor &whole) const
{
    if (!m_replicas)
        return whole;
    const int64_t rows = whole.size(0) / m_replicas->count();
    return whole.narrow(0, m_replicas->rank() * rows, rows);
}

Tensor TrainingStep::noise(const TokenBatch &batch, std::uint64_t seed) const
{
    // Drawn on the CPU also for a GPU: the same numbers on every device.
    at::Generator generator = at::detail::createCPUGenerator(seed);
    const std::vector<int64_t> shape{batch.size, batch.targetLength, m_config.model.embeddingWidth};
    return mine(at::randn(shape, generator, torch::TensorOptions(torch::kFloat))).to(m_device);
}

Result<TrainingStep> TrainingStep::make(const TrainConfig &config, const torch::Device &device,
                                        const Replicas *replicas)
{
    const ModelConfig &model = config.model;
    ARD_ASSIGN(NoiseSchedule noise, makeNoiseSchedule(model.noiseSchedule, model.diffusionSteps));
    std::vector<TimestepDraw> draws;
    for (int length = model.lengthHead == LengthHead::None ? model.length : 1; length <= model.length; ++length) {
        ARD_ASSIGN(TimestepDraw draw, TimestepDraw::make(config.draw, length, model.diffusionSteps, config.seed));
        draws.push_back(std::move(draw));
    }
    TrainingStep step(config, std::move(draws), std::move(noise), device, replicas);
    if (config.draw.learned > 0 && config.objective != Objective::Autoregressive) {
        ARD_ASSIGN(step.m_learned, LearnedDraw::make(config));
    }
    return step;
}

TimestepDraw::Drawn TrainingStep::timesteps(const TokenBatch &batch, int64_t step, double largestJump) const
{
    if (m_config.model.lengthHead == LengthHead::None)
        return m_draws.front().draw(step, batch.size, batch.targetLength, &m_history, largestJump);
    TimestepDraw::Drawn all;
    all.timesteps.assign(batch.target.size(), 0);
    for (int b = 0; b < batch.size; ++b) {
        const auto length = static_cast<int>(batch.targetLengths[b]);
        // A batch of one row, numbered like row b of the whole batch: the same random numbers.
        const auto row = m_draws[length - 1].draw(step * batch.size + b, 1, length, &m_history, largestJump);
        std::copy(row.timesteps.begin(), row.timesteps.end(),
                  all.timesteps.begin() + std::ptrdiff_t(b) * batch.targetLength);
        all.weights.push_back(row.weights.front());
        all.cells.push_back(row.cells.front());
    }
    return all;
}

Tensor TrainingStep::tokenWeights(const EncodedSource &source, const Tensor &ids) const
{
    if (source.lengths.defined())
        return (at::arange(ids.size(1), ids.options()).unsqueeze(0) < source.lengths.unsqueeze(1)).to(torch::kFloat);
    const auto options = ids.options().dtype(torch::kFloat);
    return at::where(ids == m_config.model.padId, torch::full({}, m_config.padWeight, options),
                     torch::ones({}, options));
}

double TrainingStep::totalWeight(const TokenBatch &batch) const
{
    if (m_config.model.lengthHead != LengthHead::None)
        return static_cast<double>(
            std::accumulate(batch.targetLengths.begin(), batch.targetLengths.end(), std::int64_t{0}));
    const auto words = static_cast<double>(wordsOf(batch, m_config.model.padId));
    return words + m_config.padWeight * (static_cast<double>(batch.target.size()) - words);
}

Tensor TrainingStep::selfCondition(const Denoiser &denoiser, const EncodedSource &source, const Tensor &xt,
                                   const Tensor &t, int64_t step) const
{
    if (!m_config.model.selfCondition ||
        uniform01(m_config.seed, kSelfConditionStream, step) >= m_config.selfConditionShare)
        return {};
    const torch::NoGradGuard noGradients;
    return denoiser.predict(xt, t, source);
}

TrainingStep::Input TrainingStep::unrolledInput(const Denoiser &denoiser, const EncodedSource &source,
                                                const TokenBatch &batch, const Tensor &ids, const Tensor &t,
                                                const Tensor &noiseXt, int64_t step) const
{
    const torch::NoGradGuard noGradients;
    const auto drawn = timesteps(batch, step, m_config.unrollJump);
    const Tensor before = at::maximum(mine(idTensor(drawn.timesteps, batch.size, m_device)), t);
    const Tensor latent = diffuse(denoiser.embed(ids), before, noiseXt, m_tables);
    const Tensor predicted = denoiser.predict(latent, before, source);
    const WordSearch words(denoiser);
    const Tensor clamped =
        m_config.unrollClamp == "expected" ? words.expectedEmbeddings(predicted) : words.nearestEmbeddings(predicted);
    return {posteriorStep(latent, clamped, noise(batch, noiseSeed(step) + 1), before, t, m_tables),
            m_config.model.selfCondition ? clamped : Tensor()};
}

TrainingStep::Input TrainingStep::anchoredInput(const Denoiser &denoiser, const EncodedSource &source,
                                                const TokenBatch &batch, const Tensor &ids, const Tensor &t,
                                                const Tensor &noiseXt, int64_t step) const
{
    if (uniform01(m_config.seed, kUnrollStream, step) < m_config.unrollShare)
        return unrolledInput(denoiser, source, batch, ids, t, noiseXt, step);
    const Tensor xt = diffuse(denoiser.embed(ids), t, noiseXt, m_tables);
    // A model that is unrolled gets its self-condition there, as the sampler makes it.
    return {xt, m_config.unrollShare > 0 ? Tensor() : selfCondition(denoiser, source, xt.detach(), t, step)};
}

void TrainingStep::remember(const LossTerms &terms, const Tensor &weights, const std::vector<int> &cells)
{
    const Tensor total = (terms.loss.detach() * weights).sum(1) / weights.sum(1).clamp_min(1e-6);
    Tensor losses = torch::zeros({static_cast<int64_t>(cells.size())}, torch::kDouble);
    mine(losses).copy_(total);
    if (m_replicas)
        m_replicas->sum(losses); // every process remembers the same
    for (std::size_t b = 0; b < cells.size(); ++b)
        m_history.add(cells[b], losses.data_ptr<double>()[b]);
}

void TrainingStep::survey(const LossTerms &terms, const Tensor &tokenWeights, const Tensor &t)
{
    const auto here = [](const Tensor &tensor, torch::Dtype type) {
        return tensor.detach().to(torch::kCPU, type).contiguous();
    };
    const Tensor losses = here(terms.loss, torch::kDouble), weights = here(tokenWeights, torch::kDouble),
                 times = here(t, torch::kLong);
    const LossSurface &surface = m_learned->surface();
    const auto cells = static_cast<std::size_t>(surface.cells());
    const Tensor sums = torch::zeros({2, surface.cells()}, torch::kDouble);
    double *sum = sums.data_ptr<double>();
    const double *loss = losses.data_ptr<double>(), *weight = weights.data_ptr<double>();
    const int64_t *time = times.data_ptr<int64_t>();
    for (int64_t i = 0; i < times.numel(); ++i) {
        const auto cell = static_cast<std::size_t>(surface.cell(static_cast<int>(i % times.size(1)), time[i]));
        sum[cell] += weight[i] * loss[i];
        sum[cells + cell] += weight[i];
    }
    if (m_replicas)
        m_replicas->sum(sums); // every process learns the same
    m_learned->surface().add({sum, cells}, {sum + cells, cells});
}

void TrainingStep::record(const LossTerms &terms, const Tensor &loss, const Tensor &t, const Tensor &ids,
                          const TokenBatch &batch, LossSums &sums) const
{
    const Tensor words = ids.ne(m_config.model.padId);
    const auto allWords = static_cast<double>(std::max<int64_t>(1, wordsOf(batch, m_config.model.padId)));
    const Tensor nll = terms.decoderNll.detach().masked_select(words).to(torch::kCPU).contiguous();
    const Tensor times = t.masked_select(words).to(torch::kCPU).contiguous();
    sums.loss += loss.item<double>();
    sums.nll += nll.sum().item<double>() / allWords;
    sums.mse += terms.mse.detach().masked_select(words).sum().item<double>() / allWords;
    sums.steps += 1;
    sums.tokens += batch.tokens / (m_replicas ? m_replicas->count() : 1);
    sums.words += nll.numel();
    const float *losses = nll.data_ptr<float>();
    const int64_t *steps = times.data_ptr<int64_t>();
    for (int64_t i = 0; i < nll.numel(); ++i) {
        const auto bucket = static_cast<std::size_t>(steps[i] * kLossBuckets / m_config.model.diffusionSteps);
        sums.bucketNll[bucket] += losses[i];
        sums.bucketCount[bucket] += 1;
        sums.wordsRight += losses[i] < 0.6931472f; // more probable than all other words together
    }
}

std::uint64_t TrainingStep::noiseSeed(int64_t step) const
{
    return (m_config.seed << 40) + 2 * static_cast<std::uint64_t>(step);
}

LossTerms TrainingStep::losses(const Denoiser &denoiser, const EncodedSource &source, const TokenBatch &batch,
                               const Tensor &ids, const Tensor &t, int64_t step, DropoutSource *dropout) const
{
    if (m_config.objective == Objective::Autoregressive)
        return autoregressiveLosses(denoiser, source, ids, m_config.labelSmoothing, dropout);
    const Tensor noiseXt = noise(batch, noiseSeed(step));
    if (m_config.objective == Objective::Anchored) {
        const Input input = anchoredInput(denoiser, source, batch, ids, t, noiseXt, step);
        return anchoredLosses(denoiser, source, ids, input.xt, t, m_config.labelSmoothing, input.selfCondition,
                              dropout);
    }
    const Tensor noiseX0 = noise(batch, noiseSeed(step) + 1);
    const Tensor xt = diffuse(noisyEmbedding(denoiser.embed(ids), noiseX0, m_tables), t, noiseXt, m_tables);
    const Tensor condition = selfCondition(denoiser, source, xt.detach(), t, step);
    return paperLosses(denoiser, source, ids, t, noiseX0, noiseXt, m_noise, condition, dropout);
}

void TrainingStep::run(const Denoiser &denoiser, const TokenBatch &batch, int64_t step, LossSums &sums)
{
    const ModelConfig &model = m_config.model;
    const Tensor sourceIds = idTensor(batch.source, batch.size, m_device),
                 ids = mine(idTensor(batch.target, batch.size, m_device));
    const Tensor mask =
        torch::from_blob(const_cast<std::uint8_t *>(batch.sourceMask.data()), sourceIds.sizes(), torch::kByte)
            .to(torch::kBool)
            .to(m_device);
    if (m_learned && m_learned->prepare(step))
        for (TimestepDraw &draw : m_draws)
            draw.follow(m_learned->schedule());
    const TimestepDraw::Drawn drawn = timesteps(batch, step);
    const Tensor t = mine(idTensor(drawn.timesteps, batch.size, m_device));
    DropoutSource masks(m_config.seed + (m_replicas ? static_cast<std::uint64_t>(m_replicas->rank()) << 32 : 0), step);
    DropoutSource *dropout = model.dropout > 0 || model.attentionDropout > 0 ? &masks : nullptr;
    EncodedSource source = denoiser.encode(mine(sourceIds), mine(mask), dropout);
    if (model.lengthHead != LengthHead::None)
        source.lengths = mine(torch::tensor(batch.targetLengths, torch::kLong)).to(m_device);
    const LossTerms terms = losses(denoiser, source, batch, ids, t, step, dropout);
    const Tensor weights = tokenWeights(source, ids);
    const Tensor weighted = terms.loss * weights * mine(torch::tensor(drawn.weights)).to(m_device).unsqueeze(1);
    // The mean over the whole batch, of which this may be a part: parts add up.
    Tensor loss = weighted.sum() / std::max(totalWeight(batch), 1e-6);
    if (source.lengths.defined()) {
        const LengthLoss lengths = lengthLoss(denoiser, source);
        loss = loss + m_config.lengthWeight * lengths.nll.sum() / batch.size;
        sums.lengths += lengths.right.numel();
        sums.lengthsRight += lengths.right.sum().item<int64_t>();
    }
    (m_config.accumulation > 1 ? loss / m_config.accumulation : loss).backward();
    record(terms, loss, t, ids, batch, sums);
    if (m_config.draw.lossAware > 0)
        remember(terms, weights, drawn.cells);
    if (m_learned)
        survey(terms, weights, t);
}

} // namespace ard
