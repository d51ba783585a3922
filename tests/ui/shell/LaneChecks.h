// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneChecks: what tests of several lanes in a window ask.
#include "ui/shell/WindowFixture.h"
#include "views/lane/BoardView.h"
#include "views/lane/LaneHeader.h"
#include "views/lane/LaneView.h"
#include "views/strip/TextStripView.h"
#include <algorithm>

namespace ard::test {

/// No lane has a run under way, and each has one.
inline bool allEnded(ui::Session &session)
{
    return QTest::qWaitFor(
        [&] {
            const QList<ui::Lane *> &lanes = session.board()->lanes();
            return std::all_of(lanes.begin(), lanes.end(),
                               [](const ui::Lane *lane) { return lane->run() && !lane->run()->isLive(); });
        },
        WindowFixture::kWait);
}

inline ui::LaneChanges steps(int samplingSteps)
{
    ui::LaneChanges changes;
    changes.samplingSteps = samplingSteps;
    return changes;
}

/// Every part of every lane is inside the window and has a size.
inline void verifyLanesFit(WindowFixture &f)
{
    QCoreApplication::sendPostedEvents();
    for (const ui::LaneView *view : f.central().board()->lanes()) {
        const QRect place(view->mapTo(&f.window(), QPoint()), view->size());
        QVERIFY2(f.window().rect().contains(place), qPrintable(view->objectName()));
        for (const QWidget *part : {static_cast<QWidget *>(view->header()), static_cast<QWidget *>(view->strip()),
                                    static_cast<QWidget *>(view->plane())}) {
            QVERIFY(part->isVisible() && part->width() > 0 && part->height() > 0);
            QVERIFY(view->rect().contains(part->geometry()));
        }
    }
}

} // namespace ard::test
