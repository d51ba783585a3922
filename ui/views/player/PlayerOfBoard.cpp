// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/player/PlayerOfBoard.h"
#include "models/LaneNames.h"
#include "models/RunNames.h"
#include "paint/LaneMark.h"
#include "views/page/PageOfBoard.h"
#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace ard::ui {

namespace {

struct PlayerText {
    Q_DECLARE_TR_FUNCTIONS(PlayerOfBoard)
};

/// Words of all lanes in one list; vocabularies of two models may share them.
class WordList {
public:
    explicit WordList(PlayerState *state) : m_state(state) { }

    int indexOf(const Run &run, std::int32_t id)
    {
        const QString key = (run.isPadding(id)        ? QLatin1Char('P')
                                 : run.startsWord(id) ? QLatin1Char('S')
                                                      : QLatin1Char('J')) +
            run.label(id);
        const auto known = m_indices.constFind(key);
        if (known != m_indices.constEnd())
            return *known;
        const int index = static_cast<int>(m_state->words.size());
        m_state->words << run.label(id);
        if (run.isPadding(id))
            m_state->padding.push_back(index);
        else if (!run.startsWord(id))
            m_state->joined.push_back(index);
        m_indices.insert(key, index);
        return index;
    }

private:
    PlayerState *m_state;
    QHash<QString, int> m_indices;
};

/// 0, .., frames: every so many that no more than `most` are left besides the noise, the last always.
std::vector<int> keptCalls(int frames, int most)
{
    const int every = std::max(1, (frames + most - 1) / most);
    std::vector<int> kept{0};
    for (int call = every; call < frames; call += every)
        kept.push_back(call);
    kept.push_back(frames);
    return kept;
}

template <class Value, class Of>
std::vector<Value> row(int length, Of of)
{
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(length));
    for (int n = 0; n < length; ++n)
        values.push_back(static_cast<Value>(of(n)));
    return values;
}

void addStep(PlayerLane &lane, const Film &film, int call, WordList &words)
{
    lane.calls.push_back(call);
    lane.sentenceSteps.push_back(film.sentenceStep(call));
    lane.fronts.push_back(row<int>(lane.length, [&](int n) { return film.timestep(call, n); }));
    if (call == 0)
        return;
    const Run &run = *film.run();
    lane.words.push_back(row<int>(lane.length, [&](int n) { return words.indexOf(run, film.token(call, n)->wordId); }));
    lane.settled.push_back(row<bool>(lane.length, [&](int n) { return film.isSettled(call, n, Sight::UpToMoment); }));
    lane.shares.push_back(row<double>(lane.length, [&](int n) { return film.probability(call, n); }));
    lane.sentences << film.text(call);
}

PlayerLane playerLane(const Lane &lane, Session &session, int mostCells, WordList &words)
{
    const Film &film = *lane.film();
    PlayerLane result;
    if (session.board()->size() > 1) {
        result.letter = lane.letter();
        result.colour = laneColor(lane.mark(), lightTones()).name();
        result.ink = laneInk(lane.mark(), lightTones()).name();
    }
    result.title = laneTitle(lane, session);
    result.facts = (QStringList{laneCost(lane)} + laneHonesty(lane, session)).join(QStringLiteral(" · "));
    result.timesteps = std::max(film.diffusionSteps(), 2);
    result.length = session.positions()->shown(film.length());
    for (const int call : keptCalls(film.run()->frameCount(), std::max(1, mostCells / std::max(1, result.length))))
        addStep(result, film, call, words);
    return result;
}

} // namespace

std::optional<PlayerState> playerOfBoard(Session &session, int mostCells)
{
    const Board &board = *session.board();
    QList<const Lane *> shown;
    for (const Lane *lane : board.lanes())
        if (lane->run() && lane->run()->frameCount() > 0)
            shown << lane;
    if (shown.isEmpty())
        return std::nullopt;
    PlayerState state;
    WordList words(&state);
    for (const Lane *lane : shown)
        state.lanes.push_back(playerLane(*lane, session, mostCells / static_cast<int>(shown.size()), words));
    const Run &first = *shown.front()->run();
    state.source = QString::fromStdString(first.record().request.source).simplified();
    const QString model = QString::fromStdString(first.record().provenance.modelName);
    state.title = shown.size() > 1 ? PlayerText::tr("%1 in %2 lanes").arg(model).arg(shown.size())
                                   : PlayerText::tr("How %1 wrote a sentence").arg(model);
    state.language = session.settings()->language().replace(QLatin1Char('_'), QLatin1Char('-'));
    state.recipe = recipeOfBoard(board);
    return state;
}

} // namespace ard::ui
