// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Output: results on standard output, with the failure that a full disk or a closed pipe is.
#include "base/Result.h"
#include <string_view>

namespace ard::cli {

Status printResult(std::string_view text);
/// Call once at the end: what was buffered can still fail to be written.
Status finishResult();
/// The first of two failures: what was computed is printed also where it could not be saved, and saved where it could not be printed.
Status firstFailure(Status one, Status other);

} // namespace ard::cli
