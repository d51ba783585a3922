// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The note over the plane at the starting noise: how the run came to its number of positions, when it is there and when not.
#include "ui/RunFeeder.h"
#include "views/plane/LengthNote.h"
#include "views/plane/PlanePanel.h"
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;

class TestLengthNote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLengthComesFirst();
};

void TestLengthNote::theLengthComesFirst()
{
    QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("explorer.ini")));
    Session session(&settings);
    const test::RunFeeder feeder(12, 200, 10);
    PlanePanel panel(&session, session.board()->at(0));
    panel.resize(900, 640);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto *note = panel.lengthNote();
    QVERIFY(note->isHidden()); // there is no run
    RunRecord record = feeder.fake().record(10);
    Run *old = session.runs()->add(new Run(record));
    session.show(old);
    session.cursor()->setMoment(0);
    QVERIFY(note->isHidden()); // nobody knows
    record.lengthChoice = LengthChoice{LengthChoice::By::Head, {{12, 0.61F}, {13, 0.22F}}};
    session.show(session.runs()->add(new Run(record)));
    session.cursor()->setMoment(0);
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), QStringLiteral("length head: 12 positions, 61.0 %; next 13, 22.0 %"));
    QCOMPARE(note->accessibleName(), note->text());
    QVERIFY(panel.rect().contains(note->geometry()));
    QVERIFY(!panel.grab().isNull());
    session.planeOptions()->setEditsSchedule(true); // whose lines are there
    QVERIFY(note->isHidden());
    session.planeOptions()->setEditsSchedule(false);
    QVERIFY(note->isVisible());
    session.cursor()->setMoment(1);
    QVERIFY(note->isHidden());
    session.cursor()->setMoment(0);
    panel.resize(200, 150); // no room
    QTRY_VERIFY(note->isHidden());
}

QTEST_MAIN(TestLengthNote)
#include "tst_lengthnote.moc"
