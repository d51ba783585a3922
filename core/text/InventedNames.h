// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// InventedNames: names that nobody has, put into training pairs, so that a model learns to copy a name instead of knowing the few
// of its training text. Pure functions.
#include <cstdint>
#include <string>
#include <vector>

namespace ard {

/// One to three capitalised words, such as "Vandemo", "The Otirel", "Keshu Grill": name number `index` of a seed.
std::string inventedName(std::uint64_t seed, std::uint64_t index);

/// Of a "name: value | name: value" source and its target: the value of every field in `fields` that stands in the target word for
/// word (and within no other word there) is replaced by an invented name on both sides. True when something was.
bool inventNames(std::string &source, std::string &target, const std::vector<std::string> &fields, std::uint64_t seed,
                 std::uint64_t index);

} // namespace ard
