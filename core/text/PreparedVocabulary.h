// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PreparedVocabulary: whether the tokenizer.model in a folder of prepared data can serve the model that is trained on it.
#include "text/PreparedData.h"

namespace ard {

/// Error in one sentence: tokenizer.model is missing, cannot be read, or is not the vocabulary that the data's ids belong to.
/// A build without SentencePiece checks its form only.
Status checkPreparedVocabulary(const std::filesystem::path &folder, const PreparedInfo &info);

} // namespace ard
