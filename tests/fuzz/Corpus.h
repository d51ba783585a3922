// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Corpus: inputs that libFuzzer found to take a way of their own through a reader, in one CBOR file (RFC 8949) a target: an array of
// byte strings, smallest first. libFuzzer wants a folder with a file an input.
#include "base/Result.h"
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace ard::test {

using Inputs = std::vector<std::vector<std::uint8_t>>;

/// Error where the file is not such an array, or an empty one.
Result<Inputs> readCorpus(const std::filesystem::path &file);
/// All files of a folder.
Status keepCorpus(const std::filesystem::path &folder, const std::filesystem::path &file);
/// Each input as a file of the folder, which must be there.
Status writeInputs(const Inputs &inputs, const std::filesystem::path &folder);

} // namespace ard::test
