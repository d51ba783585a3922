// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/folder/ModelFolder.h"

#include "base/Files.h"
#include "base/Fingerprint.h"
#include "base/Guard.h"
#include "base/Json.h"
#include "folder/ModelSummary.h"

namespace ard {
namespace {

namespace fs = std::filesystem;

Result<ModelFolder> readChecked(const fs::path &folder,
                                const std::function<void(const std::string &, double)> &progress)
{
    const auto tell = [&](const char *phrase) {
        if (progress)
            progress(phrase, -1);
    };
    tell("reading model.json");
    ModelFolder model;
    const fs::path jsonPath = folder / "model.json", weightsPath = folder / "weights.safetensors";
    ARD_ASSIGN(ModelJson json, readModelJson(folder));
    ARD_ASSIGN(model.summary, summaryOf(json.object, jsonPath.string()));
    model.summary.folder = folder.string();
    model.description = std::move(json.object);
    auto config = modelConfigFromJson(model.description);
    if (!config)
        return fail(config.error().code, jsonPath.string() + ": " + config.error().message, config.error().detail);
    model.config = std::move(*config);
    tell("reading weights");
    ARD_ASSIGN(const Safetensors weights, Safetensors::read(weightsPath));
    auto parameters = readParameters(weights, model.config);
    if (!parameters)
        return fail(parameters.error().code, weightsPath.string() + ": " + parameters.error().message,
                    parameters.error().detail);
    model.parameters = std::move(*parameters);
    model.summary.fingerprint = modelFingerprint(json.text, weights);
    model.summary.parameters = static_cast<double>(model.parameters.count());
    return model;
}

/// With every list of numbers on one line: a learned timestep schedule has as many rows as there are positions. Texts are left as they
/// are, since a line end in them is written as backslash and n.
std::string readableJson(const nlohmann::json &json)
{
    const std::string text = jsonText(json, 2);
    std::string readable;
    for (std::size_t i = 0; i < text.size(); ++i) {
        readable += text[i];
        if (text.compare(i, 2, "[\n") != 0)
            continue;
        const std::size_t end = text.find_first_not_of("0123456789+-.eE, \n", i + 1);
        if (end == text.npos || text[end] != ']')
            continue;
        for (++i; i < end; ++i)
            if (text[i] != ' ' && text[i] != '\n')
                readable += text[i] == ',' ? std::string(", ") : std::string(1, text[i]);
        --i; // the bracket comes next
    }
    return readable;
}

} // namespace

Result<ModelFolder> readModelFolder(const fs::path &folder,
                                    const std::function<void(const std::string &, double)> &progress)
{
    return guarded("reading the model in " + folder.string(), [&] { return readChecked(folder, progress); });
}

Status writeModelFolder(const fs::path &folder, const nlohmann::json &modelJson, const Parameters &parameters,
                        WeightPrecision precision, const std::optional<fs::path> &tokenizerFile)
{
    return guarded("writing the model to " + folder.string(), [&]() -> Status {
        std::error_code error;
        fs::create_directories(folder, error);
        if (error)
            return fail(ErrorCode::Io, "cannot make the folder " + folder.string() + ": " + error.message());
        if (tokenizerFile) {
            ARD_ASSIGN(const std::vector<std::uint8_t> bytes, readBytes(*tokenizerFile));
            ARD_TRY(writeAtomically(folder / "tokenizer.model", bytes));
        }
        ARD_TRY(writeParameters(folder / "weights.safetensors", parameters, precision));
        return writeAtomically(folder / "model.json", readableJson(modelJson) + "\n");
    });
}

} // namespace ard
