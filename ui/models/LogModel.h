// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LogModel: a table over LogBuffer. Columns: time, level, text.
#include "session/LogBuffer.h"
#include <QAbstractTableModel>

namespace ard::ui {

class LogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, LevelColumn, TextColumn, ColumnCount };
    enum Role { LevelRole = Qt::UserRole + 1 }; ///< untranslated level, of any column

    /// buffer must outlive the model.
    explicit LogModel(LogBuffer *buffer, QObject *parent = nullptr);

    static QStringList levels(); ///< all that the level column can show, its title included

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    LogBuffer *m_buffer;
    int m_rows = 0;
};

} // namespace ard::ui
