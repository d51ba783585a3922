// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/NearestSource.h"
#include "metrics/Words.h"
#include <algorithm>

namespace ard {

namespace {

std::vector<std::string> differentWords(std::string_view text)
{
    std::vector<std::string> words = lowerCasedWords(text);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

} // namespace

NearestSource::NearestSource(std::span<const std::string> sources)
{
    for (const std::string &source : sources) {
        const auto index = static_cast<std::uint32_t>(m_words.size());
        const std::vector<std::string> words = differentWords(source);
        m_words.push_back(static_cast<std::uint32_t>(words.size()));
        for (const std::string &word : words)
            m_sourcesOf[word].push_back(index);
    }
}

std::size_t NearestSource::find(std::string_view text) const
{
    std::vector<std::uint32_t> shared(m_words.size(), 0);
    for (const std::string &word : differentWords(text))
        if (const auto found = m_sourcesOf.find(word); found != m_sourcesOf.end())
            for (const std::uint32_t index : found->second)
                ++shared[index];
    std::size_t best = 0;
    for (std::size_t i = 1; i < shared.size(); ++i)
        if (shared[i] > shared[best] || (shared[i] == shared[best] && m_words[i] < m_words[best]))
            best = i;
    return shared.empty() || shared[best] == 0 ? 0 : best;
}

} // namespace ard
