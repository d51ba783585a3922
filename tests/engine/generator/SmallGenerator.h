// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SmallGenerator: the model that the tests of the generator run, its usual request, and how it is made.
#include "engine/Generator.h"
#include "support/RandomModel.h"
#include "support/TestDevice.h"

namespace ard::test {

constexpr int kLength = 9, kDiffusionSteps = 40, kCalls = 6;

inline RandomModelOptions smallModel()
{
    RandomModelOptions options;
    options.length = kLength;
    options.diffusionSteps = kDiffusionSteps;
    options.selfCondition = true;
    return options;
}

inline GenerationRequest smallRequest(std::uint64_t seed = 5)
{
    GenerationRequest request;
    request.source = randomModelSource();
    request.samplingSteps = kCalls;
    request.seed = seed;
    return request;
}

/// Such a model in the folder, loaded.
inline Result<std::unique_ptr<Generator>> makeGenerator(const std::filesystem::path &folder,
                                                        const RandomModelOptions &options)
{
    ARD_TRY(writeRandomModel(folder, options));
    return Generator::load(folder, testDevice());
}

} // namespace ard::test
