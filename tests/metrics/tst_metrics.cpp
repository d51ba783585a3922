// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics: agreement with the standard tools' recorded scores, tokenization case by case, the rules at the edges.
#include "base/Files.h"
#include "metrics/Bleu.h"
#include "metrics/Chrf.h"
#include "metrics/Coverage.h"
#include "metrics/MetricsReport.h"
#include "metrics/RougeL.h"
#include "metrics/Words.h"
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <random>

using namespace ard;
using References = std::vector<std::vector<std::string>>;

namespace {

bool agrees(double value, double expected)
{
    return std::abs(value - expected) <= 1e-6;
}

} // namespace

class TestMetrics : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void bleuAgrees();
    void otherFormsOfBleuAgree();
    void chrfAgrees();
    void tokenizes_data();
    void tokenizes();
    void closestLengthPrefersTheShorter();
    void edgesOfBleu();
    void rougeL();
    void rougeLOfLongTexts();
    void stems();
    void coverage();
    void reportsAFile();
    void rejectsBadReferences();

private:
    nlohmann::json m_fixture;
    std::vector<std::string> m_hypotheses;
    References m_references;
};

void TestMetrics::initTestCase()
{
    const auto text = readText(ARD_TEST_FIXTURES "/metrics.json");
    QVERIFY(text.has_value());
    m_fixture = nlohmann::json::parse(*text);
    m_hypotheses = m_fixture["hypotheses"].get<std::vector<std::string>>();
    m_references = m_fixture["references"].get<References>();
    QCOMPARE(m_hypotheses.size(), m_references.size());
    QVERIFY(m_hypotheses.size() >= 40);
}

void TestMetrics::bleuAgrees()
{
    const auto bleu = corpusBleu(m_hypotheses, m_references);
    QVERIFY(bleu.has_value());
    const auto &expected = m_fixture["bleu"];
    QVERIFY2(agrees(bleu->score, expected["score"]), std::to_string(bleu->score).c_str());
    for (int n = 0; n < bleuOrder; ++n)
        QVERIFY(agrees(bleu->precisions[n], expected["precisions"][n]));
    QVERIFY(agrees(bleu->brevityPenalty, expected["bp"]));
    QCOMPARE(bleu->hypothesisLength, expected["sys_len"].get<std::int64_t>());
    QCOMPARE(bleu->referenceLength, expected["ref_len"].get<std::int64_t>());
}

void TestMetrics::otherFormsOfBleuAgree()
{
    const auto lower = corpusBleu(m_hypotheses, m_references, {.lowercase = true});
    QVERIFY(lower && agrees(lower->score, m_fixture["bleu_lowercase"]));
    References first;
    for (const auto &list : m_references)
        first.push_back({list.front()});
    const auto single = corpusBleu(m_hypotheses, first);
    QVERIFY(single && agrees(single->score, m_fixture["bleu_single_reference"]));
    for (std::size_t i = 0; i < m_hypotheses.size(); ++i) {
        const auto sentence = sentenceBleu(m_hypotheses[i], m_references[i]);
        QVERIFY(sentence.has_value());
        QVERIFY2(agrees(sentence->score, m_fixture["sentence_bleu"][i]), m_hypotheses[i].c_str());
    }
}

void TestMetrics::chrfAgrees()
{
    const auto chrf = corpusChrf(m_hypotheses, m_references);
    QVERIFY(chrf.has_value());
    QVERIFY2(agrees(*chrf, m_fixture["chrf2"]), std::to_string(*chrf).c_str());
    QCOMPARE(*corpusChrf(std::vector<std::string>{"abc"}, References{{"abc"}}), 100.0);
    QCOMPARE(*corpusChrf(std::vector<std::string>{""}, References{{"abc"}}), 0.0);
    QCOMPARE(*corpusChrf(std::vector<std::string>{"xyz"}, References{{"abc"}}), 0.0);
}

void TestMetrics::tokenizes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("tokens");
    const auto row = [](const char *line, const char *tokens) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(tokens);
    };
    row("Hello, world.", "Hello , world .");
    row("1,200.50 coins", "1,200.50 coins");
    row("9 a.m..", "9 a . m . .");
    row("at 7:45 train", "at 7 : 45 train");
    row("well-known 10-year 3-4", "well-known 10 - year 3 - 4");
    row("Jane's don't", "Jane's don't");
    row("\"just in case\"!", "\" just in case \" !");
    row("(again) [x] {y} a/b", "( again ) [ x ] { y } a / b");
    row("for \xC2\xA3"
        "3.50.",
        "for \xC2\xA3"
        "3.50 .");
    row("caf\xC3\xA9, na\xC3\xAFve.", "caf\xC3\xA9 , na\xC3\xAFve .");
    row("50%", "50 %");
    row("a&amp;b &lt;i&gt; &quot;q&quot;", "a & b < i > \" q \"");
    row("&amp;lt;", "<");
    row("<skipped>word", "word");
    row("...", ". . .");
    row("1.", "1 .");
    row(".5 and ,5", ". 5 and , 5");
    row("x.5", "x . 5");
    row("a\xC2\xA0"
        "b\xE3\x80\x80"
        "c",
        "a b c");
    row("  ", "");
    row("a_b~c^d@e", "a _ b ~ c ^ d @ e");
    row("U.S. -5", "U . S . -5");
}

void TestMetrics::tokenizes()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, tokens);
    QCOMPARE(QByteArray::fromStdString(tokenize13a(line.toStdString())), tokens);
}

void TestMetrics::closestLengthPrefersTheShorter()
{
    const std::vector<std::string> hypotheses{"a b c d"};
    const auto bleu = corpusBleu(hypotheses, References{{"a b c d e f", "a b", "a b c d e"}});
    QCOMPARE(bleu->referenceLength, 5);
    QCOMPARE(corpusBleu(hypotheses, References{{"a b c d e f", "a b"}})->referenceLength, 2);
}

void TestMetrics::edgesOfBleu()
{
    const std::vector<std::string> three{"a b c"};
    QCOMPARE(corpusBleu(three, References{{"a b c"}})->score, 0.0); // no 4-gram at all
    QVERIFY(agrees(sentenceBleu("a b c", {"a b c"})->score, 100.0));
    QCOMPARE(sentenceBleu("x y", {"a b"})->score, 0.0);
    QCOMPARE(sentenceBleu("", {"a b"})->score, 0.0);
    QCOMPARE(sentenceBleu("", {"a b"})->brevityPenalty, 0.0);
    QVERIFY(!corpusBleu(three, References{}).has_value());
    QVERIFY(!corpusBleu({}, References{}).has_value());
    QVERIFY(!corpusBleu(three, References{{"", ""}}).has_value());
    QVERIFY(agrees(sentenceBleu("a b c d", {"", "a b c d"})->score, 100.0));
}

void TestMetrics::rougeL()
{
    QVERIFY(agrees(sentenceRougeL("The cat sat.", {"the cat sat"}), 100.0));
    // Common subsequence "police the gunman" of 4 and 4 words.
    QVERIFY(agrees(sentenceRougeL("police kill the gunman", {"police the gunman killed"}), 75.0));
    QVERIFY(agrees(sentenceRougeL("a b", {"x", "a b c d", "q a z"}), 100.0 * 2 * 2 / 6));
    QCOMPARE(sentenceRougeL("...", {"a"}), 0.0);
    const auto mean = corpusRougeL(std::vector<std::string>{"a", "b"}, References{{"a"}, {"c"}});
    QVERIFY(mean && agrees(*mean, 50.0));
}

/// Texts of more words than a machine word has bits, against the table of the textbook.
void TestMetrics::rougeLOfLongTexts()
{
    std::mt19937 draw(7);
    for (const auto &[length, other, kinds] :
         {std::array{63, 64, 2}, {64, 65, 3}, {129, 127, 5}, {500, 300, 40}, {1, 200, 2}}) {
        std::vector<int> a, b;
        std::string first, second;
        for (int i = 0; i < length; ++i)
            first += "w" + std::to_string(a.emplace_back(draw() % kinds)) + " ";
        for (int i = 0; i < other; ++i)
            second += "w" + std::to_string(b.emplace_back(draw() % kinds)) + " ";
        std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1, 0));
        for (std::size_t i = 1; i <= a.size(); ++i)
            for (std::size_t j = 1; j <= b.size(); ++j)
                table[i][j] =
                    a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1 : std::max(table[i - 1][j], table[i][j - 1]);
        QVERIFY(agrees(sentenceRougeL(first, {second}), 200.0 * table.back().back() / (length + other)));
        QVERIFY(agrees(sentenceRougeL(first, {first}), 100.0));
    }
}

void TestMetrics::stems()
{
    const std::vector<std::vector<std::string>> families{
        {"walk", "walks", "walked", "walking"},
        {"run", "runs", "ran", "running"},
        {"carry", "carries", "carried", "carrying"},
        {"make", "makes", "made", "making"},
        {"box", "boxes", "boxed", "boxing"},
        {"stand", "stands", "stood", "standing"},
        {"fall", "falls", "fell", "falling"},
        {"child", "children"},
        {"dance", "dances", "danced", "dancing"},
        {"play", "plays", "played", "playing"},
        {"ski", "skis", "skiing"},
        {"tie", "ties", "tied", "tying"},
    };
    for (const auto &family : families)
        for (const auto &form : family)
            QCOMPARE(stem(form), stem(family.front()));
    QVERIFY(stem("ring") != stem("r"));
    QVERIFY(stem("seed") != stem("see"));
    QVERIFY(stem("bus") != stem("bu"));
}

void TestMetrics::coverage()
{
    const auto count = countConcepts("field look stand", "The player stood in the field, looking at the batter.");
    QCOMPARE(count.asked, 3);
    QCOMPARE(count.found, 3);
    const auto facts = countConcepts("name: The Mill | area: city centre | family friendly: no",
                                     "The Mill is near the river and not family-friendly.");
    QCOMPARE(facts.asked, 3);
    QCOMPARE(facts.found, 2);
    const std::vector<std::string> sources{"dog run", "", "cat"};
    const std::vector<std::string> outputs{"a dog", "anything", "cats"};
    QVERIFY(agrees(*conceptCoverage(sources, outputs), 75.0));
    QVERIFY(!conceptCoverage(sources, std::vector<std::string>{"a"}).has_value());
}

void TestMetrics::reportsAFile()
{
    QTemporaryDir folder;
    const auto path = folder.filePath("refs.tsv").toStdString();
    QVERIFY(writeAtomically(path,
                            std::string_view("\xEF\xBB\xBF"
                                             "dog run\tA dog runs here.\tThe dog ran.\t\r\ncat\tCats.\n")));
    const auto set = readReferences(path);
    QVERIFY(set.has_value());
    QCOMPARE(set->sources, (std::vector<std::string>{"dog run", "cat"}));
    QCOMPARE(set->references, (References{{"A dog runs here.", "The dog ran."}, {"Cats."}}));
    const auto report = scoreOutputs(std::vector<std::string>{"A dog runs here.", "Cats."}, *set);
    QVERIFY(report.has_value());
    QVERIFY(agrees(report->bleu.score, 100.0));
    const auto json = toJson(*report);
    for (const char *key : {"bleu", "bleu_lowercase", "chrf", "rouge_l", "coverage"})
        QVERIFY2(agrees(json.at(key).get<double>(), 100.0), key);
    QCOMPARE(json.at("sentences").get<int>(), 2);
    QVERIFY(toText(*report).find("100.00") != std::string::npos);
}

void TestMetrics::rejectsBadReferences()
{
    QTemporaryDir folder;
    const auto path = folder.filePath("refs.tsv").toStdString();
    const auto says = [&](std::string_view text, const std::string &part) {
        if (!writeAtomically(path, text))
            return false;
        const auto set = readReferences(path);
        return !set && set.error().message.find(part) != std::string::npos;
    };
    QVERIFY(says("", "empty"));
    QVERIFY(says("a\tb\nno reference\n", "Line 2"));
    QVERIFY(says("a\tb\n\nc\td\n", "Line 2"));
    QVERIFY(says("a\tb\nc\t\xFF\xFE\n", "UTF-8"));
    QVERIFY(!readReferences(folder.filePath("missing.tsv").toStdString()).has_value());
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
