// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EngineCommands.h"
#include "Numbers.h"
#include "Output.h"
#include "Paths.h"
#include "StopSignal.h"
#include "TrainingProcesses.h"
#include "base/Json.h"
#include "engine/train/Trainer.h"
#include "text/PreparedVocabulary.h"

#include <cmath>
#include <cstdlib>
#include <fmt/format.h>

namespace ard::cli {
namespace {

struct TrainArguments {
    std::filesystem::path config;
    std::string decoder;
    TrainOptions options;
    int processes = 1;
    OutputFormat format = OutputFormat::Text;
};

Status runTrain(const TrainArguments &arguments)
{
    if (arguments.processes > 1 && !isOneOfSeveral()) {
        ARD_ASSIGN(const int status, runAsProcesses(arguments.processes));
        if (status != 0)
            std::exit(status); // the reason has been said
        return {};
    }
    ARD_ASSIGN(const PreparedInfo info, readPreparedInfo(arguments.options.data));
    ARD_ASSIGN(const TrainConfig config, readTrainConfig(arguments.config, info, arguments.decoder));
    ARD_TRY(checkPreparedVocabulary(arguments.options.data, info));
    TrainOptions options = arguments.options;
    options.stop = &stopOnSignals();
    ARD_ASSIGN(const TrainSummary summary, train(config, options));
    const std::string model = (arguments.options.out / "model").string();
    if (arguments.format == OutputFormat::Json)
        ARD_TRY(printResult(jsonText(nlohmann::json{{"steps", summary.steps},
                                                    {"seconds", summary.seconds},
                                                    {"loss", summary.loss}, // null where no step was made
                                                    {"complete", !summary.stopped},
                                                    {"model", model}}) +
                            "\n"));
    else
        ARD_TRY(printResult(fmt::format(
            "{} after {} steps and {:.0f} s{}; model in {}\n", summary.stopped ? "stopped" : "done", summary.steps,
            summary.seconds, std::isnan(summary.loss) ? "" : fmt::format("; loss {:.4f}", summary.loss), model)));
    return finishResult();
}

} // namespace

void addTrain(CLI::App &app, Action &action)
{
    CLI::App *command = addEngineCommand(app, "train");
    auto arguments = std::make_shared<TrainArguments>();
    readsFile(command->add_option("--config", arguments->config, "Training configuration, JSON"))->required();
    readsFolder(command->add_option("--data", arguments->options.data, "Folder written by ardiff prepare"))->required();
    writesFolder(command->add_option("--out", arguments->options.out, "Folder for checkpoint, log.csv and model/"))
        ->required();
    CLI::Option *resume = command->add_flag("--resume", arguments->options.resume,
                                            "Go on from the checkpoint in --out, exactly where it ended");
    readsFolder(command->add_option(
                    "--initial", arguments->options.initial,
                    "Start from the weights of this model, such as the autoregressive twin that wrote the data, where "
                    "names and shapes are the same"))
        ->excludes(resume);
    command->add_option("--minutes", arguments->options.minutes, "Save and end after so many minutes")
        ->check(moreThan(0))
        ->check(between(0, 1e6));
    command->add_option("--max-steps", arguments->options.maxSteps, "Save and end after so many steps of this part")
        ->check(between(1, 1e9));
    command
        ->add_option("--decoder", arguments->decoder,
                     "autoregressive: train the twin that writes word by word, of the same size, as a yardstick")
        ->check(CLI::IsMember({"diffusion", "autoregressive"}));
    command
        ->add_option("--processes", arguments->processes,
                     "So many processes on this computer, each with its share of the cores and of every batch, or "
                     "with a GPU; on a few cores one process is as fast")
        ->check(between(1, 64))
        ->capture_default_str();
    command->add_option("--device", arguments->options.device, "auto, cpu, cuda or cuda:N")->default_str("auto");
    addFormatOption(*command, arguments->format);
    command->footer("Ctrl-C saves and ends. Examples:\n"
                    "  ardiff train --config models/tiny/train.json --data data/tiny --out runs/tiny\n"
                    "  ardiff train --config models/e2e/train.json --data data/e2e --out runs/e2e --resume --minutes "
                    "60 --processes 2");
    command->callback([arguments, &action] {
        arguments->options.command =
            fmt::format("ardiff train --config {} --data {} --out {}", arguments->config.filename().string(),
                        arguments->options.data.filename().string(), arguments->options.out.filename().string());
        if (!arguments->options.initial.empty())
            arguments->options.command += fmt::format(" --initial {}", arguments->options.initial.filename().string());
        action = [arguments] { return runTrain(*arguments); };
    });
}

} // namespace ard::cli
