// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Json: the one way in which JSON text from outside becomes a value, and a value becomes text. nlohmann::json copies, prints
// and destroys values by recursion, so nesting is bounded before anything is built: a file of brackets is refused in
// one sentence and overflows no stack. Thread-safe, no state.
#include "base/Result.h"
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace ard {

struct JsonLimits {
    std::uint64_t bytes = 1ULL << 20; ///< of the text
    int depth = 64;                   ///< arrays and objects inside each other
    bool comments = false;            ///< // and /* */ are skipped
};

/// name: what the error's sentence begins with, such as the file's name. Error (Format): "NAME is not JSON: line 3, column 7
/// cannot be read", "NAME nests more than 64 arrays and objects in each other", "NAME has more than 1048576 bytes".
/// Value: nlohmann::json, or nlohmann::ordered_json where the order of the keys matters.
template <class Value = nlohmann::json>
Result<Value> parseJson(std::string_view text, const std::string &name, const JsonLimits &limits = {});

/// The same, and the value is an object: what is not is refused as "NAME is not a JSON object".
template <class Value = nlohmann::json>
Result<Value> parseJsonObject(std::string_view text, const std::string &name, const JsonLimits &limits = {});

/// A file that holds a JSON object; errors of readText (Files.h) too.
Result<nlohmann::json> readJsonObject(const std::filesystem::path &path, const JsonLimits &limits = {});

/// On one line, or with indent spaces a level. Bytes that are not UTF-8 (a file's name has any) become U+FFFD; it does not throw.
template <class Value>
std::string jsonText(const Value &value, int indent = -1)
{
    return value.dump(indent, ' ', false, Value::error_handler_t::replace);
}

} // namespace ard
