// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that need LibTorch; `ardiff` starts this program in its own place (EngineProgram.h).
#include "CommandLine.h"
#include "TwinLikelihood.h"
#include <string_view>

int main(int argc, char **argv)
{
    using namespace ard::cli;
    const AddCommand metrics = [](CLI::App &app, Action &action) { addMetrics(app, action, likelihoodBy); };
    // When ardiff is built: this program alone can know the commands of both. In the order of `ardiff --help` (main.cpp).
    if (argc == 3 && argv[1] == std::string_view("--write-manual"))
        return writeManualOf({addSchedule, addNoiseSchedule, addPrepare, addGrammar, addTrain, addGenerate, addFill,
                              addAttention, addDistill, addEvaluate, addCompare, metrics, addVerify, addImport, addInfo,
                              addBench, addServe},
                             argv[2]);
    return runCommandLine(argc, argv,
                          {addTrain, addGenerate, addFill, addAttention, addDistill, addEvaluate, addCompare, metrics,
                           addVerify, addInfo, addBench, addServe});
}
