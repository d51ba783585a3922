// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LengthChoice: who decided how many positions a run has, before its first model call: the number stays as it is to the end.
#include <cstddef>
#include <vector>

namespace ard {

constexpr std::size_t kLikelyLengths = 8;

struct LengthChoice {
    enum class By {
        Head,    ///< the model's length head, from the source
        Request, ///< it was asked for
        Model    ///< the model has no length head: all its sentences have its N, and PAD behind their end
    };
    struct Likely {
        int length = 0; ///< 1..
        float probability = 0;
        bool operator==(const Likely &) const = default;
    };
    By by = By::Model;
    /// Head: the likeliest lengths, at most kLikelyLengths, falling: softmax of the head over all lengths from 1 to the model's
    /// longest. The first is the run's. Empty otherwise.
    std::vector<Likely> likely;
    bool operator==(const LengthChoice &) const = default;
};

} // namespace ard
