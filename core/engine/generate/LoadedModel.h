// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LoadedModel: a model ready to compute, with its vocabulary: what resolving, sampling and explaining share. The only
// place where text and tensors meet. Does not change after it was made.
#include "diffusion/NoiseSchedule.h"
#include "engine/Generator.h"
#include "engine/folder/ModelFolder.h"
#include "engine/sample/DoubtfulWords.h"
#include "engine/sample/Projection.h"
#include "engine/sample/WordSearch.h"
#include "text/Tokenizer.h"

namespace ard {

/// Word ids of one text, without padding.
using WordIds = std::vector<std::int32_t>;

struct LoadedModel {
    /// The tokenizer and the noise schedule are those of the model's configuration.
    LoadedModel(ModelFolder folder, std::shared_ptr<const Tokenizer> vocabulary, NoiseSchedule schedule,
                torch::Device where);
    LoadedModel(const LoadedModel &) = delete; // words refers to denoiser
    LoadedModel &operator=(const LoadedModel &) = delete;

    const ModelConfig &config() const { return denoiser.config(); }
    /// Error for a source without words. Cut to the longest source that the model reads; leftOut: how many pieces that cost.
    Result<WordIds> readSource(const std::string &source, int &leftOut) const;
    /// The same with a line in the log where it was cut; reading, if asked for: what is told of it.
    Result<WordIds> readSource(const std::string &source, protocol::SourceReading *reading = nullptr) const;
    /// The sources as one padded batch.
    EncodedSource encode(const std::vector<const WordIds *> &sources) const;
    /// The text of a sentence's ids as it is shown: in sentence form where the model asks for it.
    std::string textOf(const WordIds &ids) const;
    std::vector<std::string> piecesOf(const WordIds &ids) const;

    torch::Device device;
    Denoiser denoiser;
    WordSearch words;
    Projection projection;
    NoiseSchedule noiseSchedule;
    std::shared_ptr<const Tokenizer> tokenizer;
    std::shared_ptr<const std::vector<PieceKind>> pieceKinds; ///< [V], of the tokenizer
    protocol::ModelSummary summary;
    bool sentenceForm; ///< model.json "display": "sentence": outputs get a capital and a full stop
};

/// The head of a run's record: request and plan as they are run, and who runs them.
RunRecord recordHead(const LoadedModel &model, const GenerationRequest &request, const SamplingPlan &plan);
/// See Generator::vocabularyMap.
VocabularyMap mapOf(const LoadedModel &model);
/// Calls observer.started, if there is one.
void announce(const RunRecord &head, const protocol::SourceReading &source, const GenerationObserver &observer);

} // namespace ard
