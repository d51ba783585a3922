// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/ScheduleHandle.h"
#include "diffusion/TimestepSchedule.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

namespace ard::ui {

namespace {
using Kind = ScheduleHandle::Kind;
constexpr double kRadius = 8;         ///< pixels
constexpr double kHit = 16;           ///< pixels round it
constexpr double kSnap = 6;           ///< pixels
constexpr double kPaperScale = 2;     ///< Wu et al. 2023
constexpr double kKeyStep = 0.1;      ///< anchor scale
constexpr int kFanLines = 7;          ///< lines that are drawn on to the anchor
constexpr double kMarginLetters = 17; ///< the anchor's margin, in widths of a letter

/// Short enough to be read out: "2.25", "48", "310".
double rounded(double scale)
{
    const double grain = scale < 10 ? 0.05 : scale < 100 ? 1 : std::pow(10, std::floor(std::log10(scale)) - 1);
    return std::max(1.0, std::round(scale / grain) * grain);
}

void paintGrip(QPainter &painter, const QPointF &at, const Tones &tones, bool active)
{
    painter.setPen(QPen(tones.surface, 5));
    painter.setBrush(tones.accent);
    painter.drawEllipse(at, kRadius, kRadius);
    painter.setPen(QPen(active ? tones.text : tones.accent, 2));
    painter.drawEllipse(at, kRadius, kRadius);
}

void paintAnchorTrack(QPainter &painter, const HandleGeometry &handle, const PlaneGeometry &g, const Tones &tones,
                      const QFont &font)
{
    const QFontMetricsF fm(font);
    const QPointF first = handle.pointOf(1), last = handle.pointOf(kMaxAnchorScale);
    painter.setPen(QPen(tones.outline, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(first, last);
    painter.setFont(font);
    for (const auto &[scale, name] : {std::pair(1.0, QStringLiteral("N")), std::pair(2.0, QStringLiteral("2N")),
                                      std::pair(kMaxAnchorScale, QStringLiteral("∞"))}) {
        const QPointF at = handle.pointOf(scale);
        painter.setPen(QPen(tones.outline, 2));
        painter.drawLine(at - QPointF(0, 4), at + QPointF(0, 4));
        painter.setPen(tones.muted);
        painter.drawText(QRectF(at.x() - 30, at.y() + kRadius + 3, 60, fm.height()), Qt::AlignCenter, name);
    }
    // Every front lies on a line through the anchor: some of them are drawn on.
    const int calls = g.layout().modelCalls(), right = g.layout().columns() - 1;
    painter.setPen(QPen(faded(tones.front, 0.55), 1.1, Qt::DashLine));
    for (int i = 1; i <= kFanLines; ++i) {
        const int call = (calls - 1) * i / kFanLines; // the last jump ends at 0 everywhere
        painter.drawLine(QPointF(g.plane().right(), g.y(g.layout().timestep(call, right))), handle.point());
    }
}

void paintLagFront(QPainter &painter, double lag, const PlaneGeometry &g, const Tones &tones)
{
    const int last = g.layout().columns() - 1, top = g.layout().diffusionSteps() - 1;
    QPolygonF front;
    for (int n = 0; n <= last; ++n)
        front << QPointF(g.x(n), g.y(std::clamp(top - (last - n) * lag, 0.0, static_cast<double>(top))));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(tones.accent, 2.4));
    painter.drawPolyline(front);
}

void paintBlocks(QPainter &painter, const PlaneGeometry &g, int block, const Tones &tones)
{
    painter.setPen(QPen(tones.accent, 1.6, Qt::DashLine));
    for (int edge = block; edge < g.layout().columns(); edge += block) {
        const double x = g.x(edge - 0.5);
        painter.drawLine(QPointF(x, g.plane().top()), QPointF(x, g.plane().bottom()));
    }
}
} // namespace

void paintPlaque(QPainter &painter, const QString &text, QPointF centreTop, const QRectF &within, const Tones &tones,
                 const QFont &font)
{
    const QFontMetricsF fm(font);
    QRectF box(0, 0, fm.horizontalAdvance(text) + 10, fm.height() + 4);
    box.moveCenter(centreTop + QPointF(0, box.height() / 2));
    box.translate(std::min(0.0, within.right() - 2 - box.right()), 0);
    box.translate(std::max(0.0, within.left() + 2 - box.left()), 0);
    box.translate(0, std::min(0.0, within.bottom() - 2 - box.bottom()));
    painter.setPen(QPen(tones.accent, 1.2));
    painter.setBrush(tones.surface);
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(font);
    painter.setPen(tones.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

double HandleGeometry::margin(const ScheduleHandle &handle, const QFont &font)
{
    const QFontMetricsF fm(font);
    return handle.kind == Kind::Anchor ? fm.horizontalAdvance(QLatin1Char('x')) * kMarginLetters : fm.height();
}

double HandleGeometry::trackRight() const
{
    return std::max(trackLeft() + 1, m_g.area().right() - kRadius - 8);
}

QPointF HandleGeometry::pointOf(double value) const
{
    const PlaneLayout &layout = m_g.layout();
    const int top = layout.diffusionSteps() - 1, columns = layout.columns();
    switch (m_handle.kind) {
    case Kind::Lag:
        return {m_g.x(columns - (columns > 1 ? 2 : 1)), m_g.y(std::clamp<double>(top - value, 0, top))};
    case Kind::Block:
        return {m_g.x(std::min<double>(value, columns) - 0.5), m_g.plane().center().y()};
    case Kind::Anchor:
        break;
    }
    return {trackLeft() + (1 - 1 / std::max(1.0, value)) * (trackRight() - trackLeft()), m_g.y(top)};
}

HandlePlace HandleGeometry::held(double value) const
{
    const PlaneLayout &layout = m_g.layout();
    if (m_handle.kind == Kind::Anchor) {
        if (value < 1)
            return {1,
                    tr("The anchor must lie to the right of the last position, %1: there it would denoise a word "
                       "before it begins")
                        .arg(layout.positions() - 1)};
        return {std::min(value, kMaxAnchorScale), {}};
    }
    const bool isLag = m_handle.kind == Kind::Lag;
    const double most = isLag ? layout.diffusionSteps() : layout.positions(), least = isLag ? 0 : 1;
    return {std::clamp(std::round(value), least, most), {}};
}

HandlePlace HandleGeometry::placeAnchor(double x) const
{
    if (x < m_g.plane().right())
        return held(0);
    for (const double named : {1.0, kPaperScale, kMaxAnchorScale})
        if (std::abs(x - pointOf(named).x()) <= kSnap)
            return held(named);
    const double share = std::clamp((x - trackLeft()) / (trackRight() - trackLeft()), 0.0, 1.0);
    return share >= 1 ? held(kMaxAnchorScale) : held(rounded(1 / (1 - share)));
}

HandlePlace HandleGeometry::placeLag(double y) const
{
    const int steps = m_g.layout().diffusionSteps();
    if (y <= m_g.plane().top() + kSnap)
        return held(0);
    if (y >= m_g.plane().bottom() - kSnap)
        return held(steps);
    return held(steps - 1 - m_g.layout().timestepAt((m_g.plane().bottom() - y) / std::max(1.0, m_g.plane().height())));
}

HandlePlace HandleGeometry::place(const QPointF &at) const
{
    if (m_handle.kind == Kind::Anchor)
        return placeAnchor(at.x());
    if (m_handle.kind == Kind::Lag)
        return placeLag(at.y());
    return held((at.x() - m_g.plane().left()) / std::max(1.0, m_g.columnWidth()));
}

HandlePlace HandleGeometry::moved(int steps) const
{
    if (m_handle.kind != Kind::Anchor)
        return held(m_handle.value + steps);
    if (m_handle.value >= kMaxAnchorScale && steps < 0)
        return held(100); // the nearest that looks otherwise
    const double next = m_handle.value < 10 ? m_handle.value + steps * kKeyStep : m_handle.value * (1 + 0.1 * steps);
    return held(std::round(next * 100) / 100);
}

bool HandleGeometry::isHit(const QPointF &at) const
{
    return QLineF(at, point()).length() <= kHit;
}

QString HandleGeometry::label() const
{
    const int positions = m_g.layout().positions();
    switch (m_handle.kind) {
    case Kind::Lag:
        return m_handle.value <= 0                            ? tr("lag 0: uniform")
            : m_handle.value >= m_g.layout().diffusionSteps() ? tr("lag T: autoregressive")
                                                              : tr("lag %1").arg(m_handle.value);
    case Kind::Block:
        return m_handle.value <= 1        ? tr("block 1: autoregressive")
            : m_handle.value >= positions ? tr("block N: uniform")
                                          : tr("block %1").arg(m_handle.value);
    case Kind::Anchor:
        break;
    }
    if (m_handle.value >= kMaxAnchorScale)
        return tr("anchor: uniform");
    const auto anchor = static_cast<qint64>(m_handle.value * positions);
    return m_handle.value == kPaperScale ? tr("anchor %1: the paper's").arg(anchor) : tr("anchor %1").arg(anchor);
}

void paintHandle(QPainter &painter, const ScheduleHandle &handle, const PlaneGeometry &g, const Tones &tones,
                 const QFont &font)
{
    if (g.layout().isEmpty())
        return;
    const HandleGeometry place(handle, g);
    const SmoothLines smooth(painter);
    double below = kRadius + 5;
    switch (handle.kind) {
    case Kind::Anchor:
        paintAnchorTrack(painter, place, g, tones, font);
        below += QFontMetricsF(font).height();
        break;
    case Kind::Lag:
        paintLagFront(painter, handle.value, g, tones);
        break;
    case Kind::Block:
        paintBlocks(painter, g, static_cast<int>(handle.value), tones);
        break;
    }
    QFont bold = font;
    bold.setBold(true);
    paintPlaque(painter, place.label(), place.point() + QPointF(0, below), g.area(), tones, bold);
    paintGrip(painter, place.point(), tones, handle.active);
}

} // namespace ard::ui
