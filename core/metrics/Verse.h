// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Verse: classical Chinese verse taken apart: quatrains (jueju) that go on from a first line, and couplets. Pure, thread-safe.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ard {

struct Poem {
    enum class Kind {
        Quatrain, ///< source "白日依山尽", written "黄河入海流。欲穷千里目，更上一层楼。"
        Couplet   ///< source "对：白日依山尽", written "黄河入海流"
    };
    Kind kind = Kind::Quatrain;
    std::u32string first;              ///< the line that is given
    std::vector<std::u32string> lines; ///< what is written, cut at its marks, without them
    bool hasForm = false;              ///< lines, characters and marks are as many and where they should be
};

/// Nothing where the source, without its prefix, is no line of Chinese characters. White space is left out on both sides.
std::optional<Poem> readPoem(std::string_view source, std::string_view written);

/// Of a hundred characters of the poem, its first line included, how many stood in it before; the same character twice side by side,
/// as in 悠悠, is none. Nothing to count is 0.
double repeatedCharacters(const Poem &poem);

} // namespace ard
