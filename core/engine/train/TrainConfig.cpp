// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/TrainConfig.h"
#include "base/Json.h"
#include "trace/ClampMode.h"

#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numbers>
#include <set>
#include <utility>

namespace ard {
namespace {

using Json = nlohmann::json;

constexpr int kMaxConfigDepth = 32; ///< model.json holds the configuration, and may itself be nested 64 deep

/// One key of the file: read into, and written from, the same place.
struct Key {
    const char *name;
    std::function<std::string(const Json &)> read; ///< what the value must be; empty: it was taken
    std::function<Json()> write;
};

/// Whole, also where it is written as 1e4, and within the type: nlohmann::json would round and wrap.
template <class T>
bool isWhole(const Json &json)
{
    if (json.is_number_unsigned())
        return std::in_range<T>(json.get<std::uint64_t>());
    if (json.is_number_integer())
        return std::in_range<T>(json.get<std::int64_t>());
    const double number = json.is_number_float() ? json.get<double>() : 0.5;
    return std::abs(number) < 1e15 && std::trunc(number) == number &&
        std::in_range<T>(static_cast<std::int64_t>(number));
}

template <class T>
std::string take(const Json &json, T &value)
{
    if constexpr (std::is_integral_v<T>) {
        if (!isWhole<T>(json))
            return fmt::format("a whole number from {} to {}", std::numeric_limits<T>::min(),
                               std::numeric_limits<T>::max());
    } else if constexpr (std::is_floating_point_v<T>) {
        if (!json.is_number())
            return "a number";
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (!json.is_string())
            return "a text";
    }
    json.get_to(value);
    return {};
}

template <class T>
Key key(const char *name, T &value)
{
    return {name, [&value](const Json &json) { return take(json, value); }, [&value] { return Json(value); }};
}

std::vector<Key> keysOf(TrainConfig &config)
{
    return {key("embedding_scale", config.embeddingScale),
            key("pad_weight", config.padWeight),
            key("length_weight", config.lengthWeight),
            key("self_condition_share", config.selfConditionShare),
            key("unroll_share", config.unrollShare),
            key("unroll_jump", config.unrollJump),
            key("unroll_clamp", config.unrollClamp),
            key("batch", config.batch),
            key("accumulation", config.accumulation),
            key("label_smoothing", config.labelSmoothing),
            key("steps", config.steps),
            key("learning_rate", config.learningRate),
            key("warmup", config.warmup),
            key("decay", config.decay),
            key("decay_steps", config.decaySteps),
            key("final_learning_rate", config.finalLearningRate),
            key("weight_decay", config.weightDecay),
            key("beta1", config.beta1),
            key("beta2", config.beta2),
            key("epsilon", config.epsilon),
            key("gradient_norm", config.gradientNorm),
            key("ema", config.ema),
            key("seed", config.seed),
            key("full_length_share", config.fullLengthShare),
            key("precision", config.precision),
            key("checkpoint_minutes", config.checkpointMinutes),
            key("log_every", config.logEvery),
            key("card", config.card)};
}

std::vector<Key> keysOf(DrawConfig &draw)
{
    return {key("ar-diffusion", draw.arDiffusion),   key("uniform", draw.uniform),
            key("independent", draw.independent),    key("learned", draw.learned),
            key("learned_every", draw.learnedEvery), key("last_steps_share", draw.lastStepsShare),
            key("anchor_scale", draw.anchorScale),   key("loss_aware", draw.lossAware)};
}

Status readKeys(const Json &json, const std::vector<Key> &keys, std::set<std::string> others, const char *where)
{
    if (!json.is_object())
        return fail(ErrorCode::Format, fmt::format("{} is not a JSON object", where));
    for (const auto &[name, value] : json.items()) {
        const auto found =
            std::find_if(keys.begin(), keys.end(), [&name = name](const Key &k) { return name == k.name; });
        if (found == keys.end() && !others.count(name))
            return fail(ErrorCode::Format, fmt::format("{} has an unknown key \"{}\"", where, name));
        if (found == keys.end())
            continue;
        if (const std::string wanted = found->read(value); !wanted.empty())
            return fail(ErrorCode::Format,
                        fmt::format("\"{}\" in {} has the wrong type: it must be {}", name, where, wanted));
    }
    return {};
}

Status check(const TrainConfig &config)
{
    struct Range {
        const char *name;
        double value, minimum, maximum;
    };
    const DrawConfig &draw = config.draw;
    const Range ranges[] = {{"batch", double(config.batch), 1, 65536},
                            {"accumulation", double(config.accumulation), 1, 65536},
                            {"label_smoothing", config.labelSmoothing, 0, 0.9},
                            {"steps", double(config.steps), 1, kMaxTrainSteps},
                            {"learning_rate", config.learningRate, 0, 10},
                            {"warmup", double(config.warmup), 0, 1e9},
                            {"decay_steps", double(config.decaySteps), 0, 1e9},
                            {"final_learning_rate", config.finalLearningRate, 0, 1},
                            {"beta1", config.beta1, 0, 0.99999},
                            {"beta2", config.beta2, 0, 0.9999999},
                            {"epsilon", config.epsilon, 1e-12, 1},
                            {"weight_decay", config.weightDecay, 0, 1},
                            {"gradient_norm", config.gradientNorm, 0, 1e9},
                            {"ema", config.ema, 0, 0.9999999},
                            {"embedding_scale", config.embeddingScale, 1e-3, 100},
                            {"pad_weight", config.padWeight, 0, 100},
                            {"length_weight", config.lengthWeight, 0, 100},
                            {"self_condition_share", config.selfConditionShare, 0, 1},
                            {"unroll_share", config.unrollShare, 0, 1},
                            {"unroll_jump", config.unrollJump, 0, 1},
                            {"full_length_share", config.fullLengthShare, 0, 1},
                            {"checkpoint_minutes", config.checkpointMinutes, 0.01, 1e6},
                            {"log_every", double(config.logEvery), 1, 1e9},
                            {"draw.ar-diffusion", draw.arDiffusion, 0, 1e6},
                            {"draw.uniform", draw.uniform, 0, 1e6},
                            {"draw.independent", draw.independent, 0, 1e6},
                            {"draw.learned", draw.learned, 0, 1e6},
                            {"draw.learned_every", double(draw.learnedEvery), 1, 1e9},
                            {"draw.loss_aware", draw.lossAware, 0, 1},
                            {"draw.last_steps_share", draw.lastStepsShare, 0, 1}};
    for (const Range &range : ranges)
        if (!(range.value >= range.minimum && range.value <= range.maximum))
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("\"{}\" is {}, but must lie between {} and {}", range.name, range.value,
                                    range.minimum, range.maximum));
    if (!(draw.arDiffusion + draw.uniform + draw.independent + draw.learned > 0))
        return fail(ErrorCode::InvalidArgument, "the weights of \"draw\" are all zero");
    if (config.card.contains("default_clamp") &&
        !(config.card["default_clamp"].is_string() && clampNamed(config.card["default_clamp"].get<std::string>())))
        return fail(ErrorCode::InvalidArgument,
                    "the card's \"default_clamp\" must be none, nearest, expected or drawn");
    for (const auto &[value, allowed] :
         {std::pair{config.decay, std::set<std::string>{"cosine", "linear", "none"}},
          std::pair{config.unrollClamp, std::set<std::string>{"nearest", "expected", "drawn"}},
          std::pair{config.precision, std::set<std::string>{"auto", "float32", "bfloat16"}}})
        if (!allowed.count(value))
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("\"{}\" is none of {}", value, fmt::join(allowed, ", ")));
    return {};
}

} // namespace

Result<TrainConfig> trainConfigFromJson(const Json &json)
{
    TrainConfig config;
    ARD_TRY(readKeys(json, keysOf(config), {"architecture", "diffusion", "objective", "draw"},
                     "the training configuration"));
    if (json.contains("draw"))
        ARD_TRY(readKeys(json["draw"], keysOf(config.draw), {}, "\"draw\""));
    const Json objective = json.value("objective", Json("anchored"));
    if (objective != "anchored" && objective != "paper" && objective != "autoregressive")
        return fail(ErrorCode::InvalidArgument, "\"objective\" must be \"anchored\" or \"paper\"");
    ARD_ASSIGN(config.model, modelConfigFromJson(json));
    config.objective = objective == "paper" ? Objective::Paper : Objective::Anchored;
    if (config.model.autoregressive)
        config.objective = Objective::Autoregressive;
    else if (objective == "autoregressive")
        return fail(ErrorCode::InvalidArgument,
                    "the objective \"autoregressive\" needs the decoder \"autoregressive\"");
    ARD_TRY(check(config));
    return config;
}

namespace {

void fillIn(Json &json, const char *object, const char *key, int value)
{
    if (json.contains(object) && json[object].is_object() && !json[object].contains(key))
        json[object][key] = value;
}

} // namespace

const char *nameOf(Objective objective)
{
    return objective == Objective::Paper ? "paper" : objective == Objective::Anchored ? "anchored" : "autoregressive";
}

Result<TrainConfig> readTrainConfig(const std::filesystem::path &path, const PreparedInfo &data,
                                    const std::string &decoder)
{
    ARD_ASSIGN(Json json, readJsonObject(path, {.depth = kMaxConfigDepth, .comments = true}));
    if (!decoder.empty() && json["architecture"].is_object()) {
        json["architecture"]["decoder"] = decoder;
        json["architecture"].erase("self_condition");
        json["architecture"].erase("length_head"); // the twin writes PAD after a sentence
    }
    fillIn(json, "architecture", "vocabulary", data.vocabulary);
    fillIn(json, "diffusion", "pad_id", data.padId);
    fillIn(json, "diffusion", "length", data.maxTarget);
    fillIn(json, "architecture", "max_positions", std::max(data.maxSource, data.maxTarget));
    ARD_ASSIGN(const TrainConfig config, trainConfigFromJson(json));
    if (config.model.vocabulary != data.vocabulary || config.model.padId != data.padId)
        return fail(ErrorCode::InvalidArgument, "the configuration's vocabulary or PAD id is not the prepared data's");
    if (config.model.length < data.maxTarget || config.model.maxPositions < data.maxSource)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the prepared data has targets up to {} and sources up to {} tokens, more than the "
                                "configuration's \"length\" {} "
                                "and \"max_positions\" {}",
                                data.maxTarget, data.maxSource, config.model.length, config.model.maxPositions));
    return config;
}

Json trainConfigToJson(const TrainConfig &config)
{
    TrainConfig copy = config;
    Json json = modelConfigToJson(copy.model);
    for (const Key &k : keysOf(copy))
        json[k.name] = k.write();
    for (const Key &k : keysOf(copy.draw))
        json["draw"][k.name] = k.write();
    json["objective"] = nameOf(copy.objective);
    return json;
}

double learningRateAt(const TrainConfig &config, int64_t step)
{
    if (step < config.warmup)
        return config.learningRate * static_cast<double>(step + 1) / config.warmup;
    double progress = 0;
    if (config.decay == "cosine")
        progress = static_cast<double>(step - config.warmup) / std::max<double>(1, config.steps - config.warmup);
    else if (config.decay == "linear")
        progress = static_cast<double>(step - (config.steps - config.decaySteps)) / std::max(1, config.decaySteps);
    progress = std::clamp(progress, 0.0, 1.0);
    const double shape = config.decay == "cosine" ? 0.5 * (1 + std::cos(std::numbers::pi * progress)) : 1 - progress;
    return config.learningRate * (config.finalLearningRate + (1 - config.finalLearningRate) * shape);
}

} // namespace ard
