// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Unicode.h"
#include "support/AllocationCount.h"
#include "text/ByteLevel.h"
#include "text/BytePairTokenizer.h"
#include <QtTest>
#include <nlohmann/json.hpp>
#include <random>

using namespace ard;

namespace {

const std::vector<std::string> kMerges{"#version: 0.2", "h e", "l l",          "he ll", "hell o",
                                       "\xc4\xa0 w",    "o r", "\xc4\xa0w or", "l d",   "\xc4\xa0wor ld"};

/// The five special words of the reference, the 256 bytes, then what the merges make.
nlohmann::json vocabulary()
{
    nlohmann::json json;
    int next = 0;
    for (const char *special : {"<pad>", "<s>", "</s>", "<unk>", "<mask>"})
        json[special] = next++;
    for (int byte = 0; byte < 256; ++byte) {
        std::string piece;
        appendUtf8(piece, characterOfByte(static_cast<std::uint8_t>(byte)));
        json[piece] = next++;
    }
    for (std::size_t i = 1; i < kMerges.size(); ++i) {
        std::string piece = kMerges[i];
        piece.erase(piece.find(' '), 1);
        json[piece] = next++;
    }
    return json;
}

std::shared_ptr<const Tokenizer> make(bool marks = false)
{
    const auto made = BytePairTokenizer::create(vocabulary().dump(), kMerges, marks, "test");
    if (!made)
        qFatal("%s", made.error().message.c_str());
    return *made;
}

std::vector<std::string> pieces(const Tokenizer &tokenizer, const std::string &text)
{
    std::vector<std::string> out;
    for (const std::int32_t id : tokenizer.encode(text))
        out.push_back(tokenizer.piece(id));
    return out;
}

} // namespace

class TestBytePair : public QObject {
    Q_OBJECT
private slots:
    void words_data();
    void words();
    void bytesHaveCharacters();
    void merges_data();
    void merges();
    void marks();
    void everyTextComesBack();
    void halfACharacter();
    void unknownBytes();
    void displayText();
    void badVocabularies_data();
    void badVocabularies();
    void longWordsAreCheap();
};

void TestBytePair::words_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, QByteArray text, QByteArrayList expected) {
        QTest::newRow(name) << text << expected;
    };
    row("words", "Hello world", {"Hello", " world"});
    row("contractions", "I'm sure they'll don't", {"I", "'m", " sure", " they", "'ll", " don", "'t"});
    row("no contraction after a space", "a 's", {"a", " '", "s"});
    row("contractions are in lower case", "IT'S", {"IT", "'", "S"});
    row("one that only begins as one", "'lx", {"'", "lx"});
    row("digits and letters", "12a b34", {"12", "a", " b", "34"});
    row("other numbers", "x\xc2\xbd", {"x", "\xc2\xbd"});
    row("punctuation in a row", "what?!... ok", {"what", "?!...", " ok"});
    row("two spaces", "a  b", {"a", " ", " b"});
    row("line end before spaces", "a,\n  ok", {"a", ",", "\n ", " ok"});
    row("line end", "a\nb", {"a", "\n", "b"});
    row("tab and space", "\t x", {"\t", " x"});
    row("spaces at the end", "a  ", {"a", "  "});
    row("only a space", " ", {" "});
    row("no-break space", "x\xc2\xa0y", {"x", "\xc2\xa0", "y"});
    row("accents", "\xc3\xa9t\xc3\xa9", {"\xc3\xa9t\xc3\xa9"});
    row("accent apart from its letter", "e\xcc\x81", {"e", "\xcc\x81"});
    row("ideographs are letters", "\xe6\x97\xa5\xe6\x9c\xac 1", {"\xe6\x97\xa5\xe6\x9c\xac", " 1"});
    row("emoji", "hi \xf0\x9f\x90\x95\xf0\x9f\x90\x95", {"hi", " \xf0\x9f\x90\x95\xf0\x9f\x90\x95"});
    row("control characters", QByteArray("a\0\1b", 4), {"a", QByteArray("\0\1", 2), "b"});
    row("nothing", "", {});
}

void TestBytePair::words()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    const std::u32string points = decodeUtf8(text.toStdString());
    QByteArrayList words;
    for (const std::u32string_view word : byteLevelWords(points)) {
        std::string bytes;
        for (const char32_t c : word)
            appendUtf8(bytes, c);
        words << QByteArray::fromStdString(bytes);
    }
    QCOMPARE(words, expected);
}

void TestBytePair::bytesHaveCharacters()
{
    // As in GPT-2's vocabulary: "!" is itself, a space U+0120, a line end U+010A, 0x00 U+0100, 0x7F U+0121, 0xAD the last.
    QCOMPARE(characterOfByte('!'), U'!');
    QCOMPARE(characterOfByte(' '), char32_t(0x120));
    QCOMPARE(characterOfByte('\n'), char32_t(0x10A));
    QCOMPARE(characterOfByte(0), char32_t(0x100));
    QCOMPARE(characterOfByte(0x7F), char32_t(0x121));
    QCOMPARE(characterOfByte(0xAD), char32_t(0x143));
    QCOMPARE(characterOfByte(0xFF), char32_t(0xFF));
    for (int byte = 0; byte < 256; ++byte)
        QCOMPARE(byteOfCharacter(characterOfByte(static_cast<std::uint8_t>(byte))), std::optional<std::uint8_t>(byte));
    QVERIFY(!byteOfCharacter(U' '));
    QVERIFY(!byteOfCharacter(0x2581));
}

void TestBytePair::merges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");
    const QByteArray mark = "\xe2\x96\x81";
    const auto row = [](const char *name, QByteArray text, QByteArrayList expected) {
        QTest::newRow(name) << text << expected;
    };
    row("whole words", "hello world", {"hello", mark + "world"});
    row("no space, other word", "helloworld", {"hello", "w", "or", "ld"});
    row("part of a word", "hellold", {"hello", "ld"});
    row("the left one of two", "lll", {"ll", "l"});
    row("two of four", "llll", {"ll", "ll"});
    row("the more important pair wins", "hel", {"he", "l"});
    row("merges do not cross words", "he llo", {"he", mark, "ll", "o"});
    row("accents are two bytes", "\xc3\xa9", {"<0xC3>", "<0xA9>"});
    row("special names are text", "<s>", {"<", "s", ">"});
}

void TestBytePair::merges()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, expected);
    QByteArrayList got;
    for (const std::string &piece : pieces(*make(), text.toStdString()))
        got << QByteArray::fromStdString(piece);
    QCOMPARE(got, expected);
}

void TestBytePair::marks()
{
    const auto tokenizer = make(true);
    auto ids = tokenizer->encode("hello world");
    QCOMPARE(ids.size(), std::size_t(4));
    QCOMPARE(ids.front(), 1);
    QCOMPARE(ids.back(), 2);
    QVERIFY(tokenizer->encode("").empty());
    tokenizer->shorten(ids, 3);
    QCOMPARE(ids.back(), 2);
    QCOMPARE(tokenizer->decode(ids), std::string("hello"));
    QCOMPARE(tokenizer->padId(), 0);
    QCOMPARE(tokenizer->unknownId(), 3);
}

void TestBytePair::everyTextComesBack()
{
    const auto tokenizer = make(true);
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) {
        std::string text;
        for (int length = static_cast<int>(random() % 60); length > 0; --length) {
            static constexpr char32_t limits[] = {0x80, 0x80, 0x800, 0xD800, 0x30000};
            appendUtf8(text, static_cast<char32_t>(random() % limits[random() % 5]));
        }
        if (!isValidUtf8(text))
            continue; // a surrogate
        QCOMPARE(tokenizer->decode(tokenizer->encode(text)), text);
    }
    for (const char *text :
         {"hello world", "  two  spaces  ", "tab\tline\nend\r\n", "d\xc3\xa9j\xc3\xa0 vu \xf0\x9f\x90\x95"})
        QCOMPARE(tokenizer->decode(tokenizer->encode(text)), std::string(text));
    QCOMPARE(tokenizer->decode(tokenizer->encode("a\xff"
                                                 "b")),
             std::string("a\xef\xbf\xbd"
                         "b"));
}

void TestBytePair::halfACharacter()
{
    const auto tokenizer = make();
    auto ids = tokenizer->encode("\xc3\xa9");
    ids.pop_back();
    QCOMPARE(tokenizer->decode(ids), std::string("\xef\xbf\xbd"));
    QCOMPARE(tokenizer->decode({0, 1, 2, 3, 4, -1, 1 << 20}), std::string());
}

void TestBytePair::unknownBytes()
{
    const auto made = BytePairTokenizer::create(R"({"<pad>": 0, "<unk>": 1, "a": 2})", {}, false, "small");
    QVERIFY(made);
    QCOMPARE((*made)->encode("aba"), (std::vector<std::int32_t>{2, 1, 2}));
    QCOMPARE((*made)->decode({2, 1, 2}), std::string("aa"));
}

void TestBytePair::displayText()
{
    const auto tokenizer = make();
    QCOMPARE(tokenizer->piece(0), std::string("[PAD]"));
    QCOMPARE(tokenizer->piece(1), std::string("<s>"));
    QCOMPARE(tokenizer->piece(3), std::string("[UNK]"));
    QCOMPARE(tokenizer->piece(-1), std::string());
    QCOMPARE(tokenizer->piece(tokenizer->size()), std::string());
    QCOMPARE(pieces(*tokenizer, "\n"), (std::vector<std::string>{"<0x0A>"}));
}

void TestBytePair::badVocabularies_data()
{
    QTest::addColumn<QByteArray>("vocabulary");
    QTest::addColumn<QByteArray>("merge");
    QTest::addColumn<QString>("told");
    const QByteArray good = R"({"<pad>": 0, "<unk>": 1, "a": 2, "b": 3, "ab": 4})";
    QTest::newRow("no JSON") << QByteArray("<pad>") << QByteArray("a b")
                             << QStringLiteral("vocab.json is not a JSON object: line 1, column 1");
    QTest::newRow("a list") << QByteArray(R"(["<pad>", "<unk>"])") << QByteArray()
                            << QStringLiteral("vocab.json is not a JSON object");
    QTest::newRow("empty") << QByteArray("{}") << QByteArray()
                           << QStringLiteral("vocab.json must hold one to a million pieces");
    QTest::newRow("no PAD") << QByteArray(R"({"<unk>": 0})") << QByteArray()
                            << QStringLiteral("lacks <pad> or <unk>, which");
    QTest::newRow("no unknown word") << QByteArray(R"({"<pad>": 0})") << QByteArray()
                                     << QStringLiteral("lacks <pad> or <unk>, which");
    QTest::newRow("a gap") << QByteArray(R"({"<pad>": 0, "<unk>": 2})") << QByteArray()
                           << QStringLiteral("the ids in vocab.json must be 0 to 1, each once");
    QTest::newRow("an id twice") << QByteArray(R"({"<pad>": 0, "<unk>": 0})") << QByteArray()
                                 << QStringLiteral("the ids in vocab.json must be 0 to 1, each once");
    QTest::newRow("negative id") << QByteArray(R"({"<pad>": 0, "<unk>": -1})") << QByteArray()
                                 << QStringLiteral("the ids in vocab.json must be 0 to 1, each once");
    QTest::newRow("half an id") << QByteArray(R"({"<pad>": 0, "<unk>": 0.5})") << QByteArray()
                                << QStringLiteral("the ids in vocab.json must be 0 to 1, each once");
    QTest::newRow("huge id") << QByteArray(R"({"<pad>": 0, "<unk>": 99999999999999})") << QByteArray()
                             << QStringLiteral("the ids in vocab.json must be 0 to 1, each once");
    QTest::newRow("deep") << QByteArray(R"({"a": )").append(QByteArray(100000, '[')) << QByteArray()
                          << QStringLiteral("vocab.json nests more than 64 arrays");
    QTest::newRow("merge of one") << good << QByteArray("a")
                                  << QStringLiteral("the line 'a' of merges.txt does not fit");
    QTest::newRow("merge of three") << good << QByteArray("a b a")
                                    << QStringLiteral("the line 'a b a' of merges.txt does not fit");
    QTest::newRow("merge of an unknown piece")
        << good << QByteArray("a c") << QStringLiteral("the line 'a c' of merges.txt does not fit");
    QTest::newRow("merge to an unknown piece")
        << good << QByteArray("b a") << QStringLiteral("the line 'b a' of merges.txt does not fit");
}

void TestBytePair::badVocabularies()
{
    QFETCH(QByteArray, vocabulary);
    QFETCH(QByteArray, merge);
    QFETCH(QString, told);
    const std::vector<std::string> merges{"#version: 0.2", merge.toStdString()};
    const auto made = BytePairTokenizer::create(vocabulary.toStdString(), merges, false, "bad");
    QVERIFY(!made);
    QVERIFY2(QString::fromStdString(made.error().message).contains(told), made.error().message.c_str());
    QVERIFY(made.error().message.find('\n') == std::string::npos);
}

void TestBytePair::longWordsAreCheap()
{
    const auto tokenizer = make();
    const auto cost = [&](const std::string &text, std::size_t pieces) {
        std::vector<std::int32_t> ids;
        const test::Allocations made = test::allocationsOf([&] { ids = tokenizer->encode(text); });
        return ids.size() == pieces ? made.bytes : 0;
    };
    const auto letters = [](std::size_t count) { return std::string(count, 'l'); };
    const auto greetings = [](int count) { return QByteArray("hello").repeated(count).toStdString(); };
    // Ten times the letters of one word: some ten times the work (sixteen, as queues grow by doubling).
    const std::size_t ofAll = cost(letters(BytePairTokenizer::maxCharacters), BytePairTokenizer::maxCharacters / 2);
    QVERIFY(ofAll > 0);
    QVERIFY(ofAll < 16 * cost(letters(BytePairTokenizer::maxCharacters / 10), BytePairTokenizer::maxCharacters / 20));
    const std::size_t greeted = cost(greetings(20'000), 20'000);
    QVERIFY(greeted > 0);
    QVERIFY(greeted < 16 * cost(greetings(2'000), 2'000));
    // What lies behind the longest text is cut off before the merging: only the copy of the text itself is longer.
    QVERIFY(cost(letters(1'000'000), BytePairTokenizer::maxCharacters / 2) < ofAll + 2'000'000);
    QVERIFY(cost(greetings(200'000), 20'000) < greeted + 2'000'000);
}

QTEST_GUILESS_MAIN(TestBytePair)
#include "tst_bytepair.moc"
