// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of Chinese verse: values worked by hand on poems that everybody knows, and on endings that are made up.
#include "base/Files.h"
#include "base/Unicode.h"
#include "metrics/DistinctN.h"
#include "metrics/MetricsReport.h"
#include "metrics/MinimumBayesRisk.h"
#include "metrics/RougeN.h"
#include "metrics/SelfBleu.h"
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace ard;
using Texts = std::vector<std::string>;

namespace {

const std::string kFirst = "白日依山尽", kRest = "黄河入海流。欲穷千里目，更上一层楼。";

bool agrees(double value, double expected)
{
    return std::abs(value - expected) <= 1e-9;
}

/// A quatrain whose second and fourth line end so; the other characters are of no known line.
Poem ending(char32_t second, char32_t fourth)
{
    std::string rest = "甲乙丙丁";
    appendUtf8(rest, second);
    rest += "。戊己庚辛壬，癸子丑寅";
    appendUtf8(rest, fourth);
    return *readPoem("天地玄黄宇", rest + "。");
}

/// Two rhymes of three characters, each pair of them met four times; one pair across, met once.
std::vector<Poem> twoRhymes()
{
    std::vector<Poem> poems;
    for (const std::u32string_view rhyme : {U"流楼秋", U"山间还"})
        for (std::size_t i = 0; i < 4 * rhyme.size(); ++i)
            poems.push_back(ending(rhyme[i % 3], rhyme[(i + 1) % 3]));
    poems.push_back(ending(U'流', U'山'));
    return poems;
}

ReferenceSet references(const Texts &sources)
{
    ReferenceSet set;
    set.sources = sources;
    set.references = std::vector<Texts>(sources.size(), Texts{"甲"});
    return set;
}

} // namespace

class TestVerse : public QObject {
    Q_OBJECT

private slots:
    void poems();
    void form_data();
    void form();
    void repeated_data();
    void repeated();
    void rhymesAreFound();
    void rhymesFollowFromThePoemsAlone();
    void nothingRhymesWithoutPoems();
    void longestRuns();
    void charactersThatAnswer();
    void figuresOfVerse();
    void figuresOnlyWhereAsked();
    void likelihoodOfACharacter();
    void theBestVerse();
    void filesOfVerse();
    void badFiles_data();
    void badFiles();
    void chineseCharactersAreWords();
};

void TestVerse::poems()
{
    const auto poem = readPoem(kFirst, kRest);
    QVERIFY(poem);
    QVERIFY(poem->kind == Poem::Kind::Quatrain && poem->hasForm);
    QVERIFY(poem->first == U"白日依山尽");
    QVERIFY((poem->lines == std::vector<std::u32string>{U"黄河入海流", U"欲穷千里目", U"更上一层楼"}));
    for (const std::string prefix : {"对：", "對："}) {
        const auto couplet = readPoem(prefix + kFirst, "黄河入海流");
        QVERIFY(couplet && couplet->kind == Poem::Kind::Couplet && couplet->hasForm);
        QVERIFY(couplet->first == U"白日依山尽");
        QCOMPARE(couplet->lines.size(), std::size_t(1));
    }
    QVERIFY(readPoem(" 白日 依山尽 ", kRest)->hasForm);
    for (const char *none : {"", "对：", "a dog", "白日依山尽。", "题：登楼", "name: 王之涣"})
        QVERIFY2(!readPoem(none, kRest), none);
}

void TestVerse::form_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("hasForm");
    const QString five = QString::fromStdString(kFirst), rest = QString::fromStdString(kRest);
    QTest::newRow("right") << five << rest << true;
    QTest::newRow("rare and late characters")
        << QStringLiteral("𰬸帐浑如旧") << QStringLiteral("何曾奏伎来。君王不终惠，留妾在空〇。") << true;
    QTest::newRow("seven") << QStringLiteral("朝辞白帝彩云间")
                           << QStringLiteral("千里江陵一日还。两岸猿声啼不住，轻舟已过万重山。") << true;
    QTest::newRow("a line of seven") << five << QStringLiteral("千里江陵一日还。欲穷千里目，更上一层楼。") << false;
    QTest::newRow("a character short") << five << QStringLiteral("黄河入海。欲穷千里目，更上一层楼。") << false;
    QTest::newRow("no mark at the end") << five << rest.chopped(1) << false;
    QTest::newRow("another mark") << five << QStringLiteral("黄河入海流，欲穷千里目，更上一层楼。") << false;
    QTest::newRow("narrow marks") << five << QStringLiteral("黄河入海流.欲穷千里目,更上一层楼.") << false;
    QTest::newRow("one line more") << five << rest + QStringLiteral("更上一层楼。") << false;
    QTest::newRow("an unknown character") << five << QStringLiteral("黄河入海⁇。欲穷千里目，更上一层楼。") << false;
    QTest::newRow("a letter") << five << QStringLiteral("黄河入海A。欲穷千里目，更上一层楼。") << false;
    QTest::newRow("nothing") << five << QString() << false;
    QTest::newRow("couplet") << QStringLiteral("对：") + five << QStringLiteral("黄河入海流") << true;
    QTest::newRow("couplet with a mark") << QStringLiteral("对：") + five << QStringLiteral("黄河入海流。") << false;
    QTest::newRow("couplet of six") << QStringLiteral("对：") + five << QStringLiteral("黄河入海流去") << false;
}

void TestVerse::form()
{
    QFETCH(const QString, source);
    QFETCH(const QString, text);
    QFETCH(const bool, hasForm);
    const auto poem = readPoem(source.toStdString(), text.toStdString());
    QVERIFY(poem);
    QCOMPARE(poem->hasForm, hasForm);
}

void TestVerse::repeated_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("share");
    QTest::newRow("none") << QStringLiteral("白日依山尽") << QStringLiteral("黄河入海流。欲穷千里目，更上一层楼。")
                          << 0.0;
    QTest::newRow("side by side") << QStringLiteral("处处闻啼鸟") << QStringLiteral("夜来风雨声。") << 0.0;
    QTest::newRow("of the first line") << QStringLiteral("白日依山尽") << QStringLiteral("白河入海流。") << 10.0;
    QTest::newRow("three times") << QStringLiteral("山一") << QStringLiteral("山二。山三。") << 100.0 * 2 / 6;
    QTest::newRow("over a line's end") << QStringLiteral("对：白山") << QStringLiteral("山黄") << 25.0;
}

void TestVerse::repeated()
{
    QFETCH(const QString, source);
    QFETCH(const QString, text);
    QFETCH(const double, share);
    QVERIFY(agrees(repeatedCharacters(*readPoem(source.toStdString(), text.toStdString())), share));
}

void TestVerse::rhymesAreFound()
{
    const KnownVerse known(twoRhymes());
    const auto classes = known.rhymes().classes();
    QCOMPARE(classes.size(), std::size_t(2));
    for (const std::u32string &one : classes) {
        QCOMPARE(one.size(), std::size_t(3));
        QVERIFY(one.front() == U'流' || one.front() == U'山'); // which end a poem more than the others
    }
    QVERIFY(known.rhymes().rhyme(U'流', U'楼') && known.rhymes().rhyme(U'秋', U'流'));
    QVERIFY(!known.rhymes().rhyme(U'流', U'山')); // though a poem has them
    QVERIFY(!known.rhymes().rhyme(U'流', U'流')); // no character rhymes with itself
    QVERIFY(!known.rhymes().rhyme(U'流', U'目')); // which ended no poem
    QVERIFY(rhymes(*readPoem(kFirst, kRest), known));
    QVERIFY(!rhymes(*readPoem(kFirst, "黄河入海流。欲穷千里目，更上一层山。"), known));
    QVERIFY(!rhymes(*readPoem(kFirst, "黄河入海流。更上一层楼。"), known)); // a line is missing
}

void TestVerse::rhymesFollowFromThePoemsAlone()
{
    std::vector<Poem> poems = twoRhymes();
    const auto classes = KnownVerse(poems).rhymes().classes();
    std::reverse(poems.begin(), poems.end());
    QVERIFY(KnownVerse(poems).rhymes().classes() == classes);
}

void TestVerse::nothingRhymesWithoutPoems()
{
    const KnownVerse none({});
    QVERIFY(none.rhymes().classes().empty());
    QVERIFY(!rhymes(*readPoem(kFirst, kRest), none));
    QCOMPARE(longestCopy(*readPoem(kFirst, kRest), none), std::size_t(0));
    const std::vector<Poem> same(3, ending(U'流', U'流'));
    QVERIFY(KnownVerse(same).rhymes().classes().empty());
}

void TestVerse::longestRuns()
{
    KnownRuns runs;
    runs.add(U"黄河入海流欲穷");
    runs.add(U"千里目更上一层楼");
    runs.add(U"河");
    runs.add(U"");
    runs.sort();
    QCOMPARE(runs.longest(U"河入海"), std::size_t(3));
    QCOMPARE(runs.longest(U"大河入江海流欲去"), std::size_t(3));
    QCOMPARE(runs.longest(U"穷千里"), std::size_t(2)); // not over the end of a text
    QCOMPARE(runs.longest(U"河"), std::size_t(0));
    QCOMPARE(runs.longest(U"河山"), std::size_t(0));
    QCOMPARE(runs.longest(U""), std::size_t(0));
    QCOMPARE(runs.longest(U"千里目更上一层楼"), std::size_t(8));
}

void TestVerse::charactersThatAnswer()
{
    // Eight places: 山 and 水 answer each other twice, 月 and 风 and 云 and 花 once each.
    const KnownVerse known({*readPoem("对：山月", "水风"), *readPoem("对：水云", "山花")});
    QVERIFY(known.parallel(U'山', U'水') && known.parallel(U'水', U'山'));
    QVERIFY(known.parallel(U'月', U'风'));
    QVERIFY(!known.parallel(U'月', U'花')); // never met
    QVERIFY(!known.parallel(U'山', U'山'));
    // 8 places: 一 4, 二 2, 三 2. 一二 stands there 2 times, twice the 4 * 2 / 8 that chance makes.
    const KnownVerse often({*readPoem("对：一一", "二二"), *readPoem("对：一一", "三三")});
    QVERIFY(often.parallel(U'一', U'二'));
    // 8 places: 一 6, 二 2: 2 times, chance makes 1.5.
    const KnownVerse chance({*readPoem("对：一一", "二二"), *readPoem("对：一一", "一一")});
    QVERIFY(!chance.parallel(U'一', U'二'));
    QVERIFY(agrees(parallelPlaces(*readPoem("对：山月", "水花"), known), 50.0));
    QVERIFY(agrees(parallelPlaces(*readPoem("对：山月", "水"), known), 50.0)); // a place that one line has counts
    QVERIFY(agrees(parallelPlaces(*readPoem("对：山月", ""), known), 0.0));
}

void TestVerse::figuresOfVerse()
{
    std::vector<Poem> poems = twoRhymes();
    poems.push_back(*readPoem("对：山月", "水风"));
    ScoreOptions options;
    options.tokens = BleuTokens::Characters;
    options.verse = std::make_shared<const KnownVerse>(poems);
    const Texts outputs{kRest, "黄河入海山。欲穷千里目，更上一层楼", "水风", "天地玄黄宇"};
    const auto report = scoreOutputs(outputs, references({kFirst, kFirst, "对：山月", "对：白日依山尽"}), options);
    QVERIFY(report.has_value());
    QVERIFY(agrees(report->value("verse_form").value_or(-1), 75.0));
    QVERIFY(agrees(report->value("rhyme").value_or(-1), 50.0));           // of two quatrains
    QVERIFY(agrees(report->value("parallel").value_or(-1), 50.0));        // of two couplets: all places, none
    QVERIFY(agrees(report->value("copied_lines").value_or(-1), 50.0));    // 水风, and the first line of the rhymes
    QVERIFY(agrees(report->value("longest_copy").value_or(-1), 7.0 / 4)); // 水风 and five characters
    QVERIFY(agrees(report->value("repeated_characters").value_or(-1), 100.0 / 20 / 4)); // 山 of the second
    QVERIFY(report->interval("rhyme").has_value());
    QVERIFY(report->signature.find("verse rhyme:louvain") != std::string::npos);
    QVERIFY(report->signature.find("tok:char") != std::string::npos);
}

void TestVerse::figuresOnlyWhereAsked()
{
    ScoreOptions options;
    const auto plain = scoreOutputs(Texts{kRest}, references({kFirst}), options);
    QVERIFY(plain.has_value());
    options.verse = std::make_shared<const KnownVerse>(twoRhymes());
    const auto english = scoreOutputs(Texts{"a dog"}, references({"dog"}), options);
    QVERIFY(english.has_value());
    for (const char *key : {"verse_form", "rhyme", "repeated_characters", "parallel", "copied_lines", "longest_copy",
                            "twin_log_probability"}) {
        QVERIFY2(!plain->value(key).has_value(), key);
        QVERIFY2(!english->value(key).has_value(), key);
    }
    QVERIFY(plain->signature.find("verse") == std::string::npos);
    QVERIFY(plain->signature.find("log probability") == std::string::npos);
}

void TestVerse::likelihoodOfACharacter()
{
    ScoreOptions options;
    options.likelihood = [](const Texts &sources, const Texts &outputs) -> Result<std::vector<double>> {
        if (sources.front() == "fail")
            return fail(ErrorCode::Unsupported, "no twin");
        return std::vector<double>{-6.0 * static_cast<double>(outputs.size()), -4.0, -1.0};
    };
    const auto report = scoreOutputs(Texts{"一 二三", "四五", ""}, references({"甲", "乙", "丙"}), options);
    QVERIFY(report.has_value());
    // -18 over three characters, -4 over two; the empty one has no character to be likely.
    QVERIFY(agrees(report->value("twin_log_probability").value_or(0), (-6.0 - 2.0) / 2));
    QVERIFY(report->signature.find("log probability ends:yes|per character") != std::string::npos);
    const auto refused = scoreOutputs(Texts{"一"}, references({"fail"}), options);
    QVERIFY(!refused && refused.error().message == "no twin");
}

void TestVerse::theBestVerse()
{
    std::vector<Poem> poems = twoRhymes();
    poems.push_back(*readPoem("对：山月", "水风"));
    const KnownVerse known(poems);
    const std::string formless = "黄河入海流。", copies = "天地玄黄宇。欲穷千里目，更上一层楼。",
                      plain = "黄河入海流。欲穷千里目，更上一层天。", twice = "黄河入海流。欲穷千海目，更上一层楼。";
    QVERIFY((bestVerse(kFirst, {formless, copies, plain, twice, kRest, kRest}, known) ==
             std::vector<std::size_t>{4, 5, 3, 2, 1, 0}));
    QVERIFY((bestVerse("对：山月", {"风水", "水花", "水"}, known) == std::vector<std::size_t>{1, 0, 2}));
    QVERIFY((bestVerse("a dog", {"b", "a"}, known) == std::vector<std::size_t>{0, 1}));
    QVERIFY(bestVerse(kFirst, {}, known).empty());
}

void TestVerse::filesOfVerse()
{
    const QTemporaryDir folder;
    const std::string quatrains = folder.filePath("a.tsv").toStdString(),
                      couplets = folder.filePath("b.tsv").toStdString();
    QVERIFY(writeAtomically(quatrains, kFirst + "\t" + kRest + "\n"));
    QVERIFY(writeAtomically(couplets, std::string("对：山月\t水风\n")));
    const auto known = readKnownVerse({quatrains, couplets});
    QVERIFY2(known, known ? "" : known.error().message.c_str());
    QVERIFY(known->rhymes().rhyme(U'流', U'楼'));
    QVERIFY(known->parallel(U'月', U'风'));
    QVERIFY(known->hasLine(U"白日依山尽") && known->hasLine(U"更上一层楼") && known->hasLine(U"水风"));
    QVERIFY(!known->hasLine(U"白日依山") && !known->hasLine(U"山尽黄河入")); // a part of a line, or of two, is no line
    QCOMPARE(known->runs().longest(U"山尽黄河入"), std::size_t(5));          // the first line counts, marks do not
}

void TestVerse::badFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sentence");
    const QByteArray good = QByteArray::fromStdString(kFirst + "\t" + kRest + "\n");
    QTest::newRow("English") << good + "a dog\tA dog runs.\n" << QByteArray("Line 2 of");
    QTest::newRow("no tab") << QByteArray::fromStdString(kFirst) << QByteArray("Line 1 of");
    QTest::newRow("nothing written") << QByteArray::fromStdString(kFirst + "\t。\n") << QByteArray("Line 1 of");
    QTest::newRow("an empty line") << good + "\n" + good << QByteArray("Line 2 of");
}

void TestVerse::badFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, sentence);
    const QTemporaryDir folder;
    const std::string path = folder.filePath("a.tsv").toStdString();
    QVERIFY(writeAtomically(path, text.toStdString()));
    const auto known = readKnownVerse({path});
    QVERIFY(!known);
    QCOMPARE(known.error().code, ErrorCode::Format);
    QVERIFY2(known.error().message.starts_with(sentence.toStdString()), known.error().message.c_str());
    QVERIFY(!readKnownVerse({folder.filePath("none.tsv").toStdString()}));
}

/// Between Chinese words there are no spaces: whole lines were one word, so that figures over words said nothing.
void TestVerse::chineseCharactersAreWords()
{
    QVERIFY(agrees(sentenceRougeN(1, "黄河入海", {"黄河"}), 100.0 * 2 * 2 / 6));
    QVERIFY(agrees(sentenceRougeN(1, "abc黄1", {"abc 黄 1"}), 100.0));
    QVERIFY(agrees(distinctN(2, Texts{"山水山水"}), 100.0 * 2 / 3));
    QCOMPARE(QString::fromStdString(tokenizeCharacters("黄 河。a b1 ")), QStringLiteral("黄 河 。 a b 1"));
    QVERIFY(agrees(selfBleu(Texts{"黄河入海流", "黄河入海流"}, BleuTokens::Characters), 100.0));
    QVERIFY(selfBleu(Texts{"黄河入海流", "大江入海去"}, BleuTokens::Characters) > 5);
    // Compared as one word each, all three would be equally unlike, and the first would be chosen.
    QCOMPARE(minimumBayesRiskChoice(Texts{"春眠不觉晓", "黄河入海流", "黄河入江流"}), 1);
}

QTEST_GUILESS_MAIN(TestVerse)
#include "tst_verse.moc"
