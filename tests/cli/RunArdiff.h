// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunArdiff: runs the program as a user does and gives back what it said.
#include <QProcess>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

namespace ard::test {

struct Outcome {
    int status = -1; ///< -1: it did not end, or crashed
    std::string out, error;
};

/// input: its standard input. outputFile: where its standard output goes instead of Outcome::out.
inline Outcome ardiff(const QStringList &arguments, const QByteArray &input = {}, const QString &outputFile = {})
{
    QProcess process;
    if (!outputFile.isEmpty())
        process.setStandardOutputFile(outputFile);
    process.start(QStringLiteral(ARDIFF_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput().toStdString(),
            process.readAllStandardError().toStdString()};
}

/// What is said of a failure: one line that starts with the program's name and that a terminal can show.
inline bool isOneLine(const std::string &error)
{
    return error.starts_with("ardiff: ") && std::count(error.begin(), error.end(), '\n') == 1 &&
        std::none_of(error.begin(), error.end(), [](unsigned char c) { return c < 0x20 && c != '\n'; });
}

/// What it prints with --format json; null where it failed.
inline nlohmann::json jsonOf(const QStringList &arguments, const QByteArray &input = {})
{
    const Outcome outcome = ardiff(arguments + QStringList{"--format", "json"}, input);
    return outcome.status == 0 ? nlohmann::json::parse(outcome.out, nullptr, false) : nlohmann::json();
}

} // namespace ard::test
