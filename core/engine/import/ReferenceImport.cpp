// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/ReferenceImport.h"
#include "base/Files.h"
#include "base/Guard.h"
#include "base/Json.h"
#include "base/Unicode.h"
#include "checkpoint/Checkpoint.h"
#include "engine/import/ReferencePresets.h"
#include "engine/import/ReferenceWeights.h"
#include "folder/ModelDescription.h"
#include "text/TokenizerFiles.h"
#include <algorithm>
#include <optional>

namespace ard {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int kMaxConfigDepth = 32; ///< model.json holds the configuration, and may itself be nested 64 deep

/// The error with the file's name before it.
tl::unexpected<Error> failIn(const fs::path &file, const Error &error)
{
    return fail(error.code, printable(file.string()) + ": " + error.message, error.detail);
}

/// The preset, or one without a name that holds the configuration file.
Result<ReferencePreset> chosenConfig(const ImportOptions &options)
{
    if (options.preset.empty() == options.config.empty())
        return fail(ErrorCode::InvalidArgument, "Say how the model is built: either --config FILE or --preset NAME");
    if (!options.preset.empty())
        return referencePreset(options.preset);
    ReferencePreset own;
    own.task = "imported from the reference implementation";
    ARD_ASSIGN(own.config, readJsonObject(options.config, {.depth = kMaxConfigDepth}));
    return own;
}

/// What the checkpoint and the vocabulary tell goes before what the configuration says.
Result<ModelConfig> networkOf(const ReferencePreset &preset, const StateDictSizes &sizes,
                              const TokenizerFiles *tokenizer, std::vector<std::string> &notes)
{
    Json json = preset.config;
    if (const auto said = json.find("vocab_size"); said != json.end() && *said != sizes.vocabulary)
        notes.push_back("the checkpoint has " + std::to_string(sizes.vocabulary) +
                        " words; vocab_size of the configuration is ignored, as the reference does");
    json["vocab_size"] = sizes.vocabulary;
    if (tokenizer)
        json["pad_value"] = tokenizer->tokenizer->padId();
    ARD_ASSIGN(ModelConfig config, modelConfigFromReference(json));
    config.encoderLayers = sizes.encoderLayers;
    config.decoderLayers = sizes.decoderLayers;
    return modelConfigFromJson(modelConfigToJson(config)); // once more, for the ranges of what was set here
}

Json trainingOf(const ReferencePreset &preset, const ImportOptions &options, std::int64_t steps)
{
    Json training = {{"imported_from", options.checkpoint.filename().string()}, {"configuration", preset.config}};
    const Json draw = preset.config.value("schedule_sampler", Json());
    const Json scale = preset.config.value("end_point_scale", Json());
    if (draw == "xy_uniform")
        training["timestep_schedules"] = {"ar-diffusion"};
    else if (draw == "uniform" || draw.is_null())
        training["timestep_schedules"] = {"uniform"};
    if (scale.is_number())
        training["anchor_scale"] = scale;
    if (steps >= 0)
        training["steps"] = steps;
    return training;
}

/// As asked for, or the folder's.
std::string nameOf(const ImportOptions &options)
{
    const fs::path folder = fs::absolute(options.out / "").lexically_normal().parent_path();
    const std::string name = printable(options.name.empty() ? folder.filename().string() : options.name);
    return name.empty() ? "imported" : name;
}

Json describe(const ReferencePreset &preset, const ImportOptions &options, const ModelConfig &config,
              const ImportReport &report, const TokenizerFiles *tokenizer)
{
    ModelDescription description;
    description.name = nameOf(options);
    description.task = preset.task;
    description.languages = preset.languages;
    description.licence = "not stated: ask whoever trained the checkpoint";
    description.credit = "imported from a checkpoint of the reference implementation of AR-Diffusion (Wu et al. 2023)";
    description.hint = preset.hint;
    description.examples = preset.examples;
    description.tokenizer = tokenizer ? tokenizerJson(*tokenizer) : Json{{"kind", "none"}};
    description.training = trainingOf(preset, options, report.steps);
    return describeModel(description, modelConfigToJson(config), report.parameters);
}

/// What a replaced model leaves behind and would be taken for the new one's.
void removeOldFiles(const fs::path &folder, const TokenizerFiles *tokenizer)
{
    std::error_code ignored;
    for (const char *name : {"tokenizer.model", "vocab.txt", "vocab.json", "merges.txt", "README.md"})
        if (!tokenizer || tokenizer->files.count(name) == 0)
            fs::remove(folder / name, ignored);
}

Status write(const fs::path &folder, const Json &modelJson, const ReferenceWeights &weights,
             const TokenizerFiles *tokenizer)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::Io, "cannot make the folder " + folder.string() + ": " + error.message());
    const bool replaced = fs::exists(folder / "model.json", error);
    if (tokenizer)
        for (const auto &[name, content] : tokenizer->files)
            ARD_TRY(writeAtomically(folder / name, std::string_view(content)));
    ARD_TRY(writeSafetensors(folder / "weights.safetensors", weights.tensors, {{"format", "ardiff-weights-1"}}));
    ARD_TRY(writeAtomically(folder / "model.json", jsonText(modelJson, 2) + "\n"));
    if (replaced)
        removeOldFiles(folder, tokenizer);
    return {};
}

Result<std::optional<TokenizerFiles>> readVocabulary(const ImportOptions &options, int words)
{
    if (options.vocabulary.empty()) {
        if (!options.merges.empty())
            return fail(ErrorCode::InvalidArgument, "--merges needs the vocab.json that it belongs to (--vocab)");
        return std::nullopt;
    }
    ARD_ASSIGN(TokenizerFiles files, readTokenizerFiles(options.vocabulary, options.merges, true));
    if (files.tokenizer->size() != words)
        return fail(ErrorCode::Format,
                    options.vocabulary.string() + " has " + std::to_string(files.tokenizer->size()) +
                        " pieces, but the checkpoint has " + std::to_string(words) +
                        " words: it is not this model's vocabulary");
    return files;
}

/// Data parallel training puts "module." before the name of every weight, once a wrapper.
StateDict withoutWrapper(StateDict state)
{
    const std::string prefix = "module.";
    const auto isWrapped = [&](const auto &item) { return item.first.starts_with(prefix); };
    while (!state.empty() && std::all_of(state.begin(), state.end(), isWrapped)) {
        StateDict inner;
        for (auto &[name, tensor] : state)
            inner.emplace(name.substr(prefix.size()), std::move(tensor));
        state = std::move(inner);
    }
    return state;
}

Status checkFolder(const ImportOptions &options)
{
    std::error_code error;
    if (!options.replace && fs::exists(options.out / "model.json", error))
        return fail(ErrorCode::InvalidArgument,
                    "\"" + printable(options.out.string()) +
                        "\" holds a model already: give --force to replace it, or another --out");
    return {};
}

Result<ImportReport> importChecked(const ImportOptions &options)
{
    ARD_TRY(checkFolder(options));
    ARD_ASSIGN(const ReferencePreset preset, chosenConfig(options));
    ARD_ASSIGN(const Checkpoint checkpoint, Checkpoint::read(options.checkpoint));
    ARD_ASSIGN(StateDict wrapped, checkpoint.tensors());
    StateDict state = withoutWrapper(std::move(wrapped));
    const auto sizes = sizesOf(state);
    if (!sizes)
        return failIn(options.checkpoint, sizes.error());
    ARD_ASSIGN(const auto vocabulary, readVocabulary(options, sizes->vocabulary));
    const TokenizerFiles *tokenizer = vocabulary ? &*vocabulary : nullptr;

    ImportReport report;
    const auto config = networkOf(preset, *sizes, tokenizer, report.notes);
    if (!config)
        return failIn(options.config.empty() ? fs::path(options.preset) : options.config, config.error());
    const auto weights = referenceWeights(std::move(state), *config);
    if (!weights)
        return failIn(options.checkpoint, weights.error());

    report.folder = options.out;
    report.parameters = weights->numbers;
    report.steps = checkpoint.number("offset").value_or(-1);
    report.vocabulary = sizes->vocabulary;
    report.encoderLayers = sizes->encoderLayers;
    report.decoderLayers = sizes->decoderLayers;
    report.tokenizer = tokenizer ? tokenizer->kind : "none";
    report.notes.insert(report.notes.end(), weights->notes.begin(), weights->notes.end());
    if (!tokenizer)
        report.notes.push_back("without --vocab the model can be inspected, but it cannot read or write text");
    ARD_TRY(write(options.out, describe(preset, options, *config, report, tokenizer), *weights, tokenizer));
    return report;
}

} // namespace

Result<ImportReport> importReferenceCheckpoint(const ImportOptions &options)
{
    return guarded("importing " + printable(options.checkpoint.string()), [&] { return importChecked(options); });
}

} // namespace ard
