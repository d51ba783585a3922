// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "Output.h"
#include "Paths.h"
#include "base/Json.h"
#include "engine/import/ReferenceImport.h"
#include "engine/import/ReferencePresets.h"
#include <fmt/format.h>
#include <memory>

namespace ard::cli {

namespace {

struct ImportArguments {
    ImportOptions options;
    OutputFormat format = OutputFormat::Text;
};

std::string toText(const ImportReport &report)
{
    std::string text =
        fmt::format("{}: {:.1f} million parameters, {} encoder and {} decoder layers, {} words (tokenizer: {})",
                    report.folder.string(), static_cast<double>(report.parameters) / 1e6, report.encoderLayers,
                    report.decoderLayers, report.vocabulary, report.tokenizer);
    text += report.steps >= 0 ? fmt::format(", trained for {} steps\n", report.steps) : "\n";
    for (const std::string &note : report.notes)
        text += "note: " + note + "\n";
    return text;
}

std::string toJson(const ImportReport &report)
{
    nlohmann::ordered_json json = {{"folder", report.folder.string()},       {"parameters", report.parameters},
                                   {"encoder_layers", report.encoderLayers}, {"decoder_layers", report.decoderLayers},
                                   {"vocabulary", report.vocabulary},        {"tokenizer", report.tokenizer}};
    if (report.steps >= 0)
        json["steps"] = report.steps;
    json["notes"] = report.notes;
    return jsonText(json, 2) + "\n";
}

Status run(const ImportArguments &arguments)
{
    ARD_ASSIGN(const ImportReport report, importReferenceCheckpoint(arguments.options));
    ARD_TRY(printResult(arguments.format == OutputFormat::Json ? toJson(report) : toText(report)));
    return finishResult();
}

std::vector<std::string> presetNames()
{
    std::vector<std::string> names;
    for (const ReferencePreset &preset : referencePresets())
        names.push_back(preset.name);
    return names;
}

} // namespace

void addImport(CLI::App &app, Action &action)
{
    const auto arguments = std::make_shared<ImportArguments>();
    ImportOptions &options = arguments->options;
    CLI::App *command =
        app.add_subcommand("import", "Make a model folder from a checkpoint of the reference implementation");
    readsFile(command->add_option("checkpoint", options.checkpoint,
                                  "model_checkpoint-N or ema_R_checkpoint-N; nothing in it is run"))
        ->required();
    CLI::Option *config =
        readsFile(command->add_option("--config", options.config, "JSON with the reference's configuration keys"));
    command->add_option("--preset", options.preset, "Configuration of one of the paper's tasks, instead of --config")
        ->check(CLI::IsMember(presetNames()))
        ->excludes(config);
    readsFile(command->add_option("--vocab", options.vocabulary,
                                  "vocab.txt (WordPiece), vocab.json (byte-level BPE) or a SentencePiece model"));
    readsFile(
        command->add_option("--merges", options.merges, "merges.txt of a vocab.json, where it does not lie beside it"));
    command->add_option("--name", options.name, "Name of the model (default: the folder's)");
    writesFolder(command->add_option("--out", options.out, "Model folder to write"))->required();
    command->add_flag("--force", options.replace, "Replace the model that is in --out, all its files included");
    addFormatOption(*command, arguments->format);
    command->footer("Examples:\n"
                    "  ardiff import ema_0.9999_checkpoint-80000 --preset xsum --vocab vocab.txt --out models/xsum\n"
                    "  ardiff import model_checkpoint-230000 --preset iwslt14 --vocab vocab.json --out models/iwslt14\n"
                    "  ardiff import model_checkpoint-7 --config config.json --out models/mine");
    command->callback([arguments, &action] { action = [arguments] { return run(*arguments); }; });
}

} // namespace ard::cli
