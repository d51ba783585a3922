// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ProgressLine: one line on standard error that says how far a command is, and is gone when it is done. Shows nothing
// when standard error is not a terminal.
#include "base/Stopwatch.h"
#include "engine/Generator.h"
#include <string>

namespace ard::cli {

class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(const std::string &phrase, double fraction);
    /// Valid while this object is.
    ProgressSink sink();

private:
    bool m_terminal;
    Stopwatch m_watch;
};

} // namespace ard::cli
