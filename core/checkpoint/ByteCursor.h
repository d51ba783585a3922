// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ByteCursor: walks over little-endian bytes and never beyond their end: a read that does not fit gives zeros or nothing
// and is remembered. Internal to core/checkpoint.
#include <cstdint>
#include <span>

namespace ard {

class ByteCursor {
public:
    explicit ByteCursor(std::span<const std::uint8_t> bytes, std::size_t at = 0)
        : m_bytes(bytes), m_at(at <= bytes.size() ? at : bytes.size()), m_failed(at > bytes.size())
    {
    }

    std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
    std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
    std::uint64_t u64() { return number(8); }
    std::span<const std::uint8_t> take(std::uint64_t count)
    {
        if (count > left()) {
            m_failed = true;
            m_at = m_bytes.size();
            return {};
        }
        const auto part = m_bytes.subspan(m_at, static_cast<std::size_t>(count));
        m_at += part.size();
        return part;
    }
    void skip(std::uint64_t count) { take(count); }

    std::size_t position() const { return m_at; }
    std::size_t left() const { return m_bytes.size() - m_at; }
    /// Whether any read went beyond the end.
    bool failed() const { return m_failed; }

private:
    std::uint64_t number(std::size_t count)
    {
        std::uint64_t value = 0;
        int shift = 0;
        for (const std::uint8_t byte : take(count)) {
            value |= static_cast<std::uint64_t>(byte) << shift;
            shift += 8;
        }
        return value;
    }

    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at;
    bool m_failed;
};

} // namespace ard
