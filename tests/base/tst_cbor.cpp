// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Cbor.h"
#include "base/FieldReader.h"
#include <QtTest>

using namespace ard;
using nlohmann::json;
using Bytes = std::vector<std::uint8_t>;

class TestCbor : public QObject {
    Q_OBJECT

private slots:
    void readsWhatTheLibraryWrites()
    {
        const std::vector<std::int32_t> numbers{1, -2, 3};
        const json value{{"a", {1, -5, 1.5, 1e300, true, nullptr, "caf\xC3\xA9"}},
                         {"b", cborArray(std::span<const std::int32_t>(numbers))},
                         {"c", ~0ULL},
                         {"d", json::object()}};
        const auto read = parseCbor(json::to_cbor(value));
        QVERIFY(read);
        QVERIFY(*read == value);
    }

    void refusesDepthBombs()
    {
        for (const std::uint8_t head : {0x81, 0x9F, 0xA1, 0xBF, 0xC1, 0xD8}) {
            const auto read = parseCbor(Bytes(1'000'000, head));
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::Format);
        }
        Bytes nested(12, 0x81);
        nested.push_back(0);
        QVERIFY(parseCbor(nested));
        nested.insert(nested.begin(), 0x81);
        QVERIFY(!parseCbor(nested));
    }

    void refusesLengthBombs()
    {
        for (const std::uint8_t major : {2, 3, 4, 5})
            for (const std::uint8_t lengthHead : {0x18, 0x19, 0x1A, 0x1B}) {
                Bytes bytes{static_cast<std::uint8_t>(major << 5 | lengthHead)};
                bytes.insert(bytes.end(), 8, 0xFF);
                QVERIFY(!parseCbor(bytes));
            }
    }

    void refusesTooManyValues()
    {
        Bytes bytes{0x9A, 0x00, 0x00, 0x03, 0xE8}; // 1000 zeros
        bytes.insert(bytes.end(), 1000, 0);
        QVERIFY(parseCbor(bytes, {12, 1001}));
        QVERIFY(!parseCbor(bytes, {12, 1000}));
    }

    void refusesWhatIsNotOneItemOfTheSubset_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("told");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("it is cut short");
        QTest::newRow("two items") << QByteArray("\x01\x02", 2) << QStringLiteral("bytes follow its end");
        QTest::newRow("indefinite text") << QByteArray("\x7F\x61\x61\xFF", 4)
                                         << QStringLiteral("a value without a length");
        QTest::newRow("a break alone") << QByteArray("\xFF", 1) << QStringLiteral("a value without a length");
        QTest::newRow("reserved length") << QByteArray("\x1C", 1) << QStringLiteral("a value without a length");
        QTest::newRow("date tag") << QByteArray("\xC1\x00", 2) << QStringLiteral("a tag that is not known");
        QTest::newRow("typed array tag on a number")
            << QByteArray("\xD8\x4E\x00", 3) << QStringLiteral("a tag that is not known");
        QTest::newRow("unknown tag on bytes")
            << QByteArray("\xD8\x20\x40", 3) << QStringLiteral("a tag that is not known");
        QTest::newRow("tag at the end") << QByteArray("\xD8\x4E", 2) << QStringLiteral("a tag that is not known");
        QTest::newRow("undefined") << QByteArray("\xF7", 1) << QStringLiteral("a value of an unknown kind");
        QTest::newRow("number as key") << QByteArray("\xA1\x01\x01", 3)
                                       << QStringLiteral("it is not CBOR with text keys");
        QTest::newRow("negative beyond 64 bits")
            << QByteArray("\x3B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 9) << QStringLiteral("a number is too large");
        QTest::newRow("text not UTF-8") << QByteArray("\x62\xC3\x28", 3) << QStringLiteral("a text is not UTF-8");
        QTest::newRow("surrogate in text")
            << QByteArray("\x63\xED\xA0\x80", 4) << QStringLiteral("a text is not UTF-8");
    }

    void refusesWhatIsNotOneItemOfTheSubset()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, told);
        const auto read = parseCbor(
            {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
        QVERIFY(!read);
        QVERIFY2(QString::fromStdString(read.error().message).contains(told), read.error().message.c_str());
    }

    void keepsTheFirstErrorOfAReader()
    {
        const json map{{"number", 5}, {"inner", {{"name", 3}}}};
        ReadStatus status;
        const FieldReader fields(map, "", status);
        QCOMPARE(fields.integer("number", 0, 5), 5);
        QCOMPARE(fields.integer("absent", 0, 5, 4), 4);
        QVERIFY(status.ok());
        QCOMPARE(fields.object("inner").text("name", 10), std::string());
        QCOMPARE(fields.integer("number", 0, 4), 0);
        QCOMPARE(status.status().error().message, std::string("\"inner.name\" must be a text of at most 10 bytes"));
    }

    void readsNumbersAtTheEdges()
    {
        const json map{{"big", ~0ULL}, {"low", INT64_MIN}, {"whole", 3}, {"half", 0.5}};
        ReadStatus status;
        const FieldReader fields(map, "", status);
        QCOMPARE(fields.unsigned64("big"), ~0ULL);
        QCOMPARE(fields.integer("low", INT64_MIN, INT64_MAX), INT64_MIN);
        QCOMPARE(fields.number("whole", 0, 5), 3.0);
        QVERIFY(status.ok());
        fields.integer("half", 0, 1);
        QVERIFY(!status.ok());
        ReadStatus second;
        FieldReader(map, "", second).integer("big", INT64_MIN, INT64_MAX);
        QVERIFY(!second.ok());
        ReadStatus third;
        FieldReader(map, "", third).unsigned64("low");
        QVERIFY(!third.ok());
    }
};

QTEST_GUILESS_MAIN(TestCbor)
#include "tst_cbor.moc"
