// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TrainingParts: a batch in parts that the threads take one after the other, each through the whole network and back, so that none
// waits for another inside a product. How a batch is cut depends on the batch and the network alone, and the gradients are
// added in the order of the parts: the same numbers, to the bit, on however many threads. Processes that share a batch share its
// parts where their number divides that of the parts, and then drop the same, too. Memory: a set of gradients for each thread, and up to
// as many again that wait for the slowest.
#include "engine/model/Denoiser.h"
#include "engine/train/BatchStream.h"
#include <functional>
#include <torch/types.h>

namespace ard {

/// Rows of a batch, with every number that is drawn for them, on the network's device.
struct TrainingRows {
    torch::Tensor source, mask, target; ///< [B,S] int64, [B,S] bool, [B,N] int64
    torch::Tensor lengths;              ///< [B] int64; undefined without a length head
    torch::Tensor t, weights;           ///< [B,N] int64; [B], of each row in the loss
    torch::Tensor noiseXt, noiseX0;     ///< [B,N,E]; undefined where the objective has none
    /// [B,N] and [B,N,E]: the timesteps that an unrolled step starts from, and its noise; undefined where nothing is unrolled.
    torch::Tensor unrolledFrom, unrollNoise;
    torch::Tensor
        unrollDraws; ///< [B,N] double on the CPU: numbers in [0,1) where such a step draws words; else undefined
    bool selfConditioned = false; ///< an earlier prediction is made first

    int64_t count() const { return target.size(0); }
    TrainingRows narrow(int64_t first, int64_t rows) const;
};

/// What is known of rows once they went through; without gradients.
struct TrainingOutcome {
    double batchLoss = 0;                       ///< their share of the loss of the whole batch
    int64_t lengthsRight = 0;                   ///< how many lengths the length head would have chosen
    torch::Tensor loss, nll, mse, tokenWeights; ///< [B,N]; LossTerms
};

/// In how many parts a batch is computed, by all processes together: a power of two. 1 on a GPU, and where a part would be too
/// little work. No more threads than parts are of use.
int trainingParts(const Denoiser &denoiser, const TokenBatch &batch);

/// Forwards and backwards of some rows, whose gradients are left in the network's parameters.
using TrainingPass = std::function<TrainingOutcome(const Denoiser &, const TrainingRows &, int part)>;

/// Runs the pass on each of so many parts of the rows, on as many threads as there are parts and LibTorch may use, and adds the
/// gradients to the denoiser's parameters. Throws what the pass throws; gradients of some parts are added by then.
TrainingOutcome runParts(const Denoiser &denoiser, const TrainingRows &rows, int parts, const TrainingPass &pass);

} // namespace ard
