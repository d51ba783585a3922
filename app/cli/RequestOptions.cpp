// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RequestOptions.h"

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
                    throw CLI::ValidationError("--" + value.error().message);
                parameter.set(request, *value);
                given(parameter.name);
            },
            parameter.help + (parameter.modelsOwn ? " (default: the model's own)" : ""));
        option->type_name(typeName(parameter));
        if (!parameter.modelsOwn)
            option->default_str(parameterText(parameter.get(request)));
    }
}

} // namespace ard::cli
