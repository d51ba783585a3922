// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/PreparedVocabulary.h"

#include "base/Files.h"
#include "text/SentencePieceCheck.h"
#include "text/SentencePieceTokenizer.h"

namespace ard {

Status checkPreparedVocabulary(const std::filesystem::path &folder, const PreparedInfo &info)
{
    const std::filesystem::path path = folder / "tokenizer.model";
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return fail(ErrorCode::NotFound,
                    "'" + folder.string() +
                        "' has no tokenizer.model, which the trained model needs: prepare the data again");
    ARD_ASSIGN(const std::string bytes, readText(path));
    ARD_TRY(checkSentencePieceModel(bytes, path.string()));
    const auto vocabulary = SentencePieceTokenizer::create(bytes, path.string());
    if (!vocabulary && vocabulary.error().code == ErrorCode::Unsupported)
        return {};
    if (!vocabulary)
        return tl::unexpected<Error>(vocabulary.error());
    if ((*vocabulary)->size() != info.vocabulary || (*vocabulary)->padId() != info.padId)
        return fail(ErrorCode::Format,
                    path.string() + " has " + std::to_string((*vocabulary)->size()) + " pieces and PAD is " +
                        std::to_string((*vocabulary)->padId()) + ", but the data was prepared with " +
                        std::to_string(info.vocabulary) + " and " + std::to_string(info.padId));
    return {};
}

} // namespace ard
