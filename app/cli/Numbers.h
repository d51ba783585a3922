// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Numbers: which numbers an option takes. CLI11 reads "" as 0, -1 and 2^64 as 2^64-1 and 010 as 8, and prints the bounds of
// its own ranges as text of 300 digits.
#include <CLI/CLI.hpp>

namespace ard::cli {

// Checks of an option's number, whole or not; the sentence says what it must be.
CLI::Validator atLeast(double low);              ///< "must be at least 1"
CLI::Validator moreThan(double low);             ///< "must be more than 0"
CLI::Validator between(double low, double high); ///< "must be from 1 to 4096"

/// Every option of the program and its commands that holds a number takes only what is one, in decimal and within its type:
/// whole numbers of 64 bits, signed or not, and finite numbers. Call it once, when all options are there.
void readNumbersStrictly(CLI::App &app);

} // namespace ard::cli
