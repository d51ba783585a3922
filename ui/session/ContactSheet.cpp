// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, columns and seeds of the sheet, and what its cells have in common. ContactSheetFill.cpp asks the engine, ContactSheetFolder.cpp
// reads and writes.
#include "session/ContactSheet.h"
#include "diffusion/ScheduleText.h"
#include "session/CoreSentences.h"
#include "session/EngineClient.h"
#include "session/GenerationForm.h"
#include "session/Lane.h"
#include "session/Run.h"
#include "session/SameRequest.h"
#include <QStringList>
#include <algorithm>
#include <utility>

namespace ard::ui {

namespace {

/// As in the paper's first figure.
const char *const kFirstSchedules = "uniform, autoregressive, ar-diffusion";

QStringList partsOf(const QString &texts)
{
    QStringList parts;
    for (const QString &part : texts.split(u',', Qt::SkipEmptyParts))
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty() && !parts.contains(trimmed))
            parts << trimmed;
    return parts;
}

/// What of the request the cells have in common.
GenerationRequest commonOf(GenerationRequest request)
{
    request.candidates = 1;
    request.candidateLengths.clear();
    request.continuations.clear();
    return request;
}

Result<QList<SheetSchedule>> schedulesOf(const QStringList &texts, const TimestepScheduleSpec &base)
{
    QList<SheetSchedule> schedules;
    for (const QString &text : texts) {
        if (text.startsWith(QStringLiteral("custom:")))
            return fail(ErrorCode::InvalidArgument,
                        ContactSheet::tr("Load the table in the form, then write custom here").toStdString());
        ARD_ASSIGN(TimestepScheduleSpec spec, parseTimestepSchedule(text.toStdString(), base));
        schedules << SheetSchedule{text, std::move(spec)};
    }
    return schedules;
}

} // namespace

ContactSheet::ContactSheet(EngineClient *engine, GenerationForm *form, QObject *parent)
    : QObject(parent), m_engine(engine), m_form(form)
{
    m_files.setMaxThreadCount(1);
    connect(&m_tick, &Tick::ticked, this, &ContactSheet::announce);
    connect(form, &GenerationForm::changed, this, &ContactSheet::followForm);
    connect(engine, &EngineClient::stateChanged, this, &ContactSheet::progressed);
    m_common = commonOf(form->request());
    m_seeds = {m_common.seed, m_common.seed + 1};
    arrange({*schedulesOf(partsOf(QString::fromLatin1(kFirstSchedules)), m_common.schedule), m_steps, m_seeds});
}

ContactSheet::~ContactSheet()
{
    m_isClosing = true;
    m_files.waitForDone();
}

int ContactSheet::indexOf(SheetPlace place) const
{
    return static_cast<int>((place.schedule * m_steps.size() + place.step) * m_seeds.size() + place.seed);
}

SheetPlace ContactSheet::placeOf(int index) const
{
    const int seeds = static_cast<int>(m_seeds.size()), steps = static_cast<int>(m_steps.size());
    return {index / seeds / steps, index / seeds % steps, index % seeds};
}

GenerationRequest ContactSheet::requestOf(SheetPlace place) const
{
    LaneChanges changes;
    changes.schedule = m_schedules.at(place.schedule).spec;
    changes.samplingSteps = m_steps.at(place.step);
    changes.seed = m_seeds.at(place.seed);
    return changes.applied(m_common);
}

QString ContactSheet::setSchedules(const QString &texts)
{
    const QStringList parts = partsOf(texts);
    if (parts.isEmpty() || parts.size() > kMostSchedules)
        return tr("A contact sheet has 1 to %1 timestep schedules").arg(kMostSchedules);
    Result<QList<SheetSchedule>> schedules = schedulesOf(parts, m_common.schedule);
    if (!schedules)
        return coreSentence(schedules.error());
    for (SheetSchedule &schedule : *schedules) // what a folder has of it stays as it was asked for
        for (const SheetSchedule &present : std::as_const(m_schedules))
            if (present.text == schedule.text)
                schedule = present;
    arrange({*schedules, m_steps, m_seeds});
    return {};
}

QString ContactSheet::setSteps(const QString &texts)
{
    QList<int> steps;
    for (const QString &part : partsOf(texts)) {
        bool isNumber = false;
        const int value = part.toInt(&isNumber);
        if (!isNumber || value < 1 || value > kMaxDiffusionSteps)
            return tr("\"%1\" is no number of sampling steps").arg(part);
        if (!steps.contains(value))
            steps << value;
    }
    if (steps.isEmpty() || steps.size() > kMostSteps)
        return tr("A contact sheet has 1 to %1 numbers of sampling steps").arg(kMostSteps);
    std::sort(steps.begin(), steps.end());
    arrange({m_schedules, steps, m_seeds});
    return {};
}

QString ContactSheet::setSeeds(const QString &texts)
{
    QList<quint64> seeds;
    for (const QString &part : partsOf(texts)) {
        bool isNumber = false;
        const quint64 value = part.toULongLong(&isNumber);
        if (!isNumber)
            return tr("\"%1\" is no seed").arg(part);
        if (!seeds.contains(value))
            seeds << value;
    }
    if (seeds.isEmpty() || seeds.size() > kMostSeeds)
        return tr("A contact sheet has 1 to %1 seeds").arg(kMostSeeds);
    arrange({m_schedules, m_steps, seeds});
    return {};
}

/// What is under way belongs to places that may not be there any more: it is stopped. Cells of the same row, column and seed
/// keep what they have, unless all begin anew.
void ContactSheet::arrange(Axes axes, bool anew)
{
    stop();
    ++m_arrangement;
    const Axes before{m_schedules, m_steps, m_seeds};
    std::vector<SheetCell> cells(
        static_cast<std::size_t>(axes.schedules.size() * axes.steps.size() * axes.seeds.size()));
    std::swap(cells, m_cells);
    m_schedules = std::move(axes.schedules);
    m_steps = std::move(axes.steps);
    m_seeds = std::move(axes.seeds);
    std::size_t index = 0;
    for (const SheetSchedule &schedule : before.schedules)
        for (const int steps : before.steps)
            for (const quint64 seed : before.seeds) {
                const auto row = m_schedules.indexOf(schedule), column = m_steps.indexOf(steps);
                const auto depth = m_seeds.indexOf(seed);
                if (!anew && index < cells.size() && row >= 0 && column >= 0 && depth >= 0)
                    std::swap(at(indexOf({static_cast<int>(row), static_cast<int>(column), static_cast<int>(depth)})),
                              cells[index]);
                ++index;
            }
    for (const SheetCell &gone : cells)
        if (gone.run && gone.run->parent() == this) // nobody has opened it
            gone.run->deleteLater();
    m_changed.clear();
    Q_EMIT arranged();
    Q_EMIT progressed();
    readRuns();
}

bool ContactSheet::isEmpty() const
{
    return m_folder.isEmpty() && std::all_of(m_cells.begin(), m_cells.end(), [](const SheetCell &cell) {
               return cell.state == SheetCell::State::Missing;
           });
}

bool ContactSheet::formDiffers() const
{
    GenerationRequest mine = commonOf(m_form->request());
    mine.seed = m_common.seed; // those of the cells are their own
    mine.samplingSteps = m_common.samplingSteps;
    mine.schedule = m_common.schedule;
    return !asksForTheSame(mine, m_common);
}

void ContactSheet::followForm()
{
    if (isEmpty() && !isFilling())
        takeForm();
    else
        Q_EMIT progressed();
}

void ContactSheet::takeForm()
{
    const GenerationRequest before = std::exchange(m_common, commonOf(m_form->request()));
    m_hasCommon = true;
    Axes axes{m_schedules, m_steps, m_seeds};
    if (isEmpty() && m_seeds == QList<quint64>{before.seed, before.seed + 1})
        axes.seeds = {m_common.seed, m_common.seed + 1};
    for (SheetSchedule &schedule : axes.schedules)
        if (auto made = schedulesOf({schedule.text}, m_common.schedule))
            schedule = made->front();
    const bool wasEmpty = isEmpty();
    m_folder.clear();
    m_sets.clear();
    m_setIndex = m_sourceIndex = 0;
    stop();
    GenerationRequest onlyText = before;
    onlyText.source = m_common.source;
    if (wasEmpty && m_seeds == axes.seeds && before.schedule == m_common.schedule &&
        asksForTheSame(onlyText, m_common)) { // while somebody types
        Q_EMIT progressed();
        return;
    }
    arrange(std::move(axes), true);
}

void ContactSheet::change(int index)
{
    m_changed.insert(index);
    m_tick.request();
}

void ContactSheet::announce()
{
    if (m_changed.isEmpty())
        return;
    QList<int> indices = std::exchange(m_changed, {}).values();
    std::sort(indices.begin(), indices.end());
    Q_EMIT cellsChanged(indices);
    Q_EMIT progressed();
}

int ContactSheet::failed() const
{
    return static_cast<int>(std::count_if(
        m_cells.begin(), m_cells.end(), [](const SheetCell &cell) { return cell.state == SheetCell::State::Failed; }));
}

} // namespace ard::ui

#include "moc_ContactSheet.cpp"
