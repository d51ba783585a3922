// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/ReferenceScore.h"

#include "metrics/Chrf.h"

namespace ard {

double scoreAgainst(const std::string &sentence, const std::string &reference)
{
    return chrfOf(chrfCounts(sentence, {reference}));
}

} // namespace ard
