// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/SheetFolder.h"
#include "session/Run.h"
#include "trace/RunFile.h"
#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace ard::ui {

namespace {

struct SheetFolderText {
    Q_DECLARE_TR_FUNCTIONS(SheetFolder)
};

tl::unexpected<Error> refusal(const QString &sentence)
{
    return fail(ErrorCode::Format, sentence.toStdString());
}

using Cells = std::vector<std::shared_ptr<const ListedCell>>;
using SetKey = std::tuple<std::string, int, std::vector<std::uint64_t>, std::size_t, std::string>;

/// What two cells of a set cannot have in common.
std::pair<std::string, int> place(const ListedCell &cell)
{
    return {cell.cell ? cell.cell->label : cell.name.label, cell.name.samplingSteps};
}

SetKey keyOf(const ListedCell &cell, const std::string &source)
{
    return {cell.cell->model, cell.cell->candidates, cell.cell->seeds, cell.cell->sources(), source};
}

/// The text of the only source, from the first run that can be read.
std::string sourceOf(const ListedCell &cell)
{
    if (cell.cell->sources() != 1)
        return {};
    for (const KeptRun &run : cell.runs)
        if (const auto record = loadRun(run.file))
            return record->request.source;
    return {};
}

/// Sheets of several sentences in one folder: only then are runs read to tell them apart.
bool isCrowded(const Cells &cells)
{
    std::set<std::pair<SetKey, std::pair<std::string, int>>> places;
    return std::any_of(cells.begin(), cells.end(), [&](const auto &cell) {
        return cell->cell && !places.insert({keyOf(*cell, {}), place(*cell)}).second;
    });
}

SheetSet setOf(const SetKey &key)
{
    const auto &[model, candidates, seeds, sources, source] = key;
    return {model, candidates, seeds, sources, source, {}};
}

/// Runs alone: their seeds and sources are all that is known.
SheetSet setOfRuns(const Cells &loose, int candidates)
{
    SheetSet set;
    set.candidates = candidates;
    std::set<std::uint64_t> seeds;
    for (const auto &cell : loose)
        for (const KeptRun &run : cell->runs) {
            seeds.insert(run.seed);
            set.sources = std::max(set.sources, run.source + 1);
        }
    set.seeds.assign(seeds.begin(), seeds.end());
    if (set.seeds.empty())
        set.seeds = {1}; // cells that say nothing but why
    set.sources = std::max<std::size_t>(set.sources, 1);
    return set;
}

void addLoose(std::vector<SheetSet> &sets, const Cells &loose)
{
    std::set<int> candidates;
    for (const auto &cell : loose)
        candidates.insert(cell->name.candidates);
    for (const int k : candidates) {
        Cells ofK;
        std::copy_if(loose.begin(), loose.end(), std::back_inserter(ofK),
                     [k](const auto &cell) { return cell->name.candidates == k; });
        if (std::none_of(sets.begin(), sets.end(), [k](const SheetSet &set) { return set.candidates == k; }))
            sets.push_back(setOfRuns(ofK, k));
        for (SheetSet &set : sets)
            if (set.candidates == k)
                set.cells.insert(set.cells.end(), ofK.begin(), ofK.end());
    }
}

} // namespace

Result<std::vector<SheetSet>> readSheetFolder(const std::filesystem::path &folder,
                                              const std::function<bool()> &isStopped)
{
    ARD_ASSIGN(std::vector<ListedCell> listed, listCells(folder, isStopped));
    if (listed.empty())
        return refusal(SheetFolderText::tr("There is no cell of a comparison in '%1'")
                           .arg(QString::fromStdString(folder.string())));
    Cells cells;
    for (ListedCell &cell : listed)
        cells.push_back(std::make_shared<const ListedCell>(std::move(cell)));
    const bool tellSources = isCrowded(cells);
    std::map<SetKey, SheetSet> byKey;
    Cells loose;
    for (const auto &cell : cells) {
        if (!cell->cell) {
            loose.push_back(cell);
            continue;
        }
        const SetKey key = keyOf(*cell, tellSources ? sourceOf(*cell) : std::string());
        byKey.try_emplace(key, setOf(key)).first->second.cells.push_back(cell);
    }
    std::vector<SheetSet> sets;
    for (auto &[key, set] : byKey)
        sets.push_back(std::move(set));
    std::stable_sort(sets.begin(), sets.end(),
                     [](const SheetSet &a, const SheetSet &b) { return a.cells.size() > b.cells.size(); });
    addLoose(sets, loose);
    return sets;
}

Result<RunRecord> readSheetRun(const std::filesystem::path &file, int samplingSteps, std::uint64_t seed)
{
    ARD_ASSIGN(RunRecord record, loadRun(file));
    ARD_TRY(Run::checkRecord(record));
    if (record.request.samplingSteps != samplingSteps || record.request.seed != seed)
        return refusal(SheetFolderText::tr("The run has M %1 and seed %2, not what its name says")
                           .arg(record.request.samplingSteps)
                           .arg(record.request.seed));
    if (record.outputs.empty() || record.frames.empty())
        return refusal(SheetFolderText::tr("The run was not finished"));
    return record;
}

Status keepSheetCell(const std::filesystem::path &folder, const CellKey &key, const std::string &source,
                     const std::vector<std::shared_ptr<const RunRecord>> &runs)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::Io, "Cannot make the folder '" + folder.string() + "': " + error.message());
    const std::vector<std::string> sources{source};
    const std::string stem = cellStem(key, sources);
    std::vector<const RunRecord *> records;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i])
            continue;
        records.push_back(runs[i].get());
        const auto file = folder / cellRunName(stem, key.seeds[i], 0);
        if (!std::filesystem::exists(std::filesystem::symlink_status(file, error)))
            ARD_TRY(saveRun(*runs[i], file));
    }
    const auto file = folder / (stem + ".json");
    if (records.size() < key.seeds.size() || std::filesystem::exists(std::filesystem::symlink_status(file, error)))
        return {};
    return writeCellFile(file, key, cellOfRuns(records));
}

} // namespace ard::ui
