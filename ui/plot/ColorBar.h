// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ColorBar: the legend of a quantity: its title, its colours and the two ends of its range. Optionally a marker at one
// value.
#include "paint/Quantity.h"
#include <QWidget>
#include <optional>

namespace ard::ui {

class ColorBar : public QWidget {
    Q_OBJECT

public:
    explicit ColorBar(QWidget *parent = nullptr);
    void setScale(const QuantityScale &scale);
    void setMarker(std::optional<double> value);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QuantityScale m_scale;
    std::optional<double> m_marker;
};

} // namespace ard::ui
