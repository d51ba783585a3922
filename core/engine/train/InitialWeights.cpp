// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/InitialWeights.h"
#include "base/Files.h"
#include "base/Log.h"
#include "engine/folder/ModelFolder.h"

#include <fmt/format.h>

namespace ard {
namespace {

Status checkVocabulary(const std::filesystem::path &modelFolder, const std::filesystem::path &tokenizer)
{
    ARD_ASSIGN(const std::string theirs, readText(modelFolder / "tokenizer.model"));
    ARD_ASSIGN(const std::string ours, readText(tokenizer));
    if (theirs != ours)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format(
                "the model in \"{}\" has another vocabulary than the data: prepare the data with --tokenizer \"{}\"",
                modelFolder.string(), (modelFolder / "tokenizer.model").string()));
    return {};
}

int takeAlike(Parameters &into, const Parameters &from)
{
    int taken = 0;
    for (const std::string &name : into.names()) {
        if (!from.has(name) || from[name].sizes() != into[name].sizes())
            continue;
        into[name].copy_(from[name]);
        ++taken;
    }
    return taken;
}

} // namespace

Result<Parameters> initialWeights(const ModelConfig &config, std::uint64_t seed,
                                  const std::filesystem::path &modelFolder, const std::filesystem::path &tokenizer)
{
    Parameters parameters = initialParameters(config, seed);
    if (modelFolder.empty())
        return parameters;
    ARD_TRY(checkVocabulary(modelFolder, tokenizer));
    ARD_ASSIGN(const ModelFolder model, readModelFolder(modelFolder));
    const int taken = takeAlike(parameters, model.parameters);
    if (taken == 0)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("no part of the model in \"{}\" has the shape of the one to train", modelFolder.string()));
    log::info(
        fmt::format("{} of {} tensors start from the model in \"{}\"", taken, parameters.size(), modelFolder.string()));
    return parameters;
}

} // namespace ard
