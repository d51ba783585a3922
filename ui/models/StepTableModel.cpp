// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/StepTableModel.h"
#include "models/CellSentence.h"
#include <algorithm>
#include <utility>

namespace ard::ui {

StepTableModel::StepTableModel(Lane *lane, const Cursor *cursor, QObject *parent) : FilmModel(lane, cursor, parent)
{
    start();
}

int StepTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int StepTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant StepTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Moment at = momentOfRow(index.row());
    const int position = index.column();
    switch (role) {
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignCenter);
    case TimestepAfterRole:
        return film()->timestep(at, position);
    case TimestepBeforeRole:
        return film()->timestep(film()->at(index.row()), position);
    case NoiseLevelRole:
        return film()->noiseLevel(at, position);
    case SettledByScheduleRole:
        return film()->isSettledBySchedule(at, position);
    case CurrentRole:
        return at == moment();
    case LaterRole:
        return at > moment();
    case AheadRole:
        return isAhead(at);
    case PositionRole:
        return position;
    case CallRole:
        return at.call;
    default:
        return isAhead(at) ? QVariant() : tokenData(at, position, role);
    }
}

QVariant StepTableModel::tokenData(Moment at, int position, int role) const
{
    const TokenState *token = film()->token(at, position);
    if (!token)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return film()->label(at, position);
    case Qt::AccessibleTextRole:
        return film()->run()->isPinned(at.call, position)
            ? tr("%1, pinned").arg(cellSentence(*film(), {position, at}, moment(), sight()))
            : cellSentence(*film(), {position, at}, moment(), sight());
    case PinnedRole:
        return film()->run()->isPinned(at.call, position);
    case WordIdRole:
        return token->wordId;
    case ProbabilityRole:
        return film()->probability(at, position);
    case EntropyRole:
        return token->entropy;
    case DistanceRole:
        return token->distance;
    case ChangedRole:
        return film()->hasChanged(at, position);
    case SettledRole:
        return film()->isSettled(at, position, sight());
    case StartsWordRole:
        return film()->startsWord(at, position);
    case PaddingRole:
        return film()->isPadding(at, position);
    default:
        return {};
    }
}

QVariant StepTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return role == Qt::DisplayRole && section >= 0 && section < m_columns ? QVariant(section) : QVariant();
    if (section < 0 || section >= m_rows)
        return {};
    const Moment at = momentOfRow(section);
    const StepFrame *frame = film()->frame(at);
    if (!frame)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return at.sub == 0 ? QVariant(at.call) : QVariant(QStringLiteral("%1+%2").arg(at.call).arg(at.sub));
    case CallRole:
        return at.call;
    case CurrentRole:
        return at == moment();
    case Qt::ToolTipRole:
        return tr("Model call %1: sentence step %2 to %3, %4 ms")
            .arg(at.call)
            .arg(frame->sentenceStepBefore)
            .arg(frame->sentenceStepAfter)
            .arg(frame->milliseconds, 0, 'f', 1);
    default:
        return {};
    }
}

QHash<int, QByteArray> StepTableModel::roleNames() const
{
    QHash<int, QByteArray> names = FilmModel::roleNames();
    names.insert({{WordIdRole, "wordId"},
                  {ProbabilityRole, "probability"},
                  {EntropyRole, "entropy"},
                  {DistanceRole, "distance"},
                  {NoiseLevelRole, "noiseLevel"},
                  {TimestepBeforeRole, "timestepBefore"},
                  {TimestepAfterRole, "timestepAfter"},
                  {ChangedRole, "changed"},
                  {SettledRole, "settled"},
                  {SettledByScheduleRole, "settledBySchedule"},
                  {CurrentRole, "current"},
                  {LaterRole, "later"},
                  {AheadRole, "ahead"},
                  {StartsWordRole, "startsWord"},
                  {PaddingRole, "padding"},
                  {PinnedRole, "pinned"},
                  {PositionRole, "position"},
                  {CallRole, "call"}});
    return names;
}

void StepTableModel::resetState()
{
    m_rows = std::max(0, film()->size() - 1);
    m_columns = film()->run() ? film()->length() : 0;
    m_currentRow = rowOf(moment());
    m_sight = sight();
}

void StepTableModel::onGrew(int, int)
{
    const int rows = film()->size() - 1;
    if (rows <= m_rows) // a reset has brought them
        return;
    beginInsertRows({}, m_rows, rows - 1);
    m_rows = rows;
    endInsertRows();
}

void StepTableModel::onMoment()
{
    const int before = std::exchange(m_currentRow, rowOf(moment()));
    if (std::exchange(m_sight, sight()) != sight())
        announceRows(0, m_rows - 1);
    else if (before != m_currentRow) // those between are seen now, or not any more
        announceRows(std::min(before, m_currentRow), std::max(before, m_currentRow));
}

void StepTableModel::onStateChanged()
{
    announceRows(m_rows - 1, m_rows - 1); // when a run ends, its last words are known to be final
}

void StepTableModel::announceRows(int first, int last)
{
    first = std::max(first, 0);
    last = std::min(last, m_rows - 1);
    if (first > last || m_columns == 0)
        return;
    Q_EMIT dataChanged(index(first, 0), index(last, m_columns - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, first, last);
}

} // namespace ard::ui

#include "moc_StepTableModel.cpp"
