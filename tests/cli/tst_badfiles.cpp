// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a command cannot take: one line that says why, the exit status, and nothing changed.
#include "base/Files.h"
#include "cli/RunArdiff.h"
#include "cli/TestFolder.h"
#include <QDir>
#include <QTest>

using namespace ard;
using namespace ard::test;
namespace fs = std::filesystem;

namespace {

std::string nested(const std::string &open, const std::string &close)
{
    constexpr int depth = 100'000;
    std::string text;
    for (int i = 0; i < depth; ++i)
        text += open;
    text += "1";
    for (int i = 0; i < depth; ++i)
        text += close;
    return text;
}

} // namespace

class TestBadFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deeplyNestedJson_data();
    void deeplyNestedJson();
    void recordedRunsAreLookedAtBeforeTheModel_data();
    void recordedRunsAreLookedAtBeforeTheModel();

private:
    QString file(const QString &name, const std::string &text) const { return m_dir.file(name, text); }
    /// The bundled model with another model.json.
    QString model(const QString &name, const std::string &description)
    {
        const fs::path folder = m_dir.filePath(name).toStdString();
        fs::copy(ARD_MODELS "/tiny", folder);
        file(name + "/model.json", description);
        return m_dir.filePath(name);
    }
    std::string bundled() const { return *readText(ARD_MODELS "/tiny/model.json"); }

    TestFolder m_dir;
};

void TestBadFiles::deeplyNestedJson_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    const std::string text = bundled();
    const QString deepModel = model("deep", text.substr(0, text.rfind('}')) + ",\"z\":" + nested("[", "]") + "}");
    const QString config = file("config.json", nested("{\"a\":", "}"));
    const QString table = file("table.json", nested("{\"timesteps\":", "}"));
    const QString rows = file("rows.json", "{\"timesteps\":" + nested("[", "]") + "}");
    const QString training = file("train.json", "{\"card\":{\"z\":" + nested("[", "]") + "}}");
    QDir(m_dir.path()).mkdir("data");
    file("data/prepared.json",
         "{\"format\":\"ardiff-prepared-1\",\"vocabulary\":218,\"pad_id\":0,\"unknown_id\":1,\"max_source\":24,"
         "\"max_target\":16}");
    QDir(m_dir.path()).mkdir("deepdata");
    file("deepdata/prepared.json", "{\"format\":\"ardiff-prepared-1\",\"z\":" + nested("[", "]") + "}");
    const QString vocabulary = file("vocab.json", nested("{\"a\":", "}"));
    file("merges.txt", "a b\n");
    const QString checkpoint = ARD_TEST_FIXTURES "/model_checkpoint-7", out = m_dir.filePath("out");
    const QStringList schedule{"schedule", "--kind", "custom", "--length", "3", "--table"};
    const QStringList generate{"generate",     "--model",    ARD_MODELS "/tiny", "--source",
                               "agent: a boy", "--schedule", "custom",           "--table"};
    const QStringList train{"train", "--config", training, "--out", out, "--data"};
    const QStringList import{"import", checkpoint, "--out", out, "--config"};
    QTest::newRow("info") << QStringList{"info", deepModel} << 1;
    QTest::newRow("info as JSON") << QStringList{"info", deepModel, "--format", "json"} << 1;
    QTest::newRow("generate") << QStringList{"generate", "--model", deepModel, "--source", "agent: a boy"} << 1;
    QTest::newRow("import") << import + QStringList{config} << 1;
    QTest::newRow("vocabulary") << import +
            QStringList{ARD_TEST_FIXTURES "/checkpoint-7.config.json", "--vocab", vocabulary}
                                << 1;
    QTest::newRow("schedule, objects") << schedule + QStringList{table} << 2;
    QTest::newRow("schedule, arrays") << schedule + QStringList{rows} << 2;
    QTest::newRow("generate's table") << generate + QStringList{table} << 2;
    QTest::newRow("train's card") << train + QStringList{m_dir.filePath("data")} << 1;
    QTest::newRow("prepared data") << train + QStringList{m_dir.filePath("deepdata")} << 1;
}

void TestBadFiles::deeplyNestedJson()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const Outcome outcome = ardiff(arguments);
    QCOMPARE(outcome.status, status);
    QCOMPARE(outcome.out, std::string());
    QVERIFY2(outcome.error.find("arrays and objects in each other") != std::string::npos, outcome.error.c_str());
    if (status == 1) // CLI11 adds a line on --help to wrong usage
        QVERIFY2(isOneLine(outcome.error), outcome.error.c_str());
    QVERIFY(!QFile::exists(m_dir.filePath("out")));
}

void TestBadFiles::recordedRunsAreLookedAtBeforeTheModel_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString none = m_dir.filePath("none");
    QTest::newRow("attention") << QStringList{"attention", "--model", none, "--call", "1", "--run"};
    QTest::newRow("fill") << QStringList{"fill", "--model", none, "--call", "1", "--run"};
    QTest::newRow("generate") << QStringList{"generate", "--model", none, "--continue-from"};
}

void TestBadFiles::recordedRunsAreLookedAtBeforeTheModel()
{
    QFETCH(QStringList, arguments);
    const QString gone = m_dir.filePath("gone.ardrun");
    const Outcome missing = ardiff(arguments + QStringList{gone});
    QCOMPARE(QString::fromStdString(missing.error), "ardiff: Cannot read '" + gone + "': No such file or directory\n");
    QCOMPARE(missing.status, 1);
    const Outcome folder = ardiff(arguments + QStringList{m_dir.path()});
    QCOMPARE(QString::fromStdString(folder.error), "ardiff: Cannot read '" + m_dir.path() + "': it is a folder\n");
    QCOMPARE(folder.status, 1);
}

QTEST_GUILESS_MAIN(TestBadFiles)
#include "tst_badfiles.moc"
