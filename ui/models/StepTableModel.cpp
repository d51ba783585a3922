// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/StepTableModel.h"
#include <utility>

namespace ard::ui {

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
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !run())
        return {};
    const int call = index.row() + 1;
    const int position = index.column();
    const TokenState *token = run()->token(call, position);
    if (!token)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return run()->label(token->wordId);
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignCenter);
    case Qt::AccessibleTextRole:
        return tr("Position %1 after call %2: %3").arg(position).arg(call).arg(run()->label(token->wordId));
    case WordIdRole:
        return token->wordId;
    case ProbabilityRole:
        return wordProbability(*token);
    case EntropyRole:
        return token->entropy;
    case DistanceRole:
        return token->distance;
    case NoiseLevelRole:
        return run()->noiseLevel(token->timestepAfter);
    case TimestepBeforeRole:
        return token->timestepBefore;
    case TimestepAfterRole:
        return token->timestepAfter;
    case ChangedRole:
        return token->changed;
    case SettledByWordRole:
        return run()->isSettledByWord(call, position);
    case SettledByScheduleRole:
        return run()->isSettledBySchedule(call, position);
    case CurrentRole:
        return call == m_currentStep;
    case StartsWordRole:
        return run()->startsWord(token->wordId);
    case PaddingRole:
        return run()->isPadding(token->wordId);
    case PositionRole:
        return position;
    case CallRole:
        return call;
    default:
        return {};
    }
}

QVariant StepTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return role == Qt::DisplayRole && section >= 0 && section < m_columns ? QVariant(section) : QVariant();
    const StepFrame *frame = run() ? run()->frame(section + 1) : nullptr;
    if (!frame)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case CallRole:
        return section + 1;
    case CurrentRole:
        return section + 1 == m_currentStep;
    case Qt::ToolTipRole:
        return tr("Model call %1: sentence step %2 to %3, %4 ms")
            .arg(section + 1)
            .arg(frame->sentenceStepBefore)
            .arg(frame->sentenceStepAfter)
            .arg(frame->milliseconds, 0, 'f', 1);
    default:
        return {};
    }
}

QHash<int, QByteArray> StepTableModel::roleNames() const
{
    QHash<int, QByteArray> names = RunBoundModel::roleNames();
    names.insert({{WordIdRole, "wordId"},
                  {ProbabilityRole, "probability"},
                  {EntropyRole, "entropy"},
                  {DistanceRole, "distance"},
                  {NoiseLevelRole, "noiseLevel"},
                  {TimestepBeforeRole, "timestepBefore"},
                  {TimestepAfterRole, "timestepAfter"},
                  {ChangedRole, "changed"},
                  {SettledByWordRole, "settledByWord"},
                  {SettledByScheduleRole, "settledBySchedule"},
                  {CurrentRole, "current"},
                  {StartsWordRole, "startsWord"},
                  {PaddingRole, "padding"},
                  {PositionRole, "position"},
                  {CallRole, "call"}});
    return names;
}

void StepTableModel::setCurrentStep(int step)
{
    const int before = std::exchange(m_currentStep, step);
    if (before == step || m_columns == 0)
        return;
    for (const int call : {before, step}) {
        if (call < 1 || call > m_rows)
            continue;
        Q_EMIT dataChanged(index(call - 1, 0), index(call - 1, m_columns - 1), {CurrentRole});
        Q_EMIT headerDataChanged(Qt::Vertical, call - 1, call - 1);
    }
}

void StepTableModel::resetState()
{
    m_rows = run() ? run()->frameCount() : 0;
    m_columns = run() ? run()->length() : 0;
    m_settledByWord = run() ? run()->settle().settling().byWord : std::vector<int>();
}

void StepTableModel::onFrame(int call)
{
    beginInsertRows({}, m_rows, call - 1);
    m_rows = call;
    endInsertRows();
    announceSettling();
}

void StepTableModel::announceSettling()
{
    // A word that changed again: the rows before it had looked settled.
    const std::vector<int> now = run()->settle().settling().byWord;
    for (int n = 0; n < m_columns && m_rows > 1; ++n) {
        const auto at = static_cast<std::size_t>(n);
        const int before = m_settledByWord[at];
        if (before > 0 && before != now[at])
            Q_EMIT dataChanged(index(before - 1, n), index(m_rows - 2, n), {SettledByWordRole});
    }
    m_settledByWord = now;
}

} // namespace ard::ui
