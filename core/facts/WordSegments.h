// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordSegments: the words that one position shows one after the other, each as long as it stays, as far as they are seen.
#include "facts/SeenRun.h"

namespace ard {

struct WordSegment {
    int first = 1, last = 1; ///< model calls after which the word stands there
    std::int32_t word = -1;
    bool operator==(const WordSegment &) const = default;
};

/// In order and without gaps from call 1 to the last that is seen; empty where the run has no such position. With a history
/// (SeenRun::history) it takes as long as there are segments, otherwise a look at every call.
std::vector<WordSegment> wordSegments(const SeenRun &run, int position);

} // namespace ard
