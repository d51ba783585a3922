// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CandidatesModel: the most probable words (at most 8) of the selected cell, best first. Columns: word, probability.
// Empty without a valid cell, at call 0, where no model has looked yet, and ahead of the cursor's moment.
#include "models/FilmModel.h"

namespace ard::ui {

class CandidatesModel : public FilmModel {
    Q_OBJECT

public:
    enum Column { WordColumn, ProbabilityColumn, ColumnCount };
    enum Role {
        WordIdRole = Qt::UserRole + 1,
        ProbabilityRole, ///< 0..1, of any column
        ChosenRole       ///< bool: the word that the step shows
    };

    CandidatesModel(Lane *lane, const Cursor *cursor, QObject *parent = nullptr);

    Cell cell() const { return m_cell; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

public Q_SLOTS:
    void setCell(ard::ui::Cell cell);

protected:
    void resetState() override;
    void onGrew(int first, int last) override;
    void onMoment() override { fitRows(); }

private:
    const TokenState *token() const;
    int countWords() const;
    void fitRows();

    Cell m_cell;
    int m_rows = 0;
};

} // namespace ard::ui
