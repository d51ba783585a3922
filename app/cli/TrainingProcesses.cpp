// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrainingProcesses.h"
#include "base/Log.h"
#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace ard::cli {

namespace {

/// A port of this computer that nobody listens on; the first process opens it in a moment.
int freePort()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool bound = descriptor >= 0 && ::bind(descriptor, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
        ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    return bound ? ntohs(address.sin_port) : 0;
}

/// Of this process, without --processes and its number.
std::vector<std::string> argumentsOfOne()
{
    std::ifstream file("/proc/self/cmdline");
    std::vector<std::string> arguments;
    for (std::string argument; std::getline(file, argument, '\0');) {
        constexpr std::string_view name = "--processes";
        if (argument == name)
            std::getline(file, argument, '\0');
        else if (!argument.starts_with(std::string(name) + '='))
            arguments.push_back(argument);
    }
    return arguments;
}

void setNumber(const char *name, int number)
{
    ::setenv(name, std::to_string(number).c_str(), 1);
}

/// In the child: never comes back. Only the first is heard: the others would say the same.
[[noreturn]] void become(int rank, int count, int port, std::vector<std::string> arguments, const sigset_t &before)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // the others of a killed training would wait for it
    ::setpgid(0, 0);                    // Ctrl-C is for the one that hands it on
    ::sigprocmask(SIG_SETMASK, &before, nullptr);
    const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()) / count);
    setNumber("RANK", rank);
    setNumber("LOCAL_RANK", rank);
    setNumber("WORLD_SIZE", count);
    setNumber("MASTER_PORT", port);
    ::setenv("MASTER_ADDR", "127.0.0.1", 1);
    for (const char *name : {"OMP_NUM_THREADS", "BLIS_NUM_THREADS", "OPENBLAS_NUM_THREADS"})
        setNumber(name, threads);
    if (rank > 0)
        if (const int nowhere = ::open("/dev/null", O_WRONLY); nowhere >= 0) {
            ::dup2(nowhere, STDOUT_FILENO);
            ::dup2(nowhere, STDERR_FILENO);
        }
    std::vector<char *> pointers;
    for (std::string &argument : arguments)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    ::execv("/proc/self/exe", pointers.data());
    ::_exit(1);
}

int statusOf(int wait)
{
    return WIFEXITED(wait) ? WEXITSTATUS(wait) : 128 + WTERMSIG(wait);
}

/// The processes of a training, in the order of their ranks.
class Processes {
public:
    explicit Processes(std::vector<pid_t> ranks) : m_ranks(std::move(ranks)) { }

    /// Until all have ended; signals: those that are blocked, SIGCHLD among them.
    int wait(const sigset_t &signals)
    {
        while (isAnyAlive()) {
            const timespec second{1, 0};
            const int signal = ::sigtimedwait(&signals, nullptr, &second);
            if ((signal == SIGINT || signal == SIGTERM) && m_ranks.front() > 0)
                ::kill(m_ranks.front(), signal); // the others hear of it with the next sum of gradients
            reap();
            if (m_failed >= 0 && (m_ranks.front() == 0 || std::chrono::steady_clock::now() > m_patience))
                killAll(); // they would wait for it; the checkpoint is the last one that was saved
        }
        if (m_failed > 0)
            log::error(fmt::format("process {} of the training ended with status {}", m_failed + 1, m_status));
        return m_status;
    }

    void killAll()
    {
        for (const pid_t process : m_ranks)
            if (process > 0)
                ::kill(process, SIGKILL);
    }

private:
    bool isAnyAlive() const
    {
        return std::any_of(m_ranks.begin(), m_ranks.end(), [](pid_t process) { return process > 0; });
    }

    void reap()
    {
        int wait = 0;
        for (pid_t ended = 0; (ended = ::waitpid(-1, &wait, WNOHANG)) > 0;) {
            const auto rank = std::find(m_ranks.begin(), m_ranks.end(), ended);
            if (rank == m_ranks.end())
                continue;
            *rank = 0;
            const auto index = static_cast<int>(rank - m_ranks.begin());
            // What the first says of it counts, where it comes to say something.
            if (statusOf(wait) == 0 || (m_failed >= 0 && (index != 0 || WIFSIGNALED(wait))))
                continue;
            m_failed = index;
            m_status = statusOf(wait);
            m_patience = std::chrono::steady_clock::now() + kPatience;
        }
    }

    static constexpr std::chrono::seconds kPatience{10}; ///< for the first to end by itself after another failed

    std::vector<pid_t> m_ranks; ///< 0: ended
    int m_failed = -1;          ///< rank; -1: none
    int m_status = 0;
    std::chrono::steady_clock::time_point m_patience;
};

} // namespace

bool isOneOfSeveral()
{
    constexpr const char *names[] = {"WORLD_SIZE", "OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"};
    return std::any_of(std::begin(names), std::end(names), [](const char *name) { return std::getenv(name); });
}

Result<int> runAsProcesses(int count)
{
    const int port = freePort();
    if (port == 0)
        return fail(ErrorCode::Io, "no port of this computer is free for the processes of the training to meet");
    sigset_t signals, before;
    ::sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGCHLD})
        ::sigaddset(&signals, signal);
    ::sigprocmask(SIG_BLOCK, &signals, &before);
    const std::vector<std::string> arguments = argumentsOfOne();
    std::vector<pid_t> ranks;
    for (int rank = 0; rank < count; ++rank) {
        const pid_t process = ::fork();
        if (process == 0)
            become(rank, count, port, arguments, before);
        if (process < 0) {
            const std::string reason = std::strerror(errno);
            Processes(ranks).killAll();
            return fail(ErrorCode::Io, "a process of the training cannot be started: " + reason);
        }
        ranks.push_back(process);
    }
    return Processes(std::move(ranks)).wait(signals);
}

} // namespace ard::cli
