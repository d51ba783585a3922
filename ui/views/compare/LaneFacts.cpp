// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/LaneFacts.h"
#include "models/LaneNames.h"
#include "views/common/KeyNote.h"
#include <QCoreApplication>
#include <QLocale>

namespace ard::ui {

namespace {
struct LaneFactsText {
    Q_DECLARE_TR_FUNCTIONS(LaneFacts)
};
} // namespace

ChartKey laneKey(const Lane &lane, Session &session, const QString &figure)
{
    return {lane.mark(), laneTitle(lane, session), figure};
}

QString tauText(const std::optional<double> &tau)
{
    return tau ? QLocale().toString(*tau, 'f', 2) : QStringLiteral("–");
}

QString divergenceText(const Comparison &comparison, int a, int b)
{
    const Lane *laneA = comparison.board()->at(a), *laneB = comparison.board()->at(b);
    if (!laneA || !laneB || a == b)
        return {};
    const Divergence found = comparison.divergence(a, b);
    if (found.words == 0)
        return LaneFactsText::tr("%1 and %2: no words yet").arg(laneA->letter(), laneB->letter());
    const QString counts = LaneFactsText::tr("%1 of %2 positions have the same word").arg(found.equal).arg(found.words);
    if (!found.call)
        return LaneFactsText::tr("%1 and %2 have not parted so far · %3").arg(laneA->letter(), laneB->letter(), counts);
    return LaneFactsText::tr("%1 and %2 part at model call %3, position %4 · %5")
        .arg(laneA->letter(), laneB->letter())
        .arg(*found.call)
        .arg(found.position)
        .arg(counts);
}

QString noLanesText()
{
    return LaneFactsText::tr("Compare timestep schedules%1 and run them: what they do differently is shown here.")
        .arg(keyNote(QStringLiteral("lanes.compare")));
}

void moveCursor(Cursor *cursor, int positions, int moments)
{
    const int length = cursor->film()->length();
    if (positions != 0 && length > 0)
        cursor->select(std::clamp(std::max(cursor->position(), 0) + positions, 0, length - 1), cursor->moment());
    if (moments != 0)
        cursor->advance(moments);
}

} // namespace ard::ui
