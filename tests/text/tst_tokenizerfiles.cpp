// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Files.h"
#include "support/Refusal.h"
#include "text/TokenizerFiles.h"
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace ard;
namespace fs = std::filesystem;

namespace {

constexpr const char *kWordPieces = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\n";
constexpr const char *kCased = "[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\nA"; // written on another system, no last line end
constexpr const char *kBytePairs = R"({"<pad>": 0, "<unk>": 1, "<s>": 2, "</s>": 3, "a": 4, "b": 5, "ab": 6})";
constexpr const char *kMerges = "#version: 0.2\na b\n";

} // namespace

class TestTokenizerFiles : public QObject {
    Q_OBJECT
private slots:
    void kindIsTold();
    void writtenIsLoaded();
    void byteOrderMarks();
    void mergesMayLieElsewhere();
    void refused_data();
    void refused();
    void brokenFolders_data();
    void brokenFolders();

private:
    fs::path write(const fs::path &folder, const char *name, const std::string &content)
    {
        fs::create_directories(folder);
        if (!writeAtomically(folder / name, std::string_view(content)))
            qFatal("a test file cannot be written");
        return folder / name;
    }
    fs::path folder() { return m_dir.filePath(QString::number(++m_count)).toStdString(); }

    QTemporaryDir m_dir;
    int m_count = 0;
};

void TestTokenizerFiles::kindIsTold()
{
    const auto words = readTokenizerFiles(write(folder(), "any.txt", kWordPieces), {}, true);
    QVERIFY2(words, words ? "" : words.error().message.c_str());
    QCOMPARE(words->kind, std::string("wordpiece"));
    QVERIFY(words->lower && words->marks);
    const auto cased = readTokenizerFiles(write(folder(), "any.txt", kCased), {}, false);
    QVERIFY2(cased, cased ? "" : cased.error().message.c_str());
    QVERIFY(!cased->lower && !cased->marks);
    QCOMPARE(cased->tokenizer->encode("A a"), (std::vector<std::int32_t>{4, 1}));
    const fs::path bpe = folder();
    write(bpe, "merges.txt", kMerges);
    const auto pairs = readTokenizerFiles(write(bpe, "vocab.json", kBytePairs), {}, true);
    QVERIFY2(pairs, pairs ? "" : pairs.error().message.c_str());
    QCOMPARE(pairs->kind, std::string("bpe"));
    QCOMPARE(pairs->tokenizer->encode("ab"), (std::vector<std::int32_t>{2, 6, 3}));
}

void TestTokenizerFiles::writtenIsLoaded()
{
    const fs::path bpe = folder();
    write(bpe, "merges.txt", kMerges);
    for (const fs::path &source :
         {write(folder(), "v.txt", kWordPieces), write(folder(), "v.txt", kCased), write(bpe, "v.json", kBytePairs)}) {
        const auto files = readTokenizerFiles(source, {}, true);
        QVERIFY(files);
        const fs::path model = folder();
        for (const auto &[name, content] : files->files)
            write(model, name.c_str(), content);
        write(model, "model.json", nlohmann::json{{"tokenizer", tokenizerJson(*files)}}.dump());
        const auto loaded = loadTokenizer(model);
        QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
        for (const char *text : {"a", "A", "ab b", ""})
            QCOMPARE((*loaded)->encode(text), files->tokenizer->encode(text));
    }
}

/// An editor's mark before any of the files, read for an import and in a model folder, is no part of the first piece.
void TestTokenizerFiles::byteOrderMarks()
{
    const std::string mark = "\xEF\xBB\xBF";
    const fs::path plain = folder(), marked = folder();
    write(plain, "merges.txt", "a b\n");
    write(marked, "merges.txt", mark + "a b\n"); // the first merge itself, without a heading before it
    for (const auto &[name, content] : {std::pair("vocab.txt", kWordPieces), std::pair("vocab.json", kBytePairs)}) {
        const auto without = readTokenizerFiles(write(plain, name, content), {}, true);
        const auto with = readTokenizerFiles(write(marked, name, mark + content), {}, true);
        QVERIFY2(without && with, with ? "" : with.error().message.c_str());
        write(marked, "model.json", mark + nlohmann::json{{"tokenizer", tokenizerJson(*with)}}.dump());
        const auto loaded = loadTokenizer(marked);
        QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
        for (const char *text : {"a", "ab b", "[PAD]"}) {
            QCOMPARE(with->tokenizer->encode(text), without->tokenizer->encode(text));
            QCOMPARE((*loaded)->encode(text), without->tokenizer->encode(text));
        }
        QCOMPARE(with->files, without->files);
    }
}

void TestTokenizerFiles::mergesMayLieElsewhere()
{
    const fs::path vocabulary = write(folder(), "vocab.json", kBytePairs);
    const auto alone = readTokenizerFiles(vocabulary, {}, true);
    QVERIFY(!alone);
    QVERIFY(alone.error().message.find("--merges") != std::string::npos);
    QVERIFY(readTokenizerFiles(vocabulary, write(folder(), "other.txt", kMerges), true));
}

void TestTokenizerFiles::refused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("told");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("lacks [PAD] or [UNK], which");
    QTest::newRow("prose") << QByteArray("Once upon a time\nthere was a model.\n")
                           << QStringLiteral("lacks [PAD] or [UNK], which");
    QTest::newRow("bytes") << QByteArray("\0\1\2\3\xff\xfe", 6)
                           << QStringLiteral("is not a usable SentencePiece vocabulary");
    QTest::newRow("broken JSON") << QByteArray("{\"<pad>\": 0,")
                                 << QStringLiteral("is not a JSON object: line 1, column 13");
    QTest::newRow("a configuration") << QByteArray("{\"in_channels\": 64}")
                                     << QStringLiteral("the ids in vocab.json must be 0 to 0, each once");
}

void TestTokenizerFiles::refused()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, told);
    const fs::path path = write(folder(), "vocab", content.toStdString());
    write(path.parent_path(), "merges.txt", kMerges);
    ARD_REFUSES(readTokenizerFiles(path, {}, true), told);
    ARD_REFUSES(readTokenizerFiles(path.parent_path() / "none", {}, true), "none': No such file or directory");
}

void TestTokenizerFiles::brokenFolders_data()
{
    QTest::addColumn<QByteArray>("tokenizer");
    QTest::addColumn<QByteArray>("vocabularyText");
    QTest::addColumn<QByteArray>("vocabularyJson");
    QTest::addColumn<QByteArray>("merges");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *tokenizer, QByteArray text, QByteArray json, QByteArray merges,
                        const char *told) {
        QTest::newRow(name) << QByteArray(tokenizer) << text << json << merges << QString::fromLatin1(told);
    };
    row("no vocab.txt", R"({"kind": "wordpiece"})", {}, kBytePairs, kMerges, "vocab.txt': No such file or directory");
    row("no vocab.json", R"({"kind": "bpe"})", kWordPieces, {}, kMerges, "vocab.json': No such file or directory");
    row("no merges", R"({"kind": "bpe"})", kWordPieces, kBytePairs, {}, "merges.txt': No such file or directory");
    row("marks that are not there", R"({"kind": "wordpiece", "marks": true})", "[PAD]\n[UNK]\n", {}, {},
        "lacks [CLS] or [SEP], which the model expects around a text");
    row("marks of another type", R"({"kind": "wordpiece", "marks": 1})", kWordPieces, {}, {},
        "\"marks\" of the tokenizer in model.json must be true or false");
    row("lower of another type", R"({"kind": "wordpiece", "lower": "no"})", kWordPieces, {}, {},
        "\"lower\" of the tokenizer in model.json must be true or false");
    row("not UTF-8", R"({"kind": "wordpiece"})", "[PAD]\n[UNK]\n\xff\n", {}, {}, "vocab.txt is not UTF-8 text");
    row("none", R"({"kind": "none"})", kWordPieces, kBytePairs, kMerges,
        "has no vocabulary: import its checkpoint again with --vocab");
    row("unknown kind", R"({"kind": "unigram"})", kWordPieces, kBytePairs, kMerges,
        "This build has no tokenizer of the kind \"unigram\"");
}

void TestTokenizerFiles::brokenFolders()
{
    QFETCH(QByteArray, tokenizer);
    QFETCH(QByteArray, vocabularyText);
    QFETCH(QByteArray, vocabularyJson);
    QFETCH(QByteArray, merges);
    const fs::path model = folder();
    write(model, "model.json", "{\"tokenizer\": " + tokenizer.toStdString() + "}");
    if (!vocabularyText.isEmpty())
        write(model, "vocab.txt", vocabularyText.toStdString());
    if (!vocabularyJson.isEmpty())
        write(model, "vocab.json", vocabularyJson.toStdString());
    if (!merges.isEmpty())
        write(model, "merges.txt", merges.toStdString());
    QFETCH(QString, told);
    ARD_REFUSES(loadTokenizer(model), told);
}

QTEST_GUILESS_MAIN(TestTokenizerFiles)
#include "tst_tokenizerfiles.moc"
