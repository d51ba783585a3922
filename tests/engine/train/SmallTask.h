// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SmallTask: prepared data of a copying task and a configuration of a network that learns it in seconds.
#include "base/Files.h"
#include "base/Philox.h"
#include "engine/train/Trainer.h"
#include "support/TestDevice.h"
#include <QTemporaryDir>
#include <fstream>

namespace ard::test {

constexpr int kSmallVocabulary = 24;

inline std::vector<TokenPair> smallPairs(int count)
{
    std::vector<TokenPair> pairs(count);
    for (int i = 0; i < count; ++i) {
        const int length = 2 + static_cast<int>(uniform01(7, 1, i) * 5);
        for (int n = 0; n < length; ++n)
            pairs[i].source.push_back(2 +
                                      static_cast<std::int32_t>(uniform01(7, 2, i * 16 + n) * (kSmallVocabulary - 2)));
        pairs[i].target = pairs[i].source;
    }
    return pairs;
}

/// Writes prepared.json, train.tokens and a file in the tokenizer's place.
inline void writeSmallData(const std::filesystem::path &folder, int pairs = 400)
{
    const nlohmann::json info{{"format", "ardiff-prepared-1"},
                              {"vocabulary", kSmallVocabulary},
                              {"pad_id", 0},
                              {"unknown_id", 1},
                              {"max_source", 8},
                              {"max_target", 8},
                              {"lower", false}};
    (void)writeAtomically(folder / "prepared.json", info.dump());
    (void)writeAtomically(folder / "tokenizer.model", std::string_view("not used by the trainer"));
    (void)writeTokenFile(folder / "train.tokens", kSmallVocabulary, smallPairs(pairs));
}

inline nlohmann::json smallConfig()
{
    return {{"architecture",
             {{"vocabulary", kSmallVocabulary},
              {"embedding_width", 16},
              {"width", 32},
              {"heads", 2},
              {"encoder_layers", 1},
              {"decoder_layers", 1},
              {"encoder_feed_forward", 32},
              {"decoder_feed_forward", 32},
              {"time_channels", 16},
              {"max_positions", 8},
              {"dropout", 0.1},
              {"attention_dropout", 0.1}}},
            {"diffusion", {{"length", 8}, {"diffusion_steps", 50}}},
            {"draw", {{"ar-diffusion", 0.5}, {"uniform", 0.3}, {"independent", 0.2}, {"last_steps_share", 0.2}}},
            {"batch", 16},
            {"steps", 20},
            {"warmup", 5},
            {"learning_rate", 3e-3},
            {"full_length_share", 0.5},
            {"precision", "float32"},
            {"log_every", 5},
            {"card", {{"name", "small"}}}};
}

/// smallConfig with changes, read as the trainer reads it. Ends the test program where it cannot be read.
inline TrainConfig smallTrainConfig(const nlohmann::json &changes = nlohmann::json::object())
{
    nlohmann::json json = smallConfig();
    json.merge_patch(changes);
    auto config = trainConfigFromJson(json);
    if (!config)
        qFatal("%s", config.error().message.c_str());
    return *config;
}

inline TrainOptions smallOptions(const std::filesystem::path &data, const std::filesystem::path &out)
{
    TrainOptions options;
    options.data = data;
    options.out = out;
    options.device = testDevice();
    return options;
}

} // namespace ard::test
