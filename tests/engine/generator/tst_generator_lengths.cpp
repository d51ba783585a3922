// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A model with a length head chooses N for each source: alone, in batches, in run files, in what is asked of a run later.
#include "engine/generator/SmallGenerator.h"
#include "support/Refusal.h"
#include "support/Samples.h"
#include "trace/RunFile.h"
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <climits>
#include <map>
#include <set>
#include <sstream>

using namespace ard;

namespace {

constexpr int kLongest = 9, kDiffusionSteps = 40, kCalls = 5, kCandidates = 12;

/// Single words: a network with random weights scores them all differently.
std::vector<std::string> manySources()
{
    std::set<std::string> words;
    std::istringstream text(test::randomModelSource() + " walk dog park read book tree run girl river sit");
    for (std::string word; text >> word;)
        words.insert(word);
    return {words.begin(), words.end()};
}

GenerationRequest request(const std::string &source, int length = 0)
{
    GenerationRequest request;
    request.source = source;
    request.samplingSteps = kCalls;
    request.schedule.length = length;
    return request;
}

} // namespace

class TestGeneratorLengths : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theModelSaysThatItChooses();
    void theChoiceIsInTheRecord();
    void whoChoseIsInTheRecord();
    void aGivenLengthCounts();
    void batchesDoNotChangeLengths();
    void candidatesHaveTheirOwnLengths();
    void candidatesShareALength();
    void candidatesInLargeNumbers();
    void candidatesAreCounted();
    void cancelledBetweenLengths();
    void laterQuestionsFindTheRun();
    void runFilesKeepTheLength();
    void otherSchedules_data();
    void otherSchedules();

private:
    void candidatesOf(const std::string &source, std::size_t &different);
    int chosen(const std::string &source)
    {
        const auto run = m_generator->generate(request(source), false);
        return run ? run->request.schedule.length : -1;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Generator> m_generator;
    std::vector<std::string> m_sources;
    std::map<std::string, int> m_lengths; ///< by source
};

void TestGeneratorLengths::initTestCase()
{
    const std::filesystem::path folder = m_dir.filePath("model").toStdString();
    test::RandomModelOptions options;
    options.length = kLongest;
    options.diffusionSteps = kDiffusionSteps;
    options.lengthHead = true;
    auto generator = test::makeGenerator(folder, options);
    QVERIFY2(generator, generator ? "" : generator.error().message.c_str());
    m_generator = std::move(*generator);
    m_sources = manySources();
    std::set<int> different;
    for (const std::string &source : m_sources) {
        m_lengths[source] = chosen(source);
        QVERIFY2(m_lengths[source] >= 1 && m_lengths[source] <= kLongest, source.c_str());
        different.insert(m_lengths[source]);
    }
    QVERIFY(different.size() >= 3); // the rest of this test is about that
}

void TestGeneratorLengths::theModelSaysThatItChooses()
{
    QVERIFY(m_generator->summary().lengthHead);
    QCOMPARE(m_generator->summary().length, kLongest);
}

void TestGeneratorLengths::theChoiceIsInTheRecord()
{
    for (const std::string &source : m_sources) {
        const int length = m_lengths[source];
        int announced = 0;
        GenerationObserver observer;
        observer.started = [&](const RunRecord &run, const auto &) { announced = run.request.schedule.length; };
        const auto run = m_generator->generate(request(source), true, observer);
        QVERIFY2(run, run ? "" : run.error().message.c_str());
        QCOMPARE(announced, length);
        QCOMPARE(run->request.schedule.length, length);
        QCOMPARE(run->outputs.at(0).tokens.size(), std::size_t(length));
        QCOMPARE(run->plan.timesteps.front().size(), std::size_t(length));
        QCOMPARE(run->plan.sentenceSteps.front(), kDiffusionSteps + length - 1); // the schedule is the sentence's
        for (const StepFrame &frame : run->frames)
            QCOMPARE(frame.tokens.size(), std::size_t(length));
    }
}

void TestGeneratorLengths::whoChoseIsInTheRecord()
{
    using By = LengthChoice::By;
    for (const std::string &source : m_sources) {
        std::optional<LengthChoice> announced;
        GenerationObserver observer;
        observer.started = [&](const RunRecord &run, const auto &) { announced = run.lengthChoice; };
        const auto run = m_generator->generate(request(source), true, observer);
        QVERIFY2(run, run ? "" : run.error().message.c_str());
        QVERIFY(run->lengthChoice && run->lengthChoice->by == By::Head && run->lengthChoice == announced);
        const auto &likely = run->lengthChoice->likely;
        QCOMPARE(likely.size(), kLikelyLengths); // of 9
        QCOMPARE(likely.front().length, m_lengths[source]);
        double sum = 0;
        std::set<int> different;
        for (std::size_t i = 0; i < likely.size(); ++i) {
            sum += static_cast<double>(likely[i].probability);
            different.insert(likely[i].length);
            QVERIFY(i == 0 || likely[i].probability <= likely[i - 1].probability);
        }
        QVERIFY(sum > 0.5 && sum < 1 + 1e-6);
        QCOMPARE(different.size(), likely.size());
        const auto back = decodeRun(encodeRun(*run));
        QVERIFY(back && back->lengthChoice == run->lengthChoice);
        const auto rows = m_generator->generateMany({m_sources.front(), source}, request(""), 4);
        QVERIFY(rows && rows->at(1).lengthChoice);
        QCOMPARE(rows->at(1).lengthChoice->likely.front().length, m_lengths[source]);
    }
    const auto asked = m_generator->generate(request(m_sources.front(), 4), false);
    QVERIFY(asked && asked->lengthChoice == LengthChoice({By::Request, {}}));
    GenerationRequest continued = asked->request;
    continued.continuations.push_back({});
    const auto branch = m_generator->generate(continued, true);
    QVERIFY2(branch, branch ? "" : branch.error().message.c_str());
    QVERIFY(!branch->lengthChoice); // the run that it goes on from knows

    test::RandomModelOptions headless;
    headless.length = kLongest;
    headless.diffusionSteps = kDiffusionSteps;
    const auto other = test::makeGenerator(m_dir.filePath("headless").toStdString(), headless);
    QVERIFY(other);
    const auto run = (*other)->generate(request(m_sources.front()), false);
    QVERIFY(run && run->lengthChoice == LengthChoice({By::Model, {}}));
    const auto same = (*other)->generate(request(m_sources.front(), kLongest), false); // as the window asks
    QVERIFY(same && same->lengthChoice == LengthChoice({By::Model, {}}));
    const auto shorter = (*other)->generate(request(m_sources.front(), 4), false);
    QVERIFY(shorter && shorter->lengthChoice == LengthChoice({By::Request, {}}));
}

void TestGeneratorLengths::aGivenLengthCounts()
{
    const std::string &source = m_sources.front();
    const int own = m_lengths[source];
    const auto asked = m_generator->generate(request(source, own), false),
               free = m_generator->generate(request(source), false);
    QVERIFY(asked && free);
    QCOMPARE(asked->outputs[0].tokens, free->outputs[0].tokens);
    for (const int length : {1, 4, kLongest}) {
        const auto run = m_generator->generate(request(source, length), false);
        QVERIFY(run);
        QCOMPARE(run->request.schedule.length, length);
        QCOMPARE(run->outputs[0].tokens.size(), std::size_t(length));
    }
    const auto longer = m_generator->generate(request(source, kLongest + 1), false);
    QVERIFY(!longer);
    QVERIFY2(longer.error().message.find("1 to 9 positions") != std::string::npos, longer.error().message.c_str());
    ARD_REFUSES(m_generator->generate(request(" "), false),
                "the source is empty"); // a source without words has no length
    ARD_REFUSES(m_generator->generateMany({source, ""}, request(""), 4), "source 2 is empty");
}

void TestGeneratorLengths::batchesDoNotChangeLengths()
{
    for (const int batch : {1, 3, 64}) {
        Generator::BatchMeasurement measured;
        const auto rows = m_generator->generateMany(m_sources, request(""), batch, {}, &measured);
        QVERIFY2(rows, rows ? "" : rows.error().message.c_str());
        QCOMPARE(rows->size(), m_sources.size());
        for (std::size_t i = 0; i < m_sources.size(); ++i) {
            const auto single = m_generator->generate(request(m_sources[i]), false);
            QCOMPARE((*rows)[i].outputs.at(0).tokens, single->outputs.at(0).tokens);
            QCOMPARE(measured.settling.at(i).at(0).byWord.size(), std::size_t(m_lengths[m_sources[i]]));
        }
    }
    const auto fixed = m_generator->generateMany(m_sources, request("", 5), 64);
    QVERIFY(fixed);
    for (const auto &row : *fixed)
        QCOMPARE(row.outputs.at(0).tokens.size(), std::size_t(5));
}

void TestGeneratorLengths::candidatesHaveTheirOwnLengths()
{
    std::size_t mostLengths = 0;
    for (const std::string &source : m_sources) {
        std::size_t lengths = 0;
        candidatesOf(source, lengths);
        if (QTest::currentTestFailed())
            return;
        mostLengths = std::max(mostLengths, lengths);
    }
    QVERIFY2(mostLengths >= 3, std::to_string(mostLengths).c_str()); // the rest of this is about that
}

void TestGeneratorLengths::candidatesOf(const std::string &source, std::size_t &different)
{
    GenerationRequest wanted = request(source);
    wanted.candidates = kCandidates;
    const auto run = m_generator->generate(wanted, true);
    QVERIFY2(run, run ? "" : run.error().message.c_str());
    const std::vector<int> &lengths = run->request.candidateLengths;
    QCOMPARE(lengths.size(), std::size_t(kCandidates));
    QCOMPARE(lengths.front(), m_lengths[source]);
    different = std::set<int>(lengths.begin(), lengths.end()).size();
    for (std::size_t c = 0; c < kCandidates; ++c)
        QCOMPARE(run->outputs.at(c).tokens.size(), std::size_t(lengths[c]));
    for (const StepFrame &frame : run->frames) // are the first candidate's
        QCOMPARE(frame.tokens.size(), std::size_t(lengths.front()));
    QCOMPARE(run->frames.size(), std::size_t(kCalls));

    const auto again = m_generator->generate(run->request, false);
    QVERIFY(again && test::same(again->outputs, run->outputs));
    for (const int batch : {1, 5, 64}) {
        Generator::BatchMeasurement measured;
        const auto rows = m_generator->generateMany({m_sources[0], source}, wanted, batch, {}, &measured);
        QVERIFY2(rows, rows ? "" : rows.error().message.c_str());
        QVERIFY(test::same(rows->at(1).outputs, run->outputs));
        QCOMPARE(rows->at(1).chosen, run->chosen);
        for (std::size_t c = 0; c < kCandidates; ++c)
            QCOMPARE(measured.settling.at(1).at(c).byWord.size(), std::size_t(lengths[c]));
    }
}

/// Where N was given, or the steps are for one N, or all go on from one state.
void TestGeneratorLengths::candidatesShareALength()
{
    const auto allHave = [this](const GenerationRequest &wanted, int length) {
        const auto run = m_generator->generate(wanted, false);
        const auto rows = m_generator->generateMany({wanted.source}, wanted, 64);
        const bool alone = run && run->request.candidateLengths.empty() && run->outputs.size() == kCandidates &&
            std::all_of(run->outputs.begin(), run->outputs.end(),
                        [&](const auto &output) { return output.tokens.size() == std::size_t(length); });
        return alone && (!wanted.continuations.empty() || (rows && test::same(rows->front().outputs, run->outputs)));
    };
    GenerationRequest wanted = request(m_sources[1], 5);
    wanted.candidates = kCandidates;
    QVERIFY(allHave(wanted, 5));
    const int own = m_lengths[m_sources[1]];
    wanted.schedule.length = 0;
    wanted.ruler.kind = "list";
    wanted.ruler.sentenceSteps = {kDiffusionSteps / 2, 1};
    wanted.samplingSteps = 0;
    QVERIFY(allHave(wanted, own));

    GenerationRequest continued = request(m_sources[1]);
    continued.candidates = kCandidates;
    continued = m_generator->generate(continued, false)->request;
    QVERIFY(!continued.candidateLengths.empty());
    Continuation rest;
    rest.fromCall = 2;
    continued.continuations.push_back(rest);
    QVERIFY(allHave(continued, own));
}

void TestGeneratorLengths::candidatesInLargeNumbers()
{
    GenerationRequest wanted = request(m_sources[2]);
    wanted.samplingSteps = 2;
    wanted.candidates = 150; // more than a batch
    wanted.stopWhenSettled = 1;
    const auto run = m_generator->generate(wanted, true);
    QVERIFY2(run, run ? "" : run.error().message.c_str());
    for (std::size_t c = 0; c < 150; ++c)
        QCOMPARE(run->outputs.at(c).tokens.size(), std::size_t(run->request.candidateLengths.at(c)));
    QCOMPARE(run->frames.size(), std::size_t(run->outputs[0].modelCalls));
    const auto rows = m_generator->generateMany({m_sources[2]}, wanted, 64);
    QVERIFY(rows && test::same(rows->front().outputs, run->outputs));
}

void TestGeneratorLengths::candidatesAreCounted()
{
    for (const int wrong : {-1, 0, kMaxCandidates + 1, INT_MAX}) {
        GenerationRequest wanted = request(m_sources[0]);
        wanted.candidates = wrong;
        const auto run = m_generator->generate(wanted, false);
        const auto rows = m_generator->generateMany(m_sources, wanted, 64);
        QVERIFY(!run && !rows);
        for (const std::string &sentence : {run.error().message, rows.error().message})
            QVERIFY2(sentence.find("from 1 to 1024") != std::string::npos, sentence.c_str());
    }
}

void TestGeneratorLengths::cancelledBetweenLengths()
{
    GenerationRequest wanted = request(m_sources[1]);
    wanted.candidates = kCandidates;
    std::atomic<bool> cancel = false;
    int frames = 0;
    GenerationObserver observer;
    observer.cancel = &cancel;
    observer.frame = [&](const StepFrame &, const auto &) { cancel = ++frames == kCalls; };
    const auto run = m_generator->generate(wanted, true, observer);
    QVERIFY2(run, run ? "" : run.error().message.c_str());
    QVERIFY(!run->complete && run->outputs.empty());
    QCOMPARE(run->frames.size(), std::size_t(kCalls));
    QVERIFY(!run->request.candidateLengths.empty());
    const auto read = decodeRun(encodeRun(*run));
    QVERIFY(read && test::same(*read, *run));
}

void TestGeneratorLengths::laterQuestionsFindTheRun()
{
    const std::string &source = m_sources[2];
    GenerationRequest many = request(source);
    many.candidates = kCandidates;
    const auto run = m_generator->generate(many, true);
    QVERIFY(run);
    for (const GenerationRequest &asked : {run->request, request(source)}) { // as recorded, and as asked for
        const auto map = m_generator->attention(asked, 2, 0, 1);
        QVERIFY2(map, map ? "" : map.error().message.c_str());
        QCOMPARE(map->length, m_lengths[source]);
        const auto filled = m_generator->fillSkipped(asked, 1);
        QVERIFY2(filled, filled ? "" : filled.error().message.c_str());
        QCOMPARE(filled->jumpWords.size(), std::size_t(m_lengths[source]));
    }
    GenerationRequest continued = run->request;
    Continuation rest;
    rest.fromCall = 2;
    rest.seed = 77;
    continued.continuations.push_back(rest);
    const auto other = m_generator->generate(continued, true);
    QVERIFY2(other, other ? "" : other.error().message.c_str());
    QCOMPARE(other->frames.size(), std::size_t(kCalls - 2));
    QCOMPARE(other->outputs.at(0).tokens.size(), std::size_t(m_lengths[source]));
}

void TestGeneratorLengths::runFilesKeepTheLength()
{
    GenerationRequest many = request(m_sources[3]);
    many.candidates = kCandidates;
    const auto run = m_generator->generate(many, true);
    QVERIFY(run);
    const std::filesystem::path file = m_dir.filePath("run.ardrun").toStdString();
    QVERIFY(saveRun(*run, file));
    const auto again = loadRun(file);
    QVERIFY2(again, again ? "" : again.error().message.c_str());
    QVERIFY(test::same(*again, *run));
    QCOMPARE(again->request.schedule.length, m_lengths[m_sources[3]]);
    const auto repeated = m_generator->generate(again->request, false);
    QVERIFY(repeated);
    QVERIFY(test::same(repeated->outputs, run->outputs));
}

void TestGeneratorLengths::otherSchedules_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"uniform", "autoregressive", "lagged", "block"})
        QTest::newRow(kind) << QByteArray(kind);
}

void TestGeneratorLengths::otherSchedules()
{
    QFETCH(QByteArray, kind);
    GenerationRequest wanted = request(m_sources[4]);
    wanted.schedule.kind = kind.toStdString();
    wanted.schedule.lag = 10;
    wanted.schedule.block = kLongest; // longer than most sentences
    wanted.candidates = kCandidates;
    wanted.ruler.kind = "tail";
    wanted.ruler.tail = kCalls - 1;
    const auto run = m_generator->generate(wanted, true);
    QVERIFY2(run, run ? "" : run.error().message.c_str());
    QCOMPARE(run->outputs.at(0).tokens.size(), std::size_t(m_lengths[m_sources[4]])); // the head knows the source alone
    const auto rows = m_generator->generateMany(m_sources, wanted, 64);
    QVERIFY2(rows, rows ? "" : rows.error().message.c_str());
    QVERIFY(test::same(rows->at(4).outputs, run->outputs));
}

QTEST_GUILESS_MAIN(TestGeneratorLengths)
#include "tst_generator_lengths.moc"
