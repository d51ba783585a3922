// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScheduleText.h"

#include "base/Unicode.h"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace ard::cli {

namespace {

/// The one place that knows where the value of a parameter belongs.
bool setParameter(TimestepScheduleSpec &spec, const ScheduleParameter &parameter, double value)
{
    if (parameter.name != "anchor-scale")
        return false;
    spec.anchorScale = value;
    return true;
}

template <class List>
std::string namesOf(const List &list)
{
    std::string names;
    for (const auto &one : list)
        names += (names.empty() ? "" : ", ") + one.name;
    return names;
}

Result<double> parseValue(const ScheduleParameter &parameter, const std::string &text)
{
    double value = 0;
    const char *end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    const bool isNumber = parsed.ec == std::errc() && parsed.ptr == end && std::isfinite(value);
    if (!isNumber || value < parameter.minimum || value > parameter.maximum ||
        (parameter.integer && value != std::floor(value)))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("'{}' must be {} from {:g} to {:g}, not '{}'", parameter.name,
                                parameter.integer ? "a whole number" : "a number", parameter.minimum, parameter.maximum,
                                printable(text, 64)));
    return value;
}

Status applyParameter(TimestepScheduleSpec &spec, const TimestepScheduleKind &kind, const std::string &text)
{
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const auto found = std::find_if(kind.parameters.begin(), kind.parameters.end(),
                                    [&](const ScheduleParameter &parameter) { return parameter.name == name; });
    if (equals == std::string::npos || found == kind.parameters.end())
        return fail(
            ErrorCode::InvalidArgument,
            kind.parameters.empty()
                ? fmt::format("The timestep schedule '{}' has no parameters, so leave out ':{}'", kind.name,
                              printable(text, 64))
                : fmt::format("'{}' is no parameter of the timestep schedule '{}': write {}:parameter=value with "
                              "one of {}",
                              printable(text, 64), kind.name, kind.name, namesOf(kind.parameters)));
    ARD_ASSIGN(const double value, parseValue(*found, text.substr(equals + 1)));
    if (!setParameter(spec, *found, value))
        return fail(ErrorCode::Unsupported, fmt::format("'{}' cannot be set in a list of timestep schedules", name));
    return {};
}

} // namespace

Result<TimestepScheduleSpec> parseTimestepSchedule(const std::string &text, TimestepScheduleSpec base)
{
    std::size_t colon = text.find(':');
    base.kind = text.substr(0, colon);
    const auto &kinds = timestepScheduleKinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto &one) { return one.name == base.kind; });
    if (kind == kinds.end())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("There is no timestep schedule '{}': choose among {}", printable(base.kind, 64),
                                namesOf(kinds)));
    while (colon != std::string::npos) {
        const std::size_t next = text.find(':', colon + 1);
        ARD_TRY(
            applyParameter(base, *kind, text.substr(colon + 1, next == std::string::npos ? next : next - colon - 1)));
        colon = next;
    }
    return base;
}

} // namespace ard::cli
