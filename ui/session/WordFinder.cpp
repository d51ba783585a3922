// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/WordFinder.h"
#include "facts/SentenceWords.h"
#include <QSet>

namespace ard::ui {

namespace {

struct Query {
    std::vector<std::string> keys;
    QSet<std::int32_t> begins; ///< words that a place can begin with: one look at a position tells most apart
};

/// The run that shows a moment of a film, and after which of its calls.
std::pair<const Run *, int> shownBy(const Film &film, Moment moment)
{
    return moment.sub == 0 ? std::pair<const Run *, int>(film.run(), moment.call)
                           : std::pair<const Run *, int>(film.filled(moment.call + 1), moment.sub);
}

void addBegins(Query &query, const Run &run)
{
    for (const auto &[id, piece] : run.record().words) {
        const std::string label = wordKey(run.label(id).toStdString());
        const std::string &first = query.keys.front();
        const std::size_t both = std::min(label.size(), first.size());
        if (label.compare(0, both, first, 0, both) == 0)
            query.begins.insert(id);
    }
}

bool standsAt(const Query &query, const std::vector<SentenceWord> &words, std::size_t at)
{
    if (at + query.keys.size() > words.size())
        return false;
    for (std::size_t k = 0; k < query.keys.size(); ++k) {
        const std::string word = wordKey(words[at + k].text);
        const bool isLast = k + 1 == query.keys.size();
        if (isLast ? word.compare(0, query.keys[k].size(), query.keys[k]) != 0 : word != query.keys[k])
            return false;
    }
    return true;
}

QSet<int> positionsOf(const Query &query, const Run &run, int call)
{
    QSet<int> positions;
    const StepFrame *frame = run.frame(call);
    const bool canBe = frame &&
        std::any_of(frame->tokens.begin(), frame->tokens.end(),
                    [&query](const TokenState &token) { return query.begins.contains(token.wordId); });
    if (!canBe)
        return positions;
    const auto words = sentenceWords(SeenRun(run.record()), call);
    for (std::size_t w = 0; w < words.size(); ++w)
        if (standsAt(query, words, w))
            positions.insert(words[w].first);
    return positions;
}

} // namespace

std::vector<Cell> placesOf(const QString &text, const Film &film, int lane, int most)
{
    Query query;
    for (const SentenceWord &word : wordsOfText(text.toStdString()))
        query.keys.push_back(wordKey(word.text));
    std::vector<Cell> places;
    if (query.keys.empty() || !film.run())
        return places;
    addBegins(query, *film.run());
    QSet<int> before;
    for (int i = 1; i < film.size() && static_cast<int>(places.size()) < most; ++i) {
        const auto [run, call] = shownBy(film, film.at(i));
        if (run != film.run() && film.at(i).sub == 1)
            addBegins(query, *run); // a run of its own, with its own words
        const QSet<int> now = positionsOf(query, *run, call);
        for (int n = 0; n < film.length(); ++n)
            if (now.contains(n) && !before.contains(n))
                places.push_back({n, film.at(i), lane});
        before = now;
    }
    return places;
}

std::optional<FoundWord> findWord(const QString &text, const Board &board, const Cursor &cursor, int direction)
{
    std::vector<Cell> places;
    for (int lane = 0; lane < board.size(); ++lane) {
        const std::vector<Cell> here = placesOf(text, *board.at(lane)->film(), lane);
        places.insert(places.end(), here.begin(), here.end());
    }
    if (places.empty())
        return std::nullopt;
    const auto order = [](const Cell &a, const Cell &b) {
        return std::tie(a.lane, a.moment.call, a.moment.sub, a.position) <
            std::tie(b.lane, b.moment.call, b.moment.sub, b.position);
    };
    const int lane = cursor.laneIndex(), count = static_cast<int>(places.size());
    const Cell here{cursor.position(), cursor.moment(), lane};
    const auto next = direction > 0 ? std::upper_bound(places.begin(), places.end(), here, order)
                                    : std::lower_bound(places.begin(), places.end(), here, order);
    int found = static_cast<int>(next - places.begin()) - (direction > 0 ? 0 : 1);
    const auto isHere = [&places, lane, count](int index) {
        return index >= 0 && index < count && places[static_cast<std::size_t>(index)].lane == lane;
    };
    const bool stands = std::find(places.begin(), places.end(), here) != places.end();
    const auto ofLane = [lane](const Cell &cell) { return cell.lane == lane; };
    if (!isHere(found) && !stands && std::any_of(places.begin(), places.end(), ofLane)) {
        const auto first = std::find_if(places.begin(), places.end(), ofLane);
        const auto last = std::find_if(places.rbegin(), places.rend(), ofLane);
        found = static_cast<int>(direction > 0 ? first - places.begin() : places.rend() - last - 1);
    }
    found = (found + count) % count;
    return FoundWord{places[static_cast<std::size_t>(found)], found + 1, count};
}

} // namespace ard::ui
