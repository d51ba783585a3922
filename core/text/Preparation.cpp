// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/Preparation.h"
#include "base/Files.h"
#include "text/FieldSymbols.h"
#include "text/MemoryFile.h"
#include "text/ReadAs.h"
#include "text/SentencePieceTokenizer.h"
#include "text/TextPairs.h"
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace ard {

namespace {

using Json = nlohmann::ordered_json;

Result<std::optional<TextPairs>> readValid(const PrepareOptions &options)
{
    if (!options.validReferences.empty()) {
        ARD_ASSIGN(TextPairs pairs, readReferencePairs(options.validReferences));
        return std::optional(std::move(pairs));
    }
    if (options.validSource.empty())
        return std::optional<TextPairs>();
    ARD_ASSIGN(TextPairs pairs, readPairs(options.validSource, options.validTarget));
    return std::optional(std::move(pairs));
}

Status check(const PrepareOptions &options)
{
    if (options.vocabularySize < 4 || options.vocabularySize > 1000000)
        return fail(ErrorCode::InvalidArgument, "The vocabulary size must be between 4 and 1000000");
    if (options.validSource.empty() != options.validTarget.empty())
        return fail(ErrorCode::InvalidArgument, "--valid-source and --valid-target go together");
    if (!options.validReferences.empty() && !options.validSource.empty())
        return fail(ErrorCode::InvalidArgument, "Give --valid-refs or --valid-source and --valid-target, not both");
    if (options.maxSource < 0 || options.maxTarget < 0 || options.fieldValues < 0)
        return fail(ErrorCode::InvalidArgument, "Lengths and counts must not be negative");
    const std::vector<std::string> &rules = normalizationRules();
    if (!options.normalization.empty() && std::ranges::find(rules, options.normalization) == rules.end())
        return fail(ErrorCode::InvalidArgument, "There is no normalization rule " + options.normalization);
    if (!options.readAs.empty() && (options.lower || !options.normalization.empty()))
        return fail(ErrorCode::InvalidArgument, "--read-as takes the place of --normalization and --lower");
    return {};
}

std::string normalizationOf(const PrepareOptions &options)
{
    if (!options.normalization.empty())
        return options.normalization;
    if (!options.readAs.empty())
        return "identity"; // but for its table
    return options.lower ? "nmt_nfkc_cf" : "nmt_nfkc";
}

const char *modelType(Pieces pieces)
{
    switch (pieces) {
    case Pieces::Parts:
        return "unigram";
    case Pieces::Words:
        return "word";
    case Pieces::Characters:
        return "char";
    }
    return "unigram";
}

/// SentencePiece reads lists as CSV and matches symbols after spaces became U+2581.
std::string symbolList(const std::vector<std::string> &symbols)
{
    std::string list;
    for (const std::string &symbol : symbols) {
        list += list.empty() ? "\"" : ",\"";
        for (const char c : symbol)
            list += c == ' ' ? std::string("\xe2\x96\x81") : c == '"' ? std::string("\"\"") : std::string(1, c);
        list += '"';
    }
    return list;
}

/// Both sides share one vocabulary, so that a name has the same ids in the facts and in the sentence.
Result<std::string> trainVocabulary(const PrepareOptions &options, const std::vector<std::string> &symbols,
                                    const TextPairs &pairs)
{
    std::vector<std::pair<std::string, std::string>> settings = {
        {"model_type", modelType(options.pieces)},
        {"add_dummy_prefix", options.pieces == Pieces::Characters ? "false" : "true"},
        {"vocab_size", std::to_string(options.vocabularySize)},
        {"pad_id", "0"},
        {"unk_id", "1"},
        {"bos_id", "-1"},
        {"eos_id", "-1"},
        {"byte_fallback", "false"},
        {"character_coverage", "1.0"},
        {"normalization_rule_name", normalizationOf(options)},
        {"hard_vocab_limit", "false"},
        {"num_threads", "2"}, // part of the result: sums are made by thread
        {"max_sentence_length", "1000000"},
        {"minloglevel", "2"},
    };
    if (!symbols.empty())
        settings.emplace_back("user_defined_symbols", symbolList(symbols));
    MemoryFile rules;
    if (!options.readAs.empty()) {
        ARD_ASSIGN(const std::string table, sentencePieceRules(options.readAs));
        ARD_TRY(rules.hold(table));
        settings.emplace_back("normalization_rule_tsv", rules.path());
    }
    std::vector<std::string> sentences;
    for (const auto *side : {&pairs.source, &pairs.target}) {
        for (const std::string &text : *side) {
            if (!text.empty())
                sentences.push_back(text);
        }
    }
    auto vocabulary = trainSentencePiece(settings, sentences);
    if (!vocabulary && vocabulary.error().detail.find("required_chars") != std::string::npos)
        return fail(ErrorCode::InvalidArgument,
                    "A vocabulary of " + std::to_string(options.vocabularySize) +
                        " pieces is too small: every character of the text and every symbol needs one",
                    vocabulary.error().detail);
    return vocabulary;
}

Result<std::string> vocabularyOf(const PrepareOptions &options, const std::vector<std::string> &symbols,
                                 const TextPairs &pairs)
{
    constexpr std::uint64_t largest = 64 << 20;
    return options.tokenizer.empty() ? trainVocabulary(options, symbols, pairs) : readText(options.tokenizer, largest);
}

LengthStatistics lengthsOf(std::vector<int> lengths)
{
    std::sort(lengths.begin(), lengths.end());
    const auto at = [&](double share) { return lengths[std::size_t(share * double(lengths.size() - 1))]; };
    double sum = 0;
    for (const int length : lengths)
        sum += length;
    return {sum / double(lengths.size()), at(0.5), at(0.95), at(0.99), lengths.back()};
}

/// Cuts one part into ids and measures it; nothing is left out yet.
struct EncodedPart {
    std::vector<TokenPair> pairs;
    PartReport report;
};

EncodedPart encodePart(const Tokenizer &tokenizer, const TextPairs &texts)
{
    EncodedPart part;
    std::size_t ids = 0, unknown = 0, exact = 0;
    std::vector<int> sourceLengths, targetLengths;
    const auto measure = [&](const std::string &text, const std::vector<std::int32_t> &cut, std::vector<int> &lengths) {
        lengths.push_back(int(cut.size()));
        ids += cut.size();
        unknown += std::size_t(std::count(cut.begin(), cut.end(), tokenizer.unknownId()));
        exact += tokenizer.decode(cut) == text;
    };
    for (std::size_t i = 0; i < texts.source.size(); ++i) {
        TokenPair pair{tokenizer.encode(texts.source[i]), tokenizer.encode(texts.target[i])};
        measure(texts.source[i], pair.source, sourceLengths);
        measure(texts.target[i], pair.target, targetLengths);
        part.pairs.push_back(std::move(pair));
    }
    part.report.sourceLengths = lengthsOf(std::move(sourceLengths));
    part.report.targetLengths = lengthsOf(std::move(targetLengths));
    part.report.unknownShare = ids == 0 ? 0 : double(unknown) / double(ids);
    part.report.exactShare = double(exact) / double(2 * part.pairs.size());
    return part;
}

void leaveOutLong(EncodedPart &part, int maxSource, int maxTarget)
{
    std::erase_if(part.pairs, [&](const TokenPair &pair) {
        const bool target = pair.target.size() > std::size_t(maxTarget);
        const bool source = !target && pair.source.size() > std::size_t(maxSource);
        part.report.targetTooLong += target;
        part.report.sourceTooLong += source;
        return target || source;
    });
    part.report.pairs = part.pairs.size();
}

Json lengthsJson(const LengthStatistics &lengths)
{
    return {{"mean", lengths.mean},
            {"median", lengths.median},
            {"percentile_95", lengths.percentile95},
            {"percentile_99", lengths.percentile99},
            {"longest", lengths.longest}};
}

Json partJson(const PartReport &part)
{
    return {{"pairs", part.pairs},
            {"source_too_long", part.sourceTooLong},
            {"target_too_long", part.targetTooLong},
            {"source_lengths", lengthsJson(part.sourceLengths)},
            {"target_lengths", lengthsJson(part.targetLengths)},
            {"unknown_share", part.unknownShare},
            {"exact_share", part.exactShare}};
}

/// Everything that goes into the folder.
struct Prepared {
    PreparationReport report;
    std::string vocabulary;
    EncodedPart train;
    std::optional<EncodedPart> valid;
};

/// Writes into a folder within the folder first, so that a full disk leaves what was there.
Status writeStaged(const std::filesystem::path &folder, const Prepared &prepared)
{
    const int size = prepared.report.info.vocabulary;
    ARD_TRY(writeTokenFile(folder / "train.tokens", size, prepared.train.pairs));
    if (prepared.valid)
        ARD_TRY(writeTokenFile(folder / "valid.tokens", size, prepared.valid->pairs));
    ARD_TRY(writeAtomically(folder / "tokenizer.model", prepared.vocabulary));
    return writeAtomically(folder / "prepared.json", toJson(prepared.report));
}

Status moveStaged(const std::filesystem::path &from, const std::filesystem::path &to, bool valid)
{
    std::error_code error;
    for (const char *name : {"train.tokens", "valid.tokens", "tokenizer.model", "prepared.json"}) {
        if (!valid && std::string_view(name) == "valid.tokens")
            std::filesystem::remove(to / name, error);
        else
            std::filesystem::rename(from / name, to / name, error);
        if (error)
            return fail(ErrorCode::Io, (to / name).string() + " cannot be written: " + error.message());
    }
    return {};
}

Status writeFolder(const std::filesystem::path &out, const Prepared &prepared)
{
    const auto stage = out / ".prepare";
    std::error_code error;
    std::filesystem::create_directories(stage, error);
    if (error)
        return fail(ErrorCode::Io, "The folder " + out.string() + " cannot be made: " + error.message());
    Status status = writeStaged(stage, prepared);
    if (status)
        status = moveStaged(stage, out, prepared.valid.has_value());
    std::filesystem::remove_all(stage, error);
    return status;
}

Result<EncodedPart> cutPart(const Tokenizer &tokenizer, const TextPairs &texts, const PreparedInfo &info)
{
    EncodedPart part = encodePart(tokenizer, texts);
    leaveOutLong(part, info.maxSource > 0 ? info.maxSource : std::max(1, part.report.sourceLengths.longest),
                 info.maxTarget > 0 ? info.maxTarget : std::max(1, part.report.targetLengths.longest));
    if (part.pairs.empty())
        return fail(ErrorCode::Format, "No pair is short enough for these lengths");
    return part;
}

} // namespace

std::string toJson(const PreparationReport &report)
{
    Json json = {{"format", "ardiff-prepared-1"},       {"vocabulary", report.info.vocabulary},
                 {"pad_id", report.info.padId},         {"unknown_id", report.info.unknownId},
                 {"max_source", report.info.maxSource}, {"max_target", report.info.maxTarget},
                 {"lower", report.info.lower},          {"symbols", report.symbols},
                 {"train", partJson(report.train)}};
    if (report.valid.pairs > 0)
        json["valid"] = partJson(report.valid);
    return json.dump(2) + "\n";
}

const std::vector<std::string> &normalizationRules()
{
    static const std::vector<std::string> rules{"identity", "nfkc", "nmt_nfkc", "nfkc_cf", "nmt_nfkc_cf"};
    return rules;
}

Result<PreparationReport> prepare(const PrepareOptions &options)
{
    ARD_TRY(check(options));
    ARD_ASSIGN(const TextPairs texts, readPairs(options.source, options.target));
    ARD_ASSIGN(const std::optional<TextPairs> validTexts, readValid(options));
    const std::vector<std::string> symbols = options.tokenizer.empty()
        ? vocabularySymbols(options.symbols, texts.source, options.fieldValues, normalizationOf(options))
        : std::vector<std::string>();
    Prepared prepared;
    ARD_ASSIGN(prepared.vocabulary, vocabularyOf(options, symbols, texts));
    const std::string name = options.tokenizer.empty() ? "the new vocabulary" : options.tokenizer.string();
    ARD_ASSIGN(const auto tokenizer, SentencePieceTokenizer::create(prepared.vocabulary, name));

    PreparationReport &report = prepared.report;
    report.symbols = symbols.size();
    PreparedInfo &info = report.info;
    info = {tokenizer->size(), int(tokenizer->padId()), int(tokenizer->unknownId()),
            options.maxSource, options.maxTarget,       options.lower};
    if (!options.tokenizer.empty())
        info.lower = tokenizer->encode("A") == tokenizer->encode("a");
    ARD_ASSIGN(prepared.train, cutPart(*tokenizer, texts, info));
    report.train = prepared.train.report;
    // No limit means the longest of the training texts, so that held-out pairs fit the model too.
    info.maxSource = info.maxSource > 0 ? info.maxSource : std::max(1, report.train.sourceLengths.longest);
    info.maxTarget = info.maxTarget > 0 ? info.maxTarget : std::max(1, report.train.targetLengths.longest);
    if (validTexts) {
        ARD_ASSIGN(prepared.valid, cutPart(*tokenizer, *validTexts, info));
        report.valid = prepared.valid->report;
    }
    ARD_TRY(writeFolder(options.out, prepared));
    return report;
}

} // namespace ard
