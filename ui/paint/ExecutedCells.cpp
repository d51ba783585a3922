// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/ExecutedCells.h"
#include "paint/CellWords.h"
#include "paint/Pens.h"
#include <QPainter>
#include <utility>

namespace ard::ui {

namespace {
constexpr double kHairlineFrom = 5;     ///< pixels of a model call on average, from which each gets a line of its own
constexpr double kLowestCell = 3;       ///< pixels of a cell with a line
constexpr int kMostVectorCells = 20000; ///< more of them make a drawing that viewers open slowly
constexpr double kVectorRatio = 4;      ///< pixels of the image in such a drawing, a pixel

/// Scales both axes alike and does not turn: what an image of pixels can stand for.
bool isPlain(const QTransform &transform)
{
    return transform.type() <= QTransform::TxScale && transform.m11() > 0 && transform.m11() == transform.m22();
}

QColor fillOf(const PlaneState &state, PlaneCell cell)
{
    if (state.quantity.quantity == Quantity::Noise)
        return state.quantity.color(static_cast<double>(state.layout.timestep(cell.call, cell.position)) /
                                    state.layout.diffusionSteps());
    return state.quantity.color(state.value(cell));
}

/// While it lives, the painter paints in pixels of its device, so that an image is copied and not scaled.
class DevicePixels {
public:
    explicit DevicePixels(QPainter &painter) : m_painter(painter)
    {
        m_painter.save();
        m_painter.setWorldTransform(m_painter.deviceTransform().inverted() * m_painter.worldTransform());
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }
    ~DevicePixels() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(DevicePixels)

private:
    QPainter &m_painter;
};

/// What is crossed after so many calls, a rectangle a column.
QRegion crossed(const PlaneGeometry &g, int calls)
{
    QRegion region;
    for (int n = 0; n < g.layout().columns(); ++n)
        region += g.columnRect(n, g.layout().timestep(0, n), g.layout().timestep(calls, n)).toRect();
    return region;
}
} // namespace

void ExecutedCells::paint(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, const QBrush &noise)
{
    // A cell whose frame has not come has no colour, except that of its noise.
    const bool isNoise = state.quantity.quantity == Quantity::Noise;
    const int calls = isNoise ? state.shownCalls : std::min(state.shownCalls, state.knownCalls());
    if (calls < 1)
        return;
    const bool vector = isVector(painter), few = calls * g.layout().columns() <= kMostVectorCells;
    if (!isPlain(painter.deviceTransform()) || (vector && few)) {
        addCalls(painter, state, g, noise, 0, calls);
        paintCellWords(painter, state, g, 0, calls);
        return;
    }
    const QTransform transform = vector ? QTransform::fromScale(kVectorRatio, kVectorRatio) : painter.deviceTransform();
    update({g.layout().sharedPlan(), g.layout().scale(), g.layout().columns(), state.font, state.quantity, g.plane(),
            transform, state.tones},
           state, g, noise, calls);
    if (m_image.isNull()) { // no memory for it
        addCalls(painter, state, g, noise, 0, calls);
        paintCellWords(painter, state, g, 0, calls);
        return;
    }
    if (vector)
        paintClipped(painter, g, transform, calls);
    else
        paintColumns(painter, g, transform, calls);
}

/// On pixels: the rows down to what is crossed lowest. In other columns the image may have cells of later calls there, which
/// what is not reached covers: it is painted over them. A piece a column would take ten times as long.
void ExecutedCells::paintColumns(QPainter &painter, const PlaneGeometry &g, const QTransform &transform,
                                 int calls) const
{
    double lowest = g.plane().top();
    for (int n = 0; n < g.layout().columns(); ++n)
        lowest = std::max(lowest, g.columnRect(n, g.layout().timestep(calls, n), 0).top());
    QRect shown = transform.mapRect(g.plane()).toAlignedRect(); // the image is opaque: nothing beside the plane
    shown.setBottom(std::min(shown.bottom(), static_cast<int>(transform.map(QPointF(0, lowest)).y())));
    const DevicePixels pixels(painter);
    painter.drawImage(shown.topLeft(), m_image, shown.translated(-m_deviceRect.topLeft()));
}

void ExecutedCells::paintClipped(QPainter &painter, const PlaneGeometry &g, const QTransform &transform,
                                 int calls) const
{
    painter.save();
    if (calls < m_calls)
        painter.setClipRegion(crossed(g, calls), Qt::IntersectClip);
    const QRect shown = transform.mapRect(g.plane()).toAlignedRect();
    painter.drawImage(transform.inverted().mapRect(QRectF(shown)), m_image,
                      QRectF(shown.translated(-m_deviceRect.topLeft())));
    painter.restore();
}

void ExecutedCells::update(const Key &key, const PlaneState &state, const PlaneGeometry &g, const QBrush &noise,
                           int calls)
{
    // Back before a position started again: what it had been painted over is seen again.
    if (m_image.isNull() || key != m_key || g.layout().startsAnyBetween(calls, m_calls)) {
        m_key = key;
        // From the device's own corner: shifted, a gradient would come out with other roundings.
        m_deviceRect = key.transform.mapRect(g.plane()).toAlignedRect().adjusted(-1, -1, 1, 1) | QRect(0, 0, 1, 1);
        m_image = QImage(m_deviceRect.size(), QImage::Format_RGB32); // opaque: copied and not blended
        m_image.fill(key.tones->surface);
        m_calls = m_words = 0;
    }
    const int words = std::min(calls, static_cast<int>(state.wordIds.size()));
    if ((calls <= m_calls && words <= m_words) || m_image.isNull())
        return;
    QPainter painter(&m_image);
    painter.setWorldTransform(key.transform * QTransform::fromTranslate(-m_deviceRect.left(), -m_deviceRect.top()));
    if (calls > m_calls)
        addCalls(painter, state, g, noise, std::exchange(m_calls, calls), calls);
    if (words > m_words) // their frames can come later than their cells
        paintCellWords(painter, state, g, std::exchange(m_words, words), words);
}

void ExecutedCells::addCalls(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, const QBrush &noise,
                             int from, int to)
{
    const PlaneLayout &layout = g.layout();
    const bool isNoise = state.quantity.quantity == Quantity::Noise;
    // All of a plane or none: lines in some columns and none in others would read as a difference.
    const bool hasLines = g.plane().height() / std::max(1, layout.modelCalls()) >= kHairlineFrom;
    for (int n = 0; n < layout.columns(); ++n) {
        const int first = std::max(from, layout.startOf(n, to)); // what came before it started again is painted over
        QRectF rect = g.columnRect(n, layout.timestep(first, n), layout.timestep(to, n));
        if (isNoise)
            painter.fillRect(rect, noise);
        for (int call = first + 1; call <= to; ++call) {
            // Calls that end in the same row of pixels are drawn as one, the first of them.
            rect.setBottom(std::round(g.y(layout.timestep(call, n))));
            if (rect.height() < 1)
                continue;
            if (!isNoise)
                painter.fillRect(rect, fillOf(state, {n, call}));
            if (hasLines && rect.height() >= kLowestCell && call < layout.modelCalls())
                painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1),
                                 separator(*state.tones, fillOf(state, {n, call})));
            rect.setTop(rect.bottom());
        }
        m_paintedCells += to - from;
    }
}

} // namespace ard::ui
