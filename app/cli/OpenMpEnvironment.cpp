// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenMpEnvironment: how the threads of a parallel loop wait, and how many they are, before anything can ask.
//
// A thread of libgomp that has nothing to do spins. Beside any other work on the machine it takes that work's time and its
// own partner's: everything that generates is two to six times slower. Only the environment can say that threads
// shall sleep (OMP_WAIT_POLICY=passive), and libgomp reads it in its constructor, long before main. So the program starts
// itself again with the variable added: from .preinit_array, which runs before the constructors of LibTorch's three hundred
// libraries and costs milliseconds. Whoever sets the variable is left alone, which also means that this happens once.
//
// Nothing of the C library's state is there yet: no memory is allocated, and no function is called that a sanitizer replaces.
#include <alloca.h>
#include <cstddef>
#include <sys/auxv.h>
#include <unistd.h>

#if defined(__GNUC__)
#define ARD_PLAIN __attribute__((no_sanitize("address", "undefined")))
#else
#define ARD_PLAIN
#endif

namespace {

/// More than any machine of today has; libgomp keeps something on the stack for each and overflows it (engine/Runtime.cpp uses as
/// many threads as there are cores instead).
constexpr long kMostThreads = 1024;

/// What follows "NAME=" in an entry of the environment; null: it is another variable.
ARD_PLAIN const char *valueOf(const char *entry, const char *name)
{
    for (; *name; ++entry, ++name)
        if (*entry != *name)
            return nullptr;
    return *entry == '=' ? entry + 1 : nullptr;
}

ARD_PLAIN bool isTooMany(const char *threads)
{
    long number = 0;
    while (*threads == ' ')
        ++threads;
    for (; *threads >= '0' && *threads <= '9' && number <= kMostThreads; ++threads)
        number = 10 * number + (*threads - '0');
    return number > kMostThreads;
}

/// Copies to `to` what stays of the environment; true: something was left out or is to be added.
ARD_PLAIN bool changedEnvironment(char **from, char **to)
{
    static char passive[] = "OMP_WAIT_POLICY=passive";
    bool waitIsSaid = false, changed = false;
    for (; *from; ++from) {
        const char *threads = valueOf(*from, "OMP_NUM_THREADS");
        if (threads && isTooMany(threads)) {
            changed = true;
            continue;
        }
        waitIsSaid = waitIsSaid || valueOf(*from, "OMP_WAIT_POLICY") || valueOf(*from, "GOMP_SPINCOUNT");
        *to++ = *from;
    }
    if (!waitIsSaid)
        *to++ = passive;
    *to = nullptr;
    return changed || !waitIsSaid;
}

ARD_PLAIN void startWithPassiveWaiting(int, char **arguments, char **environment)
{
    std::size_t count = 0;
    while (environment[count])
        ++count;
    auto **changed = static_cast<char **>(alloca((count + 2) * sizeof(char *)));
    // Without an interpreter the loader was called by hand, as in "ld.so ./ardiff": the file that runs is not this program.
    if (!changedEnvironment(environment, changed) || getauxval(AT_BASE) == 0)
        return;
    char file[4096]; // the real name, so that the process is still called ardiff
    const ssize_t length = readlink("/proc/self/exe", file, sizeof file - 1);
    if (length <= 0)
        return;
    file[length] = '\0';
    execve(file, arguments, changed); // comes back only where that is not possible: then all is as it would be without
}

using Function = void (*)(int, char **, char **);
[[gnu::section(".preinit_array"), gnu::used]] const Function preinit = startWithPassiveWaiting;

} // namespace
