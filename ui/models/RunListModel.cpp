// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RunListModel.h"
#include "models/RunNames.h"
#include "session/RunMemory.h"
#include <utility>

namespace ard::ui {

namespace {

/// The star of what no file holds stands at the number, where a narrow list does not cut it.
QString shownLabel(const Run &run)
{
    QString label = runLabel(run);
    if (run.frameCount() > 0 && !run.isSaved())
        label.insert(label.indexOf(QLatin1Char(' ')), QLatin1Char('*'));
    return label;
}

/// Branches stand under the run that they go on from, each further in.
QString indented(const QString &label, int depth)
{
    constexpr QChar kSpace(0x2003), kFrom(0x21B3);
    return depth > 0 ? QString(depth - 1, kSpace) + kFrom + QLatin1Char(' ') + label : label;
}

QString tooltip(const Run &run)
{
    QStringList lines{QString::fromStdString(run.record().request.source),
                      run.textAt(run.frameCount()),
                      runOrigin(run).join(QStringLiteral(" · ")),
                      run.stateText(),
                      RunListModel::tr("Memory: %1").arg(RunMemory::text(run.record())),
                      run.filePath()};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

RunListModel::RunListModel(RunStore *store, const Cursor *cursor, QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_cursor(cursor), m_rows(store->size()),
      m_current(store->indexOf(cursor->run()))
{
    refreshDepths();
    connect(store, &RunStore::aboutToAdd, this, [this](int row) { beginInsertRows({}, row, row); });
    connect(store, &RunStore::added, this, [this](int row) {
        ++m_rows;
        m_depths.insert(row, m_store->depth(m_store->at(row)));
        m_current = m_store->indexOf(m_cursor->run());
        endInsertRows();
        refreshDepths();
    });
    connect(store, &RunStore::aboutToRemove, this, [this](int row) { beginRemoveRows({}, row, row); });
    connect(store, &RunStore::removed, this, [this](int row) {
        --m_rows;
        m_depths.removeAt(row);
        m_current = m_store->indexOf(m_cursor->run());
        endRemoveRows();
        refreshDepths(); // branches of the run that is gone stand less far in
    });
    connect(store, &RunStore::changed, this, [this](int row) {
        m_depths[row] = m_store->depth(m_store->at(row));
        Q_EMIT dataChanged(index(row), index(row));
    });
    connect(cursor, &Cursor::runChanged, this, &RunListModel::markCurrent);
}

void RunListModel::refreshDepths()
{
    m_depths.resize(m_rows);
    for (int row = 0; row < m_rows; ++row)
        if (const int depth = m_store->depth(m_store->at(row)); std::exchange(m_depths[row], depth) != depth)
            Q_EMIT dataChanged(index(row), index(row));
}

void RunListModel::markCurrent()
{
    const int before = std::exchange(m_current, m_store->indexOf(m_cursor->run()));
    if (before == m_current)
        return;
    for (const int row : {before, m_current})
        if (row >= 0 && row < m_rows)
            Q_EMIT dataChanged(index(row), index(row), {CurrentRole});
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    Run *run = checkIndex(index, CheckIndexOption::IndexIsValid) ? m_store->at(index.row()) : nullptr;
    if (!run)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return indented(shownLabel(*run), m_depths.value(index.row()));
    case Qt::AccessibleTextRole:
        return shownLabel(*run);
    case DepthRole:
        return m_depths.value(index.row());
    case Qt::EditRole:
        return run->name();
    case Qt::ToolTipRole:
        return tooltip(*run);
    case RunRole:
        return QVariant::fromValue(run);
    case StateRole:
        return static_cast<int>(run->state());
    case StateTextRole:
        return run->stateText();
    case FrameCountRole:
        return run->frameCount();
    case CurrentRole:
        return index.row() == m_current;
    case SavedRole:
        return run->isSaved();
    default:
        return {};
    }
}

Qt::ItemFlags RunListModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool RunListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    Run *run = checkIndex(index, CheckIndexOption::IndexIsValid) ? m_store->at(index.row()) : nullptr;
    if (!run || role != Qt::EditRole)
        return false;
    run->setName(value.toString().simplified());
    return true;
}

QHash<int, QByteArray> RunListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{RunRole, "run"},
                  {StateRole, "state"},
                  {StateTextRole, "stateText"},
                  {FrameCountRole, "frameCount"},
                  {CurrentRole, "current"},
                  {SavedRole, "saved"},
                  {DepthRole, "depth"}});
    return names;
}

} // namespace ard::ui

#include "moc_RunListModel.cpp"
