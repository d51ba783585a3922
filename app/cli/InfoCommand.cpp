// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EngineCommands.h"
#include "ModelFolders.h"
#include "Output.h"
#include "Paths.h"
#include "base/Files.h"
#include "base/Fingerprint.h"
#include "base/Json.h"
#include "base/Safetensors.h"
#include "engine/Runtime.h"
#include "folder/ModelSummary.h"
#include <fmt/format.h>
#include <memory>

namespace ard::cli {

namespace {

using Json = nlohmann::ordered_json;

struct InfoOptions {
    std::string folder;
    OutputFormat format = OutputFormat::Text;
};

Json describeRuntime()
{
    const RuntimeInfo &runtime = initialiseRuntime();
    return {{"version", ARD_VERSION},       {"torch", runtime.torchVersion}, {"device", defaultDeviceName()},
            {"threads", runtime.threads},   {"blas", runtime.blas},          {"blas_file", runtime.blasFile},
            {"slow_blas", runtime.slowBlas}};
}

std::int64_t numbersIn(const Safetensors &weights)
{
    std::int64_t count = 0;
    for (const auto &[name, view] : weights.tensors())
        count += static_cast<std::int64_t>(view.bytes.size() / byteSize(view.type));
    return count;
}

/// Everything of model.json, and what the weights file really holds.
Result<Json> describeModel(const std::filesystem::path &folder)
{
    ARD_ASSIGN(const protocol::ModelSummary summary, readModelSummary(folder));
    ARD_ASSIGN(const std::string text, readText(folder / "model.json", 1u << 20));
    ARD_ASSIGN(const Safetensors weights, Safetensors::read(folder / "weights.safetensors"));
    ARD_ASSIGN(Json json, parseJsonObject<Json>(text, (folder / "model.json").string()));
    std::map<std::string, int> types;
    for (const auto &[name, view] : weights.tensors())
        ++types[typeName(view.type)];
    json["folder"] = folder.string();
    json["fingerprint"] = modelFingerprint(text, weights);
    json["parameters"] = numbersIn(weights);
    json["weights"] = {{"tensors", weights.tensors().size()},
                       {"types", types},
                       {"bytes", std::filesystem::file_size(folder / "weights.safetensors")}};
    return json;
}

/// "key value" lines; objects are indented below their key.
std::string toText(const Json &json, const std::string &indent = {})
{
    std::string text;
    for (const auto &[key, value] : json.items()) {
        if (value.is_object() && !value.empty())
            text += indent + key + "\n" + toText(value, indent + "  ");
        else
            text += fmt::format("{}{:<{}} {}\n", indent, key, 26 - indent.size(),
                                value.is_string() ? value.get<std::string>() : value.dump());
    }
    return text;
}

Status run(const InfoOptions &options)
{
    Json json = describeRuntime();
    if (!options.folder.empty()) {
        ARD_ASSIGN(json, describeModel(options.folder));
    }
    if (options.format == OutputFormat::Text && !options.folder.empty()) // hundreds of numbers are no text
        json["learned_timesteps"] = json.contains("learned_timesteps")
            ? fmt::format("of {} positions: see ardiff schedule --kind learned",
                          json["learned_timesteps"]["timesteps"].size())
            : std::string("none");
    ARD_TRY(printResult(options.format == OutputFormat::Json ? jsonText(json, 2) + "\n" : toText(json)));
    return finishResult();
}

} // namespace

void addInfo(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<InfoOptions>();
    auto *command = addEngineCommand(app, "info");
    readsFolder(takesModel(command->add_option("folder", options->folder, "Model folder")));
    addFormatOption(*command, options->format);
    command->footer("Examples:\n"
                    "  ardiff info models/e2e\n"
                    "  ardiff info --format json");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
