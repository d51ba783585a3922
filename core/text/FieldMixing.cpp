// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/FieldMixing.h"
#include "text/Draws.h"
#include "text/SourceFields.h"

#include <map>

namespace ard {

namespace {

constexpr std::uint32_t kMixingStream = 401;
constexpr double kLeaveOut = 0.15, kReplace = 0.5;
constexpr std::size_t kFewest = 2;  ///< fields of a source
constexpr int kTriesPerSource = 20; ///< before giving up: there may be no more

using Values = std::map<std::string, std::vector<std::string>>;

Values valuesOf(const std::vector<std::vector<SourceField>> &sources)
{
    std::map<std::string, std::set<std::string>> unique;
    for (const auto &fields : sources)
        for (const SourceField &field : fields)
            unique[field.name].insert(field.value);
    Values values;
    for (const auto &[name, set] : unique)
        values[name].assign(set.begin(), set.end());
    return values;
}

std::vector<SourceField> mixed(const std::vector<SourceField> &fields, const Values &values, Draws &draw)
{
    std::vector<SourceField> result;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::size_t left = fields.size() - i - 1;
        if (i > 0 && result.size() + left >= kFewest && draw.next() < kLeaveOut)
            continue;
        SourceField field = fields[i];
        if (draw.next() < kReplace)
            field.value = draw.oneOf(values.at(field.name));
        result.push_back(std::move(field));
    }
    return result;
}

} // namespace

std::vector<std::string> mixedSources(const std::vector<std::string> &sources, int count,
                                      const std::set<std::string> &excluded, std::uint64_t seed)
{
    std::vector<std::vector<SourceField>> parsed;
    std::set<std::string> taken = excluded;
    for (const std::string &source : sources) {
        taken.insert(source);
        if (auto fields = sourceFields(source); fields.size() >= kFewest)
            parsed.push_back(std::move(fields));
    }
    std::vector<std::string> result;
    if (parsed.empty())
        return result;
    const Values values = valuesOf(parsed);
    Draws draw(seed, kMixingStream, 0);
    for (std::int64_t tries = std::int64_t(kTriesPerSource) * count;
         tries > 0 && static_cast<int>(result.size()) < count; --tries) {
        std::string text = sourceText(mixed(draw.oneOf(parsed), values, draw));
        if (taken.insert(text).second)
            result.push_back(std::move(text));
    }
    return result;
}

} // namespace ard
