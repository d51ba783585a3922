// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bleu: BLEU as sacreBLEU 2 computes it (Papineni et al. 2002; Post 2018): 13a or international tokens or plain words, n-grams up to 4,
// exponential smoothing, any number of references for a sentence with the closest reference length (the shorter of two
// equally close). Empty references are left out, as sacreBLEU does. Pure functions, thread-safe.
#include "base/Result.h"
#include "metrics/Ngrams.h"
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ard {

inline constexpr int bleuOrder = maxNgramOrder;

enum class BleuTokens {
    Mteval13a,     ///< "13a" of sacreBLEU: ASCII punctuation
    International, ///< "intl" of sacreBLEU: Unicode's punctuation and symbols, as in German quotation marks
    Characters,    ///< "char" of sacreBLEU: every character that is no white space, as for Chinese
    Words,         ///< "words", ours: lower-cased, without punctuation (lowerCasedWords)
};

struct BleuOptions {
    bool lowercase = false;      ///< compare lower-cased text
    bool effectiveOrder = false; ///< leave out n-gram orders that the hypothesis is too short for; for single sentences
    BleuTokens tokens = BleuTokens::Mteval13a;
};

struct BleuScore {
    double score = 0; ///< 0..100
    std::array<double, bleuOrder> precisions{};
    double brevityPenalty = 0;
    std::int64_t hypothesisLength = 0; ///< tokens
    std::int64_t referenceLength = 0;  ///< tokens, summed over the closest references
};

/// What BLEU is computed from. It adds up over sentences, so that a corpus, a resample of it or a part has its own.
struct BleuCounts {
    std::array<std::int64_t, bleuOrder> correct{}, total{}; ///< n-grams of order index + 1
    std::int64_t hypothesisLength = 0, referenceLength = 0; ///< tokens
    void add(const BleuCounts &other, std::int64_t times = 1);
};

/// Tokens of mteval-13a ("13a" of sacreBLEU), separated by one space.
std::string tokenize13a(std::string_view line);
/// Tokens of mteval-v14's international tokenization ("intl" of sacreBLEU), separated by one space: punctuation is
/// split off unless a number is on both sides of it, symbols always. Categories are those of Unicode, by utf8proc.
std::string tokenizeInternational(std::string_view line);
/// Every character but white space ("char" of sacreBLEU), separated by one space.
std::string tokenizeCharacters(std::string_view line);
/// The words of the text in these tokens, counted.
CountedText countTokens(const std::string &text, BleuTokens tokens, bool lowercase, WordNumbers &numbers);

/// Counts of one sentence. Precondition: a reference that is not empty (else its length is 0).
BleuCounts bleuCounts(const std::string &hypothesis, const std::vector<std::string> &references,
                      BleuOptions options = {});
/// The same from texts that are counted already, with the same WordNumbers; null references are left out.
BleuCounts bleuCounts(const CountedText &hypothesis, std::span<const CountedText *const> references);
BleuScore bleuOf(const BleuCounts &counts, bool effectiveOrder = false);

/// Error when the counts differ, when there is nothing to score, or when a sentence has no reference that is not empty.
Result<BleuScore> corpusBleu(std::span<const std::string> hypotheses,
                             std::span<const std::vector<std::string>> references, BleuOptions options = {});
/// BLEU of one sentence with effective order.
Result<BleuScore> sentenceBleu(const std::string &hypothesis, const std::vector<std::string> &references,
                               bool lowercase = false);

} // namespace ard
