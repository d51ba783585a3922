// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of a comparison is read into cells, and cells are kept in it. Files are read and written one after the other, on
// a thread of their own.
#include "diffusion/ScheduleText.h"
#include "session/Background.h"
#include "session/ContactSheet.h"
#include "session/CoreSentences.h"
#include "session/EngineClient.h"
#include "session/GenerationForm.h"
#include "session/PathText.h"
#include <QDir>
#include <algorithm>

namespace ard::ui {

namespace {

using State = SheetCell::State;

/// The label of a cell, or what is left of it in the name of a file.
QString labelOf(const ListedCell &cell)
{
    return QString::fromStdString(cell.cell ? cell.cell->label : cell.name.label);
}

bool isOfRow(const ListedCell &cell, const QString &label)
{
    return cell.cell ? labelOf(cell) == label : cell.name.label == cellLabel(label.toStdString());
}

std::optional<TimestepScheduleSpec> specOf(const QString &label, const TimestepScheduleSpec &base)
{
    const TimestepScheduleKind *kind = timestepScheduleKind(label.section(u':', 0, 0).toStdString());
    if (!kind || kind->needsTable) // the file of a table may be gone: its runs know it
        return std::nullopt;
    const auto spec = parseTimestepSchedule(label.toStdString(), base);
    return spec ? std::optional(*spec) : std::nullopt;
}

/// Place in the list of kinds; behind them what is none.
std::ptrdiff_t order(const QString &label)
{
    const auto &kinds = timestepScheduleKinds();
    const std::string kind = label.section(u':', 0, 0).toStdString();
    return std::find_if(kinds.begin(), kinds.end(), [&](const auto &one) { return one.name == kind; }) - kinds.begin();
}

} // namespace

void ContactSheet::addJob(int change)
{
    m_jobs += change;
    Q_EMIT progressed();
}

void ContactSheet::open(const QString &folder)
{
    addJob(1);
    inBackground(
        &m_files, this,
        [path = fileSystemPath(folder), this] { return readSheetFolder(path, [this] { return m_isClosing.load(); }); },
        [this, folder](Result<std::vector<SheetSet>> sets) {
            addJob(-1);
            if (!sets) {
                Q_EMIT problem(coreSentence(sets.error()));
                return;
            }
            take(std::move(*sets), folder);
            Q_EMIT opened();
        });
}

void ContactSheet::take(std::vector<SheetSet> sets, const QString &folder)
{
    stop();
    m_folder = QDir::cleanPath(folder);
    m_sets = std::move(sets);
    show(0, 0);
}

ContactSheet::Axes ContactSheet::axesOf(const SheetSet &set) const
{
    Axes axes;
    QStringList labels;
    for (const auto &cell : set.cells)
        if (cell->cell && !labels.contains(labelOf(*cell)))
            labels << labelOf(*cell);
    for (const auto &cell : set.cells) { // those whose names alone are known, where they are of no row yet
        const auto isKnown = [&](const QString &label) { return isOfRow(*cell, label); };
        if (std::none_of(labels.begin(), labels.end(), isKnown))
            labels << labelOf(*cell);
    }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const QString &a, const QString &b) { return order(a) < order(b); });
    for (const QString &label : labels)
        axes.schedules << SheetSchedule{label, specOf(label, m_form->values().schedule)};
    for (const auto &cell : set.cells)
        if (!axes.steps.contains(cell->name.samplingSteps))
            axes.steps << cell->name.samplingSteps;
    std::sort(axes.steps.begin(), axes.steps.end());
    for (const std::uint64_t seed : set.seeds)
        axes.seeds << seed;
    return axes;
}

void ContactSheet::show(int set, int source)
{
    if (set < 0 || static_cast<std::size_t>(set) >= m_sets.size())
        return;
    stop();
    const SheetSet &shown = m_sets[static_cast<std::size_t>(set)];
    m_setIndex = set;
    m_sourceIndex = std::clamp(source, 0, static_cast<int>(shown.sources) - 1);
    m_hasCommon = false;
    m_common.source = shown.source;
    arrange(axesOf(shown), true);
    for (int index = 0; index < size(); ++index)
        at(index) = cellFrom(shown, placeOf(index));
    Q_EMIT arranged();
    Q_EMIT progressed();
    readRuns();
}

SheetCell ContactSheet::cellFrom(const SheetSet &set, SheetPlace place) const
{
    SheetCell made;
    const quint64 seed = m_seeds.at(place.seed);
    for (const auto &cell : set.cells) {
        if (cell->name.samplingSteps != m_steps.at(place.step) || !isOfRow(*cell, m_schedules.at(place.schedule).text))
            continue;
        if (!cell->problem.empty()) {
            made.state = State::Failed;
            made.reason = coreSentence(QString::fromStdString(cell->problem));
        }
        if (cell->cell) {
            const CellResult &result = cell->cell->result;
            made.state = State::TextOnly;
            made.text = QString::fromStdString(
                result.seeds[static_cast<std::size_t>(place.seed)].outputs.at(static_cast<std::size_t>(m_sourceIndex)));
            made.calls = static_cast<int>(std::min<std::int64_t>(result.modelCalls, INT32_MAX));
            made.seconds = result.seconds;
            made.kept = cell;
        }
        for (const KeptRun &run : cell->runs)
            if (run.seed == seed && run.source == static_cast<std::size_t>(m_sourceIndex)) {
                made.file = QString::fromStdString(run.file.string());
                if (made.state != State::Failed)
                    made.state = State::Reading;
            }
        break;
    }
    return made;
}

/// Those that are being read, or were when the cells were arranged anew.
void ContactSheet::readRuns()
{
    for (int index = 0; index < size(); ++index) {
        const SheetCell &cell = at(index);
        if (cell.state != State::Reading)
            continue;
        const SheetPlace place = placeOf(index);
        addJob(1);
        inBackground(
            &m_files, this,
            [this, path = fileSystemPath(cell.file), steps = m_steps.at(place.step),
             seed = m_seeds.at(place.seed)]() -> Result<RunRecord> {
                if (m_isClosing)
                    return fail(ErrorCode::Internal, "closing");
                return readSheetRun(path, steps, seed);
            },
            [this, index, arrangement = m_arrangement](Result<RunRecord> record) {
                addJob(-1);
                if (arrangement == m_arrangement)
                    takeRun(index, std::move(record));
            });
    }
}

void ContactSheet::takeRun(int index, Result<RunRecord> record)
{
    SheetCell &cell = at(index);
    change(index);
    if (!record) {
        cell.state = State::Failed;
        cell.reason = coreSentence(record.error());
        return;
    }
    cell.state = State::Done;
    cell.record = std::make_shared<const RunRecord>(std::move(*record));
    const RunRecord &run = *cell.record;
    cell.text = QString::fromStdString(run.outputs[static_cast<std::size_t>(run.chosen)].text);
    cell.calls = static_cast<int>(run.frames.size());
    cell.seconds = run.seconds;
    SheetSchedule &row = m_schedules[placeOf(index).schedule];
    row.spec = run.request.schedule;
    if (m_hasCommon)
        return;
    m_hasCommon = true;
    m_common = run.request;
    m_common.candidates = 1;
    m_common.candidateLengths.clear();
    if (m_form->model().fingerprint == run.provenance.modelFingerprint && m_form->model().lengthHead)
        m_common.schedule.length = 0; // the model chooses it again
    Q_EMIT progressed();
}

void ContactSheet::keepIn(const QString &folder)
{
    m_folder = QDir::cleanPath(folder);
    for (int schedule = 0; schedule < m_schedules.size(); ++schedule)
        for (int step = 0; step < m_steps.size(); ++step)
            keep(schedule, step);
    addJob(1); // behind those: the files of one thread come in order
    inBackground(
        &m_files, this, [] { return true; },
        [this](bool) {
            addJob(-1);
            Q_EMIT kept();
        });
}

CellKey ContactSheet::keyOf(int schedule, int step, const RunRecord &record) const
{
    CellKey key;
    key.label = m_schedules.at(schedule).text.toStdString();
    key.request = requestOf({schedule, step, 0});
    key.seeds.assign(m_seeds.begin(), m_seeds.end());
    key.version = record.provenance.engineVersion;
    key.model = record.provenance.modelFingerprint;
    key.device = record.provenance.device;
    return key;
}

/// The seeds of a cell that are done, in the folder that was chosen.
void ContactSheet::keep(int schedule, int step)
{
    if (m_folder.isEmpty())
        return;
    std::vector<std::shared_ptr<const RunRecord>> runs;
    const RunRecord *one = nullptr;
    bool isNew = false; // what was read from the folder is there
    for (int seed = 0; seed < m_seeds.size(); ++seed) {
        const SheetCell &cell = this->cell({schedule, step, seed});
        runs.push_back(cell.state == State::Done ? cell.record : nullptr);
        if (runs.back())
            one = runs.back().get();
        isNew = isNew || (runs.back() && !cell.file.startsWith(m_folder + u'/'));
    }
    if (!isNew)
        return;
    addJob(1);
    inBackground(
        &m_files, this,
        [path = fileSystemPath(m_folder), key = keyOf(schedule, step, *one), source = m_common.source,
         runs = std::move(runs)] { return keepSheetCell(path, key, source, runs); },
        [this](const Status &status) {
            addJob(-1);
            if (status)
                return;
            m_folder.clear(); // it does not hold the sheet
            Q_EMIT problem(coreSentence(status.error()));
        });
}

} // namespace ard::ui
