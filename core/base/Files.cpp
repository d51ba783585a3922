// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Files.h"
#include "base/Unicode.h"
#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace ard {

namespace {

namespace fs = std::filesystem;
using ByteParts = std::span<const std::span<const std::uint8_t>>;

std::string nameOf(const fs::path &path)
{
    return printable(path.string());
}

std::string errorText(int number)
{
    return std::generic_category().message(number);
}

tl::unexpected<Error> failIo(const char *action, const fs::path &path, int number)
{
    const ErrorCode code = number == ENOENT ? ErrorCode::NotFound : ErrorCode::Io;
    return fail(code, std::string("Cannot ") + action + " '" + nameOf(path) + "': " + errorText(number));
}

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) { }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    /// False when closing reports a late write error.
    bool close()
    {
        const int number = std::exchange(m_number, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int m_number;
};

tl::unexpected<Error> failTooLarge(const fs::path &path, std::uint64_t maxBytes)
{
    return fail(ErrorCode::Format,
                "'" + nameOf(path) + "' is larger than the " + std::to_string(maxBytes) +
                    " bytes that are accepted here");
}

/// Reads until the end or until there is one byte too many; works on pipes and devices, whose size is not known.
template <class Container>
Result<Container> readAll(const fs::path &path, std::uint64_t maxBytes)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return failIo("read", path, errno);
    struct stat info { };
    if (::fstat(file.number(), &info) != 0)
        return failIo("read", path, errno);
    if (S_ISDIR(info.st_mode))
        return fail(ErrorCode::Io, "'" + nameOf(path) + "' is a folder, a file is needed");
    if (S_ISREG(info.st_mode) && static_cast<std::uint64_t>(info.st_size) > maxBytes)
        return failTooLarge(path, maxBytes);
    constexpr std::size_t chunk = 1 << 16;
    try {
        Container data;
        data.resize(S_ISREG(info.st_mode) ? static_cast<std::size_t>(info.st_size) + 1 : chunk);
        std::size_t used = 0;
        while (true) {
            const ssize_t got = ::read(file.number(), data.data() + used, data.size() - used);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return failIo("read", path, errno);
            used += static_cast<std::size_t>(got);
            if (used > maxBytes)
                return failTooLarge(path, maxBytes);
            if (got == 0)
                break;
            if (used == data.size())
                data.resize(data.size() + std::max(data.size() / 2, chunk));
        }
        data.resize(used);
        return data;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory to read '" + nameOf(path) + "'");
    }
}

bool writeFully(int descriptor, ByteParts parts)
{
    for (auto part : parts) {
        while (!part.empty()) {
            const ssize_t put = ::write(descriptor, part.data(), part.size());
            if (put < 0 && errno == EINTR)
                continue;
            if (put < 0)
                return false;
            part = part.subspan(static_cast<std::size_t>(put));
        }
    }
    return true;
}

/// Devices and pipes (/dev/stdout) cannot be replaced by a rename: they are written in place.
Status writeInPlace(const fs::path &path, ByteParts parts)
{
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen() || !writeFully(file.number(), parts) || !file.close())
        return failIo("write", path, errno);
    return {};
}

fs::path temporaryBeside(const fs::path &target)
{
    static std::atomic<unsigned> counter{0};
    // Short and independent of the target's name, which may already have the greatest length that the file system
    // allows.
    const std::string name = ".ard-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp";
    return target.parent_path() / name;
}

/// The process that made a temporary file of temporaryBeside; 0 for any other name.
pid_t writerOf(const std::string &name)
{
    int pid = 0, end = 0;
    unsigned number = 0;
    const bool ours = std::sscanf(name.c_str(), ".ard-%d-%u.tmp%n", &pid, &number, &end) == 2;
    return ours && end == static_cast<int>(name.size()) ? pid : 0;
}

bool isRunning(pid_t pid)
{
    return pid == ::getpid() || ::kill(pid, 0) == 0 || errno != ESRCH;
}

/// Writes and flushes the temporary file; the caller removes it when this fails.
bool fillTemporary(const fs::path &temporary, const struct stat *existing, ByteParts parts)
{
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file.isOpen())
        return false;
    if (existing && ::fchmod(file.number(), existing->st_mode & 07777) != 0)
        return false;
    return writeFully(file.number(), parts) && ::fsync(file.number()) == 0 && file.close();
}

/// A rename lasts through a power cut only when the folder is flushed too; a file system that cannot do that is no
/// failure.
void flushFolder(const fs::path &folder)
{
    const Descriptor directory(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.isOpen())
        ::fsync(directory.number());
}

} // namespace

Result<std::string> readText(const fs::path &path, std::uint64_t maxBytes)
{
    return readAll<std::string>(path, maxBytes);
}

Result<std::vector<std::uint8_t>> readBytes(const fs::path &path, std::uint64_t maxBytes)
{
    return readAll<std::vector<std::uint8_t>>(path, maxBytes);
}

Status writeAtomically(const fs::path &path, std::span<const std::span<const std::uint8_t>> parts)
{
    std::error_code error;
    const fs::path resolved = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
    const fs::path &target = error || resolved.empty() ? path : resolved;
    struct stat info { };
    const bool exists = ::stat(target.c_str(), &info) == 0;
    if (exists && S_ISDIR(info.st_mode))
        return fail(ErrorCode::Io, "Cannot write '" + nameOf(path) + "': it is a folder");
    if (exists && !S_ISREG(info.st_mode))
        return writeInPlace(target, parts);
    const fs::path temporary = temporaryBeside(target);
    if (!fillTemporary(temporary, exists ? &info : nullptr, parts) ||
        ::rename(temporary.c_str(), target.c_str()) != 0) {
        const int number = errno;
        ::unlink(temporary.c_str());
        if (number == ENOENT)
            return fail(ErrorCode::NotFound, "Cannot write '" + nameOf(path) + "': its folder does not exist");
        return failIo("write", path, number);
    }
    flushFolder(target.parent_path());
    return {};
}

Status writeAtomically(const fs::path &path, std::span<const std::uint8_t> bytes)
{
    const std::array<std::span<const std::uint8_t>, 1> parts{bytes};
    return writeAtomically(path, std::span<const std::span<const std::uint8_t>>(parts));
}

Status writeAtomically(const fs::path &path, std::string_view text)
{
    return writeAtomically(path, std::span(reinterpret_cast<const std::uint8_t *>(text.data()), text.size()));
}

void removeAbandonedTemporaries(const fs::path &folder)
{
    std::error_code error;
    std::vector<fs::path> abandoned;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (const pid_t writer = writerOf(it->path().filename().string()); writer > 0 && !isRunning(writer))
            abandoned.push_back(it->path());
    for (const fs::path &file : abandoned)
        ::unlink(file.c_str());
}

Result<std::vector<std::string>> readLines(const fs::path &path)
{
    ARD_ASSIGN(const std::string text, readText(path));
    std::string_view rest = text;
    if (rest.starts_with("\xEF\xBB\xBF"))
        rest.remove_prefix(3);
    std::vector<std::string> lines;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!isValidUtf8(line))
            return fail(ErrorCode::Format,
                        "Line " + std::to_string(lines.size() + 1) + " of '" + nameOf(path) + "' is not UTF-8 text");
        lines.emplace_back(line);
    }
    return lines;
}

} // namespace ard
