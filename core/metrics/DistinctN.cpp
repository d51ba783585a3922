// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/DistinctN.h"
#include "metrics/Ngrams.h"
#include "metrics/Words.h"
#include <unordered_set>

namespace ard {

double distinctN(int n, std::span<const std::string> texts)
{
    WordNumbers numbers;
    std::unordered_set<NgramKey, NgramHash> different;
    std::int64_t all = 0;
    for (const std::string &text : texts) {
        const CountedText counted = countNgrams(lowerCasedWords(text), numbers);
        all += ngramsOf(counted.length, n);
        for (const auto &entry : counted.ngrams)
            if (orderOf(entry.first) == n)
                different.insert(entry.first);
    }
    return all == 0 ? 0.0 : 100.0 * static_cast<double>(different.size()) / static_cast<double>(all);
}

} // namespace ard
