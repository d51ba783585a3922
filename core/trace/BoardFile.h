// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardFile: a whole board to and from .ardboard: its lanes with their runs, and what was on screen. CBOR, versioned; the run of a lane
// is a run file inside it, so that both formats grow together. Reading never trusts the file.
#include "base/Result.h"
#include "trace/Insight.h"
#include "trace/RunRecord.h"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ard {

constexpr int kBoardFileMajor = 1;
constexpr int kBoardFileMinor = 1; ///< 1: letters, names and jumps, which a reader of 0 passes over
constexpr int kMaxBoardLanes = 8;
constexpr std::size_t kMaxBoardJumps = 10'000; ///< of a lane

/// A model call whose skipped sentence steps were filled in.
struct BoardJump {
    int call = 1;                        ///< 1..M of the lane's run
    RunRecord steps;                     ///< one by one, as far as they came
    std::optional<FilledSteps> compared; ///< with the jump; unset: they did not come to their end
};

struct BoardLane {
    int letter = -1;              ///< 0..7: "A".."H"; -1: not known (older files), as it stands on the board
    std::string title;            ///< what it is called beside others; often empty
    std::string model;            ///< its name; empty: not known
    GenerationRequest request;    ///< what its run was asked, or its next one will be
    std::optional<RunRecord> run; ///< unset: there was none
    std::string name;             ///< that its run was given; often empty
    std::vector<BoardJump> jumps; ///< of its run
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
