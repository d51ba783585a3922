// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PickleValue: what a pickle of torch.save may hold, as plain values. Values refer to each other by number, so that a file
// that makes a list contain itself harms nobody. Internal to core/checkpoint.
#include "base/Safetensors.h"
#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ard::pickle {

/// Number of a value within its Document.
using Ref = std::uint32_t;

struct None { };
struct Bytes {
    std::string data;
};
/// A whole number of more than 64 bits, little-endian two's complement as in the file.
struct BigNumber {
    std::string data;
};
struct Tuple {
    std::vector<Ref> items;
};
struct List {
    std::vector<Ref> items;
};
/// dict and OrderedDict alike: a key that was set twice is there twice, the last one counts.
struct Dict {
    std::vector<std::pair<Ref, Ref>> items;
};

enum class GlobalKind { OrderedDict, RebuildTensor, RebuildParameter, StorageType, Size, Device, Dtype, Unneeded };
/// One of the few names that a checkpoint may mention.
struct Global {
    GlobalKind kind = GlobalKind::OrderedDict;
    TensorType type = TensorType::F32; ///< of a StorageType
};

/// What a known name that no weight needs would have made, such as a number of numpy in the state of an optimizer.
struct Opaque { };

/// Numbers that lie elsewhere in the file; one storage can serve several tensors.
struct Storage {
    TensorType type = TensorType::F32;
    std::string key;
    std::uint64_t elements = 0;
};
/// A view of a storage; offset and strides count elements. Nothing is checked yet.
struct Tensor {
    Ref storage = 0; ///< is a Storage
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape, strides; ///< of the same size
};

using Value = std::variant<None, bool, std::int64_t, double, std::string, Bytes, BigNumber, Tuple, List, Dict, Global,
                           Opaque, Storage, Tensor>;

/// All values of one pickle and the one that it stands for.
struct Document {
    std::deque<Value> values;
    Ref root = 0;
    std::size_t bytesUsed = 0;   ///< where the pickle ended
    std::size_t copiedPairs = 0; ///< into dictionaries, by calls

    Ref add(Value value)
    {
        values.push_back(std::move(value));
        return static_cast<Ref>(values.size() - 1);
    }

    template <class T>
    const T *as(Ref ref) const
    {
        return std::get_if<T>(&values[ref]);
    }
    template <class T>
    const T *rootAs() const
    {
        return as<T>(root);
    }
    /// The value of a text key of a Dict; nothing when it is not there.
    const Value *find(const Dict &dict, const std::string &key) const
    {
        for (auto it = dict.items.rbegin(); it != dict.items.rend(); ++it)
            if (const auto *text = as<std::string>(it->first); text && *text == key)
                return &values[it->second];
        return nullptr;
    }
};

} // namespace ard::pickle
