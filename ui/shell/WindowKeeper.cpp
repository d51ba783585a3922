// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WindowKeeper.h"
#include "shell/Actions.h"

namespace ard::ui {

namespace {

/// What is switched on: by triggering, as the user did it. Of a group only the one that is on.
void takeSwitches(const Actions &from, const Actions &to)
{
    for (const QAction *before : from.all()) {
        QAction *now = to.action(before->objectName());
        const bool differs = now && now->isCheckable() && now->isChecked() != before->isChecked();
        if (differs && (!now->actionGroup() || before->isChecked()))
            now->trigger();
    }
}

} // namespace

WindowKeeper::WindowKeeper(Session *session, Theme *theme, QObject *parent)
    : QObject(parent), m_session(session), m_theme(theme), m_window(std::make_unique<MainWindow>(session, theme))
{
}

void WindowKeeper::rebuild()
{
    m_window->storeLayout();
    auto next = std::make_unique<MainWindow>(m_session, m_theme);
    takeSwitches(*m_window->actions(), *next->actions());
    if (m_window->isVisible())
        next->show(); // before the other goes: a program without a window ends
    m_window = std::move(next);
    Q_EMIT rebuilt(m_window.get());
}

} // namespace ard::ui

#include "moc_WindowKeeper.cpp"
