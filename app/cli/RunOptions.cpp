// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RunOptions.h"
#include "ModelFolders.h"
#include "Numbers.h"
#include "Paths.h"
#include "ProgressLine.h"
#include "trace/Branching.h"
#include "trace/RequestParameters.h"
#include "trace/RunFile.h"
#include <algorithm>
#include <charconv>

namespace ard::cli {

namespace {

template <class Number>
bool parseWhole(std::string_view text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

/// "3=dog" or, by its number in the vocabulary, "3=#17".
Result<PositionChange> parseChange(PositionChange::Kind kind, const char *option, const std::string &text)
{
    PositionChange change;
    change.kind = kind;
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign + 1 == text.size() ||
        !parseWhole(std::string_view(text).substr(0, sign), change.position))
        return fail(ErrorCode::InvalidArgument,
                    std::string(option) + " takes a position and a word, as 3=dog, not '" + text + "'");
    change.text = text.substr(sign + 1);
    if (change.text.size() > 1 && change.text.front() == '#' &&
        parseWhole(std::string_view(change.text).substr(1), change.word) && change.word >= 0)
        change.text.clear();
    else
        change.word = -1;
    return change;
}

/// The timestep schedule in which a run ends.
const TimestepScheduleSpec &scheduleOf(const GenerationRequest &request)
{
    for (auto one = request.continuations.rbegin(); one != request.continuations.rend(); ++one)
        if (one->schedule)
            return *one->schedule;
    return request.schedule;
}

/// The timestep schedule of the rest: the run's, with what was given in place of what it had; nothing where nothing was.
Result<std::optional<TimestepScheduleSpec>> restSchedule(const GenerationRequest &run,
                                                         const GenerationOptions &generation)
{
    const TimestepScheduleSpec &given = generation.request.schedule;
    TimestepScheduleSpec rest = scheduleOf(run);
    bool isChanged = generation.given.contains("schedule") || generation.given.contains("table");
    if (generation.given.contains("schedule"))
        rest.kind = given.kind;
    if (generation.given.contains("table")) {
        rest.table = given.table;
        rest.tableName = given.tableName;
    }
    rest.knots = given.knots;
    const TimestepScheduleKind *kind = timestepScheduleKind(rest.kind);
    for (const ScheduleParameter &parameter : scheduleParameters()) {
        if (!generation.given.contains(parameter.name))
            continue;
        const bool isUsed = kind &&
            std::any_of(kind->parameters.begin(), kind->parameters.end(),
                        [&](const ScheduleParameter &one) { return one.name == parameter.name; });
        if (!isUsed)
            return fail(ErrorCode::InvalidArgument,
                        "The timestep schedule of the rest is " + rest.kind + ", which has no " + parameter.name +
                            ": give --schedule too, or leave out --" + parameter.name);
        parameter.set(rest, parameter.get(given));
        isChanged = true;
    }
    return isChanged ? std::optional(std::move(rest)) : std::nullopt;
}

bool isGiven(const CLI::App &command, const char *name)
{
    const CLI::Option *option = command.get_option_no_throw(name);
    return option && option->count() > 0;
}

} // namespace

void addRecordedCall(CLI::App &command, RecordedCall &options)
{
    takesModel(command.add_option("--model", options.model, "Folder of the model that made the run"))->required();
    readsFile(command.add_option("--run", options.run, "The run, as generate --trace writes it"))->required();
    command.add_option("--call", options.call, "Which of its model calls, counted from 1")
        ->check(atLeast(1))
        ->required();
    command.add_option("--device", options.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
}

Result<RunRecord> loadRunOf(const std::string &file, const Generator &generator)
{
    ARD_ASSIGN(RunRecord run, loadRun(file));
    if (run.provenance.modelFingerprint != generator.summary().fingerprint)
        return fail(ErrorCode::InvalidArgument,
                    "'" + file + "' was made by the model " + run.provenance.modelName + " " +
                        run.provenance.modelFingerprint + ", not by this one (" + generator.summary().name + " " +
                        generator.summary().fingerprint + "): give its model");
    return run;
}

Result<LoadedRun> loadModelAndRun(const RecordedCall &options)
{
    ProgressLine line;
    LoadedRun loaded;
    ARD_ASSIGN(loaded.generator, Generator::load(options.model, options.device, line.sink()));
    ARD_ASSIGN(loaded.run, loadRunOf(options.run, *loaded.generator));
    if (const int calls = loaded.run.plan.modelCalls(); options.call > calls)
        return fail(ErrorCode::NotFound,
                    "'" + options.run + "' has the model calls 1 to " + std::to_string(calls) + ": there is no call " +
                        std::to_string(options.call));
    return loaded;
}

std::string wordAt(const RunRecord &run, int call, int position)
{
    for (const StepFrame &frame : run.frames) {
        if (frame.modelCall != call || position >= static_cast<int>(frame.tokens.size()))
            continue;
        const auto word = run.words.find(frame.tokens[static_cast<std::size_t>(position)].wordId);
        return word == run.words.end() ? std::string() : word->second;
    }
    return {};
}

CLI::Option *addContinueOptions(CLI::App &command, ContinueOptions &options)
{
    auto *run =
        readsFile(command.add_option("--continue-from", options.run,
                                     "Go on from a frame of this .ardrun file instead of a source; --seed, --schedule, "
                                     "--ruler and --steps are those of the rest, the other settings stay the run's"));
    command.add_option("--at", options.at, "How many model calls of the run stay; 0 is the starting noise")
        ->check(atLeast(0))
        ->needs(run)
        ->capture_default_str();
    command.add_option("--pin", options.pinned, "POS=WORD: hold a position (from 0) at a word from here on")
        ->needs(run);
    command.add_option("--replace", options.replaced, "POS=WORD: put a word at a position, and let it change again")
        ->needs(run);
    command.add_option("--renoise", options.renoised, "POS: start a position again from noise")->needs(run);
    return run;
}

void refuseFixedOptions(const CLI::App &command, const ContinueOptions &options, const GivenParameters &given)
{
    if (options.run.empty())
        return;
    const auto refuse = [](const std::string &option) {
        throw CLI::ValidationError(option, "stays as it was in the run: leave it out with --continue-from");
    };
    for (const RequestParameter &parameter : requestParameters())
        if (parameter.fixedWhenContinued && given.contains(parameter.name))
            refuse("--" + parameter.name);
    for (const char *name : {"--length", "--limit"})
        if (isGiven(command, name))
            refuse(name);
}

Result<GenerationRequest> continuedRequest(const ContinueOptions &options, const GenerationOptions &generation,
                                           const Generator &generator)
{
    ARD_ASSIGN(const RunRecord run, loadRunOf(options.run, generator));
    const CallPlace place = placeToContinue(run, options.at);
    GenerationRequest request = place.request;
    request.candidates = 1;
    Continuation continuation;
    continuation.fromCall = place.call;
    for (const RequestParameter &parameter : requestParameters()) {
        if (!generation.given.contains(parameter.name))
            continue;
        if (parameter.name == "seed")
            continuation.seed = generation.request.seed;
        else if (parameter.name == "steps")
            continuation.samplingSteps = generation.request.samplingSteps;
        else
            parameter.set(request, parameter.get(generation.request));
    }
    ARD_ASSIGN(continuation.schedule, restSchedule(request, generation));
    if (generation.given.contains("ruler"))
        continuation.ruler = generation.request.ruler;
    for (const std::string &text : options.pinned) {
        ARD_ASSIGN(PositionChange change, parseChange(PositionChange::Kind::Pin, "--pin", text));
        continuation.changes.push_back(std::move(change));
    }
    for (const std::string &text : options.replaced) {
        ARD_ASSIGN(PositionChange change, parseChange(PositionChange::Kind::Replace, "--replace", text));
        continuation.changes.push_back(std::move(change));
    }
    for (const int position : options.renoised)
        continuation.changes.push_back({PositionChange::Kind::Renoise, position, -1, {}});
    request.continuations.push_back(std::move(continuation));
    return request;
}

} // namespace ard::cli
