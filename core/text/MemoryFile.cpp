// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/MemoryFile.h"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

namespace ard {

MemoryFile::~MemoryFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

Status MemoryFile::hold(std::string_view text)
{
    m_file = ::memfd_create("ardiff", MFD_CLOEXEC);
    while (m_file >= 0 && !text.empty()) {
        const ssize_t written = ::write(m_file, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            break;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (m_file < 0 || !text.empty())
        return fail(ErrorCode::OutOfMemory, "There is no memory for a table", std::strerror(errno));
    return {};
}

std::string MemoryFile::path() const
{
    return fmt::format("/proc/self/fd/{}", m_file);
}

} // namespace ard
