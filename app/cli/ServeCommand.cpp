// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EngineCommands.h"
#include "ModelFolders.h"
#include "engine/Generator.h"
#include "engine/Runtime.h"
#include "engine/service/Service.h"
#include <cstdio>
#include <cstdlib>

namespace ard::cli {

namespace {

constexpr const char *footer =
    "Requests come on standard input and events go to standard output, each as a 4-byte\n"
    "little-endian length and a CBOR map (docs/protocol.md). Standard error is the log. The\n"
    "program ends with a shutdown request, at the end of its input, or when nobody reads its\n"
    "output any more.\n\n"
    "The window starts this command itself. To compute on another machine, give the window the\n"
    "command that starts it there: nothing but ssh is needed, and no port is opened.\n\n"
    "Example:\n"
    "  ardiff-explorer --engine \"ssh gpu-box ardiff serve\"";

EngineBackend engineBackend()
{
    EngineBackend backend;
    backend.describe = [] {
        const RuntimeInfo &runtime = initialiseRuntime();
        return EngineInfo{ARD_VERSION, defaultDeviceName(), runtime.blas};
    };
    backend.load = [](const std::string &folder, const std::string &device, const ProgressSink &progress) {
        return Generator::load(folder, device, progress);
    };
    backend.modelFolders = ownModelFolders();
    return backend;
}

Status serve()
{
    ARD_ASSIGN(StandardStreams streams, takeStandardStreams());
    Service service(*streams.input, *streams.output, engineBackend());
    const int status = service.run();
    // The worker may be inside a model call that nobody wants any more: leave without waiting for it.
    std::fflush(nullptr);
    std::_Exit(status);
}

} // namespace

void addServe(CLI::App &app, Action &action)
{
    CLI::App *command = addEngineCommand(app, "serve");
    command->footer(footer);
    command->callback([&action] { action = serve; });
}

} // namespace ard::cli
