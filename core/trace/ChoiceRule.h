// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ChoiceRule: what one of several candidates is chosen by, and the names of it: "agreement" (minimum Bayes risk), "likelihood" (ours:
// how likely the model itself finds the words) and "mixed" (ours: both). Pure, thread-safe.
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ard {

enum class ChoiceRule { Agreement, Likelihood, Mixed };

std::string choiceRuleName(ChoiceRule rule);
/// nullopt: there is none of this name.
std::optional<ChoiceRule> choiceRuleNamed(const std::string &name);
std::vector<std::string> choiceRuleNames();

/// Model calls that say how likely the model finds a candidate (engine/sample/WordLikelihood.h).
constexpr int kJudgingCalls = 5;

/// What a rule compares, the greater the better. agreement: with the others, mean, 0..100; logLikelihood: mean natural logarithm of a
/// word's probability, at most 0. Mixed is agreement + 100 logLikelihood: words that are one per cent likelier weigh as much as one
/// point of agreement.
double candidateScore(ChoiceRule rule, double agreement, double logLikelihood);
/// The greatest score, of those that are equal but for rounding the first; what is not a number is left out. -1: none is left.
int bestCandidate(ChoiceRule rule, std::span<const double> scores);

} // namespace ard
