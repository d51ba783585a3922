// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/SettleView.h"
#include "plot/ElidedLabel.h"
#include "views/compare/LaneFacts.h"
#include <QComboBox>
#include <QHBoxLayout>

namespace ard::ui {

namespace {
constexpr int kBySchedule = 1;
} // namespace

SettleView::SettleView(Session *session, QWidget *parent)
    : CompareView(session, tr("The order in which words settle"), parent), m_measure(new QComboBox(this))
{
    m_measure->addItems({tr("Settled by word"), tr("Settled by timestep")});
    m_measure->setAccessibleName(tr("What counts as settled"));
    m_measure->setToolTip(
        tr("By word: it never changes again. By timestep: it is 0, as the timestep schedule alone decides"));
    controls()->addWidget(m_measure);
    auto *hint = new ElidedLabel(this);
    hint->setTone(ElidedLabel::Tone::Muted);
    hint->setFullText(
        tr("Rising from left to right: left words first (τ 1). Level: all at once. Outlines may still change."));
    controls()->addWidget(hint, 1);
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    canvas()->paintChart = [this](QPainter &painter) { m_chart.paint(painter); };
    canvas()->tipAt = [this](const QPointF &place) { return tip(place); };
    connect(canvas(), &ChartCanvas::clicked, this, &SettleView::onClick);
    connect(canvas(), &ChartCanvas::keyMoved, this,
            [this](int positions, int up) { moveCursor(this->session()->cursor(), positions, up); });
    start();
}

SettleChartState::Lane SettleView::lane(int index) const
{
    const SettleOrder order = settleOrder(comparison().seen(index));
    const bool bySchedule = m_measure->currentIndex() == kBySchedule;
    const std::vector<int> &calls = bySchedule ? order.bySchedule : order.byWord;
    SettleChartState::Lane lane;
    const QString tau = tr("τ %1 by word · %2 by timestep").arg(tauText(order.tauByWord), tauText(order.tauBySchedule));
    lane.key = laneKey(*comparison().board()->at(index), *session(), calls.empty() ? QString() : tau);
    for (std::size_t n = 0; n < calls.size(); ++n)
        if (calls[n] > 0 && !order.isPadding[n])
            lane.points.push_back({static_cast<int>(n), calls[n], bySchedule || order.isFinal[n]});
    return lane;
}

void SettleView::rebuild()
{
    SettleChartState state;
    for (int index = 0; index < comparison().size(); ++index)
        state.lanes.push_back(lane(index));
    // As wide as the longest sentence: what is PAD in all lanes needs no room.
    int last = -1;
    for (const SettleChartState::Lane &lane : state.lanes)
        for (const SettlePoint &point : lane.points)
            last = std::max(last, point.position);
    state.positions = comparison().hasRuns() ? (last >= 0 ? last + 1 : comparison().positions()) : 0;
    state.calls = comparison().modelCalls();
    state.selected = session()->cursor()->position() < state.positions ? session()->cursor()->position() : -1;
    state.shownCall = session()->cursor()->moment().call;
    state.callTitle = tr("settled in model call");
    state.empty = noLanesText();
    state.style = canvas()->style();
    m_chart = SettleChart(std::move(state), canvas()->chartRect());
}

QString SettleView::tip(const QPointF &place) const
{
    const SettleChart::Hit hit = m_chart.hitAt(place);
    if (hit.lane < 0)
        return {};
    const Lane *lane = comparison().board()->at(hit.lane);
    const Film *film = lane ? lane->film() : nullptr;
    if (!film || !film->run())
        return {};
    return tr("Lane %1, position %2: \"%3\", since model call %4")
        .arg(lane->letter())
        .arg(hit.position)
        .arg(film->label(comparison().seen(hit.lane).calls(), hit.position))
        .arg(hit.call);
}

void SettleView::onClick(const QPointF &place)
{
    const SettleChart::Hit hit = m_chart.hitAt(place);
    Cursor *cursor = session()->cursor();
    if (hit.lane >= 0)
        cursor->select({hit.position, hit.call, hit.lane});
    else if (hit.position >= 0 && hit.position < cursor->film()->length())
        cursor->select(hit.position, hit.call);
}

} // namespace ard::ui

#include "moc_SettleView.cpp"
