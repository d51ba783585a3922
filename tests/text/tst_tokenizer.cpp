// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Files.h"
#include "support/Refusal.h"
#include "text/SentencePieceTokenizer.h"
#include "text/grammar/SourceSampler.h"
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

using namespace ard;

namespace {

std::string trained(const char *type, const char *rule)
{
    std::vector<std::string> sentences;
    for (std::uint64_t i = 0; i < 1500; ++i)
        sentences.push_back("The café said: " + grammar::toSource(grammar::drawFacts(1, i)));
    const auto model = trainSentencePiece({{"model_type", type},
                                           {"vocab_size", "200"},
                                           {"pad_id", "0"},
                                           {"unk_id", "1"},
                                           {"bos_id", "-1"},
                                           {"eos_id", "-1"},
                                           {"hard_vocab_limit", "false"},
                                           {"character_coverage", "1.0"},
                                           {"normalization_rule_name", rule},
                                           {"user_defined_symbols",
                                            "\"\xe2\x96\x81|\xe2\x96\x81"
                                            "action:\""},
                                           {"minloglevel", "2"}},
                                          sentences);
    return model ? *model : std::string();
}

} // namespace

class TestTokenizer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_bytes = trained("unigram", "nmt_nfkc");
        QVERIFY(!m_bytes.empty());
        const auto created = SentencePieceTokenizer::create(m_bytes, "test");
        QVERIFY2(created.has_value(), created ? "" : (created.error().message + created.error().detail).c_str());
        m_tokenizer = *created;
    }

    void knowsItsSpecialWords()
    {
        QCOMPARE(m_tokenizer->padId(), 0);
        QCOMPARE(m_tokenizer->unknownId(), 1);
        QCOMPARE(m_tokenizer->piece(0), std::string("[PAD]"));
        QCOMPARE(m_tokenizer->piece(1), std::string("[UNK]"));
        QCOMPARE(m_tokenizer->piece(-1), std::string());
        QCOMPARE(m_tokenizer->piece(m_tokenizer->size()), std::string());
        QVERIFY(m_tokenizer->size() > 50 && m_tokenizer->size() <= 200);
    }

    void textComesBack()
    {
        for (std::uint64_t i = 2000; i < 2200; ++i) {
            const std::string text = "The café said: " + grammar::toSource(grammar::drawFacts(1, i));
            QCOMPARE(m_tokenizer->decode(m_tokenizer->encode(text)), text);
        }
    }

    void padIsLeftOut()
    {
        auto ids = m_tokenizer->encode("two dogs");
        ids.insert(ids.begin() + 1, 0);
        ids.push_back(0);
        ids.push_back(-7);
        ids.push_back(1 << 30);
        QCOMPARE(m_tokenizer->decode(ids), std::string("two dogs"));
        QCOMPARE(m_tokenizer->decode({}), std::string());
    }

    void symbolIsOnePiece()
    {
        const std::string before = "agent: a dog", after = before + " | action:";
        QCOMPARE(m_tokenizer->encode(after).size(), m_tokenizer->encode(before).size() + 1);
    }

    void unknownCharactersBecomeUnknown()
    {
        const auto ids = m_tokenizer->encode("two \xe7\x8b\x97 dogs");
        QCOMPARE(std::count(ids.begin(), ids.end(), m_tokenizer->unknownId()), 1);
        QVERIFY(m_tokenizer->decode(ids).find("dogs") != std::string::npos);
    }

    void anyBytesAreTaken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("spaces") << QByteArray("   \t\n ");
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80 two \xc3");
        QTest::newRow("overlong") << QByteArray("\xc0\x80\xe0\x80\x80");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("zero bytes") << QByteArray("two\0dogs\0", 9);
        QTest::newRow("control characters") << QByteArray("\x01\x02\x1b[31m\x7f");
        QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x90\x95");
        QTest::newRow("word separator") << QByteArray("\xe2\x96\x81\xe2\x96\x81");
        QTest::newRow("piece names") << QByteArray("<pad><unk><s></s>");
        QTest::newRow("a million characters") << QByteArray(1000000, 'x');
        QTest::newRow("a million words") << QByteArray("two ").repeated(250000);
    }

    void anyBytesAreTaken()
    {
        QFETCH(QByteArray, text);
        const auto ids = m_tokenizer->encode(text.toStdString());
        QVERIFY(ids.size() <= SentencePieceTokenizer::maxCharacters + 1);
        for (const std::int32_t id : ids)
            QVERIFY(id >= 0 && id < m_tokenizer->size() && id != m_tokenizer->padId());
        (void)m_tokenizer->decode(ids);
    }

    void foldsCaseWhenTrainedSo()
    {
        const auto folded = SentencePieceTokenizer::create(trained("unigram", "nmt_nfkc_cf"), "test");
        QVERIFY(folded.has_value());
        QCOMPARE((*folded)->encode("THE CAF\xc3\x89 SAID"), (*folded)->encode("the caf\xc3\xa9 said"));
        QVERIFY(m_tokenizer->encode("The") != m_tokenizer->encode("the"));
    }

    void wordModelKeepsWordsWhole()
    {
        const auto words = SentencePieceTokenizer::create(trained("word", "nmt_nfkc"), "test");
        QVERIFY(words.has_value());
        QCOMPARE((*words)->encode("two dogs zebra").size(), std::size_t(3));
        QCOMPARE((*words)->encode("two dogs zebra").back(), (*words)->unknownId());
        QCOMPARE((*words)->decode((*words)->encode("two dogs |")), std::string("two dogs |"));
    }

    void threadsShareOneTokenizer()
    {
        const std::string text = grammar::toSource(grammar::drawFacts(9, 9));
        const auto expected = m_tokenizer->encode(text);
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 500; ++i)
                    wrong += m_tokenizer->encode(text) != expected || m_tokenizer->decode(expected) != text;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }

    void truncatedVocabulariesAreRefusedOrUsable()
    {
        for (std::size_t size = 0; size < m_bytes.size(); size += m_bytes.size() / 300 + 1)
            QVERIFY(tryVocabulary(m_bytes.substr(0, size)));
        ARD_REFUSES(SentencePieceTokenizer::create("", "x"), "x is not a usable SentencePiece vocabulary");
        ARD_REFUSES(SentencePieceTokenizer::create(m_bytes.substr(0, m_bytes.size() / 2), "x"),
                    "x is not a usable SentencePiece vocabulary");
    }

    void damagedVocabulariesAreRefusedOrUsable()
    {
        std::mt19937 random(1);
        for (int round = 0; round < 300; ++round) {
            std::string bytes = m_bytes;
            for (int i = 0; i <= round; ++i)
                bytes[random() % bytes.size()] = char(random());
            QVERIFY(tryVocabulary(bytes));
        }
        for (int round = 0; round < 100; ++round) {
            std::string bytes(1 + random() % 4096, '\0');
            std::generate(bytes.begin(), bytes.end(), [&] { return char(random()); });
            ARD_REFUSES(SentencePieceTokenizer::create(bytes, "x"), "x is not a usable SentencePiece vocabulary");
        }
    }

    void loadsAModelFolder()
    {
        QTemporaryDir temporary;
        const std::filesystem::path folder = temporary.path().toStdString();
        const auto describe = [&](const char *json) {
            return writeAtomically(folder / "model.json", std::string_view(json));
        };
        ARD_REFUSES(loadTokenizer(folder), "model.json': No such file or directory");
        QVERIFY(describe(R"({"tokenizer": {"kind": "sentencepiece", "lower": false}})"));
        ARD_REFUSES(loadTokenizer(folder), "tokenizer.model': No such file or directory");
        QVERIFY(writeAtomically(folder / "tokenizer.model", std::string_view(m_bytes)));
        const auto loaded = loadTokenizer(folder);
        QVERIFY(loaded.has_value());
        QCOMPARE((*loaded)->size(), m_tokenizer->size());
        const std::pair<const char *, const char *> wrong[] = {
            {"", "is not a JSON object: line 1, column 1 cannot be read"},
            {"{", "is not a JSON object: line 1, column 2 cannot be read"},
            {"[]", "model.json is not a JSON object"},
            {"{}", "does not say which tokenizer it needs"},
            {R"({"tokenizer": 3})", "does not say which tokenizer it needs"},
            {R"({"tokenizer": {"kind": 3}})", "does not say which tokenizer it needs"},
            {R"({"tokenizer": {"kind": "words"}})", "This build has no tokenizer of the kind \"words\""}};
        for (const auto &[json, reason] : wrong) {
            QVERIFY(describe(json));
            ARD_REFUSES(loadTokenizer(folder), reason);
        }
    }

private:
    /// True unless the process would have ended; what is accepted must work.
    static bool tryVocabulary(const std::string &bytes)
    {
        const auto tokenizer = SentencePieceTokenizer::create(bytes, "x");
        if (!tokenizer)
            return test::isSentenceWith(test::reasonOf(tokenizer),
                                        QStringLiteral("x is not a usable SentencePiece vocabulary"));
        const auto ids = (*tokenizer)->encode("agent: two dogs | action: chase | object: \xc3\xa9 \xef\xbc\xa1");
        (void)(*tokenizer)->decode(ids);
        return std::ranges::all_of(ids, [&](std::int32_t id) { return id >= 0 && id < (*tokenizer)->size(); });
    }

    std::string m_bytes;
    std::shared_ptr<const Tokenizer> m_tokenizer;
};

QTEST_GUILESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
