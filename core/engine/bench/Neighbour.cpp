// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/Neighbour.h"

#include <atomic>
#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ard::bench {

Neighbour::Neighbour() : m_process(fork())
{
    if (m_process > 0)
        waitpid(m_process, nullptr, WUNTRACED); // it rests until it is told to work
    if (m_process != 0)
        return;
    prctl(PR_SET_PDEATHSIG, SIGKILL); // it must not outlive a benchmark that is killed
    raise(SIGSTOP);
    for (std::atomic<unsigned> count{0};;) // with an effect, so that the loop may not be taken for one that ends
        ++count;
}

void Neighbour::work() const
{
    if (m_process > 0)
        kill(m_process, SIGCONT);
}

void Neighbour::rest() const
{
    if (m_process > 0)
        kill(m_process, SIGSTOP);
}

Neighbour::~Neighbour()
{
    if (m_process <= 0)
        return;
    kill(m_process, SIGKILL);
    waitpid(m_process, nullptr, 0);
}

} // namespace ard::bench
