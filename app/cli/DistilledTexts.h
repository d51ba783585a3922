// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DistilledTexts: what a teacher has written so far, the texts of each source, in a file that grows batch by batch: `ardiff distill` runs
// for hours and goes on from it when it was stopped or killed. First line: the key, of everything that decides the texts.
// Then lines of [index of the source, text ..] in JSON, in any order.
#include "engine/Generator.h"
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace ard::cli {

class DistilledTexts {
public:
    using Texts = std::vector<std::string>;

    /// Takes from the file what belongs to the same model, request, sources and choice (a text that says how texts are chosen among
    /// what is written); another key's is replaced.
    static Result<DistilledTexts> open(const std::filesystem::path &file, const Generator &generator,
                                       const GenerationRequest &request, const std::vector<std::string> &sources,
                                       const std::string &choice);

    const std::vector<std::optional<Texts>> &texts() const { return m_texts; } ///< [sources]
    std::size_t missing() const;
    /// Error: it could not be written; it is kept in memory all the same.
    Status add(std::size_t source, Texts texts);
    /// What was added is in the file, not in a buffer.
    Status flush();
    /// Call it when the texts have been written elsewhere.
    void remove();

private:
    std::filesystem::path m_file;
    std::ofstream m_stream;
    std::vector<std::optional<Texts>> m_texts;
};

} // namespace ard::cli
