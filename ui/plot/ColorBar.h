// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ColorBar: the legend of a quantity as a widget.
#include "paint/ColorBarPainter.h"
#include <QWidget>

namespace ard::ui {

class ColorBar : public QWidget {
    Q_OBJECT

public:
    explicit ColorBar(QWidget *parent = nullptr);
    void setScale(const QuantityScale &scale);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ColorBarState state() const;

    QuantityScale m_scale;
};

} // namespace ard::ui
