// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SentenceForm: what a model that was trained on lower-cased text without full stops writes, as people write it.
#include <string>

namespace ard {

/// The first letter becomes a capital, and a full stop is put at the end where no . ! ? stands behind the last
/// letter or digit. Text without a letter or digit stays as it is. Thread-safe.
std::string asSentence(const std::string &text);

} // namespace ard
