// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EngineCommands.h"
#include <algorithm>
#include <array>

namespace ard::cli {

namespace {

struct EngineCommand {
    std::string_view name, description;
};

constexpr std::array kCommands{
    EngineCommand{"train", "Train a model on prepared data"},
    EngineCommand{"generate", "Write a sentence for each source"},
    EngineCommand{"fill",
                  "Run the sentence steps that one model call of a run skipped, and say where that differs from "
                  "the jump"},
    EngineCommand{"attention",
                  "Say what every position looked at in one model call of a run: content and timestep part apart"},
    EngineCommand{"distill",
                  "Training text from a teacher: what a model, such as the autoregressive twin, writes for "
                  "the training sources"},
    EngineCommand{"evaluate", "Generate for every source of a file and score the outputs against its references"},
    EngineCommand{"compare",
                  "Compare timestep schedules at several numbers of sampling steps: quality, cost, settle order"},
    EngineCommand{"verify", "Run the engine on recorded weights, inputs and noise and compare with what was recorded"},
    EngineCommand{"info", "Describe a model folder, or without one this program and the machine it runs on"},
    EngineCommand{"bench",
                  "Time matrix products, model calls, whole generations, lanes that advance together and "
                  "tokenizing, in turn in one run"},
    EngineCommand{"serve",
                  "Load models and generate on request over standard input and output: what the window talks to"},
};

} // namespace

CLI::App *addEngineCommand(CLI::App &app, std::string_view name)
{
    const auto *command =
        std::find_if(kCommands.begin(), kCommands.end(), [name](const EngineCommand &one) { return one.name == name; });
    return app.add_subcommand(std::string(name),
                              command == kCommands.end() ? std::string() : std::string(command->description));
}

} // namespace ard::cli
