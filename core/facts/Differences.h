// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Differences: where the words of two runs differ. Words are compared by their text, as runs of two models number them
// differently; a position behind the end of the shorter run counts as PAD.
#include "facts/SeenRun.h"
#include <optional>

namespace ard {

/// Another word at the position after callA of one and callB of the other; nullopt: one of them has no words yet there.
std::optional<bool> isOther(const SeenRun &a, int callA, const SeenRun &b, int callB, int position);

/// [max(N of a, N of b)] after the calls that are seen last. All false while one of them has no words.
std::vector<bool> differingPositions(const SeenRun &a, const SeenRun &b);

/// The same as a reader sees it: [N of run] the position belongs to a word that the other sentence, laid beside it word by
/// word (facts/Alignment.h), does not have. A word put in on the left makes no difference of those on its right.
std::vector<bool> positionsOfOtherWords(const SeenRun &run, const SeenRun &other);

/// Where two runs part and how far.
struct Divergence {
    std::optional<int>
        call;          ///< the first model call, counted alike in both, after which a word differs; nullopt: none seen
    int position = -1; ///< the leftmost there
    int calls = 0;     ///< model calls that both have and that were looked at
    int equal = 0,
        words = 0; ///< after the calls seen last: positions with the same word, and those where one has a word
};
Divergence divergence(const SeenRun &a, const SeenRun &b);

/// The same of two runs that grow: calls that were compared once are not compared again.
class PartingTrace {
public:
    /// a and b: always of the same two records, which have only grown.
    Divergence divergence(const SeenRun &a, const SeenRun &b);

private:
    int m_calls = 0; ///< compared
    std::optional<int> m_call;
    int m_position = -1;
};

/// A cell of the grid of differences: both runs after the same model call.
struct DifferenceCell {
    bool isOther = false;
    double probability = 0; ///< of the word of b less that of the word of a, -1..1
};
/// [max N] after model call 1..min(calls of a, calls of b).
std::vector<DifferenceCell> differenceRow(const SeenRun &a, const SeenRun &b, int call);
/// [min(calls of a, calls of b)][max N]
std::vector<std::vector<DifferenceCell>> differenceGrid(const SeenRun &a, const SeenRun &b);

} // namespace ard
