// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EngineCommands.h"
#include "Output.h"
#include "Paths.h"
#include "base/Json.h"
#include "engine/verify/Verify.h"
#include <cmath>
#include <fmt/format.h>
#include <memory>

namespace ard::cli {

namespace {

struct VerifyOptions {
    std::string device = "cpu";
    std::vector<std::string> fixtures;
    OutputFormat format = OutputFormat::Text;
};

const char *nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Agrees:
        return "pass";
    case Verdict::Differs:
        return "FAIL";
    case Verdict::NotChecked:
        break;
    }
    return "not checked";
}

nlohmann::ordered_json toJson(const VerifiedPart &part)
{
    nlohmann::ordered_json json{{"name", part.name},
                                {"verdict", part.verdict == Verdict::Differs ? "fail" : nameOf(part.verdict)}};
    if (part.verdict != Verdict::NotChecked) {
        json["error"] = std::isfinite(part.error) ? nlohmann::ordered_json(part.error) : nlohmann::ordered_json();
        json["tolerance"] = part.tolerance;
    }
    if (!part.note.empty())
        json["note"] = part.note;
    return json;
}

bool passed(const VerifyReport &report)
{
    return report.count(Verdict::Agrees) == static_cast<int>(report.parts.size()) && !report.parts.empty();
}

std::string toText(const VerifyReport &report)
{
    std::string text = report.file + "\n";
    for (const VerifiedPart &part : report.parts) {
        const std::string verdict = nameOf(part.verdict);
        if (part.verdict == Verdict::NotChecked)
            text += fmt::format("  {:<26} {:>23}  {}", part.name, "", verdict);
        else
            text += fmt::format("  {:<26} {:>9.3g}  of {:>8.1g}   {}", part.name, part.error, part.tolerance, verdict);
        text += part.note.empty() ? "\n" : ": " + part.note + "\n";
    }
    return text;
}

Status run(const VerifyOptions &options)
{
    nlohmann::ordered_json reports = nlohmann::ordered_json::array();
    int differ = 0, notChecked = 0, parts = 0;
    bool allPass = true;
    const std::string heading =
        "Largest error of each part, relative where the recorded value is above 1; ids: how many differ\n";
    for (const std::string &file : options.fixtures) {
        ARD_ASSIGN(const VerifyReport report, verifyFixture(file, options.device));
        if (options.format == OutputFormat::Text && &file == &options.fixtures.front())
            ARD_TRY(printResult(heading));
        differ += report.count(Verdict::Differs);
        notChecked += report.count(Verdict::NotChecked);
        parts += static_cast<int>(report.parts.size());
        allPass = allPass && passed(report);
        if (options.format == OutputFormat::Text) {
            ARD_TRY(printResult(toText(report)));
            continue;
        }
        nlohmann::ordered_json json{
            {"file", report.file}, {"pass", passed(report)}, {"parts", nlohmann::ordered_json::array()}};
        for (const VerifiedPart &part : report.parts)
            json["parts"].push_back(toJson(part));
        reports.push_back(std::move(json));
    }
    if (options.format == OutputFormat::Json)
        ARD_TRY(printResult(jsonText(nlohmann::ordered_json{{"pass", allPass}, {"fixtures", reports}}) + "\n"));
    ARD_TRY(finishResult());
    if (allPass)
        return {};
    return fail(ErrorCode::Internal,
                fmt::format("{} of {} parts differ from the recorded outputs and {} could not be checked", differ,
                            parts, notChecked));
}

} // namespace

void addVerify(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<VerifyOptions>();
    auto *command = addEngineCommand(app, "verify");
    readsFile(command->add_option("fixtures", options->fixtures, "Files of reference outputs (.safetensors)"))
        ->required();
    command->add_option("--device", options->device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    addFormatOption(*command, options->format);
    command->footer(
        "Allowed are 1e-5 for one evaluation and for training losses, 1e-4 along a whole run, and no different id.\n"
        "Exit status 1 when a part differs or cannot be checked. Example:\n"
        "  ardiff verify tests/fixtures/ar_skip.safetensors tests/fixtures/uniform.safetensors");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
