// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Codec: messages to bytes and back, and the framing. No threads, no I/O.
#include "base/Result.h"
#include "protocol/Messages.h"
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ard::protocol {

constexpr std::uint32_t kMaxMessageBytes = 64u << 20;

/// The "type" of a message on the wire.
const char *typeName(const Body &body);

/// With the 4-byte length in front.
std::vector<std::uint8_t> encode(const Message &message);

/// A message that was framed well but cannot be understood: it is answered with failed, and the stream goes on.
struct Malformed {
    std::uint64_t id = 0; ///< 0 when not even the id could be read
    std::string type;     ///< as sent, empty when missing
    Error error;
};
using Decoded = tl::expected<Message, Malformed>;

/// One payload without its length.
Decoded decode(std::span<const std::uint8_t> payload);

/// Whether a partner that said hello with this version can be understood: the major version must be ours, any minor one is
/// fine. who: "The window" or "The engine", for the sentence.
Status checkVersion(int major, int minor, const std::string &who);

/// Cuts a byte stream into payloads. Feed bytes as they come; next() gives payloads until it gives nothing.
class PayloadReader {
public:
    void feed(std::span<const std::uint8_t> bytes);
    /// nullopt: more bytes are needed. Error: a length above kMaxMessageBytes; the stream is lost and must be closed.
    Result<std::optional<std::vector<std::uint8_t>>> next();
    /// Whether a message has begun and has not come to its end.
    bool isInside() const { return m_buffer.size() > m_start; }

private:
    std::vector<std::uint8_t> m_buffer;
    std::size_t m_start = 0;
};

} // namespace ard::protocol
