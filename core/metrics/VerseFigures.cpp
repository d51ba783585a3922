// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/VerseFigures.h"
#include "metrics/KnownVerse.h"

namespace ard {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// What is said of the output as a poem; nothing of what is none.
template <class Say>
double ofPoem(const ScoredOutput &output, Say say)
{
    if (!output.verse)
        return kNone;
    const auto poem = readPoem(output.source, output.output);
    return poem ? static_cast<double>(say(*poem, *output.verse)) : kNone;
}

template <class Say>
double ofKind(const ScoredOutput &output, Poem::Kind kind, Say say)
{
    return ofPoem(output, [&](const Poem &poem, const KnownVerse &known) {
        return poem.kind == kind ? static_cast<double>(say(poem, known)) : kNone;
    });
}

Figure form()
{
    Figure row{.key = "verse_form",
               .title = "verse form",
               .note = "% with the right number of characters, and marks in their places",
               .column = "form",
               .inCsv = true,
               .whereDefined = true};
    row.measure = [](const ScoredOutput &output) {
        return ofPoem(output, [](const Poem &poem, const KnownVerse &) { return poem.hasForm ? 100.0 : 0.0; });
    };
    row.signature = [](const SignatureParts &parts) {
        return std::string(parts.verse ? "verse rhyme:louvain of ends 2 and 4|parallel:twice chance|copied:whole line"
                                       : "");
    };
    return row;
}

Figure rhyme()
{
    Figure row{.key = "rhyme",
               .title = "rhyme",
               .note = "% of quatrains whose second and fourth line rhyme",
               .column = "rhyme",
               .inCsv = true,
               .whereDefined = true};
    row.measure = [](const ScoredOutput &output) {
        return ofKind(output, Poem::Kind::Quatrain,
                      [](const Poem &poem, const KnownVerse &known) { return rhymes(poem, known) ? 100.0 : 0.0; });
    };
    return row;
}

Figure repetition()
{
    Figure row{.key = "repeated_characters",
               .title = "repetition",
               .note = "% of characters that stood in the poem before",
               .column = "repetition",
               .inCsv = true,
               .whereDefined = true};
    row.measure = [](const ScoredOutput &output) {
        return ofPoem(output, [](const Poem &poem, const KnownVerse &) { return repeatedCharacters(poem); });
    };
    return row;
}

Figure parallel()
{
    Figure row{.key = "parallel",
               .title = "parallel",
               .note = "% of a couplet's places whose characters answer each other",
               .column = "parallel",
               .inCsv = true,
               .whereDefined = true};
    row.measure = [](const ScoredOutput &output) { return ofKind(output, Poem::Kind::Couplet, parallelPlaces); };
    return row;
}

Figure copiedLines()
{
    Figure row{.key = "copied_lines",
               .title = "copied lines",
               .note = "% with a line of the known verse",
               .column = "copied",
               .inCsv = true,
               .whereDefined = true};
    row.measure = [](const ScoredOutput &output) {
        return ofPoem(output,
                      [](const Poem &poem, const KnownVerse &known) { return copiesLine(poem, known) ? 100.0 : 0.0; });
    };
    return row;
}

Figure longestCopied()
{
    Figure row{.key = "longest_copy",
               .title = "longest copy",
               .note = "characters beside each other as in known verse, mean",
               .inCsv = true,
               .whereDefined = true};
    row.measure = [](const ScoredOutput &output) { return ofPoem(output, longestCopy); };
    return row;
}

} // namespace

std::vector<Figure> verseFigures()
{
    return {form(), rhyme(), repetition(), parallel(), copiedLines(), longestCopied()};
}

} // namespace ard
