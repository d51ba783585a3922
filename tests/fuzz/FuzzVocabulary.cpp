// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabularies of a model folder: pieces a line (WordPiece), JSON and merges (byte-level BPE), a SentencePiece model. The first byte says
// which.
#include "fuzz/Harness.h"
#include "text/BytePairTokenizer.h"
#include "text/SentencePiece.h"
#include "text/SentencePieceTokenizer.h"
#include "text/WordPieceTokenizer.h"
#include <cstdlib>
#include <sstream>
#include <string_view>

using namespace ard;

namespace {

std::vector<std::string> linesOf(const std::string &text)
{
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

Result<std::shared_ptr<const Tokenizer>> tokenizerOf(int kind, const std::string &bytes)
{
    const std::size_t end = bytes.find('\0');
    switch (kind) {
    case 0:
        return WordPieceTokenizer::create(linesOf(bytes), {}, "fuzz");
    case 1:
        return BytePairTokenizer::create(bytes.substr(0, end),
                                         linesOf(end == std::string::npos ? "" : bytes.substr(end + 1)), false, "fuzz");
    default:
        return SentencePieceTokenizer::create(bytes, "fuzz");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto tokenizer = tokenizerOf(data[0] % 3, {reinterpret_cast<const char *>(data) + 1, size - 1});
    if (!tokenizer) {
        if (tokenizer.error().message.empty())
            std::abort();
        return 0;
    }
    for (const std::string text : {"two dogs chase the ball", "Aﬁ\xcc\x81 \xff盡 🦊", ""}) {
        const std::vector<std::int32_t> ids = (*tokenizer)->encode(text);
        for (const std::int32_t id : ids)
            if (id < 0 || id >= (*tokenizer)->size())
                std::abort();
        (*tokenizer)->decode(ids);
    }
    return 0;
}

std::vector<std::vector<std::uint8_t>> ard::test::fuzzSeeds()
{
    using namespace std::string_view_literals;
    std::vector<std::vector<std::uint8_t>> seeds{
        seedFor(0, "[PAD]\n[UNK]\n[CLS]\n[SEP]\ndog\n##s\nt\n##wo\nchase\n"),
        seedFor(1, "{\"<pad>\": 0, \"<unk>\": 1, \"d\": 2, \"o\": 3, \"g\": 4, \"do\": 5}\0d o\n"sv)};
    const std::vector<std::string> sentences{"two dogs chase the ball", "the dog", "a ball and two balls"};
    if (const auto model = trainSentencePiece({{"model_type", "char"},
                                               {"vocab_size", "25"},
                                               {"pad_id", "0"},
                                               {"unk_id", "1"},
                                               {"bos_id", "-1"},
                                               {"eos_id", "-1"},
                                               {"hard_vocab_limit", "false"},
                                               {"normalization_rule_name", "identity"},
                                               {"minloglevel", "2"}},
                                              sentences))
        seeds.push_back(seedFor(2, *model));
    return seeds;
}
