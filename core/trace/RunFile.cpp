// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RunFile.h"
#include "trace/RecordFile.h"
#include "trace/RunJson.h"
#include <algorithm>

namespace ard {

namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxRunFileBytes = 1ULL << 30;

const RecordFormat kRunFormat{"ardrun",
                              kRunFileMajor,
                              kRunFileMinor,
                              "This is not a run file of AR-Diffusion Explorer",
                              "The run file is damaged or incomplete",
                              "The run file was written by a newer version of the program (format ",
                              "There is not enough memory to open the run file",
                              "There is not enough memory to save the run",
                              "The run cannot be saved because its numbers are not in order"};

/// What ties a frame to the run that it belongs to.
bool fits(const StepFrame &frame, const RunRecord &run)
{
    const int diffusionSteps = run.request.schedule.diffusionSteps;
    return frame.tokens.size() == static_cast<std::size_t>(run.request.schedule.length) &&
        frame.modelCall <= run.plan.modelCalls() &&
        (run.frames.empty() || frame.modelCall > run.frames.back().modelCall) &&
        std::all_of(frame.tokens.begin(), frame.tokens.end(), [&](const TokenState &token) {
               return token.timestepBefore < diffusionSteps && token.timestepAfter < diffusionSteps;
           });
}

Result<RunRecord> readRun(const FieldReader &fields)
{
    RunRecord run = readFields<RunRecord>(fields);
    ARD_TRY(fields.status().status());
    for (const FieldReader &item : fields.objects("frames", static_cast<std::size_t>(run.plan.modelCalls()))) {
        StepFrame frame = readFields<StepFrame>(item);
        ARD_TRY(fields.status().status());
        if (!fits(frame, run))
            return fail(ErrorCode::Format, "a frame does not belong to the run");
        run.frames.push_back(std::move(frame));
    }
    ARD_TRY(fields.status().status());
    return run;
}

} // namespace

std::vector<std::uint8_t> encodeRun(const RunRecord &run)
{
    json map = fieldsToJson(run);
    json frames = json::array();
    for (const StepFrame &frame : run.frames)
        frames.push_back(fieldsToJson(frame));
    map["frames"] = std::move(frames);
    return encodeRecord(kRunFormat, std::move(map));
}

Result<RunRecord> decodeRun(std::span<const std::uint8_t> bytes)
{
    return decodeRecord<RunRecord>(kRunFormat, bytes, readRun);
}

Status saveRun(const RunRecord &run, const std::filesystem::path &path)
{
    return saveRecord(kRunFormat, run, path, encodeRun, decodeRun);
}

Result<RunRecord> loadRun(const std::filesystem::path &path)
{
    ARD_ASSIGN(const std::vector<std::uint8_t> bytes, readBytes(path, kMaxRunFileBytes));
    return decodeRun(bytes);
}

} // namespace ard
