// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProgressLine.h"
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace ard::cli {

ProgressLine::ProgressLine() : m_terminal(isatty(STDERR_FILENO) != 0) { }

ProgressLine::~ProgressLine()
{
    if (m_terminal)
        std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(const std::string &phrase, double fraction)
{
    if (!m_terminal)
        return;
    std::string line = phrase;
    if (fraction >= 0) {
        constexpr int width = 30;
        const int filled = static_cast<int>(fraction * width);
        line = fmt::format("{} [{}{}] {:3.0f} %", phrase, std::string(filled, '#'), std::string(width - filled, '.'),
                           fraction * 100);
        if (fraction > 0 && fraction < 1)
            line += fmt::format(", {:.0f} s left", m_watch.seconds() / fraction * (1 - fraction));
    }
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
}

ProgressSink ProgressLine::sink()
{
    return [this](const std::string &phrase, double fraction) { show(phrase, fraction); };
}

} // namespace ard::cli
