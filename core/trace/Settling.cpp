// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RunRecord.h"
#include <algorithm>

namespace ard {

Settling settling(const std::vector<StepFrame> &frames)
{
    Settling result;
    if (frames.empty())
        return result;
    std::size_t length = frames.front().tokens.size();
    for (const StepFrame &frame : frames)
        length = std::min(length, frame.tokens.size());
    result.byWord.assign(length, frames.front().modelCall);
    result.bySchedule.assign(length, 0);
    for (std::size_t n = 0; n < length; ++n) {
        for (std::size_t i = 0; i < frames.size(); ++i) {
            const TokenState &token = frames[i].tokens[n];
            if (i > 0 && token.wordId != frames[i - 1].tokens[n].wordId)
                result.byWord[n] = frames[i].modelCall;
            if (token.timestepAfter > 0)
                result.bySchedule[n] = 0; // of a branch: started again from noise
            else if (result.bySchedule[n] == 0)
                result.bySchedule[n] = frames[i].modelCall;
        }
    }
    return result;
}

} // namespace ard
