// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RandomModel.h"
#include "base/Files.h"
#include "engine/folder/ModelFolder.h"
#include "text/SentencePieceTokenizer.h"
#include "text/grammar/SourceSampler.h"

namespace ard::test {

namespace {

Result<std::string> trainVocabulary()
{
    std::vector<std::string> sentences;
    for (std::uint64_t i = 0; i < 500; ++i)
        sentences.push_back(grammar::toSource(grammar::drawFacts(1, i)));
    return trainSentencePiece({{"model_type", "unigram"},
                               {"vocab_size", "150"},
                               {"pad_id", "0"},
                               {"unk_id", "1"},
                               {"bos_id", "-1"},
                               {"eos_id", "-1"},
                               {"hard_vocab_limit", "false"},
                               {"minloglevel", "2"}},
                              sentences);
}

ModelConfig configOf(const RandomModelOptions &options, int vocabulary)
{
    ModelConfig config;
    config.vocabulary = vocabulary;
    config.embeddingWidth = 16;
    config.width = options.width;
    config.heads = 2;
    config.encoderLayers = 1;
    config.decoderLayers = 2;
    config.encoderFeedForward = 2 * options.width;
    config.decoderFeedForward = 2 * options.width;
    config.timeChannels = options.width;
    config.maxPositions = options.maxPositions;
    config.selfCondition = options.selfCondition;
    config.lengthHead = options.lengthHead ? LengthHead::MeanPool : LengthHead::None;
    config.autoregressive = options.autoregressive;
    config.length = options.length;
    config.diffusionSteps = options.diffusionSteps;
    return config;
}

} // namespace

Status writeRandomModel(const std::filesystem::path &folder, const RandomModelOptions &options)
{
    ARD_ASSIGN(const std::string vocabulary, trainVocabulary());
    ARD_ASSIGN(const auto tokenizer, SentencePieceTokenizer::create(vocabulary, "tokenizer.model"));
    std::filesystem::create_directories(folder);
    const std::filesystem::path tokenizerFile = folder / "vocabulary";
    ARD_TRY(writeAtomically(tokenizerFile, std::string_view(vocabulary)));
    const ModelConfig config = configOf(options, tokenizer->size());
    const Parameters parameters = initialParameters(config, options.seed);
    ModelDescription description;
    description.name = options.name;
    description.hint = "Untrained: what it writes is nonsense";
    description.examples = {randomModelSource()};
    if (options.autoregressive)
        description.training = {{"timestep_schedules", {"autoregressive"}}};
    return writeModelFolder(folder, describeModel(description, modelConfigToJson(config), parameters.count()),
                            parameters, options.halfPrecision ? WeightPrecision::Float16 : WeightPrecision::Float32,
                            tokenizerFile);
}

std::string randomModelSource()
{
    return grammar::toSource(grammar::drawFacts(1, 7));
}

} // namespace ard::test
