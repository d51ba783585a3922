// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CheckpointContents: what both formats come down to: one pickle and the storages it names. Internal to core/checkpoint.
#include "checkpoint/PickleValue.h"
#include "checkpoint/ZipArchive.h"
#include <map>
#include <optional>

namespace ard {

struct CheckpointContents {
    std::string name; ///< the file's, for errors
    std::vector<std::uint8_t> bytes;
    pickle::Document document;
    std::optional<ZipArchive> archive;                           ///< the zip format: storages are entries
    std::string folder;                                          ///< in the archive, with a slash at its end
    std::map<std::string, std::span<const std::uint8_t>> blocks; ///< the older format: storages by key
};

/// Every storage that the pickle names, by key. Error: one key with two meanings.
Result<std::map<std::string, pickle::Storage>> storagesOf(const pickle::Document &document);

/// Fills document and blocks from bytes in the older format: the pickles of a magic number, the format's version, the
/// writer's properties, the object and the list of storage keys, then each storage: its count of elements (64 bits), numbers.
Status readLegacy(CheckpointContents &contents);
bool isLegacy(std::span<const std::uint8_t> bytes);

} // namespace ard
