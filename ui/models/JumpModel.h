// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JumpModel: the open jump as a table: one row for every sentence step from the one before the model call to the one after it, a
// column a position. A cell is its timestep, and when the network has been asked the word too. When all steps are there, three
// more rows hold the two ways beside each other: the word after the jump, the word after the steps, their distance.
#include "session/Jumps.h"
#include <QAbstractTableModel>

namespace ard::ui {

class JumpModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Kind { Executed, Skipped, AfterJump, AfterSteps, Distance };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of Kind, of the row
        TimestepRole,                ///< -1 in the rows that compare
        ChangedRole,                 ///< bool: another word than a step before; where ways are compared: they differ
        SettledRole,                 ///< bool: timestep 0
        PaddingRole
    };

    /// jumps must outlive the model.
    explicit JumpModel(const Jumps *jumps, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Kind kind(int row) const;
    /// The moment of the film that a row shows; of the rows that compare, the one after the call.
    Moment moment(int row) const;

private:
    void reset();
    void advance();
    QVariant stepData(int row, int position, int role) const;
    QVariant comparedData(Kind kind, int position, int role) const;

    const Jumps *m_jumps;
    int m_steps = 0;    ///< rows of the way
    int m_compared = 0; ///< 0 or 3
};

} // namespace ard::ui
