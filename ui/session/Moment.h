// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Moment: a point of a run's film, and Cell: one position of one lane at a moment. Plain values.

namespace ard::ui {

/// The state after `sub` of the sentence steps that were filled in behind model call `call`; sub 0: right after the call.
/// Call 0 is the starting noise.
struct Moment {
    int call = 0; ///< 0..M
    int sub = 0;

    constexpr Moment(int afterCall = 0, int filledSteps = 0) : call(afterCall), sub(filledSteps) { }
    bool operator==(const Moment &) const = default;
    bool operator<(const Moment &other) const { return call != other.call ? call < other.call : sub < other.sub; }
    bool operator>(const Moment &other) const { return other < *this; }
};

/// position 0..N-1; -1: none.
struct Cell {
    int position = -1;
    Moment moment;
    int lane = 0; ///< index on the board
    bool isValid() const { return position >= 0 && moment.call >= 0; }
    bool operator==(const Cell &) const = default;
};

/// What a reader may know: what had happened by the moment that is shown, or all of the run.
enum class Sight { UpToMoment, WholeRun };

} // namespace ard::ui
