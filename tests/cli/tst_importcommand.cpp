// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `ardiff import` as a person calls it, and the other commands on what it wrote.
#include "base/Files.h"
#include "cli/RunArdiff.h"
#include "cli/TestFolder.h"
#include "support/CheckpointFile.h"
#include "support/Refusal.h"
#include <QDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace ard;
using namespace ard::test;

namespace {

QString fixture(const char *name)
{
    return QStringLiteral(ARD_TEST_FIXTURES) + "/" + name;
}

/// 97 pieces, as many words as the fixture has.
std::string vocabulary()
{
    std::string text = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n";
    for (int i = 5; i < 97; ++i)
        text += "word" + std::to_string(i) + "\n";
    return text;
}

} // namespace

class TestImportCommand : public QObject {
    Q_OBJECT
private slots:
    void importedModelWrites_data();
    void importedModelWrites();
    void withoutVocabulary();
    void hostileCheckpoint();
    void missingFiles();
    void wrongUsage_data();
    void wrongUsage();

private:
    QString file(const QString &name, const std::string &text) const { return m_dir.file(name, text); }
    TestFolder m_dir;
    const QString m_config = fixture("checkpoint-7.config.json");
};

void TestImportCommand::importedModelWrites_data()
{
    QTest::addColumn<QString>("checkpoint");
    QTest::newRow("model") << "model_checkpoint-7";
    QTest::newRow("averaged") << "ema_0.9999_checkpoint-7";
}

void TestImportCommand::importedModelWrites()
{
    QFETCH(QString, checkpoint);
    const QString out = m_dir.filePath("from " + checkpoint);
    const Outcome imported = ardiff({"import", fixture(qPrintable(checkpoint)), "--config", m_config, "--vocab",
                                     file("vocab.txt", vocabulary()), "--out", out, "--format", "json"});
    QCOMPARE(imported.error, std::string());
    QCOMPARE(imported.status, 0);
    const auto report = nlohmann::json::parse(imported.out, nullptr, false);
    QVERIFY(report["tokenizer"] == "wordpiece" && report["steps"] == 7 && report["notes"].empty());
    QCOMPARE(ardiff({"info", out}).status, 0);
    const Outcome written = ardiff({"generate", "--model", out, "--source", "Word7 word9, word11", "--steps", "4",
                                    "--device", "cpu", "--format", "json"});
    QCOMPARE(written.error, std::string());
    QCOMPARE(written.status, 0);
    const auto json = nlohmann::json::parse(written.out, nullptr, false);
    QCOMPARE(json.at(0).at("tokens").size(), std::size_t(12));
    QVERIFY(json.at(0).at("output").get<std::string>().find('[') == std::string::npos); // no special words
}

void TestImportCommand::withoutVocabulary()
{
    const QString out = m_dir.filePath("silent");
    const Outcome imported = ardiff({"import", fixture("model_checkpoint-7"), "--config", m_config, "--out", out});
    QCOMPARE(imported.status, 0);
    QVERIFY2(imported.out.find("6 encoder and 6 decoder layers") != std::string::npos, imported.out.c_str());
    QVERIFY2(imported.out.find("note: ") != std::string::npos, imported.out.c_str());
    const Outcome written = ardiff({"generate", "--model", out, "--source", "a", "--device", "cpu"});
    QCOMPARE(written.status, 1);
    QVERIFY2(isOneLine(written.error) && written.error.find("--vocab") != std::string::npos, written.error.c_str());
}

void TestImportCommand::hostileCheckpoint()
{
    const QString proof = m_dir.filePath("proof");
    const std::string body = test::globalOp("os", "system") + "(" + test::textOp("touch " + proof.toStdString()) + "tR";
    const auto bytes = test::zipCheckpoint(test::pickled(body), {});
    const QString path = file("model_checkpoint-1", std::string(bytes.begin(), bytes.end()));
    const QString out = m_dir.filePath("hostile");
    const Outcome outcome = ardiff({"import", path, "--preset", "xsum", "--out", out});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(isOneLine(outcome.error) && outcome.error.find("os.system") != std::string::npos, outcome.error.c_str());
    QVERIFY(!QFile::exists(proof) && !QDir(out).exists());
}

/// A file that is not there is a failure as any other, not wrong usage.
void TestImportCommand::missingFiles()
{
    const QString checkpoint = fixture("model_checkpoint-7"), none = fixture("none"), out = m_dir.filePath("missing");
    for (const QStringList &arguments :
         {QStringList{none, "--preset", "xsum"}, QStringList{checkpoint, "--config", none},
          QStringList{checkpoint, "--config", m_config, "--vocab", none},
          QStringList{checkpoint, "--config", m_config, "--vocab", file("vocab.txt", vocabulary()), "--merges",
                      none}}) {
        const Outcome outcome = ardiff(QStringList{"import", "--out", out} + arguments);
        QCOMPARE(outcome.status, 1);
        QCOMPARE(QString::fromStdString(outcome.error),
                 "ardiff: Cannot read '" + none + "': No such file or directory\n");
        QVERIFY(!QDir(out).exists());
    }
}

void TestImportCommand::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("told");
    const QString checkpoint = fixture("model_checkpoint-7"), out = m_dir.filePath("none");
    QTest::newRow("no folder") << QStringList{checkpoint, "--preset", "xsum"} << QStringLiteral("--out is required");
    QTest::newRow("no checkpoint") << QStringList{"--preset", "xsum", "--out", out}
                                   << QStringLiteral("checkpoint is required");
    QTest::newRow("no configuration") << QStringList{checkpoint, "--out", out}
                                      << QStringLiteral("either --config FILE or --preset NAME");
    QTest::newRow("two configurations") << QStringList{checkpoint, "--preset", "xsum", "--config",
                                                       m_config,   "--out",    out}
                                        << QStringLiteral("--config excludes --preset");
    QTest::newRow("unknown preset") << QStringList{checkpoint, "--preset", "wmt", "--out", out}
                                    << QStringLiteral("--preset: wmt not in {xsum");
}

void TestImportCommand::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = ardiff(QStringList{"import"} + arguments);
    QCOMPARE(outcome.status, 2);
    QFETCH(QString, told);
    ARD_SAYS(outcome.error, told);
    QVERIFY(outcome.out.empty());
    QVERIFY(!QDir(m_dir.filePath("none")).exists());
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
