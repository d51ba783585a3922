// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RequestParameters.h"
#include "base/Unicode.h"
#include "trace/RunJson.h"
#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace ard {

namespace {

using Kind = RequestParameter::Kind;

bool always(const GenerationRequest &)
{
    return true;
}

/// A row whose value is a field of the request; Wire: the alternative of ParameterValue that holds it.
template <class Wire, class Field>
RequestParameter row(Kind kind, std::string name, std::string key, Field GenerationRequest::*field)
{
    RequestParameter parameter;
    parameter.name = std::move(name);
    parameter.key = std::move(key);
    parameter.kind = kind;
    parameter.get = [field](const GenerationRequest &request) {
        return ParameterValue(static_cast<Wire>(request.*field));
    };
    parameter.set = [field](GenerationRequest &request, const ParameterValue &value) {
        request.*field = static_cast<Field>(std::get<Wire>(value));
    };
    return parameter;
}

RequestParameter whole(std::string name, std::string key, int GenerationRequest::*field, int minimum, int maximum)
{
    RequestParameter parameter = row<std::int64_t>(Kind::Whole, std::move(name), std::move(key), field);
    parameter.minimum = minimum;
    parameter.maximum = maximum;
    return parameter;
}

RequestParameter number(std::string name, std::string key, double GenerationRequest::*field, double minimum,
                        double maximum)
{
    RequestParameter parameter = row<double>(Kind::Number, std::move(name), std::move(key), field);
    parameter.minimum = minimum;
    parameter.maximum = maximum;
    return parameter;
}

RequestParameter samplingSteps()
{
    RequestParameter steps = whole("steps", "sampling_steps", &GenerationRequest::samplingSteps, 1, kMaxSamplingSteps);
    steps.title = "Sampling steps M";
    steps.help = "How many sentence steps are executed, each one model call; the others are skipped";
    steps.zeroAllowed = [](const GenerationRequest &request) { return request.ruler.kind == "list"; };
    steps.modelsOwn = steps.forEveryone = steps.movesPlan = true;
    return steps;
}

RequestParameter seed()
{
    RequestParameter seed = row<std::uint64_t>(Kind::Seed, "seed", "seed", &GenerationRequest::seed);
    seed.title = "Seed";
    seed.help = "The same seed gives the same starting noise and the same step noise; candidate c uses seed + c";
    seed.forEveryone = true;
    return seed;
}

RequestParameter eta()
{
    RequestParameter eta = number("eta", "eta", &GenerationRequest::eta, 0, 1);
    eta.title = "Eta η";
    eta.help = "1 is the paper's sampling (new noise in every step), 0 is deterministic (DDIM)";
    eta.fixedWhenContinued = eta.forEveryone = true;
    return eta;
}

RequestParameter clamp()
{
    RequestParameter clamp;
    clamp.name = clamp.key = "clamp";
    clamp.kind = Kind::Choice;
    clamp.choices = {{clampName(ClampMode::Nearest), "nearest word"},
                     {clampName(ClampMode::Expected), "expected word"},
                     {clampName(ClampMode::Drawn), "drawn word"},
                     {clampName(ClampMode::None), "none"}};
    clamp.title = "Clamp";
    clamp.help =
        "What a prediction becomes before the next step: the embedding of the nearest word (the paper's), the "
        "mean of all words, each as probable as it is (ours), that of a word drawn as probable as it is (ours), or "
        "nothing else. A model card says what suits its model";
    clamp.modelsOwn = clamp.fixedWhenContinued = clamp.forEveryone = true;
    clamp.get = [](const GenerationRequest &request) { return clampName(request.clamp); };
    clamp.set = [](GenerationRequest &request, const ParameterValue &value) {
        takeClamp(request, clampNamed(std::get<std::string>(value)).value_or(request.clamp));
    };
    return clamp;
}

RequestParameter clampFrom()
{
    RequestParameter from =
        whole("clamp-from", "clamp_from_call", &GenerationRequest::clampFromCall, 1, kMaxSamplingSteps);
    from.title = "Clamp from call";
    from.help = "First model call whose prediction is clamped";
    from.fixedWhenContinued = true;
    return from;
}

RequestParameter solver()
{
    RequestParameter solver;
    solver.name = solver.key = "solver";
    solver.kind = Kind::Choice;
    solver.choices = {{solverName(Solver::Ddim), "DDIM (the paper)"},
                      {solverName(Solver::DpmPlusPlus2M), "DPM-Solver++ (ours)"}};
    solver.title = "Solver";
    solver.help =
        "How a token goes from one timestep to the next: ddim (with eta 1 the paper's) or dpm++2m (ours, for few "
        "steps: DPM-Solver++ of order 2 with a history for every token; it adds no noise, so eta is ignored)";
    solver.fixedWhenContinued = true;
    solver.get = [](const GenerationRequest &request) { return solverName(request.solver); };
    solver.set = [](GenerationRequest &request, const ParameterValue &value) {
        request.solver = solverNamed(std::get<std::string>(value)).value_or(request.solver);
    };
    return solver;
}

RequestParameter noiseTopP()
{
    RequestParameter top =
        number("noise-top-p", "noise_top_p", &GenerationRequest::noiseTopP, kMinNoiseTopP, kMaxNoiseTopP);
    top.title = "Noise top-p";
    top.help = "Step noise is drawn again while its absolute value is above this (the reference's top_p); 0: off";
    top.zeroAllowed = always;
    top.fixedWhenContinued = true;
    return top;
}

RequestParameter stopWhenSettled()
{
    RequestParameter stop =
        whole("stop-when-settled", "stop_when_settled", &GenerationRequest::stopWhenSettled, 1, kMaxSamplingSteps);
    stop.title = "Stop when settled";
    stop.help =
        "Ours: stop when no word, PAD included, has changed in so many calls; the words are those of x0_hat then; "
        "0: off";
    stop.zeroAllowed = always;
    return stop;
}

RequestParameter repair()
{
    RequestParameter repair = whole("repair", "repair", &GenerationRequest::repair, 1, kMaxRepairCalls);
    repair.title = "Repair";
    repair.help = "Ours: so many model calls more, behind the last: of two equal words side by side the one that the "
                  "model is less "
                  "sure of goes back to noise, all others stay; 0: off";
    repair.zeroAllowed = always;
    return repair;
}

RequestParameter candidates()
{
    RequestParameter candidates = whole("candidates", "candidates", &GenerationRequest::candidates, 1, kMaxCandidates);
    candidates.title = "Candidates";
    candidates.help = "Candidates for a source, of which one is chosen";
    return candidates;
}

RequestParameter choose()
{
    RequestParameter choose;
    choose.name = choose.key = "choose";
    choose.kind = Kind::Choice;
    choose.choices = {{choiceRuleName(ChoiceRule::Agreement), "agreement"},
                      {choiceRuleName(ChoiceRule::Likelihood), "likelihood (ours)"},
                      {choiceRuleName(ChoiceRule::Mixed), "both (ours)"}};
    choose.title = "Chosen by";
    choose.help =
        "What one of several candidates is chosen by: how far it agrees with the others (minimum Bayes risk), "
        "how likely the model itself finds its words (ours), or both (ours). The last two take five model "
        "calls more for each candidate";
    choose.get = [](const GenerationRequest &request) { return choiceRuleName(request.choose); };
    choose.set = [](GenerationRequest &request, const ParameterValue &value) {
        request.choose = choiceRuleNamed(std::get<std::string>(value)).value_or(request.choose);
    };
    return choose;
}

RequestParameter beam()
{
    RequestParameter beam = whole("beam", "beam", &GenerationRequest::beam, 1, kMaxBeam);
    beam.title = "Beam";
    beam.help = "Autoregressive models only: sentences kept at a time; 1 is greedy";
    beam.fixedWhenContinued = true;
    return beam;
}

RequestParameter temperature()
{
    RequestParameter temperature =
        number("temperature", "temperature", &GenerationRequest::temperature, kMinTemperature, kMaxTemperature);
    temperature.title = "Temperature";
    temperature.help =
        "Words of an autoregressive model are drawn instead of the likeliest taken; 1 draws them as probable "
        "as the model says, less is more careful; 0: off. Of other models with the clamp drawn, where 0 "
        "means 1";
    temperature.zeroAllowed = always;
    temperature.fixedWhenContinued = true;
    return temperature;
}

RequestParameter topP()
{
    RequestParameter top = number("top-p", "top_p", &GenerationRequest::topP, kMinTopP, 1);
    top.title = "Top-p";
    top.help = "Where words are drawn: only from the likeliest that together have this probability";
    top.fixedWhenContinued = true;
    return top;
}

bool isInRange(const RequestParameter &parameter, double value, bool zero)
{
    return (value >= parameter.minimum && value <= parameter.maximum) || (value == 0 && zero); // false for not-a-number
}

/// "from 0 to 1", "one of none, nearest".
std::string expectation(const RequestParameter &parameter, bool zero)
{
    switch (parameter.kind) {
    case Kind::Switch:
        return "on or off";
    case Kind::Seed:
        return fmt::format("a whole number from 0 to {}", UINT64_MAX);
    case Kind::Choice: {
        std::string names;
        for (const ParameterChoice &choice : parameter.choices)
            names += (names.empty() ? "" : ", ") + choice.name;
        return "one of " + names;
    }
    case Kind::Whole:
    case Kind::Number:
        break;
    }
    return fmt::format("{}{}from {} to {}", zero && parameter.minimum > 0 ? "0 or " : "",
                       parameter.kind == Kind::Whole ? "a whole number " : "", parameter.minimum, parameter.maximum);
}

tl::unexpected<Error> refuse(const RequestParameter &parameter, const std::string &value, bool zero)
{
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{} must be {}, not {}", parameter.name, expectation(parameter, zero), value));
}

bool isChoice(const RequestParameter &parameter, std::string_view name)
{
    return std::any_of(parameter.choices.begin(), parameter.choices.end(),
                       [name](const ParameterChoice &choice) { return choice.name == name; });
}

template <class Number>
std::optional<Number> numberOf(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    return number;
}

std::optional<ParameterValue> parsed(Kind kind, std::string_view text)
{
    switch (kind) {
    case Kind::Switch:
        return text == "on" ? std::optional<ParameterValue>(true)
            : text == "off" ? std::optional<ParameterValue>(false)
                            : std::nullopt;
    case Kind::Whole:
        return numberOf<std::int64_t>(text);
    case Kind::Seed:
        return numberOf<std::uint64_t>(text);
    case Kind::Number:
        return numberOf<double>(text);
    case Kind::Choice:
        break;
    }
    return std::string(text);
}

bool isAllowed(const RequestParameter &parameter, const ParameterValue &value, bool zero)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value))
        return isInRange(parameter, static_cast<double>(*whole), zero);
    if (const auto *number = std::get_if<double>(&value))
        return isInRange(parameter, *number, zero);
    const auto *name = std::get_if<std::string>(&value);
    return !name || isChoice(parameter, *name);
}

} // namespace

void takeClamp(GenerationRequest &request, ClampMode clamp)
{
    if (std::exchange(request.clamp, clamp) != ClampMode::Drawn || clamp == ClampMode::Drawn)
        return;
    request.temperature = GenerationRequest().temperature;
    request.topP = GenerationRequest().topP;
}

bool RequestParameter::zeroIsOff() const
{
    return zeroAllowed == always;
}

std::string RequestParameter::reportKey() const
{
    std::string key = name;
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

const std::vector<RequestParameter> &requestParameters()
{
    static const std::vector<RequestParameter> parameters{
        samplingSteps(),   seed(),   eta(),        clamp(),  clampFrom(), solver(),      noiseTopP(),
        stopWhenSettled(), repair(), candidates(), choose(), beam(),      temperature(), topP()};
    return parameters;
}

const RequestParameter &requestParameter(std::string_view name)
{
    const auto &all = requestParameters();
    const auto found = std::find_if(all.begin(), all.end(), [name](const auto &one) { return one.name == name; });
    assert(found != all.end());
    return *found;
}

Status checkParameter(const RequestParameter &parameter, const GenerationRequest &request)
{
    const bool zero = parameter.zeroAllowed && parameter.zeroAllowed(request);
    const ParameterValue value = parameter.get(request);
    if (isAllowed(parameter, value, zero))
        return {};
    return refuse(parameter, parameterText(value), zero);
}

Status checkParameters(const GenerationRequest &request)
{
    for (const RequestParameter &parameter : requestParameters())
        ARD_TRY(checkParameter(parameter, request));
    return {};
}

Result<ParameterValue> parseParameter(const RequestParameter &parameter, std::string_view text)
{
    const bool zero = parameter.zeroIsOff(); // what depends on the rest of the request is checked with it
    std::optional<ParameterValue> value = parsed(parameter.kind, text);
    if (!value || !isAllowed(parameter, *value, zero))
        return refuse(parameter, "'" + printable(std::string(text), 64) + "'", zero);
    return std::move(*value);
}

std::string parameterText(const ParameterValue &value)
{
    if (const auto *isOn = std::get_if<bool>(&value))
        return *isOn ? "on" : "off";
    return std::visit([](const auto &one) { return fmt::format("{}", one); }, value);
}

nlohmann::json parameterToJson(const ParameterValue &value)
{
    return std::visit([](const auto &one) { return nlohmann::json(one); }, value);
}

void readParameter(const FieldReader &fields, const RequestParameter &parameter, GenerationRequest &request)
{
    const char *key = parameter.key.c_str();
    if (!fields.has(key))
        return;
    const bool zero = parameter.zeroAllowed && parameter.zeroAllowed(request);
    const double low = zero ? std::min(0.0, parameter.minimum) : parameter.minimum;
    ParameterValue value;
    switch (parameter.kind) {
    case Kind::Switch:
        value = fields.boolean(key);
        break;
    case Kind::Whole:
        value = fields.integer(key, static_cast<std::int64_t>(low), static_cast<std::int64_t>(parameter.maximum));
        break;
    case Kind::Seed:
        value = fields.unsigned64(key);
        break;
    case Kind::Number:
        value = fields.number(key, low, parameter.maximum);
        break;
    case Kind::Choice:
        value = fields.text(key, kMaxNameBytes);
        break;
    }
    if (!fields.ok())
        return;
    if (!isAllowed(parameter, value, zero))
        return fields.refuse(key, expectation(parameter, zero));
    parameter.set(request, value);
}

} // namespace ard
