// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ardiff compare, and the choice among candidates, on the bundled model tiny with a few sentences.
#include "base/Files.h"
#include "cli/RunArdiff.h"
#include "metrics/References.h"
#include "support/RandomModel.h"
#include "support/Refusal.h"
#include "trace/RunFile.h"
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

using namespace ard;
using namespace ard::test;

namespace {

nlohmann::json jsonFile(const QString &path)
{
    const auto text = readText(path.toStdString());
    return text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
}

} // namespace

class TestCompareCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void grid();
    void gridIsWrittenInThreeForms();
    void severalCandidates();
    void drawnWords();
    void yardsticks();
    void stoppedComparisonGoesOn();
    void runFilesBesideTheCells();
    void customTable();
    void riskMatrix();
    void choosing();
    void details();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    QStringList with(const QString &command, const QStringList &more) const
    {
        return QStringList{command,   "--model", ARD_MODELS "/tiny", "--refs", m_references,
                           "--limit", "4",       "--device",         "cpu"} +
            more;
    }
    QString path(const char *name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
    QString m_references;
};

void TestCompareCommands::initTestCase()
{
    if (!QFile::exists(QFileInfo(ARDIFF_PROGRAM).path() + "/../lib/libardiff_spm.so"))
        QSKIP("this build has no SentencePiece module, which the model needs");
    const Outcome outcome =
        ardiff({"grammar", "generate", "--pairs", "8", "--seed", "3", "--split", "valid", "--out", m_folder.path()});
    QVERIFY2(outcome.status == 0, outcome.error.c_str());
    m_references = path("valid.refs.tsv");
}

void TestCompareCommands::grid()
{
    const auto json = jsonOf(with("compare",
                                  {"--schedules", "uniform,ar-diffusion,ar-diffusion:1", "--steps", "2,6", "--seeds",
                                   "1,2", "--bootstrap", "100"}));
    QVERIFY(json.is_object());
    QCOMPARE(json.at("sources").get<int>(), 4);
    QVERIFY(json.contains("fingerprint") && json.contains("signature") && json.at("eta").get<double>() == 1);
    const auto &rows = json.at("rows");
    QCOMPARE(rows.size(), std::size_t(6));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto &row = rows[i];
        QCOMPARE(row.at("steps").get<int>(), i % 2 == 0 ? 2 : 6);
        QCOMPARE(row.at("model_calls").get<int>(), row.at("steps").get<int>());
        QCOMPARE(row.at("sentences").get<int>(), 4);
        QCOMPARE(row.at("bleu_by_seed").size(), std::size_t(2));
        QVERIFY(row.at("seconds_per_source").get<double>() > 0);
        const double settled = row.at("settled_after").get<double>();
        QVERIFY(settled > 0 && settled <= 1);
        QCOMPARE(row.contains("bleu_difference"), i >= 2);
    }
    QCOMPARE(rows[5].at("schedule").get<std::string>(), std::string("ar-diffusion:1"));
    QCOMPARE(rows[5].at("bleu_difference").at("against").get<std::string>(), std::string("uniform"));
    // Under uniform every timestep arrives at 0 in the last call; under anchor scale 1 the left is first.
    QVERIFY(rows[1].at("tau_timestep").at("mean").is_null());
    QVERIFY(rows[5].at("tau_timestep").at("mean").is_null() || rows[5].at("tau_timestep").at("mean").get<double>() > 0);
    // A cell is what evaluate finds.
    const auto alone = jsonOf(with("evaluate", {"--schedule", "uniform", "--steps", "6", "--seed", "2"}));
    QCOMPARE(rows[1].at("bleu_by_seed")[1].get<double>(), alone.at("bleu").get<double>());
}

void TestCompareCommands::gridIsWrittenInThreeForms()
{
    const Outcome outcome = ardiff(with("compare",
                                        {"--steps", "2", "--seed", "5", "--bootstrap", "10", "--markdown", path("t.md"),
                                         "--csv", path("t.csv"), "--json", path("t.json")}));
    QVERIFY2(outcome.status == 0, outcome.error.c_str());
    QVERIFY2(outcome.error.empty(), outcome.error.c_str()); // no progress: standard error is no terminal
    const auto markdown = readText(path("t.md").toStdString());
    QVERIFY(markdown && markdown->find(outcome.out) != std::string::npos);
    QVERIFY(markdown->find("- seeds: [5]") != std::string::npos);
    const auto csv = readLines(path("t.csv").toStdString());
    QVERIFY(csv && csv->size() == 3);
    QVERIFY(csv->at(1).rfind("uniform,2,1,2,", 0) == 0 && csv->at(2).rfind("ar-diffusion,2,1,2,", 0) == 0);
    QCOMPARE(jsonFile(path("t.json")).at("rows").size(), std::size_t(2));
}

void TestCompareCommands::severalCandidates()
{
    const auto json = jsonOf(with("compare",
                                  {"--schedules", "uniform,ar-diffusion", "--steps", "3", "--seeds", "1,4",
                                   "--candidates", "1,3", "--risk", "chrf", "--bootstrap", "10"}));
    const auto &rows = json.at("rows");
    QCOMPARE(rows.size(), std::size_t(4));
    for (std::size_t i = 0; i < 4; ++i) { // few candidates first, and differences among equals
        QCOMPARE(rows[i].at("candidates").get<int>(), i < 2 ? 1 : 3);
        QCOMPARE(rows[i].at("model_calls").get<int>(), i < 2 ? 3 : 9);
        QCOMPARE(rows[i].contains("self_bleu"), i >= 2);
        QCOMPARE(rows[i].contains("bleu_difference"), i % 2 == 1);
    }
    QVERIFY(rows[2].at("self_bleu").get<double>() >= 0 && rows[2].at("self_bleu").get<double>() <= 100);
    QVERIFY(rows[2].at("tau_word").at("outputs").get<int>() <= 4 * 2 * 3);
    QCOMPARE(json.at("risk").get<std::string>(), std::string("chrf"));
}

/// A temperature holds for the cells, not for the twin, and is told where words are drawn.
void TestCompareCommands::drawnWords()
{
    test::RandomModelOptions options;
    options.autoregressive = true;
    const Status written = test::writeRandomModel(path("drawntwin").toStdString(), options);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
    const QStringList asked{"--schedules", "uniform", "--steps",         "2",       "--bootstrap",
                            "10",          "--twin",  path("drawntwin"), "--clamp", "drawn"};
    const auto plain = jsonOf(with("compare", asked)),
               hot = jsonOf(with("compare", asked + QStringList{"--temperature", "5", "--top-p", "0.9"}));
    QCOMPARE(hot.at("rows").size(), std::size_t(2));
    QCOMPARE(hot.at("temperature").get<double>(), 5.0);
    QCOMPARE(hot.at("top_p").get<double>(), 0.9);
    QVERIFY(hot.at("rows")[1].at("bleu") == plain.at("rows")[1].at("bleu"));
    QVERIFY(!jsonOf(with("compare", {"--schedules", "uniform", "--steps", "2", "--bootstrap", "10"}))
                 .contains("temperature"));
}

void TestCompareCommands::yardsticks()
{
    test::RandomModelOptions options;
    options.autoregressive = true;
    const Status written = test::writeRandomModel(path("twin").toStdString(), options);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
    // The training text is what the references are: the floor is then perfect.
    QFile sources(path("floor.src")), targets(path("floor.tgt"));
    QVERIFY(sources.open(QIODevice::WriteOnly) && targets.open(QIODevice::WriteOnly));
    const auto lines = readLines(m_references.toStdString());
    QVERIFY(lines.has_value());
    for (const std::string &line : *lines) {
        const QStringList parts = QString::fromStdString(line).split('\t');
        sources.write(parts[0].toUtf8() + '\n');
        targets.write(parts[1].toUtf8() + '\n');
    }
    sources.close();
    targets.close();
    const auto json = jsonOf(with("compare",
                                  {"--schedules", "uniform", "--steps", "2", "--bootstrap", "10", "--twin",
                                   path("twin"), "--beam", "1,3", "--floor", path("floor.src"), path("floor.tgt")}));
    QVERIFY(json.is_object());
    const auto &rows = json.at("rows");
    QCOMPARE(rows.size(), std::size_t(4));
    QCOMPARE(rows[1].at("schedule").get<std::string>(), std::string("autoregressive twin, beam 1"));
    QCOMPARE(rows[2].at("schedule").get<std::string>(), std::string("autoregressive twin, beam 3"));
    for (std::size_t i = 1; i < 4; ++i) {
        QVERIFY(rows[i].at("steps").is_null() && rows[i].at("settled_after").is_null());
        QVERIFY(!rows[i].contains("bleu_difference") && rows[i].at("intervals").contains("bleu"));
    }
    QVERIFY(rows[1].at("model_calls").get<int>() >= 1 && rows[1].at("model_calls").get<int>() <= options.length);
    QVERIFY(rows[3].at("schedule").get<std::string>().rfind("floor", 0) == 0);
    QCOMPARE(rows[3].at("model_calls").get<int>(), 0);
    QVERIFY(std::abs(rows[3].at("bleu").get<double>() - 100) < 1e-6);
    QVERIFY(json.contains("twin") && json.contains("floor"));
}

void TestCompareCommands::stoppedComparisonGoesOn()
{
    const QStringList grid{"--steps", "2", "--candidates", "1,2", "--bootstrap", "10", "--cells", path("cells")};
    // The first run is as one that was stopped: half of the cells.
    const auto half = jsonOf(with("compare", grid + QStringList{"--schedules", "uniform"}));
    const QDir folder(path("cells"));
    QCOMPARE(folder.entryList(QDir::Files).size(), 2);
    const auto whole = jsonOf(with("compare", grid + QStringList{"--schedules", "uniform,ar-diffusion"}));
    QCOMPARE(folder.entryList(QDir::Files).size(), 4);
    QCOMPARE(whole.at("rows").size(), std::size_t(4));
    QVERIFY(whole.at("rows")[0] == half.at("rows")[0]); // with the seconds: it was not run again
    QVERIFY(whole.at("rows")[2] == half.at("rows")[1]);
    QVERIFY(whole.at("rows")[3].at("bleu_difference").at("against") == "uniform");
    // Other seeds are other cells; the same command once more finds all.
    QVERIFY(jsonOf(with("compare", grid + QStringList{"--schedules", "uniform", "--seed", "9"})).is_object());
    QCOMPARE(folder.entryList(QDir::Files).size(), 6);
    QVERIFY(jsonOf(with("compare", grid + QStringList{"--schedules", "uniform,ar-diffusion"})) == whole);
    // A damaged file is named.
    for (const QString &file : folder.entryList({"uniform*"}, QDir::Files))
        QVERIFY(writeAtomically(folder.filePath(file).toStdString(), std::string_view("{\"seeds\": []}")));
    const Outcome failed = ardiff(with("compare", grid + QStringList{"--schedules", "uniform"}));
    QCOMPARE(failed.status, 1);
    QVERIFY2(isOneLine(failed.error) && failed.error.find("no cell of a comparison") != std::string::npos,
             failed.error.c_str());
}

void TestCompareCommands::runFilesBesideTheCells()
{
    const QStringList grid{"--steps",     "2,3", "--schedules", "uniform,lagged:50", "--seeds", "1,5",
                           "--bootstrap", "10",  "--cells",     path("runs"),        "--runs"};
    QVERIFY(jsonOf(with("compare", grid + QStringList{"2"})).is_object());
    const QDir folder(path("runs"));
    const QStringList cells = folder.entryList({"*.json"}, QDir::Files);
    QCOMPARE(cells.size(), 4);
    QCOMPARE(folder.entryList({"*.ardrun"}, QDir::Files).size(), 4 * 2 * 2);
    const auto sources = readReferences(m_references.toStdString())->sources;
    for (const QString &cell : cells)
        for (const int seed : {1, 5})
            for (const int source : {0, 1}) { // named after the cell, as docs/method.md says
                const QString name = QString("%1,seed=%2,source=%3.ardrun").arg(cell.chopped(5)).arg(seed).arg(source);
                const auto run = loadRun(folder.filePath(name).toStdString());
                QVERIFY2(run, qPrintable(name));
                QVERIFY(run->complete);
                QCOMPARE(run->request.seed, std::uint64_t(seed));
                QCOMPARE(run->request.source, sources[std::size_t(source)]);
                QCOMPARE(run->frames.size(), std::size_t(cell.contains("M=2") ? 2 : 3));
                QCOMPARE(run->request.schedule.kind, std::string(cell.startsWith("uniform") ? "uniform" : "lagged"));
                const auto json = jsonFile(folder.filePath(cell));
                QCOMPARE(run->outputs[0].text,
                         json.at("seeds")[seed == 1 ? 0 : 1].at("outputs")[std::size_t(source)].get<std::string>());
            }
    QFile::remove(folder.filePath(folder.entryList({"*.ardrun"}, QDir::Files).first()));
    QVERIFY(jsonOf(with("compare", grid + QStringList{"2"})).is_object()); // is made again
    QCOMPARE(folder.entryList({"*.ardrun"}, QDir::Files).size(), 4 * 2 * 2);
    const Outcome alone = ardiff(with("compare", {"--runs", "2"}));
    QCOMPARE(alone.status, 2); // nowhere to keep them
}

void TestCompareCommands::customTable()
{
    const Outcome table = ardiff({"schedule", "--kind", "lagged", "--lag", "20", "--length", "16", "--diffusion-steps",
                                  "200", "--steps", "6", "--format", "json"});
    QVERIFY2(table.status == 0, table.error.c_str());
    QVERIFY(writeAtomically(path("table.json").toStdString(), std::string_view(table.out)));
    const auto json = jsonOf(with("compare",
                                  {"--length", "16", "--schedules", "custom:" + path("table.json") + ",lagged:20",
                                   "--steps", "6", "--bootstrap", "10"}));
    QVERIFY(json.is_object());
    const auto &rows = json.at("rows");
    QCOMPARE(rows[0].at("schedule").get<std::string>(), "custom:" + path("table.json").toStdString());
    QCOMPARE(rows[0].at("model_calls").get<int>(), 6);
    // The table is that of the other timestep schedule: the same sentences.
    QCOMPARE(rows[0].at("bleu").get<double>(), rows[1].at("bleu").get<double>());
    QCOMPARE(rows[0].at("chrf").get<double>(), rows[1].at("chrf").get<double>());
}

void TestCompareCommands::riskMatrix()
{
    for (const char *risk : {"bleu", "chrf"}) {
        const auto json =
            jsonOf({"generate", "--model", ARD_MODELS "/tiny", "--input", m_references, "--limit", "2", "--steps", "3",
                    "--candidates", "4", "--risk", risk, "--risk-matrix", path("risk.json")});
        const auto matrices = jsonFile(path("risk.json"));
        QCOMPARE(matrices.at("risk").get<std::string>(), std::string(risk));
        QCOMPARE(matrices.at("sources").size(), std::size_t(2));
        for (std::size_t i = 0; i < 2; ++i) {
            const auto &one = matrices["sources"][i];
            QVERIFY(one.at("candidates") == json.at(i).at("candidates"));
            QVERIFY(one.at("chosen") == json.at(i).at("chosen"));
            const auto risks = one.at("risk").get<std::vector<double>>();
            QCOMPARE(risks.size(), std::size_t(4));
            QVERIFY(risks.at(one["chosen"].get<std::size_t>()) <= *std::min_element(risks.begin(), risks.end()) + 1e-6);
            QVERIFY(one.at("agreement")[2][2].is_null() && one["agreement"][2][3].is_number());
        }
    }
}

/// What is chosen by is said, costs what is said, and is that of the engine whatever kind of agreement is asked for.
void TestCompareCommands::choosing()
{
    const QStringList command{"generate", "--model", ARD_MODELS "/tiny", "--input", m_references, "--limit", "2",
                              "--steps",  "3",       "--candidates",     "4"};
    const auto plain = jsonOf(command);
    QVERIFY(!plain.at(0).contains("log_likelihood"));
    for (const char *rule : {"likelihood", "mixed"})
        for (const char *risk : {"bleu", "chrf"}) {
            const auto json =
                jsonOf(command + QStringList{"--choose", rule, "--risk", risk, "--risk-matrix", path("risk.json")});
            const auto matrices = jsonFile(path("risk.json"));
            QCOMPARE(matrices.at("choose").get<std::string>(), std::string(rule));
            for (std::size_t i = 0; i < 2; ++i) {
                const auto &row = json.at(i), &one = matrices.at("sources")[i];
                QVERIFY(row.at("candidates") == plain.at(i).at("candidates"));
                QCOMPARE(row.at("model_calls").get<int>(), 4 * (3 + 5));
                QVERIFY(!row.at("stopped_early").get<bool>());
                QVERIFY(one.at("chosen") == row.at("chosen") && one.at("log_likelihood") == row.at("log_likelihood"));
                std::vector<double> scores;
                for (std::size_t c = 0; c < 4; ++c)
                    scores.push_back(100 * row.at("log_likelihood")[c].get<double>() -
                                     (rule == std::string("mixed") ? one.at("risk")[c].get<double>() : 0));
                QVERIFY(scores.at(row.at("chosen").get<std::size_t>()) >=
                        *std::max_element(scores.begin(), scores.end()) - 0.01);
            }
        }
    const auto alone = jsonOf({"generate", "--model", ARD_MODELS "/tiny", "--input", m_references, "--limit", "1",
                               "--steps", "3", "--choose", "mixed"});
    QCOMPARE(alone.at(0).at("model_calls").get<int>(), 3); // nothing to choose
    const auto evaluated = jsonOf(with("evaluate",
                                       {"--steps", "3", "--candidates", "2", "--choose", "mixed", "--bootstrap", "10",
                                        "--details", path("details.json")}));
    QCOMPARE(evaluated.at("choose").get<std::string>(), std::string("mixed"));
    QCOMPARE(evaluated.at("model_calls").get<int>(), 2 * (3 + 5));
    QCOMPARE(jsonFile(path("details.json"))[0].at("log_likelihood").size(), std::size_t(2));
    const auto compared = jsonOf(with("compare",
                                      {"--schedules", "ar-diffusion", "--steps", "3", "--candidates", "2", "--choose",
                                       "mixed", "--bootstrap", "10"}));
    QCOMPARE(compared.at("choose").get<std::string>(), std::string("mixed"));
    QCOMPARE(compared.at("rows")[0].at("model_calls").get<int>(), 2 * (3 + 5));
    QCOMPARE(compared.at("rows")[0].at("bleu").get<double>(), evaluated.at("bleu").get<double>());
}

void TestCompareCommands::details()
{
    const auto json = jsonOf(with("evaluate",
                                  {"--steps", "4", "--candidates", "2", "--details", path("details.json"), "--output",
                                   path("outputs.txt"), "--tokenize", "intl"}));
    for (const char *key : {"bleu", "chrf", "rouge_1", "rouge_2", "rouge_l", "coverage", "self_bleu"}) {
        QVERIFY2(json.at(key).is_number(), key);
        QVERIFY2(json.at("intervals").at(key).size() == 2, key);
    }
    QVERIFY(json.at("signature").get<std::string>().find("tok:intl") != std::string::npos);
    const auto details = jsonFile(path("details.json"));
    const auto outputs = readLines(path("outputs.txt").toStdString());
    QVERIFY(outputs && outputs->size() == 4 && details.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(details[i].at("output").get<std::string>(), outputs->at(i));
        QCOMPARE(details[i].at("candidates").size(), std::size_t(2));
        QVERIFY(details[i].at("bleu").get<double>() <= 100.0001);
    }
}

void TestCompareCommands::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("told");
    QTest::newRow("schedule") << QStringList{"--schedules", "uniform,sideways"} << 2
                              << QStringLiteral("There is no timestep schedule 'sideways'");
    QTest::newRow("parameter") << QStringList{"--schedules", "uniform:lag=1"} << 2
                               << QStringLiteral("has no parameters, so leave out");
    QTest::newRow("steps") << QStringList{"--steps", "2,100000"} << 2
                           << QStringLiteral("sentence steps: take at most as many sampling steps, not 100000");
    QTest::newRow("no steps") << QStringList{"--steps", "0"} << 2 << QStringLiteral("--steps: must be at least 1");
    QTest::newRow("no candidates") << QStringList{"--candidates", "1,0"} << 2
                                   << QStringLiteral("--candidates: must be from 1 to 1024");
    QTest::newRow("no twin") << QStringList{"--beam", "5"} << 2 << QStringLiteral("--beam requires --twin");
    QTest::newRow("no such twin") << QStringList{"--twin", path("nowhere")} << 1
                                  << QStringLiteral("nowhere is not a model folder: it has no model.json");
    QTest::newRow("twin that diffuses") << QStringList{"--twin", ARD_MODELS "/tiny"} << 2
                                        << QStringLiteral("is no autoregressive model: --twin takes one that");
    QTest::newRow("floor of one file") << QStringList{"--floor", m_references} << 2
                                       << QStringLiteral("--floor: At least 2 required but received 1");
    QTest::newRow("no floor") << QStringList{"--floor", path("nowhere.src"), path("nowhere.tgt")} << 1
                              << QStringLiteral("nowhere.src': No such file or directory");
    QTest::newRow("no table") << QStringList{"--schedules", "custom:nowhere.csv"} << 1
                              << QStringLiteral("Cannot read 'nowhere.csv': No such file or directory");
    QTest::newRow("seeds") << QStringList{"--seeds", "1,2", "--candidates", "1,2"} << 2
                           << QStringLiteral("Seeds 1 and 2 share noise");
    QTest::newRow("one schedule") << QStringList{"--schedule", "uniform"} << 2
                                  << QStringLiteral("has no option '--schedule'");
    QTest::newRow("choose") << QStringList{"--choose", "verse"} << 2
                            << QStringLiteral("--choose: must be one of agreement, likelihood, mixed, not 'verse'");
    QTest::newRow("risk") << QStringList{"--risk", "none"} << 2 << QStringLiteral("--risk: none not in {bleu,chrf}");
    QTest::newRow("nowhere") << QStringList{"--steps", "2", "--csv", path("nowhere/t.csv")} << 1
                             << QStringLiteral("nowhere/t.csv': its folder does not exist");
    QTest::newRow("no references") << QStringList{"--refs", path("nowhere.tsv")} << 1
                                   << QStringLiteral("nowhere.tsv': No such file or directory");
}

void TestCompareCommands::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QStringList all = with("compare", {});
    if (arguments.contains("--refs"))
        all.remove(all.indexOf("--refs"), 2);
    const Outcome outcome = ardiff(all + arguments);
    QCOMPARE(outcome.status, status);
    QVERIFY(outcome.out.empty());
    QFETCH(QString, told);
    ARD_SAYS(outcome.error, told);
}

QTEST_GUILESS_MAIN(TestCompareCommands)
#include "tst_comparecommands.moc"
