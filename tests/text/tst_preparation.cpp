// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Files.h"
#include "support/Refusal.h"
#include "text/FieldSymbols.h"
#include "text/Preparation.h"
#include "text/SentencePieceTokenizer.h"
#include "text/grammar/SourceSampler.h"
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

using namespace ard;

class TestPreparation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto examples = grammar::drawExamples(grammar::Split::Train, 1200, 1);
        QVERIFY(examples.has_value());
        std::string source, target, references;
        for (const auto &example : *examples) {
            source += example.source + "\n";
            target += example.target + "\n";
            if (references.size() < 5000)
                references += example.source + "\t" + example.sentences[0] + "\t" + example.sentences[1] + "\n";
            m_references = references.empty() ? 0 : std::size_t(std::count(references.begin(), references.end(), '\t'));
        }
        QVERIFY(writeAtomically(path() / "a.src", source));
        QVERIFY(writeAtomically(path() / "a.tgt", target));
        QVERIFY(writeAtomically(path() / "refs.tsv", references));
        QVERIFY(writeAtomically(path() / "short.tgt", std::string_view("one line\n")));
        QVERIFY(writeAtomically(path() / "empty.txt", std::string_view()));
    }

    void writesWhatItSays()
    {
        PrepareOptions options = standard("out");
        options.validReferences = path() / "refs.tsv";
        const auto report = prepare(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
        const auto data = PreparedData::load(options.out), valid = PreparedData::load(options.out, "valid");
        QVERIFY(data.has_value() && valid.has_value());
        QVERIFY(data->info() == report->info);
        QCOMPARE(data->size(), std::size_t(1200));
        QCOMPARE(valid->size(), m_references);
        QCOMPARE(report->train.exactShare, 1.0);
        QCOMPARE(report->train.unknownShare, 0.0);

        const auto bytes = readText(options.out / "tokenizer.model");
        QVERIFY(bytes.has_value());
        const auto tokenizer = SentencePieceTokenizer::create(*bytes, "x");
        QVERIFY(tokenizer.has_value());
        QCOMPARE((*tokenizer)->size(), data->vocabulary());
        const auto lines = readLines(options.target);
        for (std::size_t i = 0; i < data->size(); ++i) {
            const auto ids = data->target(i);
            QCOMPARE((*tokenizer)->decode({ids.begin(), ids.end()}), (*lines)[i]);
        }
    }

    void sameInputGivesSameBytes()
    {
        for (const Pieces pieces : {Pieces::Parts, Pieces::Words, Pieces::Characters}) {
            PrepareOptions first = standard("first"), second = standard("second");
            first.pieces = second.pieces = pieces;
            QVERIFY(prepare(first).has_value() && prepare(second).has_value());
            for (const char *name : {"tokenizer.model", "train.tokens", "prepared.json"})
                QVERIFY2(readBytes(first.out / name).value() == readBytes(second.out / name).value(), name);
        }
    }

    void charactersAreOnePieceEach()
    {
        const QByteArray poems = "白日依山尽，黄河入海流。\n对：欲穷千里目\n";
        QVERIFY(writeAtomically(path() / "poems.txt", poems.toStdString()));
        PrepareOptions options = standard("characters");
        options.source = options.target = path() / "poems.txt";
        options.pieces = Pieces::Characters;
        options.normalization = "identity";
        const auto report = prepare(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
        QCOMPARE(report->train.exactShare, 1.0);
        QCOMPARE(report->train.targetLengths.longest, 12);
        const auto tokenizer = SentencePieceTokenizer::create(readText(options.out / "tokenizer.model").value(), "x");
        QVERIFY(tokenizer.has_value());
        const auto ids = (*tokenizer)->encode("黄鹤，"); // a character that the text has not, between two that it has
        QCOMPARE(ids.size(), std::size_t(3));
        QCOMPARE(ids[1], (*tokenizer)->unknownId());
        QCOMPARE((*tokenizer)->piece(ids[0]), std::string("黄"));
        QCOMPARE((*tokenizer)->piece(ids[2]), std::string("，"));
    }

    void charactersReadAsOthers()
    {
        QVERIFY(writeAtomically(path() / "simplified.txt", "白日依山尽\n无万里\n"));
        QVERIFY(writeAtomically(path() / "table.tsv", "盡\t尽\n萬\t万\n無\t无\n"));
        PrepareOptions options = standard("readas");
        options.source = options.target = path() / "simplified.txt";
        options.pieces = Pieces::Characters;
        options.readAs = path() / "table.tsv";
        const auto report = prepare(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
        const auto tokenizer = SentencePieceTokenizer::create(readText(options.out / "tokenizer.model").value(), "x");
        QVERIFY(tokenizer.has_value());
        QCOMPARE((*tokenizer)->encode("白日依山盡"), (*tokenizer)->encode("白日依山尽"));
        const auto ids = (*tokenizer)->encode("萬里無雲"); // 雲 is neither in the table nor in the text
        QCOMPARE((*tokenizer)->decode({ids.begin(), ids.end() - 1}), std::string("万里无"));
        QCOMPARE(ids.back(), (*tokenizer)->unknownId());
        // All but the table is as without it.
        PrepareOptions plain = options;
        plain.out = path() / "readplain";
        plain.readAs.clear();
        plain.normalization = "identity";
        QVERIFY(prepare(plain).has_value());
        QVERIFY(readBytes(options.out / "train.tokens").value() == readBytes(plain.out / "train.tokens").value());
    }

    void damagedTablesOfCharacters_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("why");
        QTest::newRow("empty") << QByteArray() << "is empty";
        QTest::newRow("no tab") << QByteArray("盡\t尽\n萬万\n") << "line 2: a text, one tab and what it is read as";
        QTest::newRow("two tabs") << QByteArray("盡\t尽\t尽\n") << "line 1: a text, one tab";
        QTest::newRow("an empty side") << QByteArray("盡\t\n") << "line 1: neither side may be empty";
        QTest::newRow("not UTF-8") << QByteArray("\xff\t尽\n") << "is not UTF-8 text";
        QTest::newRow("twice") << QByteArray("盡\t尽\n盡\t白\n") << "line 2: the text stands there twice";
    }

    void damagedTablesOfCharacters()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, why);
        QVERIFY(writeAtomically(path() / "damaged.tsv", table.toStdString()));
        PrepareOptions options = standard("damaged");
        options.readAs = path() / "damaged.tsv";
        const QString reason = test::reasonOf(prepare(options));
        QVERIFY2(reason.contains(why), qPrintable(reason));
        QVERIFY(!std::filesystem::exists(options.out));
    }

    /// Symbols are looked for in text that the vocabulary's rule has changed: capitals, wide letters and double spaces.
    void symbolsFollowTheNormalization_data()
    {
        QTest::addColumn<QString>("mill");
        QTest::addColumn<bool>("lower");
        QTest::newRow("plain") << "Name: Mill | Type: Pub" << false;
        QTest::newRow("capitals, folded") << "Name: Mill | Type: Pub" << true;
        QTest::newRow("small letters, folded") << "name: mill | type: pub" << true;
        QTest::newRow("umlauts, folded") << "Name: MÜHLE | Art: STRASSE ÄÖÜ" << true;
        QTest::newRow("wide letters") << "Name: Ｍｉｌｌ | Type: ﬁne" << false;
        QTest::newRow("double spaces") << "Name: Old  Mill | Type: Pub" << false;
    }

    void symbolsFollowTheNormalization()
    {
        QFETCH(QString, mill);
        QFETCH(bool, lower);
        std::string source, target;
        for (int i = 0; i < 10; ++i) {
            source += mill.toStdString() + "\nName: Inn | Type: Bar\n";
            target += "The Mill is a Pub.\nThe Inn is a Bar.\n";
        }
        PrepareOptions options = standard("symbols");
        QVERIFY(writeAtomically(path() / "fields.src", source) && writeAtomically(path() / "fields.tgt", target));
        options.source = path() / "fields.src";
        options.target = path() / "fields.tgt";
        options.vocabularySize = 80;
        options.fieldValues = 2;
        options.lower = lower;
        const auto report = prepare(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
        QCOMPARE(report->train.sourceLengths.mean, 2.0);
        options.fieldValues = 0;
        options.symbols = {" Name: Inn", " | Type: Bar", " " + mill.section(" | ", 0, 0).toStdString(),
                           " | " + mill.section(" | ", 1, 1).toStdString()};
        const auto given = prepare(options);
        QVERIFY2(given.has_value(), given ? "" : given.error().message.c_str());
        QCOMPARE(given->train.sourceLengths.mean, 2.0);
    }

    void longPairsAreLeftOutAndCounted()
    {
        PrepareOptions options = standard("long");
        options.pieces = Pieces::Words;
        options.maxTarget = 10;
        options.maxSource = 15;
        const auto report = prepare(options);
        QVERIFY(report.has_value());
        QVERIFY(report->train.targetTooLong > 0 && report->train.sourceTooLong > 0);
        QCOMPARE(report->train.pairs + report->train.targetTooLong + report->train.sourceTooLong, std::size_t(1200));
        const auto data = PreparedData::load(options.out);
        QVERIFY(data.has_value());
        QCOMPARE(data->size(), report->train.pairs);
        for (std::size_t i = 0; i < data->size(); ++i)
            QVERIFY(data->target(i).size() <= 10 && data->source(i).size() <= 15);
        options.maxTarget = 1;
        options.out = path() / "nothing";
        QVERIFY(!prepare(options).has_value());
    }

    void anotherRunReplacesTheFolderWhole()
    {
        PrepareOptions options = standard("again");
        options.validReferences = path() / "refs.tsv";
        QVERIFY(prepare(options).has_value());
        QVERIFY(PreparedData::has(options.out, "valid"));
        PrepareOptions failing = options;
        failing.maxTarget = 1;
        QVERIFY(!prepare(failing).has_value());
        QVERIFY(PreparedData::load(options.out).has_value() && PreparedData::load(options.out, "valid").has_value());
        options.validReferences.clear();
        options.vocabularySize = 200;
        QVERIFY(prepare(options).has_value());
        QVERIFY(PreparedData::load(options.out).has_value());
        QVERIFY(!PreparedData::has(options.out, "valid"));
        std::size_t files = 0;
        for ([[maybe_unused]] const auto &entry : std::filesystem::directory_iterator(options.out))
            ++files;
        QCOMPARE(files, std::size_t(3));
    }

    void symbolsShortenSources()
    {
        PrepareOptions plain = standard("plain"), fields = standard("fields");
        fields.fieldValues = 12;
        const auto before = prepare(plain), after = prepare(fields);
        QVERIFY(before.has_value() && after.has_value());
        QVERIFY(after->symbols > 20);
        QVERIFY(after->train.sourceLengths.mean < 0.7 * before->train.sourceLengths.mean);
        QCOMPARE(after->train.exactShare, 1.0);
    }

    void fieldSymbolsAreFound()
    {
        const std::vector<std::string> texts = {"name: A | area: x", "name: B | area: y", "name: C", "area: x",
                                                "no field"};
        const std::vector<std::string> expected = {
            " area:", " area: x", " area: y", " name:", " | area:", " | area: x", " | area: y"};
        QCOMPARE(fieldSymbols(texts, 2), expected);
        QVERIFY(fieldSymbols({"no field", "", " | ", ": x"}, 5).empty());
    }

    void lowerFoldsCase()
    {
        PrepareOptions options = standard("lower");
        options.lower = true;
        options.source = options.target = path() / "cased.txt";
        std::string text;
        for (int i = 0; i < 200; ++i)
            text += "The Dog SAW \xc3\x84PFEL and pears\n";
        QVERIFY(writeAtomically(options.source, text));
        options.vocabularySize = 30;
        const auto report = prepare(options);
        QVERIFY(report.has_value());
        QVERIFY(report->info.lower && PreparedData::load(options.out)->info().lower);
        const auto tokenizer = SentencePieceTokenizer::create(*readText(options.out / "tokenizer.model"), "x");
        QVERIFY(tokenizer.has_value());
        QCOMPARE((*tokenizer)->decode((*tokenizer)->encode("SAW \xc3\x84PFEL")), std::string("saw \xc3\xa4pfel"));
    }

    void wrongUseIsSaid()
    {
        const auto refusal = [this](auto change) {
            PrepareOptions options = standard("refused");
            change(options);
            const QString reason = test::reasonOf(prepare(options));
            return std::filesystem::exists(options.out) ? QStringLiteral("written in spite of: ") : reason;
        };
        ARD_SAYS(refusal([this](PrepareOptions &o) { o.target = path() / "short.tgt"; }), "has 1200 lines but");
        ARD_SAYS(refusal([this](PrepareOptions &o) { o.source = o.target = path() / "empty.txt"; }),
                 "empty.txt is empty");
        ARD_SAYS(refusal([this](PrepareOptions &o) { o.source = path() / "missing"; }),
                 "missing': No such file or directory");
        ARD_SAYS(refusal([](PrepareOptions &o) { o.vocabularySize = 0; }),
                 "The vocabulary size must be between 4 and 1000000");
        ARD_SAYS(refusal([](PrepareOptions &o) { o.vocabularySize = 5; }),
                 "A vocabulary of 5 pieces is too small"); // fewer than characters
        ARD_SAYS(refusal([](PrepareOptions &o) { o.validSource = o.source; }),
                 "--valid-source and --valid-target go together");
        ARD_SAYS(refusal([](PrepareOptions &o) { o.validReferences = o.source; }),
                 "line 1: no tab and no reference"); // no tabs
        ARD_SAYS(refusal([](PrepareOptions &o) { o.normalization = "none such"; }),
                 "There is no normalization rule none such");
        ARD_SAYS(refusal([](PrepareOptions &o) { o.readAs = o.source, o.lower = true; }),
                 "--read-as takes the place of --normalization and --lower");
    }

private:
    PrepareOptions standard(const char *out) const
    {
        PrepareOptions options;
        options.source = path() / "a.src";
        options.target = path() / "a.tgt";
        options.out = path() / out;
        options.vocabularySize = 250;
        return options;
    }
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    QTemporaryDir m_folder;
    std::size_t m_references = 0;
};

QTEST_GUILESS_MAIN(TestPreparation)
#include "tst_preparation.moc"
