// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StopSignal.h"
#include <csignal>

namespace ard::cli {

namespace {

std::atomic<bool> stopRequested{false};

void requestStop(int signal)
{
    stopRequested = true;
    std::signal(signal, SIG_DFL);
}

} // namespace

const std::atomic<bool> &stopOnSignals()
{
    std::signal(SIGINT, requestStop);
    std::signal(SIGTERM, requestStop);
    return stopRequested;
}

} // namespace ard::cli
