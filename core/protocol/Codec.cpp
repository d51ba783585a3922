// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/Codec.h"
#include "base/Cbor.h"
#include "base/Unicode.h"
#include "protocol/MessageJson.h"
#include <algorithm>

namespace ard::protocol {

namespace {

using nlohmann::json;

constexpr std::size_t kLengthBytes = 4;
/// Bounds the memory that one payload can ask for; the largest honest message has a value a word of the vocabulary.
constexpr CborLimits limits{8, 300'000};

std::string typeOf(const json &map)
{
    const auto type = map.is_object() ? map.find("type") : map.end();
    return map.is_object() && type != map.end() && type->is_string() ? type->get<std::string>() : std::string();
}

std::uint64_t idOf(const json &map)
{
    const auto id = map.is_object() ? map.find("id") : map.end();
    return map.is_object() && id != map.end() && id->is_number_unsigned() ? id->get<std::uint64_t>() : 0;
}

tl::unexpected<Malformed> malformed(const json &map, Error error)
{
    return tl::unexpected<Malformed>(Malformed{idOf(map), typeOf(map), std::move(error)});
}

Decoded decodeMap(const json &map)
{
    ReadStatus status;
    const FieldReader fields(map, "", status);
    Message message;
    message.id = fields.unsigned64("id");
    const std::string type = fields.text("type", 256);
    if (!status.ok())
        return malformed(map, status.status().error());
    std::optional<Body> body = readBody(type, fields);
    if (!body)
        return malformed(
            map, Error{ErrorCode::Unsupported, "The message type \"" + printable(type) + "\" is not known", {}});
    if (!status.ok()) {
        Error error = status.status().error();
        error.message = "The message \"" + type + "\" cannot be understood: " + error.message;
        return malformed(map, std::move(error));
    }
    message.body = std::move(*body);
    return message;
}

} // namespace

std::vector<std::uint8_t> encode(const Message &message)
{
    json map = bodyToJson(message.body);
    map["type"] = typeName(message.body);
    map["id"] = message.id;
    std::vector<std::uint8_t> bytes(kLengthBytes);
    json::to_cbor(map, bytes);
    const std::size_t length = bytes.size() - kLengthBytes;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        bytes[i] = static_cast<std::uint8_t>(length >> (8 * i));
    return bytes;
}

Decoded decode(std::span<const std::uint8_t> payload)
{
    if (payload.size() > kMaxMessageBytes)
        return malformed({}, Error{ErrorCode::Format, "The message is too long", {}});
    Result<json> map = parseCbor(payload, limits);
    if (!map)
        return malformed({}, std::move(map).error());
    try {
        return decodeMap(*map);
    } catch (const std::bad_alloc &) {
        return malformed(*map, Error{ErrorCode::OutOfMemory, "There is not enough memory to read the message", {}});
    }
}

Status checkVersion(int major, int minor, const std::string &who)
{
    if (major == kMajor)
        return {};
    return fail(ErrorCode::Unsupported,
                who + " speaks protocol version " + std::to_string(major) + "." + std::to_string(minor) +
                    ", but this program speaks version " + std::to_string(kMajor) + "." + std::to_string(kMinor) +
                    ": use window and engine of the same release");
}

void PayloadReader::feed(std::span<const std::uint8_t> bytes)
{
    if (m_start > 0) { // what was handed out is dropped here, once a feed, not once a message
        m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_start));
        m_start = 0;
    }
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
}

Result<std::optional<std::vector<std::uint8_t>>> PayloadReader::next()
{
    const std::span<const std::uint8_t> rest = std::span<const std::uint8_t>(m_buffer).subspan(m_start);
    if (rest.size() < kLengthBytes)
        return std::nullopt;
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length |= std::uint32_t{rest[i]} << (8 * i);
    if (length > kMaxMessageBytes)
        return fail(ErrorCode::Format,
                    "A message of " + std::to_string(length) + " bytes was announced, more than the " +
                        std::to_string(kMaxMessageBytes) + " that are allowed");
    if (rest.size() - kLengthBytes < length)
        return std::nullopt;
    const auto payload = rest.subspan(kLengthBytes, length);
    m_start += kLengthBytes + length;
    return std::vector<std::uint8_t>(payload.begin(), payload.end());
}

} // namespace ard::protocol
