// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// WordPiece and byte-level BPE against an independent implementation: fixtures/tokenizers, whose make.mjs says which.
#include "base/Files.h"
#include "text/BytePairTokenizer.h"
#include "text/WordPieceTokenizer.h"
#include <QtTest>
#include <nlohmann/json.hpp>

using namespace ard;

namespace {

std::string path(const char *name)
{
    return std::string(ARD_TEST_FIXTURES "/tokenizers/") + name;
}

std::shared_ptr<const Tokenizer> wordPiece(bool uncased)
{
    const auto made = WordPieceTokenizer::create(*readLines(path("vocab.txt")), {uncased, false}, "vocab.txt");
    return made ? *made : nullptr;
}

std::shared_ptr<const Tokenizer> bytePair()
{
    const auto made =
        BytePairTokenizer::create(*readText(path("vocab.json")), *readLines(path("merges.txt")), false, "vocab.json");
    return made ? *made : nullptr;
}

using Ids = std::vector<std::int32_t>;

} // namespace

class TestTokenizerReference : public QObject {
    Q_OBJECT

private slots:
    void cases_data()
    {
        QTest::addColumn<int>("index");
        const auto text = readText(path("cases.json"));
        QVERIFY2(text, text ? "" : text.error().message.c_str());
        m_cases = nlohmann::json::parse(*text);
        QVERIFY(m_cases.size() >= 100);
        for (std::size_t i = 0; i < m_cases.size(); ++i)
            QTest::addRow("%s", m_cases[i]["text"].dump(-1, ' ', true).c_str()) << static_cast<int>(i);
    }

    void cases()
    {
        QFETCH(int, index);
        const auto &one = m_cases.at(static_cast<std::size_t>(index));
        const auto text = one.at("text").get<std::string>();
        const auto bpe = bytePair(), uncased = wordPiece(true), cased = wordPiece(false);
        QVERIFY(bpe && uncased && cased);
        QCOMPARE(bpe->encode(text), one.at("bpe").get<Ids>());
        QCOMPARE(bpe->decode(bpe->encode(text)), text);
        QCOMPARE(uncased->encode(text), one.at("uncased").get<Ids>());
        QCOMPARE(cased->encode(text), one.at("cased").get<Ids>());
        QCOMPARE(uncased->decode(uncased->encode(text)), one.at("decoded").get<std::string>());
    }

private:
    nlohmann::json m_cases;
};

QTEST_GUILESS_MAIN(TestTokenizerReference)
#include "tst_tokenizerreference.moc"
