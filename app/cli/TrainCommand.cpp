// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "engine/train/Trainer.h"
#include "text/PreparedVocabulary.h"

#include <cmath>
#include <csignal>
#include <fmt/format.h>

namespace ard::cli {
namespace {

std::atomic<bool> stopRequested{false};

/// The first Ctrl-C saves and ends; the second ends at once.
void requestStop(int signal)
{
    stopRequested = true;
    std::signal(signal, SIG_DFL);
}

/// A check of an option in minutes: the empty text for one that is fine.
std::string isDuration(const std::string &text)
{
    double minutes = 0;
    return CLI::detail::lexical_cast(text, minutes) && minutes > 0 && minutes <= 1e6
        ? ""
        : "must be a number above 0, up to 1000000";
}

struct TrainArguments {
    std::filesystem::path config;
    std::string decoder;
    TrainOptions options;
    OutputFormat format = OutputFormat::Text;
};

Status runTrain(const TrainArguments &arguments)
{
    ARD_ASSIGN(const PreparedInfo info, readPreparedInfo(arguments.options.data));
    ARD_TRY(checkPreparedVocabulary(arguments.options.data, info));
    ARD_ASSIGN(const TrainConfig config, readTrainConfig(arguments.config, info, arguments.decoder));
    std::signal(SIGINT, requestStop);
    std::signal(SIGTERM, requestStop);
    ARD_ASSIGN(const TrainSummary summary, train(config, arguments.options));
    const std::string model = (arguments.options.out / "model").string();
    if (arguments.format == OutputFormat::Json)
        fmt::print("{}\n",
                   nlohmann::json{{"steps", summary.steps},
                                  {"seconds", summary.seconds},
                                  {"loss", summary.loss}, // null where no step was made
                                  {"complete", !summary.stopped},
                                  {"model", model}}
                       .dump());
    else
        fmt::print("{} after {} steps and {:.0f} s{}; model in {}\n", summary.stopped ? "stopped" : "done",
                   summary.steps, summary.seconds,
                   std::isnan(summary.loss) ? "" : fmt::format("; loss {:.4f}", summary.loss), model);
    return {};
}

} // namespace

void addTrain(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("train", "Train a model on prepared data");
    auto arguments = std::make_shared<TrainArguments>();
    command->add_option("--config", arguments->config, "Training configuration, JSON")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--data", arguments->options.data, "Folder written by ardiff prepare")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--out", arguments->options.out, "Folder for checkpoint, log.csv and model/")->required();
    CLI::Option *resume = command->add_flag("--resume", arguments->options.resume,
                                            "Go on from the checkpoint in --out, exactly where it ended");
    command
        ->add_option("--initial", arguments->options.initial,
                     "Start from the weights of this model, such as the autoregressive twin that wrote the data, where "
                     "names and shapes are the same")
        ->check(CLI::ExistingDirectory)
        ->excludes(resume);
    command->add_option("--minutes", arguments->options.minutes, "Save and end after so many minutes")
        ->check(isDuration);
    command->add_option("--max-steps", arguments->options.maxSteps, "Save and end after so many steps of this part")
        ->check(CLI::Range(int64_t(1), int64_t(1'000'000'000)));
    command
        ->add_option("--decoder", arguments->decoder,
                     "autoregressive: train the twin that writes word by word, of the same size, as a yardstick")
        ->check(CLI::IsMember({"diffusion", "autoregressive"}));
    command->add_option("--device", arguments->options.device, "auto, cpu, cuda or cuda:N")->default_str("auto");
    addFormatOption(*command, arguments->format);
    command->footer(
        "Ctrl-C saves and ends. Examples:\n"
        "  ardiff train --config models/tiny/train.json --data data/tiny --out runs/tiny\n"
        "  ardiff train --config models/e2e/train.json --data data/e2e --out runs/e2e --resume --minutes 60");
    command->callback([arguments, &action] {
        arguments->options.stop = &stopRequested;
        arguments->options.command =
            fmt::format("ardiff train --config {} --data {} --out {}", arguments->config.filename().string(),
                        arguments->options.data.filename().string(), arguments->options.out.filename().string());
        if (!arguments->options.initial.empty())
            arguments->options.command += fmt::format(" --initial {}", arguments->options.initial.filename().string());
        action = [arguments] { return runTrain(*arguments); };
    });
}

} // namespace ard::cli
