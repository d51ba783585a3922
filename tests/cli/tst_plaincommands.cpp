// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that need no model: what they print, their exit status, and the one line that they say when
// something is wrong.
#include "cli/RunArdiff.h"
#include "support/Refusal.h"
#include "support/TensorData.h"
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

using namespace ard;
using namespace ard::test;

namespace {

/// The table as one list, row after row.
std::vector<std::int64_t> flat(const nlohmann::json &rows, std::size_t first, std::size_t last)
{
    std::vector<std::int64_t> values;
    for (std::size_t row = first; row < last; ++row)
        for (const auto &value : rows.at(row))
            values.push_back(value.get<std::int64_t>());
    return values;
}

} // namespace

class TestPlainCommands : public QObject {
    Q_OBJECT

private slots:
    void scheduleAgreesWithTheReference();
    void scheduleAsText();
    void noiseSchedule();
    void metrics();
    void metricsOfVerse();
    void helpHasExamples_data();
    void helpHasExamples();
    void wrongUsage_data();
    void wrongUsage();
    void failures();
};

void TestPlainCommands::scheduleAgreesWithTheReference()
{
    const auto file = Safetensors::read(ARD_TEST_FIXTURES "/schedules.safetensors");
    QVERIFY(file.has_value());
    for (int i = 0; file->has("case" + std::to_string(i) + ".params"); ++i) {
        const std::string prefix = "case" + std::to_string(i) + ".";
        const auto params = test::values<std::int64_t>(*file, prefix + "params");
        const double scale = test::values<double>(*file, prefix + "anchor_scale").at(0);
        const auto json = jsonOf({"schedule", "--kind", "ar-diffusion", "--length", QString::number(params[0]),
                                  "--diffusion-steps", QString::number(params[1]), "--steps",
                                  QString::number(params[2]), "--anchor-scale", QString::number(scale, 'g', 17)});
        QVERIFY(json.is_object());
        const auto calls = static_cast<std::size_t>(params[2]);
        QCOMPARE(json.at("kind").get<std::string>(), std::string("ar-diffusion"));
        QCOMPARE(json.at("length").get<std::int64_t>(), params[0]);
        QCOMPARE(json.at("diffusion_steps").get<std::int64_t>(), params[1]);
        QCOMPARE(json.at("model_calls").get<std::size_t>(), calls);
        QCOMPARE(json.at("sentence_steps").size(), calls + 1);
        QCOMPARE(flat(json.at("timesteps"), 0, calls), test::values<std::int64_t>(*file, prefix + "source_t"));
        QCOMPARE(flat(json.at("timesteps"), 1, calls + 1), test::values<std::int64_t>(*file, prefix + "target_t"));
    }
}

void TestPlainCommands::scheduleAsText()
{
    const Outcome outcome = ardiff({"schedule", "--length", "60", "--steps", "3"});
    QCOMPARE(outcome.status, 0);
    const QString text = QString::fromStdString(outcome.out);
    QVERIFY(text.contains("ar-diffusion") && text.contains("3 model calls"));
    for (const QString &line : text.split('\n'))
        QVERIFY2(line.size() <= 130, qPrintable(line));
    QCOMPARE(text.trimmed().split(QChar(10)).size(),
             3 + 1 + 4); // heading of two lines and a blank one, the positions, M+1 rows
}

void TestPlainCommands::noiseSchedule()
{
    const auto json = jsonOf({"noise-schedule", "--name", "sqrt", "--diffusion-steps", "2000"});
    QCOMPARE(json.at("beta").size(), std::size_t{2000});
    QCOMPARE(json.at("alpha_bar").size(), std::size_t{2000});
    QVERIFY(std::abs(json["beta"][0].get<double>() - 0.01464131) < 5e-9);
    QVERIFY(std::abs(json["alpha_bar"][0].get<double>() - 0.985359) < 5e-7);
    QVERIFY(ardiff({"noise-schedule"}).out.find("0.01464131") != std::string::npos);
}

void TestPlainCommands::metrics()
{
    QFile fixture(ARD_TEST_FIXTURES "/metrics.json");
    QVERIFY(fixture.open(QIODevice::ReadOnly));
    const auto expected = nlohmann::json::parse(fixture.readAll().toStdString());
    QTemporaryDir folder;
    QFile hypotheses(folder.filePath("h.txt")), references(folder.filePath("r.tsv"));
    QVERIFY(hypotheses.open(QIODevice::WriteOnly) && references.open(QIODevice::WriteOnly));
    for (std::size_t i = 0; i < expected["hypotheses"].size(); ++i) {
        hypotheses.write((expected["hypotheses"][i].get<std::string>() + "\n").c_str());
        std::string line = "source";
        for (const auto &reference : expected["references"][i])
            line += "\t" + reference.get<std::string>();
        references.write((line + "\n").c_str());
    }
    hypotheses.close();
    references.close();
    const auto json = jsonOf({"metrics", "--hypotheses", hypotheses.fileName(), "--refs", references.fileName()});
    QVERIFY(std::abs(json.at("bleu").get<double>() - expected["bleu"]["score"].get<double>()) < 1e-6);
    QVERIFY(std::abs(json.at("chrf").get<double>() - expected["chrf2"].get<double>()) < 1e-6);
    QCOMPARE(json.at("sentences").get<std::size_t>(), expected["hypotheses"].size());
    QVERIFY(json.contains("rouge_l") && json.contains("coverage"));
}

void TestPlainCommands::metricsOfVerse()
{
    QTemporaryDir folder;
    const auto file = [&](const char *name, const QString &text) {
        QFile written(folder.filePath(name));
        return written.open(QIODevice::WriteOnly) && written.write(text.toUtf8()) > 0 ? written.fileName() : QString();
    };
    const QString quatrain = QStringLiteral("白日依山尽\t黄河入海流。欲穷千里目，更上一层楼。\n");
    const QString known = file("known.tsv", quatrain), references = file("refs.tsv", quatrain + quatrain);
    const QString outputs = file("outputs.txt", QStringLiteral("大江向海流。欲见三春色，来登百尺楼。\n黄河入海流。\n"));
    const QStringList command{"metrics", "--hypotheses", outputs, "--refs", references, "--tokenize", "char"};
    const auto plain = jsonOf(command);
    QVERIFY(plain.contains("bleu") && !plain.contains("rhyme"));
    const auto json = jsonOf(command + QStringList{"--known-verse", known});
    QCOMPARE(json.at("verse_form").get<double>(), 50.0);
    QCOMPARE(json.at("rhyme").get<double>(), 50.0);
    QCOMPARE(json.at("copied_lines").get<double>(), 50.0);
    QCOMPARE(json.at("longest_copy").get<double>(), 4.0); // 海流 with 欲 behind it, and a whole line
    QVERIFY(!json.contains("parallel"));
    const Outcome text = ardiff(command + QStringList{"--known-verse", known});
    QVERIFY(text.out.find("verse form          50.00") != std::string::npos);
    const Outcome refused = ardiff(command + QStringList{"--known-verse", outputs});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.error.find("Line 1 of '" + outputs.toStdString() + "' is no verse") != std::string::npos,
             refused.error.c_str());
}

void TestPlainCommands::helpHasExamples_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"schedule", "noise-schedule", "metrics"})
        QTest::newRow(command) << command;
}

void TestPlainCommands::helpHasExamples()
{
    QFETCH(QString, command);
    const Outcome outcome = ardiff({command, "--help"});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.find("Examples:\n  ardiff " + command.toStdString()) != std::string::npos);
}

void TestPlainCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("told");
    QTest::newRow("nothing") << QStringList{} << QStringLiteral("A subcommand is required");
    QTest::newRow("unknown command") << QStringList{"dance"} << QStringLiteral("ardiff has no command 'dance'");
    QTest::newRow("unknown option") << QStringList{"schedule", "--length", "5", "--colour"}
                                    << QStringLiteral("has no option '--colour'");
    QTest::newRow("no length") << QStringList{"schedule"} << QStringLiteral("--length is required");
    QTest::newRow("no number") << QStringList{"schedule", "--length", "five"}
                               << QStringLiteral("--length: 'five' is not a whole number (see");
    QTest::newRow("number too large") << QStringList{"schedule", "--length", "99999999999999999999"}
                                      << QStringLiteral("'99999999999999999999' is not a whole number from");
    QTest::newRow("length 0") << QStringList{"schedule", "--length", "0"}
                              << QStringLiteral("The length must be from 1 to 4096, not 0");
    QTest::newRow("too many steps") << QStringList{"schedule", "--length", "5", "--steps", "2006"}
                                    << QStringLiteral("There are 2005 sentence steps: take at most as many");
    QTest::newRow("table too large") << QStringList{"schedule", "--length", "4096",  "--diffusion-steps",
                                                    "100000",   "--steps",  "100000"}
                                     << QStringLiteral("too many to keep: lower the sampling steps or the length");
    QTest::newRow("no such kind") << QStringList{"schedule", "--length", "5", "--kind", "zigzag"}
                                  << QStringLiteral(
                                         "There is no timestep schedule 'zigzag': choose one of ar-diffusion");
    QTest::newRow("anchor") << QStringList{"schedule", "--length", "5", "--anchor-scale", "nan"}
                            << QStringLiteral("--anchor-scale: 'nan' is not a number");
    QTest::newRow("no such format") << QStringList{"noise-schedule", "--format", "yaml"}
                                    << QStringLiteral("--format: yaml not in {text,json}");
    QTest::newRow("no such noise") << QStringList{"noise-schedule", "--name", "pink"}
                                   << QStringLiteral("There is no noise schedule 'pink': choose sqrt");
    QTest::newRow("no files") << QStringList{"metrics"} << QStringLiteral("--hypotheses is required");
}

void TestPlainCommands::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = ardiff(arguments);
    QCOMPARE(outcome.status, 2);
    QFETCH(QString, told);
    ARD_SAYS(outcome.error, told);
    QVERIFY2(outcome.out.empty(), outcome.out.c_str());
}

void TestPlainCommands::failures()
{
    const Outcome missing = ardiff({"metrics", "--hypotheses", "no/such/file", "--refs", "no/such/file"});
    QCOMPARE(missing.status, 1);
    QCOMPARE(std::count(missing.error.begin(), missing.error.end(), '\n'), 1);
    QVERIFY(missing.error.find("no/such/file") != std::string::npos);
    const Outcome full = ardiff({"schedule", "--length", "50"}, {}, "/dev/full");
    QCOMPARE(full.status, 1);
    QVERIFY(full.error.find("No space left") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestPlainCommands)
#include "tst_plaincommands.moc"
