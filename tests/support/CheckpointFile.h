// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CheckpointFile: writes the files that torch.save writes, good ones and hostile ones, from pickles given as bytes.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ard::test {

using Entries = std::vector<std::pair<std::string, std::string>>;

/// A zip file with stored entries. zip64: every size and place is in a record of 64 bits, as in files of more than 4 GiB.
std::vector<std::uint8_t> zipFile(const Entries &entries, bool zip64 = false);
/// The zip format: a pickle and storages by key.
std::vector<std::uint8_t> zipCheckpoint(const std::string &pickle, const Entries &storages);
/// The older format: a pickle and storages by key; each with the count of elements that it says it has.
struct Block {
    std::string key;
    std::uint64_t elements = 0;
    std::string bytes;
};
std::vector<std::uint8_t> legacyCheckpoint(const std::string &pickle, const std::vector<Block> &blocks);

// Parts of pickles of protocol 2.
std::string pickled(const std::string &body); ///< with its start and stop
std::string textOp(const std::string &text);
std::string numberOp(std::int64_t number);
std::string globalOp(const std::string &module, const std::string &name);
/// A tensor of float32 ("torch", "FloatStorage") over the storage key.
struct TensorText {
    std::string key = "0";
    std::int64_t elements = 4, offset = 0;
    std::vector<std::int64_t> shape{2, 2}, strides{2, 1};
    std::string storageType = "FloatStorage";
    bool legacy = false;
};
std::string tensorOp(const TensorText &tensor);
/// {"model_dict": {name: tensor, ..}, "offset": 7}
std::string statePickle(const std::vector<std::pair<std::string, TensorText>> &tensors);

} // namespace ard::test
