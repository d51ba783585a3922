// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "folder/ModelSummary.h"
#include "base/Files.h"
#include "base/Json.h"
#include "diffusion/LearnedTimesteps.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace ard {

namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMaxModelJsonBytes = 1u << 20;
constexpr double kMaxEmbeddingWidth = 1 << 20; ///< beyond it it is not known here; the engine says what is wrong

const Json *find(const Json &object, const char *key)
{
    if (!object.is_object())
        return nullptr;
    const auto it = object.find(key);
    return it == object.end() ? nullptr : &*it;
}

std::string textOr(const Json &object, const char *key, std::string fallback = {})
{
    const Json *value = find(object, key);
    return value && value->is_string() ? value->get<std::string>() : std::move(fallback);
}

double numberOr(const Json &object, const char *key, double fallback)
{
    const Json *value = find(object, key);
    return value && value->is_number() ? value->get<double>() : fallback;
}

std::vector<std::string> textsOf(const Json &object, const char *key)
{
    std::vector<std::string> texts;
    if (const Json *value = find(object, key); value && value->is_array())
        for (const Json &item : *value)
            if (item.is_string())
                texts.push_back(item.get<std::string>());
    return texts;
}

Result<int> wholeNumber(const Json &object, const char *section, const char *key, int minimum, int maximum,
                        const std::string &name)
{
    const double number = numberOr(object, key, std::nan(""));
    if (!(number >= minimum && number <= maximum) || number != std::floor(number))
        return fail(ErrorCode::Format,
                    name + ": " + section + "." + key + " must be a whole number from " + std::to_string(minimum) +
                        " to " + std::to_string(maximum));
    return static_cast<int>(number);
}

/// Shape and types first, then what the numbers say.
Result<std::shared_ptr<const ScheduleTable>> learnedTimesteps(const Json &json, const protocol::ModelSummary &model,
                                                              const std::string &name)
{
    const Json *learned = find(json, "learned_timesteps");
    if (!learned)
        return nullptr;
    ARD_ASSIGN(const int levels, wholeNumber(*learned, "learned_timesteps", "levels", 1, kMaxLearnedLevels, name));
    const Json *rows = find(*learned, "timesteps");
    const auto isRow = [&](const Json &row) {
        return row.is_array() && row.size() == static_cast<std::size_t>(levels) + 1 &&
            std::all_of(row.begin(), row.end(), [&](const Json &value) {
                   return value.is_number_integer() && value >= 0 && value < model.diffusionSteps;
               });
    };
    if (!rows || !rows->is_array() || rows->size() != static_cast<std::size_t>(model.length) ||
        !std::all_of(rows->begin(), rows->end(), isRow))
        return fail(ErrorCode::Format,
                    name + ": learned_timesteps.timesteps must be " + std::to_string(model.length) + " rows of " +
                        std::to_string(levels + 1) + " timesteps, whole numbers from 0 to " +
                        std::to_string(model.diffusionSteps - 1));
    auto knots = std::make_shared<const ScheduleTable>(rows->get<ScheduleTable>());
    if (const Status checked = checkLearnedTimesteps(*knots, model.diffusionSteps); !checked)
        return fail(ErrorCode::Format, name + ": " + checked.error().message);
    return knots;
}

} // namespace

Result<protocol::ModelSummary> parseModelSummary(std::string_view text, const std::string &name)
{
    ARD_ASSIGN(const Json json, parseJsonObject(text, name, {.bytes = kMaxModelJsonBytes}));
    return summaryOf(json, name);
}

Result<protocol::ModelSummary> summaryOf(const Json &json, const std::string &name)
{
    const double format = numberOr(json, "format", 0);
    if (format > kModelFormat)
        return fail(ErrorCode::Unsupported, name + " was written by a newer version of this program");
    if (format != kModelFormat)
        return fail(ErrorCode::Format, name + " does not describe a model: \"format\" is missing or unknown");

    protocol::ModelSummary summary;
    summary.name = textOr(json, "name");
    if (summary.name.empty())
        return fail(ErrorCode::Format, name + " gives the model no name");
    summary.task = textOr(json, "task");
    summary.languages = textOr(json, "languages");
    summary.licence = textOr(json, "licence");
    summary.hint = textOr(json, "hint");
    summary.examples = textsOf(json, "examples");
    summary.parameters = numberOr(json, "parameters", 0);

    const Json empty = Json::object();
    const Json *architecture = find(json, "architecture");
    const Json *diffusion = find(json, "diffusion");
    const Json *training = find(json, "training");
    ARD_ASSIGN(summary.vocabulary,
               wholeNumber(architecture ? *architecture : empty, "architecture", "vocabulary", 2, 10'000'000, name));
    ARD_ASSIGN(summary.length, wholeNumber(diffusion ? *diffusion : empty, "diffusion", "length", 1, kMaxLength, name));
    ARD_ASSIGN(summary.diffusionSteps,
               wholeNumber(diffusion ? *diffusion : empty, "diffusion", "diffusion_steps", kMinDiffusionSteps,
                           kMaxDiffusionSteps, name));
    const double width = numberOr(architecture ? *architecture : empty, "embedding_width", 0);
    if (width >= 1 && width <= kMaxEmbeddingWidth)
        summary.embeddingWidth = static_cast<int>(width);
    const std::string lengthHead = textOr(architecture ? *architecture : empty, "length_head", "none");
    summary.lengthHead = lengthHead == "token_embed" || lengthHead == "mean_pool";
    if (training) {
        summary.trainedSchedules = textsOf(*training, "timestep_schedules");
        const double scale = numberOr(*training, "anchor_scale", summary.trainedAnchorScale);
        if (std::isfinite(scale) && scale > 1)
            summary.trainedAnchorScale = scale;
    }
    const double steps = numberOr(json, "default_sampling_steps", summary.defaultSamplingSteps);
    summary.defaultSamplingSteps =
        static_cast<int>(std::clamp(steps, 1.0, static_cast<double>(summary.diffusionSteps)));
    if (find(json, "default_clamp")) {
        const std::optional<ClampMode> clamp = clampNamed(textOr(json, "default_clamp"));
        if (!clamp)
            return fail(ErrorCode::Format, name + ": default_clamp must be none, nearest, expected or drawn");
        summary.defaultClamp = *clamp;
    }
    ARD_ASSIGN(summary.learnedTimesteps, learnedTimesteps(json, summary, name));
    return summary;
}

Result<ModelJson> readModelJson(const std::filesystem::path &modelFolder)
{
    const std::filesystem::path path = modelFolder / "model.json";
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return fail(ErrorCode::NotFound, modelFolder.string() + " is not a model folder: it has no model.json");
    ModelJson json;
    ARD_ASSIGN(json.text, readText(path, kMaxModelJsonBytes));
    ARD_ASSIGN(json.object, parseJsonObject(json.text, path.string(), {.bytes = kMaxModelJsonBytes}));
    return json;
}

Result<protocol::ModelSummary> readModelSummary(const std::filesystem::path &modelFolder)
{
    ARD_ASSIGN(const ModelJson json, readModelJson(modelFolder));
    ARD_ASSIGN(protocol::ModelSummary summary, summaryOf(json.object, (modelFolder / "model.json").string()));
    summary.folder = modelFolder.string();
    return summary;
}

std::vector<protocol::ModelSummary> findModels(const std::vector<std::string> &folders,
                                               std::vector<std::string> *problems)
{
    namespace fs = std::filesystem;
    std::vector<protocol::ModelSummary> models;
    std::set<std::string> seen;
    const auto consider = [&](const fs::path &folder) {
        std::error_code error;
        if (!fs::exists(folder / "model.json", error))
            return false;
        const fs::path canonical = fs::weakly_canonical(folder, error);
        if (!seen.insert((error ? folder : canonical).string()).second)
            return true;
        if (auto summary = readModelSummary(folder))
            models.push_back(std::move(*summary));
        else if (problems)
            problems->push_back(summary.error().message);
        return true;
    };
    for (const std::string &folder : folders) {
        if (folder.empty() || consider(folder))
            continue;
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            if (std::error_code ignored; it->is_directory(ignored))
                consider(it->path());
    }
    std::sort(models.begin(), models.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return models;
}

} // namespace ard
