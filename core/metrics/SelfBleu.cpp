// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/SelfBleu.h"
#include <algorithm>
#include <utility>

namespace ard {

double selfBleu(std::span<const std::string> candidates, BleuTokens tokens)
{
    if (candidates.size() < 2)
        return 100.0;
    WordNumbers numbers;
    std::vector<CountedText> texts;
    for (const std::string &candidate : candidates)
        texts.push_back(countTokens(candidate, tokens, false, numbers));
    std::vector<const CountedText *> others;
    for (const CountedText &text : texts)
        others.push_back(text.length == 0 ? nullptr : &text);
    const auto empty = std::count(others.begin(), others.end(), nullptr);
    double total = 0.0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].length == 0) {
            total += empty > 1 ? 100.0 : 0.0;
            continue;
        }
        const CountedText *own = std::exchange(others[i], nullptr);
        total += bleuOf(bleuCounts(texts[i], others), true).score;
        others[i] = own;
    }
    return total / static_cast<double>(texts.size());
}

} // namespace ard
