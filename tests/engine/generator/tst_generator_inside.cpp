// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The stages inside a model call: they are those of the run, and the formula holds with the numbers that are told.
#include "base/Philox.h"
#include "diffusion/StepCoefficients.h"
#include "engine/generator/SmallGenerator.h"
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <cmath>

using namespace ard;
using test::kCalls, test::kDiffusionSteps, test::kLength, test::smallRequest;

namespace {

const CallStageView &at(const CallInside &inside, CallStage stage)
{
    return inside.stages[static_cast<std::size_t>(stage)];
}

/// Exact but for the last bits of a float of this size.
bool isExact(double a, double b, double size)
{
    return std::abs(a - b) <= 4e-7 * (std::abs(size) + 1e-3);
}

} // namespace

class TestGeneratorInside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFormulaHolds_data();
    void theFormulaHolds();
    void stagesAreThoseOfTheRun();
    void computedAgainItIsTheSame();
    void ofAContinuedRun();
    void outOfRangeAndCancelled();

private:
    RunRecord run(const GenerationRequest &request) { return *m_generator->generate(request, true); }
    CallInside inside(const GenerationRequest &request, int call, int position)
    {
        const auto answer = m_generator->inspectCall(request, call, position);
        if (!answer)
            qWarning("%s", answer.error().message.c_str());
        return answer ? *answer : CallInside();
    }

    QTemporaryDir m_dir;
    std::filesystem::path m_folder;
    std::unique_ptr<Generator> m_generator;
};

void TestGeneratorInside::initTestCase()
{
    m_folder = m_dir.filePath(QStringLiteral("model")).toStdString();
    auto generator = test::makeGenerator(m_folder, test::smallModel());
    QVERIFY2(generator, generator ? "" : generator.error().message.c_str());
    m_generator = std::move(*generator);
}

void TestGeneratorInside::theFormulaHolds_data()
{
    QTest::addColumn<double>("eta");
    QTest::addColumn<bool>("multistep");
    QTest::addColumn<int>("clamp");
    QTest::newRow("paper") << 1.0 << false << int(ClampMode::Nearest);
    QTest::newRow("eta 0.5, no clamp") << 0.5 << false << int(ClampMode::None);
    QTest::newRow("eta 0, expected") << 0.0 << false << int(ClampMode::Expected);
    QTest::newRow("drawn") << 1.0 << false << int(ClampMode::Drawn);
    QTest::newRow("dpm++2m") << 1.0 << true << int(ClampMode::Nearest);
}

void TestGeneratorInside::theFormulaHolds()
{
    QFETCH(double, eta);
    QFETCH(bool, multistep);
    QFETCH(int, clamp);
    GenerationRequest request = smallRequest();
    request.eta = eta;
    request.clamp = static_cast<ClampMode>(clamp);
    if (multistep)
        request.solver = Solver::DpmPlusPlus2M;
    const RunRecord record = run(request);
    const NoiseSchedule noise = *makeNoiseSchedule("sqrt", kDiffusionSteps);
    bool anyNoise = false, anyBefore = false;
    for (int call = 1; call <= kCalls; ++call)
        for (const int position : {0, 4, kLength - 1}) {
            const CallInside now = inside(record.request, call, position);
            const auto column = static_cast<std::size_t>(position);
            QCOMPARE(now.timestepBefore, record.plan.timesteps[call - 1][column]);
            QCOMPARE(now.timestepAfter, record.plan.timesteps[call][column]);
            if (!multistep) {
                const StepCoefficients step = stepCoefficients(noise, now.timestepBefore, now.timestepAfter, eta);
                QCOMPARE(now.latent, step.latent);
                QCOMPARE(now.clean, step.clean);
                QCOMPARE(now.noise, step.noise);
            }
            const std::vector<float> &x = at(now, CallStage::Noisy).values, &x0 = at(now, CallStage::Clamped).values,
                                     &mean = at(now, CallStage::Step).values, &next = at(now, CallStage::Noise).values;
            std::vector<float> eps(x.size());
            fillStandardNormal({record.request.seed, position, now.timestepAfter}, eps);
            QCOMPARE(now.cleanBefore.empty(), now.previous == 0);
            for (std::size_t e = 0; e < x.size(); ++e) {
                const double before = now.cleanBefore.empty() ? 0.0 : double(now.cleanBefore[e]);
                const double a = now.latent * double(x[e]), b = now.clean * double(x0[e]), c = now.previous * before,
                             d = now.noise * double(now.eps[e]);
                const double size = std::abs(a) + std::abs(b) + std::abs(c) + std::abs(d);
                QVERIFY(isExact(double(mean[e]), a + b + c, size));
                QVERIFY(isExact(double(next[e]), a + b + c + d, size));
                if (now.noise != 0)
                    QCOMPARE(now.eps[e], eps[e]);
            }
            // What goes out of a call is what goes into the next one.
            if (call < kCalls)
                QCOMPARE(at(inside(record.request, call + 1, position), CallStage::Noisy).values, next);
            anyNoise = anyNoise || now.noise != 0;
            anyBefore = anyBefore || now.previous != 0;
        }
    QCOMPARE(anyNoise, eta > 0 && !multistep);
    QCOMPARE(anyBefore, multistep);
}

void TestGeneratorInside::stagesAreThoseOfTheRun()
{
    GenerationRequest request = smallRequest();
    request.clampFromCall = 3;
    const RunRecord record = run(request);
    for (int call = 1; call <= kCalls; ++call) {
        const StepFrame &frame = record.frames[static_cast<std::size_t>(call) - 1];
        const CallInside now = inside(record.request, call, 2);
        const CallStageView &prediction = at(now, CallStage::Prediction), &clamped = at(now, CallStage::Clamped);
        QCOMPARE(clamped.words, prediction.words); // the nearest word of a word is the word
        for (std::size_t n = 0; n < kLength; ++n) {
            QCOMPARE(now.headWords[n], frame.tokens[n].topIds[0]); // the frame's words
            QCOMPARE(prediction.distance[n], frame.tokens[n].distance);
            QCOMPARE(clamped.distance[n], call >= 3 ? 0.0F : frame.tokens[n].distance);
            QVERIFY(now.words.count(prediction.words[n]) == 1 && now.words.count(now.headWords[n]) == 1);
        }
        QCOMPARE(at(now, CallStage::Noise).point, *frame.tokens[2].projection);
        if (call > 1) {
            const StepFrame &before = record.frames[static_cast<std::size_t>(call) - 2];
            QCOMPARE(at(now, CallStage::Noisy).point, *before.tokens[2].projection);
        }
    }
}

void TestGeneratorInside::computedAgainItIsTheSame()
{
    const RunRecord record = run(smallRequest());
    const auto other = std::move(*Generator::load(m_folder, test::testDevice())); // it remembers nothing
    const auto again = other->inspectCall(record.request, 4, 1);
    QVERIFY(again);
    const CallInside known = inside(record.request, 4, 1);
    for (std::size_t stage = 0; stage < kCallStages; ++stage) {
        QCOMPARE(again->stages[stage].values, known.stages[stage].values);
        QCOMPARE(again->stages[stage].words, known.stages[stage].words);
    }
}

void TestGeneratorInside::ofAContinuedRun()
{
    GenerationRequest request = run(smallRequest()).request;
    request.continuations.resize(1);
    request.continuations[0].fromCall = 2;
    request.continuations[0].changes = {{PositionChange::Kind::Pin, 3, 11, ""}};
    const RunRecord record = run(request);
    const CallInside now = inside(record.request, 1, 3);
    QCOMPARE(now.timestepBefore, record.plan.timesteps[0][3]);
    QCOMPARE(at(now, CallStage::Prediction).words[3], 11);
    QCOMPARE(at(now, CallStage::Prediction).distance[3], 0.0F);
    QCOMPARE(at(now, CallStage::Noise).point, *record.frames[0].tokens[3].projection);
}

void TestGeneratorInside::outOfRangeAndCancelled()
{
    const GenerationRequest request = run(smallRequest()).request;
    const auto sentence = [&](int call, int position) {
        const auto answer = m_generator->inspectCall(request, call, position);
        return answer ? QString() : QString::fromStdString(answer.error().message);
    };
    QVERIFY(sentence(0, 0).contains(QStringLiteral("1 to 6")));
    QVERIFY(sentence(7, 0).contains(QStringLiteral("1 to 6")));
    QVERIFY(sentence(1, -1).contains(QStringLiteral("0 to 8")));
    QVERIFY(sentence(1, 9).contains(QStringLiteral("0 to 8")));
    const std::atomic<bool> cancel = true;
    GenerationRequest other = request;
    other.seed = 99; // not remembered
    const auto cancelled = m_generator->inspectCall(other, 4, 0, &cancel);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestGeneratorInside)
#include "tst_generator_inside.moc"
