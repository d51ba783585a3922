// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RiskOptions: how one of several candidates is chosen (metrics/MinimumBayesRisk.h). The engine chooses by BLEU; here the
// choice is made anew by another risk, of the same rule (trace/ChoiceRule.h), or as verse (metrics/KnownVerse.h), and the whole matrix is written where it is wanted. No
// reference is ever looked at.
#include "GenerationOptions.h"
#include "VerseOptions.h"
#include "engine/Generator.h"
#include "metrics/MinimumBayesRisk.h"
#include <CLI/CLI.hpp>
#include <nlohmann/json_fwd.hpp>

namespace ard::cli {

struct RiskOptions {
    Risk risk = Risk::Bleu;
    std::string matrix;      ///< file for the matrices, empty: none
    bool asVerse = false;    ///< chosen as the best verse, whatever the risk
    KnownVersePointer verse; ///< of asVerse
};

void addRiskOptions(CLI::App &command, RiskOptions &options, bool withMatrix = true);
/// --choose verse beside what a request is chosen by; after addGenerationOptions, whose option of this name it replaces.
void addChoiceOption(CLI::App &command, RiskOptions &options, GenerationOptions &generation);
/// Hands over the verse that is chosen by. Error where it is needed and missing.
Status takeVerse(RiskOptions &options, KnownVersePointer verse);
/// The candidates of a row, the best first where they are chosen as verse; else the chosen one and then the others in order.
std::vector<std::size_t> bestFirst(const RiskOptions &options, const std::string &source,
                                   const Generator::BatchOutput &row);
/// "bleu" or "chrf"
const char *nameOf(Risk risk);
/// Sets chosen in every row, by the rule that its request was made with. What it returns is for writeRiskMatrix, null where no file is wanted:
/// {"risk","about","sources":[{"source","candidates",..as toJson(RiskMatrix)}]}.
nlohmann::ordered_json applyRisk(const RiskOptions &options, ChoiceRule rule, const std::vector<std::string> &sources,
                                 std::vector<Generator::BatchOutput> &rows);
Status writeRiskMatrix(const RiskOptions &options, const nlohmann::ordered_json &matrix);

/// How likely the model finds each candidate of a source; empty where it was not asked.
std::vector<double> logLikelihoodsOf(const std::vector<CandidateOutput> &outputs);
/// Model calls of all candidates of a source, with those that judge them.
std::int64_t modelCallsOf(const GenerationRequest &request, const Generator::BatchOutput &row);
/// All candidates of a source.
std::vector<std::string> textsOf(const Generator::BatchOutput &row);
/// The same for every source, empty where there is one candidate each: nothing to compare.
std::vector<std::vector<std::string>> candidateTexts(const std::vector<Generator::BatchOutput> &rows);
std::vector<std::string> chosenTexts(const std::vector<Generator::BatchOutput> &rows);

} // namespace ard::cli
