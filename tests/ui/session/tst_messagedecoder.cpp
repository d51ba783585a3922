// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes that an engine sends, cut at each byte, damaged, and with noise before the first message.
#include "session/MessageDecoder.h"
#include "support/Samples.h"
#include <QSignalSpy>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using protocol::Message;
using Bytes = std::vector<std::uint8_t>;

namespace {

QByteArray encoded(const Message &message)
{
    const Bytes bytes = protocol::encode(message);
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QByteArray hello()
{
    return encoded({1, protocol::HelloEvent{protocol::kMajor, protocol::kMinor, "1.0", "cpu", "BLIS"}});
}

/// A decoder and all that it said.
struct Heard {
    Heard()
    {
        QObject::connect(&decoder, &MessageDecoder::decoded, [this](const MessageBatch &batch) {
            messages.insert(messages.end(), batch->begin(), batch->end());
            isLate = isLate || !lost.isEmpty();
        });
        QObject::connect(&decoder, &MessageDecoder::lost, [this](const QString &reason) { lost << reason; });
        QObject::connect(&decoder, &MessageDecoder::skipped, [this](const QString &reason) { skipped << reason; });
        QObject::connect(&decoder, &MessageDecoder::noise, [this](const QString &quote) { noise << quote; });
    }

    MessageDecoder decoder;
    std::vector<Message> messages;
    QStringList lost, skipped, noise;
    bool isLate = false; ///< something was decoded after it was lost
};

} // namespace

class TestMessageDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageCutAtEachByte_data();
    void everyMessageCutAtEachByte();
    void damagedStreams();
    void noiseBeforeTheFirstMessage_data();
    void noiseBeforeTheFirstMessage();
    void anyNoiseBeforeTheFirstMessage();
    void noiseWithoutAMessage();
    void noiseWithoutAnEnd();
    void noiseBetweenMessages();
};

void TestMessageDecoder::everyMessageCutAtEachByte_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Message &message : test::sampleMessages())
        QTest::addRow("%d %s", index, protocol::typeName(message.body)) << index, ++index;
}

/// What ends there is no message; with the rest of it, it is.
void TestMessageDecoder::everyMessageCutAtEachByte()
{
    QFETCH(int, index);
    const Message message = test::sampleMessages()[static_cast<std::size_t>(index)];
    const QByteArray bytes = encoded(message);
    for (qsizetype cut = 0; cut < bytes.size(); ++cut) {
        Heard heard;
        heard.decoder.feed(hello() + bytes.left(cut));
        QCOMPARE(heard.messages.size(), std::size_t(1));
        heard.decoder.feed(bytes.mid(cut));
        QCOMPARE(heard.messages.size(), std::size_t(2));
        QVERIFY(test::same(heard.messages[1], message));
        QVERIFY(heard.lost.isEmpty() && heard.skipped.isEmpty() && heard.noise.isEmpty());
    }
}

/// What is still understood comes through, what is not is one sentence, and nothing comes after it.
void TestMessageDecoder::damagedStreams()
{
    std::mt19937 random(20230509);
    const std::vector<Message> samples = test::sampleMessages();
    int lost = 0, whole = 0;
    for (int round = 0; round < 20'000; ++round) {
        Bytes stream;
        for (int i = 0; i < 3; ++i) {
            const Bytes one = protocol::encode(samples[random() % samples.size()]);
            stream.insert(stream.end(), one.begin(), one.end());
        }
        stream = test::damaged(stream, random);
        const QByteArray bytes =
            hello() + QByteArray(reinterpret_cast<const char *>(stream.data()), static_cast<qsizetype>(stream.size()));
        Heard heard;
        for (qsizetype at = 0; at < bytes.size();) {
            const auto size = static_cast<qsizetype>(1 + random() % 400);
            heard.decoder.feed(bytes.mid(at, size));
            at += size;
        }
        heard.decoder.finish(false);
        QVERIFY(heard.lost.size() <= 1 && !heard.isLate);
        QVERIFY(!heard.messages.empty() && std::holds_alternative<protocol::HelloEvent>(heard.messages[0].body));
        for (const QString &sentence : heard.lost + heard.skipped)
            QVERIFY2(!sentence.isEmpty() && !sentence.contains(u'\n'), qPrintable(sentence));
        if (!heard.lost.isEmpty())
            QVERIFY2(heard.lost[0].startsWith(QStringLiteral("The engine sent something that cannot be understood: ")),
                     qPrintable(heard.lost[0]));
        lost += heard.lost.isEmpty() ? 0 : 1;
        whole += heard.messages.size() == 4 ? 1 : 0;
    }
    QVERIFY2(lost > 100 && whole > 100, qPrintable(QStringLiteral("%1, %2").arg(lost).arg(whole))); // both are seen
}

void TestMessageDecoder::noiseBeforeTheFirstMessage_data()
{
    QTest::addColumn<QByteArray>("noise");
    QTest::addColumn<QString>("quote");
    const auto row = [](const char *name, const QByteArray &noise, const char *quote) {
        QTest::newRow(name) << noise << QString::fromUtf8(quote);
    };
    row("a greeting", "Welcome to gpu-box!\n", "Welcome to gpu-box!");
    row("empty lines first", "\n\r\n\nhello\nmore\n", "hello");
    row("colours and tabs", "\033[1;32m\n\tLast\tlogin:\033[0m Mon\n", "Last login: Mon");
    row("a title of the terminal", "\033]0;me@gpu-box\agood morning\n", "good morning");
    row("other letters", "欢迎 Grüße\n", "欢迎 Grüße");
    row("no line end", "motd ", "motd");
    row("a long line", QByteArray("banner ").repeated(30) + '\n',
        "banner banner banner banner banner banner banner banner bann");
    row("no words", "\n\n****\n", "");
    row("a long text", QByteArray("This host is watched.\n").repeated(600), "This host is watched.");
    row("a length and no map", QByteArray("\x20\0\0\0Mon\n", 8), "");
    row("a length and half a map", QByteArray("\x20\0\0\0\xa1\x61\n", 7), "");
    row("nothing but zeros", QByteArray(300, '\0'), "");
    row("half a message", encoded({1, protocol::LogEvent{"warn", "cut"}}).left(20), "");
}

void TestMessageDecoder::noiseBeforeTheFirstMessage()
{
    QFETCH(QByteArray, noise);
    QFETCH(QString, quote);
    const QByteArray bytes = noise + hello() + encoded({2, protocol::LogEvent{"info", "ready"}});
    for (const bool isByteByByte : {false, true}) {
        Heard heard;
        for (qsizetype at = 0; at < bytes.size(); at += isByteByByte ? 1 : bytes.size())
            heard.decoder.feed(bytes.mid(at, isByteByByte ? 1 : bytes.size()));
        heard.decoder.finish(false);
        QVERIFY2(heard.lost.isEmpty(), qPrintable(heard.lost.join(u' ')));
        QCOMPARE(heard.messages.size(), std::size_t(2));
        QVERIFY(std::holds_alternative<protocol::HelloEvent>(heard.messages[0].body));
        QCOMPARE(heard.skipped.size(), 1);
        const QString sentence =
            QStringLiteral("The command writes something before the engine answers; it is left out");
        QVERIFY2(heard.skipped[0].startsWith(sentence), qPrintable(heard.skipped[0]));
        if (!quote.isEmpty())
            QCOMPARE(heard.skipped[0], sentence + QStringLiteral(": ") + quote);
    }
}

void TestMessageDecoder::anyNoiseBeforeTheFirstMessage()
{
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        QByteArray noise(static_cast<qsizetype>(random() % 500), '\0');
        for (char &byte : noise)
            byte = static_cast<char>(round % 2 ? ' ' + random() % 95 : random());
        Heard heard;
        const QByteArray bytes = noise + hello();
        const auto cut = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
        heard.decoder.feed(bytes.left(cut));
        heard.decoder.feed(bytes.mid(cut));
        QVERIFY2(heard.messages.size() == 1 && heard.lost.isEmpty(), noise.toHex().constData());
        QCOMPARE(heard.skipped.size(), noise.isEmpty() ? 0 : 1);
    }
}

void TestMessageDecoder::noiseWithoutAMessage()
{
    const QString sentence = QStringLiteral("The command does not start an engine, it answers: bash");
    Heard heard;
    heard.decoder.feed("bash\n$ ");
    QCOMPARE(heard.noise, QStringList{QStringLiteral("bash")}); // told while more may come
    QVERIFY(heard.lost.isEmpty());
    heard.decoder.finish(false);
    QCOMPARE(heard.lost, QStringList{sentence});
    Heard explained; // its exit status says more
    explained.decoder.feed("bash\n$ ");
    explained.decoder.finish(true);
    QVERIFY(explained.lost.isEmpty());
    Heard partly; // of a message
    partly.decoder.feed(hello().left(30));
    partly.decoder.finish(false);
    QVERIFY(partly.lost.isEmpty() && partly.noise.isEmpty());
}

void TestMessageDecoder::noiseWithoutAnEnd()
{
    Heard heard;
    for (int i = 0; i < 2000; ++i)
        heard.decoder.feed("y\ny\ny\ny\ny\ny\ny\ny\n");
    QCOMPARE(heard.lost, QStringList{QStringLiteral("The command does not start an engine, it answers: y")});
    heard.decoder.feed(hello()); // too late
    QVERIFY(heard.messages.empty());
}

void TestMessageDecoder::noiseBetweenMessages()
{
    Heard heard;
    heard.decoder.feed(hello() + "Broadcast message from root\n" + hello());
    QCOMPARE(heard.messages.size(), std::size_t(1));
    QCOMPARE(heard.lost.size(), 1);
    QVERIFY2(
        heard.lost[0].startsWith(QStringLiteral("The engine sent something that cannot be understood: A message of ")),
        qPrintable(heard.lost[0]));
}

QTEST_GUILESS_MAIN(TestMessageDecoder)
#include "tst_messagedecoder.moc"
