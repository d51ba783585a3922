// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Kendall's tau and settle order by hand; the comparison's table in its three forms.
#include "metrics/ComparisonTable.h"
#include "metrics/KendallTau.h"
#include "metrics/NearestSource.h"
#include <QRegularExpression>
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace ard;

namespace {

std::optional<double> tau(std::vector<int> x, std::vector<int> y)
{
    return kendallTau(x, y);
}

bool agrees(const std::optional<double> &value, double expected)
{
    return value && std::abs(*value - expected) <= 1e-9;
}

Comparison someComparison()
{
    Comparison comparison;
    comparison.settings = {{"model", "tiny"}, {"seeds", {1, 2}}, {"signature", "nrefs:1|.."}};
    ComparisonRow row;
    row.schedule = "uniform";
    row.steps = 5;
    row.modelCalls = 10;
    row.seconds = 0.25;
    row.report.values["bleu"] = 41.5;
    row.report.intervals["bleu"] = Interval{40.25, 42.75};
    row.report.values["coverage"] = 99;
    row.bleuBySeed = {41, 42};
    row.tauByWord = {0.125, 7};
    row.settledAfter = 0.5;
    comparison.rows.push_back(row);
    row.schedule = "odd,\"name\"";
    row.against = "uniform";
    row.bleuDifference = PairedDifference{1.25, {0.5, 2}, 0.02};
    row.tauBySchedule = {1.0, 9};
    row.candidates = 10;
    comparison.rows.push_back(row);
    row = {};
    row.schedule = "floor";
    comparison.rows.push_back(row);
    return comparison;
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void kendall();
    void settleOrderLeavesPadOut();
    void meansSkipWhatIsUndefined();
    void tableLinesUp();
    void csv();
    void json();
    void nearestSource();
};

void TestComparison::kendall()
{
    QVERIFY(agrees(tau({1, 2, 3, 4}, {2, 4, 6, 9}), 1.0));
    QVERIFY(agrees(tau({1, 2, 3, 4}, {9, 6, 4, 2}), -1.0));
    QVERIFY(agrees(tau({1, 2, 3}, {1, 3, 2}), 1.0 / 3)); // two pairs agree, one does not
    // Positions 0..3 and settle steps 1 1 2 3: five pairs agree, one is a tie of y: 5 / sqrt(6 * 5).
    QVERIFY(agrees(tau({0, 1, 2, 3}, {1, 1, 2, 3}), 5 / std::sqrt(30.0)));
    // Ties on both sides (Kendall's form b): one pair is tied in x, another in y, the other four agree.
    QVERIFY(agrees(tau({1, 1, 2, 3}, {1, 2, 2, 3}), 4.0 / std::sqrt(5.0 * 5.0)));
    QVERIFY(!tau({1, 2, 3}, {4, 4, 4}));
    QVERIFY(!tau({1}, {1}));
    QVERIFY(!tau({}, {}));
}

void TestComparison::settleOrderLeavesPadOut()
{
    const std::vector<int> settled{1, 2, 3, 9, 1};
    const std::vector<std::int32_t> words{7, 8, 9, 0, 0};
    QVERIFY(agrees(settleOrder(settled, words, 0), 1.0));
    QVERIFY(agrees(settleOrder(settled, words, 99), 3.0 / std::sqrt(10.0 * 9))); // 6 pairs agree, 3 do not, 1 is a tie
    QVERIFY(!settleOrder(std::vector<int>{5, 5, 5, 1, 1}, words, 0));            // all words at once: no order
    QVERIFY(!settleOrder(settled, std::vector<std::int32_t>{7, 0, 0, 0, 0}, 0));
}

void TestComparison::meansSkipWhatIsUndefined()
{
    const std::vector<std::optional<double>> values{1.0, std::nullopt, 0.5};
    QVERIFY(agrees(meanOf(values).mean, 0.75));
    QCOMPARE(meanOf(values).count, 2);
    QVERIFY(!meanOf({}).mean);
}

void TestComparison::tableLinesUp()
{
    const QString table = QString::fromStdString(comparisonTable(someComparison()));
    const QStringList lines = table.split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    for (const QString &line : lines) {
        QCOMPARE(line.size(), lines.front().size());
        QCOMPARE(line.count('|'), 14);
    }
    QVERIFY(lines[2].contains("41.50 [40.25, 42.75]"));
    QVERIFY(lines[3].contains("+1.25 (p 0.020)"));
    QVERIFY(lines[4].contains(QRegularExpression("^. floor +[|] +[|] +1 [|] +0 [|]"))); // no sampling steps
    const QString markdown = QString::fromStdString(toMarkdown(someComparison()));
    QVERIFY(markdown.contains(table) && markdown.contains("- model: tiny\n") && markdown.contains("- seeds: [1,2]\n"));
}

void TestComparison::csv()
{
    const QStringList lines = QString::fromStdString(toCsv(someComparison())).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[1].count(','), lines[0].count(','));
    QVERIFY(lines[1].startsWith("uniform,5,1,10,41.5000,40.2500,42.7500,,,"));
    QVERIFY(lines[2].startsWith("\"odd,\"\"name\"\"\",5,10,10,"));
    QVERIFY(lines[3].startsWith("floor,,1,0,"));
}

void TestComparison::json()
{
    const auto json = toJson(someComparison());
    QCOMPARE(json.at("model").get<std::string>(), std::string("tiny"));
    const auto &rows = json.at("rows");
    QCOMPARE(rows.size(), std::size_t(3));
    QVERIFY(rows[2].at("steps").is_null() && rows[2].at("settled_after").is_null());
    QCOMPARE(rows[1].at("candidates").get<int>(), 10);
    QCOMPARE(rows[0].at("bleu").get<double>(), 41.5);
    QCOMPARE(rows[0].at("tau_word").at("outputs").get<int>(), 7);
    QVERIFY(rows[0].at("tau_timestep").at("mean").is_null());
    QVERIFY(!rows[0].contains("bleu_difference"));
    QCOMPARE(rows[1].at("bleu_difference").at("against").get<std::string>(), std::string("uniform"));
    QCOMPARE(rows[1].at("bleu_by_seed").size(), std::size_t(2));
}

void TestComparison::nearestSource()
{
    const std::vector<std::string> sources{
        "name: Alimentum | food: French | area: riverside", "name: Alimentum | area: riverside",
        "name: Zizzi | type: pub | area: city centre", "name: Alimentum | area: riverside"};
    const NearestSource nearest(sources);
    QCOMPARE(nearest.find("Name: alimentum | area: Riverside"), std::size_t(1)); // fewest words, then the first
    QCOMPARE(nearest.find("name: Alimentum | food: French"), std::size_t(0));
    QCOMPARE(nearest.find("a pub in the city centre, pub pub"), std::size_t(2)); // a word counts once
    QCOMPARE(nearest.find("nothing of that"), std::size_t(0));
    QCOMPARE(nearest.find(""), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
