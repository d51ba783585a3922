// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plane/PlanePanel.h"
#include "models/CellSentence.h"
#include "models/LaneNames.h"
#include "models/RunNames.h"
#include "plot/PlaneView.h"
#include "session/PlainText.h"
#include "views/plane/LengthNote.h"
#include "views/ruler/RulerPanel.h"
#include "views/whatif/WhatIfMenu.h"
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>
#include <cmath>

namespace ard::ui {

namespace {
constexpr int kRulerFrom = 18;     ///< lines of text
constexpr int kRunsRulerFrom = 28; ///< the film has one of its own
constexpr int kTableFronts = 7;    ///< that can be taken hold of, of a table that was not drawn here

/// Its levels are evenly apart, as fronts are: they stand for it exactly, unless there are more than can be drawn.
DrawnFronts learnedFronts(const TimestepScheduleSpec &spec)
{
    const ScheduleTable &knots = *spec.knots;
    const int levels = static_cast<int>(knots.front().size()) - 1;
    DrawnFronts fronts(spec.length, spec.diffusionSteps, levels - 1);
    for (int front = 1; front <= fronts.count(); ++front)
        for (int n = 0; n < spec.length; ++n) {
            const std::vector<int> &row = knots[std::min(static_cast<std::size_t>(n), knots.size() - 1)];
            const double level = levels - static_cast<double>(front) * levels / (fronts.count() + 1);
            fronts.draw(front, n, row[static_cast<std::size_t>(std::lround(level))]);
        }
    return fronts;
}
} // namespace

std::vector<PlaneWord> planeWords(const Film &film, Moment now, Sight sight)
{
    std::vector<PlaneWord> words;
    for (int n = 0; film.token(now, n); ++n)
        words.push_back({film.label(now, n), film.isSettled(now, n, sight), film.isPadding(now, n)});
    return words;
}

WordOf cellWordsOf(const Run &run)
{
    return [&run](std::int32_t id) { return CellWord{run.label(id), run.isPadding(id)}; };
}

PlanePanel::PlanePanel(Session *session, Lane *lane, QWidget *parent)
    : QWidget(parent), m_session(session), m_view(new PlaneView(this)), m_lane(lane)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    m_ruler = new RulerPanel(session, m_lane, this);
    layout->addWidget(m_ruler);
    m_length = new LengthNote(m_view, this);
    m_view->setDescription([this] { return description(); });
    m_view->setCellText([this](PlaneCell cell) {
        const Cursor *cursor = m_session->cursor();
        return cellSentence(*m_lane->film(), {cell.position, cell.call}, cursor->momentIn(m_lane), cursor->sight());
    });
    m_view->setTooltip([this](PlaneCell cell) { return tooltip(cell); });
    const Film *film = m_lane->film();
    connect(film, &Film::runChanged, this, &PlanePanel::showFilm);
    connect(film, &Film::planChanged, this, &PlanePanel::showFilm);
    connect(film, &Film::grew, this, &PlanePanel::addFrames);
    connect(film, &Film::stateChanged, this, [this] {
        if (const Run *run = m_lane->run(); run && run->length() == 0)
            m_view->setNotice(run->stateText()); // refused: there is nothing else to show
        showMoment();                            // at a run's end more is known
    });
    linkCursor();
    linkOptions();
    showFilm();
}

void PlanePanel::linkOptions()
{
    ShownPositions *positions = m_session->positions();
    connect(positions, &ShownPositions::changed, this, &PlanePanel::showColumns);
    connect(m_view, &PlaneView::allPositionsWanted, positions, &ShownPositions::setShowsAll);
    const PlaneOptions *options = m_session->planeOptions();
    connect(options, &PlaneOptions::changed, this, &PlanePanel::showOptions);
    connect(m_session->form(), &GenerationForm::planChanged, this, &PlanePanel::showHandle);
    connect(m_lane, &Lane::changesChanged, this, &PlanePanel::showHandle);
    connect(m_view, &PlaneView::handleMoved, this, &PlanePanel::moveHandle);
    connect(m_view, &PlaneView::frontDrawn, this, &PlanePanel::moveFront);
    connect(m_view, &PlaneView::cellMenuWanted, this, &PlanePanel::showCellMenu);
    connect(m_lane->film(), &Film::filledChanged, this, &PlanePanel::showFilled);
    showOptions();
}

void PlanePanel::showOptions()
{
    m_view->setFigureMarks(m_session->planeOptions()->figureMarks());
    fitRuler();
    showHandle();
    showLength();
}

/// Where the plane is low, it needs the room.
void PlanePanel::fitRuler()
{
    const bool hasRoom = height() > fontMetrics().height() * (m_lane->run() ? kRunsRulerFrom : kRulerFrom);
    m_ruler->setVisible(m_session->planeOptions()->showsRuler() && hasRoom && !m_beside && !m_view->isBare());
}

QSize PlanePanel::minimumSizeHint() const
{
    return m_view->minimumSizeHint();
}

void PlanePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitRuler();
}

/// At the starting noise: that comes first. Not while the timestep schedule is edited, whose lines and points are there.
void PlanePanel::showLength()
{
    const Run *run = m_lane->run();
    const bool isStart = run && m_session->cursor()->momentIn(m_lane) == Moment{};
    m_length->setRun(isStart && !m_session->planeOptions()->editsSchedule() ? run : nullptr);
}

void PlanePanel::showHandle()
{
    const Run *run = m_lane->run();
    const bool edits = !run || (m_session->planeOptions()->editsSchedule() && !run->isLive());
    const TimestepScheduleSpec spec = planned().schedule;
    std::optional<ScheduleHandle> handle;
    if (edits && spec.kind == "ar-diffusion")
        handle = {ScheduleHandle::Kind::Anchor, spec.anchorScale};
    else if (edits && spec.kind == "lagged")
        handle = {ScheduleHandle::Kind::Lag, static_cast<double>(spec.lag)};
    else if (edits && spec.kind == "block")
        handle = {ScheduleHandle::Kind::Block, static_cast<double>(spec.block)};
    m_view->setGhost(run && edits ? GenerationForm::planOf(planned()).value_or(SamplingPlan{}) : SamplingPlan{});
    m_view->setHandle(handle);
    if (edits)
        showFronts(spec);
    else
        m_view->setFronts(std::nullopt);
}

void PlanePanel::showFronts(const TimestepScheduleSpec &spec)
{
    const bool isLearned = spec.kind == "learned" && spec.knots;
    if (!isLearned && spec.kind != "custom") {
        m_drawn.reset();
        m_view->setFronts(std::nullopt);
        return;
    }
    if (isLearned || !m_drawn || m_drawn != spec.table) {
        const auto schedule = makeTimestepSchedule(spec);
        if (!schedule) {
            m_view->setFronts(std::nullopt);
            return;
        }
        m_fronts = isLearned ? learnedFronts(spec)
                             : DrawnFronts::of(**schedule, spec.length, spec.diffusionSteps, kTableFronts);
        m_sentenceSteps = (*schedule)->sentenceSteps();
        m_loaded = isLearned ? nullptr : spec.table;
        m_loadedFronts = m_fronts;
        m_wasLearned = isLearned;
        m_drawn.reset();
    }
    m_view->setFronts(FrontHandles{*m_fronts, {(m_fronts->count() + 1) / 2, 0}, false, frontsLabel()});
}

QString PlanePanel::frontsLabel() const
{
    if (!m_drawn)
        return m_wasLearned ? tr("learned: what is drawn is custom") : tr("custom: draw the lines");
    return m_wasLearned ? tr("custom, drawn from the learned one") : tr("custom, drawn");
}

void PlanePanel::moveFront(const FrontPoint &point, int timestep)
{
    if (!m_fronts)
        return;
    m_fronts->draw(point.front, point.position, timestep);
    m_drawn = std::make_shared<const ScheduleTable>(m_loaded ? m_fronts->bent(*m_loaded, *m_loadedFronts)
                                                             : m_fronts->table(m_sentenceSteps));
    if (!m_lane->changes().schedule) {
        m_session->form()->setScheduleTable(m_drawn);
        return;
    }
    LaneChanges changes = m_lane->changes();
    changes.schedule->kind = "custom";
    changes.schedule->table = m_drawn;
    m_lane->setChanges(changes);
}

void PlanePanel::moveHandle(double value)
{
    const ScheduleHandle::Kind kind = m_view->state().handle->kind;
    const QString name = kind == ScheduleHandle::Kind::Anchor ? QStringLiteral("anchor-scale")
        : kind == ScheduleHandle::Kind::Lag                   ? QStringLiteral("lag")
                                                              : QStringLiteral("block");
    if (!m_lane->changes().schedule) {
        m_session->form()->setScheduleParameter(name, value);
        return;
    }
    LaneChanges changes = m_lane->changes();
    for (const ScheduleParameter &parameter : scheduleParameters())
        if (parameter.name == name.toStdString())
            parameter.set(*changes.schedule, value);
    m_lane->setChanges(changes);
}

void PlanePanel::showFilled()
{
    std::vector<FilledJump> jumps;
    const Film &film = *m_lane->film();
    for (int call = 1; call <= film.modelCalls(); ++call)
        if (const Run *filled = film.filled(call)) {
            const auto &rows = filled->plan().timesteps;
            jumps.push_back({call, {rows.begin() + 1, rows.end() - 1}});
        }
    m_view->setFilled(std::move(jumps));
}

void PlanePanel::showCellMenu(int position, int call, const QPoint &global)
{
    if (!m_lane->run())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Into the jump of model call %1").arg(call), this,
                    [this, call] { m_session->jumps()->open(m_lane, call); });
    menu->addAction(tr("Choose this cell"), this, [this, position, call] {
        m_session->cursor()->select({position, call, m_session->board()->indexOf(m_lane)});
    });
    menu->addSeparator();
    addWhatIf(menu, m_session, {position, call, m_session->board()->indexOf(m_lane)});
    menu->popup(global);
}

void PlanePanel::showColumns()
{
    const ShownPositions *positions = m_session->positions();
    const int length = m_view->state().layout.positions();
    m_view->setColumns(positions->shown(length), positions->foldable(length));
}

void PlanePanel::linkCursor()
{
    Cursor *cursor = m_session->cursor();
    connect(cursor, &Cursor::momentChanged, this, &PlanePanel::showMoment);
    connect(cursor, &Cursor::laneChanged, this, &PlanePanel::showMoment);
    connect(cursor, &Cursor::linkChanged, this, &PlanePanel::showMoment);
    connect(cursor, &Cursor::sightChanged, this, &PlanePanel::showMoment);
    connect(cursor, &Cursor::selectedChanged, this, &PlanePanel::showCells);
    connect(cursor, &Cursor::hoveredChanged, this, &PlanePanel::showCells);
    const auto lane = [this] { return m_session->board()->indexOf(m_lane); };
    connect(m_view, &PlaneView::cellSelected, this, [this, cursor, lane](int position, int call) {
        if (m_lane->run())
            cursor->select({position, call, lane()});
    });
    connect(m_view, &PlaneView::cellHovered, this,
            [cursor, lane](int position, int call) { cursor->hover(position, call, lane()); });
    connect(m_view, &PlaneView::hoverEnded, cursor, &Cursor::clearHover);
}

void PlanePanel::showFilm()
{
    fitRuler();
    const Run *run = m_lane->run();
    if (!run) {
        showPlan();
        showLength();
        return;
    }
    m_view->setTitle(scheduleTitle(run->record().request.schedule));
    m_view->setNotice(run->length() == 0 ? run->stateText() : QString());
    m_view->setPlan(run->plan(), run->diffusionSteps(), false);
    m_view->setOffTraining(offTraining(*m_lane, *m_session));
    showColumns();
    m_view->setNoiseAtZero(run->noiseLevel(0));
    m_view->setChanges(run->changes(), run->callsBefore());
    addFrames(1, run->frameCount());
    showFilled();
    showHandle();
    showMoment();
    showCells();
}

void PlanePanel::addFrames(int first, int last)
{
    // A reset may have brought some of them.
    const int have = static_cast<int>(m_view->state().probabilities.size());
    for (int call = std::max(first, have + 1); call <= last; ++call)
        m_view->addFrame(*m_lane->film()->frame(call), cellWordsOf(*m_lane->run()));
    if (m_lane != m_session->cursor()->lane())
        showMoment(); // it may have waited for these frames
}

GenerationRequest PlanePanel::planned() const
{
    return laneValues(m_lane->changes(), *m_session->form());
}

void PlanePanel::showPlan()
{
    const Film *film = m_lane->film();
    m_view->setTitle(tr("Plan: %1").arg(scheduleTitle(planned().schedule)));
    if (film->modelCalls() > 0) {
        m_view->setNotice({});
        m_view->setPlan(film->plan(), film->diffusionSteps(), true);
        const int every = PlanePainter::planLinesEvery(m_view->state().layout);
        QString text = every == 1
            ? tr("This is the plan: every orange line is one model call and shows how far each position is "
                 "denoised after it. "
                 "Press Run to see the model follow it.")
            : tr("This is the plan: the orange lines show how far each position is denoised, one line for every %1 "
                 "model calls. Press Run to see the model follow it.")
                  .arg(every);
        if (m_view->state().layout.reachesZeroOnlyAtEnd())
            text = running(
                {text,
                 tr("In this plan all positions reach timestep 0 together, in the last jump: whether left words come "
                    "first is then seen in the words, not in the timesteps.")});
        m_view->setExplanation(m_beside ? QString() : text);
    } else {
        m_view->setNotice(m_lane->problem());
        m_view->setPlan({}, 2, true);
    }
    showHandle();
    m_view->setOffTraining(film->modelCalls() > 0 ? offTraining(*m_lane, *m_session) : QString());
    showColumns();
}

void PlanePanel::showMoment()
{
    const Film &film = *m_lane->film();
    if (!film.run())
        return;
    const Moment now = m_session->cursor()->momentIn(m_lane);
    const Sight sight = m_session->cursor()->sight();
    m_view->setShownCalls(now.call);
    std::vector<int> between;
    for (int n = 0; now.sub > 0 && n < film.length(); ++n)
        between.push_back(film.timestep(now, n));
    m_view->setBetween(std::move(between));
    m_view->setWords(planeWords(film, now, sight));
    showLength();
}

/// For those who do not see the plane: which step, the words of it, and the chosen cell.
QString PlanePanel::description() const
{
    const Film &film = *m_lane->film();
    const Run *run = film.run();
    if (!run) {
        const GenerationRequest next = planned();
        return film.modelCalls() > 0 ? tr("The plan of the next run: %1, %2")
                                           .arg(scheduleTitle(next.schedule), tr("M %1").arg(film.modelCalls()))
                                     : m_lane->problem();
    }
    const Moment now = m_session->cursor()->momentIn(m_lane);
    QStringList parts{scheduleTitle(run->record().request.schedule), stepSentence(film, now)};
    if (const QString sentence = film.text(now); !sentence.isEmpty())
        parts << tr("words: %1").arg(sentence);
    const Cell chosen = m_session->cursor()->selected();
    if (const std::optional<PlaneCell> cell = cellHere(chosen)) {
        const PlaneLayout &plane = m_view->state().layout;
        parts << cellSentence(film, chosen, now, m_session->cursor()->sight())
              << tr("timestep %1 to %2")
                     .arg(plane.timestep(cell->call - 1, cell->position))
                     .arg(plane.timestep(cell->call, cell->position));
    }
    return parts.join(QStringLiteral("; "));
}

/// What the plane has of it: while a run takes the place of another, the cursor may be in the new one already.
std::optional<PlaneCell> PlanePanel::cellHere(Cell cell) const
{
    const PlaneLayout &plane = m_view->state().layout;
    const bool isHere = cell.isValid() && cell.lane == m_session->board()->indexOf(m_lane) && cell.moment.call >= 1 &&
        cell.moment.call <= plane.modelCalls() && cell.position < plane.positions();
    return isHere ? std::optional(PlaneCell{cell.position, cell.moment.call}) : std::nullopt;
}

void PlanePanel::showCells()
{
    m_view->setSelected(cellHere(m_session->cursor()->selected()));
    m_view->setHovered(cellHere(m_session->cursor()->hovered()));
}

QString PlanePanel::tooltip(PlaneCell cell) const
{
    const PlaneLayout &plane = m_view->state().layout;
    const Film &film = *m_lane->film();
    const Cursor *cursor = m_session->cursor();
    QString text = tr("Position %1 · model call %2 · timestep %3 → %4")
                       .arg(cell.position)
                       .arg(cell.call)
                       .arg(plane.timestep(cell.call - 1, cell.position))
                       .arg(plane.timestep(cell.call, cell.position));
    const bool isSeen = cursor->showsFuture() || cell.call <= cursor->momentIn(m_lane).call;
    if (isSeen && film.token(cell.call, cell.position))
        text += QStringLiteral("\n") +
            tr("%1, probability %2")
                .arg(film.label(cell.call, cell.position))
                .arg(QLocale().toString(film.probability(cell.call, cell.position), 'f', 2));
    if (isSeen && film.run() && film.run()->isPinned(cell.call, cell.position))
        text += QStringLiteral("\n") + tr("pinned: it cannot become another word");
    return text;
}

void PlanePanel::setQuantity(Quantity quantity)
{
    m_view->setQuantity(quantity);
}

void PlanePanel::setBeside(bool beside)
{
    m_beside = beside;
    m_view->setBeside(beside);
    if (!m_lane->run())
        showPlan();
}

void PlanePanel::setTailZoom(bool on)
{
    m_view->setTimestepScale(on ? TimestepScale::Tail : TimestepScale::Linear);
}

} // namespace ard::ui

#include "moc_PlanePanel.cpp"
