// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunListModel: the runs of this session, oldest first; a list over RunStore.
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
        SavedRole    ///< bool
    };

    /// store must outlive the model.
    explicit RunListModel(RunStore *store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; ///< editable: its name
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QHash<int, QByteArray> roleNames() const override;

private:
    RunStore *m_store;
    int m_rows = 0;
    int m_current = -1;
};

} // namespace ard::ui
