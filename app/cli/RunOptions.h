// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunOptions: what commands share that start from a recorded run: the file with the model that made it, and the changes with
// which generate continues it.
#include "GenerationOptions.h"
#include "base/Result.h"
#include "engine/Generator.h"
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

namespace ard::cli {

/// One model call of a recorded run.
struct RecordedCall {
    std::string model, device = "auto", run;
    int call = 1; ///< 1..M
};

void addRecordedCall(CLI::App &command, RecordedCall &options);

struct LoadedRun {
    std::unique_ptr<Generator> generator;
    RunRecord run;
};
/// Error when the run was made by another model: it could not be repeated.
Result<RunRecord> loadRunOf(const std::string &file, const Generator &generator);
Result<LoadedRun> loadModelAndRun(const RecordedCall &options);

/// Text of a position's word in a frame, or "" when the frame is not recorded.
std::string wordAt(const RunRecord &run, int call, int position);

struct ContinueOptions {
    std::string run; ///< empty: generate does not continue
    int at = 0;
    std::vector<std::string> pinned, replaced; ///< POS=WORD
    std::vector<int> renoised;
};

CLI::Option *addContinueOptions(CLI::App &command, ContinueOptions &options);
/// After parsing: throws CLI's error for an option of generate that cannot change in a run that is continued.
void refuseFixedOptions(const CLI::App &command, const ContinueOptions &options, const GivenParameters &given);
/// The recorded run's request with one more continuation. Of its timestep schedule only what was given changes. Error for a
/// parameter that the timestep schedule of the rest does not use.
Result<GenerationRequest> continuedRequest(const ContinueOptions &options, const GenerationOptions &generation,
                                           const Generator &generator);

} // namespace ard::cli
