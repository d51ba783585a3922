// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/LoadedModel.h"

#include "base/Log.h"
#include "base/Unicode.h"
#include "base/UnicodeText.h"
#include "checkpoint/ZipArchive.h"
#include "engine/Device.h"
#include "engine/sample/NoiseSource.h"
#include "text/SentenceForm.h"
#include <algorithm>
#include <ctime>
#include <fmt/chrono.h>

namespace ard {
namespace {

/// On a GPU as the training configuration says, or the fastest; on the CPU float32, so that frames do not depend on
/// which CPU it is.
MatmulPrecision precisionFor(const nlohmann::json &modelJson, const torch::Device &device)
{
    static const nlohmann::json::json_pointer where("/training/configuration/precision");
    if (!device.is_cuda())
        return MatmulPrecision::Float32;
    const bool said = modelJson.contains(where) && modelJson[where].is_string();
    return precisionNamed(said ? modelJson[where].get<std::string>() : "auto", device);
}

Denoiser placed(ModelFolder &folder, const torch::Device &device)
{
    Denoiser denoiser(std::move(folder.config), std::move(folder.parameters));
    denoiser.to(device);
    denoiser.setPrecision(precisionFor(folder.description, device));
    denoiser.prepareForInference();
    denoiser.prepareRows();
    return denoiser;
}

std::uint32_t checksumOf(const torch::Tensor &values)
{
    const torch::Tensor floats = values.to(torch::kCPU, torch::kFloat32).contiguous();
    return crc32({static_cast<const std::uint8_t *>(floats.data_ptr()), floats.nbytes()});
}

/// Han characters are words of their own, and the same twice is good verse.
PieceKind kindOf(const std::string &piece)
{
    constexpr char32_t spaceMark = 0x2581, apostrophe = 0x2019;
    const std::u32string points = decodeUtf8(piece);
    const bool begins = !points.empty() && points.front() == spaceMark;
    if (points.size() == (begins ? 1U : 0U))
        return PieceKind::NoWord;
    const char32_t first = points[begins ? 1 : 0];
    const bool ofWord = isUnicodeLetter(first) || isUnicodeMark(first) || first == U'\'' || first == apostrophe;
    if (!ofWord || isHanCharacter(first))
        return PieceKind::NoWord;
    return begins ? PieceKind::Begins : PieceKind::GoesOn;
}

std::shared_ptr<const std::vector<PieceKind>> kindsOf(const Tokenizer &tokenizer)
{
    auto kinds = std::make_shared<std::vector<PieceKind>>();
    for (int id = 0; id < tokenizer.size(); ++id)
        kinds->push_back(kindOf(tokenizer.piece(id)));
    return kinds;
}

} // namespace

LoadedModel::LoadedModel(ModelFolder folder, std::shared_ptr<const Tokenizer> vocabulary, NoiseSchedule schedule,
                         torch::Device where)
    : device(where), denoiser(placed(folder, where)), words(denoiser), projection(words.table()),
      noiseSchedule(std::move(schedule)), tokenizer(std::move(vocabulary)), pieceKinds(kindsOf(*tokenizer)),
      summary(std::move(folder.summary)),
      sentenceForm(folder.description.value("display", nlohmann::json()) == "sentence")
{
}

Result<WordIds> LoadedModel::readSource(const std::string &source, int &leftOut) const
{
    WordIds ids = tokenizer->encode(source);
    if (ids.empty())
        return fail(ErrorCode::InvalidArgument, "the source is empty: give the model some words to start from");
    const auto longest = static_cast<std::size_t>(config().maxPositions);
    const std::size_t whole = ids.size();
    tokenizer->shorten(ids, longest);
    leftOut = static_cast<int>(whole - ids.size());
    return ids;
}

Result<WordIds> LoadedModel::readSource(const std::string &source, protocol::SourceReading *reading) const
{
    int leftOut = 0;
    ARD_ASSIGN(WordIds ids, readSource(source, leftOut));
    if (leftOut > 0)
        log::warn("the source is longer than the model reads and was cut to its first " + std::to_string(ids.size()) +
                  " pieces");
    if (reading) {
        const auto unknown = std::count(ids.begin(), ids.end(), tokenizer->unknownId());
        *reading = {piecesOf(ids), leftOut, static_cast<int>(unknown)};
    }
    return ids;
}

EncodedSource LoadedModel::encode(const std::vector<const WordIds *> &sources) const
{
    const auto batch = static_cast<int64_t>(sources.size());
    int64_t longest = 1;
    for (const WordIds *ids : sources)
        longest = std::max(longest, static_cast<int64_t>(ids->size()));
    torch::Tensor ids = at::full({batch, longest}, config().padId, torch::kInt64),
                  mask = at::zeros({batch, longest}, torch::kBool);
    for (int64_t b = 0; b < batch; ++b) {
        const WordIds &row = *sources[static_cast<std::size_t>(b)];
        std::copy(row.begin(), row.end(), ids.data_ptr<int64_t>() + b * longest);
        std::fill_n(mask.data_ptr<bool>() + b * longest, row.size(), true);
    }
    return denoiser.encode(ids.to(device), mask.to(device));
}

std::string LoadedModel::textOf(const WordIds &ids) const
{
    const std::string text = tokenizer->decode(ids);
    return sentenceForm ? asSentence(text) : text;
}

std::vector<std::string> LoadedModel::piecesOf(const WordIds &ids) const
{
    std::vector<std::string> pieces;
    for (const std::int32_t id : ids)
        pieces.push_back(tokenizer->piece(id));
    return pieces;
}

RunRecord recordHead(const LoadedModel &model, const GenerationRequest &request, const SamplingPlan &plan)
{
    RunRecord record;
    record.request = request;
    record.plan = plan;
    record.provenance.modelName = model.summary.name;
    record.provenance.modelFingerprint = model.summary.fingerprint;
    record.provenance.engineVersion = ARD_VERSION;
    record.provenance.device = deviceName(model.device);
    record.provenance.createdUtc = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
    if (!model.config().autoregressive)
        record.provenance.startingNoise =
            checksumOf(PhiloxNoise({request.seed}, request.schedule.length, model.config().embeddingWidth, torch::kCPU)
                           .starting());
    return record;
}

VocabularyMap mapOf(const LoadedModel &model)
{
    VocabularyMap map;
    const torch::Tensor points = model.projection.project(model.words.table()).contiguous();
    const float *data = points.data_ptr<float>();
    for (std::int32_t id = 0; id < model.tokenizer->size(); ++id, data += 2) {
        map.pieces.push_back(model.tokenizer->piece(id));
        map.points.push_back({data[0], data[1]});
    }
    map.share = static_cast<float>(model.projection.share());
    return map;
}

void announce(const RunRecord &head, const protocol::SourceReading &source, const GenerationObserver &observer)
{
    if (observer.started)
        observer.started(head, source);
}

} // namespace ard
