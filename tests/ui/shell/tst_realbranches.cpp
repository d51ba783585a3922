// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Branches in the real window over the real engine and the bundled tiny model.

#include "ui/shell/RealWindow.h"

using namespace ard;
using namespace ard::ui;
using test::RealWindow;

class TestRealBranches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIf();
};

/// A word is pinned by its key, made noise again beside it, undone and redone: what came before stays, the word is held, and the
/// engine answers for calls on both sides of where the runs part.
void TestRealBranches::whatIf()
{
    RealWindow real;
    Session &session = real.session;
    QVERIFY2(real.load(QStringLiteral(ARD_TINY_MODEL)), qPrintable(session.whyNotRun()));
    const auto ended = [&]() -> Run * {
        Run *run = session.cursor()->run();
        return run && QTest::qWaitFor([&] { return !run->isLive() && session.canRun(); }, RealWindow::kWait) ? run
                                                                                                             : nullptr;
    };
    real.window.actions()->run->trigger();
    Run *first = ended();
    QVERIFY(first);
    const int call = 7, position = 2;
    const std::int32_t other = first->token(call, position)->topIds[3];
    session.whatIf()->replace({position, call, 0}, other, true);
    Run *pinned = ended();
    QVERIFY(pinned && pinned != first);
    QVERIFY2(pinned->state() == Run::State::Complete, qPrintable(pinned->stateText()));
    QCOMPARE(pinned->modelCalls(), first->modelCalls());
    for (int n = 0; n < first->length(); ++n)
        QCOMPARE(pinned->token(call, n)->wordId, first->token(call, n)->wordId);
    for (int m = call + 1; m <= pinned->modelCalls(); ++m)
        QCOMPARE(pinned->token(m, position)->wordId, other);
    session.playback()->pause(); // a step of the film makes the hidden view look away
    for (const int at : {3, call, call + 1, pinned->modelCalls()}) {
        session.inspector()->look(pinned, at, position);
        QTRY_VERIFY2_WITH_TIMEOUT(session.inspector()->answer(), qPrintable(session.inspector()->problem()),
                                  RealWindow::kWait);
        QCOMPARE(session.inspector()->answer()->modelCall, at);
        QCOMPARE(session.inspector()->answer()->timestepAfter, pinned->timestep(at, position));
    }
    session.whatIf()->renoise({4, 10, 0}, WhatIf::Place::Beside);
    Run *noise = ended();
    QVERIFY(noise && noise != pinned);
    QVERIFY2(noise->state() == Run::State::Complete, qPrintable(noise->stateText()));
    QCOMPARE(session.board()->size(), 2);
    QCOMPARE(noise->token(noise->modelCalls(), position)->wordId, other); // still held
    QCOMPARE(session.runs()->runs(), (QList<Run *>{first, pinned, noise}));
    // The same again is the same again: no random number depends on the way there.
    session.whatIf()->renoise({4, 10, 0});
    Run *again = ended();
    QVERIFY(again && again != noise);
    for (int n = 0; n < again->length(); ++n)
        QCOMPARE(again->token(again->modelCalls(), n)->wordId, noise->token(again->modelCalls(), n)->wordId);
    QAction *undo = real.window.actions()->action(QStringLiteral("edit.undo"));
    for (int i = 0; i < 3; ++i)
        undo->trigger();
    QCOMPARE(session.board()->size(), 1);
    QCOMPARE(session.cursor()->run(), first);
    QCOMPARE(session.cursor()->selected(), (Cell{position, call, 0}));
}

QTEST_MAIN(TestRealBranches)
#include "tst_realbranches.moc"
