// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/WordSegments.h"

#include "facts/SettleHistory.h"
#include <algorithm>

namespace ard {

namespace {

/// Calls 1.. that begin with another word than the one before had, the first included; rising.
std::vector<int> beginnings(const SeenRun &run, int position)
{
    std::vector<int> calls;
    if (const SettleHistory *history = run.history()) {
        for (int call = history->byWord(position, run.calls()); call > 0; call = history->byWord(position, call - 1))
            calls.push_back(call);
        std::reverse(calls.begin(), calls.end());
        return calls;
    }
    const TokenState *before = nullptr;
    for (int call = 1; const TokenState *token = run.token(call, position); ++call) {
        if (!before || before->wordId != token->wordId)
            calls.push_back(call);
        before = token;
    }
    return calls;
}

} // namespace

std::vector<WordSegment> wordSegments(const SeenRun &run, int position)
{
    std::vector<WordSegment> segments;
    for (const int call : beginnings(run, position)) {
        const TokenState *token = run.token(call, position);
        if (!token)
            break;
        if (!segments.empty())
            segments.back().last = call - 1;
        segments.push_back({call, run.calls(), token->wordId});
    }
    return segments;
}

} // namespace ard
