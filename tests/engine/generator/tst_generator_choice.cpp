// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several candidates is chosen, by each rule: alone, among many sources and beside other lanes; that the rule changes no
// candidate, and that nothing is judged where nothing is to be chosen by it.
#include "SmallGenerator.h"
#include "facts/CandidateRisks.h"
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace ard;
using namespace ard::test;

namespace {

constexpr int kCandidates = 6;

GenerationRequest requestFor(ChoiceRule rule, int candidates = kCandidates)
{
    GenerationRequest request = smallRequest();
    request.candidates = candidates;
    request.choose = rule;
    return request;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-4;
}

} // namespace

class TestGeneratorChoice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void agreementIsAsBefore();
    void otherRulesJudge();
    void theRuleChooses();
    void oneCandidateIsNotJudged();
    void manySourcesAsEachAlone();
    void candidatesOfSeveralLengths();
    void lanesAsAlone();
    void cancelled();

private:
    RunRecord run(const GenerationRequest &request) { return run(*m_generator, request); }
    static RunRecord run(Generator &generator, const GenerationRequest &request)
    {
        auto record = generator.generate(request, true);
        return record ? std::move(*record) : RunRecord();
    }
    std::unique_ptr<Generator> load(const RandomModelOptions &options, const char *name)
    {
        auto generator = makeGenerator(m_folder.filePath(QString::fromLatin1(name)).toStdString(), options);
        return generator ? std::move(*generator) : nullptr;
    }
    QTemporaryDir m_folder;
    std::unique_ptr<Generator> m_generator;
};

void TestGeneratorChoice::initTestCase()
{
    m_generator = load(smallModel(), "model");
    QVERIFY(m_generator);
}

void TestGeneratorChoice::agreementIsAsBefore()
{
    GenerationRequest request = smallRequest();
    request.candidates = kCandidates;
    QVERIFY(request.choose == ChoiceRule::Agreement); // what is asked for without saying more
    const RunRecord record = run(request);
    QCOMPARE(record.outputs.size(), std::size_t(kCandidates));
    std::vector<std::string> sentences;
    for (const CandidateOutput &output : record.outputs) {
        QVERIFY(!output.logLikelihood);
        QCOMPARE(output.modelCalls, kCalls);
        sentences.push_back(output.text);
    }
    const auto agreement = candidateAgreement(sentences);
    QCOMPARE(record.chosen, candidateChoice(agreement, std::vector<bool>(kCandidates, false)).chosen);
}

void TestGeneratorChoice::otherRulesJudge()
{
    const RunRecord plain = run(requestFor(ChoiceRule::Agreement));
    for (const ChoiceRule rule : {ChoiceRule::Likelihood, ChoiceRule::Mixed}) {
        const RunRecord record = run(requestFor(rule));
        QVERIFY(record.complete && record.request.choose == rule);
        for (std::size_t c = 0; c < kCandidates; ++c) {
            const CandidateOutput &output = record.outputs[c];
            QCOMPARE(output.tokens, plain.outputs[c].tokens); // judging changes no word
            QCOMPARE(output.modelCalls, kCalls);
            QVERIFY(output.logLikelihood && *output.logLikelihood < 0 && *output.logLikelihood > -100);
        }
        for (std::size_t i = 0; i < plain.frames.size(); ++i)
            for (std::size_t n = 0; n < plain.frames[i].tokens.size(); ++n)
                QCOMPARE(record.frames[i].tokens[n].topProbabilities, plain.frames[i].tokens[n].topProbabilities);
    }
}

void TestGeneratorChoice::theRuleChooses()
{
    bool differs = false;
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        for (const ChoiceRule rule : {ChoiceRule::Likelihood, ChoiceRule::Mixed}) {
            GenerationRequest request = requestFor(rule);
            request.seed = seed;
            const RunRecord record = run(request);
            std::vector<std::string> sentences;
            for (const CandidateOutput &output : record.outputs)
                sentences.push_back(output.text);
            const auto agreement = candidateAgreement(sentences);
            const std::vector<bool> none(kCandidates, false);
            QCOMPARE(record.chosen, candidateChoice(agreement, none, choiceBasis(record, kCandidates)).chosen);
            differs = differs || record.chosen != candidateChoice(agreement, none).chosen;
        }
    QVERIFY(differs);
}

void TestGeneratorChoice::oneCandidateIsNotJudged()
{
    for (const ChoiceRule rule : {ChoiceRule::Likelihood, ChoiceRule::Mixed}) {
        const RunRecord record = run(requestFor(rule, 1));
        QVERIFY(record.complete);
        QCOMPARE(record.chosen, 0);
        QCOMPARE(record.outputs.front().tokens, run(smallRequest()).outputs.front().tokens);
        QVERIFY(!record.outputs.front().logLikelihood);
    }
}

void TestGeneratorChoice::manySourcesAsEachAlone()
{
    const std::vector<std::string> sources{randomModelSource(), "walk dog park", "read book", randomModelSource()};
    GenerationRequest request = requestFor(ChoiceRule::Mixed);
    for (const int batch : {1, 7, 64}) {
        const auto many = m_generator->generateMany(sources, request, batch);
        QVERIFY(many);
        for (std::size_t i = 0; i < sources.size(); ++i) {
            request.source = sources[i];
            const RunRecord alone = run(request);
            QCOMPARE((*many)[i].chosen, alone.chosen);
            for (std::size_t c = 0; c < kCandidates; ++c)
                QVERIFY(isNear(*(*many)[i].outputs[c].logLikelihood, *alone.outputs[c].logLikelihood));
        }
    }
}

void TestGeneratorChoice::candidatesOfSeveralLengths()
{
    RandomModelOptions options = smallModel();
    options.lengthHead = true;
    const auto generator = load(options, "lengths");
    QVERIFY(generator);
    GenerationRequest request = requestFor(ChoiceRule::Mixed);
    const RunRecord record = run(*generator, request);
    QCOMPARE(record.outputs.size(), std::size_t(kCandidates));
    QVERIFY(!record.request.candidateLengths.empty());
    const auto many = generator->generateMany({request.source}, request, 64);
    QVERIFY(many);
    QCOMPARE(many->front().chosen, record.chosen);
    for (std::size_t c = 0; c < kCandidates; ++c) {
        QVERIFY(record.outputs[c].logLikelihood && *record.outputs[c].logLikelihood < 0);
        QVERIFY(isNear(*many->front().outputs[c].logLikelihood, *record.outputs[c].logLikelihood));
    }
}

/// What a sentence gets does not depend on the seed of its run: the same words in another lane get the same.
void TestGeneratorChoice::lanesAsAlone()
{
    std::vector<RunRecord> ended(3);
    std::vector<Generator::Lane> lanes;
    for (std::size_t lane = 0; lane < 3; ++lane) {
        GenerationRequest request = requestFor(lane == 1 ? ChoiceRule::Agreement : ChoiceRule::Mixed);
        request.seed = lane == 2 ? request.seed + 1 : request.seed;
        lanes.push_back({request, {}, [&ended, lane](Result<RunRecord> run) { ended[lane] = std::move(*run); }});
    }
    m_generator->generateTogether(lanes, true);
    const RunRecord alone = run(requestFor(ChoiceRule::Mixed));
    QCOMPARE(ended[0].chosen, alone.chosen);
    QVERIFY(!ended[1].outputs.front().logLikelihood);
    for (std::size_t c = 0; c < kCandidates; ++c) {
        QVERIFY(isNear(*ended[0].outputs[c].logLikelihood, *alone.outputs[c].logLikelihood));
        if (c > 0) { // candidate c - 1 of the next seed
            QCOMPARE(ended[2].outputs[c - 1].tokens, alone.outputs[c].tokens);
            QVERIFY(isNear(*ended[2].outputs[c - 1].logLikelihood, *alone.outputs[c].logLikelihood));
        }
    }
}

void TestGeneratorChoice::cancelled()
{
    std::atomic<bool> cancel = true;
    GenerationObserver observer;
    observer.cancel = &cancel;
    const auto record = m_generator->generate(requestFor(ChoiceRule::Likelihood), true, observer);
    QVERIFY(record && !record->complete && record->outputs.empty());
    QCOMPARE(record->chosen, 0);
}

QTEST_GUILESS_MAIN(TestGeneratorChoice)
#include "tst_generator_choice.moc"
