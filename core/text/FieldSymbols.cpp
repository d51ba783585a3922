// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/FieldSymbols.h"
#include "text/SourceFields.h"
#include <map>
#include <set>

namespace ard {

namespace {

struct Field {
    std::set<std::string> values;
    bool first = false; ///< stands at the start of a text somewhere
    bool later = false; ///< stands after another field somewhere
};

using Fields = std::map<std::string, Field>;

void addFields(std::string_view text, Fields &fields)
{
    bool first = true;
    for (SourceField &part : sourceFields(text)) {
        Field &field = fields[part.name];
        field.values.insert(std::move(part.value));
        (first ? field.first : field.later) = true;
        first = false;
    }
}

} // namespace

std::vector<std::string> fieldSymbols(const std::vector<std::string> &texts, int maxValues)
{
    Fields fields;
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

} // namespace ard
