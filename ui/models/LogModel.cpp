// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LogModel.h"

namespace ard::ui {

namespace {

QString levelText(const QString &level)
{
    if (level == QLatin1String("error"))
        return LogModel::tr("error");
    if (level == QLatin1String("warn"))
        return LogModel::tr("warning");
    if (level == QLatin1String("info"))
        return LogModel::tr("information");
    return level == QLatin1String("debug") ? LogModel::tr("debug") : level;
}

} // namespace

LogModel::LogModel(LogBuffer *buffer, QObject *parent)
    : QAbstractTableModel(parent), m_buffer(buffer), m_rows(buffer->size())
{
    connect(buffer, &LogBuffer::aboutToAppend, this, [this](int row) { beginInsertRows({}, row, row); });
    connect(buffer, &LogBuffer::appended, this, [this] {
        ++m_rows;
        endInsertRows();
    });
    connect(buffer, &LogBuffer::aboutToDropFirst, this, [this] { beginRemoveRows({}, 0, 0); });
    connect(buffer, &LogBuffer::droppedFirst, this, [this] {
        --m_rows;
        endRemoveRows();
    });
    connect(buffer, &LogBuffer::aboutToClear, this, [this] { beginResetModel(); });
    connect(buffer, &LogBuffer::cleared, this, [this] {
        m_rows = 0;
        endResetModel();
    });
}

QStringList LogModel::levels()
{
    QStringList texts{tr("Level")};
    for (const char *level : {"error", "warn", "info", "debug"})
        texts << levelText(QLatin1String(level));
    return texts;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogLine &line = m_buffer->line(index.row());
    if (role == LevelRole)
        return line.level;
    if (role == Qt::ToolTipRole && index.column() == TextColumn)
        return line.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return line.time.toString(QStringLiteral("HH:mm:ss.zzz"));
    case LevelColumn:
        return levelText(line.level);
    default:
        return line.text;
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation == Qt::Vertical)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case LevelColumn:
        return tr("Level");
    case TextColumn:
        return tr("Message");
    default:
        return {};
    }
}

} // namespace ard::ui

#include "moc_LogModel.cpp"
