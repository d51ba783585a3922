// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CandidatesModel.h"
#include "models/TokenDetails.h"

namespace ard::ui {

CandidatesModel::CandidatesModel(Lane *lane, const Cursor *cursor, QObject *parent) : FilmModel(lane, cursor, parent)
{
    start();
}

int CandidatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int CandidatesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CandidatesModel::data(const QModelIndex &index, int role) const
{
    const TokenState *shown = checkIndex(index, CheckIndexOption::IndexIsValid) ? token() : nullptr;
    if (!shown)
        return {};
    const auto rank = static_cast<std::size_t>(index.row());
    const std::int32_t word = shown->topIds[rank];
    const double probability = static_cast<double>(shown->topProbabilities[rank]);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == WordColumn ? film()->run()->label(word) : percentText(probability);
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == WordColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return tr("Word %1: %2").arg(word).arg(film()->run()->piece(word));
    case WordIdRole:
        return word;
    case ProbabilityRole:
        return probability;
    case ChosenRole:
        return word == shown->wordId;
    default:
        return {};
    }
}

QVariant CandidatesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section == WordColumn ? tr("Word") : section == ProbabilityColumn ? tr("Probability") : QVariant();
}

QHash<int, QByteArray> CandidatesModel::roleNames() const
{
    QHash<int, QByteArray> names = FilmModel::roleNames();
    names.insert({{WordIdRole, "wordId"}, {ProbabilityRole, "probability"}, {ChosenRole, "chosen"}});
    return names;
}

void CandidatesModel::setCell(Cell cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    fitRows();
}

void CandidatesModel::resetState()
{
    m_rows = countWords();
}

void CandidatesModel::onGrew(int first, int last)
{
    if (m_cell.moment.call >= first && m_cell.moment.call <= last)
        fitRows();
}

const TokenState *CandidatesModel::token() const
{
    return isAhead(m_cell.moment) ? nullptr : film()->token(m_cell.moment, m_cell.position);
}

int CandidatesModel::countWords() const
{
    const TokenState *shown = token();
    int words = 0;
    while (shown && words < kTopWords && shown->topIds[static_cast<std::size_t>(words)] >= 0)
        ++words;
    return words;
}

void CandidatesModel::fitRows()
{
    // The list is rewritten in place, so that the view keeps its scroll position while the film runs.
    const int rows = countWords();
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

} // namespace ard::ui

#include "moc_CandidatesModel.cpp"
