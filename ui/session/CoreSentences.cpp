// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/CoreSentences.h"
#include <QCoreApplication>
#include <QList>
#include <QRegularExpression>
#include <algorithm>

namespace ard::ui {

namespace {

constexpr const char *kPatterns[] = {
    // files
    QT_TRANSLATE_NOOP("CoreSentences", "Cannot read '%1': %2"),
    QT_TRANSLATE_NOOP("CoreSentences", "Cannot write '%1': %2"),
    QT_TRANSLATE_NOOP("CoreSentences", "its folder does not exist"),
    QT_TRANSLATE_NOOP("CoreSentences", "it is a folder"),
    QT_TRANSLATE_NOOP("CoreSentences", "'%1' is a folder, a file is needed"),
    QT_TRANSLATE_NOOP("CoreSentences", "'%1' is a device, a file is needed"),
    QT_TRANSLATE_NOOP("CoreSentences", "'%1' is larger than the %2 bytes that are accepted here"),
    QT_TRANSLATE_NOOP("CoreSentences", "There is not enough memory to read '%1'"),
    QT_TRANSLATE_NOOP("CoreSentences", "%1 is not JSON: %2"),
    QT_TRANSLATE_NOOP("CoreSentences", "%1 is not a JSON object: %2"),
    QT_TRANSLATE_NOOP("CoreSentences", "%1 is not a JSON object"),
    QT_TRANSLATE_NOOP("CoreSentences", "line %1, column %2 cannot be read"),
    // run files
    QT_TRANSLATE_NOOP("CoreSentences", "The run file is damaged or incomplete"),
    QT_TRANSLATE_NOOP("CoreSentences", "This is not a run file of AR-Diffusion Explorer"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The run file was written by a newer version of the program (format %1; this version reads "
                      "format %2)"),
    QT_TRANSLATE_NOOP("CoreSentences", "There is not enough memory to open the run file"),
    QT_TRANSLATE_NOOP("CoreSentences", "There is not enough memory to save the run"),
    QT_TRANSLATE_NOOP("CoreSentences", "The board file is damaged or incomplete"),
    QT_TRANSLATE_NOOP("CoreSentences", "This is not a board file of AR-Diffusion Explorer"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The board file was written by a newer version of the program (format %1; this version reads "
                      "format %2)"),
    QT_TRANSLATE_NOOP("CoreSentences", "There is not enough memory to open the board file"),
    QT_TRANSLATE_NOOP("CoreSentences", "There is not enough memory to save the board"),
    // models
    QT_TRANSLATE_NOOP("CoreSentences", "%1 is not a model folder: it has no model.json"),
    QT_TRANSLATE_NOOP("CoreSentences", "%1 was written by a newer version of this program"),
    QT_TRANSLATE_NOOP("CoreSentences", "%1 does not describe a model: \"format\" is missing or unknown"),
    QT_TRANSLATE_NOOP("CoreSentences", "%1 must be a whole number from %2 to %3"),
    QT_TRANSLATE_NOOP("CoreSentences", "'%1' cannot be read as safetensors: %2"),
    QT_TRANSLATE_NOOP("CoreSentences", "the weight \"%1\" has the shape %2, but the model's configuration needs %3"),
    QT_TRANSLATE_NOOP("CoreSentences", "%1 has no vocabulary: import its checkpoint again with --vocab"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "no CUDA device can be used here: this LibTorch is built without CUDA or finds "
                      "no GPU"),
    QT_TRANSLATE_NOOP("CoreSentences", "reading the vocabulary"),
    QT_TRANSLATE_NOOP("CoreSentences", "preparing the network"),
    QT_TRANSLATE_NOOP("CoreSentences", "Loading the model was cancelled"),
    QT_TRANSLATE_NOOP("CoreSentences", "No model is loaded: load one before generating"),
    // engine
    QT_TRANSLATE_NOOP("CoreSentences",
                      "%1 speaks protocol version %2, but this program speaks version %3: use window and engine of the "
                      "same release"),
    QT_TRANSLATE_NOOP("CoreSentences", "A message of %1 bytes was announced, more than the %2 that are allowed"),
    QT_TRANSLATE_NOOP("CoreSentences", "The request was cancelled"),
    QT_TRANSLATE_NOOP("CoreSentences", "the request was cancelled"),
    // what is asked for
    QT_TRANSLATE_NOOP("CoreSentences", "the source is empty: give the model some words to start from"),
    QT_TRANSLATE_NOOP("CoreSentences", "a beam is for autoregressive models: ask this one for candidates"),
    QT_TRANSLATE_NOOP("CoreSentences", "this model writes word by word, without diffusion: it has no steps to show"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "this model writes word by word, without diffusion: use the timestep schedule autoregressive and "
                      "%1 sampling steps"),
    QT_TRANSLATE_NOOP(
        "CoreSentences",
        "this model writes word by word, without diffusion: there is no noise for a repair to go back to"),
    QT_TRANSLATE_NOOP(
        "CoreSentences",
        "a repair follows a run's last call, and a run that stops when it has settled has none: give one of "
        "the two"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "model call %1 is one of the repair: only the calls before it can be looked into"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "this model writes word by word, without diffusion: its candidates are chosen by agreement only"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "all candidates of this model would be the same: give a temperature, or ask for one"),
    QT_TRANSLATE_NOOP(
        "CoreSentences",
        "a temperature and top-p are for words that are drawn: give the clamp drawn too, or another seed"),
    QT_TRANSLATE_NOOP("CoreSentences", "top-p leaves out words that could be drawn: give a temperature too"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "a beam looks for the likeliest words and a temperature draws them: give one of the two"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "'%1' is not one word of this model's vocabulary, but these pieces: %2; give each position one "
                      "piece"),
    // schedules and rulers
    QT_TRANSLATE_NOOP("CoreSentences", "The anchor scale must be above 0 and at most 1000000; the paper uses 2"),
    QT_TRANSLATE_NOOP(
        "CoreSentences",
        "The anchor at position %1 is not to the right of the last position %2: use an anchor scale of at "
        "least 1 (the paper uses 2)"),
    QT_TRANSLATE_NOOP("CoreSentences", "The block must hold from 1 to all %1 positions, not %2"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The lag must be from 0 (uniform) to the number of diffusion steps %1 (autoregressive), not %2"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The model has no learned timestep schedule: choose another, or train with draw.learned"),
    QT_TRANSLATE_NOOP("CoreSentences", "There are %1 sentence steps: take at most as many sampling steps, not %2"),
    QT_TRANSLATE_NOOP("CoreSentences", "The number of sampling steps must be at least 1, not %1"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "%1 sampling steps at length %2 are too many to keep: lower the sampling steps or the length"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The ruler tail=%1 needs more than %2 sampling steps and a tail of at least 1; there are %3"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The ruler tail=%1 spends more calls on the last %2 sentence steps than there are steps between "
                      "them: use at most %3"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The ruler tail=%1 leaves %2 calls for %3 sentence steps: use fewer sampling steps or a longer "
                      "tail"),
    QT_TRANSLATE_NOOP("CoreSentences", "The ruler's list has sentence step %1, but they run from %2 to 0"),
    QT_TRANSLATE_NOOP("CoreSentences", "The ruler's list must fall, but %1 follows %2"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The ruler's list makes %1 model calls, not %2: leave the sampling steps out or change the list"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The ruler's list has '%1' where a sentence step should be, such as in list=1999,1500,1000,0"),
    QT_TRANSLATE_NOOP("CoreSentences", "Line %1 of the table has '%2' where a whole number should be"),
    QT_TRANSLATE_NOOP("CoreSentences", "The table of the timestep schedule has no rows"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "A custom timestep schedule needs a table: a row for each sentence step, in the order in which "
                      "they are run, with one timestep a position"),
};

struct Pattern {
    const char *text;
    QRegularExpression expression;
    qsizetype literals; ///< characters that are no argument
};

Pattern compiled(const char *text)
{
    static const QRegularExpression argument(QStringLiteral("%[1-9]"));
    const QStringList pieces = QString::fromUtf8(text).split(argument);
    QStringList escaped;
    qsizetype literals = 0;
    for (const QString &piece : pieces) {
        escaped << QRegularExpression::escape(piece);
        literals += piece.size();
    }
    QRegularExpression expression(QRegularExpression::anchoredPattern(escaped.join(QStringLiteral("(.*)"))),
                                  QRegularExpression::DotMatchesEverythingOption);
    return {text, expression, literals};
}

/// The one that says most itself is the one that is meant.
const QList<Pattern> &patterns()
{
    static const QList<Pattern> all = [] {
        QList<Pattern> made;
        for (const char *text : kPatterns)
            made << compiled(text);
        std::stable_sort(made.begin(), made.end(),
                         [](const auto &a, const auto &b) { return a.literals > b.literals; });
        return made;
    }();
    return all;
}

} // namespace

QString coreSentence(const QString &english)
{
    for (const Pattern &pattern : patterns()) {
        const QRegularExpressionMatch match = pattern.expression.match(english);
        if (!match.hasMatch())
            continue;
        const QString translated = QCoreApplication::translate("CoreSentences", pattern.text);
        if (translated == QString::fromUtf8(pattern.text))
            return english;
        // All at once: an argument may itself hold "%1".
        QString made;
        for (qsizetype i = 0; i < translated.size(); ++i) {
            const int number = translated[i] == u'%' && i + 1 < translated.size() ? translated[i + 1].digitValue() : 0;
            if (number < 1 || number > match.lastCapturedIndex())
                made += translated[i];
            else {
                made += coreSentence(match.captured(number)); // a reason within it is a sentence, too
                ++i;
            }
        }
        return made;
    }
    return english;
}

QString coreSentence(const Error &error)
{
    return coreSentence(QString::fromStdString(error.message));
}

QStringList coreSentencePatterns()
{
    QStringList texts;
    for (const char *text : kPatterns)
        texts << QString::fromUtf8(text);
    return texts;
}

} // namespace ard::ui
