// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/MessageJson.h"
#include "diffusion/LearnedTimesteps.h"
#include "protocol/Codec.h"
#include "protocol/MessageFields.h"
#include <algorithm>

namespace ard::protocol {

namespace {

constexpr double kMaxParameters = 1e15;

/// A number that is no less true at the end of its range.
template <class F>
void clampedNumber(F &f, const char *key, FieldsOf<F, double> value, double low, double high)
{
    double number = F::reads ? value : std::clamp<double>(value, low, high);
    f.number(key, number, low, high);
    if constexpr (F::reads)
        value = number;
}

template <class Message>
constexpr bool isMarked = requires
{
    Message::mark;
};

/// Where two messages share a type, the one with a mark is meant where the mark is there.
template <class Message, bool Marked>
bool isMeant(const std::string &type, const FieldReader &fields)
{
    if constexpr (isMarked<Message> != Marked)
        return false;
    else if constexpr (Marked)
        return type == Message::type && fields.has(Message::mark);
    else
        return type == Message::type;
}

template <bool Marked, std::size_t... Index>
std::optional<Body> readOneOf(const std::string &type, const FieldReader &reader, std::index_sequence<Index...>)
{
    std::optional<Body> body;
    const auto tryOne = [&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
        using Message = std::variant_alternative_t<I, Body>;
        if (!isMeant<Message, Marked>(type, reader))
            return false;
        body.emplace(readFields<Message>(reader));
        return true;
    };
    (void)(tryOne(std::integral_constant<std::size_t, Index>()) || ...);
    return body;
}

} // namespace

template <class F>
void fields(F &f, FieldsOf<F, ModelSummary> model)
{
    f.text("folder", model.folder, kMaxNameBytes);
    f.text("name", model.name, kMaxTextBytes);
    f.text("task", model.task, kMaxTextBytes);
    f.text("languages", model.languages, kMaxTextBytes);
    f.text("licence", model.licence, kMaxTextBytes);
    f.text("hint", model.hint, kMaxTextBytes);
    f.texts("examples", model.examples, kMaxList, kMaxTextBytes);
    f.integer("length", model.length, 1, kMaxLength);
    f.boolean("length_head", model.lengthHead, Presence::Optional);
    f.integer("diffusion_steps", model.diffusionSteps, kMinDiffusionSteps, kMaxDiffusionSteps);
    f.integer("vocabulary", model.vocabulary, 1, INT32_MAX);
    clampedNumber<F>(f, "parameters", model.parameters, 0, kMaxParameters);
    f.texts("trained_schedules", model.trainedSchedules, kMaxList, kMaxNameBytes);
    clampedNumber<F>(f, "trained_anchor_scale", model.trainedAnchorScale, 0, kMaxAnchorScale);
    f.integer("default_sampling_steps", model.defaultSamplingSteps, 1, kMaxSamplingSteps);
    f.choice("default_clamp", model.defaultClamp, clampName, clampNamed, "none, nearest, expected or drawn",
             Presence::Optional);
    f.text("fingerprint", model.fingerprint, kMaxNameBytes);
    if (f.has("embedding_width", model.embeddingWidth > 0))
        f.integer("embedding_width", model.embeddingWidth, 1, INT32_MAX);
    if (!f.has("learned_timesteps", model.learnedTimesteps != nullptr))
        return;
    f.nested("learned_timesteps", [&](auto &inner) {
        knotFields(inner, model.learnedTimesteps);
        // What the window is to draw a plan of must make a plan.
        inner.require(!inner.ok() || checkLearnedTimesteps(*model.learnedTimesteps, model.diffusionSteps).has_value(),
                      "timesteps", "rows that rise from 0 to the model's last timestep");
        if constexpr (F::reads)
            if (!inner.ok())
                model.learnedTimesteps = nullptr;
    });
}

const char *typeName(const Body &body)
{
    return std::visit([](const auto &message) { return message.type; }, body);
}

nlohmann::json bodyToJson(const Body &body)
{
    return std::visit([](const auto &message) { return fieldsToJson(message); }, body);
}

std::optional<Body> readBody(const std::string &type, const FieldReader &fields)
{
    constexpr auto all = std::make_index_sequence<std::variant_size_v<Body>>();
    if (std::optional<Body> marked = readOneOf<true>(type, fields, all))
        return marked;
    return readOneOf<false>(type, fields, all);
}

} // namespace ard::protocol
