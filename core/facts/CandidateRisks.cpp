// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/CandidateRisks.h"

#include "metrics/MinimumBayesRisk.h"
#include <limits>

namespace ard {

std::vector<std::vector<double>> candidateAgreement(const std::vector<std::string> &sentences)
{
    return riskMatrix(sentences).agreement;
}

CandidateChoice candidateChoice(const std::vector<std::vector<double>> &agreement, const std::vector<bool> &isOut)
{
    constexpr double kRounding = 1e-9; // sums of the same numbers in another order differ in their last digits
    CandidateChoice choice;
    for (std::size_t i = 0; i < agreement.size(); ++i) {
        choice.risk.push_back(std::numeric_limits<double>::quiet_NaN());
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
        if (choice.chosen < 0 || choice.risk[i] < choice.risk[static_cast<std::size_t>(choice.chosen)] - kRounding)
            choice.chosen = static_cast<int>(i);
    }
    return choice;
}

} // namespace ard
