// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/Progress.h"
#include "base/Files.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

namespace ard {
namespace {

std::string header()
{
    std::string line =
        "step,seconds,learning_rate,loss,cross_entropy,mse,word_accuracy,gradient_norm,tokens_per_second";
    for (int i = 0; i < kLossBuckets; ++i)
        line += fmt::format(",cross_entropy_t{}_{}", i * 100 / kLossBuckets, (i + 1) * 100 / kLossBuckets);
    return line + ",length_accuracy";
}

/// The lines of an earlier part up to the step that is continued from.
std::string keptLines(const std::filesystem::path &path, int64_t step)
{
    std::string kept = header() + "\n";
    const auto lines = readLines(path);
    if (!lines)
        return kept;
    for (std::size_t i = 1; i < lines->size(); ++i)
        if (std::strtoll((*lines)[i].c_str(), nullptr, 10) <= step && !(*lines)[i].empty())
            kept += (*lines)[i] + "\n";
    return kept;
}

double share(int64_t part, int64_t whole)
{
    return whole ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

/// Tokens a second.
double speed(const LossSums &sums, const ProgressState &state)
{
    return static_cast<double>(sums.tokens) / std::max(1e-9, state.sumsSeconds);
}

std::string duration(double seconds)
{
    const auto total = static_cast<int64_t>(seconds + 0.5);
    return total >= 3600 ? fmt::format("{}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60)
                         : fmt::format("{}:{:02}", total / 60, total % 60);
}

} // namespace

Result<Progress> Progress::open(const std::filesystem::path &folder, bool resume, int64_t step)
{
    const std::filesystem::path path = folder / "log.csv";
    ARD_TRY(writeAtomically(path, resume ? keptLines(path, step) : header() + "\n"));
    Progress progress;
    progress.m_log.open(path, std::ios::app);
    if (!progress.m_log)
        return fail(ErrorCode::Io, fmt::format("\"{}\" cannot be written", path.string()));
    progress.m_terminal = isatty(STDERR_FILENO) != 0;
    return progress;
}

void Progress::log(const LossSums &sums, const ProgressState &state)
{
    const double steps = static_cast<double>(std::max<int64_t>(1, sums.steps));
    std::string line =
        fmt::format("{},{:.1f},{:.6g},{:.5f},{:.5f},{:.5f},{:.4f},{:.4f},{:.0f}", state.step, state.seconds,
                    state.learningRate, sums.meanLoss(), sums.nll / steps, sums.mse / steps,
                    share(sums.wordsRight, sums.words), sums.gradientNorm / steps, speed(sums, state));
    for (int i = 0; i < kLossBuckets; ++i)
        line += sums.bucketCount[i]
            ? fmt::format(",{:.4f}", sums.bucketNll[i] / static_cast<double>(sums.bucketCount[i]))
            : ",";
    line += sums.lengths ? fmt::format(",{:.4f}", share(sums.lengthsRight, sums.lengths)) : ",";
    m_log << line << "\n" << std::flush;
}

void Progress::show(const LossSums &sums, const ProgressState &state) const
{
    const int percent = static_cast<int>(100 * state.step / std::max<int64_t>(1, state.steps));
    const std::string bar(static_cast<std::size_t>(percent / 5), '#');
    const std::string line = fmt::format(
        "{}[{:<20}] step {}/{}  loss {:.4f}  right {:.1f} %{}  {:.0f} tokens/s  {} left{}",
        m_terminal ? "\r\x1b[K" : "", bar, state.step, state.steps, sums.meanLoss(),
        100 * share(sums.wordsRight, sums.words),
        sums.lengths ? fmt::format("  lengths {:.1f} %", 100 * share(sums.lengthsRight, sums.lengths)) : "",
        speed(sums, state), state.secondsLeft < 0 ? "?" : duration(state.secondsLeft), m_terminal ? "" : "\n");
    std::fputs(line.c_str(), stderr); // a line that cannot be shown (a full disk behind 2>file) ends no training
    std::fflush(stderr);
}

void Progress::finish()
{
    if (m_terminal)
        std::fputc('\n', stderr);
}

} // namespace ard
