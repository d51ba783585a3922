// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/ZipArchive.h"
#include "base/Unicode.h"
#include "checkpoint/ByteCursor.h"
#include <algorithm>
#include <vector>
#include <zlib.h>

namespace ard {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint32_t kLocalHeader = 0x04034b50, kCentralHeader = 0x02014b50, kEnd = 0x06054b50;
constexpr std::uint32_t kEnd64 = 0x06064b50, kEnd64Locator = 0x07064b50;
constexpr std::size_t kEndBytes = 22, kEnd64Bytes = 56, kLocatorBytes = 20, kLocalBytes = 30, kCentralBytes = 46;
constexpr std::uint64_t kMaxEntries = 200'000;
constexpr std::uint32_t kIn64 = 0xFFFFFFFF; ///< the real value is in a zip64 record
constexpr std::uint16_t kZip64Field = 1, kEncrypted = 1;

tl::unexpected<Error> failZip(const std::string &why)
{
    return fail(ErrorCode::Format, why);
}

/// Where the list of entries lies.
struct Directory {
    std::uint64_t entries = 0, offset = 0, size = 0;
};

/// One line of that list.
struct Listed {
    std::string name;
    std::uint32_t crc = 0;
    std::uint64_t size = 0, compressed = 0, localHeader = 0;
    std::uint16_t flags = 0, method = 0;
};

Result<std::size_t> findEnd(Bytes bytes)
{
    constexpr std::size_t maxComment = 0xFFFF;
    if (bytes.size() < kEndBytes)
        return failZip("it is cut short");
    const std::size_t last = bytes.size() - kEndBytes;
    const std::size_t first = last > maxComment ? last - maxComment : 0;
    for (std::size_t at = last + 1; at-- > first;)
        if (ByteCursor(bytes, at).u32() == kEnd)
            return at;
    return failZip("it is cut short: its list of entries is missing");
}

Result<Directory> readEnd64(Bytes bytes, std::size_t end)
{
    if (end < kLocatorBytes)
        return failZip("its zip64 record is missing");
    ByteCursor locator(bytes, end - kLocatorBytes);
    if (locator.u32() != kEnd64Locator)
        return failZip("its zip64 record is missing");
    locator.skip(4);
    const std::uint64_t at = locator.u64();
    if (at > bytes.size() || bytes.size() - at < kEnd64Bytes)
        return failZip("its zip64 record lies outside the file");
    ByteCursor record(bytes, static_cast<std::size_t>(at));
    if (record.u32() != kEnd64)
        return failZip("its zip64 record is damaged");
    record.skip(8 + 2 + 2 + 4 + 4 + 8);
    Directory directory;
    directory.entries = record.u64();
    directory.size = record.u64();
    directory.offset = record.u64();
    return directory;
}

Result<Directory> findDirectory(Bytes bytes)
{
    ARD_ASSIGN(const std::size_t end, findEnd(bytes));
    ByteCursor record(bytes, end + 4);
    record.skip(2 + 2 + 2);
    Directory directory;
    directory.entries = record.u16();
    directory.size = record.u32();
    directory.offset = record.u32();
    if (directory.entries == 0xFFFF || directory.size == kIn64 || directory.offset == kIn64) {
        ARD_ASSIGN(directory, readEnd64(bytes, end));
    }
    if (directory.entries > kMaxEntries)
        return failZip("it says that it has " + std::to_string(directory.entries) + " entries");
    if (directory.offset > end || directory.size > end - directory.offset)
        return failZip("its list of entries lies outside the file");
    return directory;
}

/// The extra field with the values that do not fit 32 bits, in a fixed order.
Status readZip64Field(Bytes extra, Listed &entry)
{
    ByteCursor cursor(extra);
    while (cursor.left() >= 4) {
        const std::uint16_t kind = cursor.u16();
        const std::uint16_t size = cursor.u16();
        if (size > cursor.left())
            break;
        ByteCursor field(cursor.take(size));
        if (kind != kZip64Field)
            continue;
        for (std::uint64_t *value : {&entry.size, &entry.compressed, &entry.localHeader})
            if (*value == kIn64)
                *value = field.u64();
        if (field.failed())
            break;
        return {};
    }
    const bool missing = entry.size == kIn64 || entry.compressed == kIn64 || entry.localHeader == kIn64;
    return missing ? Status(failZip("the sizes of its entry '" + printable(entry.name, 60) + "' are missing"))
                   : Status();
}

Result<Listed> readListed(ByteCursor &cursor)
{
    Listed entry;
    if (cursor.left() < kCentralBytes || cursor.u32() != kCentralHeader)
        return failZip("its list of entries is damaged");
    cursor.skip(2 + 2);
    entry.flags = cursor.u16();
    entry.method = cursor.u16();
    cursor.skip(2 + 2);
    entry.crc = cursor.u32();
    entry.compressed = cursor.u32();
    entry.size = cursor.u32();
    const std::size_t nameBytes = cursor.u16(), extraBytes = cursor.u16(), commentBytes = cursor.u16();
    cursor.skip(2 + 2 + 4);
    entry.localHeader = cursor.u32();
    const Bytes name = cursor.take(nameBytes);
    entry.name.assign(name.begin(), name.end());
    const Bytes extra = cursor.take(extraBytes);
    cursor.skip(commentBytes);
    if (cursor.failed())
        return failZip("its list of entries is cut short");
    ARD_TRY(readZip64Field(extra, entry));
    return entry;
}

/// The entry's data: its local header says where it starts, the list how long it is.
Result<Bytes> dataOf(Bytes bytes, std::uint64_t directory, const Listed &entry)
{
    const std::string subject = "its entry '" + printable(entry.name, 60) + "' ";
    if (entry.flags & kEncrypted)
        return fail(ErrorCode::Unsupported, subject + "is encrypted");
    if (entry.method != 0 || entry.compressed != entry.size)
        return fail(ErrorCode::Unsupported, subject + "is compressed, which torch.save never does");
    if (entry.localHeader > directory || directory - entry.localHeader < kLocalBytes)
        return failZip(subject + "lies outside the file");
    ByteCursor header(bytes.first(static_cast<std::size_t>(directory)), static_cast<std::size_t>(entry.localHeader));
    if (header.u32() != kLocalHeader)
        return failZip(subject + "is damaged");
    header.skip(2 + 2 + 2 + 2 + 2 + 4 + 4 + 4);
    const std::size_t nameBytes = header.u16(), extraBytes = header.u16();
    const Bytes name = header.take(nameBytes);
    header.skip(extraBytes);
    if (header.failed() || !std::equal(name.begin(), name.end(), entry.name.begin(), entry.name.end()))
        return failZip(subject + "is damaged");
    if (entry.size > header.left())
        return failZip(subject + "is cut short");
    return header.take(static_cast<std::size_t>(entry.size));
}

Status checkOverlap(std::vector<Bytes> ranges)
{
    std::erase_if(ranges, [](Bytes range) { return range.empty(); });
    std::sort(ranges.begin(), ranges.end(), [](Bytes a, Bytes b) { return a.data() < b.data(); });
    for (std::size_t i = 1; i < ranges.size(); ++i)
        if (ranges[i - 1].data() + ranges[i - 1].size() > ranges[i].data())
            return failZip("two of its entries overlap");
    return {};
}

} // namespace

bool ZipArchive::isZip(std::span<const std::uint8_t> bytes)
{
    return bytes.size() >= 4 && ByteCursor(bytes).u32() == kLocalHeader;
}

Result<ZipArchive> ZipArchive::parse(std::span<const std::uint8_t> bytes)
{
    ARD_ASSIGN(const Directory directory, findDirectory(bytes));
    ByteCursor cursor(
        bytes.subspan(static_cast<std::size_t>(directory.offset), static_cast<std::size_t>(directory.size)));
    ZipArchive archive;
    std::vector<Bytes> ranges;
    for (std::uint64_t i = 0; i < directory.entries; ++i) {
        ARD_ASSIGN(const Listed entry, readListed(cursor));
        ARD_ASSIGN(const Bytes data, dataOf(bytes, directory.offset, entry));
        ranges.push_back(data);
        if (!archive.m_entries.emplace(entry.name, Entry{data, entry.crc}).second)
            return failZip("it has two entries named '" + printable(entry.name, 60) + "'");
    }
    ARD_TRY(checkOverlap(std::move(ranges)));
    return archive;
}

std::map<std::string, std::uint64_t> ZipArchive::sizes() const
{
    std::map<std::string, std::uint64_t> sizes;
    for (const auto &[name, entry] : m_entries)
        sizes[name] = entry.data.size();
    return sizes;
}

Result<std::span<const std::uint8_t>> ZipArchive::read(const std::string &name) const
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return failZip("its entry '" + printable(name, 60) + "' is missing");
    if (crc32(found->second.data) != found->second.crc)
        return failZip("its entry '" + printable(name, 60) + "' is damaged: the checksum is wrong");
    return found->second.data;
}

std::uint32_t crc32(std::span<const std::uint8_t> bytes)
{
    return static_cast<std::uint32_t>(::crc32_z(0, bytes.data(), bytes.size()));
}

} // namespace ard
