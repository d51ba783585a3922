// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TextStripModel.h"
#include "facts/Differences.h"
#include "models/CellSentence.h"

namespace ard::ui {

namespace {
/// When words settled is known then.
bool isEndSeen(const Film &film, Moment now, Sight sight)
{
    const RunRecord &record = film.run()->record();
    return (sight == Sight::WholeRun ? SeenRun(record) : SeenRun(record, now.call)).isEndSeen();
}
} // namespace

TextStripModel::TextStripModel(Lane *lane, const Cursor *cursor, QObject *parent) : FilmModel(lane, cursor, parent)
{
    start();
}

int TextStripModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int TextStripModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant TextStripModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Moment now = moment();
    const int position = index.row();
    const auto settleStep = [&] {
        if (!film()->run()) // it has just gone, and the views are told before the model
            return 0;
        const SettleTracker &settle = film()->run()->settle();
        const int byWord = isEndSeen(*film(), now, sight()) ? settle.byWord(position) : 0;
        const int call = role == SettledByWordRole ? byWord : settle.bySchedule(position);
        return call <= now.call ? call : 0;
    };
    switch (role) {
    case PhaseRole:
        return static_cast<int>(phase(position));
    case TimestepRole:
        return film()->timestep(now, position);
    case NoiseLevelRole:
        return film()->noiseLevel(now, position);
    case SettledByWordRole:
    case SettledByScheduleRole:
        return settleStep();
    case FrozenRole: {
        const int step = film()->indexOf(now);
        return step > 0 && film()->timestep(film()->at(step - 1), position) == film()->timestep(now, position);
    }
    default:
        return wordData(position, role);
    }
}

QVariant TextStripModel::wordData(int position, int role) const
{
    const Moment now = moment();
    const TokenState *token = film()->token(now, position);
    if (!token) // the starting noise: no model has looked yet
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return film()->label(now, position);
    case Qt::AccessibleTextRole:
        return isPinned(position) ? tr("%1, pinned").arg(cellSentence(*film(), {position, now}, now, sight()))
                                  : cellSentence(*film(), {position, now}, now, sight());
    case PinnedRole:
        return isPinned(position);
    case WordIdRole:
        return token->wordId;
    case ProbabilityRole:
        return film()->probability(now, position);
    case ChangedRole:
        return film()->hasChanged(now, position);
    case StartsWordRole:
        return film()->startsWord(now, position);
    case PaddingRole:
        return film()->isPadding(now, position);
    case DiffersRole:
        return differs(position);
    default:
        return {};
    }
}

QVariant TextStripModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Vertical ? QVariant(section) : QVariant(tr("Word"));
}

QHash<int, QByteArray> TextStripModel::roleNames() const
{
    QHash<int, QByteArray> names = FilmModel::roleNames();
    names.insert({{PhaseRole, "phase"},
                  {WordIdRole, "wordId"},
                  {TimestepRole, "timestep"},
                  {NoiseLevelRole, "noiseLevel"},
                  {ProbabilityRole, "probability"},
                  {SettledByWordRole, "settledByWord"},
                  {SettledByScheduleRole, "settledBySchedule"},
                  {ChangedRole, "changed"},
                  {StartsWordRole, "startsWord"},
                  {PaddingRole, "padding"},
                  {DiffersRole, "differs"},
                  {PinnedRole, "pinned"},
                  {FrozenRole, "frozen"}});
    return names;
}

bool TextStripModel::isPinned(int position) const
{
    return film()->run() && film()->run()->isPinned(moment().call, position);
}

void TextStripModel::resetState()
{
    m_rows = film()->run() ? film()->length() : 0;
    m_differs.reset();
}

bool TextStripModel::differs(int position) const
{
    const Lane *first = cursor()->board()->at(0);
    if (first == lane() || !first->run() || !film()->run())
        return false;
    if (!m_differs)
        m_differs = positionsOfOtherWords(SeenRun(film()->run()->record(), moment().call),
                                          SeenRun(first->run()->record(), cursor()->momentIn(first).call));
    const auto n = static_cast<std::size_t>(position);
    return n < m_differs->size() && (*m_differs)[n];
}

void TextStripModel::onMoment()
{
    m_differs.reset();
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, 0));
}

TextStripModel::TokenPhase TextStripModel::phase(int position) const
{
    const Moment now = moment();
    const int timestep = film()->timestep(now, position);
    const bool untouched = timestep == film()->timestep(0, position);
    if (now == Moment{} || (untouched && timestep > 0))
        return TokenPhase::Noise;
    return film()->isSettled(now, position, sight()) ? TokenPhase::Settled : TokenPhase::Active;
}

} // namespace ard::ui

#include "moc_TextStripModel.cpp"
