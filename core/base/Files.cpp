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
    const bool device = S_ISBLK(info.st_mode) || (S_ISCHR(info.st_mode) && ::isatty(file.number()) == 0);
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
            if (device && used >= chunk) // /dev/null has an end, /dev/zero has none
                return fail(ErrorCode::Format, "'" + nameOf(path) + "' is a device, a file is needed");
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

int createTemporary(const fs::path &temporary)
{
    return ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

tl::unexpected<Error> failTarget(const fs::path &path, int number)
{
    if (number == ENOENT)
        return fail(ErrorCode::NotFound, "Cannot write '" + nameOf(path) + "': its folder does not exist");
    return failIo("write", path, number);
}

/// Writes and flushes the temporary file; the caller removes it when this fails.
bool fillTemporary(const fs::path &temporary, const struct stat *existing, ByteParts parts)
{
    Descriptor file(createTemporary(temporary));
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

/// False: it is not there yet. Error: it is a folder, or no name that a file can have, such as a circle of links.
Result<bool> lookAtTarget(const fs::path &path, struct stat &info)
{
    if (::stat(path.c_str(), &info) != 0) {
        if (errno != ENOENT)
            return failIo("write", path, errno);
        return false;
    }
    if (S_ISDIR(info.st_mode))
        return fail(ErrorCode::Io, "Cannot write '" + nameOf(path) + "': it is a folder");
    return true;
}

/// 0: a temporary file can be made beside the target; otherwise why not.
int probe(const fs::path &target)
{
    const fs::path temporary = temporaryBeside(target);
    const Descriptor file(createTemporary(temporary));
    if (!file.isOpen())
        return errno;
    ::unlink(temporary.c_str());
    return 0;
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
    struct stat info { };
    ARD_ASSIGN(const bool exists, lookAtTarget(path, info));
    if (exists && !S_ISREG(info.st_mode))
        return writeInPlace(path, parts);
    const fs::path target = writtenFile(path);
    const fs::path temporary = temporaryBeside(target);
    if (!fillTemporary(temporary, exists ? &info : nullptr, parts) ||
        ::rename(temporary.c_str(), target.c_str()) != 0) {
        const int number = errno;
        ::unlink(temporary.c_str());
        return failTarget(path, number);
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

fs::path writtenFile(const fs::path &path)
{
    constexpr int mostLinks = 40; // as the kernel's
    std::error_code error;
    fs::path target = path;
    for (int links = 0; links < mostLinks && fs::is_symlink(target, error); ++links)
        target = target.parent_path() / fs::read_symlink(target, error); // an absolute one replaces all
    return target;
}

Status checkWritable(const fs::path &path)
{
    struct stat info { };
    ARD_ASSIGN(const bool exists, lookAtTarget(path, info));
    if (exists && !S_ISREG(info.st_mode)) {
        if (::access(path.c_str(), W_OK) != 0)
            return failIo("write", path, errno);
        return {};
    }
    const int number = probe(writtenFile(path));
    if (number != 0)
        return failTarget(path, number);
    return {};
}

Status checkFolderWritable(const fs::path &folder)
{
    std::error_code error;
    fs::path there = fs::absolute(folder, error);
    while (!fs::exists(fs::symlink_status(there, error)) && there.has_relative_path())
        there = there.parent_path();
    if (!fs::is_directory(there, error))
        return fail(ErrorCode::Io,
                    "Cannot make the folder '" + nameOf(folder) + "': '" + nameOf(there) + "' is not a folder");
    if (const int number = probe(there / "file"); number != 0)
        return failIo("write to the folder", folder, number);
    return {};
}

Result<std::vector<std::string>> readLines(const fs::path &path)
{
    ARD_ASSIGN(const std::string text, readText(path));
    std::string_view rest = withoutByteOrderMark(text);
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
