// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Checkpoint: a file that torch.save of Python wrote, as the reference implementation's trainer does: a dictionary with
// tensors in it. Both formats are read: the zip archive of today and the older one that is a row of pickles. Nothing in the
// file is ever run: a pickle is a program, and only the few instructions and names that such a checkpoint needs are known
// here (PickleGlobals.h), everything else is refused by name. Sizes, offsets and strides are checked before use. Needs no torch.
#include "checkpoint/CheckpointTensor.h"
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace ard {

struct CheckpointContents;

class Checkpoint {
public:
    Checkpoint(Checkpoint &&) noexcept;
    Checkpoint &operator=(Checkpoint &&) noexcept;
    ~Checkpoint();

    /// Reads the whole file into memory. Error: one sentence with the file's name.
    static Result<Checkpoint> read(const std::filesystem::path &path);
    static Result<Checkpoint> parse(std::vector<std::uint8_t> bytes, const std::string &nameForErrors);

    /// The tensors of the dictionary under key, or of the outermost one where key is empty. Checks the checksums of what it
    /// returns where the format has any. The storages stay valid as long as the checkpoint.
    Result<std::map<std::string, CheckpointTensor>> tensors(const std::string &key = "model_dict") const;
    /// A whole number of the outermost dictionary.
    std::optional<std::int64_t> number(const std::string &key) const;
    /// Text keys of the outermost dictionary, in the file's order.
    std::vector<std::string> keys() const;

private:
    explicit Checkpoint(std::unique_ptr<CheckpointContents> contents);
    std::unique_ptr<CheckpointContents> m_contents;
};

} // namespace ard
