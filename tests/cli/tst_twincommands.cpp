// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an autoregressive model is for on the command line: it draws texts, teaches with several a source, and judges those of others.
#include "base/Files.h"
#include "cli/RunArdiff.h"
#include "support/RandomModel.h"
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

using namespace ard;
using namespace ard::test;

class TestTwinCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void twinsDraw();
    void clampsDraw();
    void twinsTeachSeveralTexts();
    void twinsJudge();

private:
    QString file(const QString &name, const std::string &text)
    {
        const QString path = m_dir.filePath(name);
        if (!writeAtomically(path.toStdString(), text))
            qFatal("a test file cannot be written");
        return path;
    }
    QTemporaryDir m_dir;
    QString m_model, m_twin; ///< of the same vocabulary and sizes
};

void TestTwinCommands::initTestCase()
{
    m_model = m_dir.filePath("model");
    m_twin = m_dir.filePath("twin");
    test::RandomModelOptions options;
    QVERIFY(test::writeRandomModel(m_model.toStdString(), options));
    options.autoregressive = true;
    QVERIFY(test::writeRandomModel(m_twin.toStdString(), options));
}

void TestTwinCommands::twinsDraw()
{
    const QString input = file("drawn.txt", "walk dog park\nread book tree\n");
    const auto drawn = [&](const QStringList &more) {
        return ardiff(QStringList{"generate", "--model", m_twin, "--steps", "12", "--device", "cpu", "--input", input} +
                      more);
    };
    const Outcome first = drawn({"--temperature", "1", "--top-p", "0.95", "--seed", "7"});
    QVERIFY2(first.status == 0, first.error.c_str());
    QCOMPARE(drawn({"--temperature", "1", "--top-p", "0.95", "--seed", "7", "--batch", "1"}).out, first.out);
    QVERIFY(drawn({"--temperature", "1", "--top-p", "0.95", "--seed", "8"}).out != first.out);
    QVERIFY(drawn({}).out != first.out);
    for (const QStringList &wrong : {QStringList{"--top-p", "0.5"}, QStringList{"--candidates", "2"},
                                     QStringList{"--temperature", "1", "--beam", "2"}}) {
        const Outcome refused = drawn(wrong);
        QCOMPARE(refused.status, 2);
        QVERIFY(isOneLine(refused.error));
    }
    const QStringList diffusion{"generate", "--model", m_model, "--steps", "4", "--input", input, "--temperature", "1"};
    const Outcome refused = ardiff(diffusion);
    QCOMPARE(refused.status, 2);
    QVERIFY2(isOneLine(refused.error) && refused.error.find("give the clamp drawn too") != std::string::npos,
             refused.error.c_str());
}

/// A temperature goes with the clamp that draws; what a batch holds besides a source changes nothing.
void TestTwinCommands::clampsDraw()
{
    const QString input = file("clamped.txt", "walk dog park\nread book tree\n");
    const auto drawn = [&](const QStringList &more) {
        return ardiff(QStringList{"generate", "--model", m_model, "--steps", "4", "--device", "cpu", "--input", input,
                                  "--clamp", "drawn"} +
                      more);
    };
    const Outcome first = drawn({"--temperature", "2", "--top-p", "0.95", "--seed", "7"});
    QVERIFY2(first.status == 0, first.error.c_str());
    QCOMPARE(drawn({"--temperature", "2", "--top-p", "0.95", "--seed", "7", "--batch", "1"}).out, first.out);
    QVERIFY(drawn({"--temperature", "2", "--top-p", "0.95", "--seed", "8"}).out != first.out);
    QCOMPARE(drawn({"--temperature", "1"}).out, drawn({}).out);
}

void TestTwinCommands::twinsTeachSeveralTexts()
{
    const QString source = file("several.src", "walk dog park\nread book tree\n");
    const QString out = m_dir.filePath("several");
    const QStringList command{"distill", "--model",      m_twin, "--steps",       "12", "--device",
                              "cpu",     "--source",     source, "--out",         out,  "--samples",
                              "3",       "--candidates", "5",    "--temperature", "1"};
    QCOMPARE(jsonOf(command).value("pairs", 0), 6);
    const auto sources = readLines((out + "/train.src").toStdString()),
               targets = readLines((out + "/train.tgt").toStdString());
    QVERIFY(sources && targets && targets->size() == 6);
    QCOMPARE(std::count(sources->begin(), sources->end(), "walk dog park"), 3);
    QCOMPARE(std::set<std::string>(targets->begin(), targets->begin() + 3).size(), std::size_t(3)); // each once
    QCOMPARE(jsonOf(command).value("pairs", 0), 6);
    QCOMPARE(*readLines((out + "/train.tgt").toStdString()), *targets);
    const auto refused = [&](QStringList arguments, const char *words) {
        const Outcome outcome = ardiff(arguments);
        return outcome.status == 2 && isOneLine(outcome.error) && outcome.error.find(words) != std::string::npos;
    };
    QVERIFY(refused(command + QStringList{"--choose", "verse"}, "--known-verse"));
    QStringList greedy = command;
    greedy.removeLast();
    greedy.removeLast();
    QVERIFY(refused(greedy, "give a temperature"));
    greedy[greedy.indexOf("5")] = "2";
    QVERIFY(refused(greedy, "--samples 3 are chosen among --candidates, and there are 2"));
}

void TestTwinCommands::twinsJudge()
{
    const QString references = file("judged.tsv", "walk dog\tA dog walks.\nread book\tShe reads a book.\n");
    const QString outputs = file("judged.txt", "walk dog\nread book tree\n");
    const auto json =
        jsonOf({"metrics", "--hypotheses", outputs, "--refs", references, "--twin", m_twin, "--bootstrap", "10"});
    QVERIFY(json.contains("twin_log_probability"));
    QVERIFY(json.at("twin_log_probability").get<double>() < 0);
    QVERIFY(json.at("intervals").contains("twin_log_probability"));
    QVERIFY(!jsonOf({"metrics", "--hypotheses", outputs, "--refs", references}).contains("twin_log_probability"));
    QVERIFY(jsonOf({"evaluate", "--model", m_model, "--steps", "2", "--refs", references, "--twin", m_twin})
                .contains("twin_log_probability"));
    const Outcome diffusion = ardiff({"metrics", "--hypotheses", outputs, "--refs", references, "--twin", m_model});
    QCOMPARE(diffusion.status, 1);
    QVERIFY2(isOneLine(diffusion.error) && diffusion.error.find("only an autoregressive model") != std::string::npos,
             diffusion.error.c_str());
}

QTEST_GUILESS_MAIN(TestTwinCommands)
#include "tst_twincommands.moc"
