// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Corpus.h"
#include "base/Cbor.h"
#include "base/Files.h"

#include <algorithm>

namespace ard::test {

Result<Inputs> readCorpus(const std::filesystem::path &file)
{
    ARD_ASSIGN(const std::vector<std::uint8_t> bytes, readBytes(file));
    ARD_ASSIGN(const nlohmann::json array, parseCbor(bytes));
    if (!array.is_array())
        return fail(ErrorCode::Format, file.string() + " is no array");
    Inputs inputs;
    for (const nlohmann::json &input : array) {
        if (!input.is_binary())
            return fail(ErrorCode::Format, file.string() + " has something that is no byte string");
        inputs.emplace_back(input.get_binary().begin(), input.get_binary().end());
    }
    if (inputs.empty())
        return fail(ErrorCode::Format, file.string() + " has no inputs");
    return inputs;
}

Status keepCorpus(const std::filesystem::path &folder, const std::filesystem::path &file)
{
    Inputs inputs;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        ARD_ASSIGN(std::vector<std::uint8_t> bytes, readBytes(entry.path()));
        inputs.push_back(std::move(bytes));
    }
    std::sort(inputs.begin(), inputs.end(),
              [](const auto &a, const auto &b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    nlohmann::json array = nlohmann::json::array();
    for (std::vector<std::uint8_t> &input : inputs)
        array.push_back(nlohmann::json::binary(std::move(input)));
    return writeAtomically(file, std::span<const std::uint8_t>(nlohmann::json::to_cbor(array)));
}

Status writeInputs(const Inputs &inputs, const std::filesystem::path &folder)
{
    int number = 0;
    for (const std::vector<std::uint8_t> &input : inputs)
        ARD_TRY(writeAtomically(folder / std::to_string(number++), std::span(input)));
    return {};
}

} // namespace ard::test
