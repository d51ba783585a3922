// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Harness.h"
#include "support/Samples.h"
#include "trace/BoardFile.h"
#include <cstdlib>

using namespace ard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<BoardRecord> board = decodeBoard({data, size});
    if (!board && board.error().message.empty())
        std::abort();
    if (board) { // what is accepted can be saved and opened again
        const Result<BoardRecord> again = decodeBoard(encodeBoard(*board));
        if (!again || again->lanes.size() != board->lanes.size() || again->view != board->view)
            std::abort();
    }
    return 0;
}

std::vector<std::vector<std::uint8_t>> ard::test::fuzzSeeds()
{
    BoardRecord board;
    BoardLane lane;
    lane.run = sampleRun(3, 2);
    lane.request = lane.run->request;
    lane.letter = 1;
    lane.name = "one";
    lane.jumps.push_back({1, sampleRun(3, 2), std::nullopt});
    BoardLane asked;
    asked.title = "another";
    asked.model = "tiny";
    board.lanes = {lane, asked};
    board.view = {0, 1, 2, "calls", "both", "entropy", true, false};
    BoardRecord small;
    small.lanes = {asked};
    return {encodeBoard(board), encodeBoard(small)};
}
