// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a plan's steps: each cell is the step of its own position with its own history.
#include "diffusion/SamplingPlan.h"
#include "diffusion/StepTable.h"
#include <QtTest>

using namespace ard;

namespace {

constexpr int kSteps = 50;

NoiseSchedule noiseSchedule()
{
    return *makeNoiseSchedule("sqrt", kSteps);
}

/// Position 0 moves in every call, 1 only in the last two, 2 stays, 3 arrives at 0 at once.
const std::vector<std::vector<int>> kTimesteps{{49, 40, 30, 20}, {35, 40, 30, 0}, {20, 25, 30, 0}, {0, 10, 30, 0}};

bool same(const StepCoefficients &a, const StepCoefficients &b)
{
    return a.latent == b.latent && a.clean == b.clean && a.noise == b.noise && a.previous == b.previous;
}

} // namespace

class TestStepTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCellIsItsOwnStep();
    void positionsThatStayAreLeftAlone();
    void historyIsThePositionsOwn();
    void historyFromBeforeThePlan();
    void callsKnowWhatTheyTake();
    void planOfAnySchedule();
};

void TestStepTable::everyCellIsItsOwnStep()
{
    const NoiseSchedule noise = noiseSchedule();
    for (const double eta : {0.0, 0.3, 1.0}) {
        const StepTable table = StepTable::ddim(noise, kTimesteps, eta);
        QCOMPARE(table.calls(), 3);
        QCOMPARE(table.length(), 4);
        for (int call = 1; call <= 3; ++call)
            for (int n = 0; n < 4; ++n) {
                const auto row = static_cast<std::size_t>(call - 1), at = static_cast<std::size_t>(n);
                QVERIFY(same(table.step(call, n),
                             stepCoefficients(noise, kTimesteps[row][at], kTimesteps[row + 1][at], eta)));
            }
    }
}

void TestStepTable::positionsThatStayAreLeftAlone()
{
    for (const StepTable &table : {StepTable::ddim(noiseSchedule(), kTimesteps, 1.0),
                                   StepTable::multistep(noiseSchedule(), kTimesteps, {-1, -1, -1, -1})})
        for (int call = 1; call <= 3; ++call) {
            QVERIFY(!table.moves(call, 2));
            QVERIFY(same(table.step(call, 2), {1, 0, 0, 0}));
            QVERIFY(table.moves(call, 0));
            QCOMPARE(table.moves(call, 1), call > 1);
            QCOMPARE(table.moves(call, 3), call == 1);
        }
}

void TestStepTable::historyIsThePositionsOwn()
{
    const NoiseSchedule noise = noiseSchedule();
    const StepTable table = StepTable::multistep(noise, kTimesteps, {-1, -1, -1, -1});
    QCOMPARE(table.step(1, 0).previous, 0.0); // the first move has nothing to look back to
    QVERIFY(same(table.step(2, 0), multistepCoefficients(noise, 49, 35, 20)));
    QVERIFY(table.step(2, 0).previous != 0);
    QCOMPARE(table.step(2, 1).previous, 0.0); // its first move, though others have moved before
    QVERIFY(same(table.step(3, 1), multistepCoefficients(noise, 40, 25, 10)));
    QVERIFY(table.step(3, 1).previous != 0);
    QCOMPARE(table.step(3, 0).previous, 0.0); // arrives at 0: a step of order 1
}

void TestStepTable::historyFromBeforeThePlan()
{
    const NoiseSchedule noise = noiseSchedule();
    const StepTable table = StepTable::multistep(noise, kTimesteps, {-1, 48, 45, -1});
    QVERIFY(same(table.step(2, 1), multistepCoefficients(noise, 48, 40, 25))); // it stayed in call 1
    QVERIFY(table.step(2, 1).previous != 0);
    QVERIFY(same(table.step(3, 1), multistepCoefficients(noise, 40, 25, 10)));
    QVERIFY(same(table.step(1, 2), {1, 0, 0, 0}));
}

void TestStepTable::callsKnowWhatTheyTake()
{
    const NoiseSchedule noise = noiseSchedule();
    const StepTable noisy = StepTable::ddim(noise, kTimesteps, 1.0), plain = StepTable::ddim(noise, kTimesteps, 0.0),
                    multi = StepTable::multistep(noise, kTimesteps, {-1, -1, -1, -1});
    for (int call = 1; call <= 3; ++call) {
        QVERIFY(noisy.addsNoise(call));
        QVERIFY(!plain.addsNoise(call));
        QVERIFY(!multi.addsNoise(call));
        QVERIFY(!noisy.looksBack(call));
        QCOMPARE(multi.looksBack(call), call > 1);
    }
    const StepTable last = StepTable::ddim(noise, {{20, 5}, {0, 0}}, 1.0);
    QVERIFY(!last.addsNoise(1)); // all arrive at 0
}

void TestStepTable::planOfAnySchedule()
{
    const NoiseSchedule noise = noiseSchedule();
    for (const char *kind : {"uniform", "ar-diffusion", "autoregressive"}) {
        const auto plan = makeSamplingPlan({kind, 7, kSteps, 2.0}, 9);
        QVERIFY(plan);
        const StepTable table = StepTable::multistep(noise, plan->timesteps, std::vector<int>(7, -1));
        QCOMPARE(table.calls(), plan->modelCalls());
        std::vector<int> moved(7, -1);
        for (int call = 1; call <= table.calls(); ++call)
            for (int n = 0; n < 7; ++n) {
                const auto row = static_cast<std::size_t>(call - 1), at = static_cast<std::size_t>(n);
                const int from = plan->timesteps[row][at], to = plan->timesteps[row + 1][at];
                QVERIFY(same(table.step(call, n), multistepCoefficients(noise, moved[at], from, to)));
                moved[at] = from == to ? moved[at] : from;
            }
    }
}

QTEST_GUILESS_MAIN(TestStepTable)
#include "tst_steptable.moc"
