// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ControlRules.h"
#include "views/grid/TokenGridView.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QWheelEvent>

namespace ard::ui {

namespace {

/// The combo box or number field that the widget is, or is a part of; nullptr: neither.
QWidget *fieldOf(QObject *widget)
{
    for (QObject *candidate : {widget, qobject_cast<QLineEdit *>(widget) ? widget->parent() : nullptr})
        if (qobject_cast<QComboBox *>(candidate) || qobject_cast<QAbstractSpinBox *>(candidate))
            return static_cast<QWidget *>(candidate);
    return nullptr;
}

bool takesText(const QWidget *control)
{
    return qobject_cast<const QComboBox *>(control) || qobject_cast<const QAbstractSpinBox *>(control) ||
        qobject_cast<const QLineEdit *>(control) || qobject_cast<const QPlainTextEdit *>(control) ||
        qobject_cast<const QTextEdit *>(control);
}

void prepare(QObject *widget)
{
    // A wheel that gives the keyboard first would then change the value.
    if (QWidget *field = fieldOf(widget); field && field->focusPolicy() == Qt::WheelFocus)
        field->setFocusPolicy(Qt::StrongFocus);
    // Also the label that a tooltip is.
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
}

} // namespace

ControlRules::ControlRules(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
    for (QWidget *widget : QApplication::allWidgets()) // those that are there already
        prepare(widget);
}

bool ControlRules::belongsToControl(const QKeyEvent &key, const QWidget *control)
{
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (modifiers != Qt::NoModifier || !control || !control->isEnabled())
        return false;
    const bool moves = key.key() == Qt::Key_Home || key.key() == Qt::Key_End || key.key() == Qt::Key_PageUp ||
        key.key() == Qt::Key_PageDown;
    const bool types = !key.text().isEmpty() && key.text().front().isPrint();
    if (takesText(control))
        return types || moves;
    if (qobject_cast<const QAbstractButton *>(control))
        return key.key() == Qt::Key_Space;
    // In the table of steps moving is what the film does; other lists move by themselves, and go to what digits begin.
    const bool isList =
        qobject_cast<const QAbstractItemView *>(control) && !qobject_cast<const TokenGridView *>(control);
    return isList && (moves || (types && key.text().front().isDigit()));
}

bool ControlRules::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (const auto *widget = qobject_cast<QWidget *>(watched);
            widget && belongsToControl(*static_cast<QKeyEvent *>(event), widget)) {
            event->accept();
            return true;
        }
        break;
    case QEvent::Polish:
        prepare(watched);
        break;
    case QEvent::Wheel:
        if (const QWidget *field = fieldOf(watched); field && !field->hasFocus()) {
            event->ignore(); // goes on to what is behind it
            return true;
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ard::ui

#include "moc_ControlRules.cpp"
