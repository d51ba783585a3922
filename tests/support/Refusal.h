// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a user reads when something is refused: one line, and what is wrong in it. That there is some sentence says
// nothing, since the wrong one would do as well.
#include <QString>
#include <string>

namespace ard::test {

inline QString asText(const QString &text)
{
    return text;
}
inline QString asText(const std::string &text)
{
    return QString::fromStdString(text);
}
inline QString asText(const char *text)
{
    return QString::fromUtf8(text);
}

/// Why the result is an error; empty: it is none.
template <class R>
QString reasonOf(const R &result)
{
    return result ? QString() : QString::fromStdString(result.error().message);
}

/// One line, of 300 letters at most, that has these words.
inline bool isSentenceWith(const QString &sentence, const QString &words)
{
    const QString line = sentence.endsWith(QLatin1Char('\n')) ? sentence.chopped(1) : sentence;
    return !words.isEmpty() && line.contains(words) && !line.contains(QLatin1Char('\n')) && line.size() <= 300;
}

} // namespace ard::test

/// The sentence (std::string or QString) is one line that has these words.
#define ARD_SAYS(sentence, words)                                                                                      \
    do {                                                                                                               \
        const QString ard_sentence(ard::test::asText(sentence)), ard_words(ard::test::asText(words));                  \
        QVERIFY2(ard::test::isSentenceWith(ard_sentence, ard_words),                                                   \
                 qPrintable(QStringLiteral("\"%1\" lacks \"%2\"").arg(ard_sentence, ard_words)));                      \
    } while (false)

/// The Result is an error whose sentence has these words.
#define ARD_REFUSES(result, words) ARD_SAYS(ard::test::reasonOf(result), words)
