// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source/NumberBox.h"

namespace ard::ui {

NumberBox::NumberBox(bool isWhole, QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(isWhole ? 0 : 2);
    setSingleStep(isWhole ? 1 : 0.1);
    setKeyboardTracking(false);
    setGroupSeparatorShown(false);
}

QValidator::State NumberBox::validate(QString &text, int &position) const
{
    const QValidator::State state = QDoubleSpinBox::validate(text, position);
    bool isNumber = false;
    locale().toDouble(text, &isNumber);
    // The value is kept within the limits by fixup(), not by refusing the keys that lead beyond them.
    return state == QValidator::Invalid && isNumber ? QValidator::Intermediate : state;
}

void NumberBox::fixup(QString &text) const
{
    bool isNumber = false;
    const double wanted = locale().toDouble(text, &isNumber);
    if (!isNumber)
        return QDoubleSpinBox::fixup(text);
    const double limit = qBound(minimum(), wanted, maximum());
    text = textFromValue(limit);
    if (limit != wanted)
        Q_EMIT const_cast<NumberBox *>(this)->limited(limit);
}

} // namespace ard::ui

#include "moc_NumberBox.cpp"
