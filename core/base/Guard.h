// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Guard: the edge where exceptions of the standard library and of torch become errors. No torch: what it throws is a
// std::exception whose first line is its message, the rest where it came from.
#include "base/Result.h"
#include <exception>
#include <new>
#include <string>

namespace ard {

/// The error for the exception being handled; call it inside a catch block. what: "generating", "reading the weights".
inline Error currentError(const std::string &what)
{
    const auto outOfMemory = [&](std::string detail) {
        return Error{ErrorCode::OutOfMemory, "not enough memory while " + what, std::move(detail)};
    };
    try {
        throw;
    } catch (const std::bad_alloc &error) {
        return outOfMemory(error.what());
    } catch (const std::exception &error) {
        const std::string message = error.what();
        // Torch reports memory that it cannot get in words only.
        for (const char *words : {"out of memory", "allocate memory", "can't allocate"})
            if (message.find(words) != std::string::npos)
                return outOfMemory(message);
        return Error{ErrorCode::Internal,
                     "something went wrong while " + what + ": " + message.substr(0, message.find('\n')), message};
    } catch (...) {
        return Error{ErrorCode::Internal, "something went wrong while " + what, {}};
    }
}

/// Runs a function that returns a Result or Status and may throw.
template <class Function>
auto guarded(const std::string &what, Function &&function) -> decltype(function())
{
    try {
        return function();
    } catch (...) {
        return tl::unexpected<Error>(currentError(what));
    }
}

} // namespace ard
