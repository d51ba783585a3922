// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/AllocationCount.h"
#include "text/BertWords.h"
#include "text/WordPieceTokenizer.h"
#include <QtTest>
#include <algorithm>

using namespace ard;

namespace {

/// The last is Hangul as its parts, as the decomposition writes it.
const std::vector<std::string> kPieces = [] {
    const QByteArray text = "[PAD] [UNK] [CLS] [SEP] [MASK] the quick fox jump ##s ##ed cafe naive un ##aff ##able "
                            ", . ! ' s 狗 猫 hello world $ 5 ##0 x ##x n t istanbul straße αγωνασ ( ) do - up down … "
                            "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab";
    std::vector<std::string> pieces;
    for (const QByteArray &piece : text.split(' '))
        pieces.push_back(piece.toStdString());
    return pieces;
}();

std::shared_ptr<const Tokenizer> make(WordPieceOptions options = {true, false})
{
    const auto made = WordPieceTokenizer::create(kPieces, options, "test");
    return made ? *made : nullptr;
}

/// Pieces with a space between them, as the vocabulary writes them.
std::string pieces(const Tokenizer &tokenizer, const std::string &text)
{
    std::string out;
    for (const std::int32_t id : tokenizer.encode(text))
        out += (out.empty() ? "" : " ") + kPieces[static_cast<std::size_t>(id)];
    return out;
}

} // namespace

class TestWordPiece : public QObject {
    Q_OBJECT
private slots:
    void uncased_data();
    void uncased();
    void casedKeepsEverything();
    void longWords();
    void marks();
    void decode_data();
    void decode();
    void textComesBack_data();
    void textComesBack();
    void specialWordsAreLeftOut();
    void displayText();
    void badVocabularies();
    void capitalsTellTheKind();
    void anyBytesAreTaken_data();
    void anyBytesAreTaken();
    void longTextIsCheap();
};

void TestWordPiece::uncased_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, QByteArray text, const char *expected) {
        QTest::newRow(name) << text << QByteArray(expected);
    };
    row("capitals", "The QUICK fox", "the quick fox");
    row("pieces inside words", "jumps jumped", "jump ##s jump ##ed");
    row("the longest first", "unaffable", "un ##aff ##able");
    row("accents", "Café NAÏVE", "cafe naive");
    row("accents apart from their letters", "Cafe\xcc\x81", "cafe");
    row("ideographs stand alone", "狗猫", "狗 猫");
    row("ideographs within a word", "hello狗world", "hello 狗 world");
    row("kana is no ideograph", "ひx", "[UNK]");
    row("Hangul in parts", "한", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab");
    row("punctuation", "hello,world!", "hello , world !");
    row("run of punctuation", "hello...", "hello . . .");
    row("hyphen", "up-down", "up - down");
    row("apostrophe", "fox's", "fox ' s");
    row("ASCII signs", "$5 (x)", "$ 5 ( x )");
    row("Unicode punctuation", "hello…world", "hello … world");
    row("digits", "50", "5 ##0");
    row("unknown word", "zebra", "[UNK]");
    row("a known beginning is not enough", "foxy quick", "[UNK] quick");
    row("a known end is not enough", "qs", "[UNK]");
    row("white space",
        "hello\tworld\r\nfox\xc2\xa0"
        "fox\xe3\x80\x80"
        "fox",
        "hello world fox fox fox");
    row("zero byte", QByteArray("hel\0lo", 6), "hello");
    row("control characters",
        "\x01hel\x1b"
        "lo\x7f\xc2\x85",
        "hello");
    row("zero width space", "hel\xe2\x80\x8blo", "hello");
    row("soft hyphen", "hel\xc2\xadlo", "hello");
    row("private use", "hel\xee\x80\x80lo", "hello");
    row("not assigned", "hello \xe0\xb9\xbc", "hello [UNK]");
    row("ideographs behind the first plane", "hello\xf0\xa0\x80\x80world", "hello [UNK] world");
    row("not UTF-8",
        "hel\xff"
        "lo",
        "hello");
    row("special names are text", "[SEP]", "[UNK] [UNK] [UNK]");
    row("sharp s", "STRAßE straße", "straße straße");
    row("last sigma", "ΑΓΩΝΑΣ", "αγωνασ");
    row("dotted I", "İstanbul", "istanbul");
    row("nothing", "", "");
    row("spaces", " \t\n ", "");
    row("only an accent", "\xcc\x81", "");
}

void TestWordPiece::uncased()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(pieces(*make(), text.toStdString())), expected);
}

void TestWordPiece::casedKeepsEverything()
{
    const auto made =
        WordPieceTokenizer::create({"[PAD]", "[UNK]", "Café", "cafe", "The", "##re", "Å"}, {false, false}, "test");
    QVERIFY(made);
    QCOMPARE((*made)->encode("Café cafe The There Å"), (std::vector<std::int32_t>{2, 3, 4, 4, 5, 6}));
    QCOMPARE((*made)->encode("CAFÉ"), (std::vector<std::int32_t>{1}));
}

void TestWordPiece::longWords()
{
    const auto tokenizer = make();
    const auto hundred = tokenizer->encode(std::string(100, 'x'));
    QCOMPARE(hundred.size(), std::size_t(100));
    QCOMPARE(std::count(hundred.begin(), hundred.end(), tokenizer->unknownId()), 0);
    QCOMPARE(tokenizer->encode(std::string(101, 'x')), (std::vector<std::int32_t>{tokenizer->unknownId()}));
}

void TestWordPiece::marks()
{
    const auto tokenizer = make({true, true});
    std::vector<std::int32_t> ids = tokenizer->encode("the quick fox");
    QCOMPARE(ids, (std::vector<std::int32_t>{2, 5, 6, 7, 3}));
    QVERIFY(tokenizer->encode("  ").empty());
    tokenizer->shorten(ids, 5);
    QCOMPARE(ids.size(), std::size_t(5));
    tokenizer->shorten(ids, 3);
    QCOMPARE(ids, (std::vector<std::int32_t>{2, 5, 3}));
    QCOMPARE(tokenizer->decode(ids), std::string("the"));
    const auto plain = make();
    ids = plain->encode("the quick fox");
    plain->shorten(ids, 2);
    QCOMPARE(ids, (std::vector<std::int32_t>{5, 6}));
}

void TestWordPiece::decode_data()
{
    QTest::addColumn<QList<int>>("ids");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("words") << QList<int>{5, 6, 7} << QByteArray("the quick fox");
    QTest::newRow("pieces") << QList<int>{8, 9, 8, 10} << QByteArray("jumps jumped");
    QTest::newRow("a piece with no word before it") << QList<int>{9, 7} << QByteArray("s fox");
    QTest::newRow("punctuation") << QList<int>{23, 16, 24, 18} << QByteArray("hello, world!");
    QTest::newRow("possessive") << QList<int>{7, 19, 20, 6} << QByteArray("fox's quick");
    QTest::newRow("not") << QList<int>{37, 30, 19, 31} << QByteArray("don't");
    QTest::newRow("outside") << QList<int>{-1, 5, 1 << 20} << QByteArray("the");
    QTest::newRow("nothing") << QList<int>{} << QByteArray();
}

void TestWordPiece::decode()
{
    QFETCH(QList<int>, ids);
    QFETCH(QByteArray, expected);
    QCOMPARE(make()->decode({ids.begin(), ids.end()}), expected.toStdString());
}

void TestWordPiece::textComesBack_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"the quick fox jumps.", "hello, world!", "unaffable", "the fox's cafe",
                             "hello 狗 猫 world", "50", "up - down"})
        QTest::newRow(text) << QByteArray(text);
}

void TestWordPiece::textComesBack()
{
    QFETCH(QByteArray, text);
    const auto tokenizer = make({true, true});
    QCOMPARE(tokenizer->decode(tokenizer->encode(text.toStdString())), text.toStdString());
}

void TestWordPiece::specialWordsAreLeftOut()
{
    QCOMPARE(make()->decode({2, 5, 0, 0, 7, 4, 1, 3, 0}), std::string("the fox"));
}

void TestWordPiece::displayText()
{
    const auto tokenizer = make();
    QCOMPARE(tokenizer->piece(0), std::string("[PAD]"));
    QCOMPARE(tokenizer->piece(2), std::string("[CLS]"));
    QCOMPARE(tokenizer->piece(5), std::string("\xe2\x96\x81the"));
    QCOMPARE(tokenizer->piece(9), std::string("s"));
    QCOMPARE(tokenizer->piece(-1), std::string());
    QCOMPARE(tokenizer->piece(tokenizer->size()), std::string());
    QCOMPARE(tokenizer->size(), static_cast<int>(kPieces.size()));
    QCOMPARE(tokenizer->padId(), 0);
    QCOMPARE(tokenizer->unknownId(), 1);
}

void TestWordPiece::badVocabularies()
{
    const auto make = [](std::vector<std::string> pieces, bool marks) {
        return WordPieceTokenizer::create(std::move(pieces), {true, marks}, "bad");
    };
    QVERIFY(!make({}, false));
    QVERIFY(!make({"[PAD]", "a"}, false));
    QVERIFY(!make({"[UNK]", "a"}, false));
    QVERIFY(make({"[PAD]", "[UNK]"}, false));
    QVERIFY(!make({"[PAD]", "[UNK]"}, true));
    QVERIFY(make({"[PAD]", "[UNK]", "[CLS]", "[SEP]"}, true));
    // A line that comes twice is its later one, as in a dictionary that is filled line by line.
    const auto twice = make({"[PAD]", "[UNK]", "a", "b", "a"}, false);
    QVERIFY(twice);
    QCOMPARE((*twice)->size(), 5);
    QCOMPARE((*twice)->encode("a b"), (std::vector<std::int32_t>{4, 3}));
    QCOMPARE((*twice)->decode({2, 3, 4}), std::string("a b a"));
}

void TestWordPiece::capitalsTellTheKind()
{
    QVERIFY(WordPieceTokenizer::looksUncased(kPieces));
    QVERIFY(!WordPieceTokenizer::looksUncased({"[PAD]", "the", "##Ing"}));
}

void TestWordPiece::anyBytesAreTaken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80 fox \xc3");
    QTest::newRow("overlong") << QByteArray("\xc0\x80\xe0\x80\x80");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x90\x95");
    QTest::newRow("many accents") << QByteArray("x").append(QByteArray("\xcc\x81").repeated(10000));
    QTest::newRow("the last code point") << QByteArray("\xf4\x8f\xbf\xbf");
    QTest::newRow("long decompositions") << QByteArray("\xef\xb7\xba\xe1\xbe\x82").repeated(1000);
}

void TestWordPiece::anyBytesAreTaken()
{
    QFETCH(QByteArray, text);
    const auto tokenizer = make({true, true});
    for (const std::int32_t id : tokenizer->encode(text.toStdString()))
        QVERIFY(id > 0 && id < tokenizer->size());
}

void TestWordPiece::longTextIsCheap()
{
    const auto tokenizer = make();
    const auto cost = [&](const std::string &text, std::size_t pieces) {
        std::vector<std::int32_t> ids;
        const test::Allocations made = test::allocationsOf([&] { ids = tokenizer->encode(text); });
        return ids.size() == pieces ? made.count : 0;
    };
    const auto foxes = [](int count) { return QByteArray("fox ").repeated(count).toStdString(); };
    const std::size_t ofAll = cost(foxes(25'000), 25'000);
    QVERIFY(ofAll > 0);
    QVERIFY(ofAll < 11 * cost(foxes(2'500), 2'500)); // ten times the words: ten times the work
    QCOMPARE(cost(foxes(1'000'000), 25'000), ofAll); // what is cut off costs nothing
    // A word of whatever length is unknown at once, and not tried letter by letter.
    const std::size_t ofWord = cost(std::string(1'000, 'x'), 1);
    QVERIFY(ofWord > 0);
    QVERIFY(cost(std::string(1'000'000, 'x'), 1) < 2 * ofWord);
}

QTEST_GUILESS_MAIN(TestWordPiece)
#include "tst_wordpiece.moc"
