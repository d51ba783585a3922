// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/PickleReader.h"
#include "checkpoint/ByteCursor.h"
#include "checkpoint/PickleMachine.h"
#include <bit>
#include <cstring>
#include <optional>

namespace ard::pickle {

namespace {

constexpr std::size_t kMaxTextBytes = 1 << 20;
constexpr int kNewestProtocol = 5;

tl::unexpected<Error> failCut()
{
    return fail(ErrorCode::Format, "the description of its contents is cut short");
}

/// A count, then so many bytes.
Result<std::string> sized(ByteCursor &cursor, std::uint64_t count)
{
    if (count > kMaxTextBytes)
        return fail(ErrorCode::Format, "a text in it would be " + std::to_string(count) + " bytes long");
    const auto bytes = cursor.take(count);
    if (cursor.failed())
        return failCut();
    return std::string(bytes.begin(), bytes.end());
}

/// Up to and without the next line end.
Result<std::string> line(ByteCursor &cursor)
{
    std::string text;
    while (cursor.left() > 0 && text.size() <= kMaxTextBytes) {
        const char character = static_cast<char>(cursor.u8());
        if (character == '\n')
            return text;
        text.push_back(character);
    }
    return failCut();
}

/// BINFLOAT is the only big-endian number.
double bigEndianDouble(ByteCursor &cursor)
{
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i)
        bits = (bits << 8) | cursor.u8();
    return std::bit_cast<double>(bits);
}

Value wholeNumber(const std::string &bytes)
{
    if (bytes.size() > 8)
        return BigNumber{bytes};
    std::uint64_t value = !bytes.empty() && (bytes.back() & 0x80) ? ~std::uint64_t{0} : 0;
    std::memcpy(&value, bytes.data(), bytes.size());
    return static_cast<std::int64_t>(value);
}

Status pushText(Machine &machine, ByteCursor &cursor, std::uint64_t count)
{
    ARD_ASSIGN(std::string text, sized(cursor, count));
    return machine.push(std::move(text));
}

Status pushBytes(Machine &machine, ByteCursor &cursor, std::uint64_t count)
{
    ARD_ASSIGN(std::string data, sized(cursor, count));
    return machine.push(Bytes{std::move(data)});
}

/// Values that stand in the file as they are; nothing where the opcode is not one of them.
std::optional<Status> literal(Machine &machine, ByteCursor &cursor, std::uint8_t code)
{
    switch (code) {
    case 'N':
        return machine.push(None{});
    case 0x88:
        return machine.push(true);
    case 0x89:
        return machine.push(false);
    case 'J': // BININT
        return machine.push(static_cast<std::int64_t>(static_cast<std::int32_t>(cursor.u32())));
    case 'K': // BININT1
        return machine.push(static_cast<std::int64_t>(cursor.u8()));
    case 'M': // BININT2
        return machine.push(static_cast<std::int64_t>(cursor.u16()));
    case 0x8a: { // LONG1
        Result<std::string> data = sized(cursor, cursor.u8());
        return data ? machine.push(wholeNumber(*data)) : Status(tl::unexpected(data.error()));
    }
    case 'G':
        return machine.push(bigEndianDouble(cursor));
    case 'X': // BINUNICODE
        return pushText(machine, cursor, cursor.u32());
    case 0x8c: // SHORT_BINUNICODE
        return pushText(machine, cursor, cursor.u8());
    case 0x8d: // BINUNICODE8
        return pushText(machine, cursor, cursor.u64());
    case 'T': // BINSTRING: a text of Python 2
        return pushText(machine, cursor, cursor.u32());
    case 'U': // SHORT_BINSTRING
        return pushText(machine, cursor, cursor.u8());
    case 'B': // BINBYTES
        return pushBytes(machine, cursor, cursor.u32());
    case 'C': // SHORT_BINBYTES
        return pushBytes(machine, cursor, cursor.u8());
    default:
        return std::nullopt;
    }
}

std::optional<Status> container(Machine &machine, std::uint8_t code)
{
    switch (code) {
    case '(':
        return machine.mark();
    case '0':
        return machine.pop();
    case '1':
        return machine.popToMark();
    case '2':
        return machine.duplicate();
    case ')':
        return machine.makeTuple(0);
    case 0x85:
        return machine.makeTuple(1);
    case 0x86:
        return machine.makeTuple(2);
    case 0x87:
        return machine.makeTuple(3);
    case 't':
        return machine.makeTupleFromMark();
    case ']':
        return machine.push(List{});
    case 'l':
        return machine.makeListFromMark();
    case 'a':
        return machine.append();
    case 'e':
        return machine.appendFromMark();
    case '}':
        return machine.push(Dict{});
    case 'd':
        return machine.makeDictFromMark();
    case 's':
        return machine.setItem();
    case 'u':
        return machine.setItemsFromMark();
    default:
        return std::nullopt;
    }
}

std::optional<Status> memo(Machine &machine, ByteCursor &cursor, std::uint8_t code)
{
    switch (code) {
    case 'q':
        return machine.remember(cursor.u8());
    case 'r':
        return machine.remember(cursor.u32());
    case 0x94:
        return machine.rememberNext();
    case 'h':
        return machine.recall(cursor.u8());
    case 'j':
        return machine.recall(cursor.u32());
    default:
        return std::nullopt;
    }
}

Status global(Machine &machine, ByteCursor &cursor)
{
    ARD_ASSIGN(const std::string module, line(cursor));
    ARD_ASSIGN(const std::string name, line(cursor));
    return machine.pushGlobal(module, name);
}

/// Names and what is made with them.
std::optional<Status> object(Machine &machine, ByteCursor &cursor, std::uint8_t code)
{
    switch (code) {
    case 'c':
        return global(machine, cursor);
    case 0x93:
        return machine.pushGlobalFromStack();
    case 'R':
        return machine.reduce();
    case 'b':
        return machine.build();
    case 'Q':
        return machine.pushPersistent();
    default:
        return std::nullopt;
    }
}

Status step(Machine &machine, ByteCursor &cursor, std::uint8_t code)
{
    if (auto done = literal(machine, cursor, code))
        return *done;
    if (auto done = container(machine, code))
        return *done;
    if (auto done = memo(machine, cursor, code))
        return *done;
    if (auto done = object(machine, cursor, code))
        return *done;
    switch (code) {
    case 0x80: // PROTO
        if (cursor.u8() > kNewestProtocol)
            return fail(ErrorCode::Unsupported, "it was written with a newer kind of pickle");
        return {};
    case 0x95: // FRAME: only says how far one could read ahead
        cursor.skip(8);
        return {};
    default:
        return fail(ErrorCode::Unsupported,
                    "it uses the pickle instruction " + std::to_string(code) +
                        ", which no checkpoint of the reference implementation needs (nothing in it was run)");
    }
}

} // namespace

Result<Document> read(std::span<const std::uint8_t> bytes)
{
    constexpr std::uint8_t stop = '.';
    Machine machine;
    ByteCursor cursor(bytes);
    for (std::size_t count = 0; count < kMaxOperations; ++count) {
        if (cursor.left() == 0)
            return failCut();
        const std::uint8_t code = cursor.u8();
        if (code == stop) {
            ARD_ASSIGN(Document document, machine.finish());
            document.bytesUsed = cursor.position();
            return document;
        }
        ARD_TRY(step(machine, cursor, code));
        if (cursor.failed())
            return failCut();
    }
    return fail(ErrorCode::Format, "the description of its contents has too many parts");
}

} // namespace ard::pickle
