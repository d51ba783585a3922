// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunListModel: the runs of this session, oldest first but branches under the run that they go on from, and which one is in the cursor's lane; a list over RunStore.
#include "session/Cursor.h"
#include "session/RunStore.h"
#include <QAbstractListModel>

namespace ard::ui {

class RunListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        RunRole = Qt::UserRole + 1, ///< Run*
        StateRole,                  ///< int of Run::State
        StateTextRole,
        FrameCountRole,
        CurrentRole, ///< bool
        SavedRole,   ///< bool
        DepthRole    ///< how many runs it goes on from, one from the other, that are in the list
    };

    /// store and cursor, whose run is the current one, must outlive the model.
    RunListModel(RunStore *store, const Cursor *cursor, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; ///< editable: its name
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void markCurrent();
    void refreshDepths(); ///< as they are now; says which rows are others

    RunStore *m_store;
    const Cursor *m_cursor;
    int m_rows = 0;
    QList<int>
        m_depths; ///< [rows] as they were told: a run that comes or goes changes those of others, after its own row
    int m_current = -1; ///< its row
};

} // namespace ard::ui
