// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CellResult.h"

#include "base/FieldReader.h"
#include "base/Files.h"
#include "base/Json.h"
#include "engine/folder/Fingerprint.h"
#include "trace/RunFile.h"
#include "trace/RunJson.h"
#include <algorithm>
#include <fmt/format.h>

namespace ard::cli {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestLabel = 60; ///< of a file's name

Json keyOf(const Generator &generator, const std::vector<std::string> &sources, const CellRequest &cell)
{
    Fingerprint text;
    for (const std::string &source : sources)
        text.add(source + "\n");
    GenerationRequest request = cell.request;
    request.source.clear();
    request.seed = 0; // those of the list
    Json key{{"version", ARD_VERSION},
             {"model", generator.summary().fingerprint},
             {"device", generator.device()},
             {"sources", text.hex()},
             {"request", requestToJson(request)},
             {"seeds", cell.seeds},
             {"batch", cell.batch},
             {"risk", nameOf(cell.risk)},
             {"settles", cell.settles}};
    if (generator.summary().lengthHead && cell.request.candidates > 1)
        key["lengths"] = "spread";     // once all candidates had one
    if (cell.request.temperature == 0) // cells are older than words that are drawn
        for (const char *name : {"temperature", "top_p"})
            key["request"].erase(name);
    return key;
}

std::string digestOf(const Json &key)
{
    Fingerprint fingerprint;
    fingerprint.add(Json::to_cbor(key)); // a table is binary, which text does not hold
    return fingerprint.hex();
}

std::string fileName(const CellRequest &cell, const std::string &digest)
{
    std::string label = cell.label.substr(0, kLongestLabel);
    for (char &c : label)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '=' && c != '.')
            c = '_';
    return fmt::format("{},M={},k={},{}.json", label, cell.request.samplingSteps, cell.request.candidates, digest);
}

Json meanToJson(const MeanOf &mean)
{
    return {{"mean", mean.mean ? Json(*mean.mean) : Json()}, {"outputs", mean.count}};
}

MeanOf readMean(const FieldReader &fields)
{
    MeanOf mean;
    mean.count = static_cast<int>(fields.integer("outputs", 0, INT32_MAX));
    if (mean.count > 0)
        mean.mean = fields.number("mean", -1, 1);
    return mean;
}

Json toJson(const CellResult &result)
{
    Json seeds = Json::array();
    for (const CellResult::Texts &texts : result.seeds)
        seeds.push_back({{"outputs", texts.outputs}, {"candidates", Json::array()}});
    for (std::size_t i = 0; i < result.seeds.size(); ++i)
        for (const auto &candidates : result.seeds[i].candidates)
            seeds[i]["candidates"].push_back({{"texts", candidates}});
    Json json{{"seeds", std::move(seeds)},
              {"model_calls", result.modelCalls},
              {"seconds_per_source", result.seconds},
              {"tau_word", meanToJson(result.tauByWord)},
              {"tau_timestep", meanToJson(result.tauBySchedule)}};
    if (result.settledAfter)
        json["settled_after"] = *result.settledAfter;
    return json;
}

CellResult::Texts readTexts(const FieldReader &fields, std::size_t sources, int candidates)
{
    CellResult::Texts texts{fields.texts("outputs", sources, kMaxTextBytes), {}};
    for (const FieldReader &item : fields.objects("candidates", sources))
        texts.candidates.push_back(item.texts("texts", kMaxCandidates, kMaxTextBytes));
    if (texts.outputs.size() != sources || texts.candidates.size() != (candidates > 1 ? sources : 0))
        fields.refuse("outputs", "one output and all candidates for each source");
    return texts;
}

CellResult readCell(const FieldReader &fields, std::size_t sources, const CellRequest &cell)
{
    CellResult result;
    for (const FieldReader &item : fields.objects("seeds", cell.seeds.size()))
        result.seeds.push_back(readTexts(item, sources, cell.request.candidates));
    if (result.seeds.size() != cell.seeds.size())
        fields.refuse("seeds", "one entry for each seed");
    result.modelCalls = fields.integer("model_calls", 0, INT64_MAX);
    result.seconds = fields.number("seconds_per_source", 0, 1e9);
    result.tauByWord = readMean(fields.object("tau_word"));
    result.tauBySchedule = readMean(fields.object("tau_timestep"));
    if (fields.has("settled_after"))
        result.settledAfter = fields.number("settled_after", 0, 1);
    return result;
}

/// "uniform,M=5,k=1,0123456789abcdef.json": its run with seed 7 of the first source is
/// "uniform,M=5,k=1,0123456789abcdef,seed=7,source=0.ardrun".
std::string runName(const std::string &cellName, std::uint64_t seed, std::size_t source)
{
    const std::string stem = cellName.substr(0, cellName.rfind('.'));
    return fmt::format("{},seed={},source={}.ardrun", stem, seed, source);
}

} // namespace

Result<CellStore> CellStore::open(std::filesystem::path folder)
{
    CellStore store;
    store.m_folder = std::move(folder);
    if (store.m_folder.empty())
        return store;
    std::error_code error;
    std::filesystem::create_directories(store.m_folder, error);
    if (error)
        return fail(ErrorCode::Io, "Cannot make the folder '" + store.m_folder.string() + "': " + error.message());
    return store;
}

Result<std::optional<CellResult>> CellStore::find(const Generator &generator, const std::vector<std::string> &sources,
                                                  const CellRequest &cell) const
{
    if (m_folder.empty())
        return std::nullopt;
    const auto file = m_folder / fileName(cell, digestOf(keyOf(generator, sources, cell)));
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return std::nullopt;
    const auto noCell = [&](const std::string &why) {
        return fail(ErrorCode::Format,
                    "'" + file.string() + "' is no cell of a comparison: " + why +
                        "; remove it to have it computed again");
    };
    ARD_ASSIGN(const std::string text, readText(file));
    const auto json = parseJsonObject(text, "it", {.bytes = text.size()});
    if (!json)
        return noCell(json.error().message);
    ReadStatus status;
    CellResult result = readCell(FieldReader(*json, "", status), sources.size(), cell);
    if (!status.ok())
        return noCell(status.status().error().message);
    return result;
}

Status CellStore::keep(const Generator &generator, const std::vector<std::string> &sources, const CellRequest &cell,
                       const CellResult &result) const
{
    if (m_folder.empty())
        return {};
    const Json key = keyOf(generator, sources, cell);
    Json json = toJson(result);
    json["label"] = cell.label;
    json["version"] = key["version"];
    json["model"] = key["model"];
    json["sampling_steps"] = cell.request.samplingSteps;
    json["candidates"] = cell.request.candidates;
    json["seed_list"] = cell.seeds;
    return writeAtomically(m_folder / fileName(cell, digestOf(key)), jsonText(json, 1) + "\n");
}

Status CellStore::keepRuns(Generator &generator, const std::vector<std::string> &sources, const CellRequest &cell,
                           std::size_t count) const
{
    if (m_folder.empty() || count == 0)
        return {};
    const std::string name = fileName(cell, digestOf(keyOf(generator, sources, cell)));
    for (std::size_t source = 0; source < std::min(count, sources.size()); ++source)
        for (const std::uint64_t seed : cell.seeds) {
            const auto file = m_folder / runName(name, seed, source);
            std::error_code error;
            if (std::filesystem::exists(file, error))
                continue;
            GenerationRequest request = cell.request;
            request.source = sources[source];
            request.seed = seed;
            ARD_ASSIGN(const RunRecord run, generator.generate(request, true));
            ARD_TRY(saveRun(run, file));
        }
    return {};
}

} // namespace ard::cli
