// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TokenPair: the numbers behind two cells in two columns: of two lanes, or of two moments of one. What differs is bold.
#include "models/CandidatesModel.h"
#include "session/Session.h"
#include <QWidget>
#include <array>

class QGridLayout;
class QLabel;

namespace ard::ui {

class CandidateBars;
class ElidedLabel;

class TokenPair : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit TokenPair(Session *session, QWidget *parent = nullptr);

    /// Both lanes live; a cell that its lane does not have is shown as not known.
    void show(Lane *first, const Cell &firstCell, Lane *second, const Cell &secondCell);
    /// column: 0 or 1; key as in TokenFacts, "word" or "where".
    QString value(int column, const QString &key) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Column {
        ElidedLabel *word;
        QLabel *where, *candidatesOf;
        QList<QLabel *> values;
        CandidatesModel *candidates;
        CandidateBars *bars;
    };

    Column makeColumn(QGridLayout *grid, int index);
    void fill(Column &column, Lane *lane, const Cell &cell);
    void markDifferences();

    Session *m_session;
    std::array<Column, 2> m_columns;
};

} // namespace ard::ui
