// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Files.h"
#include "text/PreparedData.h"
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>

using namespace ard;

namespace {

const char *description = R"({"format": "ardiff-prepared-1", "vocabulary": 10, "pad_id": 0, "unknown_id": 1,
                             "max_source": 4, "max_target": 3, "lower": true})";
const std::vector<TokenPair> pairs = {{{2, 3, 4}, {5, 6}}, {{9}, {}}, {{2, 2, 2, 2}, {7, 8, 1}}};

std::vector<std::int32_t> listOf(std::span<const std::int32_t> ids)
{
    return {ids.begin(), ids.end()};
}

} // namespace

class TestPreparedData : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(writeAtomically(path() / "prepared.json", std::string_view(description)).has_value());
        QVERIFY(writeTokenFile(path() / "train.tokens", 10, pairs).has_value());
    }

    void readsWhatWasWritten()
    {
        const auto data = PreparedData::load(path());
        QVERIFY2(data.has_value(), data ? "" : data.error().message.c_str());
        QCOMPARE(data->size(), pairs.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            QCOMPARE(listOf(data->source(i)), pairs[i].source);
            QCOMPARE(listOf(data->target(i)), pairs[i].target);
        }
        QVERIFY((data->info() == PreparedInfo{10, 0, 1, 4, 3, true}));
        QVERIFY(PreparedData::has(path(), "train"));
        QVERIFY(!PreparedData::has(path(), "valid"));
    }

    void staysReadableWhenMoved()
    {
        auto data = PreparedData::load(path());
        QVERIFY(data.has_value());
        const PreparedData moved = std::move(*data);
        QCOMPARE(listOf(moved.target(2)), pairs[2].target);
    }

    void everyTruncationIsRefusedOrShortensNothingSilently()
    {
        const auto whole = readBytes(path() / "train.tokens");
        QVERIFY(whole.has_value());
        for (std::size_t size = 0; size < whole->size(); ++size) {
            QVERIFY(writeAtomically(path() / "train.tokens", std::span(*whole).first(size)).has_value());
            const auto data = PreparedData::load(path());
            QVERIFY2(!data.has_value(), qPrintable(QString("accepted %1 of %2 bytes").arg(size).arg(whole->size())));
            QVERIFY2(data.error().message.find("train.tokens is not a usable token file: ") != std::string::npos,
                     data.error().message.c_str());
        }
    }

    void damagedFieldsAreRefused_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<quint64>("value");
        QTest::newRow("magic") << 0 << quint64(1);
        QTest::newRow("version 2") << 8 << (quint64(10) << 32 | 2);
        QTest::newRow("another vocabulary") << 8 << (quint64(11) << 32 | 1);
        QTest::newRow("huge count") << 16 << quint64(~0ULL);
        QTest::newRow("count that overflows") << 16 << quint64(1ULL << 63);
        QTest::newRow("count larger than the file") << 16 << quint64(1000);
        QTest::newRow("first offset not 0") << 24 << quint64(1);
        QTest::newRow("offset beyond the ids") << 32 << quint64(1000);
        QTest::newRow("offset that overflows") << 32 << quint64(~0ULL);
        QTest::newRow("target longer than allowed") << 32 << quint64(0);
        QTest::newRow("negative id") << 80 << quint64(0xffffffffffffffffULL);
        QTest::newRow("id outside the vocabulary") << 80 << quint64(10);
    }

    void damagedFieldsAreRefused()
    {
        QFETCH(int, at);
        QFETCH(quint64, value);
        auto bytes = readBytes(path() / "train.tokens");
        QVERIFY(bytes.has_value() && bytes->size() >= std::size_t(at) + 8);
        std::memcpy(bytes->data() + at, &value, sizeof value);
        QVERIFY(writeAtomically(path() / "train.tokens", std::span<const std::uint8_t>(*bytes)).has_value());
        QVERIFY(!PreparedData::load(path()).has_value());
    }

    void badDescriptionsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("is not a JSON object: line 1, column 1");
        QTest::newRow("not JSON") << QByteArray("{\"format\": ")
                                  << QStringLiteral("is not a JSON object: line 1, column 12");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("is not a JSON object");
        QTest::newRow("another format") << QByteArray(description).replace("prepared-1", "prepared-2")
                                        << QStringLiteral("was not written by ardiff prepare");
        QTest::newRow("no vocabulary") << QByteArray(description).replace("vocabulary", "words")
                                       << QStringLiteral("has no whole number \"vocabulary\"");
        QTest::newRow("vocabulary 0") << QByteArray(description).replace("\"vocabulary\": 10", "\"vocabulary\": 0")
                                      << QStringLiteral("\"vocabulary\" must be between 1 and 16777216");
        QTest::newRow("vocabulary as text")
            << QByteArray(description).replace("\"vocabulary\": 10", "\"vocabulary\": \"10\"")
            << QStringLiteral("has no whole number \"vocabulary\"");
        QTest::newRow("absurd vocabulary")
            << QByteArray(description).replace("\"vocabulary\": 10", "\"vocabulary\": 18446744073709551615")
            << QStringLiteral("\"vocabulary\" must be between 1 and 16777216");
        QTest::newRow("PAD outside") << QByteArray(description).replace("\"pad_id\": 0", "\"pad_id\": 10")
                                     << QStringLiteral("\"pad_id\" must be between 0 and 9");
        QTest::newRow("negative length") << QByteArray(description).replace("\"max_target\": 3", "\"max_target\": -3")
                                         << QStringLiteral("\"max_target\" must be between 1 and 1048576");
        QTest::newRow("deeply nested") << QByteArray(100000, '[')
                                       << QStringLiteral("nests more than 64 arrays and objects");
    }

    void badDescriptionsAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, told);
        QVERIFY(
            writeAtomically(path() / "prepared.json", std::string_view(text.constData(), std::size_t(text.size()))));
        const auto data = PreparedData::load(path());
        QVERIFY(!data.has_value());
        QVERIFY2(QString::fromStdString(data.error().message).contains(told), data.error().message.c_str());
    }

    void missingFilesAreSaid()
    {
        const auto valid = PreparedData::load(path(), "valid");
        QVERIFY(!valid.has_value());
        QVERIFY(valid.error().message.find("valid.tokens") != std::string::npos);
        QVERIFY(!PreparedData::load(path() / "nowhere").has_value());
    }

    void writerRefusesForeignIds()
    {
        QVERIFY(!writeTokenFile(path() / "x.tokens", 10, {{{10}, {1}}}).has_value());
        QVERIFY(!writeTokenFile(path() / "x.tokens", 10, {{{1}, {-1}}}).has_value());
        QVERIFY(!std::filesystem::exists(path() / "x.tokens"));
    }

private:
    std::filesystem::path path() const { return m_folder->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPreparedData)
#include "tst_prepareddata.moc"
