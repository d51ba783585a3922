// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RecordFile.h"
#include "base/Cbor.h"
#include "trace/RunJson.h"
#include <algorithm>
#include <array>

namespace ard {

namespace {

constexpr std::array<std::uint8_t, 3> kSelfDescribedTag{0xD9, 0xD9, 0xF7};

Status checkRecordVersion(const RecordFormat &format, const FieldReader &fields)
{
    const auto major = fields.integer("major", 1, INT32_MAX);
    const auto minor = fields.integer("minor", 0, INT32_MAX);
    ARD_TRY(fields.status().status());
    if (major > format.major)
        return fail(ErrorCode::Unsupported,
                    format.newer + std::to_string(major) + "." + std::to_string(minor) +
                        "; this version reads format " + std::to_string(format.major) + ")");
    return {};
}

} // namespace

std::vector<std::uint8_t> encodeRecord(const RecordFormat &format, nlohmann::json fields)
{
    fields["format"] = format.name;
    fields["major"] = format.major;
    fields["minor"] = format.minor;
    std::vector<std::uint8_t> bytes(kSelfDescribedTag.begin(), kSelfDescribedTag.end());
    nlohmann::json::to_cbor(fields, bytes);
    return bytes;
}

Result<nlohmann::json> openRecord(const RecordFormat &format, std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < kSelfDescribedTag.size() ||
        !std::equal(kSelfDescribedTag.begin(), kSelfDescribedTag.end(), bytes.begin()))
        return fail(ErrorCode::Format, format.foreign);
    Result<nlohmann::json> map = parseCbor(bytes.subspan(kSelfDescribedTag.size()));
    if (!map && map.error().code == ErrorCode::OutOfMemory)
        return map;
    if (!map)
        return fail(ErrorCode::Format, format.damaged, map.error().message);
    ReadStatus status;
    const FieldReader fields(*map, "", status);
    if (fields.text("format", kMaxNameBytes, "") != format.name)
        return fail(ErrorCode::Format, format.foreign);
    if (const Status version = checkRecordVersion(format, fields); !version)
        return version.error().code == ErrorCode::Unsupported
            ? tl::unexpected<Error>(version.error())
            : fail(ErrorCode::Format, format.damaged, version.error().message);
    return map;
}

} // namespace ard
