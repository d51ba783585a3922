// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that go on from others by the command line, on a model folder with untrained weights: what changes, what is refused, and that
// the commands which an exported page names make a branch again.
#include "cli/RunArdiff.h"
#include "cli/TestFolder.h"
#include "support/RandomModel.h"
#include "support/Refusal.h"
#include "trace/RequestParameters.h"
#include "trace/RunCommand.h"
#include "trace/RunFile.h"
#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace ard;
using namespace ard::test;

class TestBranchCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void generateContinued();
    void branchesAreMadeAgainByTheirCommands();
    void whatARunFixesIsRefused();
    void scheduleParametersOfTheRest_data();
    void scheduleParametersOfTheRest();

private:
    QStringList generate(const QStringList &more) const
    {
        return QStringList{"generate", "--model", m_model, "--steps", "4", "--device", "cpu"} + more;
    }
    TestFolder m_dir;
    QString m_model;
    const QString m_source = QString::fromStdString(test::randomModelSource());
};

void TestBranchCommands::initTestCase()
{
    m_model = m_dir.filePath("model");
    const Status written = test::writeRandomModel(m_model.toStdString());
    QVERIFY2(written, written ? "" : written.error().message.c_str());
}

void TestBranchCommands::generateContinued()
{
    const QString trace = m_dir.filePath("whole.ardrun"), rest = m_dir.filePath("rest.ardrun");
    const auto whole = jsonOf(generate({"--source", m_source, "--trace", trace, "--seed", "9"}));
    QVERIFY(whole.is_array());
    const QStringList from{"generate", "--model", m_model, "--device", "cpu", "--continue-from", trace, "--at", "2"};
    const auto same = jsonOf(from);
    QVERIFY(same[0].at("tokens") == whole[0].at("tokens"));
    QCOMPARE(same[0].at("model_calls").get<int>(), 2);
    const auto changed = jsonOf(from +
                                QStringList{"--pin", "3=#7", "--renoise", "5", "--seed", "10", "--steps", "3",
                                            "--schedule", "uniform", "--trace", rest});
    QVERIFY(changed.is_array());
    QCOMPARE(changed[0].at("tokens")[3].get<int>(), 7);
    const auto run = loadRun(rest.toStdString());
    QVERIFY(run);
    QCOMPARE(run->frames.size(), std::size_t(3));
    QCOMPARE(run->request.seed, std::uint64_t(9));
    QCOMPARE(run->request.continuations.size(), std::size_t(1));
    QCOMPARE(run->request.continuations[0].seed.value_or(0), std::uint64_t(10));
    const auto again =
        jsonOf({"generate", "--model", m_model, "--continue-from", rest, "--at", "1"}); // of a continued run
    QVERIFY(again[0].at("tokens") == changed[0].at("tokens"));
    const std::pair<QStringList, const char *> refused[] = {
        {{"--pin", "3"}, "--pin takes a position and a word, as 3=dog, not '3'"},
        {{"--pin", "x=dog"}, "as 3=dog, not 'x=dog'"},
        {{"--pin", "3=#99999"}, "there is no word 99999"},
        {{"--renoise", "12"}, "there is no position 12"},
        {{"--source", "a"}, "--source excludes --continue-from"}};
    for (const auto &[wrong, told] : refused) {
        const Outcome outcome = ardiff(from + wrong);
        QCOMPARE(outcome.status, 2);
        ARD_SAYS(outcome.error, told);
    }
    const QString other = m_dir.filePath("other");
    test::RandomModelOptions options;
    options.seed = 2;
    QVERIFY(test::writeRandomModel(other.toStdString(), options));
    const Outcome foreign = ardiff({"generate", "--model", other, "--continue-from", trace, "--at", "2"});
    QCOMPARE(foreign.status, 2);
    QVERIFY2(isOneLine(foreign.error), foreign.error.c_str());
}

/// What an exported page says of a branch of a branch, given to a shell in an empty folder, makes it again.
void TestBranchCommands::branchesAreMadeAgainByTheirCommands()
{
    const auto file = [this](int number) { return m_dir.filePath(QStringLiteral("branch%1.ardrun").arg(number)); };
    QCOMPARE(ardiff(generate({"--source", m_source, "--trace", file(0), "--seed", "9", "--eta", "0.5"})).status, 0);
    const QStringList changes[] = {{"--at", "2", "--pin", "3=#7", "--replace", "4=#6", "--steps", "4", "--seed", "10"},
                                   {"--at", "1", "--renoise", "5", "--schedule", "lagged", "--lag", "3", "--ruler",
                                    "list=" + QString::number(12) + ",3,0"}};
    for (int i = 0; i < 2; ++i)
        QCOMPARE(ardiff(QStringList{"generate", "--model", m_model, "--device", "cpu", "--continue-from", file(i),
                                    "--trace", file(i + 1)} +
                        changes[i])
                     .status,
                 0);
    const auto run = loadRun(file(2).toStdString());
    QVERIFY(run && run->request.continuations.size() == 2);
    const QString folder = m_dir.filePath("again");
    QVERIFY(QDir().mkpath(folder));
    QByteArray last;
    for (const std::string &command : runCommands(run->request, m_model.toStdString())) {
        QProcess shell;
        shell.setWorkingDirectory(folder);
        shell.start("sh",
                    {"-c",
                     "PATH=" + QFileInfo(QStringLiteral(ARDIFF_PROGRAM)).path() + ":$PATH; " +
                         QString::fromStdString(command)});
        QVERIFY(shell.waitForFinished(120'000));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        last = shell.readAllStandardOutput();
    }
    QCOMPARE(last.toStdString(), run->outputs.at(0).text + "\n");
}

/// Every request parameter, those of later versions too, either changes in a run that is continued or is refused.
void TestBranchCommands::whatARunFixesIsRefused()
{
    const QString trace = m_dir.filePath("fixed.ardrun"), rest = m_dir.filePath("fixedrest.ardrun");
    QCOMPARE(ardiff(generate({"--source", m_source, "--trace", trace})).status, 0);
    for (const RequestParameter &parameter : requestParameters()) {
        const QString option = "--" + QString::fromStdString(parameter.name);
        const QString value = parameter.kind == RequestParameter::Kind::Choice
            ? QString::fromStdString(parameter.choices.front().name)
            : QStringLiteral("1");
        const Outcome outcome = ardiff({"generate", "--model", m_model, "--device", "cpu", "--continue-from", trace,
                                        "--at", "1", "--trace", rest, option, value});
        QCOMPARE(outcome.status, parameter.fixedWhenContinued ? 2 : 0);
        QCOMPARE(outcome.error.find("stays as it was in the run") != std::string::npos, parameter.fixedWhenContinued);
    }
}

void TestBranchCommands::scheduleParametersOfTheRest_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("parameter");
    for (const TimestepScheduleKind &kind : timestepScheduleKinds())
        for (const ScheduleParameter &parameter : kind.parameters)
            QTest::addRow("%s of %s", parameter.name.c_str(), kind.name.c_str())
                << QString::fromStdString(kind.name) << QString::fromStdString(parameter.name);
}

/// A parameter alone changes the run's timestep schedule in this and in nothing else; of all in the registry.
void TestBranchCommands::scheduleParametersOfTheRest()
{
    QFETCH(QString, kind);
    QFETCH(QString, parameter);
    const QString trace = m_dir.filePath("kind.ardrun"), rest = m_dir.filePath("kindrest.ardrun");
    const QString option = "--" + parameter;
    QCOMPARE(ardiff(generate({"--source", m_source, "--trace", trace, "--schedule", kind, option, "3"})).status, 0);
    const auto before = loadRun(trace.toStdString());
    QVERIFY(before);
    const QStringList from{"generate", "--model", m_model, "--device", "cpu", "--continue-from",
                           trace,      "--at",    "1",     "--trace",  rest};
    QCOMPARE(ardiff(from + QStringList{option, "5"}).status, 0);
    const auto after = loadRun(rest.toStdString());
    QVERIFY(after && after->request.continuations.size() == 1 && after->request.continuations[0].schedule);
    const TimestepScheduleSpec &spec = *after->request.continuations[0].schedule;
    QCOMPARE(spec.kind, kind.toStdString());
    for (const ScheduleParameter &one : scheduleParameters())
        QCOMPARE(one.get(spec), one.name == parameter.toStdString() ? 5.0 : one.get(before->request.schedule));
    const Outcome other = ardiff(from + QStringList{"--schedule", "uniform", option, "5"});
    QCOMPARE(other.status, 2);
    QVERIFY2(isOneLine(other.error) && other.error.find(parameter.toStdString()) != std::string::npos,
             other.error.c_str());
}

QTEST_GUILESS_MAIN(TestBranchCommands)
#include "tst_branchcommands.moc"
