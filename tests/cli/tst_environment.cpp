// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the program makes of its environment: threads that wait sleep unless it says otherwise, and no number of threads
// crashes it.
#include "cli/RunArdiff.h"
#include <QFile>
#include <QTest>

using namespace ard::test;

namespace {

/// The environment of this test without the variables of OpenMP, which ctest sets.
QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"OMP_WAIT_POLICY", "OMP_NUM_THREADS", "GOMP_SPINCOUNT"})
        environment.remove(QString::fromLatin1(name));
    return environment;
}

QByteArray fileOf(const QProcess &process, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(process.processId()).arg(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestEnvironment : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void threadsWaitPassively_data();
    void threadsWaitPassively();
    void keepsItsArguments();
    void anyNumberOfThreads_data();
    void anyNumberOfThreads();
};

void TestEnvironment::threadsWaitPassively_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("by itself") << QByteArray("ARD_UNUSED") << QByteArray("1")
                               << QByteArrayList{"OMP_WAIT_POLICY=passive"};
    QTest::newRow("told to spin") << QByteArray("OMP_WAIT_POLICY") << QByteArray("active")
                                  << QByteArrayList{"OMP_WAIT_POLICY=active"};
    QTest::newRow("told how long to spin") << QByteArray("GOMP_SPINCOUNT") << QByteArray("10000") << QByteArrayList{};
}

/// Of `ardiff serve`, which stays; its answer says that it is past all constructors.
void TestEnvironment::threadsWaitPassively()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArrayList, expected);
    QProcess process;
    QProcessEnvironment environment = plainEnvironment();
    environment.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ARDIFF_PROGRAM), {QStringLiteral("serve")});
    QVERIFY(process.waitForStarted());
    process.write("\x01\0\0\0\xff", 5); // is answered as malformed
    QVERIFY(process.waitForReadyRead(60'000));
    QByteArrayList waiting;
    for (const QByteArray &variable : fileOf(process, "environ").split('\0'))
        if (variable.startsWith("OMP_WAIT_POLICY="))
            waiting << variable;
    QCOMPARE(waiting, expected);
    QCOMPARE(fileOf(process, "comm").trimmed(), QByteArray("ardiff"));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
}

void TestEnvironment::keepsItsArguments()
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.start(
        QStringLiteral(ARDIFF_PROGRAM),
        {QStringLiteral("schedule"), QStringLiteral("--length"), QStringLiteral("5"), QStringLiteral("a b 'c'")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardError(),
             QByteArray("ardiff: ardiff schedule does not take 'a b 'c'' (see ardiff schedule --help)\n"));
}

void TestEnvironment::anyNumberOfThreads_data()
{
    QTest::addColumn<QString>("threads");
    QTest::addColumn<int>("used"); // 0: as many as there are cores
    QTest::newRow("three") << "3" << 3;
    QTest::newRow("a list") << "3,2" << 3;
    QTest::newRow("far too many") << "100000" << 0;
    QTest::newRow("more than a number holds") << "99999999999999999999999" << 0;
    QTest::newRow("none") << "0" << 0;
    QTest::newRow("no number") << "many" << 0;
}

void TestEnvironment::anyNumberOfThreads()
{
    QFETCH(QString, threads);
    QFETCH(int, used);
    const auto threadsOf = [](const QProcessEnvironment &environment) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(ARDIFF_PROGRAM),
                      {QStringLiteral("info"), QStringLiteral("--format"), QStringLiteral("json")});
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            return -1;
        return nlohmann::json::parse(process.readAllStandardOutput().toStdString(), nullptr, false)
            .value("threads", -1);
    };
    QProcessEnvironment environment = plainEnvironment();
    const int cores = threadsOf(environment);
    QVERIFY(cores >= 1);
    environment.insert(QStringLiteral("OMP_NUM_THREADS"), threads);
    QCOMPARE(threadsOf(environment), used == 0 ? cores : used);
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
