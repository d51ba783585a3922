// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ByteLevel: the two rules of GPT-2's byte-level BPE (openai/gpt-2, src/encoder.py): how a text falls into words before pairs
// are merged, and how bytes are written as printable characters in vocab.json and merges.txt. Thread-safe.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ard {

/// The parts that GPT-2's expression finds: 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
/// Together they are the text.
std::vector<std::u32string_view> byteLevelWords(std::u32string_view text);

/// The character that stands for a byte: itself where it can be printed, otherwise one from U+0100 on (a space is U+0120).
char32_t characterOfByte(std::uint8_t byte);
/// The byte that a character stands for; nothing for other characters.
std::optional<std::uint8_t> byteOfCharacter(char32_t character);

} // namespace ard
