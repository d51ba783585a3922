// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that run a model, on a model folder with untrained weights: what they print, exit status, and the one
// line that they say when something is wrong.
#include "base/Files.h"
#include "base/Safetensors.h"
#include "cli/RunArdiff.h"
#include "cli/TestFolder.h"
#include "support/RandomModel.h"
#include "support/Refusal.h"
#include "trace/RequestParameters.h"
#include "trace/RunFile.h"
#include <QTest>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

using namespace ard;
using namespace ard::test;

namespace {

QString fixture(const char *name)
{
    return QStringLiteral(ARD_TEST_FIXTURES) + "/" + name;
}

} // namespace

class TestModelCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void generateText();
    void generateJson();
    void generateFromStandardInput();
    void generateTrace();
    void generateWithOtherSolvers();
    void lengthsBySource();
    void attention();
    void fill();
    void distill();
    void evaluate();
    void verify();
    void info();
    void wrongUsage_data();
    void wrongUsage();
    void failures_data();
    void failures();

private:
    QStringList generate(const QStringList &more) const
    {
        return QStringList{"generate", "--model", m_model, "--steps", "4", "--device", "cpu"} + more;
    }
    QString file(const QString &name, const std::string &text) const { return m_dir.file(name, text); }
    TestFolder m_dir;
    QString m_model;
    const QString m_source = QString::fromStdString(test::randomModelSource());
};

void TestModelCommands::initTestCase()
{
    m_model = m_dir.filePath("model");
    const Status written = test::writeRandomModel(m_model.toStdString());
    QVERIFY2(written, written ? "" : written.error().message.c_str());
}

void TestModelCommands::generateText()
{
    const QString input = file("sources.txt", "walk dog park\nread book tree\nrun\n");
    const Outcome all = ardiff(generate({"--input", input}));
    QCOMPARE(all.status, 0);
    QCOMPARE(std::count(all.out.begin(), all.out.end(), '\n'), 3);
    QVERIFY2(all.error.empty(), all.error.c_str()); // no progress bar: standard error is no terminal
    const Outcome two = ardiff(generate({"--input", input, "--limit", "2"}));
    QCOMPARE(two.out, all.out.substr(0, two.out.size()));
    QCOMPARE(std::count(two.out.begin(), two.out.end(), '\n'), 2);
}

void TestModelCommands::generateJson()
{
    const auto json = jsonOf(generate(
        {"--source", m_source, "--candidates", "3", "--schedule", "uniform", "--eta", "0.5", "--clamp", "expected"}));
    QVERIFY(json.is_array() && json.size() == 1);
    const auto &row = json[0];
    QCOMPARE(row.at("source").get<std::string>(), m_source.toStdString());
    QCOMPARE(row.at("candidates").size(), std::size_t(3));
    QCOMPARE(row.at("tokens").size(), std::size_t(12));
    QVERIFY(row.at("output") == row.at("candidates").at(row.at("chosen").get<std::size_t>()));
    QCOMPARE(row.at("model_calls").get<int>(), 12);
    QVERIFY(row.at("seconds").get<double>() > 0);
    const auto same = jsonOf(generate(
        {"--source", m_source, "--candidates", "3", "--schedule", "uniform", "--eta", "0.5", "--clamp", "expected"}));
    QVERIFY(same[0].at("tokens") == row.at("tokens"));
    QCOMPARE(jsonOf(generate({"--source", m_source, "--length", "5"}))[0].at("tokens").size(), std::size_t(5));
}

void TestModelCommands::generateFromStandardInput()
{
    const Outcome outcome = ardiff(generate({"--input", "-"}), "one\ntwo\n");
    QCOMPARE(outcome.status, 0);
    QCOMPARE(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 2);
}

void TestModelCommands::generateTrace()
{
    const QString trace = m_dir.filePath("run.ardrun");
    const auto json = jsonOf(generate({"--source", m_source, "--trace", trace, "--seed", "9"}));
    QVERIFY(json.is_array());
    const auto run = loadRun(trace.toStdString());
    QVERIFY(run);
    QVERIFY(run->complete);
    QCOMPARE(run->frames.size(), std::size_t(4));
    QCOMPARE(run->request.seed, std::uint64_t(9));
    QCOMPARE(run->outputs.at(0).text, json[0].at("output").get<std::string>());
    QVERIFY(jsonOf(generate({"--source", m_source, "--seed", "9"}))[0].at("tokens") ==
            json[0].at("tokens")); // tracing changes nothing
}

void TestModelCommands::generateWithOtherSolvers()
{
    const QStringList base{"--source", m_source};
    const auto plain = jsonOf(generate(base));
    QCOMPARE(plain[0].at("stopped_early").get<bool>(), false);
    const auto multistep = jsonOf(generate(base + QStringList{"--solver", "dpm++2m"}));
    QCOMPARE(multistep[0].at("model_calls").get<int>(), 4);
    QVERIFY(jsonOf(generate(base + QStringList{"--noise-top-p", "1"})).is_array());
    // As many steps as there are, so that the words stand still somewhere.
    const auto stopped = jsonOf(QStringList{"generate", "--model", m_model, "--steps", "100", "--stop-when-settled",
                                            "1", "--candidates", "2", "--source", m_source});
    const int calls = stopped[0].at("model_calls").get<int>();
    QVERIFY(calls >= 4 && calls <= 200);
    QCOMPARE(stopped[0].at("stopped_early").get<bool>(), calls < 200);
}

void TestModelCommands::lengthsBySource()
{
    const QString model = m_dir.filePath("lengths"), trace = m_dir.filePath("lengths.ardrun");
    test::RandomModelOptions options;
    options.lengthHead = true;
    QVERIFY(test::writeRandomModel(model.toStdString(), options));
    const QStringList base{"generate", "--model", model, "--steps", "4", "--device", "cpu"};
    const QString input = file("words.txt", "walk\ndog\npark\nread\nbook\ntree\nrun\nriver\n");
    const auto all = jsonOf(base + QStringList{"--input", input});
    QCOMPARE(all.size(), std::size_t(8));
    std::set<std::size_t> lengths;
    for (const auto &row : all)
        lengths.insert(row.at("tokens").size());
    QVERIFY(lengths.size() > 1 && *lengths.rbegin() <= 12);
    for (const auto &row : jsonOf(base + QStringList{"--input", input, "--length", "5"}))
        QCOMPARE(row.at("tokens").size(), std::size_t(5));
    const auto traced = jsonOf(base + QStringList{"--source", "walk", "--trace", trace});
    QVERIFY(traced[0].at("tokens") == all[0].at("tokens"));
    QCOMPARE(loadRun(trace.toStdString())->request.schedule.length, static_cast<int>(all[0].at("tokens").size()));
    const Outcome longer = ardiff(base + QStringList{"--source", "walk", "--length", "13"});
    QVERIFY(longer.status != 0);
    QVERIFY2(isOneLine(longer.error) && longer.error.find("1 to 12 positions") != std::string::npos,
             longer.error.c_str());
    const QString references = file("words.tsv", "walk\tA dog walks.\ndog\tIt runs.\nriver\tThey sit.\n");
    const auto scores =
        jsonOf({"evaluate", "--model", model, "--steps", "4", "--refs", references, "--candidates", "2"});
    QCOMPARE(scores.at("length").get<std::string>(), std::string("by the length head"));
}

void TestModelCommands::attention()
{
    const QString trace = m_dir.filePath("attention.ardrun");
    QCOMPARE(ardiff(generate({"--source", m_source, "--trace", trace})).status, 0);
    const QStringList at{"attention", "--model", m_model, "--run", trace, "--call", "2"};
    const auto json = jsonOf(at + QStringList{"--layer", "1", "--head", "1"});
    QCOMPARE(json.at("length").get<int>(), 12);
    for (const char *table : {"content", "time", "weights", "cross"})
        QCOMPARE(json.at(table).size(), std::size_t(12));
    double sum = 0;
    for (const auto &weight : json.at("weights").at(5))
        sum += weight.get<double>();
    QVERIFY(std::abs(sum - 1) < 1e-4);
    QCOMPARE(json.at("words").size(), std::size_t(12));
    const Outcome text = ardiff(at);
    QCOMPARE(text.status, 0);
    QCOMPARE(std::count(text.out.begin(), text.out.end(), '\n'), 14);
    const Outcome wrong = ardiff({"attention", "--model", m_model, "--run", trace, "--call", "5"});
    QCOMPARE(wrong.status, 1); // the file has only four
    QVERIFY2(isOneLine(wrong.error) && wrong.error.find("model calls 1 to 4") != std::string::npos,
             wrong.error.c_str());
}

void TestModelCommands::fill()
{
    const QString trace = m_dir.filePath("fill.ardrun");
    QCOMPARE(ardiff(generate({"--source", m_source, "--trace", trace})).status, 0);
    const QStringList at{"fill", "--model", m_model, "--run", trace, "--call", "4"};
    const auto json = jsonOf(at), again = jsonOf(at);
    QVERIFY(json.at("model_calls").get<int>() > 1);
    QCOMPARE(json.at("frames").size(), json.at("model_calls").get<std::size_t>());
    QCOMPARE(json.at("positions").size(), std::size_t(12));
    QVERIFY(json.at("positions") == again.at("positions"));
    QVERIFY(ardiff(at).out.find("distance") != std::string::npos);
}

void TestModelCommands::distill()
{
    const std::string first = m_source.toStdString(), second = first + " " + first;
    const QString source = file("distill.src", first + "\n" + second + "\n" + first + "\n\n");
    const QString held = file("held.tsv", second + "\ta reference\n");
    const QStringList command{"distill",
                              "--model",
                              m_model,
                              "--steps",
                              "3",
                              "--device",
                              "cpu",
                              "--source",
                              source,
                              "--out",
                              m_dir.filePath("distilled")};
    auto json = jsonOf(command);
    QCOMPARE(json.value("sources", 0), 2);
    const auto sources = readLines(m_dir.filePath("distilled/train.src").toStdString());
    const auto targets = readLines(m_dir.filePath("distilled/train.tgt").toStdString());
    QVERIFY(sources && targets);
    QCOMPARE(sources->size(), targets->size());
    QCOMPARE(int(sources->size()), json.value("pairs", -1));
    for (std::size_t i = 0; i < sources->size(); ++i) // what generate writes for the source
        QCOMPARE(targets->at(i) + "\n",
                 ardiff(QStringList{"generate", "--model", m_model, "--steps", "3", "--device", "cpu", "--source",
                                    QString::fromStdString(sources->at(i))})
                     .out);
    json = jsonOf(command + QStringList{"--exclude", held});
    QCOMPARE(json.value("sources", 0), 1);
    QCOMPARE(json.value("excluded", 0), 1);
    file("distill.src", "a dog in the park\na cat\n");
    const Outcome unmixable = ardiff(command + QStringList{"--mix-fields", "3"});
    QCOMPARE(unmixable.status, 2);
    QVERIFY(isOneLine(unmixable.error));
}

void TestModelCommands::evaluate()
{
    const QString references =
        file("refs.tsv", "walk dog\tA dog walks.\tThe dog is walking.\nread book\tShe reads a book.\nrun\tRun!\n");
    const QString outputs = m_dir.filePath("outputs.txt");
    const QStringList arguments{"evaluate", "--model", m_model,    "--refs", references,
                                "--steps",  "3",       "--output", outputs};
    const auto json = jsonOf(arguments);
    for (const char *key : {"bleu", "chrf", "rouge_l", "coverage", "seconds"})
        QVERIFY2(json.contains(key) && json.at(key).is_number(), key);
    QCOMPARE(json.at("sentences").get<int>(), 3);
    QCOMPARE(json.at("steps").get<int>(), 3);
    QCOMPARE(json.at("model_calls").get<int>(), 3);
    QCOMPARE(json.at("schedule").get<std::string>(), std::string("ar-diffusion"));
    QCOMPARE(json.at("signature").get<std::string>().rfind("nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp;", 0), 0U);
    const auto again =
        jsonOf({"metrics", "--hypotheses", outputs, "--refs", references}); // the same code, the same scores
    QVERIFY(again.at("bleu") == json.at("bleu"));
    QVERIFY(again.at("chrf") == json.at("chrf"));
    QCOMPARE(jsonOf(arguments + QStringList{"--limit", "2"}).at("sentences").get<int>(), 2);
    QCOMPARE(ardiff(arguments).status, 0);
}

void TestModelCommands::verify()
{
    const Outcome text = ardiff({"verify", fixture("ar_skip.safetensors"), fixture("uniform.safetensors")});
    QCOMPARE(text.status, 0);
    QVERIFY(text.out.find("skip_noclamp.sample") != std::string::npos);
    QVERIFY(text.out.find("FAIL") == std::string::npos);
    const auto json = jsonOf({"verify", fixture("ar_selfcond.safetensors")});
    QCOMPARE(json.at("pass").get<bool>(), true);
    QCOMPARE(json.at("fixtures").at(0).at("parts").size(), std::size_t(18));
    for (const auto &part : json.at("fixtures").at(0).at("parts"))
        QCOMPARE(part.at("verdict").get<std::string>(), std::string("pass"));
    // One byte of a recorded output: a report that says so, and exit status 1.
    const auto recorded = Safetensors::read(fixture("ar_skip.safetensors").toStdString());
    auto tensors = recorded->tensors();
    std::vector<std::uint8_t> changed(tensors.at("forward.x0").bytes.begin(), tensors.at("forward.x0").bytes.end());
    changed[6] ^= 0x10;
    tensors.at("forward.x0").bytes = changed;
    const QString damaged = m_dir.filePath("damaged.safetensors");
    QVERIFY(writeSafetensors(damaged.toStdString(), tensors, recorded->metadata()));
    const Outcome failed = ardiff({"verify", "--format", "json", damaged});
    QCOMPARE(failed.status, 1);
    QVERIFY2(isOneLine(failed.error), failed.error.c_str());
    QCOMPARE(nlohmann::json::parse(failed.out, nullptr, false).value("pass", true), false);
}

void TestModelCommands::info()
{
    const auto json = jsonOf({"info", m_model});
    QCOMPARE(json.at("name").get<std::string>(), std::string("random"));
    QVERIFY(json.at("parameters").get<std::int64_t>() > 1000);
    QCOMPARE(json.at("fingerprint").get<std::string>().size(), std::size_t(16));
    QCOMPARE(json.at("weights").at("types").size(), std::size_t(1));
    QVERIFY(json.contains("architecture") && json.contains("diffusion"));
    const auto machine = jsonOf({"info"});
    QVERIFY(machine.at("threads").get<int>() >= 1);
    QVERIFY(!machine.at("blas").get<std::string>().empty());
    QVERIFY(ardiff({"info", m_model}).out.find("fingerprint") != std::string::npos);
}

void TestModelCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("told");
    const QString model = m_dir.filePath("model");
    QTest::newRow("no source") << QStringList{"generate", "--model", model}
                               << QStringLiteral("one of --source, --input and --continue-from is required");
    QTest::newRow("unknown option") << QStringList{"generate", "--model", model, "--source", "a", "--loud"}
                                    << QStringLiteral("has no option '--loud'");
    QTest::newRow("empty source") << QStringList{"generate", "--model", model, "--source", ""}
                                  << QStringLiteral("the source is empty");
    QTest::newRow("eta") << QStringList{"generate", "--model", model, "--source", "a", "--eta", "2"}
                         << QStringLiteral("--eta: must be from 0 to 1");
    QTest::newRow("more steps than sentence steps")
        << QStringList{"generate", "--model", model, "--source", "a", "--steps", "100000"}
        << QStringLiteral("sentence steps: take at most as many sampling steps, not 100000");
    QTest::newRow("device") << QStringList{"generate", "--model", model, "--source", "a", "--device", "abacus"}
                            << QStringLiteral("\"abacus\" is not a device");
    QTest::newRow("trace of several") << QStringList{"generate",           "--model", model,     "--input",
                                                     fixture("README.md"), "--trace", "x.ardrun"}
                                      << QStringLiteral("--trace records one source, but the input has");
    QTest::newRow("format") << QStringList{"info", model, "--format", "xml"}
                            << QStringLiteral("--format: xml not in {text,json}");
}

void TestModelCommands::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = ardiff(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.empty());
    QFETCH(QString, told);
    ARD_SAYS(outcome.error, told);
}

void TestModelCommands::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("told");
    const QString model = m_dir.filePath("model"), nowhere = m_dir.filePath("nowhere");
    QTest::newRow("missing model") << QStringList{"generate", "--model", nowhere, "--source", "a"}
                                   << QStringLiteral("nowhere is not a model folder: it has no model.json");
    QTest::newRow("missing input") << QStringList{"generate", "--model", model, "--input", nowhere}
                                   << QStringLiteral("nowhere': No such file or directory");
    QTest::newRow("references without references")
        << QStringList{"evaluate", "--model", model, "--refs", fixture("README.md")}
        << QStringLiteral("has no reference: a source, a tab and a reference are needed");
    QTest::newRow("trace nowhere") << QStringList{"generate", "--model", model,     "--source",           "a",
                                                  "--steps",  "2",       "--trace", nowhere + "/x.ardrun"}
                                   << QStringLiteral("nowhere/x.ardrun': its folder does not exist");
    QTest::newRow("outputs nowhere")
        << QStringList{"evaluate", "--model", model,      "--refs",          file("one.tsv", "a\tb\n"),
                       "--steps",  "2",       "--output", nowhere + "/x.txt"}
        << QStringLiteral("nowhere/x.txt': its folder does not exist");
    QTest::newRow("no CUDA device 99") << QStringList{"generate", "--model",  model,    "--source",
                                                      "a",        "--device", "cuda:99"}
                                       << QStringLiteral("no CUDA device can be used here");
    QTest::newRow("verify a text") << QStringList{"verify", fixture("README.md")}
                                   << QStringLiteral("it is not a safetensors file");
}

void TestModelCommands::failures()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = ardiff(arguments);
    QCOMPARE(outcome.status, 1);
    QFETCH(QString, told);
    ARD_SAYS(outcome.error, told);
    QVERIFY2(isOneLine(outcome.error), outcome.error.c_str());
}

QTEST_GUILESS_MAIN(TestModelCommands)
#include "tst_modelcommands.moc"
