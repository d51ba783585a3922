// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FileLock: one program at a time in a place. The lock is held on a small file as long as the object lives; it ends with
// the process, however that ends, and the file is removed where it ends in order.
#include "base/Result.h"
#include <filesystem>
#include <optional>

namespace ard {

class FileLock {
public:
    /// Makes the file. Nothing: another process (or another lock of this one) holds it. A file system without locks gives
    /// a lock that keeps nobody out. Error: the file cannot be made.
    static Result<std::optional<FileLock>> take(const std::filesystem::path &file);
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) = delete;
    ~FileLock();

private:
    FileLock(std::filesystem::path file, int descriptor) : m_file(std::move(file)), m_descriptor(descriptor) { }

    std::filesystem::path m_file;
    int m_descriptor; ///< -1: handed on
};

} // namespace ard
