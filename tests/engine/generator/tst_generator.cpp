// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Generator.h"
#include "support/RandomModel.h"
#include "support/Refusal.h"
#include "support/TestDevice.h"
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <cmath>
#include <set>

using namespace ard;

namespace {

constexpr int kLength = 9, kDiffusionSteps = 40, kCalls = 5, kMaxPositions = 64;

std::string sourceOf(int index)
{
    // Of different lengths, so that batches are padded.
    std::string text = test::randomModelSource();
    return text.substr(0, 6 + static_cast<std::size_t>(index) * 5 % (text.size() - 6));
}

GenerationRequest request(const std::string &source)
{
    GenerationRequest request;
    request.source = source;
    request.samplingSteps = kCalls;
    return request;
}

} // namespace

class TestGenerator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sameSeedSameOutput();
    void framesAndEvents();
    void frameWordsAreKnown();
    void batchesDoNotChangeOutputs();
    void candidatesAreRunsOfTheirOwn();
    void manyCandidatesInSeveralBatches();
    void measuringSettleSteps();
    void cancelKeepsFrames();
    void requestsOutOfRange_data();
    void requestsOutOfRange();
    void longSourcesAreCut();
    void otherLengths();
    void devices();
    void halfPrecisionAndSelfCondition();

private:
    std::vector<Generator::BatchOutput> many(const std::vector<std::string> &sources, GenerationRequest request,
                                             int batch)
    {
        auto outputs = m_generator->generateMany(sources, request, batch);
        return outputs ? std::move(*outputs) : std::vector<Generator::BatchOutput>();
    }
    QTemporaryDir m_dir;
    std::filesystem::path m_folder;
    std::unique_ptr<Generator> m_generator;
};

void TestGenerator::initTestCase()
{
    m_folder = m_dir.filePath("model").toStdString();
    test::RandomModelOptions options;
    options.length = kLength;
    options.diffusionSteps = kDiffusionSteps;
    options.maxPositions = kMaxPositions;
    const Status written = test::writeRandomModel(m_folder, options);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
    std::set<std::string> stages;
    auto generator =
        Generator::load(m_folder, test::testDevice(), [&](const std::string &stage, double) { stages.insert(stage); });
    QVERIFY2(generator, generator ? "" : generator.error().message.c_str());
    m_generator = std::move(*generator);
    QVERIFY(stages.count("reading weights") == 1);
    QCOMPARE(m_generator->summary().length, kLength);
    QCOMPARE(m_generator->summary().diffusionSteps, kDiffusionSteps);
    QCOMPARE(m_generator->summary().fingerprint.size(), std::size_t(16));
    QVERIFY(m_generator->summary().parameters > 1000);
    QVERIFY(m_generator->device().starts_with(test::testDevice())); // "cuda" is "cuda:0"
}

void TestGenerator::sameSeedSameOutput()
{
    GenerationRequest wanted = request(sourceOf(0));
    const auto a = m_generator->generate(wanted, false), b = m_generator->generate(wanted, true);
    QVERIFY(a && b);
    QVERIFY(a->complete && b->complete);
    QCOMPARE(a->outputs.size(), std::size_t(1));
    QCOMPARE(a->outputs[0].tokens.size(), std::size_t(kLength));
    QCOMPARE(a->outputs[0].tokens, b->outputs[0].tokens); // recording frames changes nothing
    QCOMPARE(a->outputs[0].text, b->outputs[0].text);
    QVERIFY(a->frames.empty());
    bool differs = false;
    for (const std::uint64_t seed : {2, 3, 4}) {
        wanted.seed = seed;
        differs = differs || m_generator->generate(wanted, false)->outputs[0].tokens != a->outputs[0].tokens;
    }
    QVERIFY(differs);
}

void TestGenerator::framesAndEvents()
{
    GenerationRequest wanted = request(sourceOf(1));
    wanted.schedule.kind = "uniform";
    int started = 0, frames = 0;
    std::map<std::int32_t, std::string> sent;
    GenerationObserver observer;
    observer.started = [&](const RunRecord &run, const protocol::SourceReading &source) {
        ++started;
        QVERIFY(run.frames.empty() && !run.complete);
        QCOMPARE(run.plan.modelCalls(), kCalls);
        QCOMPARE(run.request.schedule.length, kLength);
        QCOMPARE(run.request.schedule.diffusionSteps, kDiffusionSteps);
        QVERIFY(!source.pieces.empty());
        QCOMPARE(source.leftOut, 0);
        QCOMPARE(source.unknown, 0);
        QCOMPARE(run.provenance.modelName, m_generator->summary().name);
        QCOMPARE(run.provenance.modelFingerprint, m_generator->summary().fingerprint);
        QCOMPARE(run.provenance.createdUtc.size(), std::size_t(20));
    };
    observer.frame = [&](const StepFrame &frame, const std::map<std::int32_t, std::string> &words) {
        QCOMPARE(frame.modelCall, ++frames);
        for (const auto &[id, word] : words)
            QVERIFY(sent.emplace(id, word).second); // each word once
    };
    const auto run = m_generator->generate(wanted, true, observer);
    QVERIFY(run);
    QCOMPARE(started, 1);
    QCOMPARE(frames, kCalls);
    QCOMPARE(run->frames.size(), std::size_t(kCalls));
    QCOMPARE(run->words, sent);
    QVERIFY(run->seconds > 0);
    for (const StepFrame &frame : run->frames)
        for (const TokenState &token : frame.tokens)
            QCOMPARE(token.timestepAfter, frame.tokens.front().timestepAfter); // uniform
}

void TestGenerator::frameWordsAreKnown()
{
    const auto run = m_generator->generate(request(sourceOf(2)), true);
    QVERIFY(run);
    for (const StepFrame &frame : run->frames)
        for (const TokenState &token : frame.tokens) {
            QVERIFY(run->words.count(token.wordId) == 1);
            for (const std::int32_t id : token.topIds)
                QVERIFY(run->words.count(id) == 1);
        }
    for (std::size_t n = 0; n < std::size_t(kLength); ++n)
        QCOMPARE(run->frames.back().tokens[n].wordId, run->outputs[0].tokens[n]);
}

void TestGenerator::batchesDoNotChangeOutputs()
{
    std::vector<std::string> sources;
    for (int i = 0; i < 7; ++i)
        sources.push_back(sourceOf(i));
    const auto one = many(sources, request(""), 1), three = many(sources, request(""), 3),
               all = many(sources, request(""), 64);
    QCOMPARE(one.size(), sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto single = m_generator->generate(request(sources[i]), false);
        QVERIFY(single);
        QCOMPARE(one[i].outputs.at(0).tokens, single->outputs[0].tokens);
        QCOMPARE(three.at(i).outputs.at(0).tokens, single->outputs[0].tokens);
        QCOMPARE(all.at(i).outputs.at(0).tokens, single->outputs[0].tokens);
    }
}

void TestGenerator::candidatesAreRunsOfTheirOwn()
{
    GenerationRequest wanted = request(sourceOf(3));
    wanted.seed = 100;
    wanted.candidates = 4;
    const auto run = m_generator->generate(wanted, true);
    QVERIFY(run);
    QCOMPARE(run->outputs.size(), std::size_t(4));
    QVERIFY(run->chosen >= 0 && run->chosen < 4);
    QCOMPARE(run->frames.size(), std::size_t(kCalls)); // of the first candidate only
    const auto batch = many({sourceOf(5), wanted.source}, wanted, 64);
    QCOMPARE(batch.at(1).chosen, run->chosen);
    for (std::size_t c = 0; c < 4; ++c) {
        GenerationRequest alone = wanted;
        alone.candidates = 1;
        alone.seed = wanted.seed + c;
        const auto single = m_generator->generate(alone, false);
        QVERIFY(single);
        QCOMPARE(run->outputs[c].tokens, single->outputs[0].tokens);
        QCOMPARE(batch[1].outputs.at(c).tokens, single->outputs[0].tokens);
    }
}

void TestGenerator::manyCandidatesInSeveralBatches()
{
    GenerationRequest wanted = request(sourceOf(0));
    wanted.samplingSteps = 2;
    wanted.candidates = 70; // more than one batch holds
    const auto run = m_generator->generate(wanted, false);
    QVERIFY(run);
    QCOMPARE(run->outputs.size(), std::size_t(70));
    GenerationRequest last = wanted;
    last.candidates = 1;
    last.seed = wanted.seed + 69;
    QCOMPARE(run->outputs[69].tokens, m_generator->generate(last, false)->outputs[0].tokens);
    QCOMPARE(many({wanted.source}, wanted, 8).at(0).outputs.at(69).tokens, run->outputs[69].tokens);
}

void TestGenerator::measuringSettleSteps()
{
    GenerationRequest wanted = request(sourceOf(1));
    wanted.candidates = 3;
    const std::vector<std::string> sources{sourceOf(4), sourceOf(1), sourceOf(7)};
    Generator::BatchMeasurement measured;
    const auto batch = m_generator->generateMany(sources, wanted, 4, {}, &measured); // one source at a time
    QVERIFY(batch);
    QCOMPARE(measured.settling.size(), sources.size());
    QVERIFY(measured.seconds > 0);
    const auto plain = many(sources, wanted, 4);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        QCOMPARE(measured.settling[i].size(), std::size_t(3));
        for (std::size_t c = 0; c < 3; ++c) {
            QCOMPARE((*batch)[i].outputs[c].tokens, plain[i].outputs[c].tokens); // measuring changes nothing
            GenerationRequest alone = wanted;
            alone.source = sources[i];
            alone.candidates = 1;
            alone.seed = wanted.seed + c;
            const auto run = m_generator->generate(alone, true);
            QVERIFY(run);
            const Settling expected = settling(run->frames); // what the frames say
            QCOMPARE(measured.settling[i][c].byWord, expected.byWord);
            QCOMPARE(measured.settling[i][c].bySchedule, expected.bySchedule);
        }
    }
}

void TestGenerator::cancelKeepsFrames()
{
    std::atomic<bool> cancel{false};
    GenerationObserver observer;
    observer.cancel = &cancel;
    observer.frame = [&](const StepFrame &frame, const auto &) { cancel = frame.modelCall == 2; };
    const auto run = m_generator->generate(request(sourceOf(0)), true, observer);
    QVERIFY(run);
    QVERIFY(!run->complete);
    QCOMPARE(run->frames.size(), std::size_t(2));
    QVERIFY(run->outputs.empty());
    QVERIFY(!run->words.empty());
    cancel = false;
    observer.frame = nullptr;
    QVERIFY(m_generator->generate(request(sourceOf(0)), true, observer)->complete); // the model is still good
}

void TestGenerator::requestsOutOfRange_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("reason");
    const std::pair<const char *, const char *> cases[] = {
        {"no source", "the source is empty"},
        {"white space", "the source is empty"},
        {"no steps", "steps must be"},
        {"too many steps", "There are 49 sentence steps: take at most as many sampling steps, not 50"},
        {"eta", "eta must be from 0 to 1, not 1.5"},
        {"eta nan", "eta must be from 0 to 1, not nan"},
        {"no candidates", "candidates must be a whole number from 1 to 1024, not 0"},
        {"too many candidates", "candidates must be a whole number from 1 to 1024, not 1000000"},
        {"length", "this model writes 1 to 64 positions, not 65"},
        {"schedule", "There is no timestep schedule 'nonsense'"},
        {"ruler", "There is no ruler 'nonsense'"},
        {"clamp from 0", "clamp-from must be a whole number from 1"}};
    for (int i = 0; const auto &[name, reason] : cases)
        QTest::newRow(name) << i++ << QString::fromLatin1(reason);
}

void TestGenerator::requestsOutOfRange()
{
    QFETCH(int, which);
    GenerationRequest bad = request(sourceOf(0));
    switch (which) {
    case 0:
        bad.source.clear();
        break;
    case 1:
        bad.source = "  \t ";
        break;
    case 2:
        bad.samplingSteps = 0;
        break;
    case 3:
        bad.samplingSteps = kDiffusionSteps + kLength + 1;
        break;
    case 4:
        bad.eta = 1.5;
        break;
    case 5:
        bad.eta = std::nan("");
        break;
    case 6:
        bad.candidates = 0;
        break;
    case 7:
        bad.candidates = 1'000'000;
        break;
    case 8:
        bad.schedule.length = kMaxPositions + 1;
        break;
    case 9:
        bad.schedule.kind = "nonsense";
        break;
    case 10:
        bad.ruler.kind = "nonsense";
        break;
    case 11:
        bad.clampFromCall = 0;
        break;
    }
    const auto run = m_generator->generate(bad, true);
    QFETCH(QString, reason);
    ARD_REFUSES(run, reason);
    QCOMPARE(run.error().code, ErrorCode::InvalidArgument);
    const bool hasNoSource = which < 2; // of several it is said which
    ARD_REFUSES(m_generator->generateMany({sourceOf(1), bad.source}, bad, 4),
                hasNoSource ? QStringLiteral("source 2 is empty") : reason);
}

void TestGenerator::longSourcesAreCut()
{
    std::string longSource;
    for (int i = 0; i < 40; ++i)
        longSource += test::randomModelSource() + " ";
    protocol::SourceReading reading;
    GenerationObserver observer;
    observer.started = [&](const RunRecord &, const protocol::SourceReading &source) { reading = source; };
    const auto run = m_generator->generate(request(longSource), false, observer);
    QVERIFY(run);
    QVERIFY(run->complete);
    QCOMPARE(reading.pieces.size(), std::size_t(kMaxPositions));
    QVERIFY(reading.leftOut.value_or(0) > 0);
    QCOMPARE(reading.unknown, 0);
    const int leftOut = *reading.leftOut;
    QVERIFY(m_generator->generate(request(longSource + test::randomModelSource()), false, observer));
    const int more = *reading.leftOut - leftOut;
    QVERIFY(m_generator->generate(request(test::randomModelSource()), false, observer));
    QCOMPARE(*reading.leftOut + static_cast<int>(reading.pieces.size()), more); // as many as one more source has
    QVERIFY(m_generator->generate(request("\xE4\xBD\xA0 \xE5\xA5\xBD"), false, observer)); // no such letters there
    QVERIFY(reading.unknown.value_or(0) > 0);
    QVERIFY(*reading.unknown <= static_cast<int>(reading.pieces.size()));
    QCOMPARE(many({longSource, sourceOf(0)}, request(""), 2).size(), std::size_t(2));
}

void TestGenerator::otherLengths()
{
    for (const int length : {1, kLength - 2, kMaxPositions}) {
        GenerationRequest wanted = request(sourceOf(0));
        wanted.schedule.length = length;
        const auto run = m_generator->generate(wanted, true);
        QVERIFY(run);
        QCOMPARE(run->outputs[0].tokens.size(), std::size_t(length));
        QCOMPARE(run->frames[0].tokens.size(), std::size_t(length));
    }
}

void TestGenerator::devices()
{
    QVERIFY(Generator::load(m_folder, "auto"));
    const auto nonsense = Generator::load(m_folder, "abacus");
    ARD_REFUSES(nonsense, "\"abacus\" is not a device: use auto, cpu, cuda or cuda:N");
    QCOMPARE(nonsense.error().code, ErrorCode::InvalidArgument);
    ARD_REFUSES(Generator::load(m_folder, "cuda:one"), "\"cuda:one\" is not a device");
    ARD_REFUSES(Generator::load(m_folder, "cuda:-1"), "\"cuda:-1\" is not a device");
    ARD_REFUSES(Generator::load(m_folder, "cuda:99"), "CUDA");
}

void TestGenerator::halfPrecisionAndSelfCondition()
{
    test::RandomModelOptions options;
    options.length = kLength;
    options.diffusionSteps = kDiffusionSteps;
    options.halfPrecision = true;
    options.selfCondition = true;
    const std::filesystem::path folder = m_dir.filePath("half").toStdString();
    QVERIFY(test::writeRandomModel(folder, options));
    auto generator = Generator::load(folder, test::testDevice());
    QVERIFY(generator);
    const auto a = (*generator)->generate(request(sourceOf(0)), true),
               b = (*generator)->generate(request(sourceOf(0)), false);
    QVERIFY(a && b && a->complete);
    QCOMPARE(a->outputs[0].tokens, b->outputs[0].tokens);
    QVERIFY((*generator)->summary().fingerprint != m_generator->summary().fingerprint);
}

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"
