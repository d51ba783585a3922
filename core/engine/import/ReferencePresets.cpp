// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/ReferencePresets.h"
#include "base/Unicode.h"

namespace ard {

namespace {

using Json = nlohmann::json;

/// What differs between the tasks.
struct Sizes {
    int channels = 0, intermediate = 0, heads = 0, length = 0, positions = 0;
};

Json configOf(const Sizes &sizes)
{
    return {{"in_channels", sizes.channels},
            {"out_channels", sizes.channels},
            {"time_channels", sizes.channels},
            {"intermediate_size", sizes.intermediate},
            {"num_attention_heads", sizes.heads},
            {"tgt_len", sizes.length},
            {"max_pos_len", sizes.positions},
            {"diffusion_steps", 2000},
            {"noise_schedule", "sqrt"},
            {"rescale_timesteps", true},
            {"dropout", 0.2},
            {"att_dropout", 0.1},
            {"att_strategy", "txl"},
            {"time_att", true},
            {"self_condition", false},
            {"scale_embedding", false},
            {"pred_len", false},
            {"pad_value", 0},
            {"schedule_sampler", "xy_uniform"},
            {"end_point_scale", 2.0}};
}

const char *const kArticle =
    "The council said on Monday that the old bridge over the river will close for six weeks. Engineers found cracks in "
    "two of "
    "its pillars during a routine inspection. Buses will take a longer route through the town centre.";

} // namespace

const std::vector<ReferencePreset> &referencePresets()
{
    static const std::vector<ReferencePreset> presets{
        {"xsum",
         "news article to one sentence (XSum)",
         "en",
         "a news article in English",
         {kArticle},
         configOf({128, 2048, 8, 50, 512})},
        {"cnn-dm",
         "news article to a summary (CNN/DailyMail)",
         "en",
         "a news article in English",
         {kArticle},
         configOf({128, 2048, 8, 180, 512})},
        {"iwslt14",
         "German to English (IWSLT14)",
         "de, en",
         "a sentence in German",
         {"wir haben heute viel gelernt ."},
         configOf({64, 1024, 4, 90, 256})},
        {"iwslt14-en-de",
         "English to German (IWSLT14)",
         "en, de",
         "a sentence in English",
         {"We learned a lot today."},
         configOf({64, 1024, 4, 90, 90})},
        {"commongen",
         "concepts to a sentence (CommonGen)",
         "en",
         "three to five words with # between them, such as: dog#frisbee#catch",
         {"dog#frisbee#catch", "girl#river#sit"},
         configOf({64, 512, 8, 54, 128})}};
    return presets;
}

Result<ReferencePreset> referencePreset(const std::string &name)
{
    std::string names;
    for (const ReferencePreset &preset : referencePresets()) {
        if (preset.name == name)
            return preset;
        names += (names.empty() ? "" : ", ") + preset.name;
    }
    return fail(ErrorCode::InvalidArgument, "There is no preset '" + printable(name, 40) + "', only " + names);
}

} // namespace ard
