// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/TextLikelihood.h"

#include "base/Guard.h"
#include "engine/Runtime.h"
#include "engine/sample/AutoregressiveDecoder.h"
#include <algorithm>
#include <c10/core/GradMode.h>
#include <fmt/format.h>

namespace ard {
namespace {

/// A source and a text as the model reads them; words: how many of the text's places count, its end among them where there is room for it.
struct Pair {
    WordIds source, text;
    int64_t words = 0;
};

Result<Pair> readPair(const LoadedModel &model, const std::string &source, const std::string &text, std::size_t number)
{
    Pair pair;
    int leftOut = 0;
    auto ids = model.readSource(source, leftOut);
    if (!ids)
        return fail(ErrorCode::InvalidArgument, fmt::format("source {} is empty", number));
    pair.source = std::move(*ids);
    pair.text = model.tokenizer->encode(text);
    const auto longest = static_cast<std::size_t>(model.config().maxPositions);
    if (pair.text.size() > longest)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("text {} has {} pieces, and this model can judge {}", number, pair.text.size(), longest));
    const auto length = static_cast<int64_t>(pair.text.size());
    pair.words = length < model.config().length ? length + 1 : length;
    return pair;
}

/// [B] double on the CPU.
torch::Tensor scored(const LoadedModel &model, std::span<const Pair> pairs)
{
    const auto rows = static_cast<int64_t>(pairs.size());
    std::vector<const WordIds *> sources;
    int64_t longest = 1;
    for (const Pair &pair : pairs) {
        sources.push_back(&pair.source);
        longest = std::max(longest, pair.words);
    }
    const torch::Tensor ids = at::full({rows, longest}, model.config().padId, torch::kInt64),
                        words = at::empty({rows}, torch::kInt64);
    for (int64_t row = 0; row < rows; ++row) {
        const Pair &pair = pairs[static_cast<std::size_t>(row)];
        std::copy(pair.text.begin(), pair.text.end(), ids.data_ptr<int64_t>() + row * longest);
        words.data_ptr<int64_t>()[row] = pair.words;
    }
    return logProbabilities(model.denoiser, model.encode(sources), ids.to(model.device), words.to(model.device))
        .to(torch::kCPU)
        .contiguous();
}

} // namespace

Result<std::vector<double>> textLogProbabilities(const LoadedModel &model, const std::vector<std::string> &sources,
                                                 const std::vector<std::string> &texts, int batchSize,
                                                 const ProgressSink &progress)
{
    if (!model.config().autoregressive)
        return fail(ErrorCode::Unsupported,
                    "only an autoregressive model says how likely a text is: give the twin of this one");
    if (sources.size() != texts.size() || batchSize < 1)
        return fail(ErrorCode::InvalidArgument, "one text for each source is needed");
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        ARD_ASSIGN(Pair pair, readPair(model, sources[i], texts[i], i + 1));
        pairs.push_back(std::move(pair));
    }
    initialiseRuntime();
    return guarded("scoring", [&]() -> Result<std::vector<double>> {
        const c10::NoGradGuard noGradients;
        std::vector<double> result;
        for (std::size_t begin = 0; begin < pairs.size(); begin += static_cast<std::size_t>(batchSize)) {
            const std::size_t count = std::min(static_cast<std::size_t>(batchSize), pairs.size() - begin);
            const torch::Tensor some = scored(model, std::span(pairs).subspan(begin, count));
            if (!some.isfinite().all().item<bool>())
                return tl::unexpected<Error>(damagedWeightsError());
            result.insert(result.end(), some.data_ptr<double>(), some.data_ptr<double>() + count);
            if (progress)
                progress("scoring", static_cast<double>(result.size()) / static_cast<double>(pairs.size()));
        }
        return result;
    });
}

} // namespace ard
