// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EngineCommands.h"
#include "Numbers.h"
#include "Output.h"
#include "RunOptions.h"
#include "base/Json.h"
#include "trace/Branching.h"
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <numeric>

namespace ard::cli {

namespace {

using nlohmann::ordered_json;

struct AttentionOptions {
    RecordedCall recorded;
    int layer = 0, head = 0;
    OutputFormat format = OutputFormat::Text;
};

ordered_json rows(const std::vector<float> &table, int length, int width)
{
    ordered_json result = ordered_json::array();
    for (int i = 0; i < length; ++i) {
        const auto begin = table.begin() + static_cast<std::ptrdiff_t>(i) * width;
        result.push_back(std::vector<float>(begin, begin + width));
    }
    return result;
}

ordered_json toJson(const AttentionMap &map, const RunRecord &run)
{
    const auto &timesteps = run.plan.timesteps[static_cast<std::size_t>(map.modelCall) - 1];
    std::vector<std::string> words;
    for (int n = 0; n < map.length; ++n)
        words.push_back(wordAt(run, map.modelCall, n));
    return {{"model_call", map.modelCall},
            {"layer", map.layer},
            {"head", map.head},
            {"layers", map.layers},
            {"heads", map.heads},
            {"length", map.length},
            {"source_length", map.sourceLength},
            {"timesteps", timesteps},
            {"words", words},
            {"content", rows(map.content, map.length, map.length)},
            {"time", rows(map.time, map.length, map.length)},
            {"weights", rows(map.weights, map.length, map.length)},
            {"cross", rows(map.cross, map.length, map.sourceLength)}};
}

/// For every position the three that it looks at most.
std::string toText(const AttentionMap &map, const RunRecord &run)
{
    std::string text =
        fmt::format("Model call {}, layer {} of 0..{}, head {} of 0..{}: what each position looks at most\n"
                    "(weight; logit = content part + timestep part)\n",
                    map.modelCall, map.layer, map.layers - 1, map.head, map.heads - 1);
    const auto length = static_cast<std::size_t>(map.length);
    for (std::size_t i = 0; i < length; ++i) {
        const auto at = [&](std::size_t j) { return i * length + j; };
        std::vector<std::size_t> order(length);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return map.weights[at(a)] > map.weights[at(b)]; });
        text += fmt::format("{:>4} {:<14}", i, wordAt(run, map.modelCall, static_cast<int>(i)));
        for (std::size_t k = 0; k < std::min<std::size_t>(3, length); ++k)
            text += fmt::format("  {} {} {:.2f} ({:+.2f} {:+.2f})", order[k],
                                wordAt(run, map.modelCall, static_cast<int>(order[k])), map.weights[at(order[k])],
                                map.content[at(order[k])], map.time[at(order[k])]);
        text += "\n";
    }
    return text;
}

Status run(const AttentionOptions &options)
{
    ARD_ASSIGN(const LoadedRun loaded, loadModelAndRun(options.recorded));
    const CallPlace place = placeOfCall(loaded.run, options.recorded.call);
    ARD_ASSIGN(AttentionMap map, loaded.generator->attention(place.request, place.call, options.layer, options.head));
    map.modelCall += options.recorded.call - place.call; // as the file counts them
    if (map.modelCall > loaded.run.plan.modelCalls())
        return fail(ErrorCode::Format, "The run file's plan does not belong to its request");
    ARD_TRY(printResult(options.format == OutputFormat::Json ? jsonText(toJson(map, loaded.run)) + "\n"
                                                             : toText(map, loaded.run)));
    return finishResult();
}

} // namespace

void addAttention(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<AttentionOptions>();
    auto *command = addEngineCommand(app, "attention");
    addRecordedCall(*command, options->recorded);
    command->add_option("--layer", options->layer, "Decoder layer, from 0")->check(atLeast(0))->capture_default_str();
    command->add_option("--head", options->head, "Head, from 0")->check(atLeast(0))->capture_default_str();
    addFormatOption(*command, options->format);
    command->footer("The logit of position i looking at j is content[i][j] + time[i][j]; weights are its softmax; "
                    "cross are the weights\n"
                    "of the attention to the pieces of the source. Examples:\n"
                    "  ardiff attention --model models/tiny --run run.ardrun --call 6 --layer 1 --head 2\n"
                    "  ardiff attention --model models/tiny --run run.ardrun --call 1 --format json");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
