// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// UnsavedSheet: closing loses no computed cell of the contact sheet unasked. One question names how many no folder holds and offers
// to keep them in one, to give them up, or to stay. Nothing here waits.
#include "session/ContactSheet.h"
#include <QPointer>

class QMessageBox;
class QWidget;

namespace ard::ui {

class UnsavedSheet : public QObject {
    Q_OBJECT

public:
    /// sheet and window must outlive this object.
    UnsavedSheet(ContactSheet *sheet, QWidget *window);

    /// True: nothing would be lost, or it was given up. Otherwise the question is on the screen, or cells are being written, and
    /// mayCloseNow() follows when the answer lets the window close.
    bool mayClose();

Q_SIGNALS:
    void mayCloseNow();

private:
    void ask(int cells);
    void keep();

    ContactSheet *m_sheet;
    QWidget *m_window;
    QPointer<QMessageBox> m_question;
    int m_givenUp = 0; ///< cells that the person gave up: more of them are asked about again
    bool m_closesAfterwards = false;
};

} // namespace ard::ui
