// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TestDevice: where tests of the engine compute: on the CPU, or as ARD_TEST_DEVICE says ("cuda", "cuda:1"). A name that is no
// device, or one that is not there, fails the tests.
#include <QString>
#include <string>

namespace ard::test {

inline std::string testDevice()
{
    return qEnvironmentVariable("ARD_TEST_DEVICE", QStringLiteral("cpu")).toStdString();
}

} // namespace ard::test
