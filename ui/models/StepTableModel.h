// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StepTableModel: rows are executed steps (row r: model call r + 1), columns positions 0..N-1. DisplayRole is the word.
// Rows come in while the run is live.
#include "models/RunBoundModel.h"
#include <vector>

namespace ard::ui {

class StepTableModel : public RunBoundModel {
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
        SettledByWordRole,     ///< bool; provisional while the run is live
        SettledByScheduleRole, ///< bool: timestep 0 reached
        CurrentRole,           ///< bool: the row of the transport's step
        StartsWordRole,        ///< bool: not joined to the piece on its left
        PaddingRole,           ///< bool
        PositionRole,
        CallRole ///< 1..M
    };

    using RunBoundModel::RunBoundModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Vertical: model call; tooltip: sentence step before and after, milliseconds. Horizontal: position.
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

public Q_SLOTS:
    void setCurrentStep(int step); ///< 0: none of the rows

protected:
    void resetState() override;
    void onFrame(int call) override;

private:
    void announceSettling();

    int m_rows = 0;
    int m_columns = 0;
    int m_currentStep = 0;
    std::vector<int> m_settledByWord; ///< as last announced
};

} // namespace ard::ui
