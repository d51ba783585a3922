// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/CandidateRisks.h"

#include "metrics/MinimumBayesRisk.h"
#include <algorithm>
#include <limits>

namespace ard {

std::vector<std::vector<double>> candidateAgreement(const std::vector<std::string> &sentences)
{
    return riskMatrix(sentences).agreement;
}

ChoiceBasis choiceBasis(const RunRecord &record, std::size_t most)
{
    ChoiceBasis basis;
    for (std::size_t i = 0; i < std::min(record.outputs.size(), most); ++i) {
        if (!record.outputs[i].logLikelihood)
            return {};
        basis.logLikelihoods.push_back(*record.outputs[i].logLikelihood);
    }
    basis.rule = record.request.choose;
    return basis.rule == ChoiceRule::Agreement ? ChoiceBasis() : basis;
}

CandidateChoice candidateChoice(const std::vector<std::vector<double>> &agreement, const std::vector<bool> &isOut,
                                const ChoiceBasis &basis)
{
    CandidateChoice choice;
    for (std::size_t i = 0; i < agreement.size(); ++i) {
        choice.risk.push_back(std::numeric_limits<double>::quiet_NaN());
        choice.score.push_back(choice.risk[i]);
        if (isOut[i])
            continue;
        double total = 0;
        int others = 0;
        for (std::size_t j = 0; j < agreement.size(); ++j)
            if (j != i && !isOut[j]) {
                total += agreement[i][j];
                ++others;
            }
        choice.risk[i] = others > 0 ? 100 - total / others : 0;
        choice.score[i] = candidateScore(basis.rule, 100 - choice.risk[i],
                                         basis.logLikelihoods.empty() ? 0 : basis.logLikelihoods[i]);
    }
    choice.chosen = bestCandidate(basis.rule, choice.score);
    return choice;
}

} // namespace ard
