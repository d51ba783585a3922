// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RiskOptions.h"

#include "Paths.h"
#include "base/Files.h"
#include "base/Json.h"
#include "trace/RequestParameters.h"
#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>

namespace ard::cli {

namespace {

const char *aboutMatrix(Risk risk)
{
    return risk == Risk::Bleu
        ? "agreement[i][j], 0 to 100: sentence BLEU with candidate i as the reference and candidate j as the output "
          "(the "
          "reversed roles of the reference implementation); risk[i] is 100 minus the mean of row i"
        : "agreement[i][j], 0 to 100: chrF2 with candidate i as the output and candidate j as the reference; risk[i] "
          "is "
          "100 minus the mean of row i";
}

int bestBy(ChoiceRule rule, const std::vector<double> &agreement, const std::vector<double> &logLikelihoods)
{
    std::vector<double> scores;
    for (std::size_t i = 0; i < agreement.size(); ++i)
        scores.push_back(candidateScore(rule, agreement[i], logLikelihoods[i]));
    return bestCandidate(rule, scores);
}

} // namespace

void addRiskOptions(CLI::App &command, RiskOptions &options, bool withMatrix)
{
    command
        .add_option_function<std::string>(
            "--risk", [&options](const std::string &name) { options.risk = name == "chrf" ? Risk::Chrf : Risk::Bleu; },
            "What the chosen candidate has least of against the others: bleu (the paper's) or chrf")
        ->check(CLI::IsMember({"bleu", "chrf"}).description(""))
        ->type_name("bleu|chrf")
        ->default_str("bleu");
    if (withMatrix)
        writesFile(command.add_option("--risk-matrix", options.matrix,
                                      "Write how each candidate agrees with each other one to this JSON file"));
}

void addChoiceOption(CLI::App &command, RiskOptions &options, GenerationOptions &generation)
{
    command.remove_option(command.get_option("--choose"));
    const RequestParameter &choose = requestParameter("choose");
    std::vector<std::string> names = choiceRuleNames();
    names.emplace_back("verse");
    command
        .add_option_function<std::string>(
            "--choose",
            [&options, &generation, &choose](const std::string &name) {
                options.asVerse = name == "verse";
                if (options.asVerse)
                    return;
                choose.set(generation.request, name);
                generation.given.insert(choose.name);
            },
            choose.help +
                "; or as verse: right form, no line of --known-verse, rhyme (couplets: parallel), fewest characters "
                "repeated, in this order")
        ->check(CLI::IsMember(names).description(""))
        ->type_name(fmt::format("{}", fmt::join(names, "|")))
        ->default_str(parameterText(choose.defaultValue()));
}

Status takeVerse(RiskOptions &options, KnownVersePointer verse)
{
    if (options.asVerse && !verse)
        return fail(ErrorCode::InvalidArgument, "--choose verse needs verse by people: give --known-verse, too");
    options.verse = std::move(verse);
    return {};
}

std::vector<std::size_t> bestFirst(const RiskOptions &options, const std::string &source,
                                   const Generator::BatchOutput &row)
{
    const std::vector<std::string> texts = textsOf(row);
    if (options.asVerse)
        return bestVerse(source, texts, *options.verse);
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto chosen = order.begin() + row.chosen;
    std::rotate(order.begin(), chosen, chosen + 1);
    return order;
}

const char *nameOf(Risk risk)
{
    return risk == Risk::Bleu ? "bleu" : "chrf";
}

nlohmann::ordered_json applyRisk(const RiskOptions &options, ChoiceRule rule, const std::vector<std::string> &sources,
                                 std::vector<Generator::BatchOutput> &rows)
{
    if (options.risk == Risk::Bleu && options.matrix.empty() && !options.asVerse)
        return nullptr; // the engine's own choice
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (options.asVerse)
            rows[i].chosen = static_cast<int>(bestFirst(options, sources.at(i), rows[i]).front());
        if (options.asVerse && options.matrix.empty())
            continue;
        const std::vector<std::string> texts = textsOf(rows[i]);
        RiskMatrix matrix = riskMatrix(texts, options.risk);
        const std::vector<double> likely = logLikelihoodsOf(rows[i].outputs);
        if (!likely.empty())
            matrix.chosen = bestBy(rule, matrix.mean, likely);
        if (!options.asVerse)
            rows[i].chosen = matrix.chosen;
        if (options.matrix.empty())
            continue;
        nlohmann::ordered_json one{{"source", sources.at(i)}, {"candidates", texts}};
        one.update(toJson(matrix));
        if (!likely.empty())
            one["log_likelihood"] = likely;
        list.push_back(std::move(one));
    }
    if (options.matrix.empty())
        return nullptr;
    return {{"risk", nameOf(options.risk)},
            {"choose", choiceRuleName(rule)},
            {"about", aboutMatrix(options.risk)},
            {"sources", std::move(list)}};
}

Status writeRiskMatrix(const RiskOptions &options, const nlohmann::ordered_json &matrix)
{
    return options.matrix.empty() ? Status() : writeAtomically(options.matrix, jsonText(matrix, 1) + "\n");
}

std::vector<double> logLikelihoodsOf(const std::vector<CandidateOutput> &outputs)
{
    std::vector<double> likely;
    for (const CandidateOutput &output : outputs)
        if (output.logLikelihood)
            likely.push_back(*output.logLikelihood);
    return likely;
}

std::int64_t modelCallsOf(const GenerationRequest &request, const Generator::BatchOutput &row)
{
    std::int64_t calls = 0;
    for (const CandidateOutput &output : row.outputs)
        calls += output.modelCalls + judgingCalls(request);
    return calls;
}

std::vector<std::string> textsOf(const Generator::BatchOutput &row)
{
    std::vector<std::string> texts;
    for (const CandidateOutput &output : row.outputs)
        texts.push_back(output.text);
    return texts;
}

std::vector<std::vector<std::string>> candidateTexts(const std::vector<Generator::BatchOutput> &rows)
{
    std::vector<std::vector<std::string>> texts;
    for (const auto &row : rows) {
        if (row.outputs.size() < 2)
            return {};
        texts.push_back(textsOf(row));
    }
    return texts;
}

std::vector<std::string> chosenTexts(const std::vector<Generator::BatchOutput> &rows)
{
    std::vector<std::string> texts;
    for (const auto &row : rows)
        texts.push_back(row.outputs.at(static_cast<std::size_t>(row.chosen)).text);
    return texts;
}

} // namespace ard::cli
