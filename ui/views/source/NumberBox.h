// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// NumberBox: a number with a limit that depends on others, as M on the timestep schedule. More than the limit can be typed; it
// becomes the limit, and that is said, not done in silence.
#include <QDoubleSpinBox>

namespace ard::ui {

class NumberBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    NumberBox(bool isWhole, QWidget *parent);

    QValidator::State validate(QString &text, int &position) const override;
    void fixup(QString &text) const override;

Q_SIGNALS:
    /// More or less than the limits was typed; the value is the limit now.
    void limited(double limit);
};

} // namespace ard::ui
