// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that need LibTorch; `ardiff` starts this program in its own place (EngineProgram.h).
#include "CommandLine.h"
#include "TwinLikelihood.h"

int main(int argc, char **argv)
{
    using namespace ard::cli;
    const AddCommand metrics = [](CLI::App &app, Action &action) { addMetrics(app, action, likelihoodBy); };
    return runCommandLine(argc, argv,
                          {addTrain, addGenerate, addFill, addAttention, addDistill, addEvaluate, addCompare, metrics,
                           addVerify, addInfo, addBench, addServe});
}
