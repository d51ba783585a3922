// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Fingerprint: a short name for a model's exact content, to say in a run file which model wrote it. 64-bit FNV-1a: it
// tells models apart, it does not protect against forgery. No torch.
#include "base/Safetensors.h"
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ard {

class Fingerprint {
public:
    void add(std::span<const std::uint8_t> bytes);
    void add(std::string_view text);
    std::string hex() const; ///< 16 digits

private:
    std::uint64_t m_state = 0xcbf29ce484222325;
};

/// Of model.json's text and every tensor's name, type, shape and bytes.
std::string modelFingerprint(std::string_view modelJson, const Safetensors &weights);

} // namespace ard
