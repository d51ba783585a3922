// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traces/WordTracesView.h"
#include "facts/WordSegments.h"
#include "models/LaneNames.h"
#include "plot/ElidedLabel.h"
#include "views/compare/LaneFacts.h"
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QWheelEvent>
#include <algorithm>
#include <numeric>
#include <tuple>

namespace ard::ui {

namespace {
constexpr int kBySettling = 1, kAroundCursor = 1;
constexpr double kLettersOfCall = 7; ///< wide enough for most words
constexpr int kFewestCalls = 5;      ///< around the cursor
} // namespace

WordTracesView::WordTracesView(Session *session, QWidget *parent)
    : CompareView(session, tr("The word of every position over the model calls"), parent), m_order(new QComboBox(this)),
      m_range(new QComboBox(this)), m_summary(new ElidedLabel(this)), m_scroll(new QScrollBar(Qt::Vertical, canvas()))
{
    m_order->addItems({tr("By position"), tr("By settling")});
    m_order->setAccessibleName(tr("Order of the rows"));
    m_order->setToolTip(tr("By settling: the words first that settled first, as far as is known at this moment"));
    m_range->addItems({tr("All model calls"), tr("Around the cursor")});
    m_range->setAccessibleName(tr("Which model calls are drawn"));
    controls()->addWidget(m_order);
    controls()->addWidget(m_range);
    m_summary->setTone(ElidedLabel::Tone::Muted);
    controls()->addWidget(m_summary, 1);
    auto *beside = new QHBoxLayout(canvas());
    beside->setContentsMargins(0, 0, 0, 0);
    beside->addStretch(1);
    beside->addWidget(m_scroll);
    canvas()->installEventFilter(this);
    canvas()->paintChart = [this](QPainter &painter) { m_traces.paint(painter); };
    canvas()->tipAt = [this](const QPointF &place) { return tip(place); };
    connect(canvas(), &ChartCanvas::clicked, this, &WordTracesView::onClick);
    connect(canvas(), &ChartCanvas::hovered, this, &WordTracesView::onHover);
    connect(canvas(), &ChartCanvas::keyMoved, this, [this](int right, int up) {
        const auto at = std::find(m_positions.begin(), m_positions.end(), this->session()->cursor()->position());
        const auto row = std::clamp<std::ptrdiff_t>(at - m_positions.begin() - up, 0,
                                                    static_cast<std::ptrdiff_t>(m_positions.size()) - 1);
        if (up != 0 && !m_positions.empty())
            this->session()->cursor()->select(at == m_positions.end() ? m_positions.front()
                                                                      : m_positions[static_cast<std::size_t>(row)],
                                              this->session()->cursor()->moment());
        moveCursor(this->session()->cursor(), 0, right);
    });
    for (QComboBox *box : {m_order, m_range})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(m_scroll, &QScrollBar::valueChanged, this, [this] { refresh(); });
    connect(session->positions(), &ShownPositions::changed, this, [this] { refresh(); });
    connect(session->cursor(), &Cursor::laneChanged, this, [this] { refresh(); });
    connect(session->cursor(), &Cursor::selectedChanged, this, &WordTracesView::reveal);
    start();
}

QString WordTracesView::summary() const
{
    return m_summary->fullText();
}

QRectF WordTracesView::chartRect() const
{
    return canvas()->chartRect().adjusted(0, 0, m_scroll->isHidden() ? 0 : -m_scroll->sizeHint().width(), 0);
}

std::vector<int> WordTracesView::positions(const SeenRun &run, const SettleOrder &order) const
{
    std::vector<int> all(static_cast<std::size_t>(session()->positions()->shown(run.length())));
    std::iota(all.begin(), all.end(), 0);
    if (m_order->currentIndex() != kBySettling || run.calls() == 0)
        return all;
    // Words that can change no more first, then the others, by how long they stand; PAD at the end.
    const auto rank = [&](int position) {
        const auto n = static_cast<std::size_t>(position);
        return std::tuple(static_cast<bool>(order.isPadding[n]), !order.isFinal[n], order.byWord[n]);
    };
    std::stable_sort(all.begin(), all.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return all;
}

WordTracesState::Row WordTracesView::row(const SeenRun &run, const SettleOrder &order, int position) const
{
    const Run &shown = *session()->cursor()->run();
    const auto n = static_cast<std::size_t>(position);
    const Film &film = *session()->cursor()->film();
    const Moment now = session()->cursor()->moment();
    WordTracesState::Row row{position, film.isPadding(now, position) ? QString() : film.label(now, position), {}};
    for (const WordSegment &segment : wordSegments(run, position)) {
        const bool isSettled = order.isFinal[n] && segment.first == order.byWord[n];
        row.segments.push_back({segment.first, segment.last, shown.label(segment.word), run.isPadding(segment.word),
                                isSettled, shown.isPinned(segment.last, position)});
    }
    return row;
}

/// Only the rows that are seen are made.
void WordTracesView::fillRows(WordTracesState &state, const SeenRun &run)
{
    const SettleOrder order = settleOrder(run);
    m_positions = positions(run, order);
    const int count = static_cast<int>(m_positions.size());
    const int room = WordTraces::rowsIn(canvas()->chartRect().height(), canvas()->font());
    {
        const QSignalBlocker quiet(m_scroll);
        m_scroll->setRange(0, std::max(0, count - room));
        m_scroll->setPageStep(room);
        m_scroll->setVisible(count > room);
    }
    for (int i = m_scroll->value(); i < std::min(count, m_scroll->value() + room); ++i)
        state.rows.push_back(row(run, order, m_positions[static_cast<std::size_t>(i)]));
    int settled = 0, words = 0, flips = 0;
    for (std::size_t n = 0; n < order.byWord.size(); ++n) {
        flips += std::max(0, static_cast<int>(wordSegments(run, static_cast<int>(n)).size()) - 1);
        words += run.calls() > 0 && !order.isPadding[n];
        settled += run.calls() > 0 && !order.isPadding[n] && order.isFinal[n];
    }
    const Cursor *cursor = session()->cursor();
    QStringList summary;
    if (comparison().size() > 1)
        summary << tr("Lane %1").arg(cursor->lane()->letter());
    summary << tr("%1 of %2 words can change no more").arg(settled).arg(words) << tr("changes: %1").arg(flips)
            << tr("lines cross where the word becomes another; bold between thick lines: it can change no more");
    m_summary->setFullText(summary.join(QStringLiteral(" · ")));
}

void WordTracesView::chooseCalls(WordTracesState &state) const
{
    if (m_range->currentIndex() != kAroundCursor)
        return;
    const double width = QFontMetricsF(canvas()->font()).averageCharWidth() * kLettersOfCall;
    const int count =
        std::min(state.calls, std::max(kFewestCalls, static_cast<int>(chartRect().width() * 0.85 / width)));
    state.firstCall = std::clamp(state.shownCall - count * 2 / 3, 1, state.calls - count + 1);
    state.lastCall = state.firstCall + count - 1;
}

void WordTracesView::rebuild()
{
    const Cursor *cursor = session()->cursor();
    WordTracesState state;
    const SeenRun run = comparison().seen(cursor->laneIndex());
    m_positions.clear();
    state.shownCall = cursor->moment().call;
    state.seenCalls = run.calls();
    state.selected = cursor->position();
    state.calls = cursor->run() ? run.record().plan.modelCalls() : 0;
    if (cursor->run() && run.length() > 0)
        fillRows(state, run);
    else
        m_summary->setFullText({});
    m_scroll->setVisible(!state.rows.empty() && m_scroll->maximum() > 0);
    chooseCalls(state);
    state.callTitle = tr("after model call");
    state.empty = tr("Run a sentence or open a run: here a row a word shows how it changes from call to call.");
    state.tones = canvas()->style().tones;
    state.font = canvas()->font();
    m_traces = WordTraces(std::move(state), chartRect());
}

/// The chosen row comes into view.
void WordTracesView::reveal()
{
    const auto at = std::find(m_positions.begin(), m_positions.end(), session()->cursor()->position());
    if (at == m_positions.end())
        return;
    const int row = static_cast<int>(at - m_positions.begin());
    if (row < m_scroll->value())
        m_scroll->setValue(row);
    else if (row >= m_scroll->value() + m_scroll->pageStep())
        m_scroll->setValue(row - m_scroll->pageStep() + 1);
}

QString WordTracesView::tip(const QPointF &place) const
{
    const WordTraces::Hit hit = m_traces.hitAt(place);
    const Film *film = session()->cursor()->film();
    if (hit.position < 0 || !film->run())
        return {};
    if (hit.call == 0)
        return tr("Position %1: noise, before the first model call").arg(hit.position);
    for (const WordSegment &segment : wordSegments(comparison().seen(session()->cursor()->laneIndex()), hit.position))
        if (hit.call >= segment.first && hit.call <= segment.last)
            return tr("Position %1, model call %2: “%3”, probability %4; stands since call %5")
                .arg(hit.position)
                .arg(hit.call)
                .arg(film->label(Moment{hit.call}, hit.position),
                     QLocale().toString(film->probability(Moment{hit.call}, hit.position), 'f', 2))
                .arg(segment.first);
    return {};
}

void WordTracesView::onClick(const QPointF &place)
{
    if (const WordTraces::Hit hit = m_traces.hitAt(place); hit.position >= 0)
        session()->cursor()->select({hit.position, Moment{hit.call}, session()->cursor()->laneIndex()});
}

void WordTracesView::onHover(const QPointF &place)
{
    Cursor *cursor = session()->cursor();
    if (const WordTraces::Hit hit = m_traces.hitAt(place); hit.position >= 0)
        cursor->hover(hit.position, Moment{hit.call}, cursor->laneIndex());
    else
        cursor->clearHover();
}

bool WordTracesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != canvas() || event->type() != QEvent::Wheel)
        return CompareView::eventFilter(watched, event);
    QCoreApplication::sendEvent(m_scroll, event);
    return true;
}

} // namespace ard::ui

#include "moc_WordTracesView.cpp"
