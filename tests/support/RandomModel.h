// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RandomModel: a complete model folder with untrained weights and a vocabulary trained on the teaching grammar: what it writes is
// nonsense, everything else is real. Needs the engine and SentencePiece.
#include "base/Result.h"
#include <filesystem>
#include <string>

namespace ard::test {

struct RandomModelOptions {
    std::string name = "random";
    int length = 12;          ///< N
    int diffusionSteps = 100; ///< T
    int width = 32;
    std::uint64_t seed = 1;
    int maxPositions = 128;
    bool selfCondition = false;
    bool lengthHead = false;     ///< N follows from the source (mean of the encoder); length is the longest
    bool autoregressive = false; ///< the twin
    bool halfPrecision = false;  ///< weights in 16 bits
};

Status writeRandomModel(const std::filesystem::path &folder, const RandomModelOptions &options = {});
/// A source that the vocabulary knows.
std::string randomModelSource();

} // namespace ard::test
