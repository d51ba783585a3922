// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/ByteCursor.h"
#include "checkpoint/CheckpointContents.h"
#include "checkpoint/PickleReader.h"
#include <algorithm>
#include <string_view>

namespace ard {

namespace {

constexpr std::string_view kMagic("\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10); // 0x1950a86a20f9469cfc6c
constexpr std::int64_t kVersion = 1001;

tl::unexpected<Error> failLegacy(const char *why)
{
    return fail(ErrorCode::Format, why);
}

Result<pickle::Document> nextPickle(ByteCursor &cursor, std::span<const std::uint8_t> bytes)
{
    ARD_ASSIGN(pickle::Document document, pickle::read(bytes.subspan(cursor.position())));
    cursor.skip(document.bytesUsed);
    return document;
}

Status checkWriter(const pickle::Document &properties)
{
    const auto *dict = properties.rootAs<pickle::Dict>();
    const pickle::Value *order = dict ? properties.find(*dict, "little_endian") : nullptr;
    if (!order || !std::get_if<bool>(order))
        return failLegacy("it does not say how its numbers are written");
    if (!std::get<bool>(*order))
        return fail(ErrorCode::Unsupported, "its numbers are big-endian");
    return {};
}

Status readBlocks(CheckpointContents &contents, ByteCursor &cursor, const pickle::Document &keys)
{
    ARD_ASSIGN(const auto storages, storagesOf(contents.document));
    const auto *list = keys.rootAs<pickle::List>();
    if (!list)
        return failLegacy("its list of storages is damaged");
    for (const pickle::Ref ref : list->items) {
        const auto *key = keys.as<std::string>(ref);
        const auto storage = key ? storages.find(*key) : storages.end();
        if (storage == storages.end())
            return failLegacy("its list of storages names one that nothing uses");
        const std::uint64_t elements = cursor.u64();
        if (elements != storage->second.elements)
            return failLegacy("a storage in it has another size than its tensors say");
        if (elements > cursor.left() / byteSize(storage->second.type))
            return failLegacy("it is cut short inside its numbers");
        const auto block = cursor.take(elements * byteSize(storage->second.type));
        if (!contents.blocks.emplace(*key, block).second)
            return failLegacy("its list of storages names one twice");
    }
    return {};
}

} // namespace

bool isLegacy(std::span<const std::uint8_t> bytes)
{
    constexpr std::size_t head = 32; // protocol, opcode and length stand before the number
    const auto begin = bytes.begin(), end = begin + static_cast<std::ptrdiff_t>(std::min(head, bytes.size()));
    return std::search(begin, end, kMagic.begin(), kMagic.end(),
                       [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); }) != end;
}

Status readLegacy(CheckpointContents &contents)
{
    const std::span<const std::uint8_t> bytes(contents.bytes);
    ByteCursor cursor(bytes);
    ARD_ASSIGN(const pickle::Document magic, nextPickle(cursor, bytes));
    const auto *number = magic.rootAs<pickle::BigNumber>();
    if (!number || number->data != kMagic)
        return failLegacy("it does not start as a checkpoint does");
    ARD_ASSIGN(const pickle::Document version, nextPickle(cursor, bytes));
    if (const auto *value = version.rootAs<std::int64_t>(); !value || *value != kVersion)
        return fail(ErrorCode::Unsupported, "it is of an unknown version of the format");
    ARD_ASSIGN(const pickle::Document properties, nextPickle(cursor, bytes));
    ARD_TRY(checkWriter(properties));
    ARD_ASSIGN(contents.document, nextPickle(cursor, bytes));
    ARD_ASSIGN(const pickle::Document keys, nextPickle(cursor, bytes));
    return readBlocks(contents, cursor, keys);
}

} // namespace ard
