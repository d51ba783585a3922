// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RougeN: ROUGE-N F1 (Lin 2004): n-grams that output and reference share. The choices are those of RougeL.h: runs of
// letters and digits, lower-cased, not stemmed; F1; of several references the best counts; the corpus score is the mean
// of the sentences'. An n-gram that occurs several times matches as often as it occurs on both sides. Pure, thread-safe.
#include "base/Result.h"
#include <span>
#include <string>
#include <vector>

namespace ard {

/// 0..100 of one sentence; 0 where either side has fewer than n words. Precondition: n from 1 to 4.
double sentenceRougeN(int n, const std::string &hypothesis, const std::vector<std::string> &references);
/// 0..100. Error when the counts differ, when there is nothing to score, or when a sentence has no reference.
Result<double> corpusRougeN(int n, std::span<const std::string> hypotheses,
                            std::span<const std::vector<std::string>> references);

} // namespace ard
