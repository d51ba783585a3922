// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Neighbour: a process that keeps one core busy when it is told to. Made before there is much memory, which a process shares with the
// one that started it until it writes there. Where no process can be started there is none.
#include <sys/types.h>

namespace ard::bench {

class Neighbour {
public:
    Neighbour();
    ~Neighbour();
    Neighbour(const Neighbour &) = delete;
    Neighbour &operator=(const Neighbour &) = delete;
    bool exists() const { return m_process > 0; }
    void work() const;
    void rest() const;

private:
    pid_t m_process = -1;
};

} // namespace ard::bench
