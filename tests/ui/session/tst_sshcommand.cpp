// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An engine on another machine, by a stand-in of ssh that is first in the PATH: banners, a slow line, one that drops, refusals.
#include "protocol/Codec.h"
#include "ui/session/EngineBench.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <random>

using namespace ard;
using namespace ard::ui;
using namespace ard::test;

namespace {

const QString kDropped = QStringLiteral("Connection to gpu-box closed by remote host.");

/// What an engine sends, and where in it each message ends.
struct Recorded {
    QByteArray bytes;
    std::vector<qsizetype> ends;
    std::vector<protocol::Message> messages;

    explicit Recorded(const QByteArray &stream) : bytes(stream)
    {
        protocol::PayloadReader reader;
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const auto byte = static_cast<std::uint8_t>(bytes[i]);
            reader.feed({&byte, 1});
            if (const auto payload = reader.next(); payload && *payload) {
                ends.push_back(i + 1);
                messages.push_back(*protocol::decode(**payload));
            }
        }
    }
    int framesBefore(qsizetype cut) const
    {
        int frames = 0;
        for (std::size_t i = 0; i < ends.size() && ends[i] <= cut; ++i)
            frames += std::holds_alternative<protocol::FrameEvent>(messages[i].body) ? 1 : 0;
        return frames;
    }
};

} // namespace

class TestSshCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void banners_data();
    void banners();
    void aShellInsteadOfAnEngine();
    void refusals_data();
    void refusals();
    void byteByByte();
    void dropsAnywhere();

private:
    /// What the stand-in does; "$@" is the command for the other machine.
    void setSsh(const QByteArray &does)
    {
        QFile file(m_folder.filePath(QStringLiteral("ssh")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/bash\nshift # the host\n" + does + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    static void useSsh(Bench &bench)
    {
        bench.engine.setCommand(QStringLiteral("ssh gpu-box ") + quoteWord(QStringLiteral(ARD_FAKE_ENGINE)));
    }
    /// Loads a model and makes one run.
    static bool worksWhole(Bench &bench, Run &run) { return bench.ready() && bench.generate(run) && bench.ends(run); }

    QTemporaryDir m_folder;
};

void TestSshCommand::initTestCase()
{
    qputenv("PATH", QFile::encodeName(m_folder.path()) + ':' + qgetenv("PATH"));
}

void TestSshCommand::banners_data()
{
    QTest::addColumn<QByteArray>("prints");
    QTest::addColumn<QString>("quote");
    const auto row = [](const char *name, const QByteArray &prints, const char *quote) {
        QTest::newRow(name) << prints << QString::fromUtf8(quote);
    };
    row("a greeting", "Welcome to gpu-box!\\n", "Welcome to gpu-box!");
    row("lines and colours", "\\n\\033[1;32m*****\\033[0m\\nLast login: Mon\\n\\n2 updates\\n", "Last login: Mon");
    row("no line end", "(base) ", "(base)");
    row("other letters", "欢迎 Grüße\\n", "欢迎 Grüße");
    row("bytes", "\\001\\002\\n\\000\\000\\000\\000", "");
}

/// What the profile of the other machine prints is left out, and said in the log.
void TestSshCommand::banners()
{
    QFETCH(QByteArray, prints);
    QFETCH(QString, quote);
    setSsh("printf '" + prints + "'; exec \"$@\"");
    Bench bench;
    useSsh(bench);
    Run run(sampleRequest());
    QVERIFY(worksWhole(bench, run));
    QCOMPARE(run.state(), Run::State::Complete);
    QCOMPARE(run.frameCount(), 10);
    const QString sentence = QStringLiteral("The command writes something before the engine answers; it is left out");
    QVERIFY2(bench.log.allText().contains(quote.isEmpty() ? sentence : sentence + QStringLiteral(": ") + quote),
             qPrintable(bench.log.allText()));
}

void TestSshCommand::aShellInsteadOfAnEngine()
{
    setSsh("echo 'Welcome to gpu-box!'; exec cat >/dev/null");
    Bench bench;
    useSsh(bench);
    bench.engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(bench.engine.statusText(),
                              QStringLiteral("Starting the engine; so far it has answered: Welcome to gpu-box!"),
                              kWait);
    QCOMPARE(bench.engine.state(), State::Starting);
    bench.engine.setHelloTimeout(1); // its patience ends
    QVERIFY(bench.reaches(State::Failed));
    QCOMPARE(bench.engine.statusText(),
             QStringLiteral("The command does not start an engine, it answers: Welcome to gpu-box!"));
    setSsh("exec \"$@\"");
    bench.engine.setHelloTimeout(kWait);
    Run run(sampleRequest());
    bench.engine.restart();
    QVERIFY(worksWhole(bench, run));
    QCOMPARE(run.state(), Run::State::Complete);
}

void TestSshCommand::refusals_data()
{
    QTest::addColumn<QByteArray>("does");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *does, const char *sentence) {
        QTest::newRow(name) << QByteArray(does) << QString::fromLatin1(sentence);
    };
    row("no host", "echo 'ssh: Could not resolve hostname gpu-box: Name or service not known' >&2; exit 255",
        "The engine stopped with exit status 255: ssh: Could not resolve hostname gpu-box: Name or service not known");
    row("no key", "echo 'me@gpu-box: Permission denied (publickey).' >&2; exit 255",
        "The engine stopped with exit status 255: me@gpu-box: Permission denied (publickey).");
    row("no program, behind a banner", "echo Welcome; echo 'bash: line 1: ardiff: command not found' >&2; exit 127",
        "The engine stopped with exit status 127: bash: line 1: ardiff: command not found");
    row("nothing but a banner", "echo 'This account is not available'",
        "The command does not start an engine, it answers: This account is not available");
    row("nothing", "exit 0", "The engine stopped by itself");
}

void TestSshCommand::refusals()
{
    QFETCH(QByteArray, does);
    QFETCH(QString, sentence);
    setSsh(does);
    Bench bench;
    useSsh(bench);
    bench.engine.start();
    QVERIFY(bench.reaches(State::Failed));
    QCOMPARE(bench.engine.statusText(), sentence);
}

void TestSshCommand::byteByByte()
{
    setSsh("printf 'Welcome\\n'; dd bs=1 status=none | \"$@\" | dd bs=1 status=none");
    Bench bench;
    useSsh(bench);
    Run run(sampleRequest());
    QVERIFY(worksWhole(bench, run));
    QCOMPARE(run.state(), Run::State::Complete);
    QCOMPARE(run.frameCount(), 10);
    QCOMPARE(run.textAt(10), [] {
        Bench near;
        Run same(sampleRequest());
        return worksWhole(near, same) ? same.textAt(10) : QString();
    }());
}

/// After so many bytes the line is gone: at the end of each message, one byte before and behind it, and anywhere. What came whole is
/// kept, and one sentence says what ssh said.
void TestSshCommand::dropsAnywhere()
{
    const QString file = m_folder.filePath(QStringLiteral("stream"));
    setSsh("\"$@\" | tee '" + QFile::encodeName(file) + '\'');
    {
        Bench bench;
        useSsh(bench);
        Run run(sampleRequest(4));
        QVERIFY(worksWhole(bench, run));
    }
    QFile recorded(file);
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    const Recorded stream(recorded.readAll());
    QCOMPARE(stream.framesBefore(stream.bytes.size()), 4);
    std::vector<qsizetype> cuts{0, 1};
    for (const qsizetype end : stream.ends)
        cuts.insert(cuts.end(), {end - 1, end, end + 1});
    std::mt19937 random(3);
    for (int i = 0; i < 10; ++i)
        cuts.push_back(static_cast<qsizetype>(random() % static_cast<unsigned>(stream.bytes.size())));
    const qsizetype last = stream.ends.back(); // behind it nothing is dropped
    for (const qsizetype cut : cuts) {
        if (cut >= last)
            continue;
        setSsh("exec 3<&0; dd status=none bs=1 count=" + QByteArray::number(cut) +
               " < <(\"$@\" <&3 2>/dev/null); echo '" + kDropped.toUtf8() + "' >&2; exit 255");
        Run run(sampleRequest(4));
        Bench bench;
        useSsh(bench);
        bool isAsked = false;
        connect(&bench.engine, &EngineClient::modelLoaded, &run, [&] { isAsked = bench.generate(run); });
        bench.engine.loadModel(QStringLiteral("somewhere"));
        bench.engine.start();
        QVERIFY2(bench.reaches(State::Failed), qPrintable(QString::number(cut)));
        QCOMPARE(bench.engine.statusText(), QStringLiteral("The engine stopped with exit status 255: ") + kDropped);
        QCOMPARE(run.frameCount(), stream.framesBefore(cut));
        if (isAsked)
            QCOMPARE(run.state(), Run::State::Interrupted);
        for (int call = 1; call <= run.frameCount(); ++call)
            QVERIFY(!run.textAt(call).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestSshCommand)
#include "tst_sshcommand.moc"
