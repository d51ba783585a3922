// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/Bleu.h"
#include "base/Unicode.h"
#include "base/UnicodeText.h"
#include "metrics/References.h"
#include "metrics/Words.h"
#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace ard {

namespace {

double brevityPenalty(const BleuCounts &counts)
{
    if (counts.hypothesisLength >= counts.referenceLength)
        return 1.0;
    if (counts.hypothesisLength == 0)
        return 0.0;
    return std::exp(1.0 - static_cast<double>(counts.referenceLength) / static_cast<double>(counts.hypothesisLength));
}

/// Of every n-gram the greatest count in one reference.
NgramCounts greatestCounts(std::span<const CountedText *const> references)
{
    NgramCounts most;
    for (const CountedText *reference : references) {
        if (!reference)
            continue;
        for (const auto &[key, count] : reference->ngrams) {
            auto &entry = most[key];
            entry = std::max(entry, count);
        }
    }
    return most;
}

/// The reference length closest to this one, the shorter of two equally close; 0 without references.
std::int64_t closestLength(std::int64_t length, std::span<const CountedText *const> references)
{
    std::int64_t closest = -1;
    for (const CountedText *reference : references) {
        if (!reference)
            continue;
        const auto distance = [&](std::int64_t other) { return std::abs(other - length); };
        if (closest < 0 || distance(reference->length) < distance(closest) ||
            (distance(reference->length) == distance(closest) && reference->length < closest))
            closest = reference->length;
    }
    return std::max<std::int64_t>(closest, 0);
}

} // namespace

void BleuCounts::add(const BleuCounts &other, std::int64_t times)
{
    for (std::size_t n = 0; n < bleuOrder; ++n) {
        correct[n] += times * other.correct[n];
        total[n] += times * other.total[n];
    }
    hypothesisLength += times * other.hypothesisLength;
    referenceLength += times * other.referenceLength;
}

namespace {

std::string tokenized(const std::string &text, BleuTokens tokens)
{
    switch (tokens) {
    case BleuTokens::Mteval13a:
        return tokenize13a(text);
    case BleuTokens::International:
        return tokenizeInternational(text);
    case BleuTokens::Characters:
        return tokenizeCharacters(text);
    case BleuTokens::Words:
        break;
    }
    std::string line;
    for (const std::string &word : lowerCasedWords(text))
        line.append(line.empty() ? "" : " ").append(word);
    return line;
}

} // namespace

std::string tokenizeCharacters(std::string_view line)
{
    std::string spaced;
    for (const char32_t point : decodeUtf8(line))
        if (!isSpace(point)) {
            if (!spaced.empty())
                spaced += ' ';
            appendUtf8(spaced, point);
        }
    return spaced;
}

CountedText countTokens(const std::string &text, BleuTokens tokens, bool lowercase, WordNumbers &numbers)
{
    const std::string line = tokenized(lowercase ? toLower(text) : text, tokens);
    const auto words = splitWords(line);
    return countNgrams(words, numbers);
}

BleuCounts bleuCounts(const CountedText &hypothesis, std::span<const CountedText *const> references)
{
    BleuCounts counts;
    NgramCounts merged;
    const bool single =
        references.size() == 1 && references.front(); // nothing to merge: a risk matrix has many of these
    if (!single)
        merged = greatestCounts(references);
    const NgramCounts &most = single ? references.front()->ngrams : merged;
    for (const auto &[key, count] : hypothesis.ngrams) {
        const auto order = static_cast<std::size_t>(orderOf(key)) - 1;
        counts.total[order] += count;
        if (const auto found = most.find(key); found != most.end())
            counts.correct[order] += std::min(count, found->second);
    }
    counts.hypothesisLength = hypothesis.length;
    counts.referenceLength = closestLength(hypothesis.length, references);
    return counts;
}

BleuCounts bleuCounts(const std::string &hypothesis, const std::vector<std::string> &references, BleuOptions options)
{
    WordNumbers numbers;
    const CountedText output = countTokens(hypothesis, options.tokens, options.lowercase, numbers);
    std::vector<CountedText> texts;
    for (const std::string &text : references)
        if (!text.empty())
            texts.push_back(countTokens(text, options.tokens, options.lowercase, numbers));
    std::vector<const CountedText *> pointers;
    for (const CountedText &text : texts)
        pointers.push_back(&text);
    return bleuCounts(output, pointers);
}

/// compute_bleu of sacreBLEU with smooth_method "exp".
BleuScore bleuOf(const BleuCounts &counts, bool effectiveOrder)
{
    BleuScore result;
    result.hypothesisLength = counts.hypothesisLength;
    result.referenceLength = counts.referenceLength;
    result.brevityPenalty = brevityPenalty(counts);
    if (std::all_of(counts.correct.begin(), counts.correct.end(), [](std::int64_t c) { return c == 0; }))
        return result;
    double smoothing = 1.0;
    int order = effectiveOrder ? 0 : bleuOrder;
    for (int n = 0; n < bleuOrder && counts.total[n] > 0; ++n) {
        if (effectiveOrder)
            order = n + 1;
        const double total = static_cast<double>(counts.total[n]);
        if (counts.correct[n] == 0) {
            smoothing *= 2.0;
            result.precisions[n] = 100.0 / (smoothing * total);
        } else {
            result.precisions[n] = 100.0 * static_cast<double>(counts.correct[n]) / total;
        }
    }
    double logSum = 0.0;
    for (int n = 0; n < order; ++n) {
        if (result.precisions[n] == 0.0)
            return result; // the hypothesis has no n-gram of this order
        logSum += std::log(result.precisions[n]);
    }
    result.score = result.brevityPenalty * std::exp(logSum / order);
    return result;
}

Result<BleuScore> corpusBleu(std::span<const std::string> hypotheses,
                             std::span<const std::vector<std::string>> references, BleuOptions options)
{
    ARD_TRY(checkReferences(hypotheses, references));
    BleuCounts counts;
    for (std::size_t i = 0; i < hypotheses.size(); ++i)
        counts.add(bleuCounts(hypotheses[i], references[i], options));
    return bleuOf(counts, options.effectiveOrder);
}

Result<BleuScore> sentenceBleu(const std::string &hypothesis, const std::vector<std::string> &references,
                               bool lowercase)
{
    return corpusBleu(std::span(&hypothesis, 1), std::span(&references, 1), {lowercase, true, BleuTokens::Mteval13a});
}

} // namespace ard
