// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/Chrf.h"
#include "metrics/MinimumBayesRisk.h"
#include <QtTest>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

using namespace ard;

using Texts = std::vector<std::string>;

class TestMinimumBayesRisk : public QObject {
    Q_OBJECT
private slots:
    void theOddOneIsNotChosen();
    void agreesWithTheReference();
    void rolesAreReversed();
    void riskByChrf();
    void matrixAsJson();
    void repeatedTextsCount();
    void edges();
};

void TestMinimumBayesRisk::theOddOneIsNotChosen()
{
    const Texts texts{"nothing like the others at all here", "the mill serves cheap italian food",
                      "the mill serves cheap italian food by the river", "the mill serves italian food by the river"};
    QCOMPARE(minimumBayesRiskChoice(texts), 2); // has most in common with the other two
}

void TestMinimumBayesRisk::agreesWithTheReference()
{
    // Values of the reference implementation's sentence BLEU, row: the candidate, column: the other one.
    const Texts texts{"a b c d e f", "a b c d x f", "a b y d e f g", "a b c d e f g", "b c d e f", "a b c d x f"};
    const std::vector<std::vector<double>> expected{
        {100, 64.345888, 41.113362, 84.089642, 81.873075, 64.345888},
        {64.345888, 100, 27.77619, 54.108227, 43.989172, 100},
        {41.38644, 27.960682, 100, 59.460356, 36.015288, 27.960682},
        {84.648172, 54.467619, 59.460356, 100, 67.032005, 54.467619},
        {80.910671, 43.472087, 36.555522, 68.037493, 100, 43.472087},
        {64.345888, 100, 27.77619, 54.108227, 43.989172, 100},
    };
    const std::vector<double> means{67.153571, 58.043896, 38.55669, 64.015154, 54.489572, 58.043896};
    const RiskMatrix matrix = riskMatrix(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = 0; j < texts.size(); ++j)
            QVERIFY(std::abs(matrix.agreement[i][j] - expected[i][j]) < 1e-6);
        QVERIFY(std::abs(matrix.mean[i] - means[i]) < 1e-6);
    }
    QCOMPARE(matrix.chosen, 0);
}

void TestMinimumBayesRisk::rolesAreReversed()
{
    // Case does not count. With the candidate as the output the second would be chosen (47.9 against 47.2).
    const Texts texts{"The Mill, cheap.", "the mill , cheap . Really!", "The Mill is cheap and near."};
    const RiskMatrix matrix = riskMatrix(texts);
    QVERIFY(std::abs(matrix.agreement[0][1] - 68.037493) < 1e-6); // the longer one as the output: no brevity penalty
    QVERIFY(std::abs(matrix.agreement[1][0] - 67.032005) < 1e-6);
    QVERIFY(std::abs(matrix.mean[0] - 47.906842) < 1e-6);
    QVERIFY(std::abs(matrix.mean[1] - 47.404097) < 1e-6);
    QCOMPARE(matrix.chosen, 0);
}

void TestMinimumBayesRisk::riskByChrf()
{
    const Texts texts{"sleeping horses", "sleeping dog", "cats", "sleeping dog"};
    const RiskMatrix matrix = riskMatrix(texts, Risk::Chrf);
    const std::vector<Texts> reference{{texts[1]}};
    // The usual roles: the candidate is the output.
    QVERIFY(std::abs(matrix.agreement[0][1] - *corpusChrf(std::span(&texts[0], 1), reference)) < 1e-9);
    QCOMPARE(matrix.agreement[1][3], 100.0);
    QCOMPARE(matrix.chosen, 1);
    QCOMPARE(minimumBayesRiskChoice(texts, Risk::Chrf), 1);
}

void TestMinimumBayesRisk::matrixAsJson()
{
    const auto json = toJson(riskMatrix(Texts{"one two three", "four five six", "four five six"}));
    QCOMPARE(json.at("chosen").get<int>(), 1);
    QVERIFY(std::abs(json.at("risk")[1].get<double>() - (100 - 72.59005)) < 1e-5);
    QVERIFY(json.at("agreement")[0][0].is_null());
    QCOMPARE(json.at("agreement")[2][1].get<double>(), 100.0);
    QCOMPARE(toJson(riskMatrix(Texts{"alone"})).dump(),
             std::string("{\"chosen\":0,\"risk\":[0.0],\"agreement\":[[null]]}"));
}

void TestMinimumBayesRisk::repeatedTextsCount()
{
    QCOMPARE(minimumBayesRiskChoice(Texts{"one two three", "four five six", "four five six"}), 1);
    QCOMPARE(minimumBayesRiskChoice(Texts{"", "", "four five six"}), 0);
}

void TestMinimumBayesRisk::edges()
{
    QCOMPARE(minimumBayesRiskChoice(Texts{}), 0);
    QCOMPARE(minimumBayesRiskChoice(Texts{""}), 0);
    QCOMPARE(minimumBayesRiskChoice(Texts{"", "words"}), 0); // neither agrees with anything: the first
}

QTEST_GUILESS_MAIN(TestMinimumBayesRisk)
#include "tst_minimumbayesrisk.moc"
