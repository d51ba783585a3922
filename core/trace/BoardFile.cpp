// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/BoardFile.h"
#include "base/Cbor.h"
#include "base/Files.h"
#include "trace/RunFile.h"
#include "trace/RunJson.h"
#include <algorithm>
#include <array>
#include <new>

namespace ard {

template <class F>
void fields(F &f, FieldsOf<F, BoardView> view)
{
    f.integer("lane", view.lane, 0, kMaxBoardLanes - 1);
    f.integer("call", view.call, 0, kMaxSamplingSteps);
    f.integer("position", view.position, -1, kMaxLength);
    f.text("link", view.link, kMaxNameBytes, Presence::Optional);
    f.text("view", view.view, kMaxNameBytes, Presence::Optional);
    f.text("quantity", view.quantity, kMaxNameBytes, Presence::Optional);
    f.boolean("tail_zoom", view.tailZoom, Presence::Optional);
    f.boolean("all_positions", view.allPositions, Presence::Optional);
}

namespace {

using nlohmann::json;

/// The tag "self-described CBOR", as of run files.
constexpr std::array<std::uint8_t, 3> magic{0xD9, 0xD9, 0xF7};
constexpr const char *formatName = "ardboard";
constexpr std::uint64_t kMaxBoardFileBytes = 1ULL << 31;

tl::unexpected<Error> damaged(const std::string &detail)
{
    return fail(ErrorCode::Format, "The board file is damaged or incomplete", detail);
}

tl::unexpected<Error> foreign()
{
    return fail(ErrorCode::Format, "This is not a board file of AR-Diffusion Explorer");
}

/// All but the run.
template <class F>
void laneFields(F &f, FieldsOf<F, BoardLane> lane)
{
    f.text("title", lane.title, kMaxNameBytes, Presence::Optional);
    f.text("model", lane.model, kMaxNameBytes, Presence::Optional);
    f.object("request", lane.request);
}

Result<BoardLane> readLane(const FieldReader &fields)
{
    BoardLane lane;
    FieldFiller filler(fields);
    laneFields(filler, lane);
    std::vector<std::uint8_t> run;
    if (fields.has("run"))
        run = fields.uint8s("run", {}, UINT8_MAX);
    ARD_TRY(fields.status().status());
    if (!run.empty()) {
        ARD_ASSIGN(lane.run, decodeRun(run));
    }
    return lane;
}

Result<BoardRecord> readBoard(const FieldReader &fields)
{
    BoardRecord board;
    for (const FieldReader &item : fields.objects("lanes", kMaxBoardLanes)) {
        ARD_ASSIGN(BoardLane lane, readLane(item));
        board.lanes.push_back(std::move(lane));
    }
    board.view = readFields<BoardView>(fields.object("view"));
    ARD_TRY(fields.status().status());
    if (board.lanes.empty())
        return fail(ErrorCode::Format, "a board has a lane at least");
    return board;
}

Status checkVersion(const FieldReader &fields)
{
    const auto major = fields.integer("major", 1, INT32_MAX);
    fields.integer("minor", 0, INT32_MAX);
    ARD_TRY(fields.status().status());
    if (major > kBoardFileMajor)
        return fail(ErrorCode::Unsupported,
                    "The board file was written by a newer version of the program (format " + std::to_string(major) +
                        "; this version reads format " + std::to_string(kBoardFileMajor) + ")");
    return {};
}

} // namespace

std::vector<std::uint8_t> encodeBoard(const BoardRecord &board)
{
    json lanes = json::array();
    for (const BoardLane &lane : board.lanes) {
        FieldWriter writer;
        laneFields(writer, lane);
        if (lane.run)
            writer.map()["run"] = cborArray(std::span<const std::uint8_t>(encodeRun(*lane.run)));
        lanes.push_back(std::move(writer.map()));
    }
    const json map{{"format", formatName},
                   {"major", kBoardFileMajor},
                   {"minor", kBoardFileMinor},
                   {"lanes", std::move(lanes)},
                   {"view", fieldsToJson(board.view)}};
    std::vector<std::uint8_t> bytes(magic.begin(), magic.end());
    json::to_cbor(map, bytes);
    return bytes;
}

Result<BoardRecord> decodeBoard(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < magic.size() || !std::equal(magic.begin(), magic.end(), bytes.begin()))
        return foreign();
    const Result<json> map = parseCbor(bytes.subspan(magic.size()));
    if (!map)
        return map.error().code == ErrorCode::OutOfMemory ? tl::unexpected<Error>(map.error())
                                                          : damaged(map.error().message);
    ReadStatus status;
    const FieldReader fields(*map, "", status);
    if (fields.text("format", kMaxNameBytes, "") != formatName)
        return foreign();
    if (const Status version = checkVersion(fields); !version)
        return version.error().code == ErrorCode::Unsupported ? tl::unexpected<Error>(version.error())
                                                              : damaged(version.error().message);
    try {
        Result<BoardRecord> board = readBoard(fields);
        if (!board && board.error().code == ErrorCode::Format)
            return damaged(board.error().message);
        return board;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to open the board file");
    }
}

Status saveBoard(const BoardRecord &board, const std::filesystem::path &path)
{
    try {
        const std::vector<std::uint8_t> bytes = encodeBoard(board);
        // A file that could not be opened again must never replace one that can.
        if (const Result<BoardRecord> readBack = decodeBoard(bytes); !readBack)
            return fail(ErrorCode::Internal, "The board cannot be saved because its numbers are not in order",
                        readBack.error().detail);
        return writeAtomically(path, bytes);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to save the board");
    }
}

Result<BoardRecord> loadBoard(const std::filesystem::path &path)
{
    ARD_ASSIGN(const std::vector<std::uint8_t> bytes, readBytes(path, kMaxBoardFileBytes));
    return decodeBoard(bytes);
}

} // namespace ard
