// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/FileLock.h"

#include "base/Unicode.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace ard {
namespace {

/// Whether the path still leads to the file that is open: its holder may have removed it between our opening and locking.
bool isStillThere(const std::filesystem::path &path, int descriptor)
{
    struct stat open {
    }, named{};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &named) == 0 && open.st_dev == named.st_dev &&
        open.st_ino == named.st_ino;
}

} // namespace

Result<std::optional<FileLock>> FileLock::take(const std::filesystem::path &file)
{
    while (true) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0)
            return fail(ErrorCode::Io, "Cannot write '" + printable(file.string()) + "': " + std::strerror(errno));
        FileLock lock(file, descriptor);
        int locked;
        do
            locked = ::flock(descriptor, LOCK_EX | LOCK_NB);
        while (locked != 0 && errno == EINTR);
        if (locked != 0 && errno == EWOULDBLOCK) {
            ::close(std::exchange(lock.m_descriptor, -1)); // the file is its holder's
            return std::nullopt;
        }
        if (locked != 0 || isStillThere(file, descriptor))
            return std::optional<FileLock>(std::move(lock));
        ::close(std::exchange(lock.m_descriptor, -1));
    }
}

FileLock::FileLock(FileLock &&other) noexcept
    : m_file(std::move(other.m_file)), m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileLock::~FileLock()
{
    if (m_descriptor < 0)
        return;
    ::unlink(m_file.c_str()); // while it is locked: whoever opened it meanwhile sees that it is gone
    ::close(m_descriptor);
}

} // namespace ard
