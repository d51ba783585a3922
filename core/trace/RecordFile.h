// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RecordFile: what run files and board files have in common. A CBOR map behind the tag "self-described CBOR" (RFC 8949, 3.4.6),
// which tells such a file from others by its first bytes; in it "format", "major", "minor" and the record's own fields.
// Any thread.
#include "base/FieldReader.h"
#include "base/Files.h"
#include <new>
#include <span>

namespace ard {

/// One kind of file: its name in the map, its version, and what is said when one is bad.
struct RecordFormat {
    const char *name;
    int major, minor;
    const char *foreign, *damaged;
    std::string newer; ///< ends with "(format ": what follows are the numbers of both versions
    const char *noMemoryToOpen, *noMemoryToSave, *notInOrder;
};

/// The bytes of a file with these fields.
std::vector<std::uint8_t> encodeRecord(const RecordFormat &format, nlohmann::json fields);

/// The map of a file whose tag, name and version are right. Errors: Format, Unsupported (newer), OutOfMemory; one sentence each.
Result<nlohmann::json> openRecord(const RecordFormat &format, std::span<const std::uint8_t> bytes);

/// read: FieldReader -> Result<T>; what it refuses makes the file a damaged one.
template <class T, class Read>
Result<T> decodeRecord(const RecordFormat &format, std::span<const std::uint8_t> bytes, const Read &read)
{
    ARD_ASSIGN(const nlohmann::json map, openRecord(format, bytes));
    ReadStatus status;
    try {
        Result<T> record = read(FieldReader(map, "", status));
        if (!record && record.error().code == ErrorCode::Format)
            return fail(ErrorCode::Format, format.damaged, record.error().message);
        return record;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, format.noMemoryToOpen);
    }
}

/// Written under a temporary name and renamed. A file that could not be opened again never replaces one that can.
template <class T, class Encode, class Decode>
Status saveRecord(const RecordFormat &format, const T &record, const std::filesystem::path &path, const Encode &encode,
                  const Decode &decode)
{
    try {
        const std::vector<std::uint8_t> bytes = encode(record);
        if (const Result<T> readBack = decode(bytes); !readBack)
            return fail(ErrorCode::Internal, format.notInOrder, readBack.error().detail);
        return writeAtomically(path, bytes);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, format.noMemoryToSave);
    }
}

} // namespace ard
