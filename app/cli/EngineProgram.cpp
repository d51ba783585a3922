// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EngineProgram.h"
#include "SlimLibraries.h"
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <unistd.h>

namespace ard::cli {

namespace {

namespace fs = std::filesystem;

/// More than any machine of today has; libgomp keeps something on the stack for each and overflows it (engine/Runtime.cpp uses as
/// many threads as there are cores instead).
constexpr unsigned kMostThreads = 1024;

bool isTooMany(std::string_view threads)
{
    threads.remove_prefix(std::min(threads.find_first_not_of(' '), threads.size()));
    unsigned number = 0;
    const auto [end, error] = std::from_chars(threads.data(), threads.data() + threads.size(), number);
    return error == std::errc::result_out_of_range || (error == std::errc() && number > kMostThreads);
}

void prepareThreads()
{
    if (!std::getenv("OMP_WAIT_POLICY") && !std::getenv("GOMP_SPINCOUNT"))
        ::setenv("OMP_WAIT_POLICY", "passive", 1);
    if (const char *threads = std::getenv("OMP_NUM_THREADS"); threads && isTooMany(threads))
        ::unsetenv("OMP_NUM_THREADS");
}

/// programs: the folder of this program, in the build tree or installed.
void prepareLibraries(const fs::path &programs)
{
    for (const fs::path &libraries : {programs / "../lib/ardiff", programs / ".." / ARD_INSTALL_LIBDIR / "ardiff"}) {
        std::error_code error;
        const fs::path folder = fs::weakly_canonical(libraries / "slim", error);
        if (error || !isSlimFolderValid(folder))
            continue;
        const char *before = std::getenv("LD_LIBRARY_PATH");
        const bool some = before && *before;
        ::setenv("LD_LIBRARY_PATH", (folder.string() + (some ? ":" : "") + (some ? before : "")).c_str(), 1);
        return;
    }
}

} // namespace

Status startEngineProgram(char **arguments)
{
    std::error_code error;
    const fs::path programs = fs::read_symlink("/proc/self/exe", error).parent_path();
    const fs::path engine = programs / ".." / ARD_INSTALL_LIBEXECDIR / "ardiff";
    prepareThreads();
    prepareLibraries(programs);
    ::execv(engine.c_str(), arguments);
    return fail(ErrorCode::NotFound,
                engine.lexically_normal().string() +
                    ", the part of ardiff that computes, cannot be started: " + std::strerror(errno));
}

} // namespace ard::cli
