// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/JumpModel.h"
#include <QLocale>

namespace ard::ui {

JumpModel::JumpModel(const Jumps *jumps, QObject *parent) : QAbstractTableModel(parent), m_jumps(jumps)
{
    connect(jumps, &Jumps::changed, this, &JumpModel::reset);
    connect(jumps, &Jumps::advanced, this, &JumpModel::advance);
    reset();
}

void JumpModel::reset()
{
    beginResetModel();
    m_steps = static_cast<int>(m_jumps->way().timesteps.size());
    m_compared = m_jumps->comparison() && m_steps > 0 ? 3 : 0;
    endResetModel();
}

void JumpModel::advance()
{
    const int row = m_jumps->done();
    if (row >= 1 && row < m_steps)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int JumpModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_steps + m_compared;
}

int JumpModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_steps == 0 ? 0 : static_cast<int>(m_jumps->way().timesteps.front().size());
}

JumpModel::Kind JumpModel::kind(int row) const
{
    if (row < m_steps)
        return row == 0 || row == m_steps - 1 ? Kind::Executed : Kind::Skipped;
    return static_cast<Kind>(static_cast<int>(Kind::AfterJump) + row - m_steps);
}

Moment JumpModel::moment(int row) const
{
    return row < m_steps - 1 ? Moment(m_jumps->call() - 1, row) : Moment(m_jumps->call());
}

QVariant JumpModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Kind row = kind(index.row());
    if (role == KindRole)
        return static_cast<int>(row);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignCenter);
    return index.row() < m_steps ? stepData(index.row(), index.column(), role)
                                 : comparedData(row, index.column(), role);
}

QVariant JumpModel::stepData(int row, int position, int role) const
{
    const int timestep = m_jumps->way().timesteps[static_cast<std::size_t>(row)][static_cast<std::size_t>(position)];
    const Run *filled = m_jumps->filled();
    const TokenState *token = filled && row >= 1 ? filled->token(row, position) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return token ? filled->label(token->wordId) : QString::number(timestep);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return token ? tr("Position %1, timestep %2: %3").arg(position).arg(timestep).arg(filled->label(token->wordId))
                     : tr("Position %1, timestep %2").arg(position).arg(timestep);
    case TimestepRole:
        return timestep;
    case ChangedRole: {
        const TokenState *before = filled && row >= 2 ? filled->token(row - 1, position) : nullptr;
        return token && before && token->wordId != before->wordId;
    }
    case SettledRole:
        return timestep == 0;
    case PaddingRole:
        return token && filled->isPadding(token->wordId);
    default:
        return {};
    }
}

QVariant JumpModel::comparedData(Kind kind, int position, int role) const
{
    const FilledSteps *ways = m_jumps->comparison();
    const auto at = static_cast<std::size_t>(position);
    if (!ways || at >= ways->jumpWords.size() || at >= ways->filledWords.size() || at >= ways->distance.size())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        if (kind == Kind::Distance)
            return QLocale().toString(static_cast<double>(ways->distance[at]), 'f', 2);
        return m_jumps->filled()
            ? m_jumps->lane()->run()->label(kind == Kind::AfterJump ? ways->jumpWords[at] : ways->filledWords[at])
            : QString();
    case TimestepRole:
        return -1;
    case ChangedRole:
        return ways->jumpWords[at] != ways->filledWords[at];
    case PaddingRole:
        return kind != Kind::Distance &&
            m_jumps->lane()->run()->isPadding(kind == Kind::AfterJump ? ways->jumpWords[at] : ways->filledWords[at]);
    default:
        return {};
    }
}

QVariant JumpModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return section;
    switch (kind(section)) {
    case Kind::AfterJump:
        return tr("after the jump");
    case Kind::AfterSteps:
        return tr("after the steps");
    case Kind::Distance:
        return tr("distance");
    case Kind::Executed:
    case Kind::Skipped:
        break;
    }
    return m_jumps->way().sentenceSteps[static_cast<std::size_t>(section)];
}

} // namespace ard::ui

#include "moc_JumpModel.cpp"
