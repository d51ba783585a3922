// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MessageJson: message bodies as JSON values and back: the fields that docs/protocol.md lists. Used by Codec only.
#include "base/FieldReader.h"
#include "protocol/Messages.h"
#include <optional>

namespace ard::protocol {

nlohmann::json bodyToJson(const Body &body);
/// Nothing for a type that is not known; errors of fields go to the reader's status.
std::optional<Body> readBody(const std::string &type, const FieldReader &fields);

} // namespace ard::protocol
