// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RequestParameters: the numbers and choices of a GenerationRequest as a table, twin of ScheduleParameter. Options of the
// command line, JSON, checks, what evaluate prints of a run, and the window's form loop over it: a parameter is a field of
// GenerationRequest and a row here. Pure, thread-safe.
#include "base/FieldReader.h"
#include "trace/RunRecord.h"
#include <functional>
#include <span>
#include <string_view>
#include <variant>

namespace ard {

/// A switch, a whole number, a seed, a number, or the name of a choice.
using ParameterValue = std::variant<bool, std::int64_t, std::uint64_t, double, std::string>;

struct ParameterChoice {
    std::string name;  ///< on the command line and in JSON
    std::string title; ///< in the window
};

struct RequestParameter {
    enum class Kind { Switch, Whole, Seed, Number, Choice }; ///< in the order of ParameterValue

    std::string name; ///< as the command line spells it: "noise-top-p"
    std::string key;  ///< in the JSON of a request: "noise_top_p"
    Kind kind = Kind::Number;
    double minimum = 0, maximum = 0; ///< Whole, Number
    std::vector<ParameterChoice> choices;
    std::string title, help;
    /// Whether 0, outside of the range, means something in this request: off, or left open. Null: never.
    bool (*zeroAllowed)(const GenerationRequest &request) = nullptr;
    bool modelsOwn = false;          ///< a model has a default of its own (takeModelDefaults)
    bool fixedWhenContinued = false; ///< stays as it was in a run that is continued
    bool forEveryone = false;        ///< the window's form always shows it; the others where asked, or set
    bool movesPlan = false;          ///< the sampling plan depends on it
    std::function<ParameterValue(const GenerationRequest &)> get;
    std::function<void(GenerationRequest &, const ParameterValue &)> set; ///< the value's type fits the kind

    /// 0 means "off" whatever else is asked.
    bool zeroIsOff() const;
    ParameterValue defaultValue() const { return get(GenerationRequest{}); }
    /// As describeRun and the settings of a comparison name it: "noise_top_p", from the name.
    std::string reportKey() const;
};

/// In the order in which they are listed and shown.
const std::vector<RequestParameter> &requestParameters();
/// Precondition: there is one of this name.
const RequestParameter &requestParameter(std::string_view name);

/// "eta must be from 0 to 1, not 7": ok when the request's value is in range.
Status checkParameter(const RequestParameter &parameter, const GenerationRequest &request);
Status checkParameters(const GenerationRequest &request);

/// A value as the command line spells it, checked; zero is accepted where some request accepts it. Error: one sentence.
Result<ParameterValue> parseParameter(const RequestParameter &parameter, std::string_view text);
std::string parameterText(const ParameterValue &value);

/// Gives a request another clamp. With Drawn go temperature and top-p, which other clamps do not take.
void takeClamp(GenerationRequest &request, ClampMode clamp);

nlohmann::json parameterToJson(const ParameterValue &value);
/// Reads the parameter's key where it is there. Errors go to the reader's status.
void readParameter(const FieldReader &fields, const RequestParameter &parameter, GenerationRequest &request);

} // namespace ard
