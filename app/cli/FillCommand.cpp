// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EngineCommands.h"
#include "Output.h"
#include "ProgressLine.h"
#include "RunOptions.h"
#include "base/Json.h"
#include "trace/Branching.h"
#include <fmt/format.h>
#include <memory>

namespace ard::cli {

namespace {

using nlohmann::ordered_json;

struct FillOptions {
    RecordedCall recorded;
    OutputFormat format = OutputFormat::Text;
};

/// What the observer saw: the frames of the small steps with the words in them.
struct Filled {
    FilledSteps steps;
    std::vector<StepFrame> frames;
    std::map<std::int32_t, std::string> words;
};

Result<Filled> fill(const FillOptions &options, const LoadedRun &loaded)
{
    ProgressLine line;
    Filled filled;
    int calls = 1;
    GenerationObserver observer;
    observer.started = [&](const RunRecord &run, const auto &) { calls = run.plan.modelCalls(); };
    observer.frame = [&](const StepFrame &frame, const std::map<std::int32_t, std::string> &words) {
        filled.frames.push_back(frame);
        filled.words.insert(words.begin(), words.end());
        line.show("filling in", static_cast<double>(frame.modelCall) / calls);
    };
    const CallPlace place = placeOfCall(loaded.run, options.recorded.call);
    ARD_ASSIGN(filled.steps, loaded.generator->fillSkipped(place.request, place.call, observer));
    filled.steps.modelCall += options.recorded.call - place.call; // as the file counts them
    filled.words.insert(filled.steps.words.begin(), filled.steps.words.end());
    return filled;
}

ordered_json toJson(const Filled &filled)
{
    const FilledSteps &steps = filled.steps;
    ordered_json positions = ordered_json::array(), frames = ordered_json::array();
    int different = 0;
    for (std::size_t n = 0; n < steps.jumpWords.size(); ++n) {
        const bool differs = steps.jumpWords[n] != steps.filledWords[n];
        different += differs;
        positions.push_back({{"position", n},
                             {"jump", filled.words.at(steps.jumpWords[n])},
                             {"filled", filled.words.at(steps.filledWords[n])},
                             {"differs", differs},
                             {"distance", steps.distance[n]}});
    }
    for (const StepFrame &frame : filled.frames) {
        ordered_json words = ordered_json::array(), timesteps = ordered_json::array();
        for (const TokenState &token : frame.tokens) {
            words.push_back(filled.words.at(token.wordId));
            timesteps.push_back(token.timestepAfter);
        }
        frames.push_back({{"call", frame.modelCall},
                          {"sentence_step_before", frame.sentenceStepBefore},
                          {"sentence_step_after", frame.sentenceStepAfter},
                          {"timesteps_after", timesteps},
                          {"words", words}});
    }
    return {{"model_call", steps.modelCall},
            {"model_calls", steps.modelCalls},
            {"different_words", different},
            {"positions", positions},
            {"frames", frames},
            {"seconds", steps.seconds}};
}

std::string toText(const Filled &filled)
{
    const FilledSteps &steps = filled.steps;
    std::string text = fmt::format("Model call {} was taken apart into {} of one sentence step each\n"
                                   "{:>4}  {:<20} {:<20} {}\n",
                                   steps.modelCall, steps.modelCalls, "n", "word after the jump", "word, filled in",
                                   "distance of the latents");
    for (std::size_t n = 0; n < steps.jumpWords.size(); ++n)
        text +=
            fmt::format("{:>4}{} {:<20} {:<20} {:.4f}\n", n, steps.jumpWords[n] == steps.filledWords[n] ? ' ' : '*',
                        filled.words.at(steps.jumpWords[n]), filled.words.at(steps.filledWords[n]), steps.distance[n]);
    return text;
}

Status run(const FillOptions &options)
{
    ARD_ASSIGN(const LoadedRun loaded, loadModelAndRun(options.recorded));
    ARD_ASSIGN(const Filled filled, fill(options, loaded));
    ARD_TRY(printResult(options.format == OutputFormat::Json ? jsonText(toJson(filled)) + "\n" : toText(filled)));
    return finishResult();
}

} // namespace

void addFill(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<FillOptions>();
    auto *command = addEngineCommand(app, "fill");
    addRecordedCall(*command, options->recorded);
    addFormatOption(*command, options->format);
    command->footer(
        "The words are the most probable ones of the next prediction after each of the two paths, or the final\n"
        "words where the call is the run's last. Examples:\n"
        "  ardiff fill --model models/tiny --run run.ardrun --call 6\n"
        "  ardiff fill --model models/tiny --run run.ardrun --call 20 --format json");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
