// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/strip/StripAccessible.h"
#include "views/strip/TextStripView.h"

namespace ard::ui {

namespace {
QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *view = qobject_cast<TextStripView *>(object);
    return view ? new StripAccessible(view) : nullptr;
}
} // namespace

StripAccessible::StripAccessible(TextStripView *view) : QAccessibleWidget(view, QAccessible::EditableText) { }

void StripAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once)
}

TextStripView *StripAccessible::view() const
{
    return static_cast<TextStripView *>(widget());
}

QString StripAccessible::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Name)
        return view()->spokenName();
    if (kind == QAccessible::Value)
        return view()->spoken().text;
    if (kind == QAccessible::Description)
        return view()->spokenSelection();
    return QAccessibleWidget::text(kind);
}

QAccessible::State StripAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

void *StripAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                              : QAccessibleWidget::interface_cast(type);
}

int StripAccessible::characterCount() const
{
    return static_cast<int>(view()->spoken().text.size());
}

QString StripAccessible::text(int start, int end) const
{
    const QString all = view()->spoken().text;
    return all.mid(start, (end < 0 ? static_cast<int>(all.size()) : end) - start);
}

int StripAccessible::cursorPosition() const
{
    return std::max(0, view()->spoken().startOf(view()->selectedPosition()));
}

void StripAccessible::setCursorPosition(int position)
{
    if (const int n = view()->spoken().positionAt(position); n >= 0)
        view()->selectPosition(n);
}

int StripAccessible::selectionCount() const
{
    return view()->spoken().startOf(view()->selectedPosition()) >= 0 ? 1 : 0;
}

void StripAccessible::selection(int, int *start, int *end) const
{
    const SpokenWords spoken = view()->spoken();
    const int position = view()->selectedPosition();
    *start = std::max(0, spoken.startOf(position));
    *end = std::max(0, spoken.endOf(position));
}

void StripAccessible::addSelection(int start, int)
{
    setCursorPosition(start);
}

void StripAccessible::removeSelection(int) { }

void StripAccessible::setSelection(int, int start, int)
{
    setCursorPosition(start);
}

QRect StripAccessible::characterRect(int offset) const
{
    const int position = view()->spoken().positionAt(offset);
    const QRect box = view()->tokenRect(position);
    return box.isNull() ? QRect() : QRect(view()->viewport()->mapToGlobal(box.topLeft()), box.size());
}

int StripAccessible::offsetAtPoint(const QPoint &point) const
{
    return view()->spoken().startOf(view()->positionAt(view()->viewport()->mapFromGlobal(point)));
}

void StripAccessible::scrollToSubstring(int start, int)
{
    if (const int n = view()->spoken().positionAt(start); n >= 0)
        view()->scrollTo(n);
}

QString StripAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

} // namespace ard::ui
