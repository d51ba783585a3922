// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that stop early, go on from a frame with changes, and are looked into.
#include "engine/generator/SmallGenerator.h"
#include "support/Refusal.h"
#include "trace/RunFile.h"
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <cmath>
#include <tuple>

using namespace ard;
using test::kCalls, test::kDiffusionSteps, test::kLength, test::smallRequest;
using Kind = PositionChange::Kind;

namespace {

GenerationRequest continued(GenerationRequest earlier, int fromCall, std::vector<PositionChange> changes = {})
{
    Continuation continuation;
    continuation.fromCall = fromCall;
    continuation.changes = std::move(changes);
    earlier.continuations.push_back(continuation);
    return earlier;
}

/// The same numbers, whatever the calls are called and how long they took.
bool sameNumbers(const StepFrame &a, const StepFrame &b, bool withChanged = true)
{
    if (a.tokens.size() != b.tokens.size() || a.sentenceStepBefore != b.sentenceStepBefore ||
        a.sentenceStepAfter != b.sentenceStepAfter)
        return false;
    for (std::size_t n = 0; n < a.tokens.size(); ++n) {
        const TokenState &x = a.tokens[n], &y = b.tokens[n];
        if (x.timestepBefore != y.timestepBefore || x.timestepAfter != y.timestepAfter || x.wordId != y.wordId ||
            x.topIds != y.topIds || x.topProbabilities != y.topProbabilities || x.entropy != y.entropy ||
            x.distance != y.distance || x.projection != y.projection || (withChanged && x.changed != y.changed))
            return false;
    }
    return true;
}

} // namespace

class TestGeneratorSteps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void solversAndNoise();
    void earlyStopIsReported();
    void continuedWithoutChanges_data();
    void continuedWithoutChanges();
    void anotherSeed();
    void anotherSchedule();
    void changedPositions();
    void continuedTwice();
    void candidatesOfAContinuedRun();
    void wordsAreLookedUp();
    void continuedRunsAreKeptInFiles();
    void onlyOneSourceCanBeContinued();
    void attention();
    void attentionOutOfRange();
    void skippedStepsAreFilled();
    void cancelled();

private:
    RunRecord run(const GenerationRequest &wanted) { return runOn(*m_generator, wanted); }
    static RunRecord runOn(Generator &generator, const GenerationRequest &wanted)
    {
        auto record = generator.generate(wanted, true);
        if (!record)
            qWarning("%s", record.error().message.c_str());
        return record ? std::move(*record) : RunRecord();
    }
    /// Another generator of the same model: it remembers nothing.
    std::unique_ptr<Generator> fresh() { return std::move(*Generator::load(m_folder, test::testDevice())); }

    QTemporaryDir m_dir;
    std::filesystem::path m_folder;
    std::unique_ptr<Generator> m_generator;
};

void TestGeneratorSteps::initTestCase()
{
    m_folder = m_dir.filePath("model").toStdString();
    auto generator = test::makeGenerator(m_folder, test::smallModel());
    QVERIFY2(generator, generator ? "" : generator.error().message.c_str());
    m_generator = std::move(*generator);
}

void TestGeneratorSteps::solversAndNoise()
{
    const RunRecord plain = run(smallRequest());
    GenerationRequest wanted = smallRequest();
    wanted.solver = Solver::DpmPlusPlus2M;
    const RunRecord multistep = run(wanted);
    QVERIFY(multistep.complete);
    QCOMPARE(multistep.request.eta, 0.0);
    QCOMPARE(run(wanted).outputs.at(0).tokens, multistep.outputs.at(0).tokens);
    QVERIFY(!sameNumbers(plain.frames.back(), multistep.frames.back()));
    wanted = smallRequest();
    wanted.noiseTopP = 0.5;
    const RunRecord cut = run(wanted);
    QVERIFY(!sameNumbers(plain.frames.back(), cut.frames.back()));
    for (std::size_t n = 0; n < kLength; ++n) // the starting noise is not cut off
        QCOMPARE(cut.frames[0].tokens[n].topProbabilities, plain.frames[0].tokens[n].topProbabilities);
    wanted.noiseTopP = 50; // never reached
    QVERIFY(sameNumbers(plain.frames.back(), run(wanted).frames.back()));
}

void TestGeneratorSteps::earlyStopIsReported()
{
    GenerationRequest wanted = smallRequest();
    wanted.samplingSteps = 40;
    const RunRecord whole = run(wanted);
    QCOMPARE(whole.outputs.at(0).modelCalls, 40);
    wanted.stopWhenSettled = 2;
    const RunRecord stopped = run(wanted);
    QVERIFY(stopped.complete);
    const int calls = stopped.outputs.at(0).modelCalls;
    QCOMPARE(stopped.frames.size(), std::size_t(calls));
    int still = 0, expected = 40;
    for (std::size_t m = 1; m < whole.frames.size() && expected == 40; ++m) { // what the whole run says of when
        bool same = true;
        for (std::size_t n = 0; n < kLength; ++n)
            same = same && whole.frames[m].tokens[n].topIds[0] == whole.frames[m - 1].tokens[n].topIds[0];
        still = same ? still + 1 : 0;
        if (still == 2)
            expected = int(m) + 1;
    }
    QCOMPARE(calls, expected);
    for (std::size_t n = 0; n < kLength; ++n)
        QCOMPARE(stopped.frames.back().tokens[n].wordId, stopped.outputs[0].tokens[n]);
    // Each candidate and each source of a batch stops where it would alone.
    wanted.candidates = 3;
    const RunRecord three = run(wanted);
    const auto batch = m_generator->generateMany({"a", wanted.source, "b c"}, wanted, 64);
    QVERIFY(batch);
    for (std::size_t c = 0; c < 3; ++c) {
        GenerationRequest alone = wanted;
        alone.candidates = 1;
        alone.seed += c;
        const RunRecord single = run(alone);
        QCOMPARE(three.outputs.at(c).modelCalls, single.outputs.at(0).modelCalls);
        QCOMPARE(three.outputs[c].tokens, single.outputs[0].tokens);
        QCOMPARE(batch->at(1).outputs.at(c).tokens, single.outputs[0].tokens);
        QCOMPARE(batch->at(1).outputs.at(c).modelCalls, single.outputs[0].modelCalls);
    }
    QCOMPARE(three.frames.size(), std::size_t(three.outputs[0].modelCalls));
    QVERIFY(decodeRun(encodeRun(stopped)));
}

void TestGeneratorSteps::continuedWithoutChanges_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<bool>("multistep");
    for (const int from : {0, 2, kCalls - 1}) {
        QTest::addRow("from %d", from) << from << false;
        QTest::addRow("from %d, dpm++2m", from) << from << true;
    }
}

void TestGeneratorSteps::continuedWithoutChanges()
{
    QFETCH(int, from);
    QFETCH(bool, multistep);
    GenerationRequest wanted = smallRequest();
    if (multistep)
        wanted.solver = Solver::DpmPlusPlus2M;
    wanted.clampFromCall = 4; // counted from the start of it all
    const RunRecord whole = run(wanted);
    const auto other = fresh();
    for (Generator *generator : {m_generator.get(), other.get()}) { // remembered, and computed again
        const RunRecord rest = runOn(*generator, continued(whole.request, from));
        QCOMPARE(rest.plan.modelCalls(), kCalls - from);
        QCOMPARE(rest.frames.size(), std::size_t(kCalls - from));
        for (std::size_t m = 0; m < rest.frames.size(); ++m) {
            QCOMPARE(rest.frames[m].modelCall, int(m) + 1);
            QVERIFY(sameNumbers(rest.frames[m], whole.frames[m + std::size_t(from)], m > 0));
        }
        QCOMPARE(rest.outputs.at(0).tokens, whole.outputs.at(0).tokens);
        QCOMPARE(rest.request.continuations.size(), std::size_t(1));
    }
}

void TestGeneratorSteps::anotherSeed()
{
    const RunRecord whole = run(smallRequest());
    GenerationRequest wanted = continued(whole.request, 2);
    wanted.continuations[0].seed = 999;
    const RunRecord rest = run(wanted);
    QVERIFY(!sameNumbers(rest.frames.back(), whole.frames.back()));
    for (std::size_t n = 0; n < kLength; ++n) // the first call sees what it saw before; only its noise is another
        QCOMPARE(rest.frames[0].tokens[n].topProbabilities, whole.frames[2].tokens[n].topProbabilities);
    QCOMPARE(run(wanted).outputs.at(0).tokens, rest.outputs.at(0).tokens);
}

void TestGeneratorSteps::anotherSchedule()
{
    const RunRecord whole = run(smallRequest());
    GenerationRequest wanted = continued(whole.request, 3);
    wanted.continuations[0].schedule.emplace().kind = "uniform";
    wanted.continuations[0].samplingSteps = 4;
    const RunRecord rest = run(wanted);
    QVERIFY(rest.complete);
    QCOMPARE(rest.frames.size(), std::size_t(4));
    for (std::size_t n = 0; n < kLength; ++n) {
        QCOMPARE(rest.frames[0].tokens[n].timestepBefore, whole.frames[2].tokens[n].timestepAfter);
        QCOMPARE(rest.frames.back().tokens[n].timestepAfter, 0);
    }
}

void TestGeneratorSteps::changedPositions()
{
    const RunRecord whole = run(smallRequest());
    const std::int32_t word = whole.frames[0].tokens[8].topIds[5];
    const RunRecord pinned = run(continued(whole.request, 2, {{Kind::Pin, 3, word, ""}}));
    for (const StepFrame &frame : pinned.frames)
        QCOMPARE(frame.tokens[3].distance, 0.f);
    QCOMPARE(pinned.outputs.at(0).tokens[3], word);
    QCOMPARE(pinned.request.continuations[0].changes[0].text, whole.words.at(word));
    const RunRecord replaced = run(continued(whole.request, 2, {{Kind::Replace, 3, word, ""}}));
    QVERIFY(replaced.complete);
    QVERIFY(!sameNumbers(replaced.frames[0], whole.frames[2], false));
    const RunRecord noise = run(continued(whole.request, 2, {{Kind::Renoise, 3, -1, ""}}));
    QVERIFY(noise.complete);
    QCOMPARE(noise.frames[0].tokens[3].timestepBefore, kDiffusionSteps - 1);
    QCOMPARE(noise.frames.back().tokens[3].timestepAfter, 0);
    QCOMPARE(noise.frames[0].tokens[4].timestepBefore, whole.frames[2].tokens[4].timestepBefore);
}

void TestGeneratorSteps::continuedTwice()
{
    const RunRecord whole = run(smallRequest());
    GenerationRequest first = continued(whole.request, 2, {{Kind::Pin, 1, whole.frames[0].tokens[0].topIds[3], ""}});
    first.continuations[0].seed = 42;
    const RunRecord once = run(first);
    const auto other = fresh();
    for (Generator *generator : {m_generator.get(), other.get()}) {
        const RunRecord twice = runOn(*generator, continued(once.request, 1));
        QCOMPARE(twice.frames.size(), std::size_t(kCalls - 3));
        for (std::size_t m = 0; m < twice.frames.size(); ++m)
            QVERIFY(sameNumbers(twice.frames[m], once.frames[m + 1], m > 0));
        QCOMPARE(twice.outputs.at(0).tokens, once.outputs.at(0).tokens);
    }
}

void TestGeneratorSteps::candidatesOfAContinuedRun()
{
    GenerationRequest wanted = continued(run(smallRequest()).request, 2);
    wanted.continuations[0].seed = 100;
    wanted.candidates = 3;
    const RunRecord three = run(wanted);
    QCOMPARE(three.outputs.size(), std::size_t(3));
    for (std::size_t c = 0; c < 3; ++c) {
        GenerationRequest alone = wanted;
        alone.candidates = 1;
        alone.continuations[0].seed = 100 + c;
        QCOMPARE(three.outputs[c].tokens, run(alone).outputs.at(0).tokens);
    }
}

void TestGeneratorSteps::wordsAreLookedUp()
{
    const RunRecord whole = run(smallRequest());
    const std::int32_t id = whole.frames[0].tokens[0].topIds[0];
    const RunRecord pinned = run(continued(whole.request, 1, {{Kind::Pin, 0, -1, whole.words.at(id)}}));
    QVERIFY(pinned.complete);
    const PositionChange change = pinned.request.continuations.at(0).changes.at(0);
    QVERIFY(change.word >= 0);
    QCOMPARE(pinned.outputs.at(0).tokens[0], change.word);
    const auto several =
        m_generator->generate(continued(whole.request, 1, {{Kind::Pin, 0, -1, "antidisestablishment zq"}}), false);
    ARD_REFUSES(several, "is not one word of this model's vocabulary, but these pieces");
    QCOMPARE(several.error().code, ErrorCode::InvalidArgument);
    ARD_REFUSES(m_generator->generate(continued(whole.request, 1, {{Kind::Pin, 0, -1, ""}}), false), "word");
    ARD_REFUSES(m_generator->generate(continued(whole.request, 1, {{Kind::Pin, 0, 1'000'000, ""}}), false),
                "there is no word 1000000");
}

void TestGeneratorSteps::continuedRunsAreKeptInFiles()
{
    const RunRecord whole = run(smallRequest());
    GenerationRequest wanted = continued(whole.request, 2, {{Kind::Renoise, 3, -1, ""}});
    wanted.continuations[0].seed = 3;
    const RunRecord rest = run(wanted);
    const std::filesystem::path file = m_dir.filePath("rest.ardrun").toStdString();
    QVERIFY(saveRun(rest, file));
    const auto opened = loadRun(file);
    QVERIFY(opened);
    const auto again = fresh()->generate(opened->request, true); // the file says all that is needed
    QVERIFY(again);
    QCOMPARE(again->outputs.at(0).tokens, rest.outputs.at(0).tokens);
    QVERIFY(sameNumbers(again->frames.back(), opened->frames.back()));
}

void TestGeneratorSteps::onlyOneSourceCanBeContinued()
{
    const auto many = m_generator->generateMany({"a", "b"}, continued(smallRequest(), 1), 4);
    ARD_REFUSES(many, "a continued run has one source: generate it alone");
    QCOMPARE(many.error().code, ErrorCode::InvalidArgument);
    ARD_REFUSES(m_generator->generate(continued(smallRequest(), kCalls), false), "it can be continued after 0 to");
}

void TestGeneratorSteps::attention()
{
    const RunRecord whole = run(smallRequest());
    const auto other = fresh();
    for (int call = 1; call <= kCalls; call += 2) {
        const auto map = m_generator->attention(whole.request, call, 1, 1),
                   again = other->attention(whole.request, call, 1, 1);
        QVERIFY2(map, map ? "" : map.error().message.c_str());
        QVERIFY(again);
        QCOMPARE(map->content, again->content);
        QCOMPARE(map->length, kLength);
        QCOMPARE(map->content.size(), std::size_t(kLength * kLength));
        QCOMPARE(map->cross.size(), std::size_t(kLength * map->sourceLength));
        for (std::size_t i = 0; i < kLength; ++i) {
            double total = 0, sum = 0;
            for (std::size_t j = 0; j < kLength; ++j)
                total += std::exp(double(map->content[i * kLength + j]) + map->time[i * kLength + j]);
            for (std::size_t j = 0; j < kLength; ++j) {
                const double logit = double(map->content[i * kLength + j]) + map->time[i * kLength + j];
                QVERIFY(std::abs(std::exp(logit) / total - map->weights[i * kLength + j]) < 1e-5);
                sum += map->weights[i * kLength + j];
            }
            QVERIFY(std::abs(sum - 1) < 1e-5);
        }
    }
    const auto early = m_generator->attention(whole.request, 1, 1, 1),
               late = m_generator->attention(whole.request, 4, 1, 1),
               head = m_generator->attention(whole.request, 1, 1, 0);
    QVERIFY(early->weights != late->weights);
    QVERIFY(early->weights != head->weights);
    // A continued run's calls are its own.
    const auto rest = m_generator->attention(continued(whole.request, 3), 1, 1, 1);
    QVERIFY(rest);
    QCOMPARE(rest->weights, late->weights);
}

void TestGeneratorSteps::attentionOutOfRange()
{
    for (const auto &[call, layer, head] : {std::tuple(0, 0, 0), std::tuple(kCalls + 1, 0, 0), std::tuple(1, -1, 0),
                                            std::tuple(1, 99, 0), std::tuple(1, 0, -1), std::tuple(1, 0, 99)}) {
        const auto map = m_generator->attention(smallRequest(), call, layer, head);
        ARD_REFUSES(map, "there is no ");
        QCOMPARE(map.error().code, ErrorCode::InvalidArgument);
    }
}

void TestGeneratorSteps::skippedStepsAreFilled()
{
    const RunRecord whole = run(smallRequest());
    for (const int call : {2, kCalls}) {
        std::vector<StepFrame> frames;
        SamplingPlan plan;
        GenerationObserver observer;
        observer.started = [&](const RunRecord &run, const auto &) { plan = run.plan; };
        observer.frame = [&](const StepFrame &frame, const auto &) { frames.push_back(frame); };
        const auto filled = m_generator->fillSkipped(whole.request, call, observer);
        QVERIFY2(filled, filled ? "" : filled.error().message.c_str());
        const auto index = std::size_t(call);
        QCOMPARE(filled->modelCall, call);
        QCOMPARE(filled->modelCalls, whole.plan.sentenceSteps[index - 1] - whole.plan.sentenceSteps[index]);
        QCOMPARE(frames.size(), std::size_t(filled->modelCalls));
        QCOMPARE(plan.timesteps.back(), whole.plan.timesteps[index]);
        for (std::size_t n = 0; n < kLength; ++n) { // both paths begin with the same prediction
            QCOMPARE(frames[0].tokens[n].topProbabilities, whole.frames[index - 1].tokens[n].topProbabilities);
            const std::int32_t next =
                call == kCalls ? whole.outputs[0].tokens[n] : whole.frames[index].tokens[n].topIds[0];
            QCOMPARE(filled->jumpWords[n], next); // what the run really says next
            QVERIFY(filled->words.count(filled->filledWords[n]) == 1);
            QVERIFY(filled->distance[n] >= 0);
            if (call == kCalls)
                QCOMPARE(frames.back().tokens[n].wordId, filled->filledWords[n]);
        }
        const auto again = fresh()->fillSkipped(whole.request, call);
        QVERIFY(again);
        QCOMPARE(again->distance, filled->distance);
    }
    GenerationRequest dense = smallRequest();
    dense.samplingSteps = kDiffusionSteps + kLength;
    ARD_REFUSES(m_generator->fillSkipped(dense, 3), "nothing is skipped");
}

void TestGeneratorSteps::cancelled()
{
    const std::atomic<bool> cancel{true};
    GenerationObserver observer;
    observer.cancel = &cancel;
    const auto map = fresh()->attention(smallRequest(), 4, 0, 0, &cancel);
    QVERIFY(!map);
    QCOMPARE(map.error().code, ErrorCode::Cancelled);
    const auto filled = fresh()->fillSkipped(smallRequest(), 4, observer);
    QVERIFY(!filled);
    QCOMPARE(filled.error().code, ErrorCode::Cancelled);
    const auto rest = fresh()->generate(continued(smallRequest(), 3), true, observer);
    QVERIFY(rest);
    QVERIFY(!rest->complete && rest->frames.empty() && rest->outputs.empty());
}

QTEST_GUILESS_MAIN(TestGeneratorSteps)
#include "tst_generator_steps.moc"
