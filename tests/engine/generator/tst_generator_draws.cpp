// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words drawn by the autoregressive twin: the same request gives the same text, alone, in a batch, as a candidate; and what it
// makes of given texts.
#include "engine/Generator.h"
#include "support/RandomModel.h"
#include "support/TestDevice.h"
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <set>

using namespace ard;

namespace {

constexpr int kLength = 9;

GenerationRequest request(std::uint64_t seed = 5, int candidates = 1)
{
    GenerationRequest request;
    request.source = test::randomModelSource();
    request.schedule.kind = "autoregressive";
    request.samplingSteps = kLength;
    request.seed = seed;
    request.temperature = 1;
    request.candidates = candidates;
    return request;
}

} // namespace

class TestGeneratorDraws : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theSameRequestGivesTheSameText();
    void candidatesAreSeeds();
    void manySourcesAsEachAlone();
    void sourcesDoNotDrawAlike();
    void howLikelyTextsAre();
    void whatCannotBeJudged();

private:
    static std::unique_ptr<Generator> load(const std::filesystem::path &folder, bool autoregressive)
    {
        test::RandomModelOptions options;
        options.length = kLength;
        options.maxPositions = 40;
        options.autoregressive = autoregressive;
        const Status written = test::writeRandomModel(folder, options);
        auto generator = written ? Generator::load(folder, test::testDevice()) : tl::unexpected<Error>(written.error());
        return generator ? std::move(*generator) : nullptr;
    }
    std::vector<std::int32_t> tokens(const GenerationRequest &request)
    {
        const auto run = m_twin->generate(request, false);
        return run && !run->outputs.empty() ? run->outputs.front().tokens : std::vector<std::int32_t>();
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Generator> m_twin;
};

void TestGeneratorDraws::initTestCase()
{
    m_twin = load(m_dir.filePath("twin").toStdString(), true);
    QVERIFY(m_twin);
}

void TestGeneratorDraws::theSameRequestGivesTheSameText()
{
    const auto first = tokens(request());
    QCOMPARE(first.size(), std::size_t(kLength));
    QVERIFY(tokens(request()) == first);
    QVERIFY(tokens(request(6)) != first);
    GenerationRequest greedy = request();
    greedy.temperature = 0;
    QVERIFY(tokens(greedy) != first);
    GenerationRequest narrow = request();
    narrow.topP = kMinTopP; // nothing but the likeliest word
    QVERIFY(tokens(narrow) == tokens(greedy));
}

void TestGeneratorDraws::candidatesAreSeeds()
{
    const auto run = m_twin->generate(request(5, 4), false);
    QVERIFY2(run, run ? "" : run.error().message.c_str());
    QCOMPARE(run->outputs.size(), std::size_t(4));
    std::set<std::vector<std::int32_t>> different;
    for (std::size_t c = 0; c < 4; ++c) {
        QVERIFY(run->outputs[c].tokens == tokens(request(5 + c)));
        different.insert(run->outputs[c].tokens);
    }
    QVERIFY(different.size() > 1);
    GenerationRequest greedy = request(5, 4);
    greedy.temperature = 0;
    QVERIFY(!m_twin->generate(greedy, false));
}

void TestGeneratorDraws::manySourcesAsEachAlone()
{
    const std::vector<std::string> sources{"run", test::randomModelSource(), "read book tree"};
    for (const int batch : {1, 2, 64}) {
        const auto many = m_twin->generateMany(sources, request(5, 2), batch);
        QVERIFY2(many, many ? "" : many.error().message.c_str());
        for (std::size_t i = 0; i < sources.size(); ++i)
            for (std::size_t c = 0; c < 2; ++c) {
                GenerationRequest alone = request(5 + c);
                alone.source = sources[i];
                QVERIFY(many->at(i).outputs.at(c).tokens == tokens(alone));
            }
    }
}

/// With one number for all sources, the same rank would be taken everywhere: a thousand texts would have the noise of one.
void TestGeneratorDraws::sourcesDoNotDrawAlike()
{
    GenerationRequest hot = request();
    hot.temperature = kMaxTemperature; // all words about equally probable: the number alone decides
    std::set<std::vector<std::int32_t>> different;
    for (const char *source : {"run", "walk dog", "read book", "park", "tree girl"}) {
        hot.source = source;
        different.insert(tokens(hot));
    }
    QCOMPARE(different.size(), std::size_t(5));
}

void TestGeneratorDraws::howLikelyTextsAre()
{
    const std::string source = test::randomModelSource();
    const std::vector<std::string> texts{"walk dog", "walk", "", "walk dog"};
    const auto found = m_twin->logProbabilities(std::vector<std::string>(4, source), texts, 2);
    QVERIFY2(found, found ? "" : found.error().message.c_str());
    QCOMPARE(found->size(), std::size_t(4));
    QCOMPARE(found->at(0), found->at(3));
    for (const double one : *found)
        QVERIFY(std::isfinite(one) && one < 0);
    // Next to all words are about equally probable to a network with random weights: the longer text is the less likely one.
    QVERIFY(found->at(2) > found->at(1) && found->at(1) > found->at(0));
    // What is empty has an end, which the greedy text of this model shows to be one word among some hundred.
    QVERIFY(found->at(2) < -1);
}

void TestGeneratorDraws::whatCannotBeJudged()
{
    const auto refused = [](const Result<std::vector<double>> &result, const char *words) {
        return !result && result.error().message.find(words) != std::string::npos;
    };
    const std::string source = test::randomModelSource();
    std::string tooLong;
    for (int i = 0; i < 40; ++i)
        tooLong += "walk dog ";
    QVERIFY(refused(m_twin->logProbabilities({source, source}, {"dog", tooLong}, 8), "text 2 has"));
    QVERIFY(refused(m_twin->logProbabilities({source, ""}, {"dog", "dog"}, 8), "source 2 is empty"));
    QVERIFY(refused(m_twin->logProbabilities({source}, {"dog", "dog"}, 8), "one text for each source"));
    const auto diffusion = load(m_dir.filePath("diffusion").toStdString(), false);
    QVERIFY(diffusion);
    QVERIFY(refused(diffusion->logProbabilities({source}, {"dog"}, 8), "only an autoregressive model"));
}

QTEST_GUILESS_MAIN(TestGeneratorDraws)
#include "tst_generator_draws.moc"
