// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ReferenceScore: how near one sentence comes to a reference. Pure, thread-safe.
#include <string>

namespace ard {

/// chrF2 (metrics/Chrf.h), 0..100: of one sentence, where BLEU is too coarse. Precondition: the reference is not empty.
double scoreAgainst(const std::string &sentence, const std::string &reference);

} // namespace ard
