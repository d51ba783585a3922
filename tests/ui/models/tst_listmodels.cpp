// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists under Qt's model tester: runs, log lines, models.
#include "models/LogModel.h"
#include "models/ModelListModel.h"
#include "models/RunListModel.h"
#include "models/RunNames.h"
#include "session/RunMemory.h"
#include "ui/ManualClock.h"
#include "ui/RunFeeder.h"
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using ard::test::RunFeeder;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class TestListModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runs();
    void runsAlreadyThere();
    void logLines();
    void modelList();
};

void TestListModels::runs()
{
    const RunFeeder feeder;
    test::ManualClock clock;
    Tick tick(&clock);
    RunStore store(&tick);
    Board board(&tick);
    const Cursor cursor(&board);
    RunListModel model(&store, &cursor);
    const QAbstractItemModelTester tester(&model, kFatal);
    Run *recorded = store.add(new Run(feeder.fake().record(10)));
    QVERIFY(!model.index(0).data(RunListModel::CurrentRole).toBool());
    board.at(0)->film()->setRun(recorded);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0).data(RunListModel::CurrentRole).toBool());
    Run *live = store.add(new Run(feeder.request()));
    board.at(0)->film()->setRun(live);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.index(0).data(RunListModel::CurrentRole).toBool());
    QVERIFY(model.index(1).data(RunListModel::CurrentRole).toBool());
    QCOMPARE(model.index(1).data().toString().remove(QLatin1Char('*')), runLabel(*live));
    QCOMPARE(model.index(1).data(RunListModel::RunRole).value<Run *>(), live);

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    feeder.begin(*live);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(1).data(RunListModel::StateRole).toInt(), static_cast<int>(Run::State::Live));
    feeder.append(*live, 3);
    clock.advance(Tick::kMilliseconds);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(model.index(1).data(RunListModel::FrameCountRole).toInt(), 3);
    QCOMPARE(model.index(1).data(RunListModel::StateTextRole).toString(), live->stateText());
    QVERIFY(model.index(1).data(Qt::ToolTipRole).toString().contains(RunMemory::text(live->record())));
    live->interrupt(QStringLiteral("gone"));
    QVERIFY(model.index(1).data(RunListModel::StateTextRole).toString().contains(QStringLiteral("gone")));
    QVERIFY(!model.index(1).data(RunListModel::SavedRole).toBool());
    live->markSaved(QStringLiteral("x"));
    QVERIFY(model.index(1).data(RunListModel::SavedRole).toBool());

    board.at(0)->film()->setRun(recorded);
    QVERIFY(store.remove(live));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0).data(RunListModel::CurrentRole).toBool());
    QVERIFY(store.remove(recorded));
    QCOMPARE(model.rowCount(), 0);
}

void TestListModels::runsAlreadyThere()
{
    Tick tick;
    RunStore store(&tick);
    store.add(new Run(RunFeeder().fake().record(10)));
    store.add(new Run(RunFeeder().fake().record(10)));
    Board board(&tick);
    const Cursor cursor(&board);
    Film *film = board.at(0)->film();
    film->setRun(store.at(0));
    RunListModel model(&store, &cursor);
    const QAbstractItemModelTester tester(&model, kFatal);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0).data(RunListModel::CurrentRole).toBool());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    film->setRun(store.at(1));
    QCOMPARE(changed.size(), 2);
    QVERIFY(store.remove(store.at(0)));
    QVERIFY(model.index(0).data(RunListModel::CurrentRole).toBool());
    QVERIFY(store.restore()); // above the current one
    QVERIFY(model.index(1).data(RunListModel::CurrentRole).toBool());
}

void TestListModels::logLines()
{
    LogBuffer buffer(3);
    buffer.append(QStringLiteral("info"), QStringLiteral("before"));
    LogModel model(&buffer);
    const QAbstractItemModelTester tester(&model, kFatal);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.columnCount(), 3);
    for (int i = 0; i < 5; ++i)
        buffer.append(i % 2 == 0 ? QStringLiteral("warn") : QString(), QStringLiteral("line %1").arg(i));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(2, LogModel::TextColumn).data().toString(), QStringLiteral("line 4"));
    QCOMPARE(model.index(2, LogModel::LevelColumn).data().toString(), QStringLiteral("warning"));
    QCOMPARE(model.index(2, LogModel::TimeColumn).data(LogModel::LevelRole).toString(), QStringLiteral("warn"));
    QVERIFY(model.index(1, LogModel::LevelColumn).data().toString().isEmpty());
    buffer.clear();
    QCOMPARE(model.rowCount(), 0);
    buffer.append({}, QStringLiteral("after"));
    QCOMPARE(model.rowCount(), 1);
}

void TestListModels::modelList()
{
    const QTemporaryDir folder;
    QDir(folder.path()).mkpath(QStringLiteral("one"));
    QFile file(folder.filePath(QStringLiteral("one/model.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": 1, "name": "One", "task": "a task", "licence": "CC0-1.0", "hint": "type",
        "examples": ["x", "y"], "parameters": 2500000, "architecture": {"vocabulary": 25},
        "diffusion": {"length": 12, "diffusion_steps": 200}})");
    file.close();
    qputenv("ARDIFF_MODELS", folder.path().toUtf8());
    ModelLibrary library;
    ModelListModel model(&library);
    const QAbstractItemModelTester tester(&model, kFatal);
    QCOMPARE(model.rowCount(), 0);
    library.refreshNow();
    QVERIFY(model.rowCount() >= 1);
    const int row = model.rowOfFolder(folder.filePath(QStringLiteral("one")));
    QVERIFY(row >= 0);
    QCOMPARE(model.rowOfFolder(QStringLiteral("nothing")), -1);
    const QModelIndex one = model.index(row);
    QCOMPARE(one.data().toString(), QStringLiteral("One"));
    QCOMPARE(one.data(ModelListModel::ExamplesRole).toStringList().join(QLatin1Char(' ')), QStringLiteral("x y"));
    QCOMPARE(one.data(ModelListModel::LengthRole).toInt(), 12);
    QVERIFY(one.data(Qt::ToolTipRole).toString().contains(QStringLiteral("CC0-1.0")));
    QVERIFY(QFile::remove(file.fileName()));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    library.refresh();
    QVERIFY(reset.wait());
    QCOMPARE(model.rowOfFolder(folder.filePath(QStringLiteral("one"))), -1);
    qunsetenv("ARDIFF_MODELS");
}

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_listmodels.moc"
