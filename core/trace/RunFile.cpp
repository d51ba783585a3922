// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RunFile.h"
#include "base/Cbor.h"
#include "base/Files.h"
#include "trace/RunJson.h"
#include <algorithm>
#include <array>
#include <new>

namespace ard {

namespace {

using nlohmann::json;

/// The tag "self-described CBOR" (RFC 8949, 3.4.6): tells a run file from other files by its first bytes.
constexpr std::array<std::uint8_t, 3> magic{0xD9, 0xD9, 0xF7};
constexpr const char *formatName = "ardrun";
constexpr std::uint64_t kMaxRunFileBytes = 1ULL << 30;

tl::unexpected<Error> damaged(const std::string &detail)
{
    return fail(ErrorCode::Format, "The run file is damaged or incomplete", detail);
}

Status checkVersion(const FieldReader &fields)
{
    const auto major = fields.integer("major", 1, INT32_MAX);
    const auto minor = fields.integer("minor", 0, INT32_MAX);
    ARD_TRY(fields.status().status());
    if (major > kRunFileMajor)
        return fail(ErrorCode::Unsupported,
                    "The run file was written by a newer version of the program (format " + std::to_string(major) +
                        "." + std::to_string(minor) + "; this version reads format " + std::to_string(kRunFileMajor) +
                        ")");
    return {};
}

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
    map["format"] = formatName;
    map["major"] = kRunFileMajor;
    map["minor"] = kRunFileMinor;
    json frames = json::array();
    for (const StepFrame &frame : run.frames)
        frames.push_back(fieldsToJson(frame));
    map["frames"] = std::move(frames);
    std::vector<std::uint8_t> bytes(magic.begin(), magic.end());
    json::to_cbor(map, bytes);
    return bytes;
}

Result<RunRecord> decodeRun(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < magic.size() || !std::equal(magic.begin(), magic.end(), bytes.begin()))
        return fail(ErrorCode::Format, "This is not a run file of AR-Diffusion Explorer");
    const Result<json> map = parseCbor(bytes.subspan(magic.size()));
    if (!map)
        return map.error().code == ErrorCode::OutOfMemory ? tl::unexpected<Error>(map.error())
                                                          : damaged(map.error().message);
    ReadStatus status;
    const FieldReader fields(*map, "", status);
    if (fields.text("format", kMaxNameBytes, "") != formatName)
        return fail(ErrorCode::Format, "This is not a run file of AR-Diffusion Explorer");
    if (const Status version = checkVersion(fields); !version)
        return version.error().code == ErrorCode::Unsupported ? tl::unexpected<Error>(version.error())
                                                              : damaged(version.error().message);
    try {
        Result<RunRecord> run = readRun(fields);
        if (!run)
            return damaged(run.error().message);
        return run;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to open the run file");
    }
}

Status saveRun(const RunRecord &run, const std::filesystem::path &path)
{
    try {
        const std::vector<std::uint8_t> bytes = encodeRun(run);
        // A file that could not be opened again must never replace one that can.
        if (const Result<RunRecord> readBack = decodeRun(bytes); !readBack)
            return fail(ErrorCode::Internal, "The run cannot be saved because its numbers are not in order",
                        readBack.error().detail);
        return writeAtomically(path, bytes);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to save the run");
    }
}

Result<RunRecord> loadRun(const std::filesystem::path &path)
{
    ARD_ASSIGN(const std::vector<std::uint8_t> bytes, readBytes(path, kMaxRunFileBytes));
    return decodeRun(bytes);
}

} // namespace ard
