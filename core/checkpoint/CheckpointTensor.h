// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CheckpointTensor: one tensor of a checkpoint: a strided view of a storage, and how it becomes plain row-major numbers.
#include "base/Safetensors.h"
#include <cstdint>
#include <span>
#include <vector>

namespace ard {

/// Only those whose every element lies inside the storage leave Checkpoint.
struct CheckpointTensor {
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;     ///< in elements, not negative, as many as shape
    std::uint64_t offset = 0;              ///< of the first element, in elements
    std::span<const std::uint8_t> storage; ///< little-endian; the checkpoint's own memory

    std::uint64_t elements() const;
    bool isContiguous() const; ///< row-major without gaps
};

/// Whether all elements lie inside a storage of that many elements: offset + sum of (size - 1) * stride is one of them.
bool fitsStorage(const CheckpointTensor &tensor, std::uint64_t storageElements);
/// Whether it has at most so many elements. A stride of 0 repeats one: a tensor can have far more elements than its storage.
bool hasAtMost(const CheckpointTensor &tensor, std::uint64_t elements);

/// Row-major: a view of the checkpoint itself where that is possible, otherwise of copy, which is filled.
TensorView rowMajor(const CheckpointTensor &tensor, std::vector<std::uint8_t> &copy);

/// F64 rounded to F32 in copy; other types as they are.
TensorView narrowed(const TensorView &view, std::vector<std::uint8_t> &copy);

} // namespace ard
