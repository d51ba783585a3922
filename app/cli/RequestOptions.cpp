// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RequestOptions.h"
#include "Numbers.h"
#include "trace/RunJson.h"

namespace ard::cli {

namespace {

using Kind = RequestParameter::Kind;

std::string typeName(const RequestParameter &parameter)
{
    switch (parameter.kind) {
    case Kind::Switch:
        return "on|off";
    case Kind::Whole:
        return "INT";
    case Kind::Seed:
        return "UINT";
    case Kind::Number:
        return "FLOAT";
    case Kind::Choice:
        break;
    }
    std::string names;
    for (const ParameterChoice &choice : parameter.choices)
        names += (names.empty() ? "" : "|") + choice.name;
    return names;
}

/// Bounds that only keep files sane are not told as limits.
CLI::Validator rangeOf(const RequestParameter &parameter)
{
    const double low = parameter.zeroIsOff() ? 0 : parameter.minimum;
    return parameter.maximum >= kMaxSamplingSteps ? atLeast(low) : between(low, parameter.maximum);
}

} // namespace

void addRequestOptions(CLI::App &command, GenerationRequest &request,
                       const std::function<void(const std::string &)> &given)
{
    for (const RequestParameter &parameter : requestParameters()) {
        auto *option = command.add_option_function<std::string>(
            "--" + parameter.name,
            [&request, &parameter, given](const std::string &text) {
                auto value = parseParameter(parameter, text);
                if (!value)
                    throw CLI::ValidationError("--" + parameter.name,
                                               value.error().message.substr(parameter.name.size() + 1));
                parameter.set(request, *value);
                given(parameter.name);
            },
            parameter.help + (parameter.modelsOwn ? " (default: the model's own)" : ""));
        option->type_name(typeName(parameter));
        if (parameter.kind == Kind::Whole || parameter.kind == Kind::Number)
            option->check(rangeOf(parameter));
        if (!parameter.modelsOwn)
            option->default_str(parameterText(parameter.get(request)));
    }
}

} // namespace ard::cli
