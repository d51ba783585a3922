// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DistinctN: the share of n-grams that are different ones (Li et al. 2016): over the candidates for one source it says
// how much they vary, over all outputs how varied the model writes. It falls as there are more texts, so that only
// figures over equally many compare. Words are runs of letters and digits, lower-cased. Pure, thread-safe.
#include <span>
#include <string>

namespace ard {

/// 0..100: different n-grams of all texts together for every hundred n-grams; 0 where there is none. n from 1 to 4.
double distinctN(int n, std::span<const std::string> texts);

} // namespace ard
