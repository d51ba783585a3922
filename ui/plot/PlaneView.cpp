// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/PlaneView.h"
#include "paint/PlaneFacts.h"
#include "paint/PlaneWords.h"
#include "plot/ColorBar.h"
#include "plot/ElidedLabel.h"
#include "plot/FoldChip.h"
#include "plot/PlaneAccessible.h"
#include "plot/PlaneLegend.h"
#include "plot/PlotItem.h"
#include "plot/TextWidth.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <qcustomplot.h>

namespace ard::ui {

namespace {
constexpr int kLegendFrom = 20; ///< lines of text
constexpr int kFoldGap = 5;     ///< pixels
constexpr int kBarFrom = 60;    ///< characters of text: beside a table, which has the same bar, there is no room
constexpr int kRing = 4;        ///< pixels, that the focus is seen in

/// QCustomPlot paints anew inside every resize event; here the view does so after it, once its margins are known: several
/// planes are painted in an event each and not all in that of their splitter, and none twice.
class Plot : public QCustomPlot {
public:
    using QCustomPlot::QCustomPlot;

protected:
    void resizeEvent(QResizeEvent *) override { setViewport(rect()); }
};
} // namespace

PlaneView::PlaneView(QWidget *parent)
    : QWidget(parent), m_plot(new Plot(this)), m_title(new ElidedLabel(this)), m_subtitle(new ElidedLabel(this)),
      m_colorBar(new ColorBar(this)), m_legend(new PlaneLegend(this)), m_badge(new QLabel(this)),
      m_fold(new FoldChip(m_plot))
{
    PlaneAccessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Plane of position by timestep"));
    m_title->setEmphasis(1.35, true);
    m_subtitle->setTone(ElidedLabel::Tone::Muted);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    auto *header = new QHBoxLayout;
    header->setSpacing(16);
    header->addLayout(titles, 1);
    header->addWidget(m_badge, 0, Qt::AlignRight | Qt::AlignVCenter);
    header->addWidget(m_colorBar, 0, Qt::AlignRight | Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 8);
    layout->setSpacing(6);
    layout->addLayout(header);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_legend);

    m_badge->setObjectName(QStringLiteral("plane.offTraining"));
    m_badge->hide();
    connect(m_fold, &QAbstractButton::clicked, this, [this] { Q_EMIT allPositionsWanted(m_fold->isFolded()); });
    buildPlot();
    m_timer.setSingleShot(true);
    m_timer.setInterval(0); // frames come with the tick: nothing waits a second time
    connect(&m_timer, &QTimer::timeout, this, &PlaneView::refresh);
    applyTones();
    updateHeader();
}

void PlaneView::buildPlot()
{
    m_plot->setFocusPolicy(Qt::NoFocus); // clicks give the focus to this widget
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    m_plot->setMinimumSize(160, 120);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->setPlottingHint(QCP::phCacheLabels, true);
    m_plot->plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    for (const char *name : {"cells", "front", "marks"}) {
        m_plot->addLayer(QString::fromLatin1(name), m_plot->layer(QStringLiteral("main")), QCustomPlot::limAbove);
        m_plot->layer(QString::fromLatin1(name))->setMode(QCPLayer::lmBuffered);
    }
    // Added above "main" one after the other: the last one is the lowest.
    m_plot->moveLayer(m_plot->layer(QStringLiteral("front")), m_plot->layer(QStringLiteral("cells")));
    m_plot->moveLayer(m_plot->layer(QStringLiteral("marks")), m_plot->layer(QStringLiteral("front")));
    new PlotItem(m_plot, QStringLiteral("cells"),
                 [this](QPainter &painter) { m_painter.paintCells(painter, m_state, geometry()); });
    new PlotItem(m_plot, QStringLiteral("front"),
                 [this](QPainter &painter) { m_painter.paintFront(painter, m_state, geometry()); });
    new PlotItem(m_plot, QStringLiteral("front"),
                 [this](QPainter &painter) { paintPlaneWords(painter, m_state, geometry()); });
    new PlotItem(m_plot, QStringLiteral("marks"),
                 [this](QPainter &painter) { m_painter.paintMarks(painter, m_state, geometry()); });

    m_plot->xAxis->setTickLabels(false);
    m_plot->xAxis->setTicks(false);
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->yAxis->setSubTicks(false);
    m_plot->yAxis->setRange(0, 1);
    m_plot->axisRect()->setAutoMargins(QCP::msLeft);
}

PlaneGeometry PlaneView::geometry() const
{
    // The axes' timestep 0 is the middle of the lowest row of pixels.
    return {m_state.layout, QRectF(m_plot->axisRect()->rect()).translated(0, -1), QRectF(m_plot->viewport())};
}

void PlaneView::setPlan(const SamplingPlan &plan, int diffusionSteps, bool preview)
{
    m_state.layout = PlaneLayout(plan, diffusionSteps, m_state.layout.scale());
    m_state.quantity.diffusionSteps = diffusionSteps;
    m_state.quantity.entropyMaximum = 1;
    m_state.preview = preview;
    m_state.shownCalls = 0;
    m_state.probabilities.clear();
    m_state.entropies.clear();
    m_state.wordIds.clear();
    m_state.cellWords.clear();
    m_state.filled.clear();
    m_state.changes.clear();
    m_state.callsBefore = 0;
    m_state.between.clear();
    m_state.ghost.reset();
    m_state.words.clear();
    m_state.hovered.reset();
    m_state.selected.reset();
    updateLegend();
    updateScale();
    PlaneAccessible::tellReset(this);
    schedule(All);
}

void PlaneView::updateScale()
{
    m_colorBar->setScale(m_state.quantity);
    Q_EMIT keyChanged();
}

void PlaneView::setBeside(bool beside)
{
    m_beside = beside;
    m_title->setVisible(!beside && !m_bare);
    m_subtitle->setVisible(!beside && !m_bare);
    m_plot->setMinimumSize(beside ? QSize(90, 70) : QSize(160, 120));
    if (beside)
        layout()->setContentsMargins(kRing, kRing, kRing, kRing);
    else if (m_bare)
        layout()->setContentsMargins(14, kRing, 14, kRing);
    else
        layout()->setContentsMargins(14, 10, 14, 8);
    fitParts();
    schedule(All);
}

void PlaneView::setBare(bool bare)
{
    m_bare = bare;
    setBeside(m_beside);
}

void PlaneView::setDense(bool dense)
{
    if (std::exchange(m_dense, dense) != dense)
        schedule(All);
}

/// Turned, elided words are nothing for the back row, and those of every second column nothing for anybody: the strip has them.
void PlaneView::placeWords(double planeWidth)
{
    const double column = planeWidth / std::max(1, m_state.layout.columns());
    const bool below = !m_beside || (!m_bare && !m_dense && wordMetrics(column, m_state.font).every == 1);
    if (std::exchange(m_state.wordsBelow, below) != below)
        Q_EMIT wordsBelowChanged();
}

void PlaneView::fitParts()
{
    m_colorBar->setVisible(!m_beside && !m_bare && width() > lettersWidth(QFontMetrics(font()), kBarFrom));
    m_badge->setVisible(m_state.offTraining && !m_beside && !m_bare);
    // Low windows: the plane needs the room.
    m_legend->setVisible(!m_beside && !m_bare && height() > QFontMetrics(font()).height() * kLegendFrom);
}

void PlaneView::addFrame(const StepFrame &frame, const WordOf &wordOf)
{
    const double maximum = m_state.quantity.entropyMaximum;
    if (!ard::ui::addFrame(m_state, frame, wordOf))
        return;
    if (m_state.quantity.entropyMaximum != maximum)
        updateScale();
    schedule(Cells);
}

void PlaneView::setShownCalls(int calls)
{
    const int shown = std::clamp(calls, 0, m_state.layout.modelCalls());
    if (shown == m_state.shownCalls)
        return;
    m_state.shownCalls = shown;
    schedule(Cells | Front | Marks);
}

void PlaneView::setColumns(int columns, int foldable)
{
    m_fold->show(foldable, columns < m_state.layout.positions(), !m_state.handle);
    if (columns != m_state.layout.columns())
        PlaneAccessible::tellReset(this);
    m_state.layout = m_state.layout.withColumns(columns);
    schedule(All);
}

void PlaneView::setHandle(const std::optional<ScheduleHandle> &handle)
{
    const bool had = m_state.handle.has_value(), wasActive = had && m_state.handle->active;
    m_state.handle = handle;
    if (handle)
        m_state.handle->active = wasActive;
    else if (!m_state.fronts)
        m_dragging = false;
    m_fold->show(m_fold->positions(), m_fold->isFolded(), !handle); // the handle's margin lies there
    schedule(had == handle.has_value() ? Front : All);
}

void PlaneView::setWords(std::vector<PlaneWord> words)
{
    if (words == m_state.words)
        return;
    m_state.words = std::move(words);
    schedule(Front);
}

void PlaneView::setTitle(const QString &title)
{
    m_titleText = title;
    updateHeader();
}

void PlaneView::setNotice(const QString &notice)
{
    m_notice = notice;
    updateHeader();
}

void PlaneView::setExplanation(const QString &text)
{
    m_state.explanation = text;
    schedule(All);
}

void PlaneView::setQuantity(Quantity quantity)
{
    if (quantity == m_state.quantity.quantity)
        return;
    m_state.quantity.quantity = quantity;
    updateScale();
    schedule(Cells);
}

void PlaneView::setEntropyMaximum(double nats)
{
    if (nats <= m_state.quantity.entropyMaximum)
        return;
    m_state.quantity.entropyMaximum = nats;
    updateScale();
    schedule(Cells);
}

void PlaneView::setTimestepScale(TimestepScale scale)
{
    if (scale == m_state.layout.scale())
        return;
    m_state.layout = m_state.layout.withScale(scale);
    schedule(All);
}

void PlaneView::setSelected(std::optional<PlaneCell> cell)
{
    if (cell == m_state.selected)
        return;
    m_state.selected = cell;
    schedule(Marks);
}

void PlaneView::setHovered(std::optional<PlaneCell> cell)
{
    if (cell == m_state.hovered)
        return;
    m_state.hovered = cell;
    schedule(Marks);
}

QString PlaneView::subtitle() const
{
    return planeSubtitle(m_state);
}

void PlaneView::updateHeader()
{
    m_title->setFullText(m_titleText);
    m_subtitle->setFullText(m_notice.isEmpty() ? subtitle() : m_notice);
    Q_EMIT headerChanged();
}

void PlaneView::schedule(int parts)
{
    m_pending |= parts;
    if (!m_timer.isActive())
        m_timer.start();
}

void PlaneView::flush()
{
    m_timer.stop();
    refresh();
}

void PlaneView::refresh()
{
    const int parts = std::exchange(m_pending, 0);
    if (parts == 0)
        return;
    if (m_plot->bufferDevicePixelRatio() != m_plot->devicePixelRatioF())
        m_plot->setBufferDevicePixelRatio(m_plot->devicePixelRatioF());
    updateHeader();
    if (parts == Marks) {
        m_plot->layer(QStringLiteral("marks"))->replot();
        return;
    }
    if (parts & Margins)
        applyMargins();
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
}

void PlaneView::applyMargins()
{
    const PlaneLayout &plane = m_state.layout;
    m_plot->xAxis->setRange(-0.5, std::max(1, plane.columns()) - 0.5);
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const int wanted = std::max(2, m_plot->height() / std::max(24, QFontMetrics(font()).height() * 3));
    if (!plane.isEmpty())
        for (const int t : plane.ticks(wanted))
            ticker->addTick(plane.y(t), QString::number(t));
    m_plot->yAxis->setTicker(ticker);
    const QFontMetrics fm(font());
    const int fold = m_fold->isHidden() ? 0 : m_fold->sizeHint().width() + kFoldGap;
    const int handle = m_state.handle ? static_cast<int>(HandleGeometry::margin(*m_state.handle, font())) : 0;
    const int right = std::max(fm.height(), fold + handle);
    const double width = std::max(50, m_plot->width() - right - fm.horizontalAdvance(QStringLiteral("0000")) - 40);
    placeWords(width);
    int bottom = roomBelowPlane(m_state, width, m_plot->height());
    const int top = fm.height() / 2 + 3;
    if (m_bare && m_state.wordsBelow) // half of the window is the plane's; smaller words keep to what is left
        bottom = std::max(fm.height() * 2, std::min(bottom, m_plot->height() - top - window()->height() / 2 - 1));
    m_plot->axisRect()->setMargins(QMargins(0, top, right, bottom));
    m_fold->setGeometry(m_plot->width() - fold - handle + kFoldGap, top, m_fold->sizeHint().width(),
                        m_plot->height() - top - bottom);
}

void PlaneView::applyBadge()
{
    const Tones &tones = *m_state.tones;
    m_badge->setText(tr("⚠ off the model's training"));
    m_badge->setStyleSheet(QStringLiteral("color: %1; border: 1px dashed %1; border-radius: 4px; padding: 1px 6px;")
                               .arg(tones.unsettled.name()));
}

void PlaneView::applyTones()
{
    const Tones &tones = tonesOf(palette());
    m_state.tones = &tones;
    m_state.font = font();
    m_plot->setBackground(QBrush(tones.surface));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(tones.hairline, 1));
        axis->setTickPen(QPen(tones.outline, 1));
        axis->setTickLabelColor(tones.muted);
        axis->setTickLabelFont(font());
        axis->setLabelColor(tones.muted);
        axis->setLabelFont(font());
    }
    m_plot->yAxis->setLabel(tr("timestep t"));
    applyBadge();
    schedule(All);
}

void PlaneView::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LanguageChange:
        applyTones();
        updateHeader();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void PlaneView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitParts();
    schedule(All);
}

void PlaneView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    schedule(All);
}

QSize PlaneView::minimumSizeHint() const
{
    return m_beside ? QSize(120, 90) : QSize(320, 200);
}

QSize PlaneView::sizeHint() const
{
    return {900, 600};
}

} // namespace ard::ui

#include "moc_PlaneView.cpp"
