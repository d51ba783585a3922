// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimestepSchedule: the timestep f(n,s) of every position n at sentence step s. Pure functions, immutable, thread-safe.
// Each kind is one file and one line of the registry, from which the command line and the window build their forms.
#include "base/Result.h"
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace ard {

constexpr int kMaxLength = 4096;                                    ///< N
constexpr int kMinDiffusionSteps = 2, kMaxDiffusionSteps = 100'000; ///< T
constexpr double kMaxAnchorScale = 1e6;

using ScheduleTable = std::vector<std::vector<int>>;

/// What names a timestep schedule. Parameters that a kind does not use are ignored.
struct TimestepScheduleSpec {
    std::string kind = "ar-diffusion"; ///< a name of the registry
    int length = 0;                    ///< N, padded target length, >= 1
    int diffusionSteps = 2000;         ///< T, >= 2
    double anchorScale = 2.0;          ///< ar-diffusion: anchor position = int(anchorScale * N)
    int lag = 100; ///< lagged: how many sentence steps each position starts after its left neighbour, 0..T
    int block = 8; ///< block: how many positions are denoised together, 1..N
    /// custom: [S][N] timesteps, first row all T-1, last row all 0; shared, never changed (ScheduleTable.h reads one).
    std::shared_ptr<const ScheduleTable> table = nullptr;
    /// learned: [positions][levels + 1] timesteps at evenly spaced sentence steps (LearnedTimesteps.h), a model's; shared, never changed.
    std::shared_ptr<const ScheduleTable> knots = nullptr;
    std::string tableName = {}; ///< custom: of the file that the table was read from, for people; empty: not known

    bool operator==(const TimestepScheduleSpec &) const = default; ///< the same table, not one with the same timesteps
};

class TimestepSchedule {
public:
    virtual ~TimestepSchedule() = default;
    /// S: sentence steps are S-1 (all noise) down to 0 (all clean).
    virtual int sentenceSteps() const = 0;
    /// Fills out[n] = f(n,s) in 0..T-1 for n = 0..N-1; s in 0..S-1. Non-increasing as s falls.
    virtual void timesteps(int sentenceStep, std::span<int> out) const = 0;
};

/// One parameter of a kind, for forms, --help and JSON. A kind that does not use it ignores it.
struct ScheduleParameter {
    /// What a value must not be above in a schedule of given N and T.
    enum class Limit { None, Length, DiffusionSteps };
    std::string name; ///< the field of TimestepScheduleSpec as the command line spells it: "anchor-scale"
    double minimum = 0, maximum = 0, defaultValue = 0;
    bool integer = false;
    std::string help;
    double (*get)(const TimestepScheduleSpec &spec) = nullptr;
    void (*set)(TimestepScheduleSpec &spec, double value) = nullptr; ///< within minimum..maximum
    Limit limit = Limit::None;

    std::string key() const; ///< as JSON names it: "anchor_scale"
    /// The largest value that makes a schedule of the spec's N and T; those that are 0 limit nothing.
    double largest(const TimestepScheduleSpec &spec) const;
};

struct TimestepScheduleKind {
    std::string name;  ///< "ar-diffusion"
    std::string title; ///< "AR-Diffusion (the paper)"
    std::string help;
    bool fromPaper = false;
    std::vector<ScheduleParameter> parameters;
    bool needsTable = false; ///< the user has to give TimestepScheduleSpec::table
    bool needsModel = false; ///< a model has to give TimestepScheduleSpec::knots
};

/// "There are .. anchor-scale": the sentence for a value outside of the parameter's range; ok otherwise.
Status checkParameter(const ScheduleParameter &parameter, double value);

const std::vector<TimestepScheduleKind> &timestepScheduleKinds();
/// nullptr: there is none of this name.
const TimestepScheduleKind *timestepScheduleKind(const std::string &name);
/// The parameters of all kinds.
const std::vector<ScheduleParameter> &scheduleParameters();
/// Error: unknown kind, or parameters that make no schedule; the sentence says what to change.
Result<std::shared_ptr<const TimestepSchedule>> makeTimestepSchedule(const TimestepScheduleSpec &spec);

} // namespace ard
