// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/ModelConfig.h"

#include "diffusion/NoiseSchedule.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>

namespace ard {
namespace {

using Json = nlohmann::json;

/// Reads keys of one object; remembers the first thing that is wrong.
class Fields {
public:
    explicit Fields(const Json &object) : m_object(object) { }

    template <class T>
    void read(const char *key, T &value, bool required = false)
    {
        const auto found = m_object.find(key);
        if (found == m_object.end() || found->is_null()) {
            if (required)
                complain(fmt::format("the model configuration has no \"{}\"", key));
            return;
        }
        bool good = found->is_string();
        if constexpr (std::is_same_v<T, bool>)
            good = found->is_boolean();
        else if constexpr (std::is_arithmetic_v<T>)
            good = std::is_integral_v<T> ? found->is_number_integer() : found->is_number();
        if (!good)
            return complain(fmt::format("\"{}\" in the model configuration has the wrong type", key));
        if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
            const auto wide = found->template get<std::int64_t>();
            if (wide < 0 || wide > 1'000'000'000)
                return complain(fmt::format("\"{}\" in the model configuration is out of range", key));
        }
        value = found->template get<T>();
    }

    void complain(std::string message)
    {
        if (m_problem.empty())
            m_problem = std::move(message);
    }
    const std::string &problem() const { return m_problem; }

private:
    const Json &m_object;
    std::string m_problem;
};

struct Range {
    const char *name;
    double value, minimum, maximum;
};

Result<ModelConfig> checked(ModelConfig config)
{
    const Range ranges[] = {
        {"vocabulary", double(config.vocabulary), 2, 1'000'000},
        {"embedding width", double(config.embeddingWidth), 1, 8192},
        {"width", double(config.width), 1, 8192},
        {"heads", double(config.heads), 1, 256},
        {"encoder layers", double(config.encoderLayers), 0, 100},
        {"decoder layers", double(config.decoderLayers), 1, 100},
        {"encoder feed-forward width", double(config.encoderFeedForward), 1, 65536},
        {"decoder feed-forward width", double(config.decoderFeedForward), 1, 65536},
        {"time channels", double(config.timeChannels), 2, 8192},
        {"longest position", double(config.maxPositions), 1, 65536},
        {"length", double(config.length), 1, double(config.maxPositions)},
        {"PAD id", double(config.padId), 0, double(config.vocabulary - 1)},
        {"diffusion steps", double(config.diffusionSteps), 2, 100'000},
        {"dropout", config.dropout, 0, 0.95},
        {"attention dropout", config.attentionDropout, 0, 0.95},
    };
    for (const Range &range : ranges)
        if (!(range.value >= range.minimum && range.value <= range.maximum))
            return fail(ErrorCode::Format,
                        fmt::format("the model configuration's {} is {}, but must lie between {} and {}", range.name,
                                    range.value, range.minimum, range.maximum));
    if (const auto noise = makeNoiseSchedule(config.noiseSchedule, config.diffusionSteps); !noise)
        return fail(ErrorCode::Format, "in the model configuration: " + noise.error().message);
    if (config.width % config.heads != 0)
        return fail(ErrorCode::Format,
                    fmt::format("the model's width {} is not a multiple of its {} heads", config.width, config.heads));
    return config;
}

constexpr std::pair<LengthHead, const char *> kLengthHeads[] = {
    {LengthHead::None, "none"}, {LengthHead::TokenEmbed, "token_embed"}, {LengthHead::MeanPool, "mean_pool"}};

/// nullopt: no length head has this name.
std::optional<LengthHead> lengthHeadNamed(const std::string &name)
{
    for (const auto &[head, known] : kLengthHeads)
        if (name == known)
            return head;
    return std::nullopt;
}

const char *nameOf(LengthHead wanted)
{
    for (const auto &[head, name] : kLengthHeads)
        if (head == wanted)
            return name;
    return "";
}

void readLengthHead(Fields &architecture, ModelConfig &config)
{
    std::string name = nameOf(config.lengthHead);
    architecture.read("length_head", name);
    const auto head = lengthHeadNamed(name);
    if (!head)
        return architecture.complain(
            "\"length_head\" in the model configuration must be \"none\", \"token_embed\" or \"mean_pool\"");
    config.lengthHead = *head;
    if (config.autoregressive && config.lengthHead != LengthHead::None)
        architecture.complain(
            "an autoregressive decoder writes the end of a sentence itself: leave \"length_head\" out");
}

const Json &objectAt(const Json &json, const char *key)
{
    static const Json empty = Json::object();
    const auto found = json.is_object() ? json.find(key) : json.end();
    return found != json.end() && found->is_object() ? *found : empty;
}

} // namespace

Result<ModelConfig> modelConfigFromJson(const Json &json)
{
    ModelConfig config;
    Fields architecture(objectAt(json, "architecture"));
    architecture.read("vocabulary", config.vocabulary, true);
    architecture.read("embedding_width", config.embeddingWidth, true);
    architecture.read("width", config.width, true);
    architecture.read("heads", config.heads, true);
    architecture.read("encoder_layers", config.encoderLayers, true);
    architecture.read("decoder_layers", config.decoderLayers, true);
    config.encoderFeedForward = 4 * std::min(config.width, 100'000);
    config.decoderFeedForward = config.encoderFeedForward;
    architecture.read("encoder_feed_forward", config.encoderFeedForward);
    architecture.read("decoder_feed_forward", config.decoderFeedForward);
    config.timeChannels = config.embeddingWidth;
    architecture.read("time_channels", config.timeChannels);
    architecture.read("max_positions", config.maxPositions, true);
    architecture.read("time_attention", config.timeAttention);
    architecture.read("self_condition", config.selfCondition);
    std::string decoder = "diffusion";
    architecture.read("decoder", decoder);
    config.autoregressive = decoder == "autoregressive";
    if (!config.autoregressive && decoder != "diffusion")
        architecture.complain("\"decoder\" in the model configuration must be \"diffusion\" or \"autoregressive\"");
    if (config.autoregressive && config.selfCondition)
        architecture.complain("an autoregressive decoder has no self-conditioning: leave \"self_condition\" out");
    readLengthHead(architecture, config);
    architecture.read("head_transform", config.headTransform);
    architecture.read("scale_embedding", config.scaleEmbedding);
    architecture.read("dropout", config.dropout);
    architecture.read("attention_dropout", config.attentionDropout);
    architecture.read("encoder_norm_eps", config.encoderNormEps);
    architecture.read("decoder_norm_eps", config.decoderNormEps);
    Fields diffusion(objectAt(json, "diffusion"));
    diffusion.read("length", config.length, true);
    diffusion.read("pad_id", config.padId);
    diffusion.read("diffusion_steps", config.diffusionSteps, true);
    diffusion.read("noise_schedule", config.noiseSchedule);
    diffusion.read("rescale_timesteps", config.rescaleTimesteps);
    for (const Fields *fields : {&architecture, &diffusion})
        if (!fields->problem().empty())
            return fail(ErrorCode::Format, fields->problem());
    return checked(std::move(config));
}

Json modelConfigToJson(const ModelConfig &config)
{
    Json json{{"architecture",
               {{"vocabulary", config.vocabulary},
                {"embedding_width", config.embeddingWidth},
                {"width", config.width},
                {"heads", config.heads},
                {"encoder_layers", config.encoderLayers},
                {"decoder_layers", config.decoderLayers},
                {"encoder_feed_forward", config.encoderFeedForward},
                {"decoder_feed_forward", config.decoderFeedForward},
                {"time_channels", config.timeChannels},
                {"max_positions", config.maxPositions},
                {"time_attention", config.timeAttention},
                {"self_condition", config.selfCondition},
                {"scale_embedding", config.scaleEmbedding},
                {"dropout", config.dropout},
                {"attention_dropout", config.attentionDropout},
                {"encoder_norm_eps", config.encoderNormEps},
                {"decoder_norm_eps", config.decoderNormEps}}},
              {"diffusion",
               {{"length", config.length},
                {"pad_id", config.padId},
                {"diffusion_steps", config.diffusionSteps},
                {"noise_schedule", config.noiseSchedule},
                {"rescale_timesteps", config.rescaleTimesteps}}}};
    if (config.autoregressive)
        json["architecture"]["decoder"] = "autoregressive";
    if (config.lengthHead != LengthHead::None)
        json["architecture"]["length_head"] = nameOf(config.lengthHead);
    if (config.headTransform)
        json["architecture"]["head_transform"] = true;
    return json;
}

Result<ModelConfig> modelConfigFromReference(const Json &json)
{
    if (!json.is_object())
        return fail(ErrorCode::Format, "the reference configuration is not a JSON object");
    ModelConfig config;
    int outChannels = 0, intermediate = 0;
    bool lengthHead = false;
    std::string attention = "txl", lengthStrategy;
    Fields fields(json);
    fields.read("in_channels", config.embeddingWidth, true);
    outChannels = config.embeddingWidth;
    fields.read("out_channels", outChannels);
    fields.read("time_channels", config.timeChannels, true);
    fields.read("diffusion_steps", config.diffusionSteps, true);
    fields.read("tgt_len", config.length, true);
    fields.read("max_pos_len", config.maxPositions, true);
    fields.read("intermediate_size", intermediate, true);
    fields.read("num_attention_heads", config.heads, true);
    fields.read("vocab_size", config.vocabulary, true);
    fields.read("dropout", config.dropout);
    fields.read("att_dropout", config.attentionDropout);
    fields.read("att_strategy", attention);
    fields.read("time_att", config.timeAttention);
    fields.read("self_condition", config.selfCondition);
    fields.read("scale_embedding", config.scaleEmbedding);
    fields.read("pred_len", lengthHead);
    fields.read("pred_len_strategy", lengthStrategy);
    fields.read("predict_x_start", config.headTransform);
    fields.read("pad_value", config.padId);
    fields.read("rescale_timesteps", config.rescaleTimesteps);
    fields.read("noise_schedule", config.noiseSchedule);
    config.width = intermediate / 4;
    config.encoderFeedForward = intermediate;
    config.decoderFeedForward = config.width * 4;
    if (!fields.problem().empty())
        return fail(ErrorCode::Format, fields.problem());
    if (outChannels != config.embeddingWidth)
        return fail(ErrorCode::Unsupported,
                    "reference models whose out_channels differ from in_channels are not supported");
    if (config.timeAttention && attention != "txl")
        return fail(ErrorCode::Unsupported,
                    fmt::format("the reference's att_strategy \"{}\" is not supported, only \"txl\"", attention));
    if (lengthHead) {
        const auto head = lengthHeadNamed(lengthStrategy);
        if (!head || *head == LengthHead::None)
            return fail(ErrorCode::Format,
                        "a reference model with pred_len needs a pred_len_strategy: token_embed or mean_pool");
        config.lengthHead = *head;
    }
    return checked(std::move(config));
}

} // namespace ard
