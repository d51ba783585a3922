// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ROUGE-N, self-BLEU, distinct-n, international tokens and irregular forms: values worked by hand.
#include "metrics/Bleu.h"
#include "metrics/Coverage.h"
#include "metrics/DistinctN.h"
#include "metrics/IrregularForms.h"
#include "metrics/MetricsReport.h"
#include "metrics/RougeN.h"
#include "metrics/SelfBleu.h"
#include "metrics/Words.h"
#include <QtTest>
#include <cmath>

using namespace ard;
using Texts = std::vector<std::string>;

namespace {

bool agrees(double value, double expected)
{
    return std::abs(value - expected) <= 1e-9;
}

} // namespace

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void rougeN();
    void selfBleuOfCandidates();
    void distinctNgrams();
    void internationalTokens_data();
    void internationalTokens();
    void bleuOfInternationalTokens();
    void bleuOfPlainWords();
    void irregularForms();
    void brokenAndRepeatedWords_data();
    void brokenAndRepeatedWords();
    void linesWithBrokenWords();
};

void TestFigures::rougeN()
{
    // Lin's example: "police", "the" and "gunman" of 4 and 4 words; "the gunman" of 3 and 3 pairs.
    const Texts reference{"police killed the gunman"};
    QVERIFY(agrees(sentenceRougeN(1, "Police kill the gunman.", reference), 75.0));
    QVERIFY(agrees(sentenceRougeN(2, "police kill the gunman", reference), 100.0 / 3));
    QVERIFY(agrees(sentenceRougeN(2, "the gunman kill police", reference), 100.0 / 3));
    QCOMPARE(sentenceRougeN(3, "police kill the gunman", reference), 0.0);
    // A word matches as often as it is on both sides: one "the" of 3 and 2 words.
    QVERIFY(agrees(sentenceRougeN(1, "the the the", {"the cat"}), 40.0));
    QVERIFY(agrees(sentenceRougeN(1, "a b", {"x", "a b c d", "q a z"}), 200.0 * 2 / 6)); // the best reference
    QCOMPARE(sentenceRougeN(2, "one", {"one"}), 0.0);
    QCOMPARE(sentenceRougeN(1, "...", {"a"}), 0.0);
    const Texts outputs{"a", "b"};
    const std::vector<Texts> references{{"a"}, {"c"}};
    QVERIFY(agrees(*corpusRougeN(1, outputs, references), 50.0));
    QVERIFY(!corpusRougeN(1, outputs, std::vector<Texts>{{"a"}}).has_value());
}

void TestFigures::selfBleuOfCandidates()
{
    QVERIFY(agrees(selfBleu(Texts{"a b c d", "a b c d"}), 100.0));
    QVERIFY(agrees(selfBleu(Texts{"a b", "c d"}), 0.0));
    // Each against the other: precisions 4/5, 3/4, 2/3, 1/2 and equal lengths.
    const double pair = 100 * std::pow(0.8 * 0.75 * (2.0 / 3) * 0.5, 0.25);
    QVERIFY(agrees(selfBleu(Texts{"a b c d e", "a b c d f"}), pair));
    QVERIFY(agrees(selfBleu(Texts{"a b c d e", "a b c d f", "a b c d e"}), (200 + pair) / 3));
    QVERIFY(agrees(selfBleu(Texts{"alone"}), 100.0));
    QVERIFY(agrees(selfBleu(Texts{"", "a b"}), 0.0));
    QVERIFY(agrees(selfBleu(Texts{"", "", "a b"}), 200.0 / 3));
}

void TestFigures::distinctNgrams()
{
    const Texts texts{"A b a.", "b a"}; // a and b among five words; "a b" and "b a" among three pairs
    QVERIFY(agrees(distinctN(1, texts), 40.0));
    QVERIFY(agrees(distinctN(2, texts), 200.0 / 3));
    QVERIFY(agrees(distinctN(3, texts), 100.0));
    QCOMPARE(distinctN(4, texts), 0.0);
    QCOMPARE(distinctN(1, Texts{}), 0.0);
}

void TestFigures::internationalTokens_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char *line, const char *tokens) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(tokens);
    };
    row("„Guten Tag“, sagte er.", "„ Guten Tag “ , sagte er .");
    row("Es sind 3,5 °C.", "Es sind 3,5 ° C .");
    row("im Jahr 1990.", "im Jahr 1990."); // as in mteval-v14: nothing follows the full stop
    row("im Jahr 1990. ", "im Jahr 1990.");
    row("(again) [x]", "( again ) [ x ]");
    row("Das kostet 1.200,50 €!", "Das kostet 1.200,50 € !");
    row("...", ". . .");
    row("a+b=c", "a + b = c");
    row("Jane's well-known don't", "Jane ' s well - known don ' t");
    row("»Wie geht’s?« – gut…", "» Wie geht ’ s ? « – gut …");
    row("x².y", "x² . y");
    row("50% & 3-4", "50 % & 3-4");
    row("你好，世界。", "你好 ， 世界 。");
    row("&quot;", "& quot ;"); // escapes are left as they are
    row("", "");
}

void TestFigures::internationalTokens()
{
    QFETCH(QString, line);
    QFETCH(QString, tokens);
    QCOMPARE(QString::fromStdString(tokenizeInternational(line.toStdString())), tokens);
}

void TestFigures::bleuOfInternationalTokens()
{
    const Texts outputs{"„Guten Tag“, sagte er."};
    const std::vector<Texts> references{{"»Guten Tag«, sagte er."}};
    // 13a leaves the quotation marks with the words: of 6 tokens 4 agree. International: 6 of 8.
    QVERIFY(agrees(corpusBleu(outputs, references)->precisions[0], 100.0 * 4 / 6));
    const auto international = corpusBleu(outputs, references, {.tokens = BleuTokens::International});
    QVERIFY(agrees(international->precisions[0], 75.0));
    QCOMPARE(international->hypothesisLength, 8);
}

void TestFigures::bleuOfPlainWords()
{
    const Texts outputs{"a dog runs in the park"};
    const std::vector<Texts> references{{"A dog runs, in the park."}};
    QVERIFY(corpusBleu(outputs, references)->score < 60);
    QVERIFY(agrees(corpusBleu(outputs, references, {.tokens = BleuTokens::Words})->score, 100.0));
    const ReferenceSet set{{"dog park"}, references};
    QVERIFY(metricsSignature(set, {BleuTokens::Words, {}}, false)
                .starts_with("nrefs:1|case:lower|eff:no|tok:words|smooth:exp"));
}

void TestFigures::irregularForms()
{
    const std::vector<Texts> families{
        {"go", "goes", "went", "gone", "going"},
        {"be", "is", "are", "was", "were", "been", "being", "am"},
        {"do", "does", "did", "done", "doing"},
        {"throw", "throws", "threw", "thrown", "throwing"},
        {"understand", "understood"},
        {"lie", "lying", "lain"},
        {"weave", "wove", "woven", "weaving"},
        {"thief", "thieves"},
        {"shelf", "shelves"},
        {"fisherman", "fishermen"},
        {"goose", "geese"},
        {"grandchild", "grandchildren"},
        {"tooth", "teeth"},
    };
    for (const auto &family : families)
        for (const auto &form : family)
            QVERIFY2(stem(form) == stem(family.front()), form.c_str());
    QVERIFY(dictionaryForm("went") == "go");
    QVERIFY(dictionaryForm("walked") == "walked");
    const auto count = countConcepts("child swim throw leave", "Two children swam and had thrown what they left.");
    QCOMPARE(count.found, 4);
}

void TestFigures::brokenAndRepeatedWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("broken");
    QTest::addColumn<QList<QByteArray>>("repeated");
    using List = QList<QByteArray>;
    QTest::newRow("neither") << QByteArray("The dog isn't here.") << List{} << List{};
    QTest::newRow("two pieces as one word") << QByteArray("A dog takestaking it") << List{"takestaking"} << List{};
    QTest::newRow("twice, whatever its letters' case")
        << QByteArray("the The  the dog") << List{} << List{"the", "the"};
    QTest::newRow("a mark between") << QByteArray("a dog, dog. Dog 3") << List{} << List{"dog", "dog"};
    QTest::newRow("typographic apostrophe") << QByteArray("isn’t Isn't") << List{} << List{"isn't"};
    QTest::newRow("accents, digits and marks") << QByteArray("café nº 12,50 £") << List{"nº"} << List{};
    QTest::newRow("nothing") << QByteArray("") << List{} << List{};
}

void TestFigures::brokenAndRepeatedWords()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QList<QByteArray>, broken);
    QFETCH(const QList<QByteArray>, repeated);
    KnownWords known;
    QVERIFY(known.add("The dog isn't here. A DOG takes it, taking Café"));
    QVERIFY(!known.add("12 , ."));
    const auto bytes = [](const Texts &words) {
        QList<QByteArray> list;
        for (const std::string &word : words)
            list << QByteArray::fromStdString(word);
        return list;
    };
    QCOMPARE(bytes(brokenWords(text.toStdString(), known)), broken);
    QCOMPARE(bytes(repeatedWords(text.toStdString())), repeated);
}

void TestFigures::linesWithBrokenWords()
{
    const Texts outputs{"a dog dog", "a doga", "a dog", "dog dog doga doga"};
    ReferenceSet references;
    references.sources = Texts(4, "dog");
    references.references = std::vector<Texts>(4, Texts{"a dog"});
    ScoreOptions options;
    const auto plain = scoreOutputs(outputs, references, options);
    QVERIFY(plain.has_value());
    QVERIFY(!plain->value("broken_words").has_value()); // nobody says which words there are
    QCOMPARE(plain->value("repeated_words").value_or(-1), 50.0);
    auto known = std::make_shared<KnownWords>();
    known->add("a dog");
    options.known = known;
    const auto report = scoreOutputs(outputs, references, options);
    QVERIFY(report.has_value());
    QCOMPARE(report->value("broken_words").value_or(-1), 50.0);
    QVERIFY(report->interval("broken_words").has_value());
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
