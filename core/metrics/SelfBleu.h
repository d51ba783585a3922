// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SelfBleu: how alike the candidates for one source are (Zhu et al. 2018, Texygen): the mean of BLEU of each candidate
// with all others as its references. 100 means that all are the same; lower is more diverse. BLEU is that of a sentence
// (metrics/Bleu.h: exponential smoothing, effective order, mixed case). The reference implementation takes fast-bleu's,
// whose words are between white space and whose smoothing is another: figures are comparable within this program only.
// Pure, thread-safe.
#include "metrics/Bleu.h"

namespace ard {

/// 0..100; 100 for fewer than two candidates. An empty candidate is like another empty one and unlike all else.
double selfBleu(std::span<const std::string> candidates, BleuTokens tokens = BleuTokens::Mteval13a);

} // namespace ard
