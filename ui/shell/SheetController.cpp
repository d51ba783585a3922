// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SheetController.h"
#include "shell/Actions.h"
#include "shell/CentralView.h"
#include "shell/DockLayout.h"
#include "shell/FileQuestions.h"
#include "shell/MainWindow.h"
#include "views/sheet/SheetTable.h"
#include "views/sheet/SheetView.h"

namespace ard::ui {

SheetController::SheetController(Session *session, MainWindow *window)
    : QObject(window), m_session(session), m_window(window)
{
    const Actions *actions = window->actions();
    const ContactSheet *sheet = sheetOf(session);
    QAction *shown = actions->action(QStringLiteral("sheet.show"));
    QAction *keep = actions->action(QStringLiteral("sheet.keep"));
    connect(shown, &QAction::toggled, this, &SheetController::show);
    connect(actions->action(QStringLiteral("sheet.open")), &QAction::triggered, this, [this] { askForFolder(false); });
    connect(keep, &QAction::triggered, this, [this] { askForFolder(true); });
    connect(actions->stop, &QAction::triggered, sheet, &ContactSheet::stop);
    const auto leave = [shown] { shown->setChecked(false); };
    connect(window->central()->sheet(), &SheetView::runOpened, this, leave);
    connect(session->board(), &Board::added, this, leave);
    connect(session->cursor(), &Cursor::runChanged, this, [leave](Run *run) {
        if (run) // whoever runs or chooses one wants to see it
            leave();
    });
    for (const QAction *layout : {actions->lecture, actions->compareLayout})
        connect(layout, &QAction::toggled, this, leave);
    connect(sheet, &ContactSheet::opened, this, [shown] { shown->setChecked(true); });
    const auto update = [keep, sheet] { keep->setEnabled(!sheet->isBusy() && sheet->missing() < sheet->size()); };
    connect(sheet, &ContactSheet::progressed, this, update);
    update();
}

void SheetController::show(bool on)
{
    m_window->docks()->setSheet(on);
    m_window->central()->setSheet(on);
    if (on)
        m_window->central()->sheet()->table()->setFocus(Qt::OtherFocusReason);
    else
        m_window->focusFilm();
}

void SheetController::askForFolder(bool keep)
{
    const QString folder = fileQuestions().folder(
        m_window, keep ? tr("Keep the contact sheet in a folder") : tr("Open the cells of a comparison"));
    if (folder.isEmpty())
        return;
    if (keep)
        sheetOf(m_session)->keepIn(folder);
    else
        sheetOf(m_session)->open(folder);
}

} // namespace ard::ui

#include "moc_SheetController.cpp"
