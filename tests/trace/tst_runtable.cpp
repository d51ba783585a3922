// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs as tables and JSON for other programs.
#include "support/Samples.h"
#include "trace/RunTable.h"
#include <QStringList>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace ard;

class TestRunTable : public QObject {
    Q_OBJECT

private slots:
    void rowOfEveryPosition();
    void fieldsAreQuoted();
    void json();
    void nothing();
};

void TestRunTable::rowOfEveryPosition()
{
    RunRecord run = test::sampleRun(3, 2);
    run.request.schedule.kind = "uniform";
    run.provenance.modelName = "tiny";
    run.request.seed = 18446744073709551615ULL;
    TokenState &token = run.frames[1].tokens[2];
    token.timestepBefore = 99;
    token.timestepAfter = 7;
    token.wordId = token.topIds[0] = 5;
    token.topProbabilities[0] = 0.25F;
    token.entropy = 1.5F;
    token.distance = 0.5F;
    token.changed = true;
    run.words[5] = "\u2581mill";
    run.frames[1].sentenceStepAfter = 4;
    const QStringList rows = QString::fromStdString(runsToCsv({{"A", &run}, {"B", &run}})).split("\r\n");
    QCOMPARE(rows.size(), 1 + 2 * 2 * 3 + 1); // heading, rows, the end of the last
    QCOMPARE(rows[0].split(',').size(), 15);
    QCOMPARE(rows[6], QString("A,uniform,tiny,18446744073709551615,2,4,2,99,7,5,\u2581mill,0.25,1.5,0.5,1"));
    QVERIFY(rows[7].startsWith("B,uniform,tiny,"));
}

void TestRunTable::fieldsAreQuoted()
{
    RunRecord run = test::sampleRun(1, 1);
    run.provenance.modelName = "a \"b\", c";
    run.words[run.frames[0].tokens[0].wordId] = ",";
    const QString row = QString::fromStdString(runsToCsv({{"", &run}})).split("\r\n")[1];
    QVERIFY2(row.contains("\"a \"\"b\"\", c\"") && row.contains(",\",\","), qPrintable(row));
}

void TestRunTable::json()
{
    const RunRecord run = test::sampleRun(3, 2);
    const auto file = nlohmann::json::parse(runsToJson({{"A", &run}}));
    QCOMPARE(file["format"].get<std::string>(), std::string("ardiff-runs"));
    const auto &first = file["runs"][0];
    QCOMPARE(first["lane"].get<std::string>(), std::string("A"));
    QCOMPARE(first["request"]["seed"].get<std::uint64_t>(), run.request.seed);
    QCOMPARE(first["timesteps"].get<std::vector<std::vector<int>>>(), run.plan.timesteps);
    QCOMPARE(first["frames"].size(), std::size_t(2));
    const auto &frame = first["frames"][1];
    QCOMPARE(frame["model_call"].get<int>(), 2);
    QCOMPARE(frame["word_ids"][2].get<int>(), run.frames[1].tokens[2].wordId);
    QCOMPARE(frame["probabilities"][2].get<double>(), wordProbability(run.frames[1].tokens[2]));
    QCOMPARE(frame["entropies"].size(), std::size_t(3));
}

void TestRunTable::nothing()
{
    QCOMPARE(QString::fromStdString(runsToCsv({})).count("\r\n"), 1);
    QCOMPARE(nlohmann::json::parse(runsToJson({}))["runs"].size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestRunTable)
#include "tst_runtable.moc"
