// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FindBar: a field for a word that is looked for in all steps of all lanes, and what was found. Shown when it is asked for.
#include "session/Session.h"
#include <QWidget>

class QLabel;
class QLineEdit;

namespace ard::ui {

class FindBar : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the bar.
    explicit FindBar(Session *session, QWidget *parent = nullptr);

    QLineEdit *field() const { return m_field; }
    QString result() const; ///< as it is shown
    void open();            ///< shown, with the keyboard, all of its text chosen
    /// The cursor goes to the next place (1) or the one before (-1); without a word the bar opens.
    void find(int direction);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Session *m_session;
    QLineEdit *m_field;
    QLabel *m_result;
};

} // namespace ard::ui
