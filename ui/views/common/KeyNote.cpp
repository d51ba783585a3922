// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/KeyNote.h"
#include <QAction>
#include <QApplication>
#include <QWidget>

namespace ard::ui {

namespace {
struct KeyNoteText {
    Q_DECLARE_TR_FUNCTIONS(KeyNote)
};
} // namespace

QString keyNote(const QString &actionId)
{
    for (const QWidget *window : QApplication::topLevelWidgets())
        if (const auto *action = window->findChild<QAction *>(actionId))
            return action->shortcut().isEmpty()
                ? QString()
                : KeyNoteText::tr(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
    return {};
}

} // namespace ard::ui
