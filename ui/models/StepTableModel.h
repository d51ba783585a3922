// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StepTableModel: rows are the moments of the film behind the starting noise (without filled in steps: row r is model call
// r + 1), columns positions 0..N-1. DisplayRole is the word. Rows come in while the run is live; what is ahead of the
// cursor's moment is empty, unless the cursor shows the future.
#include "models/FilmModel.h"

namespace ard::ui {

class StepTableModel : public FilmModel {
    Q_OBJECT

public:
    enum Role {
        WordIdRole = Qt::UserRole + 1,
        ProbabilityRole, ///< of the word, 0..1
        EntropyRole,     ///< nats
        DistanceRole,    ///< to the nearest word embedding
        NoiseLevelRole,  ///< sqrt(1 - alphaBar) of the timestep after, 0..1
        TimestepBeforeRole,
        TimestepAfterRole,
        ChangedRole,           ///< bool: another word than one call before
        SettledRole,           ///< bool: as far as one can know
        SettledByScheduleRole, ///< bool: timestep 0 reached
        CurrentRole,           ///< bool: the row of the cursor's moment
        LaterRole,             ///< bool: after the cursor's moment
        AheadRole,             ///< bool: so, and its words are not told
        StartsWordRole,        ///< bool: not joined to the piece on its left
        PaddingRole,           ///< bool
        PinnedRole,            ///< bool: a branch holds it at its word
        PositionRole,
        CallRole ///< 1..M; of a filled in step the call that it comes after
    };

    StepTableModel(Lane *lane, const Cursor *cursor, QObject *parent = nullptr);

    Moment momentOfRow(int row) const { return film()->at(row + 1); }
    int rowOf(Moment moment) const { return film()->indexOf(moment) - 1; } ///< -1: the starting noise, which has none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Vertical: model call; tooltip: sentence step before and after, milliseconds. Horizontal: position.
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

protected:
    void resetState() override;
    void onGrew(int first, int last) override;
    void onMoment() override;
    void onStateChanged() override;

private:
    QVariant tokenData(Moment at, int position, int role) const;
    void announceRows(int first, int last);

    int m_rows = 0;
    int m_columns = 0;
    int m_currentRow = -1; ///< as last announced
    Sight m_sight = Sight::UpToMoment;
};

} // namespace ard::ui
