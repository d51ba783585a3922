// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files: whole files in, whole files out. Writing goes to a temporary name beside the target, is flushed to disk and renamed,
// so that a reader sees the old file or the new one, and a full disk changes nothing.
#include "base/Result.h"
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ard {

/// Refuses files larger than maxBytes before reading them.
Result<std::string> readText(const std::filesystem::path &path, std::uint64_t maxBytes = 1ULL << 30);
Result<std::vector<std::uint8_t>> readBytes(const std::filesystem::path &path, std::uint64_t maxBytes = 1ULL << 32);
Status writeAtomically(const std::filesystem::path &path, std::span<const std::uint8_t> bytes);
Status writeAtomically(const std::filesystem::path &path, std::string_view text);
/// The parts one after the other, without a copy of the whole in memory.
Status writeAtomically(const std::filesystem::path &path, std::span<const std::span<const std::uint8_t>> parts);
/// Removes what writeAtomically left unfinished in a folder when its process was killed; what processes that still run
/// are writing stays. A folder that does not exist has none.
void removeAbandonedTemporaries(const std::filesystem::path &folder);
/// Whether writeAtomically could write that file now; the file stays as it is. For results that take long to compute.
Status checkWritable(const std::filesystem::path &path);
/// Whether files could be written to that folder, which may still have to be made; nothing is made.
Status checkFolderWritable(const std::filesystem::path &folder);
/// The file that a write to the path changes: links are followed, also one that points to nothing yet.
std::filesystem::path writtenFile(const std::filesystem::path &path);
/// Lines without their line ends (LF or CRLF) and without a byte order mark. Error when a line is not UTF-8.
Result<std::vector<std::string>> readLines(const std::filesystem::path &path);

} // namespace ard
