// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ReferenceImport: a checkpoint of the reference implementation becomes a model folder (`ardiff import`). No torch.
#include "base/Result.h"
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ard {

struct ImportOptions {
    std::filesystem::path checkpoint;
    std::filesystem::path config;     ///< JSON with the reference's configuration keys; or
    std::string preset;               ///< a name of ReferencePresets.h: exactly one of the two
    std::filesystem::path vocabulary; ///< optional: vocab.txt, vocab.json or a SentencePiece model; without it, no text
    std::filesystem::path merges;     ///< optional: merges.txt, where it does not lie beside vocab.json
    std::filesystem::path out;        ///< the model folder, made if it is not there
    std::string name;                 ///< of the model; empty: the folder's
    bool replace = false;             ///< a model that is in the folder goes, with its vocabulary and README.md
};

struct ImportReport {
    std::filesystem::path folder;
    std::int64_t parameters = 0;
    std::int64_t steps = -1; ///< of training, as the checkpoint says; -1: it does not
    int vocabulary = 0, encoderLayers = 0, decoderLayers = 0;
    std::string tokenizer;          ///< its kind; "none" without a vocabulary
    std::vector<std::string> notes; ///< one sentence each
};

/// Everything is read and checked before anything is written; model.json is written last, so that a folder with one is whole.
/// Error (InvalidArgument) where the folder holds a model that is not to be replaced.
/// The vocabulary's size and the numbers of layers come from the checkpoint, PAD from the vocabulary where there is one.
Result<ImportReport> importReferenceCheckpoint(const ImportOptions &options);

} // namespace ard
