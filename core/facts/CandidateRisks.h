// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CandidateRisks: which of a run's candidates is chosen, by which rule, and which would be chosen without some of them. Pure,
// thread-safe.
#include "trace/RunRecord.h"
#include <string>
#include <vector>

namespace ard {

/// [k][k] 0..100: how far each sentence agrees with each other one (metrics/MinimumBayesRisk.h, BLEU); the diagonal is 100.
std::vector<std::vector<double>> candidateAgreement(const std::vector<std::string> &sentences);

/// What chose among a run's candidates, as far as its record says.
struct ChoiceBasis {
    ChoiceRule rule = ChoiceRule::Agreement;
    std::vector<double> logLikelihoods; ///< [k]; empty by agreement
};
/// Of the first `most` candidates. By agreement where some of the likelihoods are missing.
ChoiceBasis choiceBasis(const RunRecord &record, std::size_t most);

struct CandidateChoice {
    std::vector<double>
        risk; ///< [k] 100 less the mean agreement with the others that are in; of those taken out not a number
    std::vector<double> score; ///< [k] what the rule compares (candidateScore), likewise
    int chosen = -1;           ///< the greatest score, of equal ones the first; -1: all are taken out
};
/// agreement: of candidateAgreement. isOut: [k] taken out. A likelihood depends on no other candidate.
CandidateChoice candidateChoice(const std::vector<std::vector<double>> &agreement, const std::vector<bool> &isOut,
                                const ChoiceBasis &basis = {});

} // namespace ard
