// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cells/CellFolder.h"

#include <algorithm>
#include <map>

namespace ard {

namespace {

constexpr std::size_t kMostFiles = 100'000;

/// The name without ",seed=..": of a cell and of its runs the same.
std::string stemOf(const std::string &fileName, const CellName &name)
{
    if (!name.seed)
        return fileName.substr(0, fileName.rfind('.'));
    return fileName.substr(0, fileName.rfind(",seed="));
}

void addFile(std::map<std::string, ListedCell> &cells, const std::filesystem::path &file, const CellName &name)
{
    ListedCell &cell = cells[stemOf(file.filename().string(), name)];
    if (name.seed) {
        cell.runs.push_back({file, *name.seed, *name.source});
    } else if (auto read = readCellFile(file)) {
        cell.cell = std::move(*read);
    } else {
        cell.problem = read.error().message;
    }
    cell.name = name;
    cell.name.seed.reset();
    cell.name.source.reset();
}

} // namespace

Result<std::vector<ListedCell>> listCells(const std::filesystem::path &folder, const std::function<bool()> &isStopped)
{
    const auto unreadable = [&](const std::error_code &error) {
        return fail(ErrorCode::Io, "Cannot read the folder '" + folder.string() + "': " + error.message());
    };
    std::error_code error;
    std::filesystem::directory_iterator file(folder, error);
    if (error)
        return unreadable(error);
    std::map<std::string, ListedCell> cells;
    std::size_t files = 0;
    for (; file != std::filesystem::directory_iterator(); file.increment(error)) {
        if (error)
            return unreadable(error);
        if (isStopped && isStopped())
            break;
        const auto name = parseCellName(file->path().filename().string());
        std::error_code isNone;
        if (!name || !file->is_regular_file(isNone)) // a pipe would be waited for
            continue;
        if (++files > kMostFiles)
            return fail(ErrorCode::Format, "'" + folder.string() + "' has more than 100000 files of a comparison");
        addFile(cells, file->path(), *name);
    }
    std::vector<ListedCell> list;
    for (auto &[stem, cell] : cells) {
        std::sort(cell.runs.begin(), cell.runs.end(), [](const KeptRun &a, const KeptRun &b) {
            return std::pair(a.source, a.seed) < std::pair(b.source, b.seed);
        });
        list.push_back(std::move(cell));
    }
    return list;
}

} // namespace ard
