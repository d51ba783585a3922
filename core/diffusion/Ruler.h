// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ruler: which of the S sentence steps are executed; the others are skipped. Pure functions, thread-safe.
// "stride" is the paper's; "tail" and "list" are ours.
#include "base/Result.h"
#include <string>
#include <string_view>
#include <vector>

namespace ard {

struct RulerSpec {
    std::string kind = "stride";
    int tail = 5;                   ///< tail: K, how many of the M calls start in the last N sentence steps
    std::vector<int> sentenceSteps; ///< list: the executed ones, falling; S-1 and 0 are added where they are missing

    bool operator==(const RulerSpec &) const = default;
};

struct RulerKind {
    std::string name; ///< "tail"
    std::string title;
    std::string help;
    bool fromPaper = false;
};

const std::vector<RulerKind> &rulerKinds();

/// "stride", "tail=5" or "list=1999,1500,0", as the command line spells them.
Result<RulerSpec> parseRuler(std::string_view text);
std::string rulerText(const RulerSpec &ruler);

/// How many model calls the ruler makes where it does not leave that open (list); otherwise the given M.
int modelCallsOf(const RulerSpec &ruler, int sentenceSteps, int samplingSteps);

/// The executed sentence steps, from S-1 to 0: M+1 values. length: N, 1..S.
/// stride: S-1, S-2, .. 0 taken every S/M-th (integer division), the first M of them, then 0; reference:
///   p_skip_xy_sample_loop_progressive.
/// tail: M-K calls evenly from S-1 to N-1, K calls evenly from N-1 to 0.
/// Errors: M < 1, M > S, K that leaves no call for either part, a list that is not falling or lies outside of 0..S-1.
Result<std::vector<int>> executedSentenceSteps(int sentenceSteps, int samplingSteps, const RulerSpec &ruler,
                                               int length);

} // namespace ard
