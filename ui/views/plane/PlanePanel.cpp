// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plane/PlanePanel.h"
#include "plot/PlaneView.h"
#include "session/CoreTexts.h"
#include <QLocale>
#include <QVBoxLayout>

namespace ard::ui {

QString scheduleTitle(const TimestepScheduleSpec &spec)
{
    for (const TimestepScheduleKind &kind : timestepScheduleKinds()) {
        if (kind.name != spec.kind)
            continue;
        const QString title = coreText(kind.title);
        if (spec.kind == "ar-diffusion")
            return PlanePanel::tr("%1, anchor (%2N, T−1)").arg(title, QLocale().toString(spec.anchorScale));
        QStringList parts{title};
        for (const ScheduleParameter &parameter : kind.parameters)
            parts << parameterTitle(parameter.name).toLower() + QLatin1Char(' ') +
                    QLocale().toString(parameter.get(spec));
        return parts.join(QStringLiteral(", "));
    }
    return QString::fromStdString(spec.kind);
}

PlanePanel::PlanePanel(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_view(new PlaneView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_view->setTooltip([this](PlaneCell cell) { return tooltip(cell); });
    connect(session->runs(), &RunStore::currentChanged, this, &PlanePanel::showRun);
    connect(session->playback(), &Playback::stepChanged, this, &PlanePanel::showStep);
    connect(session->form(), &GenerationForm::planChanged, this, [this] {
        if (!m_run)
            showPlan();
    });
    linkSelection();
    showRun(session->runs()->current());
}

void PlanePanel::linkSelection()
{
    Selection *selection = m_session->selection();
    connect(selection, &Selection::selectedChanged, this, &PlanePanel::showSelection);
    connect(selection, &Selection::hoveredChanged, this, &PlanePanel::showSelection);
    connect(m_view, &PlaneView::cellSelected, this, [this, selection](int position, int call) {
        if (m_run)
            selection->select(position, std::min(call, m_run->frameCount()));
    });
    connect(m_view, &PlaneView::cellHovered, selection,
            [selection](int position, int call) { selection->hover(position, call); });
    connect(m_view, &PlaneView::hoverEnded, selection, &Selection::clearHover);
}

void PlanePanel::showRun(Run *run)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    if (!run) {
        showPlan();
        return;
    }
    const auto reload = [this, run] {
        m_view->setTitle(scheduleTitle(run->record().request.schedule));
        m_view->setNotice(run->length() == 0 ? run->stateText() : QString());
        m_view->setPlan(run->plan(), run->diffusionSteps(), false);
        for (int call = 1; call <= run->frameCount(); ++call)
            m_view->addFrame(*run->frame(call));
        showStep(m_session->playback()->step());
        showSelection();
    };
    connect(run, &Run::started, this, reload);
    connect(run, &Run::frameAdded, this, [this, run](int call) { m_view->addFrame(*run->frame(call)); });
    // Settled words are provisional while the run is live: the last word on them comes with its end.
    connect(run, &Run::stateChanged, this, [this] { showStep(m_session->playback()->step()); });
    reload();
}

void PlanePanel::showPlan()
{
    const GenerationForm *form = m_session->form();
    TimestepScheduleSpec spec = form->settings().schedule;
    m_view->setTitle(tr("Plan: %1").arg(scheduleTitle(spec)));
    if (form->hasPlan()) {
        m_view->setNotice({});
        m_view->setPlan(form->plan(), spec.diffusionSteps, true);
        QString text = tr("This is the plan: every orange line is one model call and shows how far each position is "
                          "denoised after it. "
                          "Press Run to see the model follow it.");
        if (m_view->state().layout.reachesZeroOnlyAtEnd())
            text += QLatin1Char(' ') +
                tr("In this plan all positions reach timestep 0 together, in the last jump: whether left words come "
                   "first is then seen in the words, not in the timesteps.");
        m_view->setExplanation(text);
    } else {
        m_view->setNotice(form->problem());
        m_view->setPlan({}, 2, true);
    }
    describe();
}

void PlanePanel::showStep(int step)
{
    if (!m_run)
        return;
    m_view->setShownCalls(step);
    const bool complete = m_run->state() == Run::State::Complete;
    std::vector<PlaneWord> words;
    for (int n = 0; step >= 1 && n < m_run->length(); ++n) {
        const TokenState *token = m_run->token(step, n);
        if (!token)
            break;
        // While frames can still come nobody knows whether a word is settled, except at timestep 0.
        const bool settled = complete ? m_run->isSettledByWord(step, n) : m_run->isSettledBySchedule(step, n);
        words.push_back({m_run->label(token->wordId), settled, m_run->isPadding(token->wordId)});
    }
    m_view->setWords(std::move(words));
    describe();
}

/// For those who do not see the plane: which step, the words of it, and the chosen cell.
void PlanePanel::describe()
{
    if (!m_run) {
        const GenerationForm *form = m_session->form();
        m_view->setAccessibleDescription(form->hasPlan() ? tr("The plan of the next run: %1, %2")
                                                               .arg(scheduleTitle(form->settings().schedule),
                                                                    tr("M %1").arg(form->settings().samplingSteps))
                                                         : form->problem());
        return;
    }
    const int step = m_session->playback()->step();
    QStringList parts{scheduleTitle(m_run->record().request.schedule),
                      tr("step %1 of %2").arg(step).arg(m_run->modelCalls())};
    if (const QString sentence = m_run->textAt(step); !sentence.isEmpty())
        parts << tr("words: %1").arg(sentence);
    if (const Cell cell = m_session->selection()->selected(); cell.isValid() && cell.call >= 1)
        parts << tooltip({cell.position, cell.call}).replace(QLatin1Char('\n'), QStringLiteral(", "));
    m_view->setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

void PlanePanel::showSelection()
{
    const auto cell = [](Cell from) {
        return from.isValid() && from.call >= 1 ? std::optional(PlaneCell{from.position, from.call}) : std::nullopt;
    };
    m_view->setSelected(cell(m_session->selection()->selected()));
    m_view->setHovered(cell(m_session->selection()->hovered()));
    describe();
}

QString PlanePanel::tooltip(PlaneCell cell) const
{
    const PlaneLayout &plane = m_view->state().layout;
    QString text = tr("Position %1 · model call %2 · timestep %3 → %4")
                       .arg(cell.position)
                       .arg(cell.call)
                       .arg(plane.timestep(cell.call - 1, cell.position))
                       .arg(plane.timestep(cell.call, cell.position));
    if (const TokenState *token = m_run ? m_run->token(cell.call, cell.position) : nullptr)
        text += QStringLiteral("\n") +
            tr("%1, probability %2")
                .arg(m_run->label(token->wordId))
                .arg(QLocale().toString(wordProbability(*token), 'f', 2));
    return text;
}

void PlanePanel::setQuantity(Quantity quantity)
{
    m_view->setQuantity(quantity);
}

void PlanePanel::setTailZoom(bool on)
{
    m_view->setTimestepScale(on ? TimestepScale::Tail : TimestepScale::Linear);
}

} // namespace ard::ui
