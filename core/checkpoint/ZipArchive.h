// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ZipArchive: the entries of a zip file in memory whose data is stored, not compressed, which is how torch.save writes
// them (zip64 included). Everything is checked before it is used; the data of two entries never overlaps. Format:
// PKWARE's APPNOTE.TXT, sections 4.3 and 4.4. Immutable, thread-safe.
#include "base/Result.h"
#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace ard {

class ZipArchive {
public:
    /// Whether the bytes start as a zip file does.
    static bool isZip(std::span<const std::uint8_t> bytes);
    /// The bytes must outlive the archive. Error (Format, Unsupported): one phrase such as "it is cut short".
    static Result<ZipArchive> parse(std::span<const std::uint8_t> bytes);

    bool has(const std::string &name) const { return m_entries.count(name) != 0; }
    /// Name and size in bytes of everything that is stored.
    std::map<std::string, std::uint64_t> sizes() const;
    /// An entry's data, after its checksum was found right. Takes time in proportion to its size.
    Result<std::span<const std::uint8_t>> read(const std::string &name) const;

private:
    struct Entry {
        std::span<const std::uint8_t> data;
        std::uint32_t crc = 0;
    };
    std::map<std::string, Entry> m_entries;
};

/// The CRC-32 of zip files (polynomial 0xEDB88320, reflected).
std::uint32_t crc32(std::span<const std::uint8_t> bytes);

} // namespace ard
