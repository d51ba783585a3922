// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Shortcuts.h"
#include "session/PlainText.h"
#include "shell/Actions.h"
#include <algorithm>

namespace ard::ui {

namespace {

/// What moves in the control that has the keyboard, or opens a menu of the window.
bool belongsToTheWindow(const QKeyCombination &key)
{
    const Qt::KeyboardModifiers modifiers = key.keyboardModifiers();
    const bool isLetter = key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    if (modifiers == Qt::AltModifier)
        return isLetter;
    const bool moves = key.key() == Qt::Key_Left || key.key() == Qt::Key_Right || key.key() == Qt::Key_Up ||
        key.key() == Qt::Key_Down || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter ||
        key.key() == Qt::Key_Tab || key.key() == Qt::Key_F10;
    return (moves && modifiers == Qt::NoModifier) || key.key() == Qt::Key_Backtab;
}

bool fits(const QList<QKeySequence> &keys)
{
    return keys.size() <= Shortcuts::kMost && std::none_of(keys.begin(), keys.end(), [](const QKeySequence &key) {
               return key.count() != 1 || belongsToTheWindow(key[0]);
           });
}

} // namespace

Shortcuts::Shortcuts(const Actions *actions, AppSettings *settings, QObject *parent)
    : QObject(parent), m_actions(actions), m_settings(settings)
{
    for (const QAction *action : actions->all())
        m_first.insert(action, action->shortcuts());
    apply();
}

/// A file of settings may be of another version or written by hand: of two that clash the first keeps the key, and what is the user's
/// comes before what was there at first.
void Shortcuts::apply()
{
    QList<QKeySequence> taken;
    QHash<QAction *, QList<QKeySequence>> own;
    for (const QString &line : m_settings->shortcuts()) {
        QAction *action = m_actions->action(line.section(QLatin1Char('='), 0, 0));
        QList<QKeySequence> keys =
            QKeySequence::listFromString(line.section(QLatin1Char('='), 1), QKeySequence::PortableText);
        keys.removeAll(QKeySequence()); // none at all
        const bool clashes =
            std::any_of(keys.begin(), keys.end(), [&](const auto &key) { return taken.contains(key); });
        if (!m_first.contains(action) || own.contains(action) || !fits(keys) || clashes)
            continue;
        own.insert(action, keys);
        taken << keys;
    }
    for (QAction *action : m_actions->all()) {
        QList<QKeySequence> keys = own.value(action);
        if (!own.contains(action)) {
            keys = m_first.value(action);
            keys.removeIf([&taken](const QKeySequence &key) { return taken.contains(key); });
        }
        Actions::setKeys(action, keys);
    }
}

void Shortcuts::store()
{
    QStringList lines;
    for (const QAction *action : m_actions->all())
        if (!isAsAtFirst(action))
            lines << action->objectName() + QLatin1Char('=') +
                    QKeySequence::listToString(action->shortcuts(), QKeySequence::PortableText);
    m_settings->shortcuts.set(lines);
}

const QAction *Shortcuts::ownerOf(const QKeySequence &key, const QAction *besides) const
{
    for (const QAction *action : m_actions->all())
        if (action != besides && action->shortcuts().contains(key))
            return action;
    return nullptr;
}

QString Shortcuts::problem(const QKeySequence &key, const QAction *action) const
{
    const QString name = key.toString(QKeySequence::NativeText);
    if (!fits({key}))
        return tr("%1 moves in the window or opens a menu: no command can have it.").arg(name);
    if (const QAction *owner = ownerOf(key, action))
        return tr("%1 is the key of “%2” already.").arg(name, controlName(owner->text()));
    return {};
}

QString Shortcuts::set(QAction *action, int which, const QKeySequence &key)
{
    QList<QKeySequence> keys = action->shortcuts();
    if (key == keys.value(which))
        return {};
    if (!key.isEmpty()) {
        if (const QString why = problem(key, action); !why.isEmpty())
            return why;
        keys.removeAll(key); // it was the other one of the same action
    }
    keys.resize(std::max<qsizetype>(keys.size(), which + 1));
    keys[which] = key;
    keys.removeAll(QKeySequence());
    Actions::setKeys(action, keys);
    store();
    return {};
}

QString Shortcuts::reset(QAction *action)
{
    for (const QKeySequence &key : m_first.value(action))
        if (const QString why = problem(key, action); !why.isEmpty())
            return why;
    Actions::setKeys(action, m_first.value(action));
    store();
    return {};
}

void Shortcuts::resetAll()
{
    m_settings->shortcuts.set({});
    apply();
}

} // namespace ard::ui

#include "moc_Shortcuts.cpp"
