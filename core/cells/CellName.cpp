// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cells/CellName.h"

#include "base/Fingerprint.h"
#include "trace/RunJson.h"
#include <charconv>
#include <fmt/format.h>

namespace ard {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestLabel = 60; ///< of a file's name
constexpr std::size_t kDigits = 16;       ///< of a digest

std::string digestOf(const CellKey &key, std::span<const std::string> sources)
{
    Fingerprint text;
    for (const std::string &source : sources)
        text.add(source + "\n");
    GenerationRequest request = key.request;
    request.source.clear();
    request.seed = 0; // those of the list
    Json json{{"version", key.version},
              {"model", key.model},
              {"device", key.device},
              {"sources", text.hex()},
              {"request", requestToJson(request)},
              {"seeds", key.seeds},
              {"batch", key.batch},
              {"risk", key.risk},
              {"settles", key.settles}};
    if (key.lengthHead && request.candidates > 1)
        json["lengths"] = "spread"; // once all candidates had one
    if (judgingCalls(request) == 0) // cells are older than the choice
        json["request"].erase("choose");
    if (request.temperature == 0 && request.topP == 1) // and than words that are drawn
        for (const char *name : {"temperature", "top_p"})
            json["request"].erase(name);
    Fingerprint fingerprint;
    fingerprint.add(Json::to_cbor(json)); // a table is binary, which text does not hold
    return fingerprint.hex();
}

bool isKept(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '=' ||
        c == '.';
}

bool isDigest(std::string_view text)
{
    return text.size() == kDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// "M=20" and "M=" make 20; nothing for anything else.
template <class Number>
std::optional<Number> numberAfter(std::string_view text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return std::nullopt;
    text.remove_prefix(prefix.size());
    Number number = 0;
    const char *end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    return parsed.ec == std::errc() && parsed.ptr == end && !text.empty() ? std::optional(number) : std::nullopt;
}

std::vector<std::string_view> partsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (std::size_t comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
        parts.push_back(text.substr(0, comma));
        text.remove_prefix(comma + 1);
    }
    parts.push_back(text);
    return parts;
}

} // namespace

std::string cellLabel(const std::string &label)
{
    std::string kept = label.substr(0, kLongestLabel);
    for (char &c : kept)
        if (!isKept(c))
            c = '_';
    return kept;
}

std::string cellStem(const CellKey &key, std::span<const std::string> sources)
{
    return fmt::format("{},M={},k={},{}", cellLabel(key.label), key.request.samplingSteps, key.request.candidates,
                       digestOf(key, sources));
}

std::string cellRunName(std::string_view stem, std::uint64_t seed, std::size_t source)
{
    return fmt::format("{},seed={},source={}.ardrun", stem, seed, source);
}

std::optional<CellName> parseCellName(std::string_view fileName)
{
    const bool isRun = fileName.ends_with(".ardrun");
    if (!isRun && !fileName.ends_with(".json"))
        return std::nullopt;
    const auto parts = partsOf(fileName.substr(0, fileName.rfind('.')));
    if (parts.size() != (isRun ? 6 : 4))
        return std::nullopt;
    const auto steps = numberAfter<int>(parts[1], "M="), candidates = numberAfter<int>(parts[2], "k=");
    if (!steps || *steps < 0 || *steps > kMaxSamplingSteps || !candidates || *candidates < 1 ||
        *candidates > kMaxCandidates || !isDigest(parts[3]))
        return std::nullopt;
    CellName name{std::string(parts[0]), *steps, *candidates, std::string(parts[3]), {}, {}};
    if (!isRun)
        return name;
    name.seed = numberAfter<std::uint64_t>(parts[4], "seed=");
    name.source = numberAfter<std::size_t>(parts[5], "source=");
    return name.seed && name.source ? std::optional(name) : std::nullopt;
}

} // namespace ard
