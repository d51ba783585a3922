// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Fingerprint.h"

#include <fmt/format.h>

namespace ard {

void Fingerprint::add(std::span<const std::uint8_t> bytes)
{
    for (const std::uint8_t byte : bytes)
        m_state = (m_state ^ byte) * 0x100000001b3;
}

void Fingerprint::add(std::string_view text)
{
    add(std::span(reinterpret_cast<const std::uint8_t *>(text.data()), text.size()));
}

std::string Fingerprint::hex() const
{
    return fmt::format("{:016x}", m_state);
}

std::string modelFingerprint(std::string_view modelJson, const Safetensors &weights)
{
    Fingerprint fingerprint;
    fingerprint.add(modelJson);
    for (const auto &[name, view] : weights.tensors()) {
        fingerprint.add(fmt::format("{} {} {}\n", name, typeName(view.type), fmt::join(view.shape, ",")));
        fingerprint.add(view.bytes);
    }
    return fingerprint.hex();
}

} // namespace ard
