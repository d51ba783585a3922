// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of a comparison: names, cell files that hold and that do not, what lies in a folder. That the names are those of
// the command line is tested in tests/cli and tests/ui/shell.
#include "base/Files.h"
#include "cells/CellFolder.h"
#include "facts/SmallRun.h"
#include "trace/RunFile.h"
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace ard;

namespace {

CellKey sampleKey(int steps = 3)
{
    CellKey key;
    key.label = "lagged:50";
    key.request.schedule.kind = "lagged";
    key.request.samplingSteps = steps;
    key.seeds = {1, 7};
    key.version = "1.2";
    key.model = "00112233";
    key.device = "cpu";
    return key;
}

CellResult sampleResult()
{
    CellResult result;
    result.seeds = {{{"a dog", "a cat"}, {}}, {{"two dogs", "two cats"}, {}}};
    result.modelCalls = 3;
    result.seconds = 0.25;
    result.tauByWord = {0.5, 4};
    result.settledAfter = 0.75;
    return result;
}

} // namespace

class TestCells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names();
    void otherNames_data();
    void otherNames();
    void whatDecidesTheName();
    void roundTrip();
    void refused_data();
    void refused();
    void ofRuns();
    void listing();
    void listingOfNothing();
};

void TestCells::names()
{
    const std::vector<std::string> sources{"dog"};
    const std::string stem = cellStem(sampleKey(), sources);
    QVERIFY2(stem.starts_with("lagged_50,M=3,k=1,"), stem.c_str());
    const auto cell = parseCellName(stem + ".json");
    QVERIFY(cell && !cell->seed && !cell->source);
    QCOMPARE(cell->label, std::string("lagged_50"));
    QCOMPARE(cell->samplingSteps, 3);
    QCOMPARE(cell->candidates, 1);
    QCOMPARE(cell->digest.size(), std::size_t(16));
    const auto run = parseCellName(cellRunName(stem, UINT64_MAX, 12));
    QVERIFY(run);
    QCOMPARE(*run->seed, UINT64_MAX);
    QCOMPARE(*run->source, std::size_t(12));
    QCOMPARE(run->digest, cell->digest);
    QCOMPARE(cellLabel(std::string(70, 'a') + ","), std::string(60, 'a'));
}

void TestCells::otherNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"notes.txt", "table.json", ".json", "uniform,M=3,k=1,0123.json", "uniform,M=3,k=1,0123456789ABCDEF.json",
          "uniform,M=,k=1,0123456789abcdef.json", "uniform,M=-3,k=1,0123456789abcdef.json",
          "uniform,M=99999999999,k=1,0123456789abcdef.json", "uniform,M=3,k=0,0123456789abcdef.json",
          "uniform,M=3,k=1,0123456789abcdef,seed=1.ardrun", "uniform,M=3,k=1,0123456789abcdef,seed=x,source=0.ardrun",
          "uniform,M=3,k=1,0123456789abcdef,seed=1,source=-1.ardrun", "uniform,M=3,k=1,0123456789abcdef.ardrun",
          "uniform,M=3,k=1,0123456789abcdef,seed=1,source=0.json"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCells::otherNames()
{
    QFETCH(const QString, name);
    QVERIFY(!parseCellName(name.toStdString()));
}

void TestCells::whatDecidesTheName()
{
    const std::vector<std::string> sources{"dog"};
    const CellKey key = sampleKey();
    const std::string stem = cellStem(key, sources);
    CellKey same = key;
    same.request.source = "another";
    same.request.seed = 99; // of the lists
    QCOMPARE(cellStem(same, sources), stem);
    const auto changes = std::to_array<std::function<void(CellKey &)>>(
        {[](CellKey &k) { k.seeds = {1}; }, [](CellKey &k) { k.model = "44"; }, [](CellKey &k) { k.device = "cuda:0"; },
         [](CellKey &k) { k.version = "1.3"; }, [](CellKey &k) { k.request.eta = 0; },
         [](CellKey &k) { k.batch = 1; }});
    for (const auto &change : changes) {
        CellKey other = key;
        change(other);
        QVERIFY(cellStem(other, sources) != stem);
    }
    QVERIFY(cellStem(key, std::vector<std::string>{"cat"}) != stem);
    CellKey drawn = key, fewer = key; // a clamp draws without a temperature, too
    drawn.request.clamp = fewer.request.clamp = ClampMode::Drawn;
    fewer.request.topP = 0.9;
    QVERIFY(cellStem(drawn, sources) != stem && cellStem(fewer, sources) != cellStem(drawn, sources));
    same.request.choose = ChoiceRule::Mixed; // among one
    QCOMPARE(cellStem(same, sources), stem);
    CellKey several = key;
    several.request.candidates = 3;
    const std::string byAgreement = cellStem(several, sources);
    several.request.choose = ChoiceRule::Mixed;
    QVERIFY(cellStem(several, sources) != byAgreement);
}

void TestCells::roundTrip()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("cell.json").toStdString();
    QVERIFY(writeCellFile(file, sampleKey(), sampleResult()));
    const auto cell = readCellFile(file);
    QVERIFY2(cell, cell ? "" : cell.error().message.c_str());
    QCOMPARE(cell->label, std::string("lagged:50"));
    QCOMPARE(cell->samplingSteps, 3);
    QCOMPARE(cell->candidates, 1);
    QCOMPARE(cell->seeds, (std::vector<std::uint64_t>{1, 7}));
    QCOMPARE(cell->version, std::string("1.2"));
    QCOMPARE(cell->model, std::string("00112233"));
    QCOMPARE(cell->sources(), std::size_t(2));
    QCOMPARE(cell->result.seeds[1].outputs[1], std::string("two cats"));
    QCOMPARE(cell->result.modelCalls, std::int64_t(3));
    QCOMPARE(cell->result.seconds, 0.25);
    QCOMPARE(*cell->result.tauByWord.mean, 0.5);
    QVERIFY(!cell->result.tauBySchedule.mean);
    QCOMPARE(*cell->result.settledAfter, 0.75);
    QVERIFY(readCellFile(file, sampleKey(), 2));
    QVERIFY(!readCellFile(file, sampleKey(), 3)); // of other sources
}

void TestCells::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("why");
    const QByteArray head =
        R"("label": "uniform", "sampling_steps": 3, "candidates": 1, "version": "1", "model": "m", )";
    const QByteArray tail = R"(, "model_calls": 3, "seconds_per_source": 0.1, "tau_word": {"mean": null, "outputs": 0},
        "tau_timestep": {"mean": null, "outputs": 0})";
    const QByteArray texts = R"({"outputs": ["a"], "candidates": []})";
    QTest::newRow("empty") << QByteArray() << QByteArray("it is not a JSON object");
    QTest::newRow("a list") << QByteArray("[1]") << QByteArray("it is not a JSON object");
    QTest::newRow("brackets") << QByteArray(100000, '[') << QByteArray("it nests more than");
    QTest::newRow("nothing in it") << QByteArray("{}") << QByteArray("label");
    QTest::newRow("no seeds") << '{' + head + R"("seed_list": [], "seeds": [])" + tail + '}' << QByteArray("seed_list");
    QTest::newRow("seed below 0") << '{' + head + R"("seed_list": [-1], "seeds": [)" + texts + ']' + tail + '}'
                                  << QByteArray("seed_list");
    QTest::newRow("a seed without texts")
        << '{' + head + R"("seed_list": [1, 2], "seeds": [)" + texts + ']' + tail + '}' << QByteArray("seeds");
    QTest::newRow("sources that differ") << '{' + head + R"("seed_list": [1, 2], "seeds": [)" + texts +
            R"(, {"outputs": [], "candidates": []}])" + tail +
            '}' << QByteArray("outputs");
    QTest::newRow("negative time") << '{' + head + R"("seed_list": [1], "seeds": [)" + texts + ']' +
            QByteArray(tail).replace("0.1", "-1") +
            '}' << QByteArray("seconds_per_source");
}

void TestCells::refused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, why);
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("cell.json").toStdString();
    QVERIFY(writeAtomically(file, std::string_view(text.constData(), std::size_t(text.size()))));
    const auto cell = readCellFile(file);
    QVERIFY(!cell);
    QVERIFY2(cell.error().message.find("is no cell of a comparison: ") != std::string::npos &&
                 cell.error().message.find(why.toStdString()) != std::string::npos,
             cell.error().message.c_str());
    QVERIFY(cell.error().message.find('\n') == std::string::npos);
}

/// By hand: three words, one after the other after calls 1, 2 and 3, in order under seed one, the other way round under seed
/// two; PAD counts for nothing.
void TestCells::ofRuns()
{
    RunRecord first = test::recordOf({{"_a _x _x -", "_a _b _x -", "_a _b _c -"}});
    RunRecord second = test::recordOf({{"_x _x _c -", "_x _b _c -", "_a _b _c -"}});
    for (RunRecord *run : {&first, &second}) {
        CandidateOutput output{"a b c", {}, 3};
        for (const TokenState &token : run->frames.back().tokens)
            output.tokens.push_back(token.wordId);
        run->outputs = {output};
        run->seconds = 0.5;
    }
    second.seconds = 1.5;
    second.outputs[0].modelCalls = 0; // as older files have it: those of its frames
    const CellResult cell = cellOfRuns({&first, &second});
    QCOMPARE(cell.seeds.size(), std::size_t(2));
    QCOMPARE(cell.seeds[0].outputs, std::vector<std::string>{"a b c"});
    QVERIFY(cell.seeds[0].candidates.empty());
    QCOMPARE(cell.modelCalls, std::int64_t(3));
    QCOMPARE(cell.seconds, 1.0);
    QCOMPARE(cell.tauByWord.count, 2);
    QCOMPARE(*cell.tauByWord.mean, 0.0); // 1 and -1
    QVERIFY(!cell.tauBySchedule.mean);   // all at once
    QCOMPARE(*cell.settledAfter, (1.0 + 2 + 3) / 3 / 3);
}

void TestCells::listing()
{
    const QTemporaryDir folder;
    const auto path = [&](const std::string &name) {
        return std::filesystem::path(folder.path().toStdString()) / name;
    };
    const std::vector<std::string> sources{"dog", "cat"};
    const std::string whole = cellStem(sampleKey(3), sources), damaged = cellStem(sampleKey(5), sources),
                      alone = cellStem(sampleKey(9), sources);
    QVERIFY(writeCellFile(path(whole + ".json"), sampleKey(3), sampleResult()));
    for (const int source : {1, 0})
        for (const int seed : {7, 1})
            QVERIFY(writeAtomically(path(cellRunName(whole, std::uint64_t(seed), std::size_t(source))),
                                    std::string_view("not looked at")));
    QVERIFY(writeAtomically(path(damaged + ".json"), std::string_view("{")));
    QVERIFY(writeAtomically(path(cellRunName(alone, 1, 0)), std::string_view("x")));
    QVERIFY(writeAtomically(path("notes.txt"), std::string_view("x")));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("uniform,M=1,k=1,0123456789abcdef.json")));
    QCOMPARE(mkfifo(path("uniform,M=2,k=1,0123456789abcdef.json").c_str(), 0600), 0); // reading it would never end

    const auto cells = listCells(folder.path().toStdString());
    QVERIFY2(cells, cells ? "" : cells.error().message.c_str());
    QCOMPARE(cells->size(), std::size_t(3));
    const auto of = [&](int steps) {
        return *std::find_if(cells->begin(), cells->end(),
                             [&](const ListedCell &cell) { return cell.name.samplingSteps == steps; });
    };
    QVERIFY(of(3).cell && of(3).problem.empty());
    QCOMPARE(of(3).runs.size(), std::size_t(4));
    QCOMPARE(of(3).runs[1].seed, std::uint64_t(7)); // by source, then seed
    QCOMPARE(of(3).runs[1].source, std::size_t(0));
    QVERIFY(!of(5).cell && of(5).problem.find("no cell of a comparison") != std::string::npos);
    QVERIFY(!of(9).cell && of(9).problem.empty());
    QCOMPARE(of(9).runs.size(), std::size_t(1));
}

void TestCells::listingOfNothing()
{
    const auto cells = listCells("/does/not/exist");
    QVERIFY(!cells);
    QVERIFY(cells.error().message.find("Cannot read the folder '/does/not/exist'") != std::string::npos);
    const QTemporaryDir folder;
    QVERIFY(listCells(folder.path().toStdString())->empty());
    int asked = 0;
    QVERIFY(writeAtomically((folder.path() + "/a.txt").toStdString(), std::string_view("x")));
    QVERIFY(listCells(folder.path().toStdString(), [&] { return ++asked > 0; })->empty());
    QCOMPARE(asked, 1);
}

QTEST_GUILESS_MAIN(TestCells)
#include "tst_cells.moc"
