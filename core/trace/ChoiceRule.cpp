// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/ChoiceRule.h"

#include <algorithm>
#include <cmath>

namespace ard {

namespace {

constexpr double kLikelihoodWeight = 100;
/// Sums of the same numbers in another order differ in their last digits.
constexpr double kAgreementRounding = 1e-9;
/// Likelihoods are of 32-bit numbers, which differ with the batch that they are computed in.
constexpr double kLikelihoodRounding = kLikelihoodWeight * 1e-5;

} // namespace

std::vector<std::string> choiceRuleNames()
{
    return {"agreement", "likelihood", "mixed"};
}

std::string choiceRuleName(ChoiceRule rule)
{
    return choiceRuleNames()[static_cast<std::size_t>(rule)];
}

std::optional<ChoiceRule> choiceRuleNamed(const std::string &name)
{
    const std::vector<std::string> names = choiceRuleNames();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return {};
    return static_cast<ChoiceRule>(found - names.begin());
}

double candidateScore(ChoiceRule rule, double agreement, double logLikelihood)
{
    return (rule == ChoiceRule::Likelihood ? 0 : agreement) +
        (rule == ChoiceRule::Agreement ? 0 : kLikelihoodWeight * logLikelihood);
}

int bestCandidate(ChoiceRule rule, std::span<const double> scores)
{
    const double rounding = rule == ChoiceRule::Agreement ? kAgreementRounding : kLikelihoodRounding;
    int best = -1;
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (!std::isnan(scores[i]) && (best < 0 || scores[i] > scores[static_cast<std::size_t>(best)] + rounding))
            best = static_cast<int>(i);
    return best;
}

} // namespace ard
