// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Command lines that cannot be run: status 2 and one line that names what is wrong, before anything is loaded.
#include "cli/RunArdiff.h"
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace ard::test;

namespace {

const QStringList kGenerate{"generate", "--model", ARD_MODELS "/tiny", "--source", "agent: a boy"};
const QStringList kCompare{"compare", "--model", ARD_MODELS "/tiny", "--refs", "none.tsv"};
const QStringList kEvaluate{"evaluate", "--model", ARD_MODELS "/tiny", "--refs", "none.tsv"};
const QStringList kSchedule{"schedule", "--length", "5"};

} // namespace

class TestBadUsage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unsignedNumbers_data();
    void unsignedNumbers();
    void numbers_data();
    void numbers();
    void unknown_data();
    void unknown();
    void numbersInDecimal();
    void largestSeed();
    void oneLineWhateverIsNamed();

private:
    static void verifyRefused(const QStringList &arguments, const QString &sentence)
    {
        const Outcome outcome = ardiff(arguments);
        QCOMPARE(QString::fromStdString(outcome.error), "ardiff: " + sentence + "\n");
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, std::string());
    }
};

void TestBadUsage::unsignedNumbers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("command");
    QTest::newRow("generate") << kGenerate << "--seed"
                              << "generate";
    QTest::newRow("bootstrap") << kEvaluate << "--bootstrap-seed"
                               << "evaluate";
    QTest::newRow("compare") << kCompare << "--seeds"
                             << "compare";
    QTest::newRow("grammar") << QStringList{"grammar", "generate", "--out", "none"} << "--seed"
                             << "grammar generate";
    QTest::newRow("pairs") << QStringList{"grammar", "generate", "--out", "none"} << "--pairs"
                           << "grammar generate";
    QTest::newRow("distill") << QStringList{"distill", "--model", "none", "--source", "none", "--out", "none"}
                             << "--mix-seed"
                             << "distill";
}

void TestBadUsage::unsignedNumbers()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, option);
    QFETCH(QString, command);
    QStringList values{"-1", "18446744073709551616", ""};
    if (command == "generate") // how a number is read is the same everywhere
        values += {"99999999999999999999999", "1.5", "1e3", "0x10", "7 "};
    for (const QString &value : values)
        verifyRefused(arguments + QStringList{option, value},
                      option + ": '" + value + "' is not a whole number from 0 to 18446744073709551615 (see ardiff " +
                          command + " --help)");
}

void TestBadUsage::numbers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    const auto generate = [](const char *name, const char *option, const char *value, const char *sentence) {
        QTest::newRow(name) << kGenerate + QStringList{option, value}
                            << QString("%1: %2 (see ardiff generate --help)").arg(option, sentence);
    };
    generate("steps 0", "--steps", "0", "must be at least 1");
    generate("length 0", "--length", "0", "must be at least 1");
    generate("clamp from 0", "--clamp-from", "0", "must be at least 1");
    generate("stop", "--stop-when-settled", "-1", "must be at least 0");
    generate("candidates", "--candidates", "0", "must be from 1 to 1024");
    generate("eta", "--eta", "1.5", "must be from 0 to 1");
    generate("eta is no number", "--eta", "nan", "'nan' is not a number");
    generate("lag is empty", "--lag", "", "'' is not a number");
    generate("steps of 32 bits", "--steps", "9999999999999999999",
             "'9999999999999999999' is not a whole number from -9223372036854775808 to 9223372036854775807");
    QTest::newRow("compare's steps") << kCompare + QStringList{"--steps", "5,0"}
                                     << "--steps: must be at least 1 (see ardiff compare --help)";
    QTest::newRow("limit") << kEvaluate + QStringList{"--limit", "0"}
                           << "--limit: must be at least 1 (see ardiff evaluate --help)";
    QTest::newRow("call") << QStringList{"fill", "--model", "none", "--run", "none", "--call", "0"}
                          << "--call: must be at least 1 (see ardiff fill --help)";
    QTest::newRow("layer") << QStringList{"attention", "--model", "none",    "--run", "none",
                                          "--call",    "1",       "--layer", "-1"}
                           << "--layer: must be at least 0 (see ardiff attention --help)";
    QTest::newRow("steps of a schedule") << kSchedule + QStringList{"--steps", "0"}
                                         << "--steps: must be from 1 to 100000000 (see ardiff schedule --help)";
}

void TestBadUsage::numbers()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    verifyRefused(arguments, sentence);
}

void TestBadUsage::unknown_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    const QString program = " (see ardiff --help)";
    QTest::newRow("nothing") << QStringList{} << "A subcommand is required" + program;
    QTest::newRow("command") << QStringList{"frobnicate"} << "ardiff has no command 'frobnicate'" + program;
    QTest::newRow("option") << QStringList{"--bogus"} << "ardiff has no option '--bogus'" + program;
    QTest::newRow("command of a command")
        << QStringList{"grammar", "dance"} << "ardiff grammar has no command 'dance' (see ardiff grammar --help)";
    QTest::newRow("option of a command") << QStringList{"generate", "--bogus"}
                                         << "ardiff generate has no option '--bogus' (see ardiff generate --help)";
    QTest::newRow("what is too much") << kSchedule + QStringList{"x", "y"}
                                      << "ardiff schedule does not take 'x' (see ardiff schedule --help)";
    QTest::newRow("what is missing") << QStringList{"generate", "--source", "x"}
                                     << "--model is required (see ardiff generate --help)";
}

void TestBadUsage::unknown()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    verifyRefused(arguments, sentence);
}

void TestBadUsage::numbersInDecimal()
{
    const auto ten = jsonOf({"schedule", "--length", "010", "--steps", "+3", "--anchor-scale", "2e0"});
    QCOMPARE(ten.value("length", 0), 10);
    QCOMPARE(ten.value("model_calls", 0), 3);
}

void TestBadUsage::largestSeed()
{
    const QTemporaryDir folder;
    const Outcome outcome = ardiff(
        {"grammar", "generate", "--pairs", "3", "--seed", "18446744073709551615", "--out", folder.filePath("a")});
    QCOMPARE(outcome.error, std::string());
    QCOMPARE(outcome.status, 0);
}

void TestBadUsage::oneLineWhateverIsNamed()
{
    for (const QStringList &arguments :
         {QStringList{"info", "no\nsuch\x1b[31m"}, QStringList{"no\nsuch\x1b[31m"}, kSchedule + QStringList{"a\nb"},
          kSchedule + QStringList{"--kind", "a\nb\x1b[31m"}, kGenerate + QStringList{"--steps", "a\nb\x1b"},
          QStringList{"generate", "--input", "no\nsuch\x1b[31m", "--model", "x"},
          QStringList{"info", QString(100'000, 'n')}}) {
        const Outcome outcome = ardiff(arguments);
        QVERIFY(outcome.status == 1 || outcome.status == 2);
        QCOMPARE(std::count(outcome.error.begin(), outcome.error.end(), '\n'), 1);
        QVERIFY2(std::none_of(outcome.error.begin(), outcome.error.end() - 1, [](unsigned char c) { return c < 0x20; }),
                 outcome.error.c_str());
        QVERIFY2(outcome.error.size() < 4200, outcome.error.substr(0, 100).c_str());
    }
}

QTEST_GUILESS_MAIN(TestBadUsage)
#include "tst_badusage.moc"
