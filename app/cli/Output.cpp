// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Output.h"
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace ard::cli {

namespace {

Status failWriting()
{
    return fail(ErrorCode::Io, "Cannot write to standard output: " + std::generic_category().message(errno));
}

} // namespace

Status printResult(std::string_view text)
{
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
        return failWriting();
    return {};
}

Status finishResult()
{
    if (std::fflush(stdout) != 0)
        return failWriting();
    return {};
}

Status firstFailure(Status one, Status other)
{
    return one ? std::move(other) : std::move(one);
}

} // namespace ard::cli
