// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/PreparedData.h"
#include "base/Files.h"
#include "base/Json.h"
#include <bit>
#include <cstring>

namespace ard {

static_assert(std::endian::native == std::endian::little, "token files are mapped as they are");

namespace {

constexpr char magic[] = "ARDTOKEN";
constexpr std::size_t magicSize = 8;
constexpr std::size_t headerSize = 24;
constexpr std::uint32_t version = 1;
constexpr int largestVocabulary = 1 << 24;
constexpr int largestLength = 1 << 20;

template <class T>
T readAt(std::span<const std::uint8_t> bytes, std::size_t at)
{
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

tl::unexpected<Error> damaged(const std::filesystem::path &path, const std::string &why)
{
    return fail(ErrorCode::Format, path.string() + " is not a usable token file: " + why);
}

Result<int> intOf(const nlohmann::json &json, const char *key, int low, int high, const std::filesystem::path &path)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer())
        return fail(ErrorCode::Format, path.string() + " has no whole number \"" + key + "\"");
    const auto value = found->is_number_unsigned() && found->get<std::uint64_t>() > std::uint64_t(high)
        ? std::int64_t(high) + 1
        : found->get<std::int64_t>();
    if (value < low || value > high)
        return fail(ErrorCode::Format,
                    path.string() + ": \"" + key + "\" must be between " + std::to_string(low) + " and " +
                        std::to_string(high));
    return int(value);
}

struct TokenFile {
    std::uint32_t vocabulary = 0;
    std::size_t count = 0;
    std::vector<std::uint64_t> offsets;
    std::vector<std::int32_t> ids;
};

/// Offsets must start at 0, never fall, and end at the number of ids.
Status checkOffsets(const TokenFile &file, const std::filesystem::path &path)
{
    if (file.offsets.front() != 0 || file.offsets.back() != file.ids.size())
        return damaged(path, "its table of offsets does not fit its size");
    for (std::size_t k = 1; k < file.offsets.size(); ++k) {
        if (file.offsets[k] < file.offsets[k - 1])
            return damaged(path, "its table of offsets runs backwards");
    }
    return {};
}

Result<TokenFile> parseTokenFile(std::span<const std::uint8_t> bytes, const std::filesystem::path &path)
{
    if (bytes.size() < headerSize || std::memcmp(bytes.data(), magic, magicSize) != 0)
        return damaged(path, "it does not start as one");
    if (readAt<std::uint32_t>(bytes, magicSize) != version)
        return damaged(path, "its version is not " + std::to_string(version));
    TokenFile file;
    file.vocabulary = readAt<std::uint32_t>(bytes, 12);
    const auto count = readAt<std::uint64_t>(bytes, 16);
    const std::uint64_t words = (bytes.size() - headerSize) / sizeof(std::uint64_t);
    if (words == 0 || count > (words - 1) / 2)
        return damaged(path, "it is shorter than its header says");
    file.count = std::size_t(count);
    file.offsets.resize(2 * file.count + 1);
    const std::size_t idsAt = headerSize + file.offsets.size() * sizeof(std::uint64_t);
    if ((bytes.size() - idsAt) % sizeof(std::int32_t) != 0)
        return damaged(path, "it ends within an id");
    file.ids.resize((bytes.size() - idsAt) / sizeof(std::int32_t));
    std::memcpy(file.offsets.data(), bytes.data() + headerSize, file.offsets.size() * sizeof(std::uint64_t));
    if (!file.ids.empty())
        std::memcpy(file.ids.data(), bytes.data() + idsAt, file.ids.size() * sizeof(std::int32_t));
    ARD_TRY(checkOffsets(file, path));
    return file;
}

Status checkAgainst(const PreparedInfo &info, const TokenFile &file, const std::filesystem::path &path)
{
    if (file.vocabulary != std::uint32_t(info.vocabulary))
        return damaged(path, "its vocabulary is not the one of prepared.json");
    for (const std::int32_t id : file.ids) {
        if (id < 0 || id >= info.vocabulary)
            return damaged(path, "it holds an id outside the vocabulary");
    }
    for (std::size_t i = 0; i < file.count; ++i) {
        if (file.offsets[2 * i + 1] - file.offsets[2 * i] > std::uint64_t(info.maxSource) ||
            file.offsets[2 * i + 2] - file.offsets[2 * i + 1] > std::uint64_t(info.maxTarget))
            return damaged(path, "it holds a text longer than prepared.json allows");
    }
    return {};
}

template <class T>
void append(std::vector<std::uint8_t> &bytes, const T *values, std::size_t count)
{
    const auto *begin = reinterpret_cast<const std::uint8_t *>(values);
    bytes.insert(bytes.end(), begin, begin + count * sizeof(T));
}

} // namespace

Result<PreparedInfo> readPreparedInfo(const std::filesystem::path &folder)
{
    const auto path = folder / "prepared.json";
    ARD_ASSIGN(const auto json, readJsonObject(path, {.bytes = 1 << 24}));
    if (json.value("format", nlohmann::json()) != "ardiff-prepared-1")
        return fail(ErrorCode::Format, path.string() + " was not written by ardiff prepare");
    PreparedInfo info;
    ARD_ASSIGN(info.vocabulary, intOf(json, "vocabulary", 1, largestVocabulary, path));
    ARD_ASSIGN(info.padId, intOf(json, "pad_id", 0, info.vocabulary - 1, path));
    ARD_ASSIGN(info.unknownId, intOf(json, "unknown_id", 0, info.vocabulary - 1, path));
    ARD_ASSIGN(info.maxSource, intOf(json, "max_source", 1, largestLength, path));
    ARD_ASSIGN(info.maxTarget, intOf(json, "max_target", 1, largestLength, path));
    const auto lower = json.find("lower");
    info.lower = lower != json.end() && lower->is_boolean() && lower->get<bool>();
    return info;
}

Result<PreparedData> PreparedData::load(const std::filesystem::path &folder, const std::string &part)
{
    PreparedData data;
    ARD_ASSIGN(data.m_info, readPreparedInfo(folder));
    const auto path = folder / (part + ".tokens");
    ARD_ASSIGN(const std::vector<std::uint8_t> bytes, readBytes(path));
    ARD_ASSIGN(TokenFile file, parseTokenFile(bytes, path));
    ARD_TRY(checkAgainst(data.m_info, file, path));
    data.m_count = file.count;
    data.m_offsets = std::move(file.offsets);
    data.m_ids = std::move(file.ids);
    return data;
}

bool PreparedData::has(const std::filesystem::path &folder, const std::string &part)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(folder / (part + ".tokens"), ignored);
}

Status writeTokenFile(const std::filesystem::path &path, int vocabulary, const std::vector<TokenPair> &pairs)
{
    if (vocabulary < 1 || vocabulary > largestVocabulary)
        return fail(ErrorCode::InvalidArgument,
                    "A vocabulary of " + std::to_string(vocabulary) + " words cannot be written");
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::int32_t> ids;
    for (const TokenPair &pair : pairs) {
        for (const auto *side : {&pair.source, &pair.target}) {
            ids.insert(ids.end(), side->begin(), side->end());
            offsets.push_back(ids.size());
        }
    }
    for (const std::int32_t id : ids) {
        if (id < 0 || id >= vocabulary)
            return fail(ErrorCode::InvalidArgument, "Id " + std::to_string(id) + " is outside the vocabulary");
    }
    std::vector<std::uint8_t> bytes;
    bytes.reserve(headerSize + offsets.size() * sizeof(std::uint64_t) + ids.size() * sizeof(std::int32_t));
    append(bytes, magic, magicSize);
    const std::uint32_t header[] = {version, std::uint32_t(vocabulary)};
    append(bytes, header, 2);
    const std::uint64_t count = pairs.size();
    append(bytes, &count, 1);
    append(bytes, offsets.data(), offsets.size());
    append(bytes, ids.data(), ids.size());
    return writeAtomically(path, bytes);
}

} // namespace ard
