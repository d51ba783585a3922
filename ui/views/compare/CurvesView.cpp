// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/CurvesView.h"
#include "plot/ElidedLabel.h"
#include "views/compare/LaneFacts.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>

namespace ard::ui {

CurvesView::CurvesView(Session *session, QWidget *parent)
    : CompareView(session, tr("Settled share and entropy against model calls"), parent), m_measure(new QComboBox(this))
{
    m_measure->addItems({tr("Settled by word"), tr("Settled by timestep")});
    m_measure->setAccessibleName(tr("What counts as settled"));
    controls()->addWidget(m_measure);
    auto *hint = new ElidedLabel(this);
    hint->setTone(ElidedLabel::Tone::Muted);
    hint->setFullText(tr("By word nobody can know before the end of a run; until then words at timestep 0 count."));
    controls()->addWidget(hint, 1);
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    canvas()->paintChart = [this](QPainter &painter) { m_chart.paint(painter); };
    canvas()->tipAt = [this](const QPointF &place) { return tip(place); };
    connect(canvas(), &ChartCanvas::clicked, this, [this](const QPointF &place) {
        if (const int call = m_chart.callAt(place); call >= 0)
            this->session()->cursor()->setMoment(call);
    });
    connect(canvas(), &ChartCanvas::keyMoved, this,
            [this](int right, int) { moveCursor(this->session()->cursor(), 0, right); });
    start();
}

void CurvesView::rebuild()
{
    CurveChartState state;
    const bool bySchedule = m_measure->currentIndex() == 1;
    for (int index = 0; index < comparison().size(); ++index) {
        const Curves values = curves(comparison().seen(index));
        CurveChartState::Lane lane{laneKey(*comparison().board()->at(index), *session()), {}};
        lane.key.withLine = true;
        lane.values = {bySchedule ? values.settledBySchedule : values.settledByWord, values.entropy};
        state.lanes.push_back(std::move(lane));
    }
    state.calls = comparison().hasRuns() ? comparison().modelCalls() : 0;
    state.shownCall = session()->cursor()->moment().call;
    state.figures = {{tr("share of the words that has settled"), 1}, {tr("mean entropy, nats")}};
    state.empty = noLanesText();
    state.style = canvas()->style();
    m_chart = CurveChart(std::move(state), canvas()->chartRect());
}

QString CurvesView::tip(const QPointF &place) const
{
    const int call = m_chart.callAt(place);
    if (call < 1)
        return {};
    QStringList lines{tr("Model call %1").arg(call)};
    for (std::size_t index = 0; index < m_chart.state().lanes.size(); ++index) {
        const auto &values = m_chart.state().lanes[index].values;
        const std::vector<double> &settled = values[0], &entropy = values[1];
        const Lane *lane = comparison().board()->at(static_cast<int>(index));
        const auto at = static_cast<std::size_t>(call - 1);
        if (lane && at < settled.size() && at < entropy.size())
            lines << tr("%1: settled %2 %, entropy %3")
                         .arg(lane->letter(), QLocale().toString(settled[at] * 100, 'f', 0),
                              QLocale().toString(entropy[at], 'f', 2));
    }
    return lines.size() > 1 ? lines.join(QLatin1Char('\n')) : QString();
}

} // namespace ard::ui

#include "moc_CurvesView.cpp"
