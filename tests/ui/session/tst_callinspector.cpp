// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happened inside a call is asked once for a place, one question at a time, and a failure is said in one sentence.
#include "session/CallInspector.h"
#include "session/Engines.h"
#include "support/Refusal.h"
#include "ui/session/EngineBench.h"
#include <QSignalSpy>

using namespace ard;
using namespace ard::ui;
using namespace ard::test;

class TestCallInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksAndKeeps();
    void theLastPlaceWins();
    void problemsAreSaid();
    void anotherModel();
    void aRunThatGoesIsForgotten();

private:
    bool knows(int call, int position)
    {
        return QTest::qWaitFor(
            [&] {
                const CallInside *inside = m_inspector->answer();
                return inside && inside->modelCall == call && inside->position == position;
            },
            kWait);
    }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<Engines> m_engines;
    std::unique_ptr<CallInspector> m_inspector;
    std::unique_ptr<Run> m_run;
};

void TestCallInspector::init()
{
    m_inspector.reset();
    m_engines.reset();
    m_run.reset();
    m_bench = std::make_unique<Bench>();
    QVERIFY(m_bench->ready());
    m_run = std::make_unique<Run>(sampleRequest());
    QVERIFY(m_bench->generate(*m_run));
    QVERIFY(m_bench->ends(*m_run));
    QCOMPARE(m_run->state(), Run::State::Complete);
    m_engines = std::make_unique<Engines>(&m_bench->engine, &m_bench->log, &m_bench->tick);
    m_inspector = std::make_unique<CallInspector>(m_engines.get());
}

void TestCallInspector::asksAndKeeps()
{
    QVERIFY(!m_inspector->answer());
    QSignalSpy changed(m_inspector.get(), &CallInspector::changed);
    m_inspector->look(m_run.get(), 4, 2);
    QVERIFY(m_inspector->isAsking());
    QVERIFY(m_bench->engine.canRun()); // a look keeps nobody from running
    QVERIFY(knows(4, 2));
    QCOMPARE(changed.size(), 2);
    const CallInside *inside = m_inspector->answer();
    QCOMPARE(inside->timestepBefore, m_run->token(4, 2)->timestepBefore);
    QCOMPARE(inside->stages[1].words.size(), std::size_t(12));
    QVERIFY(m_inspector->problem().isEmpty());
    m_inspector->look(m_run.get(), 4, 2); // the same: nothing is asked
    QVERIFY(!m_inspector->isAsking());
    QCOMPARE(changed.size(), 2);
    m_inspector->look(nullptr, 0, -1);
    QVERIFY(!m_inspector->answer());
    m_inspector->look(m_run.get(), 4, 2); // still known
    QVERIFY(m_inspector->answer() && !m_inspector->isAsking());
}

void TestCallInspector::theLastPlaceWins()
{
    for (int call = 1; call <= 10; ++call)
        m_inspector->look(m_run.get(), call, 1);
    QCOMPARE(m_bench->engine.calls().size(), 1);
    QSignalSpy changed(m_inspector.get(), &CallInspector::changed);
    QVERIFY(knows(10, 1));
    QCOMPARE(changed.size(), 2); // those between were never asked for
    m_inspector->look(m_run.get(), 2, 1);
    m_inspector->look(nullptr, 0, -1); // nobody looks any more when the answer comes
    QTRY_VERIFY_WITH_TIMEOUT(!m_inspector->isAsking(), kWait);
    QVERIFY(!m_inspector->answer());
}

void TestCallInspector::problemsAreSaid()
{
    m_inspector->look(m_run.get(), 99, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!m_inspector->problem().isEmpty(), kWait);
    QVERIFY(m_inspector->problem().contains(QStringLiteral("no such model call")));
    QVERIFY(!m_inspector->isAsking()); // it is not asked again by itself
    m_inspector->look(m_run.get(), 3, 1);
    QVERIFY(m_inspector->problem().isEmpty());
    QVERIFY(knows(3, 1));
    m_bench->engine.shutdown();
    m_inspector->look(m_run.get(), 4, 1);
    QVERIFY(!m_inspector->isAsking());
    ARD_SAYS(m_inspector->problem(), "Engine not started");
    m_bench->engine.start(); // it is there again: now it can be asked
    QVERIFY(knows(4, 1));
}

void TestCallInspector::anotherModel()
{
    RunRecord other = m_run->record();
    other.provenance.modelName = "big";
    other.provenance.modelFingerprint = "beef";
    Run run(other);
    m_inspector->look(&run, 4, 2);
    QVERIFY(!m_inspector->isAsking());
    QVERIFY2(m_inspector->problem().contains(QStringLiteral("another model, big")), qPrintable(m_inspector->problem()));
}

void TestCallInspector::aRunThatGoesIsForgotten()
{
    m_inspector->look(m_run.get(), 4, 2);
    QVERIFY(knows(4, 2));
    m_inspector->look(m_run.get(), 5, 2);
    m_run.reset();
    QVERIFY(!m_inspector->answer());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->engine.calls().isEmpty(), kWait);
    QVERIFY(!m_inspector->answer() && m_inspector->problem().isEmpty());
}

QTEST_GUILESS_MAIN(TestCallInspector)
#include "tst_callinspector.moc"
