// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/AutoregressiveDecoder.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace ard {
namespace {

using torch::Tensor;

constexpr double kNever = -1e30;

/// All beams of a batch: rows are grouped by sentence.
struct Beams {
    Tensor ids;      ///< [B*k,N]
    Tensor scores;   ///< [B,k] summed log probabilities
    Tensor lengths;  ///< [B,k] words, the end included
    Tensor finished; ///< [B,k] bool
    WordCache cache; ///< of the B*k rows
};

Beams start(const EncodedSource &source, int length, int beam, int padId)
{
    const int64_t batch = source.hidden.size(0);
    const auto device = source.hidden.device();
    Beams beams;
    beams.ids = torch::full({batch * beam, length}, padId, torch::TensorOptions(torch::kLong).device(device));
    beams.scores = torch::full({batch, beam}, kNever, torch::TensorOptions(torch::kFloat).device(device));
    beams.scores.select(1, 0).zero_(); // all beams are the same empty sentence: only one may grow
    beams.lengths = torch::zeros({batch, beam}, torch::TensorOptions(torch::kFloat).device(device));
    beams.finished = torch::zeros({batch, beam}, torch::TensorOptions(torch::kBool).device(device));
    return beams;
}

/// Log probabilities [B,k,V] of the word at `position`; a finished sentence goes on with PAD at no cost.
Tensor nextScores(const Denoiser &denoiser, const EncodedSource &source, Beams &beams, int position)
{
    const int padId = denoiser.config().padId;
    const Tensor before =
        position > 0 ? beams.ids.select(1, position - 1) : torch::full({beams.ids.size(0)}, padId, beams.ids.options());
    const Tensor logits = denoiser.nextWordLogits(before, source, beams.cache);
    const Tensor scores = at::log_softmax(logits, -1).view({beams.scores.size(0), beams.scores.size(1), -1});
    Tensor onlyPad = torch::full({scores.size(-1)}, kNever, scores.options());
    onlyPad[padId] = 0;
    return at::where(beams.finished.unsqueeze(-1), onlyPad, scores);
}

void grow(Beams &beams, const Tensor &next, int position, int padId)
{
    const int64_t batch = next.size(0), beam = next.size(1), vocabulary = next.size(2);
    const Tensor total = (beams.scores.unsqueeze(-1) + next).view({batch, beam * vocabulary});
    const auto best = at::topk(total, beam, 1);
    const Tensor from = at::div(std::get<1>(best), vocabulary, "floor"), word = std::get<1>(best) - from * vocabulary;
    const Tensor offset = at::arange(batch, from.options()).unsqueeze(1) * beam;
    const Tensor rows = (from + offset).view({-1});
    beams.ids = beams.ids.index_select(0, rows);
    if (beam > 1)
        beams.cache.select(rows);
    beams.ids.select(1, position).copy_(word.reshape({-1}));
    const Tensor before = beams.finished.gather(1, from);
    beams.scores = std::get<0>(best);
    beams.lengths = beams.lengths.gather(1, from) + before.logical_not().to(torch::kFloat);
    beams.finished = before.logical_or(word == padId);
}

} // namespace

AutoregressiveResult decodeAutoregressively(const Denoiser &denoiser, const EncodedSource &encoded, int length,
                                            int beam)
{
    const c10::NoGradGuard noGradients;
    const int64_t batch = encoded.hidden.size(0);
    const int padId = denoiser.config().padId;
    const EncodedSource source = encoded.repeated(beam);
    Beams beams = start(encoded, length, beam, padId);
    AutoregressiveResult result;
    for (int position = 0; position < length && !beams.finished.all().item<bool>(); ++position) {
        grow(beams, nextScores(denoiser, source, beams, position), position, padId);
        ++result.modelCalls;
    }
    const Tensor best = (beams.scores / beams.lengths.clamp_min(1)).argmax(1);
    const Tensor rows = best + at::arange(batch, best.options()) * beam;
    result.ids = beams.ids.index_select(0, rows);
    result.finite = beams.scores.isfinite().all().item<bool>();
    return result;
}

AutoregressiveResult drawAutoregressively(const Denoiser &denoiser, const EncodedSource &source, int length,
                                          const WordDraw &draw)
{
    const c10::NoGradGuard noGradients;
    const int64_t rows = source.hidden.size(0), padId = denoiser.config().padId;
    const auto options = torch::TensorOptions(torch::kLong).device(source.hidden.device());
    AutoregressiveResult result;
    result.ids = torch::full({rows, length}, padId, options);
    torch::Tensor word = torch::full({rows}, padId, options), finished = at::zeros({rows}, options.dtype(torch::kBool));
    WordCache cache;
    for (int position = 0; position < length && !finished.all().item<bool>(); ++position) {
        const Tensor scores = denoiser.nextWordLogits(word, source, cache);
        result.finite = result.finite && scores.isfinite().all().item<bool>();
        word = drawnWords(scores, uniformDraws(draw.rows, position), draw).masked_fill(finished, padId);
        result.ids.select(1, position).copy_(word);
        finished = finished.logical_or(word == padId);
        ++result.modelCalls;
    }
    return result;
}

Tensor logProbabilities(const Denoiser &denoiser, const EncodedSource &source, const Tensor &ids, const Tensor &words)
{
    const c10::NoGradGuard noGradients;
    const Tensor all = at::log_softmax(denoiser.nextWordLogits(ids, source), -1);
    const Tensor each = all.gather(-1, ids.unsqueeze(-1)).squeeze(-1).to(torch::kDouble);
    const Tensor counts = at::arange(ids.size(1), ids.options()).unsqueeze(0) < words.unsqueeze(1);
    return each.masked_fill(counts.logical_not(), 0).sum(1);
}

} // namespace ard
