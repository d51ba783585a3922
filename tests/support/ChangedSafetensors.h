// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ChangedSafetensors: a safetensors file written again with other numbers or other metadata.
#include "base/Safetensors.h"
#include <functional>
#include <list>

namespace ard::test {

/// change gets each tensor's name, type and bytes.
inline Status changeTensors(const std::filesystem::path &path,
                            const std::function<void(const std::string &, TensorType, std::span<std::uint8_t>)> &change)
{
    ARD_ASSIGN(const Safetensors file, Safetensors::read(path));
    std::map<std::string, TensorView> views = file.tensors();
    std::list<std::vector<std::uint8_t>> held;
    for (auto &[name, view] : views) {
        auto &bytes = held.emplace_back(view.bytes.begin(), view.bytes.end());
        change(name, view.type, bytes);
        view.bytes = bytes;
    }
    return writeSafetensors(path, views, file.metadata());
}

/// Every number of the tensors whose names contain this: NaN in 16 and in 32 bits.
inline Status fillWithNan(const std::filesystem::path &path, const std::string &inName)
{
    return changeTensors(path, [&](const std::string &name, TensorType, std::span<std::uint8_t> bytes) {
        if (name.find(inName) != std::string::npos)
            std::fill(bytes.begin(), bytes.end(), std::uint8_t{0xff});
    });
}

/// The tensors stay.
inline Status changeMetadata(const std::filesystem::path &path, const std::string &key, const std::string &value)
{
    ARD_ASSIGN(const Safetensors file, Safetensors::read(path));
    std::map<std::string, std::string> metadata = file.metadata();
    metadata[key] = value;
    const std::map<std::string, TensorView> views = file.tensors();
    return writeSafetensors(path, views, metadata);
}

} // namespace ard::test
