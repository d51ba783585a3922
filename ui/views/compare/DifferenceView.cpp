// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/DifferenceView.h"
#include "facts/Differences.h"
#include "models/LaneNames.h"
#include "plot/ElidedLabel.h"
#include "plot/TextWidth.h"
#include "views/compare/LaneFacts.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace ard::ui {

namespace {
constexpr int kRowsAtATime = 60; ///< of 256 positions: a few milliseconds
} // namespace

DifferenceView::DifferenceView(Session *session, QWidget *parent)
    : CompareView(session, tr("Differences of two lanes, position by model call"), parent), m_lanes{new QComboBox(this),
                                                                                                    new QComboBox(
                                                                                                        this)},
      m_summary(new ElidedLabel(this))
{
    m_goOn.setSingleShot(true);
    m_goOn.setInterval(0);
    connect(&m_goOn, &QTimer::timeout, this, [this] { refresh(); });
    for (QComboBox *lane : m_lanes) {
        lane->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        lane->setMinimumContentsLength(14);
        lane->setAccessibleName(lane == m_lanes[0] ? tr("First lane") : tr("Second lane"));
        connect(lane, &QComboBox::activated, this, [this] { refresh(); });
    }
    connect(session->positions(), &ShownPositions::changed, this, [this] { refresh(); });
    controls()->addWidget(m_lanes[0]);
    controls()->addWidget(new QLabel(tr("and"), this));
    controls()->addWidget(m_lanes[1]);
    m_summary->setTone(ElidedLabel::Tone::Muted);
    controls()->addWidget(m_summary, 1);
    canvas()->paintChart = [this](QPainter &painter) { m_grid.paint(painter); };
    canvas()->tipAt = [this](const QPointF &place) { return tip(place); };
    canvas()->spoken = [this] { return spoken(); };
    connect(canvas(), &ChartCanvas::clicked, this, [this](const QPointF &place) {
        if (const auto [position, call] = m_grid.cellAt(place); position >= 0) {
            Cursor *cursor = this->session()->cursor();
            const int lane = cursor->laneIndex();
            const bool isShown = lane == m_lanes[0]->currentIndex() || lane == m_lanes[1]->currentIndex();
            cursor->select({position, call, isShown ? lane : m_lanes[0]->currentIndex()});
        }
    });
    connect(canvas(), &ChartCanvas::keyMoved, this,
            [this](int positions, int up) { moveCursor(this->session()->cursor(), positions, -up); });
    start();
}

QString DifferenceView::summary() const
{
    return m_summary->fullText();
}

void DifferenceView::fillLanes()
{
    QStringList names;
    for (const Lane *lane : comparison().board()->lanes())
        names << tr("%1: %2", "letter and name of a lane").arg(lane->letter(), laneTitle(*lane, *session()));
    for (std::size_t which = 0; which < m_lanes.size(); ++which) {
        QComboBox *box = m_lanes[which];
        QStringList before;
        for (int i = 0; i < box->count(); ++i)
            before << box->itemText(i);
        if (before == names)
            continue;
        const int chosen = box->currentIndex() < 0 ? static_cast<int>(which) : box->currentIndex();
        box->clear();
        box->addItems(names);
        box->setCurrentIndex(std::min(chosen, static_cast<int>(names.size()) - 1));
    }
    if (names.size() > 1 && m_lanes[0]->currentIndex() == m_lanes[1]->currentIndex())
        m_lanes[1]->setCurrentIndex(m_lanes[0]->currentIndex() == 0 ? 1 : 0);
}

/// A row depends on its two frames only: those that were there are taken over, and of the others so many are made in a turn.
void DifferenceView::fillRows(DifferenceGridState &state, const SeenRun &first, const SeenRun &second)
{
    const auto numberOf = [this](int lane) { return comparison().board()->at(lane)->run()->number(); };
    const std::pair runs(numberOf(m_lanes[0]->currentIndex()), numberOf(m_lanes[1]->currentIndex()));
    state.rows = m_grid.takeRows();
    if (std::exchange(m_runs, runs) != runs) {
        state.rows.clear();
        m_behind.clear();
    }
    if (state.rows.empty() && m_behind.empty())
        m_shared = SharedPart(first.record(), second.record());
    const auto seen = static_cast<std::size_t>(std::min(first.calls(), second.calls()));
    for (; state.rows.size() > seen; state.rows.pop_back())
        m_behind.push_back(std::move(state.rows.back()));
    for (; state.rows.size() < seen && !m_behind.empty(); m_behind.pop_back())
        state.rows.push_back(std::move(m_behind.back()));
    for (int most = kRowsAtATime; state.rows.size() < seen && most > 0; --most) {
        auto &cells = state.rows.emplace_back();
        const auto call = static_cast<int>(state.rows.size());
        for (const DifferenceCell &cell : differenceRow(first, second, call))
            cells.push_back({cell.isOther, cell.probability, m_shared.isFixed(call, static_cast<int>(cells.size()))});
    }
    if (state.rows.size() < seen)
        m_goOn.start();
}

void DifferenceView::rebuild()
{
    fillLanes();
    const int a = m_lanes[0]->currentIndex(), b = m_lanes[1]->currentIndex();
    DifferenceGridState state;
    const SeenRun first = comparison().seen(a), second = comparison().seen(b);
    if (a == b || first.length() == 0 || second.length() == 0) {
        m_runs = {};
    } else {
        fillRows(state, first, second);
        state.positions = session()->positions()->shown(std::max(first.length(), second.length())); // as the planes
        state.calls = std::max(first.record().plan.modelCalls(), second.record().plan.modelCalls());
    }
    state.selected = session()->cursor()->position();
    state.shownCall = session()->cursor()->moment().call;
    state.callTitle = tr("after model call");
    const QString letters[] = {comparison().board()->at(a)->letter(), comparison().board()->at(b)->letter()};
    state.low = tr("%1 surer of its word").arg(letters[0]);
    state.high = tr("%1 surer").arg(letters[1]);
    state.other = tr("another word");
    const bool hasShared = !state.rows.empty() && !m_shared.isEmpty();
    state.fixed = hasShared ? tr("could not change") : QString();
    state.empty = noLanesText();
    state.style = canvas()->style();
    m_grid = DifferenceGrid(std::move(state), canvas()->chartRect());
    QStringList summary{divergenceText(comparison(), a, b)};
    if (hasShared)
        summary << sharedText(first, second);
    m_summary->setFullText(summary.join(QStringLiteral(" · ")));
}

/// Of the words after the last call that both have: which could not be others, and which could and are not.
QString DifferenceView::sharedText(const SeenRun &first, const SeenRun &second) const
{
    const int call = std::min(first.calls(), second.calls());
    int fixed = 0, same = 0, other = 0;
    const auto isNoWord = [call](const SeenRun &run, int position) {
        const TokenState *token = run.token(call, position);
        return !token || run.isPadding(token->wordId);
    };
    for (int n = 0; n < std::max(first.length(), second.length()); ++n) {
        if (isNoWord(first, n) && isNoWord(second, n))
            continue;
        const bool differs = isOther(first, call, second, call, n).value_or(false);
        ++(differs ? other : m_shared.isFixed(call, n) ? fixed : same);
    }
    return tr("after call %1: could not change %2, did not %3, did %4").arg(call).arg(fixed).arg(same).arg(other);
}

QString DifferenceView::tip(const QPointF &place) const
{
    const auto [position, call] = m_grid.cellAt(place);
    return position < 0 ? QString() : tell(position, call);
}

/// For those who do not see the grid: what it comes to, and the cell of the cursor.
QString DifferenceView::spoken() const
{
    const Cursor *cursor = session()->cursor();
    const int call = cursor->moment().call;
    if (cursor->position() < 0 || call < 1 || call > static_cast<int>(m_grid.state().rows.size()))
        return summary();
    return summary() + QStringLiteral("; ") +
        tell(cursor->position(), call).replace(QLatin1Char('\n'), QLatin1String("; "));
}

QString DifferenceView::tell(int position, int call) const
{
    QStringList lines{tr("Position %1 after model call %2").arg(position).arg(call)};
    for (const QComboBox *box : m_lanes) {
        const Lane *lane = comparison().board()->at(box->currentIndex());
        if (lane && lane->film()->token(call, position))
            lines << tr("%1: \"%2\", probability %3")
                         .arg(lane->letter(), lane->film()->label(call, position),
                              QLocale().toString(lane->film()->probability(call, position), 'f', 2));
    }
    if (call <= m_shared.calls())
        lines << tr("could not change: both have this call of the same run");
    else if (m_shared.isPinned(call, position))
        lines << tr("could not change: one of the two is pinned");
    return lines.join(QLatin1Char('\n'));
}

} // namespace ard::ui

#include "moc_DifferenceView.cpp"
