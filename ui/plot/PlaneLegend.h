// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneLegend: the plane's legend as a widget. Wraps where the window is narrow.
#include "paint/LegendPainter.h"
#include <QWidget>

namespace ard::ui {

class PlaneLegend : public QWidget {
    Q_OBJECT

public:
    explicit PlaneLegend(QWidget *parent = nullptr);
    void show(const LegendContent &content);
    const LegendContent &content() const { return m_content; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    LegendPainter painter() const;

    LegendContent m_content;
};

} // namespace ard::ui
