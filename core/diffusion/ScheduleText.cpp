// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/ScheduleText.h"

#include "base/Unicode.h"
#include "diffusion/ScheduleTable.h"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace ard {

namespace {

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
    if (parsed.ec != std::errc() || parsed.ptr != end)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("'{}' of {} is not a number", printable(text, 64), parameter.name));
    ARD_TRY(checkParameter(parameter, value));
    return value;
}

bool looksLikeNumber(const std::string &text)
{
    return !text.empty() && text.find_first_of("0123456789.-+") == 0;
}

/// isFirst: no value stands before it.
Status applyParameter(TimestepScheduleSpec &spec, const TimestepScheduleKind &kind, const std::string &text,
                      bool isFirst)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos && kind.parameters.size() == 1 && looksLikeNumber(text)) { // "lagged:50"
        if (!isFirst)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("'{}' is one number too many: {} has one parameter, {}", printable(text, 64),
                                    kind.name, kind.parameters.front().name));
        ARD_ASSIGN(const double value, parseValue(kind.parameters.front(), text));
        kind.parameters.front().set(spec, value);
        return {};
    }
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
    found->set(spec, value);
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
    if (kind->needsTable && colon != std::string::npos) { // the rest is a file, which may hold colons
        ARD_TRY(takeScheduleTable(base, text.substr(colon + 1)));
        return base;
    }
    bool isFirst = true;
    while (colon != std::string::npos) {
        const std::size_t next = text.find(':', colon + 1);
        ARD_TRY(applyParameter(base, *kind, text.substr(colon + 1, next == std::string::npos ? next : next - colon - 1),
                               isFirst));
        isFirst = false;
        colon = next;
    }
    return base;
}

} // namespace ard
