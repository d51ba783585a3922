// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lane/BoardView.h"
#include "models/LaneNames.h"
#include "paint/PlaneFacts.h"
#include "plot/ColorBar.h"
#include "plot/ElidedLabel.h"
#include "plot/PlaneLegend.h"
#include "plot/PlaneView.h"
#include "views/lane/LaneView.h"
#include "views/plane/PlanePanel.h"
#include "views/strip/TextStripView.h"
#include <QGridLayout>
#include <QPainter>
#include <algorithm>

namespace ard::ui {

namespace {
constexpr int kRoomyLane = 22; ///< lines of text, of a lane with room for a legend and words under its plane
} // namespace

BoardView::BoardView(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_grid(new QGridLayout), m_sourceRow(new QHBoxLayout),
      m_source(new ElidedLabel(this)), m_key(new QWidget(this)), m_keyRow(new QHBoxLayout(m_key)),
      m_legend(new PlaneLegend(m_key)), m_bar(new ColorBar(m_key))
{
    m_keyRow->setContentsMargins(14, 2, 14, 2);
    m_keyRow->setSpacing(24);
    m_keyRow->addWidget(m_legend, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_sourceRow->setContentsMargins(14, 5, 14, 0);
    m_sourceRow->setSpacing(24);
    m_sourceRow->addWidget(m_source, 1);
    layout->addLayout(m_sourceRow);
    layout->addLayout(m_grid, 1);
    layout->addWidget(m_key);
    const Board *board = session->board();
    connect(board, &Board::added, this, &BoardView::add);
    connect(board, &Board::removed, this, &BoardView::remove);
    connect(board, &Board::swapped, this, [this](int a, int b) {
        m_lanes.swapItemsAt(a, b);
        arrange();
    });
    connect(session->cursor(), &Cursor::laneChanged, this, [this] {
        nameParts();
        showSource();
        showKey();
        takeFocusAlong();
    });
    connect(session->cursor(), &Cursor::runChanged, this, &BoardView::showSource);
    connect(session->form(), &GenerationForm::changed, this, &BoardView::showSource);
    for (int i = 0; i < board->size(); ++i)
        add(i);
}

void BoardView::add(int index)
{
    auto *view = new LaneView(m_session, m_session->board()->at(index), this);
    view->plane()->setQuantity(m_quantity);
    view->plane()->setTailZoom(m_tailZoom);
    connect(view->plane()->view(), &PlaneView::keyChanged, this, &BoardView::showKey);
    connect(view->strip(), &TextStripView::wantedHeightChanged, this, &BoardView::alignStrips, Qt::QueuedConnection);
    connect(view, &LaneView::changeWanted, this, [this, view] { Q_EMIT changeWanted(view->lane()); });
    connect(view, &LaneView::closeWanted, this,
            [this, view] { m_session->board()->remove(m_session->board()->indexOf(view->lane())); });
    m_lanes.insert(index, view);
    arrange();
}

void BoardView::remove(int index)
{
    LaneView *gone = m_lanes.takeAt(index);
    gone->hide();
    gone->deleteLater();
    gone->strip()->setParent(gone); // wherever it stands
    m_grid->removeWidget(gone);
    arrange();
}

void BoardView::arrange()
{
    const int count = static_cast<int>(m_lanes.size());
    const int rows = count > kMostInRow ? 2 : 1, columns = (count + rows - 1) / rows;
    const bool alone = count == 1;
    m_dense = isDense();
    for (LaneView *view : m_lanes)
        m_grid->removeWidget(view);
    for (int i = 0; i < kMostInRow; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    m_grid->setRowStretch(0, 1);
    m_grid->setRowStretch(1, rows - 1);
    for (int i = 0; i < count; ++i) {
        m_lanes[i]->setAlone(alone, alone ? 3 : rows > 1 ? 2 : 4);
        m_lanes[i]->setDense(m_dense);
        m_lanes[i]->setLecture(m_lecture);
        m_grid->addWidget(m_lanes[i], i / columns, i % columns);
        m_lanes[i]->show();
    }
    m_grid->setSpacing(8);
    m_grid->setContentsMargins(alone ? QMargins() : QMargins(10, 4, 10, 2));
    showKeyWhere(alone);
    nameParts();
    showSource();
    showKey();
    Q_EMIT arranged();
    alignStrips();
}

bool BoardView::isDense() const
{
    return m_lanes.size() > kMostInRow && height() < 2 * kRoomyLane * fontMetrics().height();
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isDense() != m_dense)
        arrange();
}

/// In a lecture, and where lanes are low, the planes have the room of the legend, and the colour bar stands beside the source.
void BoardView::showKeyWhere(bool alone)
{
    const bool hasLegend = !m_lecture && !m_dense;
    (hasLegend ? m_keyRow : m_sourceRow)->addWidget(m_bar, 0, Qt::AlignVCenter);
    m_key->setVisible(!alone && hasLegend);
    m_bar->setVisible(!alone);
}

/// The keys of a plane are those of the cursor's lane.
void BoardView::takeFocusAlong()
{
    const bool isInPlane = std::any_of(m_lanes.begin(), m_lanes.end(), [](const LaneView *view) {
        return view->plane()->view() == view->window()->focusWidget();
    });
    if (isInPlane && m_session->board()->size() == m_lanes.size())
        current()->plane()->view()->setFocus(Qt::OtherFocusReason);
}

void BoardView::nameParts()
{
    // What is known by its name is that of the cursor's lane.
    for (LaneView *view : m_lanes) {
        const bool isCurrent = view == current();
        const QString suffix = isCurrent ? QString() : QLatin1Char('.') + view->lane()->letter();
        view->setObjectName(QStringLiteral("view.lane.") + view->lane()->letter());
        view->strip()->setObjectName(QStringLiteral("view.strip") + suffix);
        view->plane()->setObjectName(QStringLiteral("view.plane") + suffix);
    }
}

LaneView *BoardView::current() const
{
    return m_lanes.value(m_session->cursor()->laneIndex(), m_lanes.front());
}

void BoardView::alignStrips()
{
    if (m_aligning)
        return;
    m_aligning = true;
    int height = 0;
    for (LaneView *view : m_lanes)
        height = std::max(height, view->strip()->wantedHeight());
    for (LaneView *view : m_lanes) {
        view->strip()->setMinimumHeight(view->isAlone() ? 0 : height);
        view->strip()->setMaximumHeight(view->isAlone() ? QWIDGETSIZE_MAX : height);
    }
    m_aligning = false;
}

LegendContent BoardView::legend() const
{
    LegendContent all = planeLegend(m_lanes.front()->plane()->view()->state());
    for (const LaneView *view : m_lanes)
        all.add(planeLegend(view->plane()->view()->state()));
    return all;
}

void BoardView::showKey()
{
    if (m_lanes.size() < 2)
        return;
    m_legend->show(legend());
    QuantityScale scale = current()->plane()->view()->state().quantity;
    for (const LaneView *view : m_lanes)
        scale.entropyMaximum = std::max(scale.entropyMaximum, view->plane()->view()->state().quantity.entropyMaximum);
    for (LaneView *view : m_lanes)
        view->plane()->view()->setEntropyMaximum(scale.entropyMaximum);
    m_bar->setScale(scale);
}

void BoardView::showSource()
{
    const bool alone = m_lanes.size() < 2;
    m_source->setVisible(!alone);
    if (alone)
        return;
    const GenerationRequest request = laneRequest(*current()->lane(), *m_session->form());
    m_source->setFullText(QString::fromStdString(request.source).simplified());
}

void BoardView::setQuantity(Quantity quantity)
{
    m_quantity = quantity;
    for (LaneView *view : m_lanes)
        view->plane()->setQuantity(quantity);
}

void BoardView::setTailZoom(bool on)
{
    m_tailZoom = on;
    for (LaneView *view : m_lanes)
        view->plane()->setTailZoom(on);
}

void BoardView::setLecture(bool on)
{
    m_lecture = on;
    arrange();
}

void BoardView::flush()
{
    for (LaneView *view : m_lanes)
        view->plane()->view()->flush();
}

void BoardView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(m_lanes.size() < 2 ? QPalette::Base : QPalette::Window));
}

} // namespace ard::ui

#include "moc_BoardView.cpp"
