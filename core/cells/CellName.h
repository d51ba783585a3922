// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CellName: what decides a cell of a comparison, and the names of its files (docs/method.md, "The folder of a comparison").
// A cell is a timestep schedule with M sampling steps and k candidates, all seeds, all sources. Pure, thread-safe.
#include "trace/RunRecord.h"
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ard {

/// All that decides what a cell writes. Cells of the same key are the same cell, whoever made them.
struct CellKey {
    std::string label;                   ///< the timestep schedule as it was asked for, "lagged:50"
    GenerationRequest request;           ///< source and seed count for nothing: they are those of the lists
    std::vector<std::uint64_t> seeds{1}; ///< each is run with every source
    int batch = 64;                      ///< rows computed together at most
    std::string risk = "bleu";           ///< by which one of several candidates is chosen: bleu, chrf
    bool settles = true;                 ///< the order in which words settle is measured
    bool lengthHead = false;             ///< of the model
    std::string version, model, device;  ///< of the program; fingerprint; "cpu", "cuda:0"
};

/// What the name of a file in the folder says.
struct CellName {
    std::string label; ///< shortened and with replaced characters, as in the name
    int samplingSteps = 0, candidates = 0;
    std::string digest; ///< 16 hexadecimal digits
    /// Only of a run: its seed, and the index of its source from 0.
    std::optional<std::uint64_t> seed;
    std::optional<std::size_t> source;
};

/// A label as file names have it: at most 60 characters, what is no letter, digit, '-', '=' or '.' as '_'.
std::string cellLabel(const std::string &label);
/// "uniform,M=5,k=1,0123456789abcdef", to which ".json" comes for the cell.
std::string cellStem(const CellKey &key, std::span<const std::string> sources);
/// "uniform,M=5,k=1,0123456789abcdef,seed=7,source=0.ardrun"
std::string cellRunName(std::string_view stem, std::uint64_t seed, std::size_t source);
/// Nothing: the file is none of a comparison.
std::optional<CellName> parseCellName(std::string_view fileName);

} // namespace ard
