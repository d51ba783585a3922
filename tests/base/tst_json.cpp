// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Json: what is taken, the sentence for what is not, and that nesting is bounded before anything is built from it.
#include "base/Files.h"
#include "base/Json.h"
#include <QTemporaryDir>
#include <QtTest>

using namespace ard;

namespace {

std::string nested(const std::string &open, const std::string &inside, const std::string &close, int depth)
{
    std::string text;
    for (int i = 0; i < depth; ++i)
        text += open;
    text += inside;
    for (int i = 0; i < depth; ++i)
        text += close;
    return text;
}

} // namespace

class TestJson : public QObject {
    Q_OBJECT

private slots:
    void takes_data();
    void takes();
    void refuses_data();
    void refuses();
    void keepsTheOrderOfKeys();
    void readsAFile();
    void writesWhatIsNotUtf8();
};

void TestJson::takes_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("comments");
    QTest::newRow("64 arrays") << nested("[", "1", "]", 64) << false;
    QTest::newRow("64 objects") << nested("{\"a\":", "1", "}", 64) << false;
    QTest::newRow("many beside each other")
        << "[" + nested("", "[],[{}],", "", 1) + nested("[[]],", "1", "", 500) + "]" << false;
    QTest::newRow("brackets in a text") << "[\"" + std::string(1000, '[') + "\\\"" + std::string(1000, '{') + "\"]"
                                        << false;
    QTest::newRow("brackets in a key") << "{\"" + std::string(1000, '[') + "\\\\\":[1]}" << false;
    QTest::newRow("a byte-order mark") << std::string("\xEF\xBB\xBF{\"a\":1}") << false;
    QTest::newRow("brackets in comments")
        << "[ // " + std::string(100, '[') + " \" \n 1, /* " + std::string(100, '{') + " \" // */ 2]" << true;
}

void TestJson::takes()
{
    QFETCH(std::string, text);
    QFETCH(bool, comments);
    const auto value = parseJson(text, "it", {.comments = comments});
    QVERIFY2(value, value ? "" : value.error().message.c_str());
    QCOMPARE(*value, nlohmann::json::parse(text, nullptr, true, comments));
}

void TestJson::refuses_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("message");
    const std::string deep = "x.json nests more than 64 arrays and objects in each other";
    QTest::newRow("65 arrays") << nested("[", "1", "]", 65) << deep;
    QTest::newRow("100000 arrays") << nested("[", "1", "]", 100'000) << deep;
    QTest::newRow("100000 objects") << nested("{\"a\":", "1", "}", 100'000) << deep;
    QTest::newRow("mixed, within an object") << "{\"z\":" + nested("[{\"a\":", "1", "}]", 50'000) + "}" << deep;
    QTest::newRow("not closed") << nested("[", "1", "", 100'000) << deep;
    QTest::newRow("behind a text that ends with a backslash") << "[\"\\\\\"," + nested("[", "1", "]", 64) + "]" << deep;
    QTest::newRow("empty") << std::string()
                           << std::string("x.json is not a JSON object: line 1, column 1 cannot be read");
    QTest::newRow("a comma too many") << std::string("{\n  \"a\": 1,\n}")
                                      << std::string("x.json is not a JSON object: line 3, column 1 cannot be read");
    QTest::newRow("cut short") << std::string("{\"a\": 1")
                               << std::string("x.json is not a JSON object: line 1, column 8 cannot be read");
    QTest::newRow("not UTF-8") << std::string("{\"a\": \"\xff\"}")
                               << std::string("x.json is not a JSON object: line 1, column 8 cannot be read");
    QTest::newRow("a huge number") << std::string("{\"a\": 1e999}")
                                   << std::string("x.json is not a JSON object: a number is too large");
    QTest::newRow("a list") << std::string("[1]") << std::string("x.json is not a JSON object");
    QTest::newRow("a comment") << std::string("{} // no")
                               << std::string("x.json is not a JSON object: line 1, column 4 cannot be read");
    QTest::newRow("too long") << "{\"a\":\"" + std::string(1000, 'a') + "\"}"
                              << std::string("x.json has more than 1000 bytes");
}

void TestJson::refuses()
{
    QFETCH(std::string, text);
    QFETCH(std::string, message);
    const bool small = message.ends_with("bytes");
    const auto value = parseJsonObject(text, "x.json", {.bytes = small ? 1000u : 1u << 20});
    QVERIFY(!value);
    QCOMPARE(value.error().message, message);
    QCOMPARE(value.error().code, ErrorCode::Format);
}

void TestJson::keepsTheOrderOfKeys()
{
    const auto value = parseJson<nlohmann::ordered_json>("{\"b\":1,\"a\":[2]}", "it");
    QVERIFY(value);
    QCOMPARE(jsonText(*value), std::string("{\"b\":1,\"a\":[2]}"));
}

void TestJson::readsAFile()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("a.json").toStdString();
    QVERIFY(writeAtomically(path, std::string_view("{\"a\": 1}")));
    QCOMPARE(*readJsonObject(path), (nlohmann::json{{"a", 1}}));
    QVERIFY(writeAtomically(path, nested("[", "1", "]", 100'000)));
    QCOMPARE(readJsonObject(path).error().message,
             path.string() + " nests more than 64 arrays and objects in each other");
    QCOMPARE(readJsonObject(folder.filePath("none").toStdString()).error().code, ErrorCode::NotFound);
}

void TestJson::writesWhatIsNotUtf8()
{
    QCOMPARE(jsonText(nlohmann::json{{"name", "m\xf6"}}), std::string("{\"name\":\"m\xEF\xBF\xBD\"}"));
    QCOMPARE(jsonText(nlohmann::json{{"a", 1}}, 1), std::string("{\n \"a\": 1\n}"));
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
