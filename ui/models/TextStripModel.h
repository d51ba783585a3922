// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TextStripModel: the sentence at the transport's step: one row a position. DisplayRole is the word (empty at step 0).
#include "models/RunBoundModel.h"

namespace ard::ui {

class TextStripModel : public RunBoundModel {
    Q_OBJECT

public:
    enum class TokenPhase {
        Noise,  ///< no model call has changed its timestep yet (or step 0)
        Active, ///< the word may still change
        Settled ///< the word never changes again (provisional while live)
    };
    Q_ENUM(TokenPhase)
    enum Role {
        PhaseRole = Qt::UserRole + 1, ///< int of TokenPhase
        WordIdRole,
        TimestepRole,          ///< after the step
        NoiseLevelRole,        ///< 0..1
        ProbabilityRole,       ///< of the word; invalid at step 0
        SettledByWordRole,     ///< call, 0: not yet, as far as the frames so far tell
        SettledByScheduleRole, ///< call, 0: not yet
        ProvisionalRole,       ///< bool: settle steps may still move
        ChangedRole,           ///< bool: changed in this very step
        StartsWordRole,
        PaddingRole,
        FrozenRole ///< bool: this step left its timestep as it was, so the token is exactly unchanged
    };

    using RunBoundModel::RunBoundModel;

    int step() const { return m_step; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

public Q_SLOTS:
    void setStep(int step); ///< clamped to the frames there are

protected:
    void resetState() override;
    void onFrame(int call) override;
    void onStateChanged() override;

private:
    QVariant wordData(int position, int role) const;
    TokenPhase phase(int position) const;
    void announceAll();

    int m_rows = 0;
    int m_step = 0;
};

} // namespace ard::ui
