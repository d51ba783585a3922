// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BlackScreen.h"
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace ard::ui {

namespace {
/// Pressed alone: the first half of a key like Ctrl+W, whose second half would then not be kept from its shortcut.
bool isModifier(const QKeyEvent &event)
{
    const int key = event.key();
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_AltGr ||
        key == Qt::Key_Meta;
}
} // namespace

BlackScreen::BlackScreen(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("window.black"));
    setAccessibleName(tr("Black screen"));
    hide();
}

void BlackScreen::setOn(bool on)
{
    if (on == isVisible())
        return;
    if (on) {
        m_focus = QApplication::focusWidget();
        setGeometry(parentWidget()->rect());
        raise();
        show();
        qApp->installEventFilter(this); // keys go wherever the keyboard is
    } else {
        qApp->removeEventFilter(this);
        hide();
        if (m_focus)
            m_focus->setFocus();
    }
}

bool BlackScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget())
        setGeometry(parentWidget()->rect());
    // Before it becomes a shortcut: the same key that made the screen black takes it away.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const bool isFirst = event->type() == QEvent::ShortcutOverride;
        event->accept();
        if (!isFirst && !isModifier(*static_cast<QKeyEvent *>(event)))
            setOn(false);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void BlackScreen::mousePressEvent(QMouseEvent *)
{
    setOn(false);
}

void BlackScreen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
}

} // namespace ard::ui

#include "moc_BlackScreen.cpp"
