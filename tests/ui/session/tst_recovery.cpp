// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Unsaved runs survive the end of the program: written while they grow, offered to the next session, gone when they are not needed.
#include "session/Recovery.h"
#include "trace/RunFile.h"
#include "ui/ManualClock.h"
#include "ui/RunFeeder.h"
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QMap>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;

namespace {

/// A session: its runs and what keeps them. When it is destroyed it has ended as in a crash, unless end() was called.
struct Life {
    explicit Life(const QString &folder) : recovery(&runs, &log, folder, &clock) { }

    Run *addRun(int calls = 5)
    {
        const test::RunFeeder feeder(6, 100, calls);
        Run *run = runs.add(new Run(feeder.request()));
        feeder.all(*run);
        return run;
    }
    void pass()
    {
        clock.advance(Tick::kMilliseconds);
        clock.advance(Recovery::kGap);
    }

    test::ManualClock clock;
    Tick tick{&clock};
    RunStore runs{&tick};
    LogBuffer log;
    Recovery recovery;
};

QStringList filesIn(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(folder, {QStringLiteral("*.ardrun")}, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();)
        files << it.next();
    return files;
}

bool isEmpty(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty();
}

} // namespace

class TestRecovery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingWithoutUnsavedRuns();
    void runsComeBackAfterACrash();
    void namesComeBack();
    void aGrowingRunIsWrittenAgain();
    void savedAndRemovedRunsNeedNoFile();
    void endedAsItShould();
    void anotherSessionThatLives();
    void aClockThatJumpsTakesNoLock();
    void discarded();
    void notNowIsNotAskedAgain();
    void broughtBackRunsAreKeptAgain();
    void aDamagedFileIsToldAndStays();
    void whereNothingCanBeWritten();
    void nextToTheOtherPrograms();

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};

void TestRecovery::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_folder = m_temporary->filePath(QStringLiteral("state/recovery"));
}

void TestRecovery::nothingWithoutUnsavedRuns()
{
    Life life(m_folder);
    const test::RunFeeder feeder(6, 100, 5);
    life.runs.add(new Run(feeder.request())); // has no step yet
    life.pass();
    QVERIFY(!QDir(m_folder).exists());
    QVERIFY(life.recovery.found().isEmpty());
}

void TestRecovery::runsComeBackAfterACrash()
{
    RunRecord before;
    {
        Life life(m_folder);
        life.addRun(5);
        before = life.addRun(7)->record();
        life.pass();
        QTRY_COMPARE(filesIn(m_folder).size(), 2);
    }
    Life life(m_folder);
    QCOMPARE(life.recovery.found().size(), 2);
    QCOMPARE(life.runs.size(), 0); // not before somebody says so
    const QSignalSpy back(&life.recovery, &Recovery::broughtBack);
    life.recovery.bringBack();
    QTRY_COMPARE(back.size(), 1);
    QCOMPARE(back.first().first().toInt(), 2);
    QCOMPARE(life.runs.size(), 2);
    QCOMPARE(life.runs.unsaved().size(), 2);
    QCOMPARE(encodeRun(life.runs.at(1)->record()), encodeRun(before));
    QVERIFY(life.recovery.found().isEmpty());
}

void TestRecovery::namesComeBack()
{
    const QString name = QStringLiteral("der erste, “früh” 一"), later = QStringLiteral("later");
    {
        Life life(m_folder);
        life.addRun(5)->setName(name);
        Run *renamed = life.addRun(6), *unnamed = life.addRun(7);
        unnamed->setName(name);
        life.addRun(8);
        life.pass();
        QTRY_COMPARE(filesIn(m_folder).size(), 4);
        renamed->setName(later); // after its file was written
        unnamed->setName({});
        life.pass();
    } // it has written what is under way
    const auto namesIn = [](const Life &life) {
        QMap<int, QString> names;
        for (const Run *run : life.runs.runs())
            names.insert(run->frameCount(), run->name());
        return names;
    };
    const QMap<int, QString> wanted{{5, name}, {6, later}, {7, QString()}, {8, QString()}};
    for (int crash = 0; crash < 2; ++crash) { // and once more: what came back is kept with its name again
        Life life(m_folder);
        const QSignalSpy back(&life.recovery, &Recovery::broughtBack);
        life.recovery.bringBack();
        QTRY_COMPARE(back.size(), 1);
        QCOMPARE(namesIn(life), wanted);
        life.pass();
        QTRY_COMPARE(filesIn(m_folder).size(), 4);
    }
    // A damaged name is no name, and nothing of it stays behind.
    QDirIterator it(m_folder, {QStringLiteral("*.name")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xff\n\tx");
    }
    Life life(m_folder);
    const QSignalSpy back(&life.recovery, &Recovery::broughtBack);
    life.recovery.bringBack();
    QTRY_COMPARE(back.size(), 1);
    QCOMPARE(back.first().first().toInt(), 4);
    QVERIFY(!namesIn(life).value(5).contains(QLatin1Char('\n')));
    life.pass();
    life.recovery.end();
    QVERIFY(isEmpty(m_folder));
}

void TestRecovery::aGrowingRunIsWrittenAgain()
{
    {
        Life life(m_folder);
        const test::RunFeeder feeder(6, 100, 9);
        Run *run = life.runs.add(new Run(feeder.request()));
        feeder.begin(*run);
        feeder.append(*run, 3);
        life.pass();
        QTRY_COMPARE(filesIn(m_folder).size(), 1);
        feeder.append(*run, 4);
        life.pass();
    }
    Life life(m_folder);
    const QSignalSpy back(&life.recovery, &Recovery::broughtBack);
    life.recovery.bringBack();
    QTRY_COMPARE(back.size(), 1);
    QCOMPARE(life.runs.at(0)->frameCount(), 7);
    QVERIFY(!life.runs.at(0)->isLive());
}

void TestRecovery::savedAndRemovedRunsNeedNoFile()
{
    Life life(m_folder);
    Run *saved = life.addRun(), *removed = life.addRun();
    life.addRun();
    life.pass();
    QTRY_COMPARE(filesIn(m_folder).size(), 3);
    saved->markSaved(m_temporary->filePath(QStringLiteral("mine.ardrun")));
    QVERIFY(life.runs.remove(removed));
    life.pass();
    QTRY_COMPARE(filesIn(m_folder).size(), 1);
    QVERIFY(life.runs.restore()); // it was removed by mistake
    life.pass();
    QTRY_COMPARE(filesIn(m_folder).size(), 2);
}

void TestRecovery::endedAsItShould()
{
    {
        Life life(m_folder);
        life.addRun();
        life.pass();
        QTRY_COMPARE(filesIn(m_folder).size(), 1);
        life.recovery.end();
        QVERIFY(isEmpty(m_folder));
        life.addRun();
        life.pass();
    }
    QVERIFY(isEmpty(m_folder));
    const Life life(m_folder);
    QVERIFY(life.recovery.found().isEmpty());
}

void TestRecovery::anotherSessionThatLives()
{
    Life one(m_folder);
    one.addRun();
    one.pass();
    QTRY_COMPARE(filesIn(m_folder).size(), 1);
    const Life other(m_folder);
    QVERIFY(other.recovery.found().isEmpty());
    QCOMPARE(filesIn(m_folder).size(), 1);
}

/// Whether a session lives is told by its process, not by how old its lock seems to be.
void TestRecovery::aClockThatJumpsTakesNoLock()
{
    Life one(m_folder);
    one.addRun();
    one.pass();
    QTRY_COMPARE(filesIn(m_folder).size(), 1);
    QFile lock(QFileInfo(filesIn(m_folder).first()).dir().filePath(QStringLiteral("lock")));
    QVERIFY(lock.open(QIODevice::ReadWrite));
    for (const qint64 seconds :
         {qint64(0), qint64(4'000'000'000)}) { // long ago; and to come, as after the clock went back
        QVERIFY(lock.setFileTime(QDateTime::fromSecsSinceEpoch(seconds), QFileDevice::FileModificationTime));
        const Life other(m_folder);
        QVERIFY(other.recovery.found().isEmpty());
    }
    QCOMPARE(filesIn(m_folder).size(), 1);
}

void TestRecovery::discarded()
{
    {
        Life life(m_folder);
        life.addRun();
        life.pass();
        QTRY_COMPARE(filesIn(m_folder).size(), 1);
    }
    {
        Life life(m_folder);
        QCOMPARE(life.recovery.found().size(), 1);
        const Life third(m_folder); // started meanwhile: they are offered by one only
        QVERIFY(third.recovery.found().isEmpty());
        life.recovery.discardFound();
        QVERIFY(isEmpty(m_folder));
    }
    const Life life(m_folder);
    QVERIFY(life.recovery.found().isEmpty());
}

void TestRecovery::notNowIsNotAskedAgain()
{
    {
        Life life(m_folder);
        life.addRun();
        life.pass();
        QTRY_COMPARE(filesIn(m_folder).size(), 1);
    }
    {
        Life life(m_folder);
        life.recovery.keepFound();
    }
    const Life life(m_folder);
    QVERIFY(life.recovery.found().isEmpty());
    QCOMPARE(filesIn(m_folder).size(), 1); // and nothing is lost
}

void TestRecovery::broughtBackRunsAreKeptAgain()
{
    {
        Life life(m_folder);
        life.addRun();
        life.pass();
        QTRY_COMPARE(filesIn(m_folder).size(), 1);
    }
    const QString old = filesIn(m_folder).first();
    {
        Life life(m_folder);
        const QSignalSpy back(&life.recovery, &Recovery::broughtBack);
        life.recovery.bringBack();
        QTRY_COMPARE(back.size(), 1);
        QVERIFY(QFile::exists(old)); // until the new one is there
        life.pass();
        QTRY_VERIFY(!QFile::exists(old));
        QTRY_COMPARE(filesIn(m_folder).size(), 1);
    }
    const Life life(m_folder); // a second crash
    QCOMPARE(life.recovery.found().size(), 1);
}

void TestRecovery::aDamagedFileIsToldAndStays()
{
    {
        Life life(m_folder);
        life.addRun();
        life.addRun();
        life.pass();
        QTRY_COMPARE(filesIn(m_folder).size(), 2);
    }
    QFile file(filesIn(m_folder).first());
    QVERIFY(file.resize(file.size() / 2));
    Life life(m_folder);
    const QSignalSpy back(&life.recovery, &Recovery::broughtBack);
    life.recovery.bringBack();
    QTRY_COMPARE(back.size(), 1);
    QCOMPARE(back.first().first().toInt(), 1);
    QVERIFY2(life.log.allText().contains(file.fileName()), qPrintable(life.log.allText()));
    life.pass();
    QTRY_COMPARE(filesIn(m_folder).size(), 2); // the damaged one and the new one
    QVERIFY(file.exists());
}

void TestRecovery::whereNothingCanBeWritten()
{
    QFile inTheWay(m_temporary->filePath(QStringLiteral("state")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Life life(m_folder);
    life.addRun();
    life.pass();
    life.addRun();
    life.pass();
    QCOMPARE(life.log.allText().count(QLatin1String("Unsaved runs cannot be kept")), 1);
    life.recovery.end();
}

void TestRecovery::nextToTheOtherPrograms()
{
    qputenv("XDG_STATE_HOME", "/somewhere/state");
    QVERIFY(stateFolder().startsWith(QLatin1String("/somewhere/state/")));
    qputenv("XDG_STATE_HOME", "relative");
    QVERIFY(stateFolder().endsWith(QLatin1String("/.local/state/") + QCoreApplication::applicationName()));
    qunsetenv("XDG_STATE_HOME");
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
