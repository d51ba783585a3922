// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MetricOptions.h"
#include "Numbers.h"
#include "Paths.h"
#include "VerseOptions.h"

namespace ard::cli {

namespace {

/// "de", "en-de", "en-de (news)" for de
bool writes(const std::string &language, const std::string &languages)
{
    const std::string codes = languages.substr(0, languages.find(' '));
    return codes == language || codes.ends_with("-" + language);
}

} // namespace

void addMetricOptions(CLI::App &command, MetricOptions &options, bool withModel)
{
    if (withModel)
        options.tokens = "auto";
    const std::string words = "char (for Chinese), words (lower-cased, no punctuation), ";
    auto *tokens = command.add_option("--tokenize", options.tokens,
                                      withModel ? "Tokens of BLEU: 13a, " + words +
                                              "intl, or auto (intl where the model writes German, char where Chinese)"
                                                : "Tokens of BLEU: 13a, " + words + "or intl (for German)");
    tokens->check(withModel ? CLI::IsMember({"13a", "intl", "char", "words", "auto"}).description("")
                            : CLI::IsMember({"13a", "intl", "char", "words"}).description(""));
    tokens->capture_default_str();
    readsFile(
        command.add_option("--known-words", options.knownWords,
                           "Texts with the words that there are (training text, word lists): lines with others are "
                           "counted as having a broken word"));
    addKnownVerseOption(command, options.knownVerse);
    command
        .add_option("--bootstrap", options.bootstrap.resamples,
                    "Resamples of the sentences for the 95 % intervals; 0: no intervals")
        ->check(between(0, 1'000'000))
        ->capture_default_str();
    command.add_option("--bootstrap-seed", options.bootstrap.seed, "Seed of the resamples")->capture_default_str();
}

void addTwinOption(CLI::App &command, MetricOptions &options)
{
    readsFolder(command.add_option("--twin", options.twin,
                                   "Folder of an autoregressive model: also how likely it finds each output"));
}

BleuTokens bleuTokens(const MetricOptions &options, const std::string &languages)
{
    if (options.tokens == "words")
        return BleuTokens::Words;
    const bool decides = options.tokens == "auto";
    if (options.tokens == "char" || (decides && writes("zh", languages)))
        return BleuTokens::Characters;
    const bool international = options.tokens == "intl" || (decides && writes("de", languages));
    return international ? BleuTokens::International : BleuTokens::Mteval13a;
}

Result<ScoreOptions> scoreOptions(const MetricOptions &options, const LoadLikelihood &load)
{
    ScoreOptions score{bleuTokens(options), options.bootstrap};
    if (!options.twin.empty()) {
        ARD_ASSIGN(score.likelihood, load(options.twin));
    }
    if (!options.knownWords.empty()) {
        ARD_ASSIGN(KnownWords known, readKnownWords(options.knownWords));
        score.known = std::make_shared<const KnownWords>(std::move(known));
    }
    ARD_ASSIGN(score.verse, loadVerse(options.knownVerse));
    return score;
}

Result<ReferenceSet> readReferences(const std::string &path, int limit)
{
    ARD_ASSIGN(ReferenceSet references, ard::readReferences(path));
    if (limit > 0 && static_cast<int>(references.sources.size()) > limit) {
        references.sources.resize(static_cast<std::size_t>(limit));
        references.references.resize(static_cast<std::size_t>(limit));
    }
    return references;
}

} // namespace ard::cli
