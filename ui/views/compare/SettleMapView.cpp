// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/SettleMapView.h"
#include "models/LaneNames.h"
#include "plot/ElidedLabel.h"
#include "views/compare/LaneFacts.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>

namespace ard::ui {

namespace {

constexpr int kMeasures = 3;
constexpr double kMargins[] = {0.25, 0.5, 0.75, 0.9};
constexpr int kUsualMargin = 1;

/// [N] all: which of the calls stand for good; of PAD nothing is drawn.
SettleMapState::Row rowOf(const QString &title, const std::vector<int> &calls, const std::vector<bool> &isFinal,
                          const std::vector<bool> &isPadding, const QString &figure = {})
{
    SettleMapState::Row row{title, {}, figure};
    for (std::size_t n = 0; n < calls.size(); ++n)
        row.cells.push_back({calls[n], static_cast<bool>(isFinal[n]), static_cast<bool>(isPadding[n])});
    return row;
}

} // namespace

SettleMapView::SettleMapView(Session *session, QWidget *parent)
    : CompareView(session, tr("When every position settled, by word, by margin and by timestep schedule"), parent),
      m_margin(new QComboBox(this)), m_summary(new ElidedLabel(this))
{
    for (const double margin : kMargins)
        m_margin->addItem(tr("Margin %1").arg(QLocale().toString(margin)));
    m_margin->setCurrentIndex(kUsualMargin);
    m_margin->setAccessibleName(tr("From which margin on a position counts as settled"));
    m_margin->setToolTip(tr("By margin: since then the most probable word has been ahead of the next by so much"));
    controls()->addWidget(m_margin);
    m_summary->setTone(ElidedLabel::Tone::Muted);
    controls()->addWidget(m_summary, 1);
    connect(m_margin, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(session->positions(), &ShownPositions::changed, this, [this] { refresh(); });
    canvas()->paintChart = [this](QPainter &painter) { m_map.paint(painter); };
    canvas()->tipAt = [this](const QPointF &place) { return tip(place); };
    connect(canvas(), &ChartCanvas::clicked, this, &SettleMapView::onClick);
    connect(canvas(), &ChartCanvas::keyMoved, this,
            [this](int positions, int up) { moveCursor(this->session()->cursor(), positions, up); });
    start();
}

QString SettleMapView::summary() const
{
    return m_summary->fullText();
}

SettleMapState::Lane SettleMapView::laneState(int index) const
{
    const SeenRun run = comparison().seen(index);
    const SettleOrder order = settleOrder(run);
    SettleMapState::Lane state;
    if (comparison().size() > 1) {
        const Lane *lane = comparison().board()->at(index);
        state.mark = lane->mark();
        state.title = laneTitle(*lane, *session());
    }
    const double margin = kMargins[m_margin->currentIndex()];
    const auto tau = [](const std::optional<double> &value) { return tr("τ %1").arg(tauText(value)); };
    const std::size_t length = order.byWord.size();
    // At timestep 0 the word stands, but how sure the model is of it can change to the end.
    const std::vector<bool> atTheEnd(length, order.isComplete), always(length, true);
    state.rows = {rowOf(tr("by word"), order.byWord, order.isFinal, order.isPadding, tau(order.tauByWord)),
                  rowOf(tr("by margin"), settledByMargin(run, margin), atTheEnd, order.isPadding),
                  rowOf(tr("by timestep"), order.bySchedule, always, order.isPadding, tau(order.tauBySchedule))};
    return state;
}

/// Of the words that can change no more.
QString SettleMapView::slackText(const SettleOrder &order) const
{
    int words = 0, all = 0, calls = 0;
    for (std::size_t n = 0; n < order.byWord.size(); ++n) {
        all += !order.isPadding[n];
        if (order.isPadding[n] || !order.isFinal[n] || order.byWord[n] == 0 || order.bySchedule[n] == 0)
            continue;
        ++words;
        calls += order.bySchedule[n] - order.byWord[n];
    }
    if (words == 0)
        return tr("The word can settle long before its timestep is 0, and in the last jump even with it.");
    return tr("%1 of %2 words can change no more: on average they came up %3 model calls before their timestep was 0")
        .arg(words)
        .arg(all)
        .arg(QLocale().toString(static_cast<double>(calls) / words, 'f', 1));
}

void SettleMapView::rebuild()
{
    SettleMapState state;
    const Cursor *cursor = session()->cursor();
    const int most = SettleMap::lanesIn(canvas()->chartRect().height(), kMeasures, canvas()->font());
    const bool hasRoom = comparison().size() <= most;
    m_first = hasRoom ? 0 : cursor->laneIndex();
    if (comparison().hasRuns())
        for (int index = m_first; index < (hasRoom ? comparison().size() : m_first + 1); ++index)
            state.lanes.push_back(laneState(index));
    int longest = 0;
    for (const SettleMapState::Lane &lane : state.lanes)
        longest = std::max(longest, static_cast<int>(lane.rows.front().cells.size()));
    state.positions = session()->positions()->shown(longest);
    state.calls = comparison().modelCalls();
    state.selected = cursor->position() < state.positions ? cursor->position() : -1;
    for (int n = 0; n < state.positions; ++n)
        state.words.push_back(
            cursor->film()->isPadding(cursor->moment(), n) ? QString() : cursor->film()->label(cursor->moment(), n));
    if (comparison().size() > 1 || cursor->moment().call == 0) // of several lanes there is no one sentence
        state.words.clear();
    state.callTitle = tr("settled in model call");
    state.open = tr("may still change");
    state.missing = tr("not settled");
    state.empty = tr("Run a sentence or open a run: here a map shows when each of its words settled.");
    state.tones = canvas()->style().tones;
    state.font = canvas()->font();
    m_summary->setFullText(comparison().hasRuns() ? slackText(settleOrder(comparison().seen(cursor->laneIndex())))
                                                  : QString());
    m_map = SettleMap(std::move(state), canvas()->chartRect());
}

QString SettleMapView::tip(const QPointF &place) const
{
    const SettleMap::Hit hit = m_map.hitAt(place);
    const Lane *lane = hit.position < 0 ? nullptr : comparison().board()->at(laneOf(hit));
    if (!lane || !lane->run())
        return {};
    const SettleMapState::Lane &drawn = m_map.state().lanes[static_cast<std::size_t>(hit.lane)];
    if (static_cast<std::size_t>(hit.position) >= drawn.rows.front().cells.size())
        return {};
    QStringList lines{tr("Position %1").arg(hit.position)};
    for (const SettleMapState::Row &row : drawn.rows) {
        const SettleMapState::Cell &cell = row.cells[static_cast<std::size_t>(hit.position)];
        lines << (cell.call == 0 ? tr("%1: not settled").arg(row.title)
                      : cell.isFinal
                      ? tr("%1: since model call %2").arg(row.title).arg(cell.call)
                      : tr("%1: since model call %2, and may still change").arg(row.title).arg(cell.call));
    }
    return lines.join(QLatin1Char('\n'));
}

void SettleMapView::onClick(const QPointF &place)
{
    const SettleMap::Hit hit = m_map.hitAt(place);
    const Lane *lane = hit.position < 0 ? nullptr : comparison().board()->at(laneOf(hit));
    if (!lane || !lane->run())
        return;
    const auto &cells =
        m_map.state().lanes[static_cast<std::size_t>(hit.lane)].rows[static_cast<std::size_t>(hit.row)].cells;
    if (static_cast<std::size_t>(hit.position) >= cells.size())
        return;
    const int call = cells[static_cast<std::size_t>(hit.position)].call;
    Cursor *cursor = session()->cursor();
    cursor->select({hit.position, call > 0 ? Moment{call} : cursor->momentIn(lane), laneOf(hit)});
}

} // namespace ard::ui

#include "moc_SettleMapView.cpp"
