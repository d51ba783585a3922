// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/Pens.h"
#include "paint/Tones.h"
#include <QPaintEngine>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace ard::ui {

bool isVector(const QPainter &painter)
{
    const QPaintEngine::Type type = painter.paintEngine()->type();
    return type == QPaintEngine::SVG || type == QPaintEngine::Pdf || type == QPaintEngine::Picture;
}

QPen roundPen(const QColor &color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QVector<QLineF> hatchLines(const QRectF &rect, double spacing)
{
    QVector<QLineF> lines;
    // Each is x + y = sum, as far as it lies within.
    for (double sum = rect.left() + rect.top() + spacing; sum < rect.right() + rect.bottom(); sum += spacing) {
        const double left = std::max(rect.left(), sum - rect.bottom()),
                     right = std::min(rect.right(), sum - rect.top());
        lines << QLineF(left, sum - left, right, sum - right);
    }
    return lines;
}

void paintDottedLine(QPainter &painter, double left, double right, double y, const QColor &color, double width)
{
    painter.setPen(QPen(color, width, Qt::DotLine));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
}

void paintBrackets(QPainter &painter, const QRectF &rect, const QColor &color, double width)
{
    const double hook = std::min(4.0, rect.width() / 4);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPolyline(QPolygonF{QPointF(rect.left() + hook, rect.top()), rect.topLeft(), rect.bottomLeft(),
                                   QPointF(rect.left() + hook, rect.bottom())});
    painter.drawPolyline(QPolygonF{QPointF(rect.right() - hook, rect.top()), rect.topRight(), rect.bottomRight(),
                                   QPointF(rect.right() - hook, rect.bottom())});
}

QPen offTrainingPen(const Tones &tones)
{
    QPen pen(tones.unsettled, 2);
    pen.setDashPattern({5, 3});
    return pen;
}

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

QFont scaledFont(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(font.pixelSize() * factor))));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace ard::ui
