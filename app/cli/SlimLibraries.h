// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SlimLibraries: Debian's LibTorch names OpenCV, FFmpeg and others as libraries that it needs and calls nothing of them; they drag
// two hundred more in and double the time until main. cmake/slim-libraries.sh puts empty libraries of their names into a folder
// when the program is built, with a list of all libraries that remain as they were then.
#include <filesystem>

namespace ard::cli {

/// Whether the folder may go before all others on the library path: every library that was looked at when it was made is still the
/// same file, by its size and its time. After an upgrade of one of them it is not, and all is loaded as it always was.
bool isSlimFolderValid(const std::filesystem::path &folder);

} // namespace ard::cli
