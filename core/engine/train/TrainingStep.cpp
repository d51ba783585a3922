// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/TrainingStep.h"
#include "base/Philox.h"
#include "engine/model/Dropout.h"
#include "engine/sample/WordSearch.h"
#include "trace/ClampMode.h"

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

Tensor TrainingStep::draws(const TokenBatch &batch, std::uint64_t seed) const
{
    at::Generator generator = at::detail::createCPUGenerator(seed);
    return mine(at::rand({batch.size, batch.targetLength}, generator, torch::TensorOptions(torch::kDouble)));
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

TrainingRows TrainingStep::rows(const TokenBatch &batch, int64_t step, const TimestepDraw::Drawn &drawn) const
{
    const ModelConfig &model = m_config.model;
    const auto placed = [&](const std::vector<std::int64_t> &values) {
        return mine(idTensor(values, batch.size, m_device));
    };
    TrainingRows rows;
    rows.source = placed(batch.source);
    rows.target = placed(batch.target);
    const std::vector<std::int64_t> isReal(batch.sourceMask.begin(), batch.sourceMask.end());
    rows.mask = placed(isReal).to(torch::kBool);
    rows.t = placed(drawn.timesteps);
    rows.weights = mine(torch::tensor(drawn.weights)).to(m_device);
    if (model.lengthHead != LengthHead::None)
        rows.lengths = mine(torch::tensor(batch.targetLengths, torch::kLong)).to(m_device);
    if (m_config.objective == Objective::Autoregressive)
        return rows;
    rows.noiseXt = noise(batch, noiseSeed(step));
    const bool anchored = m_config.objective == Objective::Anchored;
    if (!anchored)
        rows.noiseX0 = noise(batch, noiseSeed(step) + 1);
    if (anchored && uniform01(m_config.seed, kUnrollStream, step) < m_config.unrollShare) {
        const auto before = timesteps(batch, step, m_config.unrollJump);
        rows.unrolledFrom = at::maximum(placed(before.timesteps), rows.t);
        rows.unrollNoise = noise(batch, noiseSeed(step) + 1);
        if (m_config.unrollClamp == clampName(ClampMode::Drawn))
            rows.unrollDraws = draws(batch, noiseSeed(step) + (1ULL << 39)); // the seed of no step's noise
    }
    // A model that is unrolled gets its self-condition there, as the sampler makes it.
    rows.selfConditioned = model.selfCondition && !(anchored && m_config.unrollShare > 0) &&
        uniform01(m_config.seed, kSelfConditionStream, step) < m_config.selfConditionShare;
    return rows;
}

TrainingStep::Input TrainingStep::unrolledInput(const Denoiser &denoiser, const EncodedSource &source,
                                                const TrainingRows &rows, const WordSearch &words) const
{
    const torch::NoGradGuard noGradients;
    const Tensor latent = diffuse(denoiser.embed(rows.target), rows.unrolledFrom, rows.noiseXt, m_tables);
    const Tensor predicted = denoiser.predict(latent, rows.unrolledFrom, source);
    const Tensor clamped = rows.unrollDraws.defined() ? words.drawnEmbeddings(predicted, rows.unrollDraws, 1, 1)
        : m_config.unrollClamp == clampName(ClampMode::Expected) ? words.expectedEmbeddings(predicted)
                                                                 : words.nearestEmbeddings(predicted);
    return {posteriorStep(latent, clamped, rows.unrollNoise, rows.unrolledFrom, rows.t, m_tables),
            m_config.model.selfCondition ? clamped : Tensor()};
}

namespace {

/// An earlier prediction, where the rows get one.
Tensor selfCondition(const Denoiser &denoiser, const EncodedSource &source, const Tensor &xt, const TrainingRows &rows)
{
    const torch::NoGradGuard noGradients;
    return rows.selfConditioned ? denoiser.predict(xt.detach(), rows.t, source) : Tensor();
}

} // namespace

TrainingStep::Input TrainingStep::anchoredInput(const Denoiser &denoiser, const EncodedSource &source,
                                                const TrainingRows &rows, const WordSearch *words) const
{
    if (rows.unrolledFrom.defined())
        return unrolledInput(denoiser, source, rows, *words);
    const Tensor xt = diffuse(denoiser.embed(rows.target), rows.t, rows.noiseXt, m_tables);
    return {xt, selfCondition(denoiser, source, xt, rows)};
}

LossTerms TrainingStep::losses(const Denoiser &denoiser, const EncodedSource &source, const TrainingRows &rows,
                               const WordSearch *words, DropoutSource *dropout) const
{
    if (m_config.objective == Objective::Autoregressive)
        return autoregressiveLosses(denoiser, source, rows.target, m_config.labelSmoothing, dropout);
    if (m_config.objective == Objective::Anchored) {
        const Input input = anchoredInput(denoiser, source, rows, words);
        return anchoredLosses(denoiser, source, rows.target, input.xt, rows.t, m_config.labelSmoothing,
                              input.selfCondition, dropout);
    }
    const Tensor x0 = noisyEmbedding(denoiser.embed(rows.target), rows.noiseX0, m_tables);
    const Tensor condition = selfCondition(denoiser, source, diffuse(x0, rows.t, rows.noiseXt, m_tables), rows);
    return paperLosses(denoiser, source, rows.target, rows.t, rows.noiseX0, rows.noiseXt, m_noise, condition, dropout);
}

TrainingOutcome TrainingStep::part(const Denoiser &denoiser, const TrainingRows &rows, const Shared &shared,
                                   int part) const
{
    const ModelConfig &model = m_config.model;
    DropoutSource masks(m_config.seed + (static_cast<std::uint64_t>(part) << 32), shared.step);
    DropoutSource *dropout = model.dropout > 0 || model.attentionDropout > 0 ? &masks : nullptr;
    EncodedSource source = denoiser.encode(rows.source, rows.mask, dropout);
    source.lengths = rows.lengths;
    const LossTerms terms = losses(denoiser, source, rows, shared.words, dropout);
    TrainingOutcome outcome;
    outcome.tokenWeights = tokenWeights(source, rows.target);
    const Tensor weighted = terms.loss * outcome.tokenWeights * rows.weights.unsqueeze(1);
    // The mean over the whole batch, of which this may be a part: parts add up.
    Tensor loss = weighted.sum() / std::max(totalWeight(shared.batch), 1e-6);
    if (source.lengths.defined()) {
        const LengthLoss lengths = lengthLoss(denoiser, source);
        loss = loss + m_config.lengthWeight * lengths.nll.sum() / shared.batch.size;
        outcome.lengthsRight = lengths.right.sum().item<int64_t>();
    }
    (m_config.accumulation > 1 ? loss / m_config.accumulation : loss).backward();
    outcome.batchLoss = loss.item<double>();
    outcome.loss = terms.loss.detach();
    outcome.nll = terms.decoderNll.detach();
    outcome.mse = terms.mse.detach();
    return outcome;
}

void TrainingStep::remember(const TrainingOutcome &outcome, const std::vector<int> &cells)
{
    const Tensor &weights = outcome.tokenWeights;
    const Tensor total = (outcome.loss * weights).sum(1) / weights.sum(1).clamp_min(1e-6);
    Tensor losses = torch::zeros({static_cast<int64_t>(cells.size())}, torch::kDouble);
    mine(losses).copy_(total);
    if (m_replicas)
        m_replicas->sum(losses); // every process remembers the same
    for (std::size_t b = 0; b < cells.size(); ++b)
        m_history.add(cells[b], losses.data_ptr<double>()[b]);
}

void TrainingStep::survey(const TrainingOutcome &outcome, const Tensor &t)
{
    const auto here = [](const Tensor &tensor, torch::Dtype type) { return tensor.to(torch::kCPU, type).contiguous(); };
    const Tensor losses = here(outcome.loss, torch::kDouble), weights = here(outcome.tokenWeights, torch::kDouble),
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

void TrainingStep::record(const TrainingOutcome &outcome, const TrainingRows &rows, const TokenBatch &batch,
                          LossSums &sums) const
{
    const Tensor words = rows.target.ne(m_config.model.padId);
    const auto allWords = static_cast<double>(std::max<int64_t>(1, wordsOf(batch, m_config.model.padId)));
    const Tensor nll = outcome.nll.masked_select(words).to(torch::kCPU).contiguous();
    const Tensor times = rows.t.masked_select(words).to(torch::kCPU).contiguous();
    sums.loss += outcome.batchLoss;
    sums.nll += nll.sum().item<double>() / allWords;
    sums.mse += outcome.mse.masked_select(words).sum().item<double>() / allWords;
    if (rows.lengths.defined()) {
        sums.lengths += rows.count();
        sums.lengthsRight += outcome.lengthsRight;
    }
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

void TrainingStep::run(const Denoiser &denoiser, const TokenBatch &batch, int64_t step, LossSums &sums)
{
    if (m_learned && m_learned->prepare(step))
        for (TimestepDraw &draw : m_draws)
            draw.follow(m_learned->schedule());
    const TimestepDraw::Drawn drawn = timesteps(batch, step);
    const TrainingRows whole = rows(batch, step, drawn);
    const int processes = m_replicas ? m_replicas->count() : 1, process = m_replicas ? m_replicas->rank() : 0;
    const int parts = std::max(1, trainingParts(denoiser, batch) / processes);
    std::optional<WordSearch> words; // once for all parts
    if (whole.unrolledFrom.defined())
        words.emplace(denoiser);
    const Shared shared{batch, step, words ? &*words : nullptr};
    const TrainingOutcome outcome =
        runParts(denoiser, whole, parts, [&](const Denoiser &network, const TrainingRows &some, int index) {
            return part(network, some, shared, process * parts + index);
        });
    record(outcome, whole, batch, sums);
    if (m_config.draw.lossAware > 0)
        remember(outcome, drawn.cells);
    if (m_learned)
        survey(outcome, whole.t);
}

} // namespace ard
