// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardFile: a whole board to and from .ardboard: its lanes with their runs, and what was on screen. CBOR, versioned; the run of a lane
// is a run file inside it, so that both formats grow together. Reading never trusts the file.
#include "base/Result.h"
#include "trace/RunRecord.h"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ard {

constexpr int kBoardFileMajor = 1;
constexpr int kBoardFileMinor = 0;
constexpr int kMaxBoardLanes = 8;

struct BoardLane {
    std::string title;            ///< what it is called beside others; often empty
    std::string model;            ///< its name; empty: not known
    GenerationRequest request;    ///< what its run was asked, or its next one will be
    std::optional<RunRecord> run; ///< unset: there was none
};

/// What was on screen. Names of choices that a reader does not know are as if they were not there.
struct BoardView {
    int lane = 0;         ///< of the cursor
    int call = 0;         ///< its moment
    int position = -1;    ///< -1: none
    std::string link;     ///< how the moments of other lanes follow
    std::string view;     ///< plane, table or both
    std::string quantity; ///< what cells are coloured by
    bool tailZoom = false;
    bool allPositions = false;
    bool operator==(const BoardView &) const = default;
};

struct BoardRecord {
    std::vector<BoardLane> lanes; ///< 1..8
    BoardView view;
};

std::vector<std::uint8_t> encodeBoard(const BoardRecord &board);
/// Error for anything truncated, foreign, hostile or of a newer major version. A newer minor version is read.
Result<BoardRecord> decodeBoard(std::span<const std::uint8_t> bytes);
Status saveBoard(const BoardRecord &board, const std::filesystem::path &path);
Result<BoardRecord> loadBoard(const std::filesystem::path &path);

} // namespace ard
