// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// SharedPart: what of two runs could not differ. CandidateRisks: who is chosen without some of them.
#include "facts/CandidateRisks.h"
#include "facts/SharedPart.h"
#include "facts/SmallRun.h"
#include "metrics/MinimumBayesRisk.h"
#include <QTest>
#include <cmath>

using namespace ard;
using Kind = PositionChange::Kind;
using ard::test::recordOf;

namespace {

RunRecord branchOf(const RunRecord &run, std::vector<std::pair<int, std::vector<PositionChange>>> branches)
{
    RunRecord branch = run;
    for (auto &[call, changes] : branches) {
        Continuation &made = branch.request.continuations.emplace_back();
        made.fromCall = call;
        made.changes = std::move(changes);
        branch.callsBefore += call;
    }
    return branch;
}

} // namespace

class TestFactsBranches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void branchAndItsRun();
    void twoBranches();
    void runsOfTheirOwn();
    void choiceIsTheOneOfTheRest();
    void choiceTakesTheRuleIntoAccount();
    void equalOnes();

private:
    const RunRecord m_run = recordOf({{"_a _b _c", "_a _b _d", "_a _e _d", "_a _e _d", "_a _e _f"}});
};

void TestFactsBranches::branchAndItsRun()
{
    const SharedPart shared(m_run, branchOf(m_run, {{2, {{Kind::Pin, 1, 0, {}}}}}));
    QCOMPARE(shared.calls(), 2);
    QVERIFY(shared.isFixed(2, 0));
    QVERIFY(!shared.isFixed(3, 0));
    QVERIFY(shared.isFixed(3, 1) && shared.isPinned(3, 1)); // held
    QVERIFY(!shared.isPinned(2, 1));
    // Made twice: nothing of it could differ.
    QCOMPARE(SharedPart(m_run, m_run).calls(), 5);
}

void TestFactsBranches::twoBranches()
{
    const RunRecord early = branchOf(m_run, {{1, {}}}), late = branchOf(m_run, {{4, {}}}),
                    deep = branchOf(m_run, {{1, {}}, {2, {{Kind::Renoise, 2, -1, {}}}}});
    QCOMPARE(SharedPart(early, late).calls(), 1);
    QCOMPARE(SharedPart(early, deep).calls(), 3);
    QCOMPARE(SharedPart(late, deep).calls(), 1);
    RunRecord alone = early; // as the command line makes it: its own calls only, which lie beside no other's
    alone.callsBefore = 0;
    QVERIFY(SharedPart(m_run, alone).isEmpty());
}

void TestFactsBranches::runsOfTheirOwn()
{
    RunRecord otherSeed = m_run, otherModel = m_run;
    otherSeed.request.seed = 2;
    otherModel.provenance.modelFingerprint = "other";
    QVERIFY(SharedPart(m_run, otherSeed).isEmpty());
    QVERIFY(SharedPart(m_run, branchOf(otherModel, {{2, {{Kind::Pin, 1, 0, {}}}}})).isEmpty());
    QVERIFY(!SharedPart().isFixed(1, 0));
}

void TestFactsBranches::choiceIsTheOneOfTheRest()
{
    const std::vector<std::string> sentences{"the cat sat on the mat", "the cat sat on a mat", "a dog ran in the park",
                                             "the cat sat on the mat", "the dog ran in a park"};
    const auto agreement = candidateAgreement(sentences);
    const RiskMatrix all = riskMatrix(sentences);
    CandidateChoice choice = candidateChoice(agreement, std::vector<bool>(5, false));
    QCOMPARE(choice.chosen, all.chosen);
    for (std::size_t i = 0; i < 5; ++i)
        QVERIFY(std::abs(choice.risk[i] - (100 - all.mean[i])) < 1e-9);
    for (unsigned out = 1; out < 31; ++out) { // every way to take some out
        std::vector<bool> isOut(5);
        std::vector<std::string> rest;
        std::vector<int> which;
        for (unsigned i = 0; i < 5; ++i)
            if ((isOut[i] = out >> i & 1U); !isOut[i]) {
                rest.push_back(sentences[i]);
                which.push_back(static_cast<int>(i));
            }
        choice = candidateChoice(agreement, isOut);
        QCOMPARE(choice.chosen, which[static_cast<std::size_t>(riskMatrix(rest).chosen)]);
        for (unsigned i = 0; i < 5; ++i)
            QCOMPARE(std::isnan(choice.risk[i]), bool(isOut[i]));
    }
    QCOMPARE(candidateChoice(agreement, std::vector<bool>(5, true)).chosen, -1);
}

void TestFactsBranches::choiceTakesTheRuleIntoAccount()
{
    RunRecord record;
    for (const char *text : {"a b c d", "a b c d", "a b c e", "x y z w"})
        record.outputs.push_back({text, {}, 0});
    record.request.choose = ChoiceRule::Mixed;
    QVERIFY(choiceBasis(record, 9).rule == ChoiceRule::Agreement); // nothing says how likely they are
    const double likely[] = {-0.9, -0.9, -0.2, -0.1};
    for (std::size_t i = 0; i < 4; ++i)
        record.outputs[i].logLikelihood = likely[i];
    QCOMPARE(choiceBasis(record, 3).logLikelihoods.size(), std::size_t(3));
    std::vector<std::string> sentences;
    for (const CandidateOutput &output : record.outputs)
        sentences.push_back(output.text);
    const auto agreement = candidateAgreement(sentences);
    const std::vector<bool> none(4, false);
    const auto chosen = [&](ChoiceRule rule, const std::vector<bool> &isOut) {
        record.request.choose = rule;
        return candidateChoice(agreement, isOut, choiceBasis(record, 9));
    };
    QCOMPARE(chosen(ChoiceRule::Agreement, none).chosen, 0);
    QCOMPARE(chosen(ChoiceRule::Likelihood, none).chosen, 3);
    QCOMPARE(chosen(ChoiceRule::Likelihood, {false, false, false, true}).chosen, 2);
    const CandidateChoice mixed = chosen(ChoiceRule::Mixed, none);
    QCOMPARE(mixed.chosen, 2);
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY(std::abs(mixed.score[i] - (100 - mixed.risk[i] + 100 * likely[i])) < 1e-9);
    const CandidateChoice without = chosen(ChoiceRule::Mixed, {false, false, true, false});
    QVERIFY(std::isnan(without.score[2]));
    QVERIFY(std::abs(without.risk[0] - (100 - (100 + agreement[0][3]) / 2)) < 1e-9); // among those that are left
    QCOMPARE(chosen(ChoiceRule::Mixed, std::vector<bool>(4, true)).chosen, -1);
}

void TestFactsBranches::equalOnes()
{
    const auto agreement = candidateAgreement({"a b c", "a b c", "a b c"});
    QCOMPARE(candidateChoice(agreement, {false, false, false}).chosen, 0);
    QCOMPARE(candidateChoice(agreement, {true, false, false}).chosen, 1);
    const CandidateChoice alone = candidateChoice(agreement, {true, true, false});
    QCOMPARE(alone.chosen, 2);
    QCOMPARE(alone.risk[2], 0.0);
}

QTEST_GUILESS_MAIN(TestFactsBranches)
#include "tst_facts_branches.moc"
