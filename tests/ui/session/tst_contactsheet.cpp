// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The contact sheet without a window: filled in order, stopped, with cells that fail; kept in a folder and read from one; folders
// that are damaged.
#include "base/Files.h"
#include "cells/CellFolder.h"
#include "session/ContactSheet.h"
#include "session/GenerationForm.h"
#include "support/FullDisk.h"
#include "ui/session/EngineBench.h"
#include "ui/session/TinyModel.h"
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ard;
using namespace ard::ui;
using test::Bench;
using test::kWait;
using State = SheetCell::State;

namespace {

/// A sheet over the fake engine: two timestep schedules, M 2 and 3, seeds 1 and 4.
struct Sheet {
    Bench bench;
    GenerationForm form;
    ContactSheet sheet{&bench.engine, &form};
    QSignalSpy problems{&sheet, &ContactSheet::problem};

    explicit Sheet(const QString &switches = {}) : bench(switches)
    {
        protocol::ModelSummary model;
        model.name = "fake";
        model.length = 12;
        model.diffusionSteps = 200;
        form.setModel(model);
        form.setSource(QStringLiteral("name[Blue Spice]"));
        sheet.setSchedules(QStringLiteral("uniform, lagged:50"));
        sheet.setSteps(QStringLiteral("3, 2"));
        sheet.setSeeds(QStringLiteral("1, 4"));
    }
    bool rests()
    {
        return QTest::qWaitFor([this] { return !sheet.isFilling() && !sheet.isBusy(); }, kWait);
    }
    bool fills()
    {
        sheet.fill();
        return rests();
    }
    QList<State> states() const
    {
        QList<State> all;
        for (int index = 0; index < sheet.size(); ++index)
            all << sheet.cell(sheet.placeOf(index)).state;
        return all;
    }
    bool opens(const QString &folder)
    {
        QSignalSpy opened(&sheet, &ContactSheet::opened);
        sheet.open(folder);
        return QTest::qWaitFor([&] { return opened.size() == 1; }, kWait) && rests();
    }
    bool keeps(const QString &folder)
    {
        QSignalSpy kept(&sheet, &ContactSheet::kept);
        sheet.keepIn(folder);
        return QTest::qWaitFor([&] { return kept.size() == 1; }, kWait);
    }
};

QStringList filesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files);
}

QString oneCellFile(const QString &folder)
{
    return QDir(folder).filePath(QDir(folder).entryList({QStringLiteral("uniform,M=2*.json")}).value(0));
}

} // namespace

class TestContactSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheForm();
    void lists_data();
    void lists();
    void cellsStayWhereTheListsChange();
    void fillsInOrder();
    void stops();
    void failedCellsSayWhy();
    void engineThatIsLost();
    void keepsAndOpens();
    void keepsWhatIsFilledLater();
    void replacesNoFile();
    void severalSentencesInOneFolder();
    void fullDisk();
    void damagedFolder();
    void foldersThatAreNone();
    void cellsWithoutRuns();
    void cellsOfAnotherModel();
};

void TestContactSheet::followsTheForm()
{
    Sheet f;
    QCOMPARE(f.sheet.source(), QStringLiteral("name[Blue Spice]"));
    f.form.setSource(QStringLiteral("another"));
    QCOMPARE(f.sheet.source(), QStringLiteral("another")); // nothing is lost
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    f.form.setSource(QStringLiteral("a third"));
    QCOMPARE(f.sheet.source(), QStringLiteral("another"));
    QVERIFY(f.sheet.formDiffers());
    QCOMPARE(f.sheet.missing(), 0);
    f.sheet.takeForm();
    QCOMPARE(f.sheet.source(), QStringLiteral("a third"));
    QVERIFY(!f.sheet.formDiffers());
    QCOMPARE(f.sheet.missing(), 8);
}

void TestContactSheet::lists_data()
{
    QTest::addColumn<QString>("schedules");
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("seeds");
    const QString none;
    QTest::newRow("no such schedule") << QStringLiteral("uniform, other") << none << none;
    QTest::newRow("parameter") << QStringLiteral("lagged:many") << none << none;
    QTest::newRow("file") << QStringLiteral("custom:/etc/passwd") << none << none;
    QTest::newRow("empty") << QStringLiteral(" , ") << none << none;
    QTest::newRow("steps: word") << none << QStringLiteral("2, x") << none;
    QTest::newRow("steps: 0") << none << QStringLiteral("0") << none;
    QTest::newRow("steps: too large") << none << QStringLiteral("100001") << none;
    QTest::newRow("seed: word") << none << none << QStringLiteral("one");
    QTest::newRow("seed: below 0") << none << none << QStringLiteral("-1");
}

void TestContactSheet::lists()
{
    QFETCH(const QString, schedules);
    QFETCH(const QString, steps);
    QFETCH(const QString, seeds);
    Sheet f;
    const QString why = !schedules.isNull() ? f.sheet.setSchedules(schedules)
        : !steps.isNull()                   ? f.sheet.setSteps(steps)
                                            : f.sheet.setSeeds(seeds);
    QVERIFY(!why.isEmpty() && !why.contains(u'\n'));
    QCOMPARE(f.sheet.schedules().size(), 2);
    QCOMPARE(f.sheet.steps(), (QList<int>{2, 3}));
    QCOMPARE(f.sheet.seeds(), (QList<quint64>{1, 4}));
}

void TestContactSheet::cellsStayWhereTheListsChange()
{
    Sheet f;
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    const QString text = f.sheet.cell({1, 1, 1}).text;
    QVERIFY(!text.isEmpty());
    QVERIFY(f.sheet.setSchedules(QStringLiteral("lagged:50,block:4")).isEmpty());
    QVERIFY(f.sheet.setSteps(QStringLiteral("3,7")).isEmpty());
    QVERIFY(f.sheet.setSeeds(QStringLiteral("4")).isEmpty());
    QCOMPARE(f.sheet.size(), 4);
    QCOMPARE(f.sheet.cell({0, 0, 0}).text, text);
    QCOMPARE(f.sheet.missing(), 3);
    QVERIFY(f.fills());
    QCOMPARE(f.sheet.wanted(), 3); // nothing is computed twice
    // Another parameter is another timestep schedule.
    QVERIFY(f.sheet.setSchedules(QStringLiteral("lagged:60")).isEmpty());
    QCOMPARE(f.sheet.missing(), 2);
}

void TestContactSheet::fillsInOrder()
{
    Sheet f;
    QVERIFY(f.bench.ready());
    QList<int> done;
    connect(&f.sheet, &ContactSheet::cellsChanged, this, [&](const QList<int> &cells) {
        for (const int cell : cells)
            if (f.sheet.cell(f.sheet.placeOf(cell)).state == State::Done && !done.contains(cell))
                done << cell;
    });
    QVERIFY(f.fills());
    QTRY_COMPARE(done, (QList<int>{0, 1, 2, 3, 4, 5, 6, 7}));
    for (int index = 0; index < f.sheet.size(); ++index) {
        const SheetPlace place = f.sheet.placeOf(index);
        const SheetCell &cell = f.sheet.cell(place);
        QCOMPARE(f.sheet.indexOf(place), index);
        const GenerationRequest &asked = cell.record->request;
        QCOMPARE(asked.schedule.kind, std::string(place.schedule == 0 ? "uniform" : "lagged"));
        QCOMPARE(asked.samplingSteps, f.sheet.steps()[place.step]);
        QCOMPARE(asked.seed, f.sheet.seeds()[place.seed]);
        QCOMPARE(asked.source, std::string("name[Blue Spice]"));
        QCOMPARE(cell.calls, asked.samplingSteps);
        QCOMPARE(cell.seconds, 0.5);
        QCOMPARE(cell.text.toStdString(), cell.record->outputs[0].text);
    }
    QCOMPARE(f.sheet.filled(), 8);
    QCOMPARE(f.problems.size(), 0);
}

void TestContactSheet::stops()
{
    Sheet f(QStringLiteral("--delay 5"));
    f.sheet.setSteps(QStringLiteral("2, 100"));
    QVERIFY(f.bench.ready());
    f.sheet.fill();
    QTRY_COMPARE_WITH_TIMEOUT(f.states()[2], State::Running, kWait);
    QVERIFY(f.sheet.cell({0, 1, 0}).run->isLive());
    f.sheet.stop();
    QVERIFY(f.rests());
    QCOMPARE(f.states(),
             (QList<State>{State::Done, State::Done, State::Missing, State::Missing, State::Missing, State::Missing,
                           State::Missing, State::Missing}));
    QVERIFY(f.bench.engine.canRun());
    f.sheet.setSteps(QStringLiteral("2, 3"));
    QVERIFY(f.fills());
    QCOMPARE(f.sheet.missing(), 0);
}

void TestContactSheet::failedCellsSayWhy()
{
    Sheet f;
    f.sheet.setSteps(QStringLiteral("2, 500")); // uniform has 200 sentence steps
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    QCOMPARE(f.states(),
             (QList<State>{State::Done, State::Done, State::Failed, State::Failed, State::Done, State::Done,
                           State::Done, State::Done}));
    const QString reason = f.sheet.cell({0, 1, 0}).reason;
    QVERIFY2(reason.contains(QStringLiteral("200")) && !reason.contains(u'\n'), qPrintable(reason));
    QCOMPARE(f.sheet.failed(), 2);
    QCOMPARE(f.sheet.missing(), 2); // they can be tried again
}

void TestContactSheet::engineThatIsLost()
{
    Sheet f(QStringLiteral("--exit-after 2"));
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    const QList<State> states = f.states();
    QCOMPARE(states.count(State::Waiting) + states.count(State::Running), 0);
    QVERIFY(states.contains(State::Failed));
    QVERIFY(states.contains(State::Missing)); // not tried without an engine
    QVERIFY(!f.sheet.whyNotFill().isEmpty());
    f.sheet.fill();
    QCOMPARE(f.problems.size(), 1);
}

void TestContactSheet::keepsAndOpens()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cells"));
    Sheet f;
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    QVERIFY(f.keeps(path));
    QCOMPARE(filesOf(path).size(), 4 + 8); // a cell a file, and their runs; nothing half written

    Sheet other;
    QVERIFY(other.opens(path));
    QCOMPARE(other.problems.size(), 0);
    QCOMPARE(other.sheet.schedules().size(), 2);
    QCOMPARE(other.sheet.schedules()[0].text, QStringLiteral("uniform"));
    QCOMPARE(other.sheet.schedules()[1].text, QStringLiteral("lagged:50"));
    QCOMPARE(other.sheet.steps(), f.sheet.steps());
    QCOMPARE(other.sheet.seeds(), f.sheet.seeds());
    QCOMPARE(other.sheet.source(), f.sheet.source());
    for (int index = 0; index < f.sheet.size(); ++index) {
        const SheetCell &mine = f.sheet.cell(f.sheet.placeOf(index)),
                        &its = other.sheet.cell(other.sheet.placeOf(index));
        QCOMPARE(its.state, State::Done);
        QCOMPARE(its.text, mine.text);
        QCOMPARE(its.calls, mine.calls);
        QCOMPARE(its.record->frames.size(), mine.record->frames.size());
        QVERIFY(its.kept && its.kept->cell);
    }
}

void TestContactSheet::keepsWhatIsFilledLater()
{
    const QTemporaryDir folder;
    Sheet f;
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    QVERIFY(f.keeps(folder.path()));

    Sheet other;
    QVERIFY(other.bench.ready());
    QVERIFY(other.opens(folder.path()));
    other.sheet.setSteps(QStringLiteral("2, 3, 6"));
    QCOMPARE(other.sheet.missing(), 4);
    QVERIFY(other.fills());
    QCOMPARE(filesOf(folder.path()).size(), 4 + 8 + 2 + 4);
    Sheet third;
    QVERIFY(third.opens(folder.path()));
    QCOMPARE(third.sheet.sets().size(), std::size_t(1)); // they belong together
    QCOMPARE(third.sheet.steps(), (QList<int>{2, 3, 6}));
    QCOMPARE(third.states().count(State::Done), 12);
}

void TestContactSheet::replacesNoFile()
{
    const QTemporaryDir folder;
    Sheet f;
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    QVERIFY(f.keeps(folder.path()));
    const QString file = oneCellFile(folder.path());
    QVERIFY(writeAtomically(file.toStdString(), std::string_view("mine")));
    QVERIFY(f.keeps(folder.path()));
    QCOMPARE(*readText(file.toStdString()), std::string("mine"));
    QVERIFY(writeAtomically(folder.filePath(QStringLiteral("file")).toStdString(), std::string_view("a file")));
    f.sheet.keepIn(folder.filePath(QStringLiteral("file/cells"))); // no folder can be made there
    QTRY_VERIFY_WITH_TIMEOUT(!f.problems.isEmpty(), kWait);
    QVERIFY(f.rests());
    QVERIFY(!f.problems.front().front().toString().contains(u'\n'));
}

void TestContactSheet::severalSentencesInOneFolder()
{
    const QTemporaryDir folder;
    Sheet f;
    QVERIFY(f.bench.ready());
    for (const char *source : {"name[Blue Spice]", "name[The Mill]"}) {
        f.form.setSource(QString::fromLatin1(source));
        f.sheet.takeForm();
        QVERIFY(f.fills());
        QVERIFY(f.keeps(folder.path()));
    }
    Sheet other;
    QVERIFY(other.opens(folder.path()));
    QCOMPARE(other.sheet.sets().size(), std::size_t(2));
    QStringList sources;
    for (const int set : {0, 1}) {
        other.sheet.show(set, 0);
        QVERIFY(other.rests());
        QCOMPARE(other.states().count(State::Done), 8);
        sources << other.sheet.source();
        QCOMPARE(QString::fromStdString(other.sheet.cell({0, 0, 0}).record->request.source), sources.back());
    }
    sources.sort();
    QCOMPARE(sources, (QStringList{QStringLiteral("name[Blue Spice]"), QStringLiteral("name[The Mill]")}));
}

/// Nothing half written is left, the cells stay on the sheet, and once there is room they are kept.
void TestContactSheet::fullDisk()
{
    const QTemporaryDir folder;
    Sheet f;
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    {
        const test::FullDisk full;
        f.sheet.keepIn(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(!f.problems.isEmpty(), kWait);
        QVERIFY(f.rests());
    }
    const QString sentence = f.problems.front().front().toString();
    QVERIFY2(sentence.contains(QStringLiteral("Cannot write '")) && !sentence.contains(u'\n'), qPrintable(sentence));
    QCOMPARE(f.states().count(State::Done), 8);
    for (const QString &name : filesOf(folder.path()))
        QVERIFY2(!name.endsWith(QStringLiteral(".ardrun")), qPrintable(name));
    QVERIFY(f.keeps(folder.path()));
    QCOMPARE(filesOf(folder.path()).size(), 4 + 8);
    Sheet other;
    QVERIFY(other.opens(folder.path()));
    QCOMPARE(other.states().count(State::Done), 8);
}

void TestContactSheet::damagedFolder()
{
    const QTemporaryDir folder;
    Sheet f;
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    QVERIFY(f.keeps(folder.path()));
    const QDir dir(folder.path());
    const auto replace = [&](const QString &pattern, std::string_view text) {
        const QString name = dir.entryList({pattern}).value(0);
        QVERIFY(!name.isEmpty());
        QVERIFY(writeAtomically(dir.filePath(name).toStdString(), text));
    };
    replace(QStringLiteral("uniform,M=2*.json"), "{\"seeds\": 7}");      // wrong JSON
    replace(QStringLiteral("uniform,M=3*seed=1,*.ardrun"), "not a run"); // a damaged run
    for (const QString &name : dir.entryList({QStringLiteral("lagged*M=2*seed=4,*.ardrun")}))
        QVERIFY(QFile::remove(dir.filePath(name))); // a missing one
    // One under the name of another.
    const QString run = dir.entryList({QStringLiteral("lagged*M=3*seed=1,*.ardrun")}).value(0);
    QVERIFY(QFile::remove(dir.filePath(QString(run).replace(QStringLiteral("seed=1"), QStringLiteral("seed=4")))));
    QVERIFY(QFile::copy(dir.filePath(run),
                        dir.filePath(QString(run).replace(QStringLiteral("seed=1"), QStringLiteral("seed=4")))));

    Sheet other;
    QVERIFY(other.opens(folder.path()));
    QCOMPARE(other.states(),
             (QList<State>{State::Failed, State::Failed, State::Failed, State::Done, State::Done, State::TextOnly,
                           State::Done, State::Failed}));
    for (int index = 0; index < other.sheet.size(); ++index) {
        const SheetCell &cell = other.sheet.cell(other.sheet.placeOf(index));
        if (cell.state == State::Failed)
            QVERIFY2(!cell.reason.isEmpty() && !cell.reason.contains(u'\n'), qPrintable(cell.reason));
        if (cell.state == State::TextOnly)
            QVERIFY(!cell.text.isEmpty());
    }
    QVERIFY(other.sheet.cell({0, 0, 0}).reason.contains(QStringLiteral("no cell of a comparison")));
}

void TestContactSheet::foldersThatAreNone()
{
    const QTemporaryDir folder;
    Sheet f;
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    for (const QString &path : {folder.path(), QStringLiteral("/does/not/exist"), QStringLiteral(ARD_FAKE_ENGINE)}) {
        f.problems.clear();
        f.sheet.open(path);
        QTRY_COMPARE_WITH_TIMEOUT(f.problems.size(), 1, kWait);
        QVERIFY(!f.problems.front().front().toString().contains(u'\n'));
        QCOMPARE(f.states().count(State::Done), 8); // what was there stays
    }
}

/// As `ardiff compare --cells` without --runs leaves them: three sentences, nobody knows of what.
void TestContactSheet::cellsWithoutRuns()
{
    const QTemporaryDir folder;
    CellKey key;
    key.label = "block:4";
    key.request.samplingSteps = 2;
    key.seeds = {1, 4};
    CellResult result;
    for (const char *seed : {"first", "second"})
        result.seeds.push_back({{std::string(seed) + " a", std::string(seed) + " b", std::string(seed) + " c"}, {}});
    result.modelCalls = 2;
    result.seconds = 0.125;
    const std::vector<std::string> sources{"a", "b", "c"};
    QVERIFY(writeCellFile(
        folder.filePath(QString::fromStdString(cellStem(key, sources)) + QStringLiteral(".json")).toStdString(), key,
        result));
    Sheet f;
    QVERIFY(f.bench.ready());
    QVERIFY(f.opens(folder.path()));
    QCOMPARE(f.states(), (QList<State>{State::TextOnly, State::TextOnly}));
    f.sheet.show(0, 2);
    QCOMPARE(f.sheet.cell({0, 0, 1}).text, QStringLiteral("second c"));
    QCOMPARE(f.sheet.cell({0, 0, 1}).calls, 2);
    QCOMPARE(f.sheet.cell({0, 0, 1}).seconds, 0.125);
    f.sheet.show(0, 99); // the last one
    QCOMPARE(f.sheet.sourceIndex(), 2);
    f.sheet.setSteps(QStringLiteral("2, 3"));
    QVERIFY(!f.sheet.whyNotFill().isEmpty()); // what was asked is not known
    f.sheet.fill();
    QCOMPARE(f.states().count(State::Missing), 2);
}

void TestContactSheet::cellsOfAnotherModel()
{
    const QTemporaryDir folder;
    Sheet f;
    QVERIFY(f.bench.ready());
    QVERIFY(f.fills());
    QVERIFY(f.keeps(folder.path()));
    const QDir dir(folder.path());
    for (const QString &name : dir.entryList({QStringLiteral("*.json")})) {
        const auto text = readText(dir.filePath(name).toStdString());
        QByteArray changed(text->c_str());
        changed.replace("\"model\": \"", "\"model\": \"other ");
        QVERIFY(writeAtomically(dir.filePath(name).toStdString(), changed.toStdString()));
    }
    Sheet other;
    QVERIFY(other.bench.ready());
    QVERIFY(other.opens(folder.path()));
    QCOMPARE(other.states().count(State::Done), 8); // to be looked at
    QVERIFY(other.sheet.whyNotFill().contains(QStringLiteral("another model")));
    other.sheet.takeForm();
    QVERIFY(other.sheet.whyNotFill().isEmpty());
}

QTEST_GUILESS_MAIN(TestContactSheet)
#include "tst_contactsheet.moc"
