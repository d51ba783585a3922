// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DistilledTexts.h"
#include "base/Files.h"
#include "base/Fingerprint.h"
#include "base/Json.h"
#include "base/Unicode.h"
#include "trace/RunJson.h"
#include <algorithm>

namespace ard::cli {

namespace {

using Texts = DistilledTexts::Texts;

std::string keyOf(const Generator &generator, GenerationRequest request, const std::vector<std::string> &sources,
                  const std::string &choice)
{
    Fingerprint fingerprint;
    for (const std::string &source : sources)
        fingerprint.add(source + "\n");
    request.source.clear();
    fingerprint.add(nlohmann::json::to_cbor(requestToJson(request)));
    fingerprint.add(choice);
    fingerprint.add(ARD_VERSION + generator.summary().fingerprint + generator.device());
    return fingerprint.hex();
}

/// A line that a kill cut short is not taken, nor what comes after it.
void takeLines(std::string_view text, std::vector<std::optional<Texts>> &texts)
{
    while (true) {
        const std::size_t end = text.find('\n');
        if (end == text.npos)
            return;
        const auto line = parseJson(text.substr(0, end), "the line", {.bytes = text.size()});
        if (!line || !line->is_array() || line->size() < 2 || !line->front().is_number_unsigned() ||
            line->front() >= texts.size() ||
            !std::all_of(line->begin() + 1, line->end(), [](const nlohmann::json &one) { return one.is_string(); }))
            return;
        texts[line->front().get<std::size_t>()] = Texts(line->begin() + 1, line->end());
        text.remove_prefix(end + 1);
    }
}

std::string lineOf(std::size_t source, const Texts &texts)
{
    nlohmann::json line = nlohmann::json::array({source});
    for (const std::string &text : texts)
        line.push_back(text);
    return jsonText(line) + "\n";
}

Status failWriting(const std::filesystem::path &file)
{
    return fail(ErrorCode::Io, "Cannot write '" + printable(file.string()) + "'");
}

} // namespace

Result<DistilledTexts> DistilledTexts::open(const std::filesystem::path &file, const Generator &generator,
                                            const GenerationRequest &request, const std::vector<std::string> &sources,
                                            const std::string &choice)
{
    DistilledTexts texts;
    texts.m_file = file;
    texts.m_texts.resize(sources.size());
    const std::string key = keyOf(generator, request, sources, choice) + "\n";
    std::error_code error;
    if (std::filesystem::exists(file, error)) {
        ARD_ASSIGN(const std::string content, readText(file));
        if (content.starts_with(key))
            takeLines(std::string_view(content).substr(key.size()), texts.m_texts);
    }
    std::string whole = key; // without the rest of a line that was cut short
    for (std::size_t i = 0; i < sources.size(); ++i)
        if (texts.m_texts[i])
            whole += lineOf(i, *texts.m_texts[i]);
    ARD_TRY(writeAtomically(file, whole));
    texts.m_stream.open(file, std::ios::binary | std::ios::app);
    if (!texts.m_stream)
        return tl::unexpected<Error>(failWriting(file).error());
    return texts;
}

std::size_t DistilledTexts::missing() const
{
    return static_cast<std::size_t>(std::count(m_texts.begin(), m_texts.end(), std::nullopt));
}

Status DistilledTexts::add(std::size_t source, Texts texts)
{
    m_stream << lineOf(source, texts);
    m_texts[source] = std::move(texts);
    return m_stream ? Status() : failWriting(m_file);
}

Status DistilledTexts::flush()
{
    return m_stream.flush() ? Status() : failWriting(m_file);
}

void DistilledTexts::remove()
{
    m_stream.close();
    std::error_code ignored;
    std::filesystem::remove(m_file, ignored);
}

} // namespace ard::cli
