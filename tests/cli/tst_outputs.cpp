// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What commands write: refused before any work where it cannot be written, printed also where it cannot be saved, kept where
// the command is stopped; and names of files that are not UTF-8.
#include "base/Files.h"
#include "base/Unicode.h"
#include "cli/RunArdiff.h"
#include "cli/TestFolder.h"
#include "support/RandomModel.h"
#include "trace/RunFile.h"
#include <QTest>
#include <csignal>

using namespace ard;
using namespace ard::test;
namespace fs = std::filesystem;

class TestOutputs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void refusedBeforeAnyWork_data();
    void refusedBeforeAnyWork();
    void twoOutputsInOneFile();
    void scoresArePrintedWhereSavingFails();
    void fullStandardOutput_data();
    void fullStandardOutput();
    void distillGoesOn();
    void distillDoesNotMixRequests();
    void distillIsStopped();
    void namesThatAreNotUtf8();
    void importKeepsAModel();

private:
    QString file(const QString &name, const std::string &text) const { return m_dir.file(name, text); }
    /// Of a distillation of these sources.
    QStringList distill(const QString &out, const std::string &sources, int steps = 3)
    {
        return {"distill",
                "--model",
                m_model,
                "--steps",
                QString::number(steps),
                "--device",
                "cpu",
                "--source",
                file("distill.src", sources),
                "--out",
                m_dir.filePath(out),
                "--batch",
                "1"};
    }

    TestFolder m_dir;
    QString m_model;
    const QString m_source = QString::fromStdString(test::randomModelSource());
};

void TestOutputs::initTestCase()
{
    m_model = m_dir.filePath("model");
    const Status written = test::writeRandomModel(m_model.toStdString());
    QVERIFY2(written, written ? "" : written.error().message.c_str());
}

void TestOutputs::refusedBeforeAnyWork_data()
{
    QTest::addColumn<QStringList>("arguments");
    // The model is not there: whoever looks at it first says so.
    const QString nowhere = m_dir.filePath("nowhere/o"), none = m_dir.filePath("none"), taken = file("taken", "x");
    const QString sources = file("s.src", "a dog\n"), references = file("r.tsv", "a dog\tA dog.\n");
    const QStringList evaluate{"evaluate", "--model", none, "--refs", references};
    const QStringList generate{"generate", "--model", none, "--source", "a dog"};
    const QStringList compare{"compare", "--model", none, "--refs", references};
    for (const char *option : {"--output", "--details", "--risk-matrix"})
        QTest::addRow("evaluate %s", option) << evaluate + QStringList{option, nowhere};
    for (const char *option : {"--trace", "--risk-matrix"})
        QTest::addRow("generate %s", option) << generate + QStringList{option, nowhere};
    for (const char *option : {"--markdown", "--csv", "--json"})
        QTest::addRow("compare %s", option) << compare + QStringList{option, nowhere};
    QTest::newRow("cells") << compare + QStringList{"--cells", taken};
    QTest::newRow("folder as file") << evaluate + QStringList{"--output", m_dir.path()};
    QTest::newRow("below a device") << evaluate + QStringList{"--output", "/dev/null/x"};
    for (const QString &out : {QString("/dev/null/x"), taken, taken + "/x"})
        QTest::addRow("distill %s", qPrintable(out))
            << QStringList{"distill", "--model", none, "--source", sources, "--out", out};
    QTest::newRow("train") << QStringList{"train", "--config", sources, "--data", m_dir.path(), "--out", taken};
    QTest::newRow("prepare") << QStringList{"prepare", "--source", sources, "--target", sources, "--out", taken};
    QTest::newRow("import") << QStringList{"import", sources, "--preset", "xsum", "--out", taken + "/x"};
    QTest::newRow("grammar") << QStringList{"grammar", "generate", "--out", taken};
}

void TestOutputs::refusedBeforeAnyWork()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = ardiff(arguments);
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, std::string());
    QVERIFY2(isOneLine(outcome.error), outcome.error.c_str());
    QVERIFY2(outcome.error.rfind("ardiff: Cannot write", 0) == 0 || outcome.error.rfind("ardiff: Cannot make", 0) == 0,
             outcome.error.c_str());
    QCOMPARE(*readText(m_dir.filePath("taken").toStdString()), std::string("x"));
    QVERIFY(!fs::exists(m_dir.filePath("nowhere").toStdString()));
}

void TestOutputs::twoOutputsInOneFile()
{
    const QString references = file("r.tsv", "a dog\tA dog.\n"), out = m_dir.filePath("both"),
                  link = m_dir.filePath("lnk");
    fs::create_symlink("both", link.toStdString());
    const QStringList evaluate{"evaluate", "--model", m_model, "--steps", "2", "--refs", references};
    for (const QString &other : {out, link, m_dir.path() + "/./both"}) {
        const Outcome outcome = ardiff(evaluate + QStringList{"--output", out, "--details", other});
        QCOMPARE(outcome.status, 2);
        QCOMPARE(QString::fromStdString(outcome.error),
                 "ardiff: --output and --details name the same file, '" + other + "'\n");
        QVERIFY(!QFile::exists(out));
    }
    QCOMPARE(ardiff(evaluate + QStringList{"--output", "/dev/null", "--details", "/dev/null"}).status, 0);
}

/// /dev/full can be opened, so that it fails only when it is written.
void TestOutputs::scoresArePrintedWhereSavingFails()
{
    const QString references = file("r.tsv", "a dog\tA dog.\nread book\tShe reads.\n"), kept = m_dir.filePath("kept");
    const QStringList evaluate{"evaluate", "--model", m_model, "--steps", "2", "--refs", references};
    for (const char *option : {"--output", "--details", "--risk-matrix"}) {
        const QString other = option == QByteArray("--output") ? "--details" : "--output";
        const Outcome outcome = ardiff(evaluate + QStringList{option, "/dev/full", other, kept});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(isOneLine(outcome.error) && outcome.error.find("/dev/full") != std::string::npos,
                 outcome.error.c_str());
        QVERIFY2(outcome.out.find("BLEU") != std::string::npos, outcome.out.c_str());
        QVERIFY(QFile::remove(kept)); // the other file was written
    }
    const QStringList generate{"generate", "--model", m_model, "--steps", "2", "--source", m_source};
    const Outcome whole = ardiff(generate);
    for (const char *option : {"--trace", "--risk-matrix"}) {
        const Outcome outcome = ardiff(generate + QStringList{option, "/dev/full"});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, whole.out);
    }
    const Outcome unprinted = ardiff(evaluate + QStringList{"--output", kept}, {}, "/dev/full");
    QCOMPARE(unprinted.status, 1);
    QCOMPARE(readLines(kept.toStdString())->size(), std::size_t(2));
}

void TestOutputs::fullStandardOutput_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString sources = file("s.src", "a dog\na cat\n");
    const QString judged = file("j.tsv", "agent: two dogs | action: chase | object: a ball\tthe the the .\n");
    QTest::newRow("judge") << QStringList{"grammar", "judge", "--input", judged};
    QTest::newRow("judge, JSON") << QStringList{"grammar", "judge", "--input", judged, "--format", "json"};
    QTest::newRow("grammar") << QStringList{"grammar", "generate", "--pairs", "3", "--out", m_dir.filePath("g")};
    QTest::newRow("prepare") << QStringList{"prepare", "--source",         sources, "--target",
                                            sources,   "--vocab-size",     "20",    "--word-model",
                                            "--out",   m_dir.filePath("p")};
    QTest::newRow("info") << QStringList{"info", m_model};
    QTest::newRow("schedule") << QStringList{"schedule", "--length", "5"};
}

void TestOutputs::fullStandardOutput()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = ardiff(arguments, {}, "/dev/full");
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error, std::string("ardiff: Cannot write to standard output: No space left on device\n"));
}

/// Killed after some texts: they are not written again, and the rest makes the same files as without a stop.
void TestOutputs::distillGoesOn()
{
    const std::string source = m_source.toStdString();
    const std::string sources =
        source + "\n" + source + " " + source + "\n" + source.substr(0, source.size() / 2) + "\n";
    QCOMPARE(ardiff(distill("whole", sources)).status, 0);
    const fs::path whole = m_dir.filePath("whole").toStdString(), part = m_dir.filePath("part").toStdString();
    QVERIFY(!fs::exists(whole / "distill.part"));
    const auto targets = readLines(whole / "train.tgt");
    QVERIFY(targets && targets->size() == 3);
    QProcess killed;
    killed.start(QStringLiteral(ARDIFF_PROGRAM), distill("part", sources, 3));
    const auto lines = [&] { return readLines(part / "distill.part").value_or(std::vector<std::string>()).size(); };
    QTRY_VERIFY_WITH_TIMEOUT(lines() >= 2 || killed.state() == QProcess::NotRunning, 60'000);
    killed.kill();
    QVERIFY(killed.state() == QProcess::NotRunning || killed.waitForFinished(60'000));
    if (killed.exitStatus() == QProcess::NormalExit)
        QSKIP("it was done before it could be killed");
    // What a kill in the middle of a line leaves; and a text that shows whether it is taken.
    std::string kept = *readText(part / "distill.part");
    kept = kept.substr(0, kept.find('\n') + 1) + "[1,\"kept\"]\n[2,\"cut sh";
    QVERIFY(writeAtomically(part / "distill.part", kept));
    const Outcome rest = ardiff(distill("part", sources) + QStringList{"--format", "json"});
    QCOMPARE(rest.error, std::string());
    QVERIFY(nlohmann::json::parse(rest.out).value("complete", false));
    QCOMPARE(*readLines(part / "train.tgt"), (std::vector<std::string>{targets->at(0), "kept", targets->at(2)}));
    QVERIFY(!fs::exists(part / "distill.part"));
}

void TestOutputs::distillDoesNotMixRequests()
{
    const std::string sources = m_source.toStdString() + "\n";
    const fs::path out = m_dir.filePath("mix").toStdString();
    fs::create_directories(out);
    QVERIFY(writeAtomically(out / "distill.part", std::string_view("0123456789abcdef\n[0,\"of another request\"]\n")));
    QCOMPARE(ardiff(distill("mix", sources)).status, 0);
    QVERIFY(readText(out / "train.tgt")->find("another") == std::string::npos);
}

/// Ctrl-C keeps what is there, says so, and the same command goes on.
void TestOutputs::distillIsStopped()
{
    std::string sources;
    for (int i = 0; i < 400; ++i)
        sources += m_source.toStdString() + " " + std::to_string(i) + "\n";
    const fs::path out = m_dir.filePath("stopped").toStdString();
    for (const int signal : {SIGINT, SIGTERM}) {
        fs::remove_all(out);
        QProcess process;
        process.start(QStringLiteral(ARDIFF_PROGRAM), distill("stopped", sources, 20));
        const auto lines = [&] { return readLines(out / "distill.part").value_or(std::vector<std::string>()).size(); };
        QTRY_VERIFY_WITH_TIMEOUT(lines() >= 3, 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        const std::size_t done = lines() - 1;
        QVERIFY(done >= 2 && done < 400);
        QVERIFY2(process.readAllStandardOutput().contains("stopped: " + QByteArray::number(qulonglong(400 - done)) +
                                                          " of 400 sources are missing"),
                 "");
        QCOMPARE(readLines(out / "train.src")->size(), readLines(out / "train.tgt")->size());
    }
}

void TestOutputs::namesThatAreNotUtf8()
{
    const fs::path folder = fs::path(m_dir.path().toStdString()) / "m\xf6";
    fs::copy(m_model.toStdString(), folder);
    const auto run = [&](QStringList arguments) { // QProcess would encode the name anew: the shell does it
        QProcess shell;
        for (QString &argument : arguments)
            argument.replace(u'\u00f6', QStringLiteral("'$'\\xf6''"));
        shell.start(QStringLiteral("bash"),
                    {QStringLiteral("-c"),
                     QStringLiteral(ARDIFF_PROGRAM) + " '" + arguments.join(QStringLiteral("' '")) + "'"});
        shell.waitForFinished(120'000);
        return Outcome{shell.exitStatus() == QProcess::NormalExit ? shell.exitCode() : -1,
                       shell.readAllStandardOutput().toStdString(), shell.readAllStandardError().toStdString()};
    };
    const QString name = m_dir.filePath(QString::fromUtf8("m\u00f6"));
    const Outcome info = run({"info", name, "--format", "json"});
    QCOMPARE(info.status, 0);
    const auto json = nlohmann::json::parse(info.out, nullptr, false);
    QCOMPARE(json.value("folder", ""), m_dir.filePath("m").toStdString() + "\xEF\xBF\xBD");
    const QString out = m_dir.filePath(QString::fromUtf8("out\u00f6"));
    const Outcome imported = run({"import", ARD_TEST_FIXTURES "/model_checkpoint-7", "--config",
                                  ARD_TEST_FIXTURES "/checkpoint-7.config.json", "--out", out, "--format", "json"});
    QCOMPARE(imported.status, 0);
    QVERIFY(nlohmann::json::parse(imported.out, nullptr, false).is_object());
    QCOMPARE(run({"info", out, "--format", "json"}).status, 0);
    const QString trace = m_dir.filePath("t.ardrun"), steps = "3";
    QCOMPARE(run({"generate", "--model", name, "--source", m_source, "--steps", steps, "--trace", trace}).status, 0);
    QVERIFY(loadRun(trace.toStdString()));
    const Outcome missing = run({"verify", m_dir.filePath(QString::fromUtf8("none\u00f6")), "--format", "json"});
    QCOMPARE(missing.status, 1);
    QVERIFY(isOneLine(missing.error) && isValidUtf8(missing.error));
}

void TestOutputs::importKeepsAModel()
{
    const fs::path out = m_dir.filePath("mine").toStdString();
    fs::copy(m_model.toStdString(), out);
    QVERIFY(writeAtomically(out / "README.md", std::string_view("about the old model\n")));
    const std::string before = *readText(out / "model.json");
    const QStringList import{"import",   ARD_TEST_FIXTURES "/model_checkpoint-7",
                             "--config", ARD_TEST_FIXTURES "/checkpoint-7.config.json",
                             "--out",    m_dir.filePath("mine")};
    const Outcome refused = ardiff(import);
    QCOMPARE(refused.status, 2);
    QVERIFY2(isOneLine(refused.error) && refused.error.find("--force") != std::string::npos, refused.error.c_str());
    QCOMPARE(*readText(out / "model.json"), before);
    QVERIFY(fs::exists(out / "tokenizer.model"));
    QCOMPARE(ardiff(import + QStringList{"--force"}).status, 0);
    QVERIFY(*readText(out / "model.json") != before);
    QVERIFY(!fs::exists(out / "tokenizer.model") && !fs::exists(out / "README.md"));
    // A folder without a model is the user's own: what lies there stays.
    const fs::path notes = m_dir.filePath("notes").toStdString();
    fs::create_directories(notes);
    QVERIFY(writeAtomically(notes / "README.md", std::string_view("mine\n")));
    QStringList beside = import;
    beside.back() = m_dir.filePath("notes");
    QCOMPARE(ardiff(beside).status, 0);
    QCOMPARE(*readText(notes / "README.md"), std::string("mine\n"));
}

QTEST_GUILESS_MAIN(TestOutputs)
#include "tst_outputs.moc"
