// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/folder/ModelFolder.h"

#include "base/Files.h"
#include "base/Guard.h"
#include "engine/folder/Fingerprint.h"
#include "protocol/ModelSummary.h"

namespace ard {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxModelJsonBytes = 1u << 20;

Result<ModelFolder> readChecked(const fs::path &folder,
                                const std::function<void(const std::string &, double)> &progress)
{
    const auto tell = [&](const char *stage) {
        if (progress)
            progress(stage, -1);
    };
    tell("reading model.json");
    ModelFolder model;
    ARD_ASSIGN(model.summary, readModelSummary(folder));
    const fs::path jsonPath = folder / "model.json", weightsPath = folder / "weights.safetensors";
    ARD_ASSIGN(const std::string text, readText(jsonPath, kMaxModelJsonBytes));
    model.description = nlohmann::json::parse(text, nullptr, false);
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
    model.summary.fingerprint = modelFingerprint(text, weights);
    model.summary.parameters = static_cast<double>(model.parameters.count());
    return model;
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
        return writeAtomically(folder / "model.json", modelJson.dump(2) + "\n");
    });
}

} // namespace ard
