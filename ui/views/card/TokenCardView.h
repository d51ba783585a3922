// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TokenCardView: the numbers behind the selected cell, or behind the one under the pointer while nothing is selected; beside it,
// if wanted, those of another lane or of a moment that was kept.
#include "models/CandidatesModel.h"
#include "session/Session.h"
#include <QWidget>
#include <vector>

class QFormLayout;
class QLabel;

namespace ard::ui {

class CandidateBars;
class ElidedLabel;
class BesideChoice;
class TokenPair;
struct TokenDetails;
struct TokenFact;

class TokenCardView : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit TokenCardView(Session *session, QWidget *parent = nullptr);

    CandidatesModel *candidates() { return &m_candidates; }
    /// Text of a row by its key, as shown: "timestep", "noise", "share", "probability", "entropy", "distance",
    /// "byWord", "bySchedule".
    QString value(const QString &key) const;
    QString word() const;
    const TokenPair *pair() const { return m_pair; } ///< nullptr: one cell is shown

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(const TokenFact &fact);
    QString whereText(const TokenDetails &details) const;
    void showPair(const Cell &cell);
    void refresh();
    void applyFonts();
    void putIn(int candidate, Qt::KeyboardModifiers modifiers);
    void showCandidateMenu(int candidate, const QPoint &global);
    Cell shownCell() const;

    Session *m_session;
    Lane *m_lane;
    CandidatesModel m_candidates;
    QLabel *m_hint;
    QWidget *m_body;
    ElidedLabel *m_word;
    QLabel *m_where;
    QLabel *m_candidatesTitle;
    CandidateBars *m_bars;
    QFormLayout *m_rows;
    BesideChoice *m_beside;
    TokenPair *m_pair = nullptr; ///< only while two cells are compared
    std::vector<std::pair<QString, QLabel *>> m_values;
};

} // namespace ard::ui
