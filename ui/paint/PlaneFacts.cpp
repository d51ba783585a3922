// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/PlaneFacts.h"
#include "paint/PlanePainter.h"
#include "trace/Repair.h"
#include <QCoreApplication>
#include <algorithm>

namespace ard::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlaneFacts)
};

const QString kBetween = QStringLiteral(" · ");

QString planSubtitle(const PlaneLayout &plane)
{
    const int last = plane.sentenceStep(0);
    const QString jumps = plane.usualJump() > 0
        ? Text::tr("sentence steps %1 to 0 in jumps of %2").arg(last).arg(plane.usualJump())
        : Text::tr("sentence steps %1 to 0 in jumps of different lengths").arg(last);
    return Text::tr("model calls: %1").arg(plane.modelCalls()) + kBetween + jumps + kBetween +
        Text::tr("last jump %1").arg(plane.lastJump());
}

/// What was done to positions; what a repair makes noise again is told by the plan, also before it is made.
void addChanges(LegendContent &content, const PlaneState &plane)
{
    if (plane.preview || plane.layout.isEmpty())
        return;
    const int repairs = plane.layout.plan().repairCalls();
    content.repair = repairs > 0;
    content.branch = plane.callsBefore > 0;
    for (const MadeChange &made : plane.changes) {
        const PositionChange::Kind kind = made.change.kind;
        content.pinned = content.pinned || kind == PositionChange::Kind::Pin;
        content.replaced = content.replaced || kind == PositionChange::Kind::Replace;
        const bool isRepair = repairs > 0 && made.call == plane.layout.modelCalls() - repairs;
        content.renoised = content.renoised || (kind == PositionChange::Kind::Renoise && !isRepair);
    }
}

} // namespace

bool addFrame(PlaneState &plane, const StepFrame &frame, const WordOf &wordOf)
{
    if (static_cast<int>(frame.tokens.size()) != plane.layout.positions())
        return false;
    std::vector<float> probabilities, entropies;
    probabilities.reserve(frame.tokens.size());
    entropies.reserve(frame.tokens.size());
    std::vector<std::int32_t> ids;
    float largest = 0;
    for (const TokenState &token : frame.tokens) {
        probabilities.push_back(static_cast<float>(wordProbability(token)));
        entropies.push_back(token.entropy);
        largest = std::max(largest, token.entropy);
        ids.push_back(token.wordId);
        if (wordOf && !plane.cellWords.contains(token.wordId))
            plane.cellWords.insert(token.wordId, wordOf(token.wordId));
    }
    plane.wordIds.push_back(std::move(ids));
    plane.probabilities.push_back(std::move(probabilities));
    plane.entropies.push_back(std::move(entropies));
    plane.quantity.entropyMaximum = std::max(plane.quantity.entropyMaximum, roundedEntropyMaximum(largest));
    return true;
}

QString planeSubtitle(const PlaneState &state)
{
    const PlaneLayout &plane = state.layout;
    if (plane.isEmpty())
        return {};
    if (state.preview)
        return planSubtitle(plane);
    const QString call = Text::tr("model call %1 of %2").arg(state.shownCalls).arg(plane.modelCalls()) + kBetween;
    const QString step = isRepairCall(plane.plan(), state.shownCalls)
        ? call + Text::tr("repair (ours): doubtful words anew")
        : call +
            Text::tr("sentence step %1 of %2").arg(plane.sentenceStep(state.shownCalls)).arg(plane.sentenceStep(0));
    if (state.shownCalls >= plane.modelCalls())
        return step + kBetween + Text::tr("finished");
    if (isRepairCall(plane.plan(), state.shownCalls + 1))
        return step + kBetween + Text::tr("repair next");
    return step + kBetween + Text::tr("next jump to %1").arg(plane.sentenceStep(state.shownCalls + 1));
}

LegendContent planeLegend(const PlaneState &plane)
{
    const bool early = !plane.layout.isEmpty() && !plane.layout.reachesZeroOnlyAtEnd();
    LegendContent content{plane.preview, PlanePainter::planLinesEvery(plane.layout), early ? plane.noiseAtZero : 0};
    addChanges(content, plane);
    content.filled = !plane.filled.empty();
    content.figure = plane.figureMarks;
    content.edited = plane.ghost != nullptr;
    content.offTraining = plane.offTraining;
    return content;
}

} // namespace ard::ui
