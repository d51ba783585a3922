// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/WordMap.h"
#include "paint/LaneMark.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace ard::ui {

namespace {

constexpr double kReach = 12; ///< pixels from a point that still mean it
constexpr double kWordDot = 1.8, kCallDot = 2.6, kNow = 6.5;
constexpr double kPale = 0.35;
constexpr double kNameGap = 4; ///< pixels between a word and its name

QFont nameFont(const ChartStyle &style, bool isPassed)
{
    QFont font = scaledFont(style.font, isPassed ? 1.0 : 0.85);
    font.setBold(isPassed);
    return font;
}

} // namespace

WordMap::WordMap(WordMapState state, const QRectF &rect) : m_state(std::move(state)), m_rect(rect)
{
    const QRectF &bounds = m_state.bounds;
    if (bounds.width() > 0 && bounds.height() > 0)
        m_scale = std::min(rect.width() / bounds.width(), rect.height() / bounds.height());
    placeNames();
}

QPointF WordMap::pixelOf(const QPointF &point) const
{
    const QPointF from = point - m_state.bounds.center();
    return m_rect.center() + QPointF(from.x() * m_scale, -from.y() * m_scale);
}

QRectF WordMap::nameRect(const WordMapState::Landmark &landmark) const
{
    const QFontMetricsF letters(nameFont(m_state.style, landmark.isPassed));
    const QPointF at = pixelOf(landmark.at);
    const double width = letters.horizontalAdvance(landmark.word);
    // On the left where it would leave the map on the right.
    const bool isLeft = at.x() + kNameGap + width > m_rect.right();
    return {isLeft ? at.x() - kNameGap - width : at.x() + kNameGap, at.y() - letters.height() / 2, width,
            letters.height()};
}

/// In their order, each where none before it stands.
void WordMap::placeNames()
{
    std::vector<QRectF> taken;
    for (std::size_t i = 0; i < m_state.landmarks.size(); ++i) {
        const WordMapState::Landmark &landmark = m_state.landmarks[i];
        const QRectF name = nameRect(landmark).adjusted(-3, 0, 3, 0);
        const bool isFree =
            std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) { return other.intersects(name); });
        if (!isFree || !m_rect.contains(name))
            continue;
        taken.push_back(name);
        m_named.push_back(i);
    }
}

WordMap::Hit WordMap::hitAt(const QPointF &pixel) const
{
    Hit hit;
    double best = kReach;
    for (std::size_t i = 0; i < m_state.paths.size(); ++i) {
        const WordMapState::Path &path = m_state.paths[i];
        for (std::size_t k = 0; k < path.points.size(); ++k) {
            const QPointF away = pixelOf(path.points[k]) - pixel;
            if (const double distance = std::hypot(away.x(), away.y()); distance < best) {
                best = distance;
                hit = {i, path.firstCall + static_cast<int>(k)};
            }
        }
    }
    return hit;
}

void WordMap::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_state.paths.empty()) {
        painter.setFont(m_state.style.font);
        painter.setPen(m_state.style.tones->muted);
        painter.drawText(m_rect, Qt::AlignCenter | Qt::TextWordWrap, m_state.empty);
        painter.restore();
        return;
    }
    paintWords(painter);
    for (const WordMapState::Path &path : m_state.paths)
        paintPath(painter, path);
    paintNames(painter);
    painter.restore();
}

void WordMap::paintWords(QPainter &painter) const
{
    if (!m_state.words)
        return;
    QVector<QPointF> dots;
    for (const QPointF &word : *m_state.words)
        if (const QPointF at = pixelOf(word); m_rect.contains(at))
            dots << at;
    painter.setPen(roundPen(faded(m_state.style.tones->outline, 0.35), kWordDot));
    painter.drawPoints(dots.constData(), static_cast<int>(dots.size()));
}

void WordMap::paintNames(QPainter &painter) const
{
    const Tones &tones = *m_state.style.tones;
    for (const std::size_t index : m_named) {
        const WordMapState::Landmark &landmark = m_state.landmarks[index];
        const QRectF name = nameRect(landmark);
        painter.setPen(roundPen(landmark.isPassed ? tones.text : tones.outline, landmark.isPassed ? 4 : 3));
        painter.drawPoint(pixelOf(landmark.at));
        painter.fillRect(name.adjusted(-1, 1, 1, -1), faded(tones.surface, 0.8)); // over dots and lines
        painter.setFont(nameFont(m_state.style, landmark.isPassed));
        painter.setPen(landmark.isPassed ? tones.text : tones.muted);
        painter.drawText(name, Qt::AlignCenter | Qt::TextDontClip, landmark.word);
    }
}

void WordMap::paintPath(QPainter &painter, const WordMapState::Path &path) const
{
    const Tones &tones = *m_state.style.tones;
    const QColor color = path.key.title.isEmpty() ? tones.accent : laneColor(path.key.mark, tones);
    for (std::size_t k = 0; k < path.points.size(); ++k) {
        const int call = path.firstCall + static_cast<int>(k);
        const QColor ink = call <= path.shownCall ? color : faded(color, kPale);
        const QPointF at = pixelOf(path.points[k]);
        if (k > 0) {
            painter.setPen(roundPen(ink, call <= path.shownCall ? 1.6 : 1));
            painter.drawLine(pixelOf(path.points[k - 1]), at);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(at, kCallDot, kCallDot);
    }
    const int now = path.shownCall - path.firstCall;
    if (now < 0 || now >= static_cast<int>(path.points.size()))
        return;
    const QPointF at = pixelOf(path.points[static_cast<std::size_t>(now)]);
    if (path.hasWord) {
        painter.setPen(QPen(tones.text, 1.2, Qt::DashLine));
        painter.drawLine(at, pixelOf(path.word));
    }
    if (path.key.title.isEmpty()) {
        painter.setPen(QPen(tones.surface, 1.5));
        painter.setBrush(tones.front);
        painter.drawEllipse(at, kNow, kNow);
    } else {
        paintLaneMark(painter, path.key.mark, tones, scaledFont(m_state.style.font, 0.8),
                      QRectF(at.x() - kNow * 1.2, at.y() - kNow * 1.2, kNow * 2.4, kNow * 2.4));
    }
}

} // namespace ard::ui
