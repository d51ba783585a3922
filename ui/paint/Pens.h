// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What several painters need to draw lines and text well.
#include <QFont>
#include <QLineF>
#include <QPainter>
#include <QVector>

namespace ard::ui {

struct Tones;

/// While it lives, lines are smooth and whole coordinates name the middle of a pixel, so that an odd width fills pixels.
class SmoothLines {
public:
    explicit SmoothLines(QPainter &painter) : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.translate(0.5, 0.5);
    }
    ~SmoothLines() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(SmoothLines)

private:
    QPainter &m_painter;
};

/// What is painted is kept as a drawing, not as pixels: without clipping and patterns of pixels.
bool isVector(const QPainter &painter);
/// With round ends and corners.
QPen roundPen(const QColor &color, double width);
/// Slanted lines within the rectangle, so many pixels apart: for drawings, which keep no clipping.
QVector<QLineF> hatchLines(const QRectF &rect, double spacing);
/// The sign of a word that may still change, along y from left to right.
void paintDottedLine(QPainter &painter, double left, double right, double y, const QColor &color, double width);
/// The sign of a word that is held: square brackets at the left and right end of the rectangle.
void paintBrackets(QPainter &painter, const QRectF &rect, const QColor &color, double width);
/// Of the frame round what the model was not trained for; color: Tones::unsettled.
QPen offTrainingPen(const Tones &tones);
QColor faded(QColor color, double alpha);
/// The font so many times as large, whether its size is in points or in pixels.
QFont scaledFont(QFont font, double factor);

} // namespace ard::ui
