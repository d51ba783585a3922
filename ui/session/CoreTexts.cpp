// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/CoreTexts.h"
#include "diffusion/TimestepSchedule.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace ard::ui {

namespace {

/// Only for lupdate, which finds texts in calls and in these.
[[maybe_unused]] constexpr const char *translated[] = {
    QT_TRANSLATE_NOOP("Core", "Sampling steps M"),
    QT_TRANSLATE_NOOP("Core", "How many sentence steps are executed, each one model call; the others are skipped"),
    QT_TRANSLATE_NOOP("Core", "Seed"),
    QT_TRANSLATE_NOOP("Core",
                      "The same seed gives the same starting noise and the same step noise; candidate c uses seed + c"),
    QT_TRANSLATE_NOOP("Core", "Eta η"),
    QT_TRANSLATE_NOOP("Core", "1 is the paper's sampling (new noise in every step), 0 is deterministic (DDIM)"),
    QT_TRANSLATE_NOOP("Core", "Clamp"),
    QT_TRANSLATE_NOOP(
        "Core",
        "What a prediction becomes before the next step: the embedding of the nearest word (the paper's), the mean of "
        "all words, each as probable as it is (ours), that of a word drawn as probable as it is (ours), or nothing "
        "else. A model card says what suits its model"),
    QT_TRANSLATE_NOOP("Core", "nearest word"),
    QT_TRANSLATE_NOOP("Core", "expected word"),
    QT_TRANSLATE_NOOP("Core", "drawn word"),
    QT_TRANSLATE_NOOP("Core", "none"),
    QT_TRANSLATE_NOOP("Core", "Clamp from call"),
    QT_TRANSLATE_NOOP("Core", "First model call whose prediction is clamped"),
    QT_TRANSLATE_NOOP("Core", "Solver"),
    QT_TRANSLATE_NOOP(
        "Core",
        "How a token goes from one timestep to the next: ddim (with eta 1 the paper's) or dpm++2m (ours, for few "
        "steps: DPM-Solver++ of order 2 with a history for every token; it adds no noise, so eta is ignored)"),
    QT_TRANSLATE_NOOP("Core", "DDIM (the paper)"),
    QT_TRANSLATE_NOOP("Core", "DPM-Solver++ (ours)"),
    QT_TRANSLATE_NOOP("Core", "Noise top-p"),
    QT_TRANSLATE_NOOP(
        "Core", "Step noise is drawn again while its absolute value is above this (the reference's top_p); 0: off"),
    QT_TRANSLATE_NOOP("Core", "Stop when settled"),
    QT_TRANSLATE_NOOP("Core",
                      "Ours: stop when no word, PAD included, has changed in so many calls; the words are those of "
                      "x0_hat then; 0: off"),
    QT_TRANSLATE_NOOP("Core", "Repair"),
    QT_TRANSLATE_NOOP("Core",
                      "Ours: so many model calls more, behind the last: of two equal words side by side the one that "
                      "the model is less "
                      "sure of goes back to noise, all others stay; 0: off"),
    QT_TRANSLATE_NOOP("Core", "Candidates"),
    QT_TRANSLATE_NOOP("Core", "Candidates for a source, of which one is chosen"),
    QT_TRANSLATE_NOOP("Core", "Chosen by"),
    QT_TRANSLATE_NOOP("Core",
                      "What one of several candidates is chosen by: how far it agrees with the others (minimum Bayes "
                      "risk), how likely the model itself finds its words (ours), or both (ours). The last two take "
                      "five model calls more for each candidate"),
    QT_TRANSLATE_NOOP("Core", "agreement"),
    QT_TRANSLATE_NOOP("Core", "likelihood (ours)"),
    QT_TRANSLATE_NOOP("Core", "both (ours)"),
    QT_TRANSLATE_NOOP("Core", "Beam"),
    QT_TRANSLATE_NOOP("Core", "Autoregressive models only: sentences kept at a time; 1 is greedy"),
    QT_TRANSLATE_NOOP("Core", "Temperature"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Words of an autoregressive model are drawn instead of the likeliest taken; 1 draws them as probable "
        "as the model says, less is more careful; 0: off. Of other models with the clamp drawn, where 0 "
        "means 1"),
    QT_TRANSLATE_NOOP("Core", "Top-p"),
    QT_TRANSLATE_NOOP("Core", "Where words are drawn: only from the likeliest that together have this probability"),
    QT_TRANSLATE_NOOP("Core", "Uniform (Diffusion-LM)"),
    QT_TRANSLATE_NOOP("Core", "All positions are denoised together: every word has the same timestep"),
    QT_TRANSLATE_NOOP("Core", "AR-Diffusion (the paper)"),
    QT_TRANSLATE_NOOP("Core",
                      "Words on the left are denoised earlier than words on the right: the timesteps lie on a line "
                      "through a fixed anchor"),
    QT_TRANSLATE_NOOP("Core", "The anchor stands at position scale x length; the larger, the closer to uniform"),
    QT_TRANSLATE_NOOP("Core", "Autoregressive"),
    QT_TRANSLATE_NOOP("Core",
                      "One word after the other: a word starts when its left neighbour is finished. Needs at least one "
                      "sampling step a word"),
    QT_TRANSLATE_NOOP("Core", "Lagged"),
    QT_TRANSLATE_NOOP("Core",
                      "Every word starts a fixed number of sentence steps after its left neighbour: 0 is uniform, the "
                      "number of diffusion steps is autoregressive"),
    QT_TRANSLATE_NOOP("Core", "Sentence steps between a word and its left neighbour"),
    QT_TRANSLATE_NOOP("Core", "Block"),
    QT_TRANSLATE_NOOP("Core", "Blocks of words one after the other, the words of a block together"),
    QT_TRANSLATE_NOOP("Core", "Words in a block"),
    QT_TRANSLATE_NOOP("Core", "Custom"),
    QT_TRANSLATE_NOOP("Core", "The timesteps of every position as a table of your own"),
    QT_TRANSLATE_NOOP("Core", "Learned (ours, after SeqDiffuSeq)"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Every position at its own pace, learned in training, so that its loss rises evenly with the sentence step"),
    QT_TRANSLATE_NOOP("Core", "Stride (the paper)"),
    QT_TRANSLATE_NOOP("Core", "Every S/M-th sentence step; the last jump can be longer than the others"),
    QT_TRANSLATE_NOOP("Core", "Tail (ours)"),
    QT_TRANSLATE_NOOP(
        "Core", "Some of the calls go to the last N sentence steps, where left words are done and right ones are not"),
    QT_TRANSLATE_NOOP("Core", "List (ours)"),
    QT_TRANSLATE_NOOP("Core", "Just these sentence steps"),
    QT_TRANSLATE_NOOP("Core", "Anchor scale"),
    QT_TRANSLATE_NOOP("Core", "Lag"),
    QT_TRANSLATE_NOOP("Core", "Block"),
    QT_TRANSLATE_NOOP("Core", "anchor scale"),
    QT_TRANSLATE_NOOP("Core", "lag"),
    QT_TRANSLATE_NOOP("Core", "block")};

QString withSpaces(const std::string &name)
{
    return QString::fromStdString(name).replace(u'-', u' ');
}

} // namespace

QString coreText(const std::string &text)
{
    return QCoreApplication::translate("Core", text.c_str());
}

QString parameterTitle(const std::string &name)
{
    QString title = withSpaces(name);
    if (!title.isEmpty())
        title.front() = title.front().toUpper();
    return coreText(title.toStdString());
}

QString parameterName(const std::string &name)
{
    return coreText(withSpaces(name).toStdString());
}

QString kindName(const std::string &title)
{
    static const QRegularExpression bracket(QStringLiteral(" ?[(（].*"));
    return coreText(title).remove(bracket);
}

QString scheduleName(const std::string &kind)
{
    for (const TimestepScheduleKind &known : timestepScheduleKinds())
        if (known.name == kind)
            return kindName(known.title);
    return QString::fromStdString(kind);
}

QString listed(const QStringList &parts)
{
    return parts.join(QCoreApplication::translate("Core", ", ", "between the parts of a list"));
}

QString withReason(const QString &what, const QString &why)
{
    return why.isEmpty() ? what : QCoreApplication::translate("Core", "%1: %2", "what happened: why").arg(what, why);
}

} // namespace ard::ui
