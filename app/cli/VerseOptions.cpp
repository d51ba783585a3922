// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "VerseOptions.h"

#include "Paths.h"

namespace ard::cli {

void addKnownVerseOption(CLI::App &command, std::vector<std::string> &files)
{
    readsFile(
        command.add_option("--known-verse", files,
                           "Classical Chinese verse by people, such as the training text, a line each as in --refs: "
                           "outputs are judged as verse by what rhymes, answers and stands there"));
}

Result<KnownVersePointer> loadVerse(const std::vector<std::string> &files)
{
    if (files.empty())
        return nullptr;
    ARD_ASSIGN(KnownVerse known, readKnownVerse(files));
    return std::make_shared<const KnownVerse>(std::move(known));
}

} // namespace ard::cli
