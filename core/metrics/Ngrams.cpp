// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/Ngrams.h"
#include <algorithm>

namespace ard {

namespace {

template <class Word>
CountedText count(std::span<const Word> words, WordNumbers &numbers)
{
    std::vector<std::uint32_t> ids;
    for (const Word &word : words)
        ids.push_back(
            numbers.try_emplace(std::string(word), static_cast<std::uint32_t>(numbers.size() + 1)).first->second);
    CountedText text;
    text.length = static_cast<std::int64_t>(ids.size());
    for (std::size_t start = 0; start < ids.size(); ++start) {
        NgramKey key{};
        for (std::size_t n = 0; n < maxNgramOrder && start + n < ids.size(); ++n) {
            key[n] = ids[start + n];
            ++text.ngrams[key];
        }
    }
    return text;
}

} // namespace

std::size_t NgramHash::operator()(const NgramKey &key) const
{
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const std::uint32_t word : key)
        hash = (hash ^ word) * 0x100000001B3;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
}

int orderOf(const NgramKey &key)
{
    return static_cast<int>(std::find(key.begin(), key.end(), 0U) - key.begin());
}

std::int64_t ngramsOf(std::int64_t length, int order)
{
    return std::max<std::int64_t>(0, length - order + 1);
}

CountedText countNgrams(std::span<const std::string_view> words, WordNumbers &numbers)
{
    return count(words, numbers);
}

CountedText countNgrams(std::span<const std::string> words, WordNumbers &numbers)
{
    return count(words, numbers);
}

} // namespace ard
