// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/CheckpointTensor.h"
#include <algorithm>
#include <cstring>

namespace ard {

std::uint64_t CheckpointTensor::elements() const
{
    std::uint64_t count = 1;
    for (const std::int64_t extent : shape)
        count *= static_cast<std::uint64_t>(extent);
    return count;
}

bool CheckpointTensor::isContiguous() const
{
    std::uint64_t expected = 1;
    for (std::size_t i = shape.size(); i-- > 0;) {
        if (shape[i] != 1 && static_cast<std::uint64_t>(strides[i]) != expected)
            return false;
        expected *= static_cast<std::uint64_t>(shape[i]);
    }
    return true;
}

bool fitsStorage(const CheckpointTensor &tensor, std::uint64_t storageElements)
{
    const auto negative = [](std::int64_t number) { return number < 0; };
    if (tensor.shape.size() != tensor.strides.size() ||
        std::any_of(tensor.shape.begin(), tensor.shape.end(), negative) ||
        std::any_of(tensor.strides.begin(), tensor.strides.end(), negative))
        return false;
    if (std::find(tensor.shape.begin(), tensor.shape.end(), 0) != tensor.shape.end())
        return tensor.offset <= storageElements;
    // Neither product nor sum can overflow: each factor is held against what is left first.
    std::uint64_t last = tensor.offset;
    if (last >= storageElements)
        return false;
    for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
        const auto extent = static_cast<std::uint64_t>(tensor.shape[i]);
        const auto stride = static_cast<std::uint64_t>(tensor.strides[i]);
        if (stride != 0 && extent - 1 > (storageElements - 1 - last) / stride)
            return false;
        last += (extent - 1) * stride;
    }
    return true;
}

bool hasAtMost(const CheckpointTensor &tensor, std::uint64_t elements)
{
    if (std::find(tensor.shape.begin(), tensor.shape.end(), 0) != tensor.shape.end())
        return true;
    std::uint64_t left = elements;
    for (const std::int64_t extent : tensor.shape)
        left /= static_cast<std::uint64_t>(extent);
    return left > 0;
}

TensorView rowMajor(const CheckpointTensor &tensor, std::vector<std::uint8_t> &copy)
{
    const std::size_t size = byteSize(tensor.type);
    const std::uint64_t count = tensor.elements();
    if (count == 0)
        return {tensor.type, tensor.shape, {}};
    if (tensor.isContiguous())
        return {tensor.type, tensor.shape, tensor.storage.subspan(tensor.offset * size, count * size)};
    copy.resize(count * size);
    std::vector<std::int64_t> index(tensor.shape.size(), 0);
    std::uint64_t from = tensor.offset;
    for (std::uint64_t to = 0; to < count; ++to) {
        std::memcpy(copy.data() + to * size, tensor.storage.data() + from * size, size);
        for (std::size_t axis = index.size(); axis-- > 0;) {
            from += static_cast<std::uint64_t>(tensor.strides[axis]);
            if (++index[axis] < tensor.shape[axis])
                break;
            from -= static_cast<std::uint64_t>(tensor.strides[axis] * tensor.shape[axis]);
            index[axis] = 0;
        }
    }
    return {tensor.type, tensor.shape, copy};
}

TensorView narrowed(const TensorView &view, std::vector<std::uint8_t> &copy)
{
    if (view.type != TensorType::F64)
        return view;
    std::vector<std::uint8_t> narrow(view.bytes.size() / 2);
    for (std::size_t i = 0; i < view.bytes.size() / sizeof(double); ++i) {
        double wide = 0;
        std::memcpy(&wide, view.bytes.data() + i * sizeof wide, sizeof wide);
        const auto number = static_cast<float>(wide);
        std::memcpy(narrow.data() + i * sizeof number, &number, sizeof number);
    }
    copy = std::move(narrow); // only now: the view may be one of copy
    return {TensorType::F32, view.shape, copy};
}

} // namespace ard
