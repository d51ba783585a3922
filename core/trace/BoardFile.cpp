// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/BoardFile.h"
#include "base/Cbor.h"
#include "trace/RecordFile.h"
#include "trace/RunFile.h"
#include "trace/RunJson.h"

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

constexpr std::uint64_t kMaxBoardFileBytes = 1ULL << 31;

const RecordFormat kBoardFormat{"ardboard",
                                kBoardFileMajor,
                                kBoardFileMinor,
                                "This is not a board file of AR-Diffusion Explorer",
                                "The board file is damaged or incomplete",
                                "The board file was written by a newer version of the program (format ",
                                "There is not enough memory to open the board file",
                                "There is not enough memory to save the board",
                                "The board cannot be saved because its numbers are not in order"};

/// All but the run and its jumps.
template <class F>
void laneFields(F &f, FieldsOf<F, BoardLane> lane)
{
    f.integer("letter", lane.letter, -1, kMaxBoardLanes - 1, Presence::Optional);
    f.text("title", lane.title, kMaxNameBytes, Presence::Optional);
    f.text("model", lane.model, kMaxNameBytes, Presence::Optional);
    f.object("request", lane.request);
    f.text("name", lane.name, kMaxNameBytes, Presence::Optional);
}

json runBytes(const RunRecord &run)
{
    return cborArray(std::span<const std::uint8_t>(encodeRun(run)));
}

json jumpToJson(const BoardJump &jump)
{
    json map{{"call", jump.call}, {"run", runBytes(jump.steps)}};
    if (jump.compared)
        map["compared"] = fieldsToJson(*jump.compared);
    return map;
}

Result<BoardJump> readJump(const FieldReader &fields)
{
    BoardJump jump;
    jump.call = static_cast<int>(fields.integer("call", 1, kMaxSamplingSteps));
    const std::vector<std::uint8_t> run = fields.uint8s("run", {}, UINT8_MAX);
    if (fields.has("compared"))
        jump.compared = readFields<FilledSteps>(fields.object("compared"));
    ARD_TRY(fields.status().status());
    ARD_ASSIGN(jump.steps, decodeRun(run));
    return jump;
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
    if (fields.has("jumps"))
        for (const FieldReader &item : fields.objects("jumps", kMaxBoardJumps)) {
            ARD_ASSIGN(BoardJump jump, readJump(item));
            lane.jumps.push_back(std::move(jump));
        }
    ARD_TRY(fields.status().status());
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

} // namespace

std::vector<std::uint8_t> encodeBoard(const BoardRecord &board)
{
    json lanes = json::array();
    for (const BoardLane &lane : board.lanes) {
        FieldWriter writer;
        laneFields(writer, lane);
        if (lane.run)
            writer.map()["run"] = runBytes(*lane.run);
        for (const BoardJump &jump : lane.jumps)
            writer.map()["jumps"].push_back(jumpToJson(jump));
        lanes.push_back(std::move(writer.map()));
    }
    return encodeRecord(kBoardFormat, {{"lanes", std::move(lanes)}, {"view", fieldsToJson(board.view)}});
}

Result<BoardRecord> decodeBoard(std::span<const std::uint8_t> bytes)
{
    return decodeRecord<BoardRecord>(kBoardFormat, bytes, readBoard);
}

Status saveBoard(const BoardRecord &board, const std::filesystem::path &path)
{
    return saveRecord(kBoardFormat, board, path, encodeBoard, decodeBoard);
}

Result<BoardRecord> loadBoard(const std::filesystem::path &path)
{
    ARD_ASSIGN(const std::vector<std::uint8_t> bytes, readBytes(path, kMaxBoardFileBytes));
    return decodeBoard(bytes);
}

} // namespace ard
