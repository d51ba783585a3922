// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PickleReader: reads one Python pickle (protocols 0 to 5, binary opcodes) with no Python: it builds plain values and knows
// the few names of PickleGlobals.h. Time and memory are in proportion to the bytes read, at most kMaxOperations steps.
// Opcodes: CPython's Lib/pickletools.py. Internal to core/checkpoint.
#include "base/Result.h"
#include "checkpoint/PickleValue.h"
#include <span>

namespace ard::pickle {

inline constexpr std::size_t kMaxOperations = 2'000'000;

/// Stops at the end of the first pickle; what follows it is not looked at. Error (Format, Unsupported): one phrase such as
/// "it asks for os.system, which ..".
Result<Document> read(std::span<const std::uint8_t> bytes);

} // namespace ard::pickle
