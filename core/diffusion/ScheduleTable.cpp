// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/ScheduleTable.h"
#include "base/Files.h"
#include "base/Json.h"
#include "base/Unicode.h"
#include <charconv>

namespace ard {

namespace {

constexpr std::uint64_t maxFileBytes = 512ULL << 20;
constexpr std::size_t kMaxTableCells = std::size_t{1} << 25;

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r");
    return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Cuts the part up to the separator off the front.
std::string_view nextPart(std::string_view &rest, char separator)
{
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

bool isNumber(std::string_view text, int &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

/// "call,position": no field is meant as a number, "pos0" neither.
bool isHeading(std::string_view line)
{
    while (!line.empty())
        if (const auto field = trimmed(nextPart(line, ','));
            !field.empty() && field.find_first_of("+-.0123456789") == 0)
            return false;
    return true;
}

Result<std::vector<int>> readCsvRow(std::string_view line, std::size_t lineNumber)
{
    std::vector<int> row;
    for (bool more = true; more;) {
        more = line.find(',') != line.npos; // also before an empty last field, which is refused
        const std::string_view field = trimmed(nextPart(line, ','));
        int value = 0;
        if (!isNumber(field, value))
            return fail(ErrorCode::Format,
                        "Line " + std::to_string(lineNumber) + " of the table has '" +
                            printable(std::string(field), 40) + "' where a whole number should be");
        row.push_back(value);
    }
    return row;
}

Result<ScheduleTable> readCsv(std::string_view text)
{
    ScheduleTable table;
    std::size_t lineNumber = 0, cells = 0;
    while (!text.empty()) {
        std::string_view line = nextPart(text, '\n');
        line = trimmed(line.substr(0, line.find('#')));
        ++lineNumber;
        if (line.empty() || (table.empty() && isHeading(line)))
            continue;
        ARD_ASSIGN(auto row, readCsvRow(line, lineNumber));
        cells += row.size();
        if (cells > kMaxTableCells)
            return fail(ErrorCode::Format, "The table of the timestep schedule is too large to keep");
        table.push_back(std::move(row));
    }
    if (table.empty())
        return fail(ErrorCode::Format, "The table of the timestep schedule has no rows");
    return table;
}

Result<ScheduleTable> readJson(std::string_view text)
{
    ARD_ASSIGN(nlohmann::json json, parseJson(text, "The table of the timestep schedule", {.bytes = maxFileBytes}));
    if (json.is_object())
        json = json.value("timesteps", nlohmann::json());
    const auto isRow = [](const nlohmann::json &row) {
        return row.is_array() && !row.empty() && std::all_of(row.begin(), row.end(), [](const auto &value) {
                   return value.is_number_integer() && value >= INT32_MIN && value <= INT32_MAX;
               });
    };
    if (!json.is_array() || json.empty() || !std::all_of(json.begin(), json.end(), isRow))
        return fail(ErrorCode::Format,
                    "The table of the timestep schedule is no JSON array of rows of whole numbers, nor an "
                    "object with one in \"timesteps\"");
    return json.get<ScheduleTable>();
}

} // namespace

Result<ScheduleTable> parseScheduleTable(std::string_view text)
{
    text = withoutByteOrderMark(text);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first != text.npos && (text[first] == '{' || text[first] == '['))
        return readJson(text);
    return readCsv(text);
}

std::string scheduleTableCsv(const ScheduleTable &table)
{
    std::string text;
    for (const std::vector<int> &row : table)
        for (std::size_t n = 0; n < row.size(); ++n) {
            text += std::to_string(row[n]);
            text += n + 1 < row.size() ? ',' : '\n';
        }
    return text;
}

Result<std::shared_ptr<const ScheduleTable>> readScheduleTable(const std::filesystem::path &path)
{
    ARD_ASSIGN(const std::string text, readText(path, maxFileBytes));
    auto table = parseScheduleTable(text);
    if (!table)
        return fail(table.error().code, "'" + path.string() + "': " + table.error().message);
    return std::make_shared<const ScheduleTable>(std::move(*table));
}

Status takeScheduleTable(TimestepScheduleSpec &spec, const std::filesystem::path &path)
{
    ARD_ASSIGN(spec.table, readScheduleTable(path));
    spec.tableName = printable(path.filename().string());
    return {};
}

} // namespace ard
