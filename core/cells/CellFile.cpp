// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cells/CellFile.h"

#include "base/FieldReader.h"
#include "base/Files.h"
#include "base/Json.h"
#include "trace/RunJson.h"

namespace ard {

namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMostBytes = 1ULL << 28; ///< of a file; 10,000 sources with 10 seeds take a tenth
constexpr std::size_t kMostSources = 1'000'000;
constexpr std::size_t kMostSeeds = 10'000;

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

CellResult::Texts readTexts(const FieldReader &fields, int candidates)
{
    CellResult::Texts texts{fields.texts("outputs", kMostSources, kMaxTextBytes), {}};
    for (const FieldReader &item : fields.objects("candidates", kMostSources))
        texts.candidates.push_back(item.texts("texts", kMaxCandidates, kMaxTextBytes));
    if (texts.candidates.size() != (candidates > 1 ? texts.outputs.size() : 0))
        fields.refuse("outputs", "one output and all candidates for each source");
    return texts;
}

/// Texts for so many seeds, of each as many sources.
CellResult readResult(const FieldReader &fields, std::size_t seeds, int candidates)
{
    CellResult result;
    for (const FieldReader &item : fields.objects("seeds", kMostSeeds)) {
        result.seeds.push_back(readTexts(item, candidates));
        if (result.seeds.back().outputs.size() != result.seeds.front().outputs.size())
            item.refuse("outputs", "as many outputs as the first seed has");
    }
    if (result.seeds.size() != seeds)
        fields.refuse("seeds", "one entry for each seed");
    result.modelCalls = fields.integer("model_calls", 0, INT64_MAX);
    result.seconds = fields.number("seconds_per_source", 0, kMaxSeconds);
    result.tauByWord = readMean(fields.object("tau_word"));
    result.tauBySchedule = readMean(fields.object("tau_timestep"));
    if (fields.has("settled_after"))
        result.settledAfter = fields.number("settled_after", 0, 1);
    return result;
}

std::vector<std::uint64_t> readSeeds(const Json &json, const FieldReader &fields)
{
    const auto list = json.find("seed_list");
    if (list == json.end() || !list->is_array() || list->empty() || list->size() > kMostSeeds) {
        fields.refuse("seed_list", "a list of seeds");
        return {};
    }
    std::vector<std::uint64_t> seeds;
    for (const Json &seed : *list) {
        if (!seed.is_number_unsigned()) {
            fields.refuse("seed_list", "whole numbers from 0");
            return {};
        }
        seeds.push_back(seed.get<std::uint64_t>());
    }
    return seeds;
}

tl::unexpected<Error> noCell(const std::filesystem::path &file, const std::string &why)
{
    return fail(ErrorCode::Format,
                "'" + file.string() + "' is no cell of a comparison: " + why + "; remove it to have it computed again");
}

Result<Json> readJson(const std::filesystem::path &file)
{
    ARD_ASSIGN(const std::string text, readText(file, kMostBytes));
    auto json = parseJsonObject(text, "it", {.bytes = text.size()});
    if (!json)
        return noCell(file, json.error().message);
    return std::move(*json);
}

} // namespace

Result<KeptCell> readCellFile(const std::filesystem::path &file)
{
    ARD_ASSIGN(const Json json, readJson(file));
    ReadStatus status;
    const FieldReader fields(json, "", status);
    KeptCell cell;
    cell.label = fields.text("label", kMaxNameBytes);
    cell.samplingSteps = static_cast<int>(fields.integer("sampling_steps", 0, kMaxSamplingSteps));
    cell.candidates = static_cast<int>(fields.integer("candidates", 1, kMaxCandidates));
    cell.version = fields.text("version", kMaxNameBytes);
    cell.model = fields.text("model", kMaxNameBytes);
    cell.seeds = readSeeds(json, fields);
    cell.result = readResult(fields, cell.seeds.size(), cell.candidates);
    if (!status.ok())
        return noCell(file, status.status().error().message);
    return cell;
}

Result<CellResult> readCellFile(const std::filesystem::path &file, const CellKey &key, std::size_t sources)
{
    ARD_ASSIGN(const Json json, readJson(file));
    ReadStatus status;
    const FieldReader fields(json, "", status);
    CellResult result = readResult(fields, key.seeds.size(), key.request.candidates);
    if (!result.seeds.empty() && result.seeds.front().outputs.size() != sources)
        fields.refuse("outputs", "one output and all candidates for each source");
    if (!status.ok())
        return noCell(file, status.status().error().message);
    return result;
}

Status writeCellFile(const std::filesystem::path &file, const CellKey &key, const CellResult &result)
{
    Json json = toJson(result);
    json["label"] = key.label;
    json["version"] = key.version;
    json["model"] = key.model;
    json["sampling_steps"] = key.request.samplingSteps;
    json["candidates"] = key.request.candidates;
    json["seed_list"] = key.seeds;
    return writeAtomically(file, jsonText(json, 1) + "\n");
}

} // namespace ard
