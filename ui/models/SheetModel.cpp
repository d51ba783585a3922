// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SheetModel.h"
#include "facts/ReferenceScore.h"
#include "models/RunNames.h"
#include "session/Run.h"
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace ard::ui {

using State = SheetCell::State;

SheetModel::SheetModel(ContactSheet *sheet, QObject *parent) : QAbstractTableModel(parent), m_sheet(sheet)
{
    connect(sheet, &ContactSheet::arranged, this, [this] {
        beginResetModel();
        if (m_seed >= m_sheet->seeds().size())
            m_seed = -1;
        endResetModel();
    });
    connect(sheet, &ContactSheet::cellsChanged, this, &SheetModel::announce);
}

void SheetModel::setSeed(int seed)
{
    if (seed == m_seed)
        return;
    beginResetModel();
    m_seed = seed;
    endResetModel();
}

void SheetModel::setReference(const QString &sentence)
{
    m_reference = sentence.simplified().toStdString();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

/// A whole row: what its other cells have in common with the new one.
void SheetModel::announce(const QList<int> &cells)
{
    for (const int cell : cells)
        if (const QModelIndex changed = indexOfCell(cell); changed.isValid())
            Q_EMIT dataChanged(index(changed.row(), 0), index(changed.row(), columnCount() - 1));
}

SheetPlace SheetModel::placeOf(const QModelIndex &index) const
{
    return {index.row() / seedsShown(), index.column(), m_seed >= 0 ? m_seed : index.row() % seedsShown()};
}

QModelIndex SheetModel::indexOfCell(int cell) const
{
    const SheetPlace place = m_sheet->placeOf(cell);
    if (m_seed >= 0)
        return place.seed == m_seed ? index(place.schedule, place.step) : QModelIndex();
    return index(place.schedule * seedsShown() + place.seed, place.step);
}

QString SheetModel::scheduleOf(int row) const
{
    const SheetSchedule &schedule = m_sheet->schedules().at(row / seedsShown());
    return schedule.spec ? shortSchedule(*schedule.spec) : schedule.text;
}

quint64 SheetModel::seedOf(int row) const
{
    return m_sheet->seeds().at(m_seed >= 0 ? m_seed : row % seedsShown());
}

int SheetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sheet->schedules().size()) * seedsShown();
}

int SheetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sheet->steps().size());
}

QString SheetModel::text(const SheetCell &cell) const
{
    switch (cell.state) {
    case State::Missing:
        return tr("not filled yet");
    case State::Reading:
        return cell.text.isEmpty() ? tr("being read") : cell.text;
    case State::Waiting:
        return tr("waiting for the engine");
    case State::Running:
        return cell.run ? cell.run->textAt(cell.run->frameCount()) : QString();
    case State::Failed:
        return cell.reason;
    case State::Done:
    case State::TextOnly:
        break;
    }
    return cell.text;
}

QString SheetModel::cost(const SheetCell &cell) const
{
    if (cell.state == State::Running && cell.run)
        return tr("%1 of %2 calls").arg(cell.run->frameCount()).arg(cell.run->modelCalls());
    if (cell.state == State::Failed || cell.calls <= 0)
        return {};
    const QString calls = cell.calls == 1 ? tr("1 call") : tr("%1 calls").arg(cell.calls);
    if (cell.seconds < 0)
        return calls;
    const QLocale locale;
    return tr("%1 · %2", "model calls and time")
        .arg(calls,
             cell.seconds < 10 ? tr("%1 ms").arg(locale.toString(std::lround(cell.seconds * 1000)))
                               : tr("%1 s").arg(locale.toString(cell.seconds, 'f', 1)));
}

QString SheetModel::score(const SheetCell &cell) const
{
    if (m_reference.empty() || (cell.state != State::Done && cell.state != State::TextOnly))
        return {};
    return tr("chrF %1").arg(QLocale().toString(scoreAgainst(cell.text.toStdString(), m_reference), 'f', 1));
}

int SheetModel::sameAs(const QModelIndex &index) const
{
    const SheetPlace place = placeOf(index);
    const SheetCell &cell = m_sheet->cell(place);
    for (int step = columnCount() - 1; step > place.step; --step) {
        const SheetCell &most = m_sheet->cell({place.schedule, step, place.seed});
        if (most.state == State::Done || most.state == State::TextOnly)
            return cell.isOver() && cell.text == most.text ? m_sheet->steps().at(step) : 0;
    }
    return 0;
}

QString SheetModel::tip(const QModelIndex &index) const
{
    const SheetPlace place = placeOf(index);
    const SheetCell &cell = m_sheet->cell(place);
    QStringList lines{tr("%1, M %2, seed %3")
                          .arg(scheduleOf(index.row()))
                          .arg(m_sheet->steps().at(place.step))
                          .arg(seedOf(index.row())),
                      text(cell)};
    lines << cost(cell) << score(cell);
    if (const int same = sameAs(index))
        lines << tr("The same sentence as with M %1").arg(same);
    if (cell.record && cell.record->provenance.startingNoise)
        lines << tr("starting noise %1").arg(*cell.record->provenance.startingNoise, 8, 16, QLatin1Char('0'));
    if (cell.kept && cell.kept->cell) {
        const CellResult &all = cell.kept->cell->result;
        if (all.tauByWord.mean && all.tauByWord.count > 1)
            lines << tr("Settling order over %1 outputs of the folder: Kendall's tau %2")
                         .arg(all.tauByWord.count)
                         .arg(QLocale().toString(*all.tauByWord.mean, 'f', 2));
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString SheetModel::spoken(const QModelIndex &index) const
{
    return tip(index).replace(QLatin1Char('\n'), QStringLiteral("; "));
}

QVariant SheetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SheetCell &cell = m_sheet->cell(placeOf(index));
    switch (role) {
    case Qt::DisplayRole:
        return text(cell);
    case Qt::ToolTipRole:
        return tip(index);
    case Qt::AccessibleTextRole:
        return spoken(index);
    case IndexRole:
        return indexOf(index);
    case StateRole:
        return static_cast<int>(cell.state);
    case CostRole:
        return cost(cell);
    case ScoreRole:
        return score(cell);
    case SameRole:
        return sameAs(index);
    default:
        return {};
    }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const int count = orientation == Qt::Horizontal ? columnCount() : rowCount();
    if (section < 0 || section >= count || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (orientation == Qt::Horizontal)
        return tr("M %1").arg(m_sheet->steps().at(section));
    return tr("%1, seed %2").arg(scheduleOf(section)).arg(seedOf(section));
}

QHash<int, QByteArray> SheetModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert(
        {{IndexRole, "cell"}, {StateRole, "state"}, {CostRole, "cost"}, {ScoreRole, "score"}, {SameRole, "same"}});
    return names;
}

} // namespace ard::ui

#include "moc_SheetModel.cpp"
