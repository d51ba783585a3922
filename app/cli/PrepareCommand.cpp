// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "Numbers.h"
#include "Output.h"
#include "Paths.h"
#include "base/Files.h"
#include "text/Preparation.h"
#include <fmt/format.h>
#include <memory>

namespace ard::cli {

namespace {

struct PrepareArguments {
    PrepareOptions options;
    std::filesystem::path symbolFile;
    OutputFormat format = OutputFormat::Text;
};

std::string lengthsText(const char *name, const LengthStatistics &lengths)
{
    return fmt::format("  {} length  mean {:.1f}  median {}  95% {}  99% {}  longest {}\n", name, lengths.mean,
                       lengths.median, lengths.percentile95, lengths.percentile99, lengths.longest);
}

std::string partText(const char *name, const PartReport &part)
{
    return fmt::format("{}: {} pairs; left out: {} with a long target, {} with a long source\n", name, part.pairs,
                       part.targetTooLong, part.sourceTooLong) +
        lengthsText("source", part.sourceLengths) + lengthsText("target", part.targetLengths) +
        fmt::format("  unknown words {:.4f} %, texts that come back exactly {:.2f} %\n", 100 * part.unknownShare,
                    100 * part.exactShare);
}

std::string toText(const PreparationReport &report, const PrepareOptions &options)
{
    std::string text =
        fmt::format("{}: vocabulary {} ({} symbols), longest source {}, longest target {}\n", options.out.string(),
                    report.info.vocabulary, report.symbols, report.info.maxSource, report.info.maxTarget) +
        partText("train", report.train);
    if (report.valid.pairs > 0)
        text += partText("valid", report.valid);
    return text;
}

Status run(PrepareArguments &arguments)
{
    if (!arguments.symbolFile.empty()) {
        ARD_ASSIGN(const std::vector<std::string> lines, readLines(arguments.symbolFile));
        for (const std::string &line : lines) {
            if (!line.empty())
                arguments.options.symbols.push_back(line);
        }
    }
    ARD_ASSIGN(const PreparationReport report, prepare(arguments.options));
    ARD_TRY(printResult(arguments.format == OutputFormat::Json ? toJson(report) : toText(report, arguments.options)));
    return finishResult();
}

void addVocabularyOptions(CLI::App &command, PrepareOptions &options)
{
    auto *given = readsFile(command.add_option("--tokenizer", options.tokenizer,
                                               "Take this tokenizer.model instead of training a vocabulary"));
    command.add_option("--vocab-size", options.vocabularySize, "Pieces in the vocabulary, PAD and symbols included")
        ->excludes(given)
        ->capture_default_str();
    command.add_flag("--lower", options.lower, "Fold upper and lower case; becomes part of the vocabulary");
    command
        .add_flag_callback(
            "--word-model", [&options] { options.pieces = Pieces::Words; },
            "Every word between spaces is one piece; other words become unknown")
        ->excludes(given);
    command
        .add_flag_callback(
            "--character-model", [&options] { options.pieces = Pieces::Characters; },
            "Every character is one piece, as for Chinese verse; other characters become unknown")
        ->excludes(given)
        ->excludes("--word-model");
    command
        .add_option(
            "--normalization", options.normalization,
            "SentencePiece rule: identity, nfkc, nmt_nfkc, nfkc_cf or nmt_nfkc_cf (default: nmt_nfkc, with --lower "
            "nmt_nfkc_cf)")
        ->check(CLI::IsMember(normalizationRules()));
    readsFile(command.add_option("--read-as", options.readAs,
                                 "A line each: a text, a tab and what the model reads it as, such as traditional and "
                                 "simplified characters; becomes part of the vocabulary"))
        ->excludes(given);
    command.add_option("--symbol", options.symbols, "A text that becomes one piece, spaces included (can be repeated)")
        ->allow_extra_args(false);
    command
        .add_option(
            "--field-symbols", options.fieldValues,
            "For sources like \"name: value | name: value\": make every field marker one piece, and every whole "
            "field of those with at most so many different values")
        ->excludes(given);
}

} // namespace

void addPrepare(CLI::App &app, Action &action)
{
    auto arguments = std::make_shared<PrepareArguments>();
    PrepareOptions &options = arguments->options;
    CLI::App *command = app.add_subcommand("prepare", "Train a vocabulary on pairs of texts and write token files");
    readsFile(command->add_option("--source", options.source, "Source texts, one a line"))->required();
    readsFile(command->add_option("--target", options.target, "Target texts, as many lines"))->required();
    readsFile(command->add_option("--valid-source", options.validSource, "Held-out sources"));
    readsFile(command->add_option("--valid-target", options.validTarget, "Held-out targets"));
    readsFile(command->add_option("--valid-refs", options.validReferences,
                                  "Held-out pairs: source, then references, tab-separated"));
    addVocabularyOptions(*command, options);
    readsFile(command->add_option("--symbols", arguments->symbolFile, "A file with one --symbol a line"));
    command->add_option("--max-source", options.maxSource, "Leave out pairs with a longer source, in pieces (0: none)")
        ->check(atLeast(0));
    command->add_option("--max-target", options.maxTarget, "Leave out pairs with a longer target, in pieces (0: none)")
        ->check(atLeast(0));
    writesFolder(command->add_option("--out", options.out, "Folder to write"))->required();
    addFormatOption(*command, arguments->format);
    command->footer(
        "Examples:\n"
        "  ardiff prepare --source train.src --target train.tgt --vocab-size 2000 --max-target 48 --out data\n"
        "  ardiff prepare --source train.src --target train.tgt --valid-refs valid.refs.tsv --field-symbols 10 "
        "--out data");
    command->callback([arguments, &action] { action = [arguments] { return run(*arguments); }; });
}

} // namespace ard::cli
