// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full while something is written: one sentence, the earlier file as it was, and once there is room it works.
#include "session/AppSettings.h"
#include "session/BoardFiles.h"
#include "session/Recovery.h"
#include "session/Session.h"
#include "support/FullDisk.h"
#include "trace/BoardFile.h"
#include "trace/RunFile.h"
#include "ui/ManualClock.h"
#include "ui/RunFeeder.h"
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using test::FullDisk;
using test::RunFeeder;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestFullDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void run();
    void board();
    void recovery();
    void settings();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFullDisk::run()
{
    Tick tick;
    RunStore store(&tick);
    Run *run = store.add(new Run(RunFeeder().fake().record(10)));
    QVERIFY(saveRun(RunFeeder(12, 200, 10, 7).fake().record(10), path("a.ardrun").toStdString())); // an earlier one
    const QByteArray before = bytesOf(path("a.ardrun"));
    QSignalSpy failed(&store, &RunStore::saveFailed), saved(&store, &RunStore::saved);
    {
        const FullDisk full;
        store.save(run, path("a.ardrun"));
        QTRY_COMPARE(failed.size(), 1);
    }
    QCOMPARE(failed.first().at(2).toString(),
             QStringLiteral("Cannot write '%1': File too large").arg(path("a.ardrun")));
    QVERIFY(!run->isSaved());
    QCOMPARE(bytesOf(path("a.ardrun")), before);
    QCOMPARE(files(), QStringList{QStringLiteral("a.ardrun")}); // nothing half written
    store.save(run, path("a.ardrun"));
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(run->isSaved());
}

void TestFullDisk::board()
{
    AppSettings settings(path("explorer.ini"));
    Session session(&settings);
    session.show(session.runs()->add(new Run(RunFeeder().fake().record(10))));
    QSignalSpy saved(session.boards(), &BoardFiles::saved), failed(session.boards(), &BoardFiles::saveFailed);
    session.boards()->save(path("a.ardboard"), {});
    QTRY_COMPARE(saved.size(), 1);
    const QByteArray before = bytesOf(path("a.ardboard"));
    session.show(session.runs()->add(new Run(RunFeeder(12, 200, 10, 7).fake().record(10))));
    {
        const FullDisk full;
        session.boards()->save(path("a.ardboard"), {});
        QTRY_COMPARE(failed.size(), 1);
    }
    QVERIFY(failed.first().at(1).toString().startsWith(QStringLiteral("Cannot write '")));
    QVERIFY(session.notices()->newest().contains(failed.first().at(1).toString()));
    QCOMPARE(session.runs()->unsaved().size(), 1);
    QCOMPARE(bytesOf(path("a.ardboard")), before);
    QVERIFY(loadBoard(path("a.ardboard").toStdString()));
    session.boards()->save(path("a.ardboard"), {});
    QTRY_COMPARE(saved.size(), 2);
    QVERIFY(session.runs()->unsaved().isEmpty());
}

void TestFullDisk::recovery()
{
    test::ManualClock clock;
    Tick tick(&clock);
    RunStore runs(&tick);
    LogBuffer log;
    Recovery recovery(&runs, &log, path("state"), &clock);
    const auto sessionFolder = [this] {
        return path("state/") + QDir(path("state")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    };
    const auto kept = [&] { return QDir(sessionFolder()).entryList({QStringLiteral("*.ardrun")}); };
    const auto pass = [&clock] {
        clock.advance(Tick::kMilliseconds);
        clock.advance(Recovery::kGap);
    };
    const RunFeeder feeder;
    int number = 0;
    {
        const FullDisk full;
        Run *run = runs.add(new Run(feeder.request()));
        number = run->number();
        feeder.all(*run);
        pass();
        QTRY_COMPARE(log.allText().count(QLatin1String("Cannot write '")), 1);
        QCOMPARE(kept(), QStringList());
    }
    pass(); // there is room again
    QTRY_COMPARE(kept(), QStringList{QStringLiteral("%1.ardrun").arg(number)});
    QCOMPARE(log.allText().count(QLatin1String("Cannot write '")), 1);
    QVERIFY(loadRun((sessionFolder() + u'/' + kept().first()).toStdString()));
    recovery.end();
}

/// Qt writes what has room. The window goes on with all that was set, and its next change writes all of it.
void TestFullDisk::settings()
{
    AppSettings settings(path("explorer.ini"));
    settings.language.set(QStringLiteral("de"));
    settings.sync();
    {
        const FullDisk full;
        settings.windowState.set(QByteArray(5000, 'x'));
        settings.sync();
    }
    QCOMPARE(settings.language(), QStringLiteral("de"));
    QCOMPARE(settings.windowState().size(), 5000);
    settings.uiScale.set(1.5);
    settings.sync();
    const QByteArray written = bytesOf(path("explorer.ini"));
    QVERIFY(written.contains("language=de") && written.contains("uiScale=1.5") &&
            written.contains(QByteArray(5000, 'x')));
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
