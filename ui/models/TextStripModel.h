// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TextStripModel: the sentence at the cursor's moment: one row a position. DisplayRole is the word (empty at the starting
// noise).
#include "models/FilmModel.h"

namespace ard::ui {

class TextStripModel : public FilmModel {
    Q_OBJECT

public:
    enum class TokenPhase {
        Noise,  ///< no model call has changed its timestep yet (or step 0)
        Active, ///< the word may still change
        Settled ///< the word never changes again, as far as one can know
    };
    Q_ENUM(TokenPhase)
    enum Role {
        PhaseRole = Qt::UserRole + 1, ///< int of TokenPhase
        WordIdRole,
        TimestepRole,          ///< after the step
        NoiseLevelRole,        ///< 0..1
        ProbabilityRole,       ///< of the word; invalid at step 0
        SettledByWordRole,     ///< model call, 0: not yet, or nobody can know
        SettledByScheduleRole, ///< model call, 0: not yet
        ChangedRole,           ///< bool: changed in this very step
        StartsWordRole,
        PaddingRole,
        DiffersRole, ///< bool: the first lane of several has not this word, the sentences laid beside each other word by word
        PinnedRole, ///< bool: a branch holds it at its word
        FrozenRole  ///< bool: this step left its timestep as it was, so the token is exactly unchanged
    };

    TextStripModel(Lane *lane, const Cursor *cursor, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

protected:
    void resetState() override;
    void onGrew(int, int) override { } // what comes later does not change this moment
    void onMoment() override;

private:
    QVariant wordData(int position, int role) const;
    TokenPhase phase(int position) const;
    bool differs(int position) const;
    bool isPinned(int position) const;

    int m_rows = 0;
    mutable std::optional<std::vector<bool>> m_differs; ///< [positions] made when first asked for at a moment
};

} // namespace ard::ui
