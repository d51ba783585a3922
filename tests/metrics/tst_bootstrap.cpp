// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bootstrap: recorded draws (the same on every machine), intervals and paired differences against values computed apart.
#include "metrics/Bootstrap.h"
#include "metrics/MetricsReport.h"
#include <QtTest>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

using namespace ard;
using Texts = std::vector<std::string>;

namespace {

bool agrees(double value, double expected)
{
    return std::abs(value - expected) <= 1e-9;
}

Statistic meanOfValues(std::vector<double> values)
{
    return [values = std::move(values)](std::span<const int> times) {
        double total = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            total += times[i] * values[i];
        return total / static_cast<double>(values.size());
    };
}

const std::vector<double> sixValues{3, 1, 4, 1, 5, 9};

ReferenceSet someReferences()
{
    ReferenceSet set;
    set.sources = {"dog run", "cat", "boy ball throw", "woman read"};
    set.references = {{"A dog runs on the grass.", "The dog ran over the field today."},
                      {"Two cats sleep on a red chair."},
                      {"A boy throws the ball to his friend."},
                      {"A woman is reading a long book."}};
    return set;
}

const Texts someOutputs{"A dog runs on the grass.", "Two dogs sleep on a chair.", "A boy threw the ball to a friend.",
                        "A woman reads a book."};

} // namespace

class TestBootstrap : public QObject {
    Q_OBJECT

private slots:
    void drawsAreRecorded();
    void intervals();
    void pairedDifferences();
    void statisticsAddUp();
    void reportHasIntervals();
    void reportOfCandidates();
    void signatureNamesTheChoices();
};

void TestBootstrap::drawsAreRecorded()
{
    QCOMPARE(resample(6, 0, 1), (std::vector<int>{2, 2, 1, 0, 1, 0}));
    QCOMPARE(resample(6, 1, 1), (std::vector<int>{0, 2, 1, 2, 0, 1}));
    QCOMPARE(resample(6, 0, 2), (std::vector<int>{0, 0, 1, 1, 2, 2}));
    for (int number = 0; number < 20; ++number) {
        const auto times = resample(1000, number, 5);
        QCOMPARE(std::accumulate(times.begin(), times.end(), 0), 1000);
    }
}

void TestBootstrap::intervals()
{
    const std::vector<Statistic> statistics{meanOfValues(sixValues), meanOfValues({2, 2, 2, 2, 2, 2})};
    const auto found = bootstrapIntervals(6, statistics, {});
    QVERIFY(agrees(found[0].low, 11.0 / 6) && agrees(found[0].high, 6.0));
    QVERIFY(agrees(found[1].low, 2.0) && agrees(found[1].high, 2.0));
    const auto narrower = bootstrapIntervals(6, statistics, {.confidence = 90});
    QVERIFY(agrees(narrower[0].low, 2.0) && agrees(narrower[0].high, 34.0 / 6));
    const auto one = bootstrapIntervals(6, statistics, {.resamples = 1});
    QCOMPARE(one[0].low, one[0].high);
    // Half of 400 sentences score: the mean's standard error is 2.5, so 95 % is about 4.9 to each side.
    std::vector<double> halves(400, 0);
    std::fill_n(halves.begin(), 200, 100);
    const std::vector<Statistic> half{meanOfValues(halves)};
    const auto wide = bootstrapIntervals(400, half, {});
    QVERIFY(std::abs(wide[0].low - 45.1) < 1 && std::abs(wide[0].high - 54.9) < 1);
}

void TestBootstrap::pairedDifferences()
{
    const auto first = meanOfValues(sixValues), second = meanOfValues({2, 2, 2, 2, 2, 2});
    const auto result = pairedBootstrap(6, first, second, {});
    QVERIFY(agrees(result.difference, 11.0 / 6));
    QVERIFY(agrees(result.interval.low, -1.0 / 6) && agrees(result.interval.high, 4.0));
    QVERIFY(agrees(result.p, 90.0 / 1001));
    QVERIFY(agrees(pairedBootstrap(6, second, first, {}).p, result.p));
    QCOMPARE(pairedBootstrap(6, first, first, {}).p, 1.0);
    // Better by 1 in every sentence: certain, whatever is drawn.
    const auto better = pairedBootstrap(6, meanOfValues({4, 2, 5, 2, 6, 10}), first, {});
    QVERIFY(agrees(better.interval.low, 1.0) && agrees(better.interval.high, 1.0));
    QVERIFY(agrees(better.p, 1.0 / 1001));
}

void TestBootstrap::statisticsAddUp()
{
    const ReferenceSet set = someReferences();
    const auto statistics = sourceStatistics(someOutputs, set, {}, {});
    QVERIFY(statistics.has_value());
    const SourceStatistics total = sumOf(*statistics);
    QVERIFY(agrees(valueOf("bleu", total), corpusBleu(someOutputs, set.references)->score));
    QVERIFY(agrees(valueOf("chrf", total), *corpusChrf(someOutputs, set.references)));
    // Sentence 2 three times and sentence 0 once is the corpus of these four.
    const auto &references = set.references;
    const Texts drawn{someOutputs[0], someOutputs[2], someOutputs[2], someOutputs[2]};
    const std::vector<Texts> drawnReferences{references[0], references[2], references[2], references[2]};
    const std::vector<int> times{1, 0, 3, 0};
    QVERIFY(agrees(statisticFor(figure("bleu"), *statistics)(times), corpusBleu(drawn, drawnReferences)->score));
    QVERIFY(agrees(statisticFor(figure("chrf"), *statistics)(times), *corpusChrf(drawn, drawnReferences)));
}

void TestBootstrap::reportHasIntervals()
{
    const auto report = scoreOutputs(someOutputs, someReferences());
    QVERIFY(report.has_value());
    const auto json = toJson(*report);
    for (const char *key : {"bleu", "bleu_lowercase", "chrf", "rouge_1", "rouge_2", "rouge_l", "coverage"}) {
        const auto &interval = json.at("intervals").at(key);
        const double value = json.at(key).get<double>();
        QVERIFY2(interval[0].get<double>() <= value && value <= interval[1].get<double>(), key);
        QVERIFY2(interval[0].get<double>() < interval[1].get<double>(), key);
    }
    QVERIFY(!json.contains("self_bleu") && json.contains("distinct_1"));
    QCOMPARE(json.at("bootstrap").at("resamples").get<int>(), 1000);
    QVERIFY(json == toJson(*scoreOutputs(someOutputs, someReferences()))); // the same draws again
    ScoreOptions none;
    none.bootstrap.resamples = 0;
    const auto plain = toJson(*scoreOutputs(someOutputs, someReferences(), none));
    QVERIFY(!plain.contains("intervals") && plain.at("bleu") == json.at("bleu"));
}

void TestBootstrap::reportOfCandidates()
{
    const std::vector<Texts> candidates{{"a b c d", "a b c d"}, {"a b", "c d"}, {"x", "x"}, {"x y", "x z"}};
    const auto report = scoreOutputs(someOutputs, someReferences(), {}, candidates);
    QVERIFY(report.has_value());
    // Of "x y" and "x z": precisions 1/2 and 1/(2*1), as no pair agrees.
    QVERIFY(agrees(*report->value("self_bleu"), (100.0 + 0 + 100 + 50) / 4));
    QVERIFY(agrees(*report->value("candidates_distinct_1"), (50.0 + 100 + 50 + 75) / 4));
    QVERIFY(toJson(*report).at("intervals").contains("self_bleu"));
    QVERIFY(toText(*report).find("self-BLEU") != std::string::npos);
    const std::vector<Texts> tooFew{{"a", "b"}};
    QVERIFY(!scoreOutputs(someOutputs, someReferences(), {}, tooFew).has_value());
}

void TestBootstrap::signatureNamesTheChoices()
{
    const ReferenceSet set = someReferences();
    ScoreOptions options;
    const std::string signature = metricsSignature(set, options, false);
    QVERIFY(signature.rfind("nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp;", 0) == 0);
    QVERIFY(signature.find("bs:1000|ci:95|seed:1") != std::string::npos);
    QVERIFY(signature.find('\n') == std::string::npos);
    options.tokens = BleuTokens::International;
    options.bootstrap.resamples = 0;
    const std::string other = metricsSignature(set, options, true);
    QVERIFY(other.find("tok:intl|") != std::string::npos && other.find("13a") == std::string::npos);
    QVERIFY(other.find("self-BLEU") != std::string::npos && other.find("bootstrap") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestBootstrap)
#include "tst_bootstrap.moc"
