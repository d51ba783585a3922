// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/PlanePainter.h"
#include "paint/ChangeMarks.h"
#include "paint/FigureMarks.h"
#include "paint/Pens.h"
#include <QImage>
#include <QPainter>
#include <QPixmap>

namespace ard::ui {

namespace {
constexpr double kPlannedLinesFrom = 5; ///< pixels between the lines of a plan
constexpr double kEdgeFrom = 6;         ///< pixels: columns that are narrower get an upper edge only
constexpr double kDashesFrom = 10;      ///< pixels: narrower columns have a line where the next jump ends
constexpr double kDotsFrom = 7;         ///< pixels: the tokens of narrower columns are the line's own corners
constexpr double kFilledLinesFrom = 2;  ///< pixels
constexpr int kMostGhostLines = 60;
constexpr int kTile = 8;  ///< pixels between the lines of what is not reached
constexpr int kTiles = 8; ///< of them in what is copied

/// The noise colour of every height of the plane.
QBrush noiseBrush(const PlaneGeometry &g)
{
    constexpr int kStops = 128;
    QLinearGradient gradient(0, g.plane().top() + 1, 0, g.plane().bottom() + 1);
    const ColorMap map = QuantityScale{.quantity = Quantity::Noise}.map();
    QGradientStops stops;
    for (int i = 0; i <= kStops; ++i) {
        const double down = static_cast<double>(i) / kStops;
        stops << QGradientStop(down, map.at(g.layout().timestepAt(1 - down) / g.layout().diffusionSteps()));
    }
    gradient.setStops(stops);
    return gradient;
}

/// A line of one pixel within the rectangle; scaled, a pen would take the way of a curve.
void fillFrame(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), color);
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color);
    painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), color);
    painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), color);
}

QColor aheadGround(const Tones &tones)
{
    return tones.dark ? tones.window : tones.window.lighter(101);
}

/// Slanted lines on the ground of what is not reached: opaque and wide, so that it is copied and not blended.
QBrush aheadBrush(const Tones &tones, double ratio)
{
    constexpr int kSide = kTile * kTiles;
    QPixmap tile(QSize(kSide, kSide) * ratio);
    tile.setDevicePixelRatio(ratio);
    tile.fill(aheadGround(tones));
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tones.hatch, 1));
    for (int shift = -kSide; shift <= kSide; shift += kTile)
        painter.drawLine(QPointF(shift - 1, kSide + 1), QPointF(shift + kSide + 1, -1));
    painter.end();
    return QBrush(tile);
}

QRectF aheadRect(const PlaneState &state, const PlaneGeometry &g, int position)
{
    return g.columnRect(position, g.layout().timestep(state.shownCalls, position), 0);
}

void paintAheadLines(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    const Tones &tones = *state.tones;
    painter.setBrush(Qt::NoBrush);
    for (int n = 0; n < g.layout().columns(); ++n) {
        const QRectF ahead = aheadRect(state, g, n);
        painter.fillRect(ahead, aheadGround(tones));
        painter.setPen(QPen(tones.hatch, 1));
        painter.drawLines(hatchLines(ahead, kTile));
        painter.setPen(QPen(tones.hairline, 1));
        painter.drawRect(ahead.adjusted(0, 0, -1, -1));
    }
}

/// The ground of what is not reached, for a rectangle, in pixels of the device. Columns are copied out of it: a brush with a
/// pattern would be filled by several threads for each, and waking them takes longer than the filling.
QImage aheadImage(const Tones &tones, const QRectF &rect, double ratio)
{
    QImage image((rect.size() * ratio).toSize() + QSize(1, 1), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    painter.setBrushOrigin(-rect.topLeft());
    painter.fillRect(QRectF(QPointF(), rect.size() + QSizeF(1, 1)), aheadBrush(tones, ratio));
    return image;
}

/// What is not reached. On pixels, the part that all columns have in common is painted across them, and the gaps over it: for
/// 256 columns that takes a fraction of what each for itself would.
void paintAhead(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    if (isVector(painter)) {
        paintAheadLines(painter, state, g);
        return;
    }
    const Tones &tones = *state.tones;
    const int columns = g.layout().columns();
    QRectF common = aheadRect(state, g, 0);
    for (int n = 1; n < columns; ++n) {
        common.setRight(aheadRect(state, g, n).right());
        common.setTop(std::max(common.top(), aheadRect(state, g, n).top()));
    }
    const double ratio = painter.device()->devicePixelRatioF();
    const QRectF whole = g.plane();
    const QImage ground = aheadImage(tones, whole, ratio);
    const auto copy = [&](const QRectF &rect) {
        if (!rect.isEmpty())
            painter.drawImage(rect, ground, QRectF((rect.topLeft() - whole.topLeft()) * ratio, rect.size() * ratio));
    };
    copy(common);
    for (int n = 0; n < columns; ++n) {
        const QRectF ahead = aheadRect(state, g, n);
        copy(QRectF(ahead.topLeft(), QPointF(ahead.right(), common.top())));
        const double next = n + 1 < columns ? aheadRect(state, g, n + 1).left() : ahead.right();
        if (next > ahead.right())
            painter.fillRect(QRectF(QPointF(ahead.right(), common.top()), QPointF(next, common.bottom())),
                             tones.surface);
        if (ahead.height() < 1)
            continue;
        if (ahead.width() < kDashesFrom)
            painter.fillRect(QRectF(ahead.left(), ahead.bottom() - 1, ahead.width(), 1), tones.hairline);
        else
            fillFrame(painter, ahead, tones.hairline);
    }
}

/// What is crossed, where its fill alone would hardly be seen.
void paintEdge(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, int position)
{
    const QRectF crossed =
        g.columnRect(position, g.layout().timestep(0, position), g.layout().timestep(state.shownCalls, position));
    if (!state.tones->edge.isValid() || crossed.height() < 2)
        return;
    if (crossed.width() < kEdgeFrom) { // it would cover the fill
        painter.fillRect(QRectF(crossed.left(), crossed.top(), crossed.width(), 1), state.tones->edge);
        return;
    }
    fillFrame(painter, crossed, state.tones->edge);
}

void paintNextJump(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, int position)
{
    const PlaneCell next{position, state.shownCalls + 1};
    if (next.call > g.layout().modelCalls() || g.layout().state(next, state.shownCalls) == StretchState::Frozen)
        return;
    const QRectF rect = g.cellRect(next);
    painter.fillRect(rect, state.tones->surface);
    painter.fillRect(rect, faded(state.tones->accent, 0.10));
    if (rect.width() < kDashesFrom) { // dashes of so many narrow columns are seen as grey, and take long
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), state.tones->accent);
        return;
    }
    QPen pen(state.tones->accent, 1.4);
    pen.setDashPattern({3, 2});
    const SmoothLines smooth(painter);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

void paintPlanned(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, int position, const QBrush &noise)
{
    const auto &layout = g.layout();
    painter.setOpacity(state.tones->dark ? 0.5 : 0.32);
    painter.fillRect(g.columnRect(position, layout.timestep(0, position), 0), noise);
    painter.setOpacity(1);
    double last = g.y(layout.timestep(0, position));
    for (int call = 1; call < layout.modelCalls(); ++call) {
        const QRectF rect = g.cellRect({position, call});
        if (rect.bottom() - last < kPlannedLinesFrom)
            continue;
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), state.tones->surface);
        last = rect.bottom();
    }
}

QPolygonF lineAt(const PlaneGeometry &g, const std::vector<int> &timesteps)
{
    QPolygonF line;
    for (int n = 0; n < g.layout().columns(); ++n)
        line << QPointF(g.x(n), g.y(timesteps[static_cast<std::size_t>(n)]));
    return line;
}

QPolygonF lineAfter(const PlaneGeometry &g, int calls)
{
    return lineAt(g, g.layout().plan().timesteps[static_cast<std::size_t>(calls)]);
}

void paintGhostLines(QPainter &painter, const PlaneGeometry &g, const QColor &color)
{
    const int calls = g.layout().modelCalls(), every = PlanePainter::planLinesEvery(g.layout());
    const SmoothLines smooth(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(color, 1.1));
    for (int call = 1; call <= calls; ++call)
        if (call % every == 0 || call == calls)
            painter.drawPolyline(lineAfter(g, call));
}

/// The steps between two executed ones, as far as they are in view.
void paintFilled(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    const SmoothLines smooth(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(faded(state.tones->accent, 0.55), 1));
    for (const FilledJump &jump : state.filled) {
        double last = g.plane().top() - kFilledLinesFrom;
        for (const std::vector<int> &row : jump.rows) {
            const double y = g.y(row.front());
            if (std::abs(y - last) < kFilledLinesFrom)
                continue;
            last = y;
            painter.drawPolyline(lineAt(g, row));
        }
    }
}

/// Round the whole plane: what happens in it is not what the model has learned.
void paintOffTraining(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    const SmoothLines smooth(painter);
    painter.setPen(offTrainingPen(*state.tones));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(g.plane().adjusted(-2, -2, 2, 1));
}

} // namespace

int PlanePainter::planLinesEvery(const PlaneLayout &layout)
{
    return std::max(1, layout.modelCalls() / kMostGhostLines);
}

void PlanePainter::paintCells(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    if (g.layout().isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QBrush noise = noiseBrush(g);
    if (!state.preview) {
        m_executed.paint(painter, state, g, noise);
        paintAhead(painter, state, g);
    }
    for (int n = 0; n < g.layout().columns(); ++n) {
        if (state.preview) {
            paintPlanned(painter, state, g, n, noise);
        } else {
            paintEdge(painter, state, g, n);
            paintNextJump(painter, state, g, n);
        }
    }
    if (state.preview)
        paintGhostLines(painter, g, faded(state.tones->front, 0.5));
    if (state.offTraining)
        paintOffTraining(painter, state, g);
    painter.restore();
}

void PlanePainter::paintFront(QPainter &painter, const PlaneState &state, const PlaneGeometry &g) const
{
    if (g.layout().isEmpty())
        return;
    const double radius = std::clamp(g.columnWidth() * 0.16, 2.0, 5.5);
    paintFilled(painter, state, g);
    const bool isBetween = state.between.size() == static_cast<std::size_t>(g.layout().positions());
    const QPolygonF line = isBetween ? lineAt(g, state.between) : lineAfter(g, state.shownCalls);
    const SmoothLines smooth(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(faded(state.tones->surface, 0.65), 5));
    painter.drawPolyline(line);
    painter.setPen(roundPen(state.tones->front, 2.6));
    painter.drawPolyline(line);
    painter.setBrush(state.tones->dark ? state.tones->window : QColor(Qt::white));
    painter.setPen(roundPen(state.tones->front, 2));
    if (g.columnWidth() >= kDotsFrom)
        for (const QPointF &point : line)
            painter.drawEllipse(point, radius, radius);
    if (state.figureMarks)
        paintFigureFronts(painter, state, g);
    if (!state.changes.empty() || state.callsBefore > 0)
        paintChanges(painter, state, g);
    paintSchedule(painter, state, g);
}

void PlanePainter::paintSchedule(QPainter &painter, const PlaneState &state, const PlaneGeometry &g) const
{
    const bool hasGhost = state.ghost && state.ghost->positions() == g.layout().positions();
    const PlaneLayout ghost =
        hasGhost ? state.ghost->withScale(g.layout().scale()).withColumns(g.layout().columns()) : g.layout();
    const PlaneGeometry edited(ghost, g.plane(), g.area());
    if (hasGhost)
        paintGhostLines(painter, edited, state.tones->front);
    if (state.handle)
        paintHandle(painter, *state.handle, edited, *state.tones, state.font);
    if (state.fronts)
        paintFrontHandles(painter, *state.fronts, edited, *state.tones, state.font);
}

void PlanePainter::paintMarks(QPainter &painter, const PlaneState &state, const PlaneGeometry &g) const
{
    const auto valid = [&](const std::optional<PlaneCell> &cell) {
        return cell && cell->position < g.layout().columns() && cell->call >= 1 &&
            cell->call <= g.layout().modelCalls();
    };
    const std::optional<PlaneCell> &token = valid(state.hovered) ? state.hovered : state.selected;
    const SmoothLines smooth(painter);
    painter.setBrush(Qt::NoBrush);
    if (valid(state.hovered)) {
        painter.setPen(QPen(state.tones->text, 1.2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(g.cellRect(*state.hovered).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (valid(state.selected))
        paintSelected(painter, state, g);
    if (state.figureMarks && valid(token)) {
        painter.translate(-0.5, -0.5); // it has smooth lines of its own
        paintSpeed(painter, state, g, token->position);
    }
}

void PlanePainter::paintSelected(QPainter &painter, const PlaneState &state, const PlaneGeometry &g) const
{
    // Dark and light side by side: seen on every fill.
    QRectF rect = g.cellRect(*state.selected);
    if (rect.height() < 6)
        rect.adjust(0, -(6 - rect.height()) / 2, 0, (6 - rect.height()) / 2);
    painter.setPen(QPen(Qt::white, 5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect);
    painter.setPen(QPen(QColor(0x14161a), 2.4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect);
    painter.setPen(Qt::NoPen);
    painter.setBrush(state.tones->accent);
    painter.drawRect(QRectF(rect.left(), g.plane().bottom() + 2, rect.width(), 3));
}

} // namespace ard::ui
