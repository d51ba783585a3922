// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MemoryFile: a text under a path of its own, for a library that reads it from a file only. Nothing of it is on a disk, so that nothing is
// left behind or in another's way.
#include "base/Result.h"
#include <string>
#include <string_view>

namespace ard {

class MemoryFile {
public:
    MemoryFile() = default;
    ~MemoryFile();
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;

    Status hold(std::string_view text); ///< once
    std::string path() const;           ///< good in this process, as long as this lives

private:
    int m_file = -1;
};

} // namespace ard
