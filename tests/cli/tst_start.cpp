// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of ardiff works without the program that is linked with LibTorch, and on which libraries that one is started.
#include "SlimLibraries.h"
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Answer {
    int status = -1;
    QByteArray out, error;
};

Answer run(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

bool write(const QString &file, const QByteArray &bytes)
{
    QFile to(file);
    return to.open(QIODevice::WriteOnly) && to.write(bytes) == bytes.size();
}

/// The line that the list has of a file as it is now.
QByteArray lineOf(const QString &file)
{
    const QFileInfo info(file);
    return QByteArray::number(info.size()) + ' ' + QByteArray::number(info.lastModified().toSecsSinceEpoch()) + ' ' +
        file.toUtf8() + '\n';
}

} // namespace

class TestStart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_alone.isValid());
        // A folder below it: the other program is looked for beside and in ../libexec, which must not be that of all temporary files.
        QVERIFY(QDir(m_alone.path()).mkdir(QStringLiteral("bin")));
        m_program = m_alone.filePath(QStringLiteral("bin/ardiff"));
        QVERIFY(QFile::copy(QStringLiteral(ARDIFF_PROGRAM), m_program));
        QVERIFY(write(m_alone.filePath(QStringLiteral("outputs")), "a b c\n"));
        QVERIFY(write(m_alone.filePath(QStringLiteral("refs")), "s\ta b c\n"));
    }

    void needsNoLibTorch_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("help") << QStringList{"--help"} << QByteArray("serve");
        QTest::newRow("version") << QStringList{"--version"} << QByteArray("0.");
        QTest::newRow("schedule") << QStringList{"schedule", "--length", "5", "--steps", "3"} << QByteArray("1999");
        QTest::newRow("noise schedule") << QStringList{"noise-schedule", "--diffusion-steps", "10", "--format", "json"}
                                        << QByteArray("alpha_bar");
        QTest::newRow("metrics") << QStringList{"metrics", "--hypotheses",           m_alone.filePath("outputs"),
                                                "--refs",  m_alone.filePath("refs"), "--format",
                                                "json"}
                                 << QByteArray("bleu");
        QTest::newRow("help of a command") << QStringList{"metrics", "--help"} << QByteArray("--hypotheses");
    }

    /// A copy of the program, which has no other beside it.
    void needsNoLibTorch()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, said);
        const Answer answer = run(m_program, arguments);
        QVERIFY2(answer.status == 0, answer.error.constData());
        QVERIFY2(answer.out.contains(said), answer.out.constData());
    }

    void saysWhatIsMissing()
    {
        const Answer answer = run(m_program, {"info"});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.error.contains("the part of ardiff that computes, cannot be started: No such file"),
                 answer.error.constData());
        QCOMPARE(answer.error.count('\n'), 1);
    }

    /// Help, usage and exit status of a command are those of the program that has it.
    void commandsOfTheOtherProgramAreWhole()
    {
        const QString program = QStringLiteral(ARDIFF_PROGRAM);
        const Answer help = run(program, {"bench", "--help"});
        QCOMPARE(help.status, 0);
        QVERIFY(help.out.contains("--rounds"));
        const QByteArray listed = run(program, {"--help"}).out, first = help.out.left(help.out.indexOf('\n'));
        QVERIFY2(listed.simplified().contains(first.left(40).simplified()), first.constData());
        const Answer wrong = run(program, {"info", "--format", "json", "--such"});
        QCOMPARE(wrong.status, 2);
        QCOMPARE(wrong.error, QByteArray("ardiff: ardiff info has no option '--such' (see ardiff info --help)\n"));
        QCOMPARE(run(program, {"fill"}).status, 2);
        QCOMPARE(run(program, {"nonsense"}).status, 2);
    }

    /// A folder of that name where one is goes before the model that came with the program.
    void aBundledModelHasAName()
    {
        QTemporaryDir folder;
        const QString program = QStringLiteral(ARDIFF_PROGRAM);
        const QStringList arguments{"schedule", "--model", "tiny", "--steps", "2"};
        const Answer bundled = run(program, arguments, folder.path());
        QVERIFY2(bundled.status == 0, bundled.error.constData());
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("tiny")));
        const Answer here = run(program, arguments, folder.path());
        QCOMPARE(here.status, 1);
        QVERIFY2(here.error.contains("tiny is not a model folder"), here.error.constData());
        QCOMPARE(run(program, {"schedule", "--model", "no such model", "--steps", "2"}, folder.path()).status, 1);
    }

    void slimFolderIsForTheseLibraries()
    {
        QTemporaryDir folder;
        const QString one = folder.filePath(QStringLiteral("a library.so")), two = folder.filePath("b.so"),
                      list = folder.filePath(QStringLiteral("made-for"));
        QVERIFY(write(one, "1") && write(two, "22"));
        const auto valid = [&] { return ard::cli::isSlimFolderValid(folder.path().toStdString()); };
        QVERIFY(!valid()); // no list
        QVERIFY(write(list, ""));
        QVERIFY(!valid()); // no library
        QVERIFY(write(list, lineOf(one) + lineOf(two)));
        QVERIFY(valid());
        QVERIFY(write(list, lineOf(one) + "nonsense\n"));
        QVERIFY(!valid());
        QVERIFY(write(list, lineOf(one) + lineOf(two)));
        QVERIFY(write(two, "333")); // an upgrade
        QVERIFY(!valid());
        QVERIFY(write(two, "44"));
        QFile touched(two);
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(touched.setFileTime(QDateTime::fromSecsSinceEpoch(1'000'000), QFileDevice::FileModificationTime));
        QVERIFY(!valid()); // of the same size
        QVERIFY(QFile::remove(two));
        QVERIFY(!valid());
    }

private:
    QTemporaryDir m_alone;
    QString m_program;
};

QTEST_GUILESS_MAIN(TestStart)
#include "tst_start.moc"
