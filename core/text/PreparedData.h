// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PreparedData: pairs of source and target ids that `ardiff prepare` wrote and the trainer reads. Plain C++: needs
// neither torch nor SentencePiece, so a model can be trained on prepared data where SentencePiece is absent.
//
// A folder holds prepared.json (sizes, vocabulary, statistics), tokenizer.model, train.tokens, perhaps valid.tokens.
// A token file is little-endian and can be mapped as it is:
//   offset 0   8 bytes  "ARDTOKEN"
//          8   u32      version, 1
//         12   u32      vocabulary (every id is below it)
//         16   u64      count of pairs
//         24   u64      offsets[2*count + 1], in ids: source i is [2i, 2i+1), target i is [2i+1, 2i+2)
//              i32      ids
// Ids carry neither PAD nor end marks; the trainer pads. Everything is checked on load: a truncated or hostile file is
// an error and is never read beyond its end. Immutable after loading, thread-safe.
#include "base/Result.h"
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace ard {

/// What prepared.json says about a folder.
struct PreparedInfo {
    int vocabulary = 0; ///< ids are 0..vocabulary-1
    int padId = 0;
    int unknownId = 1;
    int maxSource = 0;  ///< no source is longer, in ids
    int maxTarget = 0;  ///< N: no target is longer, in ids
    bool lower = false; ///< the text was folded to lower case before it was cut into pieces
    friend bool operator==(const PreparedInfo &, const PreparedInfo &) = default;
};

/// One pair on its way into a token file.
struct TokenPair {
    std::vector<std::int32_t> source;
    std::vector<std::int32_t> target;
};

class PreparedData {
public:
    /// part is "train" or "valid": reads <folder>/prepared.json and <folder>/<part>.tokens.
    static Result<PreparedData> load(const std::filesystem::path &folder, const std::string &part = "train");
    /// Whether the folder has that part at all.
    static bool has(const std::filesystem::path &folder, const std::string &part);

    std::size_t size() const { return m_count; } ///< pairs
    /// i < size(). The span stays valid as long as this object.
    std::span<const std::int32_t> source(std::size_t i) const { return slice(2 * i); }
    std::span<const std::int32_t> target(std::size_t i) const { return slice(2 * i + 1); }

    const PreparedInfo &info() const { return m_info; }
    int vocabulary() const { return m_info.vocabulary; }
    int padId() const { return m_info.padId; }
    int maxSource() const { return m_info.maxSource; }
    int maxTarget() const { return m_info.maxTarget; }

private:
    std::span<const std::int32_t> slice(std::size_t k) const
    {
        return std::span(m_ids).subspan(m_offsets[k], m_offsets[k + 1] - m_offsets[k]);
    }
    PreparedInfo m_info;
    std::size_t m_count = 0;
    std::vector<std::uint64_t> m_offsets; ///< 2 * m_count + 1
    std::vector<std::int32_t> m_ids;
};

/// Reads and checks prepared.json.
Result<PreparedInfo> readPreparedInfo(const std::filesystem::path &folder);
/// Writes one token file atomically. Ids outside 0..vocabulary-1 are an error.
Status writeTokenFile(const std::filesystem::path &path, int vocabulary, const std::vector<TokenPair> &pairs);

} // namespace ard
