// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SmallRun: a record written down by hand: the words after every model call, in one line each.
#include "base/Unicode.h"
#include "facts/SeenRun.h"
#include <map>

namespace ard::test {

struct SmallRun {
    std::vector<std::string> lines; ///< [calls] pieces, separated by spaces: "_a" begins a word, "-" is PAD
    std::vector<std::vector<int>> timesteps =
        {};          ///< [calls + 1][N]; empty: they fall evenly to 0 in the last planned call
    int planned = 0; ///< M; 0: as many as there are lines
    bool complete = true;
};

/// Ids follow from the text, so that two records give the same word the same id; offset moves them all. The probability of a
/// shown word is 0.5, the entropy of position n after call m is m + n / 10.
inline RunRecord recordOf(const SmallRun &run, std::int32_t offset = 0)
{
    static std::map<std::string, std::int32_t> ids;
    RunRecord record;
    const int planned = run.planned > 0 ? run.planned : static_cast<int>(run.lines.size());
    const std::size_t length = run.lines.empty() ? run.timesteps.at(0).size() : splitWords(run.lines.front()).size();
    record.request.schedule.diffusionSteps = 200;
    record.request.schedule.length = static_cast<int>(length);
    for (int call = 0; call <= planned; ++call) {
        record.plan.sentenceSteps.push_back(planned - call);
        const auto at = static_cast<std::size_t>(call);
        record.plan.timesteps.push_back(at < run.timesteps.size() ? run.timesteps[at]
                                                                  : std::vector<int>(length, 10 * (planned - call)));
    }
    for (std::size_t m = 0; m < run.lines.size(); ++m) {
        StepFrame &frame = record.frames.emplace_back();
        frame.modelCall = static_cast<int>(m) + 1;
        for (const std::string_view piece : splitWords(run.lines[m])) {
            std::string text(piece);
            if (text.front() == '_')
                text.replace(0, 1, "\u2581");
            if (text == "-")
                text = "[PAD]";
            const auto id = ids.emplace(text, static_cast<std::int32_t>(ids.size())).first->second + offset;
            record.words[id] = text;
            TokenState &token = frame.tokens.emplace_back();
            const std::size_t n = frame.tokens.size() - 1;
            token.wordId = token.topIds[0] = id;
            token.topProbabilities[0] = 0.5F;
            token.timestepBefore = record.plan.timesteps[m][n];
            token.timestepAfter = record.plan.timesteps[m + 1][n];
            token.entropy = static_cast<float>(m + 1) + static_cast<float>(n) / 10;
        }
    }
    record.complete = run.complete && static_cast<int>(run.lines.size()) == planned;
    return record;
}

} // namespace ard::test
