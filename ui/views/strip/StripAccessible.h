// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StripAccessible: the words of the moment as a text that can be read by word and letter; the chosen position is its selection and the
// place of its caret.
#include <QAccessibleWidget>

namespace ard::ui {

class TextStripView;

class StripAccessible : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit StripAccessible(TextStripView *view);

    /// Once in a program: strips are known to QAccessible.
    static void install();

    QString text(QAccessible::Text kind) const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    int characterCount() const override;
    QString text(int start, int end) const override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    int selectionCount() const override;
    void selection(int index, int *start, int *end) const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int start, int end) override;
    QString attributes(int offset, int *start, int *end) const override;

private:
    TextStripView *view() const;
};

} // namespace ard::ui
