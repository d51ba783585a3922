// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CandidateRisks: which of a run's candidates minimum Bayes risk chooses, and which it would choose without some of them. Pure,
// thread-safe.
#include <string>
#include <vector>

namespace ard {

/// [k][k] 0..100: how far each sentence agrees with each other one (metrics/MinimumBayesRisk.h, BLEU); the diagonal is 100.
std::vector<std::vector<double>> candidateAgreement(const std::vector<std::string> &sentences);

struct CandidateChoice {
    std::vector<double>
        risk;        ///< [k] 100 less the mean agreement with the others that are in; of those taken out not a number
    int chosen = -1; ///< the least risk, of equal ones the first; -1: all are taken out
};
/// agreement: of candidateAgreement. isOut: [k] taken out.
CandidateChoice candidateChoice(const std::vector<std::vector<double>> &agreement, const std::vector<bool> &isOut);

} // namespace ard
