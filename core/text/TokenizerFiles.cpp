// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/TokenizerFiles.h"
#include "base/Files.h"
#include "base/Json.h"
#include "base/Unicode.h"
#include "text/BytePairTokenizer.h"
#include "text/SentencePieceTokenizer.h"
#include "text/WordPieceTokenizer.h"
#include <algorithm>

namespace ard {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uint64_t kMaxVocabularyBytes = 64ULL << 20;
constexpr const char *kSentencePieceFile = "tokenizer.model", *kWordPieceFile = "vocab.txt";
constexpr const char *kBpeVocabularyFile = "vocab.json", *kBpeMergesFile = "merges.txt";

/// Lines without their ends (LF or CRLF); nothing after the last one.
std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        if (!lines.back().empty() && lines.back().back() == '\r')
            lines.back().pop_back();
        start = end + 1;
    }
    return lines;
}

/// A vocabulary of lines or JSON: without a byte-order mark. (A SentencePiece model is binary and has none.)
Result<std::string> readVocabulary(const fs::path &path)
{
    ARD_ASSIGN(const std::string text, readText(path, kMaxVocabularyBytes));
    return std::string(withoutByteOrderMark(text));
}

bool isText(const std::string &content)
{
    return isValidUtf8(content) && std::none_of(content.begin(), content.end(), [](char c) { return c >= 0 && c < 9; });
}

Result<std::shared_ptr<const Tokenizer>> loadWordPiece(const fs::path &folder, bool lower, bool marks)
{
    const fs::path path = folder / kWordPieceFile;
    ARD_ASSIGN(const std::string text, readVocabulary(path));
    if (!isText(text))
        return fail(ErrorCode::Format, path.string() + " is not UTF-8 text");
    return WordPieceTokenizer::create(linesOf(text), {lower, marks}, path.string());
}

Result<std::shared_ptr<const Tokenizer>> loadBytePair(const fs::path &folder, bool marks)
{
    const fs::path path = folder / kBpeVocabularyFile;
    ARD_ASSIGN(const std::string vocabulary, readVocabulary(path));
    ARD_ASSIGN(const std::string merges, readVocabulary(folder / kBpeMergesFile));
    return BytePairTokenizer::create(vocabulary, linesOf(merges), marks, path.string());
}

Result<std::shared_ptr<const Tokenizer>> loadSentencePiece(const fs::path &folder)
{
    const fs::path path = folder / kSentencePieceFile;
    ARD_ASSIGN(const std::string bytes, readText(path, kMaxVocabularyBytes));
    return SentencePieceTokenizer::create(bytes, path.string());
}

Result<bool> flag(const Json &tokenizer, const char *key, bool fallback)
{
    const auto found = tokenizer.find(key);
    if (found == tokenizer.end())
        return fallback;
    if (!found->is_boolean())
        return fail(ErrorCode::Format,
                    std::string("\"") + key + "\" of the tokenizer in model.json must be true or false");
    return found->get<bool>();
}

bool looksLikeJson(const std::string &content)
{
    const std::size_t first = content.find_first_not_of(" \t\r\n");
    return first != std::string::npos && content[first] == '{';
}

Result<TokenizerFiles> readBytePair(const fs::path &path, std::string vocabulary, const fs::path &merges, bool marks)
{
    TokenizerFiles files{nullptr, "bpe", false, marks, {}};
    const fs::path mergesPath = merges.empty() ? path.parent_path() / kBpeMergesFile : merges;
    std::error_code ignored;
    if (merges.empty() && !fs::exists(mergesPath, ignored))
        return fail(ErrorCode::NotFound,
                    path.string() + " is a byte-level BPE vocabulary, which needs its merges.txt too (--merges)");
    ARD_ASSIGN(std::string mergesText, readVocabulary(mergesPath));
    ARD_ASSIGN(files.tokenizer, BytePairTokenizer::create(vocabulary, linesOf(mergesText), marks, path.string()));
    files.files = {{kBpeVocabularyFile, std::move(vocabulary)}, {kBpeMergesFile, std::move(mergesText)}};
    return files;
}

} // namespace

Result<TokenizerFiles> readTokenizerFiles(const fs::path &vocabulary, const fs::path &merges, bool marks)
{
    ARD_ASSIGN(std::string content, readVocabulary(vocabulary));
    if (isText(content) && looksLikeJson(content))
        return readBytePair(vocabulary, std::move(content), merges, marks);
    if (!merges.empty())
        return fail(ErrorCode::InvalidArgument,
                    "--merges belongs to a vocab.json, but " + vocabulary.string() + " is none");
    TokenizerFiles files;
    if (!isText(content)) {
        files.kind = "sentencepiece";
        ARD_ASSIGN(files.tokenizer, SentencePieceTokenizer::create(content, vocabulary.string()));
        files.files[kSentencePieceFile] = std::move(content);
        return files;
    }
    const std::vector<std::string> pieces = linesOf(content);
    files.kind = "wordpiece";
    files.lower = WordPieceTokenizer::looksUncased(pieces);
    files.marks = marks;
    ARD_ASSIGN(files.tokenizer, WordPieceTokenizer::create(pieces, {files.lower, marks}, vocabulary.string()));
    files.files[kWordPieceFile] = std::move(content);
    return files;
}

Json tokenizerJson(const TokenizerFiles &files)
{
    Json json = {{"kind", files.kind}, {"lower", files.lower}};
    if (files.kind != "sentencepiece")
        json["marks"] = files.marks;
    return json;
}

Result<std::shared_ptr<const Tokenizer>> loadTokenizer(const fs::path &modelFolder)
{
    ARD_ASSIGN(const Json json, readJsonObject(modelFolder / "model.json"));
    return loadTokenizer(modelFolder, json);
}

Result<std::shared_ptr<const Tokenizer>> loadTokenizer(const fs::path &modelFolder, const Json &json)
{
    const auto description = modelFolder / "model.json";
    const auto tokenizer = json.find("tokenizer");
    if (tokenizer == json.end() || !tokenizer->is_object() || !tokenizer->contains("kind") ||
        !tokenizer->at("kind").is_string())
        return fail(ErrorCode::Format, description.string() + " does not say which tokenizer it needs");
    const std::string kind = tokenizer->at("kind");
    ARD_ASSIGN(const bool lower, flag(*tokenizer, "lower", false));
    ARD_ASSIGN(const bool marks, flag(*tokenizer, "marks", false));
    if (kind == "sentencepiece")
        return loadSentencePiece(modelFolder);
    if (kind == "wordpiece")
        return loadWordPiece(modelFolder, lower, marks);
    if (kind == "bpe")
        return loadBytePair(modelFolder, marks);
    if (kind == "none")
        return fail(ErrorCode::NotFound,
                    modelFolder.string() + " has no vocabulary: import its checkpoint again with --vocab");
    return fail(ErrorCode::Unsupported, "This build has no tokenizer of the kind \"" + printable(kind, 40) + "\"");
}

} // namespace ard
