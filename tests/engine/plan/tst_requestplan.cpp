// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plans of continued runs: what stays, what changes, and what is refused; and the sentence steps that a call skips.
#include "engine/generate/RequestPlan.h"
#include "support/Refusal.h"
#include <QTest>

using namespace ard;

namespace {

constexpr int kLength = 6, kSteps = 60, kCalls = 8;
using Kind = PositionChange::Kind;

ModelConfig config()
{
    ModelConfig config;
    config.vocabulary = 20;
    config.maxPositions = 16;
    config.length = kLength;
    config.diffusionSteps = kSteps;
    return config;
}

GenerationRequest request(std::vector<Continuation> continuations = {})
{
    GenerationRequest request;
    request.source = "a";
    request.samplingSteps = kCalls;
    request.continuations = std::move(continuations);
    return request;
}

Continuation from(int call, std::vector<PositionChange> changes = {})
{
    Continuation continuation;
    continuation.fromCall = call;
    continuation.changes = std::move(changes);
    return continuation;
}

TimestepScheduleSpec scheduleOf(const std::string &kind, int length = 0, int diffusionSteps = 0)
{
    TimestepScheduleSpec schedule;
    schedule.kind = kind;
    schedule.length = length;
    schedule.diffusionSteps = diffusionSteps;
    return schedule;
}

bool neverRises(const SamplingPlan &plan)
{
    for (std::size_t m = 1; m < plan.timesteps.size(); ++m)
        for (std::size_t n = 0; n < plan.timesteps[m].size(); ++n)
            if (plan.timesteps[m][n] > plan.timesteps[m - 1][n])
                return false;
    return true;
}

bool endsClean(const SamplingPlan &plan)
{
    return plan.timesteps.back() == std::vector<int>(kLength, 0) && plan.sentenceSteps.back() == 0;
}

} // namespace

class TestRequestPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutContinuations()
    {
        const auto plain = planRequest(request(), config());
        QVERIFY(plain);
        QCOMPARE(plain->stretches.size(), std::size_t(1));
        QCOMPARE(plain->stretches[0].calls, kCalls);
        QCOMPARE(plain->stretches[0].movedFrom, std::vector<int>(kLength, -1));
    }

    void theRestStaysAsItWas()
    {
        const auto plain = planRequest(request(), config()), rest = planRequest(request({from(3)}), config());
        QVERIFY(plain && rest);
        QCOMPARE(rest->plan.modelCalls(), kCalls - 3);
        for (int m = 0; m <= kCalls - 3; ++m) {
            QCOMPARE(rest->plan.timesteps[std::size_t(m)], plain->plan.timesteps[std::size_t(m) + 3]);
            QCOMPARE(rest->plan.sentenceSteps[std::size_t(m)], plain->plan.sentenceSteps[std::size_t(m) + 3]);
        }
        QCOMPARE(rest->stretches[0].calls, 3);
        QCOMPARE(rest->stretches[1].callsBefore, 3);
        QCOMPARE(rest->stretches[1].seed, plain->request.seed);
        for (std::size_t n = 0; n < kLength; ++n) { // where each position came from, for solvers with a history
            int before = -1;
            for (std::size_t m = 0; m < 3; ++m)
                if (plain->plan.timesteps[m][n] != plain->plan.timesteps[m + 1][n])
                    before = plain->plan.timesteps[m][n];
            QCOMPARE(rest->stretches[1].movedFrom[n], before);
        }
    }

    void anotherScheduleGoesOnFromWhereThePositionsAre()
    {
        const auto plain = planRequest(request(), config());
        Continuation other = from(3);
        other.schedule = scheduleOf("uniform", 999, 7); // length and T are the run's
        other.samplingSteps = 5;
        const auto rest = planRequest(request({other}), config());
        QVERIFY2(rest, rest ? "" : rest.error().message.c_str());
        QCOMPARE(rest->plan.modelCalls(), 5);
        QCOMPARE(rest->plan.timesteps.front(), plain->plan.timesteps[3]);
        QVERIFY(neverRises(rest->plan) && endsClean(rest->plan));
        for (std::size_t m = 0; m < 5; ++m) // no call is wasted
            QVERIFY(rest->plan.timesteps[m] != rest->plan.timesteps[m + 1]);
        QCOMPARE(rest->stretches[1].schedule.length, kLength);
        QCOMPARE(rest->stretches[1].schedule.diffusionSteps, kSteps);
        other.ruler = RulerSpec{"list", 5, {20, 5}}; // says itself how many calls it makes
        other.samplingSteps = 0;
        const auto listed = planRequest(request({other}), config());
        QVERIFY2(listed, listed ? "" : listed.error().message.c_str());
        QCOMPARE(listed->plan.modelCalls(), 3);
        QVERIFY(endsClean(listed->plan));
        other.schedule = scheduleOf("autoregressive");
        other.ruler.reset();
        const auto leftFirst = planRequest(request({other}), config());
        QVERIFY2(leftFirst, leftFirst ? "" : leftFirst.error().message.c_str());
        QCOMPARE(leftFirst->plan.modelCalls(), kCalls - 3);
        QVERIFY(neverRises(leftFirst->plan) && endsClean(leftFirst->plan));
        // From the start noise, the same schedule with other steps is the plan of a run with those.
        Continuation fewer = from(0);
        fewer.samplingSteps = 4;
        GenerationRequest four = request();
        four.samplingSteps = 4;
        QCOMPARE(planRequest(request({fewer}), config())->plan.timesteps.back(),
                 planRequest(four, config())->plan.timesteps.back());
        QCOMPARE(planRequest(request({fewer}), config())->plan.modelCalls(), 4);
    }

    void renoisedPositionsStartAgain()
    {
        const auto plain = planRequest(request(), config());
        const auto rest = planRequest(request({from(4, {{Kind::Renoise, 0, -1, ""}})}), config());
        QVERIFY(rest);
        QCOMPARE(rest->plan.timesteps.front()[0], kSteps - 1);
        QVERIFY(neverRises(rest->plan) && endsClean(rest->plan));
        for (std::size_t m = 0; m < rest->plan.timesteps.size(); ++m)
            for (std::size_t n = 1; n < kLength; ++n)
                QCOMPARE(rest->plan.timesteps[m][n], plain->plan.timesteps[m + 4][n]);
        for (std::size_t m = 1; m < rest->plan.timesteps.size(); ++m)
            QVERIFY(rest->plan.timesteps[m][0] < rest->plan.timesteps[m - 1][0]);
        QCOMPARE(rest->stretches[1].movedFrom[0], -1);
    }

    void pinsHoldUntilThePositionIsChanged()
    {
        const auto three = planRequest(request({from(2, {{Kind::Pin, 1, 5, ""}, {Kind::Pin, 2, 6, ""}}),
                                                from(1, {{Kind::Replace, 1, 7, ""}}), from(1)}),
                                       config());
        QVERIFY(three);
        QCOMPARE(three->stretches[1].pinned.size(), std::size_t(2));
        QCOMPARE(three->stretches[2].pinned.size(), std::size_t(1));
        QCOMPARE(three->stretches[3].pinned.at(0).position, 2);
        QCOMPARE(three->stretches[3].callsBefore, 4);
        QCOMPARE(three->plan.modelCalls(), kCalls - 4);
    }

    void refusals_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("reason");
        const std::pair<const char *, const char *> cases[] = {
            {"after the last call", "it can be continued after 0 to"},
            {"negative", "it can be continued after 0 to"},
            {"no such position", "there is no position"},
            {"no such word", "there is no word 20"},
            {"twice", "position 0 is changed twice"},
            {"top-p", "noise-top-p must be 0 or from"},
            {"stop", "stop-when-settled must be 0 or a whole number from 1 to"},
            {"unknown schedule", "There is no timestep schedule 'nonsense'"},
            {"too many steps", "sentence steps: take at most as many sampling steps, not"},
            {"too many", "a run can be continued 64 times, not 65"}};
        for (int i = 0; const auto &[name, reason] : cases)
            QTest::newRow(name) << i++ << QString::fromLatin1(reason);
    }

    void refusals()
    {
        QFETCH(int, which);
        GenerationRequest bad = request({from(3)});
        Continuation &continuation = bad.continuations[0];
        switch (which) {
        case 0:
            continuation.fromCall = kCalls;
            break;
        case 1:
            continuation.fromCall = -1;
            break;
        case 2:
            continuation.changes = {{Kind::Renoise, kLength, -1, ""}};
            break;
        case 3:
            continuation.changes = {{Kind::Pin, 0, 20, ""}};
            break;
        case 4:
            continuation.changes = {{Kind::Pin, 0, 1, ""}, {Kind::Renoise, 0, -1, ""}};
            break;
        case 5:
            bad.noiseTopP = 0.001;
            break;
        case 6:
            bad.stopWhenSettled = -1;
            break;
        case 7:
            continuation.schedule = scheduleOf("nonsense");
            break;
        case 8:
            continuation.samplingSteps = 100'000;
            break;
        case 9:
            bad.continuations.assign(65, from(0));
            break;
        }
        const auto plan = planRequest(bad, config());
        QFETCH(QString, reason);
        ARD_REFUSES(plan, reason);
        QCOMPARE(plan.error().code, ErrorCode::InvalidArgument);
    }

    void drawnWords_data()
    {
        QTest::addColumn<bool>("autoregressive");
        QTest::addColumn<double>("temperature");
        QTest::addColumn<double>("topP");
        QTest::addColumn<int>("candidates");
        QTest::addColumn<int>("beam");
        QTest::addColumn<ChoiceRule>("choose");
        QTest::addColumn<QString>("refused"); ///< what the sentence says; empty: it is a plan
        const auto row = [](const char *name, bool autoregressive, double temperature, double topP, int candidates,
                            int beam, const char *refused, ChoiceRule choose = ChoiceRule::Agreement) {
            QTest::newRow(name) << autoregressive << temperature << topP << candidates << beam << choose
                                << QString(refused);
        };
        row("greedy", true, 0, 1, 1, 1, "");
        row("drawn", true, 1, 1, 1, 1, "");
        row("the likeliest drawn", true, 0.8, 0.9, 1, 1, "");
        row("several drawn", true, 1, 1, 5, 1, "");
        row("several judged", true, 1, 1, 5, 1, "are chosen by agreement only", ChoiceRule::Mixed);
        row("one not judged", true, 1, 1, 1, 1, "", ChoiceRule::Likelihood);
        row("several greedy", true, 0, 1, 5, 1, "give a temperature, or ask for one");
        row("top-p alone", true, 0, 0.9, 1, 1, "give a temperature too");
        row("beam and temperature", true, 1, 1, 1, 4, "give one of the two");
        row("diffusion with a temperature", false, 1, 1, 1, 1, "give the clamp drawn too, or another seed");
        row("diffusion with top-p", false, 0, 0.9, 1, 1, "give the clamp drawn too, or another seed");
        row("too hot", true, 101, 1, 1, 1, "temperature must be 0 or from 0.01 to 100, not 101");
        row("too cold", true, 0.001, 1, 1, 1, "temperature must be 0 or from 0.01 to 100, not 0.001");
        row("no words left", true, 1, 0, 1, 1, "top-p must be from 0.001 to 1, not 0");
        row("more than all words", true, 1, 1.5, 1, 1, "top-p must be from 0.001 to 1, not 1.5");
    }

    void drawnWords()
    {
        QFETCH(bool, autoregressive);
        QFETCH(QString, refused);
        ModelConfig model = config();
        model.autoregressive = autoregressive;
        GenerationRequest wanted = request();
        if (autoregressive) {
            wanted.schedule.kind = "autoregressive";
            wanted.samplingSteps = kLength;
        }
        QFETCH(double, temperature);
        QFETCH(double, topP);
        QFETCH(int, candidates);
        QFETCH(int, beam);
        QFETCH(ChoiceRule, choose);
        wanted.temperature = temperature;
        wanted.topP = topP;
        wanted.candidates = candidates;
        wanted.beam = beam;
        wanted.choose = choose;
        const auto plan = planRequest(wanted, model);
        QCOMPARE(plan.has_value(), refused.isEmpty());
        if (!plan)
            QVERIFY2(plan.error().message.find(refused.toStdString()) != std::string::npos,
                     plan.error().message.c_str());
    }

    void aDrawnClampTakesATemperature()
    {
        GenerationRequest wanted = request();
        wanted.clamp = ClampMode::Drawn;
        QVERIFY(planRequest(wanted, config()).has_value());
        wanted.topP = 0.9; // without a temperature words are drawn as probable as they are
        QVERIFY(planRequest(wanted, config()).has_value());
        wanted.temperature = 0.5;
        QVERIFY(planRequest(wanted, config()).has_value());
        wanted.clamp = ClampMode::Expected;
        ARD_REFUSES(planRequest(wanted, config()), "give the clamp drawn too");
    }

    void aSolverWithoutNoiseHasEtaZero()
    {
        GenerationRequest wanted = request();
        wanted.solver = Solver::DpmPlusPlus2M;
        wanted.eta = 1;
        QCOMPARE(planRequest(wanted, config())->request.eta, 0.0);
    }

    /// A length that the head's table does not have cannot be written.
    void aLengthHeadHasALongest()
    {
        GenerationRequest longer = request();
        longer.schedule.length = kLength + 1;
        QVERIFY(planRequest(longer, config()).has_value());
        ModelConfig head = config();
        head.lengthHead = LengthHead::TokenEmbed;
        const auto refused = planRequest(longer, head);
        ARD_REFUSES(refused, "1 to 6 positions, not 7");
        longer.schedule.length = kLength;
        QVERIFY(planRequest(longer, head).has_value());
    }

    /// One request for sentences of every length: what a short one has no room for becomes shorter.
    void aChosenLengthMakesAPlan()
    {
        for (int length = 1; length <= kLength; ++length) {
            GenerationRequest wanted = request();
            wanted.schedule.kind = "block";
            wanted.schedule.block = 4;
            wanted.ruler.kind = "tail";
            wanted.ruler.tail = 3;
            takeLength(wanted, length);
            QCOMPARE(wanted.schedule.length, length);
            QCOMPARE(wanted.schedule.block, std::min(length, 4));
            QCOMPARE(wanted.ruler.kind, std::string(length == 1 ? "stride" : "tail"));
            QVERIFY(length == 1 || wanted.ruler.tail == std::min(length - 1, 3));
            const auto planned = planRequest(wanted, config());
            QVERIFY2(planned, planned ? "" : planned.error().message.c_str());
            QCOMPARE(planned->plan.modelCalls(), kCalls);
            QCOMPARE(planned->plan.timesteps.front().size(), std::size_t(length));
        }
    }

    void candidatesMayDifferInLength()
    {
        const auto planned = [](std::vector<int> lengths, std::vector<Continuation> continuations = {}) {
            GenerationRequest wanted = request(std::move(continuations));
            wanted.candidates = 3;
            wanted.candidateLengths = std::move(lengths);
            return planRequest(wanted, config());
        };
        const auto different = planned({kLength, 1, 16});
        QVERIFY2(different, different ? "" : different.error().message.c_str());
        QCOMPARE(different->request.candidateLengths, (std::vector<int>{kLength, 1, 16}));
        for (const auto &wrong :
             std::vector<std::vector<int>>{{kLength, 1}, {kLength, 1, 0}, {kLength, 1, 17}, {kLength - 1, 1, 1}}) {
            const auto refused = planned(wrong);
            QVERIFY(!refused);
            QVERIFY(refused.error().message.find("lengths of the candidates") != std::string::npos);
        }
        GenerationRequest listed = request();
        listed.candidates = 2;
        listed.candidateLengths = {kLength, 3};
        QVERIFY(planRequest(listed, config()));
        listed.ruler.kind = "list";
        listed.ruler.sentenceSteps = {kSteps / 2, 1};
        listed.samplingSteps = 0;
        const auto refused = planRequest(listed, config());
        QVERIFY(!refused && refused.error().message.find("must have one length") != std::string::npos);
        QVERIFY(planned({kLength, 1, 16}, {from(2)})->request.candidateLengths.empty()); // all go on from the first
    }

    void skippedStepsAreOneByOne()
    {
        const auto planned = planRequest(request(), config());
        const Stretch &stretch = planned->stretches[0];
        for (int call = 1; call <= kCalls; ++call) {
            const auto dense = planSkipped(stretch, call);
            QVERIFY(dense);
            const auto before = std::size_t(call) - 1;
            QCOMPARE(dense->sentenceSteps.front(), stretch.plan.sentenceSteps[before]);
            QCOMPARE(dense->sentenceSteps.back(), stretch.plan.sentenceSteps[before + 1]);
            QCOMPARE(dense->modelCalls(), stretch.plan.sentenceSteps[before] - stretch.plan.sentenceSteps[before + 1]);
            QCOMPARE(dense->timesteps.front(), stretch.plan.timesteps[before]);
            QCOMPARE(dense->timesteps.back(), stretch.plan.timesteps[before + 1]);
            QVERIFY(neverRises(*dense));
        }
        ARD_REFUSES(planSkipped(stretch, 0), "there is no call 0");
        ARD_REFUSES(planSkipped(stretch, kCalls + 1), "there is no call");
        GenerationRequest all = request();
        all.samplingSteps = kSteps + kLength; // every sentence step
        const auto none = planSkipped(planRequest(all, config())->stretches[0], 1);
        ARD_REFUSES(none, "nothing is skipped");
    }
};

QTEST_GUILESS_MAIN(TestRequestPlan)
#include "tst_requestplan.moc"
