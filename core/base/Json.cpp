// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Json.h"
#include "base/Files.h"
#include "base/Unicode.h"
#include <algorithm>
#include <new>

namespace ard {

namespace {

/// The rest behind a comment that starts there; texts without one are left as they are.
std::string_view afterComment(std::string_view text)
{
    if (text.starts_with("//"))
        return text.substr(std::min(text.find('\n'), text.size()));
    if (!text.starts_with("/*"))
        return text;
    const std::size_t end = text.find("*/", 2);
    return end == text.npos ? std::string_view() : text.substr(end + 2);
}

/// The rest behind a string that starts there, its quotation marks included.
std::string_view afterString(std::string_view text)
{
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return text.substr(i + 1);
    }
    return {};
}

/// How many arrays and objects are open at once, at most; right for every text that the parser takes.
int depthOf(std::string_view text, bool comments)
{
    int depth = 0, deepest = 0;
    while (true) {
        const std::size_t next = text.find_first_of(comments ? "\"[]{}/" : "\"[]{}");
        if (next == text.npos)
            return deepest;
        text.remove_prefix(next);
        const char c = text.front();
        if (c == '"') {
            text = afterString(text);
            continue;
        }
        if (c == '/' && afterComment(text).size() != text.size()) {
            text = afterComment(text);
            continue;
        }
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        deepest = std::max(deepest, depth);
        text.remove_prefix(1);
    }
}

/// "line 3, column 7" of a byte that is counted from 1, as nlohmann::json counts it.
std::string placeOf(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, byte == 0 ? 0 : byte - 1);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    return "line " + std::to_string(line) + ", column " + std::to_string(before.size() - lineStart + 1);
}

tl::unexpected<Error> refuse(const std::string &name, const std::string &why, std::string detail = {})
{
    return fail(ErrorCode::Format, printable(name, 1000) + why, std::move(detail));
}

template <class Value>
Result<Value> parse(std::string_view text, const std::string &name, const JsonLimits &limits, const char *kind)
{
    if (text.size() > limits.bytes)
        return refuse(name, " has more than " + std::to_string(limits.bytes) + " bytes");
    if (depthOf(text, limits.comments) > limits.depth)
        return refuse(name, " nests more than " + std::to_string(limits.depth) + " arrays and objects in each other");
    try {
        return Value::parse(text.begin(), text.end(), nullptr, true, limits.comments);
    } catch (const nlohmann::json::parse_error &error) {
        return refuse(name, std::string(" is not ") + kind + ": " + placeOf(text, error.byte) + " cannot be read",
                      error.what());
    } catch (const nlohmann::json::exception &error) {
        return refuse(name, std::string(" is not ") + kind + ": a number is too large", error.what());
    } catch (const std::bad_alloc &error) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to read " + printable(name, 1000),
                    error.what());
    }
}

} // namespace

template <class Value>
Result<Value> parseJson(std::string_view text, const std::string &name, const JsonLimits &limits)
{
    return parse<Value>(text, name, limits, "JSON");
}

template <class Value>
Result<Value> parseJsonObject(std::string_view text, const std::string &name, const JsonLimits &limits)
{
    ARD_ASSIGN(Value value, parse<Value>(text, name, limits, "a JSON object"));
    if (!value.is_object())
        return refuse(name, " is not a JSON object");
    return value;
}

template Result<nlohmann::json> parseJson(std::string_view, const std::string &, const JsonLimits &);
template Result<nlohmann::ordered_json> parseJson(std::string_view, const std::string &, const JsonLimits &);
template Result<nlohmann::json> parseJsonObject(std::string_view, const std::string &, const JsonLimits &);
template Result<nlohmann::ordered_json> parseJsonObject(std::string_view, const std::string &, const JsonLimits &);

Result<nlohmann::json> readJsonObject(const std::filesystem::path &path, const JsonLimits &limits)
{
    ARD_ASSIGN(const std::string text, readText(path, limits.bytes));
    return parseJsonObject(text, path.string(), limits);
}

} // namespace ard
