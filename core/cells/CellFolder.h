// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CellFolder: what lies in the folder of a comparison. Files that are none of one are left alone and not looked at. Takes as
// long as the files are large. Thread-safe, no state.
#include "cells/CellFile.h"
#include <functional>

namespace ard {

struct KeptRun {
    std::filesystem::path file;
    std::uint64_t seed = 0;
    std::size_t source = 0; ///< index from 0
};

/// A cell file with the runs beside it, or runs whose cell file is not there.
struct ListedCell {
    CellName name;                ///< of the file
    std::optional<KeptCell> cell; ///< nothing: there is no cell file, or see problem
    std::string problem;          ///< one sentence why the cell file cannot be used; empty: it can, or is not there
    std::vector<KeptRun> runs;    ///< by source, then seed
};

/// By file name. Error: the folder cannot be read, or has more than 100,000 files of a comparison. isStopped is asked between
/// files; what was found until then is the answer.
Result<std::vector<ListedCell>> listCells(const std::filesystem::path &folder,
                                          const std::function<bool()> &isStopped = {});

} // namespace ard
