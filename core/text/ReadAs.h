// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ReadAs: a table of what a vocabulary reads as something else, such as traditional Chinese characters as simplified ones.
#include "base/Result.h"
#include <filesystem>
#include <string>

namespace ard {

/// From a file with lines "text<TAB>what it is read as", neither empty, the form that SentencePiece wants (code points in hexadecimal).
/// Error: no lines, another number of tabs, an empty side, a text that is not UTF-8 or stands there twice; says the line.
Result<std::string> sentencePieceRules(const std::filesystem::path &path);

} // namespace ard
