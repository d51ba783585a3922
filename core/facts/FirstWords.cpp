// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/FirstWords.h"

#include "facts/Settled.h"
#include <map>
#include <optional>

namespace ard {

namespace {

LaneWord laneWord(const SentenceWord &word, const SettleOrder &order)
{
    LaneWord result{word.text, word.first, word.last, 0, true};
    for (auto n = static_cast<std::size_t>(word.first); n <= static_cast<std::size_t>(word.last); ++n) {
        result.since = std::max(result.since, order.byWord[n]);
        result.isFinal = result.isFinal && order.isFinal[n];
    }
    return result;
}

void markFirst(std::vector<LaneWord> &lanes)
{
    std::map<std::string, std::vector<LaneWord *>> have; // for good
    for (LaneWord &lane : lanes)
        if (lane.isFinal && !lane.text.empty())
            have[wordKey(lane.text)].push_back(&lane);
    for (auto &[word, those] : have) {
        if (those.size() < 2)
            continue;
        const auto earlier = [](const LaneWord *a, const LaneWord *b) { return a->since < b->since; };
        const auto [first, last] = std::minmax_element(those.begin(), those.end(), earlier);
        for (LaneWord *lane : those)
            lane->isFirst = lane->since == (*first)->since && (*first)->since < (*last)->since;
    }
}

} // namespace

std::vector<WordColumn> wordColumns(const std::vector<SeenRun> &runs, const std::vector<SentenceWord> &reference)
{
    std::vector<std::vector<SentenceWord>> sentences{reference};
    std::vector<SettleOrder> orders;
    for (const SeenRun &run : runs) {
        sentences.push_back(sentenceWords(run, run.calls()));
        orders.push_back(settleOrder(run));
    }
    std::vector<WordColumn> columns;
    for (const std::vector<int> &aligned : alignSentences(sentences).columns) {
        WordColumn &column = columns.emplace_back();
        column.reference = aligned[0];
        std::optional<std::string> common;
        for (std::size_t lane = 0; lane < runs.size(); ++lane) {
            const int word = aligned[lane + 1];
            column.lanes.push_back(
                word >= 0 ? laneWord(sentences[lane + 1][static_cast<std::size_t>(word)], orders[lane]) : LaneWord{});
            if (runs[lane].calls() == 0)
                continue; // noise: no words to differ
            const std::string key = wordKey(column.lanes.back().text);
            column.differs = column.differs || (common && *common != key);
            common = key;
        }
        markFirst(column.lanes);
    }
    return columns;
}

bool ReferenceTrace::follow(const SeenRun &run, int most)
{
    for (; most > 0 && static_cast<int>(m_has.size()) < run.calls(); --most) {
        auto &has = m_has.emplace_back(m_reference.size(), false);
        for (const auto &[wanted, word] : commonWords(m_reference, sentenceWords(run, static_cast<int>(m_has.size()))))
            has[static_cast<std::size_t>(wanted)] = true;
    }
    return static_cast<int>(m_has.size()) >= run.calls();
}

std::vector<ReferenceWord> ReferenceTrace::after(int calls) const
{
    std::vector<ReferenceWord> words(m_reference.size());
    const int known = std::min(calls, static_cast<int>(m_has.size()));
    for (int call = 1; call <= known; ++call) {
        const auto &has = m_has[static_cast<std::size_t>(call - 1)];
        for (std::size_t w = 0; w < words.size(); ++w) {
            if (has[w] && words[w].firstSeen == 0)
                words[w].firstSeen = call;
            words[w].since = !has[w] ? 0 : words[w].since > 0 ? words[w].since : call;
        }
    }
    return words;
}

} // namespace ard
