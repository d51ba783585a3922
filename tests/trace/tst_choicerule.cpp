// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What candidates are chosen by: names, scores worked by hand, equal ones, and when judging costs calls.
#include "trace/RunRecord.h"
#include <QTest>
#include <cmath>
#include <limits>

using namespace ard;

class TestChoiceRule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void names()
    {
        for (const ChoiceRule rule : {ChoiceRule::Agreement, ChoiceRule::Likelihood, ChoiceRule::Mixed})
            QVERIFY(choiceRuleNamed(choiceRuleName(rule)) == rule);
        QCOMPARE(choiceRuleName(ChoiceRule::Mixed), std::string("mixed"));
        for (const char *bad : {"", "Mixed", "verse"})
            QVERIFY(!choiceRuleNamed(bad));
    }

    void scores()
    {
        QCOMPARE(candidateScore(ChoiceRule::Agreement, 40, -0.5), 40.0);
        QCOMPARE(candidateScore(ChoiceRule::Likelihood, 40, -0.5), -50.0);
        QCOMPARE(candidateScore(ChoiceRule::Mixed, 40, -0.5), -10.0);
    }

    void best()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto best = [](ChoiceRule rule, std::vector<double> scores) { return bestCandidate(rule, scores); };
        for (const ChoiceRule rule : {ChoiceRule::Agreement, ChoiceRule::Likelihood, ChoiceRule::Mixed}) {
            QCOMPARE(best(rule, {}), -1);
            QCOMPARE(best(rule, {nan, nan}), -1);
            QCOMPARE(best(rule, {nan, -3, -3, -4}), 1);
            QCOMPARE(best(rule, {-3, -2, 5}), 2);
            QCOMPARE(best(rule, {-3, -3 + 1e-12}), 0); // rounding
        }
        // Likelihoods are of 32-bit numbers.
        QCOMPARE(best(ChoiceRule::Agreement, {40, 40.0005}), 1);
        QCOMPARE(best(ChoiceRule::Mixed, {40, 40.0005}), 0);
        QCOMPARE(best(ChoiceRule::Likelihood, {-40, -39.99}), 1);
    }

    void cost()
    {
        GenerationRequest request;
        request.candidates = 5;
        QCOMPARE(judgingCalls(request), 0);
        request.choose = ChoiceRule::Likelihood;
        QCOMPARE(judgingCalls(request), kJudgingCalls);
        request.choose = ChoiceRule::Mixed;
        QCOMPARE(judgingCalls(request), kJudgingCalls);
        request.candidates = 1; // nothing to choose
        QCOMPARE(judgingCalls(request), 0);
    }
};

QTEST_GUILESS_MAIN(TestChoiceRule)
#include "tst_choicerule.moc"
