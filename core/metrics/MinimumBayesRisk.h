// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MinimumBayesRisk: the choice among several candidates for one source: the one that agrees best with the others (Kumar
// and Byrne 2004). It never sees a reference translation. Pure, thread-safe.
//
// Risk::Bleu is what the reference implementation does (eval_utils/mbr): BLEU of a sentence with 13a tokens, lower-cased,
// 1- to 4-grams, one added to matches and totals of every order. Its roles are reversed, and so are ours: the candidate
// that is judged stands as the REFERENCE and each other candidate as the output that is scored against it, where the
// literature has the candidate as the output. So it asks how much of the others the candidate contains, not how much of
// the candidate they contain, and the brevity penalty falls on a candidate that is longer than the others, not on one
// that is shorter.
// Texts with Chinese characters, whose words have no spaces between them, are compared character by character (ours).
// Three things differ from the reference implementation, none of which matters for sentences of three words or more:
// an order that the text is too short for counts as matched (there its total falls to 0 and the score to some 10^9 times
// too much), an empty candidate agrees with nothing but another empty one (there it is one word), and of equally good
// candidates the first is taken (there the last).
//
// Risk::Chrf is ours: chrF2 in the usual roles, the candidate as the output. It needs no words, so that it suits
// languages with long ones.
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

namespace ard {

enum class Risk { Bleu, Chrf };

struct RiskMatrix {
    std::vector<std::vector<double>> agreement; ///< [k][k] 0..100: of candidate i with candidate j; the diagonal is 100
    std::vector<double> mean; ///< [k] 0..100 over the others; 100 where there is none. Risk is 100 - mean
    int chosen = 0;           ///< the greatest mean, of equal ones the first; 0 without candidates
};

/// A text that occurs several times counts as often as it occurs.
RiskMatrix riskMatrix(std::span<const std::string> candidates, Risk risk = Risk::Bleu);
/// RiskMatrix::chosen
int minimumBayesRiskChoice(std::span<const std::string> candidates, Risk risk = Risk::Bleu);
/// {"chosen","risk":[k],"agreement":[[k] x k]}, null on the diagonal.
nlohmann::ordered_json toJson(const RiskMatrix &matrix);

} // namespace ard
