// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/Alignment.h"

#include <map>

namespace ard {

namespace {

/// A pair of equal words and the pair before it in the longest chain that ends here; -1: none.
struct Link {
    int a, b, before;
};

class Aligner {
public:
    explicit Aligner(const std::vector<std::vector<SentenceWord>> &sentences) : m_sentences(sentences) { }

    Alignment align()
    {
        for (std::size_t s = 0; s < m_sentences.size(); ++s)
            add(s);
        return std::move(m_alignment);
    }

private:
    /// The words that the columns stand for so far: those of the first sentence that has one there.
    std::vector<SentenceWord> headings() const
    {
        std::vector<SentenceWord> words;
        for (const auto &column : m_alignment.columns)
            for (std::size_t s = 0; s < column.size(); ++s)
                if (column[s] >= 0) {
                    words.push_back(m_sentences[s][static_cast<std::size_t>(column[s])]);
                    break;
                }
        return words;
    }

    void add(std::size_t sentence)
    {
        const auto &words = m_sentences[sentence];
        auto pairs = commonWords(headings(), words);
        pairs.emplace_back(static_cast<int>(m_alignment.columns.size()), static_cast<int>(words.size()));
        std::vector<std::vector<int>> columns;
        int column = 0, word = 0;
        for (const auto &[endColumn, endWord] : pairs) {
            while (column < endColumn || word < endWord)
                columns.push_back(
                    columnWith(column < endColumn ? column++ : -1, sentence, word < endWord ? word++ : -1));
            if (static_cast<std::size_t>(endColumn) < m_alignment.columns.size())
                columns.push_back(columnWith(column++, sentence, word++));
        }
        m_alignment.columns = std::move(columns);
    }

    /// column -1: a new one.
    std::vector<int> columnWith(int column, std::size_t sentence, int word) const
    {
        std::vector<int> result = column >= 0 ? m_alignment.columns[static_cast<std::size_t>(column)]
                                              : std::vector<int>(m_sentences.size(), -1);
        result[sentence] = word;
        return result;
    }

    const std::vector<std::vector<SentenceWord>> &m_sentences;
    Alignment m_alignment;
};

} // namespace

std::vector<std::pair<int, int>> commonWords(const std::vector<SentenceWord> &a, const std::vector<SentenceWord> &b)
{
    std::map<std::string, std::vector<int>> places; // in b, falling
    for (std::size_t i = b.size(); i-- > 0;)
        places[wordKey(b[i].text)].push_back(static_cast<int>(i));
    std::vector<Link> links;
    std::vector<int> tails; // [k] the link that ends the chain of k+1 pairs whose last index in b is smallest
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto found = places.find(wordKey(a[i].text));
        if (found == places.end())
            continue;
        for (const int place : found->second) {
            const auto at = std::lower_bound(tails.begin(), tails.end(), place, [&links](int link, int value) {
                return links[static_cast<std::size_t>(link)].b < value;
            });
            const int before = at == tails.begin() ? -1 : *(at - 1);
            links.push_back({static_cast<int>(i), place, before});
            const int link = static_cast<int>(links.size()) - 1;
            if (at == tails.end())
                tails.push_back(link);
            else
                *at = link;
        }
    }
    std::vector<std::pair<int, int>> pairs;
    for (int link = tails.empty() ? -1 : tails.back(); link >= 0; link = links[static_cast<std::size_t>(link)].before)
        pairs.emplace_back(links[static_cast<std::size_t>(link)].a, links[static_cast<std::size_t>(link)].b);
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
}

Alignment alignSentences(const std::vector<std::vector<SentenceWord>> &sentences)
{
    return Aligner(sentences).align();
}

} // namespace ard
