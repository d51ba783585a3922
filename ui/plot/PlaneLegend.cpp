// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/PlaneLegend.h"
#include <QEvent>
#include <QPainter>

namespace ard::ui {

PlaneLegend::PlaneLegend(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    rebuild();
}

void PlaneLegend::show(const LegendContent &content)
{
    if (m_content == content)
        return;
    m_content = content;
    rebuild();
}

void PlaneLegend::rebuild()
{
    setAccessibleName(tr("Legend: %1").arg(painter().text()));
    updateGeometry();
    update();
}

LegendPainter PlaneLegend::painter() const
{
    return LegendPainter({m_content, &tonesOf(palette()), font()});
}

int PlaneLegend::heightForWidth(int width) const
{
    return painter().heightForWidth(width);
}

QSize PlaneLegend::sizeHint() const
{
    return {600, heightForWidth(std::max(200, width()))};
}

QSize PlaneLegend::minimumSizeHint() const
{
    return {120, QFontMetrics(font()).height()};
}

void PlaneLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void PlaneLegend::paintEvent(QPaintEvent *)
{
    QPainter target(this);
    painter().paint(target, rect());
}

} // namespace ard::ui

#include "moc_PlaneLegend.cpp"
