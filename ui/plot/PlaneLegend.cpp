// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/PlaneLegend.h"
#include "paint/ColorMap.h"
#include "paint/Tones.h"
#include <QEvent>
#include <QPainter>

namespace ard::ui {

namespace {
constexpr int kSignGap = 6;
} // namespace

PlaneLegend::PlaneLegend(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    rebuild();
}

void PlaneLegend::setPreview(bool preview)
{
    if (m_preview == preview)
        return;
    m_preview = preview;
    rebuild();
}

void PlaneLegend::rebuild()
{
    m_entries.clear();
    const auto add = [this](Sign sign, const QString &text) { m_entries.push_back({sign, text, {}}); };
    if (m_preview) {
        add(Sign::Front, tr("where every token starts"));
        add(Sign::Plan, tr("where it will be after each model call"));
        add(Sign::Executed, tr("lines: executed steps, skipping what lies between"));
    } else {
        add(Sign::Front, tr("where every token is now"));
        add(Sign::Executed, tr("crossed; lines: executed steps"));
        add(Sign::NextJump, tr("the next jump, skipping what lies between"));
        add(Sign::Ahead, tr("not reached"));
        add(Sign::Settled, tr("settled"));
        add(Sign::Unsettled, tr("may still change"));
    }
    QStringList texts;
    for (const Entry &entry : m_entries)
        texts << entry.text;
    setAccessibleName(tr("Legend: %1").arg(texts.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

int PlaneLegend::signWidth(Sign sign) const
{
    const QFontMetrics fm(font());
    return sign == Sign::Settled || sign == Sign::Unsettled ? fm.horizontalAdvance(QStringLiteral("word")) + 6
                                                            : fm.height() * 3 / 2;
}

int PlaneLegend::arrange(std::vector<Entry> &entries, int width) const
{
    const QFontMetrics fm(font());
    const int line = fm.height() + 4, spacing = fm.averageCharWidth() * 3;
    int x = 0, y = 0;
    for (Entry &entry : entries) {
        const int needed = signWidth(entry.sign) + kSignGap + fm.horizontalAdvance(entry.text) + 2;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += line;
        }
        entry.box = QRect(x, y, needed, line);
        x += needed + spacing;
    }
    return y + line;
}

int PlaneLegend::heightForWidth(int width) const
{
    std::vector<Entry> entries = m_entries;
    return arrange(entries, width);
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
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    arrange(m_entries, width());
    for (const Entry &entry : m_entries) {
        const int sign = signWidth(entry.sign);
        const QFontMetrics fm(font());
        drawSign(painter, entry.sign,
                 QRectF(entry.box.left(), entry.box.center().y() - fm.height() * 0.36, sign, fm.height() * 0.76));
        painter.setPen(tonesOf(palette()).muted);
        painter.drawText(entry.box.adjusted(sign + kSignGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, entry.text);
    }
}

void PlaneLegend::drawSign(QPainter &painter, Sign sign, const QRectF &box) const
{
    const Tones &tones = tonesOf(palette());
    painter.save();
    const QRectF edge = box.adjusted(0.5, 0.5, -0.5, -0.5);
    switch (sign) {
    case Sign::Front:
        painter.setPen(QPen(tones.front, 2.4));
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        painter.setBrush(tones.dark ? tones.window : QColor(Qt::white));
        painter.drawEllipse(box.center(), 3.6, 3.6);
        break;
    case Sign::Plan:
        painter.setPen(QPen(tones.front, 1.1));
        for (const double y : {0.25, 0.75})
            painter.drawLine(QPointF(box.left(), box.top() + box.height() * y + 1),
                             QPointF(box.right(), box.top() + box.height() * y - 2));
        break;
    case Sign::Executed: {
        QLinearGradient fill(box.topLeft(), box.bottomLeft());
        fill.setColorAt(0, ColorMap::cividisReversed().at(0.9));
        fill.setColorAt(1, ColorMap::cividisReversed().at(0.4));
        painter.fillRect(box, fill);
        painter.fillRect(QRectF(box.left(), box.center().y() - 0.5, box.width(), 1.2), tones.surface);
        break;
    }
    case Sign::NextJump: {
        QColor fill = tones.accent;
        fill.setAlphaF(0.1f);
        painter.setBrush(fill);
        QPen pen(tones.accent, 1.3);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawRect(edge);
        break;
    }
    case Sign::Ahead:
        painter.setClipRect(box);
        painter.setPen(QPen(tones.dark ? tones.outline : tones.hatch.darker(115), 1));
        for (double x = box.left() - box.height(); x < box.right(); x += 5)
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
        painter.setPen(QPen(tones.hairline, 1));
        painter.drawRect(edge);
        break;
    case Sign::Settled:
    case Sign::Unsettled: {
        QFont font = painter.font();
        font.setBold(sign == Sign::Settled);
        font.setItalic(sign == Sign::Unsettled);
        painter.setFont(font);
        painter.setPen(sign == Sign::Settled ? tones.text : tones.unsettled);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, tr("word"));
        break;
    }
    }
    painter.restore();
}

} // namespace ard::ui
