// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Numbers.h"
#include "base/Unicode.h"
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <limits>
#include <type_traits>

namespace ard::cli {

namespace {

template <class Number>
bool parse(std::string_view text, Number &number)
{
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

/// The text is replaced by the number as CLI11 reads it right, or why it is none is returned.
template <class Number>
std::string takeWhole(std::string &text)
{
    Number number = 0;
    double any = 0;
    if (std::is_signed_v<Number> && !parse(text, any)) // no bounds of 19 digits for a word
        return fmt::format("'{}' is not a whole number", printable(text, 64));
    if (!parse(text, number))
        return fmt::format("'{}' is not a whole number from {} to {}", printable(text, 64),
                           std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max());
    text = std::to_string(number);
    return {};
}

std::string takeFinite(std::string &text)
{
    double number = 0;
    if (!parse(text, number) || !std::isfinite(number))
        return fmt::format("'{}' is not a number", printable(text, 64));
    return {};
}

CLI::Validator checked(std::function<bool(double)> holds, const std::string &what)
{
    return {[holds = std::move(holds), what](std::string &text) {
                double number = 0;
                return parse(text, number) && holds(number) ? std::string() : "must be " + what;
            },
            what};
}

} // namespace

CLI::Validator atLeast(double low)
{
    return checked([low](double number) { return number >= low; }, fmt::format("at least {}", low));
}

CLI::Validator moreThan(double low)
{
    return checked([low](double number) { return number > low; }, fmt::format("more than {}", low));
}

CLI::Validator between(double low, double high)
{
    return checked([=](double number) { return number >= low && number <= high; },
                   fmt::format("from {} to {}", low, high));
}

void readNumbersStrictly(CLI::App &app)
{
    for (CLI::Option *option : app.get_options([](CLI::Option *) { return true; })) {
        const std::string type = option->get_type_name(); // "UINT", or "INT:from 1 to 4096" with its checks
        std::string (*take)(std::string &) = type.starts_with("UINT") ? takeWhole<std::uint64_t>
            : type.starts_with("INT")                                 ? takeWhole<std::int64_t>
            : type.starts_with("FLOAT")                               ? takeFinite
                                                                      : nullptr;
        if (take)
            option->transform(CLI::Validator(take, "")); // runs before the option's own checks
    }
    for (CLI::App *command : app.get_subcommands([](CLI::App *) { return true; }))
        readNumbersStrictly(*command);
}

} // namespace ard::cli
