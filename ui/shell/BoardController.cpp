// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BoardController.h"
#include "session/BoardFiles.h"
#include "session/Session.h"
#include "shell/Actions.h"
#include "shell/FileQuestions.h"
#include <QFileInfo>
#include <QWidget>
#include <algorithm>

namespace ard::ui {

namespace {

/// "view.showTable" of a group: which of its actions is on, by its id.
std::string chosenOf(const QActionGroup &group)
{
    return group.checkedAction() ? group.checkedAction()->objectName().toStdString() : std::string();
}

/// An id that this version does not know changes nothing.
void choose(const QActionGroup &group, const std::string &id)
{
    for (QAction *action : group.actions())
        if (action->objectName().toStdString() == id && !action->isChecked())
            action->trigger();
}

} // namespace

BoardController::BoardController(Session *session, Actions *actions, QWidget *window)
    : QObject(window), m_session(session), m_actions(actions), m_window(window)
{
    connect(actions->action(QStringLiteral("board.save")), &QAction::triggered, this, &BoardController::save);
    connect(session->boards(), &BoardFiles::opened, this, [this](const QString &path, const BoardView &view) {
        m_path = path;
        show(view);
    });
    connect(session->cursor(), &Cursor::runChanged, this, &BoardController::updateEnabled);
    connect(session->runs(), &RunStore::changed, this, &BoardController::updateEnabled);
    connect(session, &Session::canRunChanged, this, &BoardController::updateEnabled);
    updateEnabled();
}

void BoardController::updateEnabled()
{
    const QList<Lane *> &lanes = m_session->board()->lanes();
    const bool hasRun = std::any_of(lanes.begin(), lanes.end(),
                                    [](const Lane *lane) { return lane->run() && lane->run()->frameCount() > 0; });
    m_actions->action(QStringLiteral("board.save"))->setEnabled(hasRun && !m_session->isRunning());
}

BoardView BoardController::view() const
{
    BoardView view;
    view.view = chosenOf(*m_actions->viewGroup);
    view.quantity = chosenOf(*m_actions->colourGroup);
    view.tailZoom = m_actions->tailZoom->isChecked();
    return view;
}

void BoardController::show(const BoardView &view)
{
    choose(*m_actions->viewGroup, view.view);
    choose(*m_actions->colourGroup, view.quantity);
    if (m_actions->tailZoom->isChecked() != view.tailZoom)
        m_actions->tailZoom->trigger();
}

void BoardController::save()
{
    const QString proposal = m_path.isEmpty() ? tr("board") : m_path;
    const QString path = askWhereToSave(
        m_window, {tr("Save the board"), proposal, tr("Boards (*.ardboard)"), QStringLiteral(".ardboard")});
    if (path.isEmpty())
        return;
    m_path = path;
    m_session->boards()->save(path, view());
}

} // namespace ard::ui

#include "moc_BoardController.cpp"
