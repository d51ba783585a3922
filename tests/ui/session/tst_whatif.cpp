// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// WhatIf: a branch has what came before of its run and new frames behind it, knows its run, can be left and come back to, and a
// refused one leaves nothing behind.
#include "session/CommandLine.h"
#include "session/Session.h"
#include "trace/RunFile.h"
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using Place = WhatIf::Place;
using Kind = PositionChange::Kind;

namespace {
constexpr int kWait = 20'000, kCalls = 10, kLength = 12;
} // namespace

class TestWhatIf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsWhatCameBefore();
    void pinHoldsTheWord();
    void noiseAgainRises();
    void replacedByAWordTyped();
    void refusedLeavesNothing();
    void branchOfABranch();
    void earlierThanTheBranch();
    void atTheLastCall();
    void besideInAFurtherLane();
    void seedsAreFree();
    void backAndForth();
    void whyNot();
    void callsAreAskedAsTheEngineCountsThem();
    void keptInAFile();

private:
    Run *finished(Run *run)
    {
        return run && QTest::qWaitFor([&] { return !run->isLive(); }, kWait) && run->state() == Run::State::Complete &&
                QTest::qWaitFor([&] { return m_session->canRun(); }, kWait)
            ? run
            : nullptr;
    }
    WhatIf *whatIf() { return m_session->whatIf(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
    Run *m_run = nullptr; ///< finished, in the only lane
};

void TestWhatIf::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkpath(QStringLiteral("models/tiny"));
    QFile file(m_folder->filePath(QStringLiteral("models/tiny/model.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": 1, "name": "Tiny", "examples": ["a b"], "default_sampling_steps": 10,
        "architecture": {"vocabulary": 25}, "diffusion": {"length": 12, "diffusion_steps": 200}})");
    file.close();
    qputenv("ARDIFF_MODELS", m_folder->filePath(QStringLiteral("models")).toUtf8());
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
    m_settings->engineCommand.set(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)));
    m_session = std::make_unique<Session>(m_settings.get());
    m_session->start(m_folder->filePath(QStringLiteral("models/tiny")));
    m_session->form()->setSource(QStringLiteral("two dogs"));
    QVERIFY(QTest::qWaitFor([&] { return m_session->canRun(); }, kWait));
    m_run = finished(m_session->startRun());
    QVERIFY(m_run);
    QCOMPARE(m_run->modelCalls(), kCalls);
    QCOMPARE(m_run->length(), kLength);
}

void TestWhatIf::cleanup()
{
    m_session.reset();
    qunsetenv("ARDIFF_MODELS");
}

void TestWhatIf::keepsWhatCameBefore()
{
    const QSignalSpy branched(whatIf(), &WhatIf::branched);
    Run *made = whatIf()->otherSeed({3, 4, 0});
    QVERIFY(made);
    QCOMPARE(made->frameCount(), 4); // at once
    QCOMPARE(made->callsBefore(), 4);
    QCOMPARE(m_session->cursor()->run(), made);
    QVERIFY(finished(made));
    QCOMPARE(branched.size(), 1);
    QCOMPARE(made->modelCalls(), kCalls);
    QCOMPARE(made->plan().timesteps, m_run->plan().timesteps);
    for (int call = 1; call <= 4; ++call)
        for (int n = 0; n < kLength; ++n)
            QCOMPARE(made->token(call, n)->wordId, m_run->token(call, n)->wordId);
    bool differs = false;
    for (int call = 5; call < kCalls; ++call)
        for (int n = 0; n < kLength; ++n)
            differs = differs || made->token(call, n)->wordId != m_run->token(call, n)->wordId;
    QVERIFY(differs);
    QCOMPARE(m_session->runs()->parent(made), m_run);
    QVERIFY(Run::checkRecord(made->record()));
}

void TestWhatIf::pinHoldsTheWord()
{
    m_session->cursor()->select(3, 4);
    QCOMPARE(whatIf()->cell(), (Cell{3, 4, 0}));
    const std::int32_t word = m_run->token(4, 3)->wordId;
    Run *made = finished(whatIf()->pin(whatIf()->cell()));
    QVERIFY(made);
    for (int call = 5; call <= kCalls; ++call)
        QCOMPARE(made->token(call, 3)->wordId, word);
    QVERIFY(!made->isPinned(4, 3));
    QVERIFY(made->isPinned(5, 3));
    QVERIFY(!made->isPinned(5, 2));
    QCOMPARE(made->changes().size(), std::size_t(1));
    QCOMPARE(made->changes().front().call, 4);
    // What changed in the first call of the rest is told against the last one before it.
    for (int n = 0; n < kLength; ++n)
        QCOMPARE(made->token(5, n)->changed, made->token(5, n)->wordId != made->token(4, n)->wordId);
    // The starting noise has no word to hold.
    const QSignalSpy failed(whatIf(), &WhatIf::failed);
    QVERIFY(!whatIf()->pin({3, 0, 0}));
    QCOMPARE(failed.size(), 1);
}

void TestWhatIf::noiseAgainRises()
{
    Run *made = finished(whatIf()->renoise({2, 6, 0}));
    QVERIFY(made);
    QCOMPARE(made->timestep(6, 2), 199);
    QVERIFY(m_run->timestep(6, 2) < 199);
    QCOMPARE(made->timestep(6, 3), m_run->timestep(6, 3));
    QCOMPARE(made->timestep(kCalls, 2), 0);
    QVERIFY(Run::checkRecord(made->record()));
    QCOMPARE(made->settle().bySchedule(2), kCalls);
}

void TestWhatIf::replacedByAWordTyped()
{
    Run *made = finished(whatIf()->replace({1, 3, 0}, QStringLiteral(" Spice "), false));
    QVERIFY(made);
    QCOMPARE(made->labelAt(kCalls, 1), QStringLiteral("Spice"));
    QVERIFY(!made->isPinned(kCalls, 1));
}

void TestWhatIf::refusedLeavesNothing()
{
    for (const Place place : {Place::Here, Place::Beside}) {
        const QSignalSpy failed(whatIf(), &WhatIf::failed), refused(whatIf(), &WhatIf::refused);
        QVERIFY(whatIf()->replace({1, 3, 0}, QStringLiteral("antidisestablishment"), true, place));
        QCOMPARE(m_session->runs()->size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, kWait);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("antidisestablishment")));
        QCOMPARE(m_session->runs()->size(), 1);
        QVERIFY(!m_session->runs()->canRestore());
        QCOMPARE(m_session->board()->size(), 1);
        QCOMPARE(m_session->cursor()->run(), m_run);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->canRun(), kWait);
    }
}

void TestWhatIf::branchOfABranch()
{
    Run *first = finished(whatIf()->pin({3, 4, 0}));
    QVERIFY(first);
    Run *second = finished(whatIf()->pin({5, 7, 0}));
    QVERIFY(second);
    QCOMPARE(second->record().request.continuations.size(), std::size_t(2));
    QCOMPARE(second->record().request.continuations[1].fromCall, 3); // of the six calls of the first branch
    QCOMPARE(second->callsBefore(), 7);
    QCOMPARE(second->modelCalls(), kCalls);
    QVERIFY(second->isPinned(8, 3));
    QVERIFY(second->isPinned(8, 5));
    QVERIFY(!second->isPinned(7, 5));
    QCOMPARE(m_session->runs()->parent(second), first);
    // Both stand under the first run, the second under its own.
    QVERIFY(m_session->whatIf()->goBack({first, second, {5, 7, 0}, false}));
    QVERIFY(whatIf()->goBack({m_run, first, {3, 4, 0}, false}));
    Run *sibling = finished(whatIf()->otherSeed({-1, 2, 0}));
    QVERIFY(sibling);
    QCOMPARE(m_session->runs()->runs(), (QList<Run *>{m_run, first, second, sibling}));
    QCOMPARE(m_session->runs()->depth(second), 2);
    QCOMPARE(m_session->runs()->depth(sibling), 1);
}

void TestWhatIf::earlierThanTheBranch()
{
    Run *first = finished(whatIf()->pin({3, 6, 0}));
    QVERIFY(first);
    Run *second = finished(whatIf()->otherSeed({-1, 2, 0})); // of the branch, but before it parts
    QVERIFY(second);
    QCOMPARE(second->record().request.continuations.size(), std::size_t(1));
    QCOMPARE(second->callsBefore(), 2);
    QVERIFY(!second->isPinned(kCalls, 3));
    QCOMPARE(m_session->runs()->parent(second), m_run);
}

void TestWhatIf::atTheLastCall()
{
    const Cell end{3, kCalls, 0};
    QCOMPARE(whatIf()->callsThatStay(end), kCalls - 1);
    QCOMPARE(whatIf()->callsThatRun(end), 1);
    Run *made = finished(whatIf()->pin(end));
    QVERIFY(made);
    QCOMPARE(made->callsBefore(), kCalls - 1);
    QCOMPARE(made->token(kCalls, 3)->wordId, m_run->token(kCalls, 3)->wordId);
}

void TestWhatIf::besideInAFurtherLane()
{
    Run *made = finished(whatIf()->pin({3, 4, 0}, Place::Beside));
    QVERIFY(made);
    QCOMPARE(m_session->board()->size(), 2);
    QCOMPARE(m_session->board()->at(0)->run(), m_run);
    QCOMPARE(m_session->board()->at(1)->run(), made);
    QCOMPARE(m_session->cursor()->laneIndex(), 1);
    const Branch branch{m_run, made, {3, 4, 0}, true};
    QVERIFY(whatIf()->goBack(branch));
    QCOMPARE(m_session->board()->size(), 1);
    QCOMPARE(m_session->cursor()->selected(), (Cell{3, 4, 0}));
    QVERIFY(whatIf()->goForth(branch));
    QCOMPARE(m_session->board()->size(), 2);
    QCOMPARE(m_session->cursor()->run(), made);
    while (m_session->board()->size() < Board::kMaxLanes)
        m_session->board()->add();
    const QSignalSpy failed(whatIf(), &WhatIf::failed);
    QVERIFY(!whatIf()->pin({3, 4, 0}, Place::Beside));
    QCOMPARE(failed.size(), 1);
}

void TestWhatIf::seedsAreFree()
{
    const std::uint64_t seed = m_run->record().request.seed;
    QCOMPARE(whatIf()->freeSeed({-1, 4, 0}), seed + 1);
    Run *made = finished(whatIf()->otherSeed({-1, 4, 0}, Place::Beside));
    QVERIFY(made);
    QCOMPARE(made->record().request.continuations.back().seed, std::optional(seed + 1));
    QCOMPARE(whatIf()->freeSeed({-1, 4, 0}), seed + 2);
    QCOMPARE(whatIf()->freeSeed({-1, 5, 0}), seed + 1); // at another place none has it
}

void TestWhatIf::backAndForth()
{
    m_session->cursor()->select(3, 4);
    Run *made = finished(whatIf()->pin(whatIf()->cell()));
    QVERIFY(made);
    const Branch branch{m_run, made, {3, 4, 0}, false};
    m_session->cursor()->select(7, kCalls);
    QVERIFY(whatIf()->goBack(branch));
    QCOMPARE(m_session->cursor()->run(), m_run);
    QCOMPARE(m_session->cursor()->selected(), (Cell{3, 4, 0}));
    QVERIFY(whatIf()->goForth(branch));
    QCOMPARE(m_session->cursor()->run(), made);
    QCOMPARE(m_session->runs()->size(), 2);
    QVERIFY(m_session->runs()->remove(m_run));
    QVERIFY(!whatIf()->goBack(branch));
    QCOMPARE(m_session->cursor()->run(), made);
}

void TestWhatIf::whyNot()
{
    QVERIFY(whatIf()->whyNot({3, 4, 0}).isEmpty());
    QVERIFY(!whatIf()->whyNotChange({-1, 4, 0}).isEmpty());
    QVERIFY(!whatIf()->whyNotChange({kLength, 4, 0}).isEmpty());
    m_session->show(nullptr);
    QVERIFY(!whatIf()->whyNot({3, 4, 0}).isEmpty());
    const QSignalSpy failed(whatIf(), &WhatIf::failed);
    QVERIFY(!whatIf()->renoise({3, 4, 0}));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(m_session->notices()->newest(), failed.front().front().toString());
}

/// The fake engine's frames say which timesteps it took the call to have.
void TestWhatIf::callsAreAskedAsTheEngineCountsThem()
{
    Run *made = finished(whatIf()->pin({3, 4, 0}));
    QVERIFY(made);
    for (const int call : {2, 4, 5, kCalls}) {
        m_session->inspector()->look(made, call, 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->inspector()->answer(), kWait);
        QCOMPARE(m_session->inspector()->answer()->modelCall, call);
        QCOMPARE(m_session->inspector()->answer()->timestepAfter, made->timestep(call, 1));
    }
    m_session->jumps()->open(m_session->cursor()->lane(), 6);
    QVERIFY2(m_session->jumps()->whyNotFill().isEmpty(), qPrintable(m_session->jumps()->whyNotFill()));
    m_session->jumps()->fill();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->jumps()->filled(), kWait);
}

void TestWhatIf::keptInAFile()
{
    Run *made = finished(whatIf()->renoise({3, 4, 0}));
    QVERIFY(made);
    const QString path = m_folder->filePath(QStringLiteral("branch.ardrun"));
    const QSignalSpy saved(m_session->runs(), &RunStore::saved), opened(m_session->runs(), &RunStore::opened);
    m_session->saveRun(made, path);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, kWait);
    m_session->openRun(path);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kWait);
    Run *read = m_session->cursor()->run();
    QVERIFY(read != made);
    QCOMPARE(read->callsBefore(), 4);
    QCOMPARE(read->frameCount(), kCalls);
    QCOMPARE(read->changes(), made->changes());
    QCOMPARE(m_session->runs()->parent(read), m_run); // by what was asked
    QVERIFY(finished(whatIf()->pin({5, 6, 0})));      // it can be gone on from, too
}

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"
