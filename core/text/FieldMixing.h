// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FieldMixing: more sources from those there are, for sequence-level distillation (DistillCommand): the teacher can write a
// sentence for sources that nobody wrote one for.
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace ard {

/// `count` new sources of the form "name: value | name: value", each made from one of `sources`: every field but the first is left
/// out with probability 0.15 (at least two stay), every value is replaced with probability 0.5 by one that the field has
/// elsewhere, each different value as likely as another. None is in `sources`, in `excluded` or twice. Fewer than `count`
/// where no more are found (sources of another form give none). A pure function of its arguments.
std::vector<std::string> mixedSources(const std::vector<std::string> &sources, int count,
                                      const std::set<std::string> &excluded, std::uint64_t seed);

} // namespace ard
