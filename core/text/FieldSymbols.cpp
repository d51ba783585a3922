// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/FieldSymbols.h"
#include "base/UnicodeText.h"
#include "text/SourceFields.h"
#include <algorithm>
#include <map>
#include <set>

namespace ard {

namespace {

struct Field {
    std::set<std::string> values;
    bool first = false; ///< stands at the start of a text somewhere
    bool later = false; ///< stands after another field somewhere
};

using FieldsByName = std::map<std::string, Field>;

void addFields(std::string_view text, FieldsByName &fields)
{
    bool first = true;
    for (SourceField &part : sourceFields(text)) {
        Field &field = fields[part.name];
        field.values.insert(std::move(part.value));
        (first ? field.first : field.later) = true;
        first = false;
    }
}

/// As SentencePiece's rule leaves it, and with single spaces.
std::string normalized(const std::string &text, const std::string &rule)
{
    if (rule == "identity")
        return text;
    std::string form = compatibilityForm(text, rule.ends_with("_cf"));
    const auto isRun = [](char before, char after) { return before == ' ' && after == ' '; };
    form.erase(std::unique(form.begin(), form.end(), isRun), form.end());
    return form;
}

} // namespace

std::vector<std::string> fieldSymbols(const std::vector<std::string> &texts, int maxValues)
{
    FieldsByName fields;
    for (const std::string &text : texts)
        addFields(text, fields);
    std::set<std::string> symbols;
    for (const auto &[name, field] : fields) {
        std::vector<std::string> markers;
        if (field.first)
            markers.push_back(" " + name + ":");
        if (field.later)
            markers.push_back(std::string(kFieldSeparator) + name + ":");
        for (const std::string &marker : markers) {
            symbols.insert(marker);
            for (const std::string &value : field.values) {
                if (field.values.size() <= std::size_t(maxValues))
                    symbols.insert(marker + " " + value);
            }
        }
    }
    return {symbols.begin(), symbols.end()};
}

std::vector<std::string> vocabularySymbols(const std::vector<std::string> &given,
                                           const std::vector<std::string> &sources, int maxValues,
                                           const std::string &rule)
{
    std::set<std::string> symbols;
    for (const std::string &symbol : given)
        symbols.insert(normalized(symbol, rule));
    if (maxValues > 0) {
        std::vector<std::string> texts;
        for (const std::string &source : sources)
            texts.push_back(normalized(source, rule));
        const auto found = fieldSymbols(texts, maxValues);
        symbols.insert(found.begin(), found.end());
    }
    return {symbols.begin(), symbols.end()};
}

} // namespace ard
