// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/TimestepSchedule.h"
#include "base/Unicode.h"
#include "diffusion/Builders.h"
#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace ard {

namespace {

const std::vector<TimestepScheduleBuilder> &builders()
{
    static const std::vector<TimestepScheduleBuilder> all{
        arDiffusionBuilder(), uniformBuilder(), autoregressiveBuilder(), laggedBuilder(),
        blockBuilder(),       customBuilder(),  learnedBuilder()};
    return all;
}

std::string kindNames()
{
    std::string names;
    for (const auto &builder : builders())
        names += (names.empty() ? "" : ", ") + builder.kind.name;
    return names;
}

} // namespace

const std::vector<TimestepScheduleKind> &timestepScheduleKinds()
{
    static const std::vector<TimestepScheduleKind> kinds = [] {
        std::vector<TimestepScheduleKind> list;
        for (const auto &builder : builders())
            list.push_back(builder.kind);
        return list;
    }();
    return kinds;
}

const TimestepScheduleKind *timestepScheduleKind(const std::string &name)
{
    for (const TimestepScheduleKind &kind : timestepScheduleKinds())
        if (kind.name == name)
            return &kind;
    return nullptr;
}

const std::vector<ScheduleParameter> &scheduleParameters()
{
    static const std::vector<ScheduleParameter> parameters = [] {
        std::vector<ScheduleParameter> list;
        for (const TimestepScheduleKind &kind : timestepScheduleKinds())
            list.insert(list.end(), kind.parameters.begin(), kind.parameters.end());
        return list;
    }();
    return parameters;
}

std::string ScheduleParameter::key() const
{
    std::string key = name;
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

double ScheduleParameter::largest(const TimestepScheduleSpec &spec) const
{
    const int bound = limit == Limit::Length ? spec.length : limit == Limit::DiffusionSteps ? spec.diffusionSteps : 0;
    return bound > 0 ? std::min<double>(maximum, bound) : maximum;
}

Status checkParameter(const ScheduleParameter &parameter, double value)
{
    if (value >= parameter.minimum && value <= parameter.maximum && (!parameter.integer || value == std::floor(value)))
        return {};
    std::ostringstream sentence;
    sentence << std::setprecision(12) << parameter.name << " must be " << (parameter.integer ? "a whole number " : "")
             << "from " << parameter.minimum << " to " << parameter.maximum << ", not " << value;
    return fail(ErrorCode::InvalidArgument, sentence.str());
}

Result<std::shared_ptr<const TimestepSchedule>> makeTimestepSchedule(const TimestepScheduleSpec &spec)
{
    if (spec.length < 1 || spec.length > kMaxLength)
        return fail(ErrorCode::InvalidArgument,
                    "The length must be from 1 to " + std::to_string(kMaxLength) + ", not " +
                        std::to_string(spec.length));
    if (spec.diffusionSteps < kMinDiffusionSteps || spec.diffusionSteps > kMaxDiffusionSteps)
        return fail(ErrorCode::InvalidArgument,
                    "The number of diffusion steps must be from 2 to 100000, not " +
                        std::to_string(spec.diffusionSteps));
    for (const auto &builder : builders())
        if (builder.kind.name == spec.kind)
            return builder.make(spec);
    return fail(ErrorCode::InvalidArgument,
                "There is no timestep schedule '" + printable(spec.kind, 64) + "': choose one of " + kindNames());
}

} // namespace ard
