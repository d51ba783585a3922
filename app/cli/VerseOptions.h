// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// VerseOptions: verse by people, for commands that judge outputs as verse or choose among candidates by it.
#include "base/Result.h"
#include "metrics/KnownVerse.h"
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

namespace ard::cli {

using KnownVersePointer = std::shared_ptr<const KnownVerse>;

/// --known-verse
void addKnownVerseOption(CLI::App &command, std::vector<std::string> &files);
/// Null where there are no files.
Result<KnownVersePointer> loadVerse(const std::vector<std::string> &files);

} // namespace ard::cli
