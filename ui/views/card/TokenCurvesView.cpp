// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/TokenCurvesView.h"
#include "facts/Settled.h"
#include "plot/ElidedLabel.h"
#include "views/compare/LaneFacts.h"
#include <QHBoxLayout>
#include <QLocale>

namespace ard::ui {

TokenCurvesView::TokenCurvesView(Session *session, QWidget *parent)
    : CompareView(session, tr("Probability, margin, entropy and distance of a token against model calls"), parent),
      m_title(new ElidedLabel(this))
{
    m_title->setTone(ElidedLabel::Tone::Muted);
    controls()->addWidget(m_title, 1);
    canvas()->paintChart = [this](QPainter &painter) { m_chart.paint(painter); };
    canvas()->tipAt = [this](const QPointF &place) { return tip(place); };
    connect(canvas(), &ChartCanvas::clicked, this, [this](const QPointF &place) {
        if (const int call = m_chart.callAt(place); call >= 0)
            this->session()->cursor()->setMoment(call);
    });
    connect(canvas(), &ChartCanvas::keyMoved, this,
            [this](int right, int) { moveCursor(this->session()->cursor(), 0, right); });
    connect(session->cursor(), &Cursor::selectedChanged, this, [this] { refresh(); });
    start();
}

QString TokenCurvesView::title() const
{
    return m_title->fullText();
}

/// The token's word in each lane at the cursor's moment, the same one once.
QString TokenCurvesView::words() const
{
    QStringList words;
    const int position = session()->cursor()->position();
    for (const Lane *lane : comparison().board()->lanes()) {
        const QString word = lane->film()->label(session()->cursor()->momentIn(lane), position);
        if (!word.isEmpty())
            words << (comparison().size() > 1 ? tr("%1: %2", "letter of a lane, word").arg(lane->letter(), word)
                                              : word);
    }
    return words.join(QStringLiteral(", "));
}

void TokenCurvesView::rebuild()
{
    const int position = session()->cursor()->position();
    CurveChartState state;
    state.figures = {{tr("probability of the word"), 1},
                     {tr("margin over the next word"), 1},
                     {tr("entropy, nats")},
                     {tr("distance to an embedding")}};
    for (int index = 0; index < comparison().size(); ++index) {
        const TokenCurves values = tokenCurves(comparison().seen(index), position);
        CurveChartState::Lane lane{laneKey(*comparison().board()->at(index), *session()), {}};
        lane.key.withLine = true;
        lane.values = {values.probability, values.margin, values.entropy, values.distance};
        state.lanes.push_back(std::move(lane));
    }
    if (comparison().size() == 1)
        state.lanes.front().key.title.clear(); // there is nothing to tell it from
    state.calls = comparison().hasRuns() && position >= 0 ? comparison().modelCalls() : 0;
    state.shownCall = session()->cursor()->moment().call;
    state.empty = comparison().hasRuns()
        ? tr("Click a word or a cell: here its numbers over all model calls are drawn.")
        : tr("Run a sentence or open a run.");
    state.style = canvas()->style();
    m_title->setFullText(state.calls > 0 ? tr("Position %1 · %2").arg(position).arg(words()) : QString());
    m_chart = CurveChart(std::move(state), canvas()->chartRect());
}

QString TokenCurvesView::tip(const QPointF &place) const
{
    const int call = m_chart.callAt(place);
    if (call < 1)
        return {};
    QStringList lines{tr("Model call %1").arg(call)};
    const auto at = static_cast<std::size_t>(call - 1);
    for (std::size_t index = 0; index < m_chart.state().lanes.size(); ++index) {
        const auto &values = m_chart.state().lanes[index].values;
        const Lane *lane = comparison().board()->at(static_cast<int>(index));
        if (!lane || at >= values.front().size())
            continue;
        const auto number = [&](std::size_t figure) { return QLocale().toString(values[figure][at], 'f', 2); };
        lines << tr("%1: \"%2\", probability %3, margin %4, entropy %5, distance %6")
                     .arg(lane->letter(), lane->film()->label(Moment{call}, session()->cursor()->position()), number(0),
                          number(1), number(2), number(3));
    }
    return lines.size() > 1 ? lines.join(QLatin1Char('\n')) : QString();
}

} // namespace ard::ui

#include "moc_TokenCurvesView.cpp"
