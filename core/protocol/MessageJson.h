// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MessageJson: message bodies as JSON values and back: the fields that docs/protocol.md lists. Used by Codec only.
#include "base/FieldReader.h"
#include "protocol/Messages.h"
#include <optional>

namespace ard::protocol {

constexpr std::size_t kMaxList = 10'000; ///< of models, folders, examples

// MessageJson.cpp
ModelSummary readModel(const FieldReader &fields);
// InsightJson.cpp
nlohmann::json filledToJson(const FilledSteps &steps);
FilledSteps readFilled(const FieldReader &fields);
nlohmann::json attentionToJson(const AttentionMap &map);
AttentionMap readAttention(const FieldReader &fields);

nlohmann::json bodyToJson(const Body &body);
/// MessageReader.cpp. Nothing for a type that is not known; errors of fields go to the reader's status.
std::optional<Body> readBody(const std::string &type, const FieldReader &fields);

} // namespace ard::protocol
