// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordDraw: words drawn from what a model calls probable, with a temperature and top-p (nucleus sampling, Holtzman et al. 2020). As all noise here, a draw is a function: of the seed, the source and the position, so that a text does not depend on
// the rows beside it, and two sources do not draw alike. Pure, thread-safe.
#include <cstdint>
#include <span>
#include <torch/types.h>
#include <vector>

namespace ard {

struct WordDraw {
    double temperature = 1; ///< above 0: log probabilities are divided by it
    double topP = 1;        ///< above 0, to 1: only the likeliest words that together have this probability
    /// What the draws of a row belong to.
    struct Row {
        std::uint64_t seed = 1, source = 0; ///< source: drawKeyOf its ids
    };
    std::vector<Row> rows; ///< [B]
};

/// A number for a source's ids.
std::uint64_t drawKeyOf(std::span<const std::int32_t> ids);
/// A uniform number in [0,1) for each row at a position, [B] double on the CPU.
torch::Tensor uniformDraws(const std::vector<WordDraw::Row> &rows, int position);
/// Words [B] int64 from scores [B,V] (logits) and uniform numbers [B] in [0,1): words are in the order of their probability, of equals the one
/// with the smaller id first, and the number says how far along that order.
torch::Tensor drawnWords(const torch::Tensor &scores, const torch::Tensor &uniform, const WordDraw &draw);
/// The same from probabilities [B,V], float32 or float64.
torch::Tensor drawnOf(const torch::Tensor &probable, const torch::Tensor &uniform, double topP);

} // namespace ard
