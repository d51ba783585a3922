// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes that advance together give what each gives alone, in lockstep, and stop no other when they end.
#include "base/Philox.h"
#include "engine/generator/SmallGenerator.h"
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <cmath>
#include <deque>
#include <new>

using namespace ard;
using test::kCalls, test::kDiffusionSteps, test::kLength;

namespace {

GenerationRequest requestOf(const std::string &schedule = "ar-diffusion", int calls = kCalls)
{
    GenerationRequest request = test::smallRequest();
    request.schedule.kind = schedule;
    request.samplingSteps = calls;
    return request;
}

bool isNear(float a, float b)
{
    return std::abs(a - b) <= 1e-3F * (1 + std::abs(a));
}

/// The same words, and the same numbers but for rounding.
bool sameFrame(const StepFrame &a, const StepFrame &b)
{
    if (a.modelCall != b.modelCall || a.sentenceStepAfter != b.sentenceStepAfter || a.tokens.size() != b.tokens.size())
        return false;
    for (std::size_t n = 0; n < a.tokens.size(); ++n) {
        const TokenState &x = a.tokens[n], &y = b.tokens[n];
        if (x.wordId != y.wordId || x.timestepBefore != y.timestepBefore || x.timestepAfter != y.timestepAfter ||
            x.changed != y.changed || !isNear(x.entropy, y.entropy) || !isNear(x.distance, y.distance) ||
            !isNear(x.topProbabilities[0], y.topProbabilities[0]) || !isNear((*x.projection)[0], (*y.projection)[0]) ||
            !isNear((*x.projection)[1], (*y.projection)[1]))
            return false;
    }
    return true;
}

bool sameRun(const RunRecord &a, const RunRecord &b)
{
    const auto sameOutput = [](const CandidateOutput &x, const CandidateOutput &y) {
        return x.text == y.text && x.tokens == y.tokens && x.modelCalls == y.modelCalls;
    };
    return a.complete == b.complete && a.chosen == b.chosen && a.words == b.words &&
        a.plan.timesteps == b.plan.timesteps &&
        std::equal(a.frames.begin(), a.frames.end(), b.frames.begin(), b.frames.end(), sameFrame) &&
        std::equal(a.outputs.begin(), a.outputs.end(), b.outputs.begin(), b.outputs.end(), sameOutput);
}

/// Bit by bit, as it is defined (polynomial 0xEDB88320, reflected).
std::uint32_t crc32Of(const std::vector<float> &values)
{
    std::uint32_t crc = ~0U;
    const auto *bytes = reinterpret_cast<const unsigned char *>(values.data());
    for (std::size_t i = 0; i < values.size() * sizeof(float); ++i) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

} // namespace

class TestGeneratorTogether : public QObject {
    Q_OBJECT

    struct Ended {
        std::optional<Result<RunRecord>> result;
        std::atomic<bool> cancel = false;
    };
    /// Lane and model call of every frame, in the order in which they came.
    using Order = std::vector<std::pair<int, int>>;

private Q_SLOTS:
    void initTestCase();
    void lanesGiveWhatTheyGiveAlone();
    void framesComeInLockstep();
    void aLaneIsCancelled();
    void aLaneFails();
    void startingNoiseHasAChecksum();
    void modelsWithoutStepsHaveNone();

private:
    std::unique_ptr<Generator> load(const test::RandomModelOptions &options, const char *name);
    /// atFrame(lane, call, ended) may cancel, or throw.
    using AtFrame = std::function<void(int lane, int call, std::deque<Ended> &ended)>;
    Order together(const std::vector<GenerationRequest> &requests, std::deque<Ended> &ended,
                   const AtFrame &atFrame = {});
    RunRecord alone(const GenerationRequest &request) { return *m_alone->generate(request, true); }

    QTemporaryDir m_dir;
    std::unique_ptr<Generator> m_generator, m_alone; ///< of the same model
};

std::unique_ptr<Generator> TestGeneratorTogether::load(const test::RandomModelOptions &options, const char *name)
{
    const std::filesystem::path folder = m_dir.filePath(QString::fromLatin1(name)).toStdString();
    auto generator = test::makeGenerator(folder, options);
    if (!generator)
        qWarning("%s", generator.error().message.c_str());
    return generator ? std::move(*generator) : nullptr;
}

void TestGeneratorTogether::initTestCase()
{
    m_generator = load(test::smallModel(), "model");
    m_alone = load(test::smallModel(), "model");
    QVERIFY(m_generator && m_alone);
}

TestGeneratorTogether::Order TestGeneratorTogether::together(const std::vector<GenerationRequest> &requests,
                                                             std::deque<Ended> &ended, const AtFrame &atFrame)
{
    Order order;
    std::vector<Generator::Lane> lanes;
    for (const GenerationRequest &request : requests) {
        const int lane = static_cast<int>(lanes.size());
        Ended &mine = ended.emplace_back();
        GenerationObserver observer;
        observer.cancel = &mine.cancel;
        observer.frame = [&, lane](const StepFrame &frame, const auto &) {
            order.emplace_back(lane, frame.modelCall);
            if (atFrame)
                atFrame(lane, frame.modelCall, ended);
        };
        lanes.push_back({request, observer, [&mine](Result<RunRecord> run) { mine.result = std::move(run); }});
    }
    m_generator->generateTogether(lanes, true);
    return order;
}

void TestGeneratorTogether::lanesGiveWhatTheyGiveAlone()
{
    std::vector<GenerationRequest> requests{requestOf("uniform"), requestOf("autoregressive", 9), requestOf()};
    const auto add = [&](auto change) { change(requests.emplace_back(requestOf())); };
    add([](auto &r) { r.seed = 6, r.eta = 0.5, r.clamp = ClampMode::Expected, r.samplingSteps = 3; });
    add([](auto &r) { r.solver = Solver::DpmPlusPlus2M, r.clamp = ClampMode::None; });
    add([](auto &r) { r.clamp = ClampMode::Drawn, r.temperature = 2, r.topP = 0.8, r.repair = 2, r.candidates = 2; });
    add([](auto &r) { r.schedule.length = 7; }); // not in the batch of the others
    add([](auto &r) { r.candidates = 3; });
    add([](auto &r) { r.stopWhenSettled = 2, r.samplingSteps = 40, r.clampFromCall = 3; });
    std::deque<Ended> ended;
    together(requests, ended);
    for (std::size_t i = 0; i < requests.size(); ++i) {
        QVERIFY(ended[i].result && *ended[i].result);
        QVERIFY2(sameRun(**ended[i].result, alone(requests[i])), qPrintable(QStringLiteral("lane %1").arg(i)));
    }
    // Goes on from the frame of another run, with a word held, beside one of another source.
    GenerationRequest continued = (*ended[2].result)->request, other = requestOf();
    continued.continuations.resize(1);
    continued.continuations[0].fromCall = 2;
    continued.continuations[0].changes = {{PositionChange::Kind::Pin, 3, 11, ""}};
    other.source = "eatType[pub]";
    std::deque<Ended> more;
    together({requestOf("uniform"), continued, other}, more);
    QVERIFY(sameRun(**more[0].result, alone(requests[0])));
    QVERIFY(sameRun(**more[1].result, alone(continued)));
    QCOMPARE((*more[1].result)->outputs[0].tokens[3], 11);
    QVERIFY(sameRun(**more[2].result, alone(other)));
}

void TestGeneratorTogether::framesComeInLockstep()
{
    std::deque<Ended> ended;
    GenerationRequest shorter = requestOf("uniform", 2);
    shorter.schedule.length = 7;
    bool shortEndedFirst = false;
    const Order order = together(
        {requestOf("uniform", 3), shorter, requestOf("autoregressive", 4)}, ended, [&](int, int call, const auto &all) {
            shortEndedFirst = shortEndedFirst || (call == 3 && all[1].result && !all[0].result);
        });
    QCOMPARE(order, (Order{{0, 1}, {1, 1}, {2, 1}, {0, 2}, {1, 2}, {2, 2}, {0, 3}, {2, 3}, {2, 4}}));
    QVERIFY(shortEndedFirst);
    QCOMPARE((*ended[1].result)->frames.size(), std::size_t(2));
    std::deque<Ended> none;
    QVERIFY(together({}, none).empty());
}

void TestGeneratorTogether::aLaneIsCancelled()
{
    std::deque<Ended> ended;
    const std::vector<GenerationRequest> requests{requestOf("uniform"), requestOf("autoregressive"), requestOf()};
    const Order order = together(requests, ended, [](int lane, int call, auto &all) {
        if (lane == 0 && call == 2)
            all[1].cancel = true; // still makes the call that is under way
    });
    const RunRecord &cancelled = **ended[1].result;
    QVERIFY(!cancelled.complete);
    QVERIFY(cancelled.outputs.empty());
    QCOMPARE(cancelled.frames.size(), std::size_t(2));
    QCOMPARE(order.size(), std::size_t(2 * kCalls + 2));
    QVERIFY(sameRun(**ended[0].result, alone(requests[0])));
    QVERIFY(sameRun(**ended[2].result, alone(requests[2])));
}

void TestGeneratorTogether::aLaneFails()
{
    std::deque<Ended> ended;
    std::vector<GenerationRequest> requests{requestOf("uniform"), requestOf("no such"), requestOf(), requestOf()};
    requests[2].seed = 8;
    requests[3].source = " ";
    together(requests, ended, [](int lane, int call, auto &) {
        if (lane == 2 && call == 3)
            throw std::bad_alloc();
    });
    QVERIFY(sameRun(**ended[0].result, alone(requests[0])));
    QCOMPARE(ended[1].result->error().code, ErrorCode::InvalidArgument);
    QCOMPARE(ended[2].result->error().code, ErrorCode::OutOfMemory);
    QCOMPARE(ended[3].result->error().code, ErrorCode::InvalidArgument);
}

void TestGeneratorTogether::startingNoiseHasAChecksum()
{
    constexpr std::size_t width = 16; // of the random model's embeddings
    std::vector<float> noise(kLength * width);
    for (std::size_t n = 0; n < kLength; ++n)
        fillStandardNormal({5, static_cast<std::int32_t>(n), NoiseKey::startingNoise},
                           std::span(noise).subspan(n * width, width));
    std::vector<GenerationRequest> requests{requestOf("uniform"), requestOf("autoregressive", 3), requestOf()};
    requests[2].seed = 6;
    std::deque<Ended> ended;
    together(requests, ended);
    QCOMPARE((*ended[0].result)->provenance.startingNoise.value_or(0), crc32Of(noise));
    QCOMPARE((*ended[1].result)->provenance.startingNoise, (*ended[0].result)->provenance.startingNoise);
    QVERIFY((*ended[2].result)->provenance.startingNoise.has_value());
    QVERIFY((*ended[2].result)->provenance.startingNoise != (*ended[0].result)->provenance.startingNoise);
}

void TestGeneratorTogether::modelsWithoutStepsHaveNone()
{
    test::RandomModelOptions options;
    options.autoregressive = true;
    options.length = kLength;
    const auto twin = load(options, "twin");
    QVERIFY(twin);
    std::vector<Result<RunRecord>> runs;
    const Generator::Lane lane{requestOf("autoregressive", kLength), {}, [&](auto run) { runs.push_back(run); }};
    twin->generateTogether({lane, lane}, false);
    QCOMPARE(runs.size(), std::size_t(2));
    for (const auto &run : runs) {
        QVERIFY(run && run->complete);
        QVERIFY(!run->provenance.startingNoise.has_value());
        QCOMPARE(run->outputs.size(), std::size_t(1));
    }
}

QTEST_GUILESS_MAIN(TestGeneratorTogether)
#include "tst_generator_together.moc"
