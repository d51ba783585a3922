// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ardiff grammar and ardiff prepare as a user runs them: torch is in the program, SentencePiece in its module.
#include "base/Files.h"
#include "cli/RunArdiff.h"
#include "support/Refusal.h"
#include "text/PreparedData.h"
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

using namespace ard;
using namespace ard::test;

class TestTextCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const char *split : {"train", "valid"}) {
            const Outcome outcome = ardiff(
                {"grammar", "generate", "--pairs", "400", "--seed", "3", "--split", split, "--out", m_folder.path()});
            QVERIFY2(outcome.status == 0, outcome.error.c_str());
        }
    }

    void judgeCountsFailures()
    {
        const auto lines = readLines(path() / "valid.refs.tsv");
        QVERIFY(lines.has_value());
        QCOMPARE(lines->size(), std::size_t(400));
        std::string outputs;
        for (const std::string &line : *lines) {
            const std::size_t first = line.find('\t');
            outputs += line.substr(0, line.find('\t', first + 1)) + "\n";
        }
        const std::string source = lines->front().substr(0, lines->front().find('\t'));
        outputs += source + "\tthe the the .\n";
        QVERIFY(writeAtomically(path() / "outputs.tsv", outputs).has_value());
        const Outcome outcome =
            ardiff({"grammar", "judge", "--input", m_folder.filePath("outputs.tsv"), "--format", "json"});
        QCOMPARE(outcome.status, 0);
        const auto json = nlohmann::json::parse(outcome.out, nullptr, false);
        QCOMPARE(json.at("outputs").get<int>(), 401);
        QVERIFY(std::abs(json.at("both").get<double>() - 100.0 * 400 / 401) < 1e-9);
        QCOMPARE(json.at("failures").size(), std::size_t(1));
        QCOMPARE(json.at("failures")[0].at("source").get<std::string>(), source);
    }

    void preparesWhatItGenerated()
    {
        if (!QFile::exists(QFileInfo(ARDIFF_PROGRAM).path() + "/../lib/libardiff_spm.so"))
            QSKIP("this build has no SentencePiece module");
        const Outcome outcome =
            ardiff({"prepare", "--source", m_folder.filePath("train.src"), "--target", m_folder.filePath("train.tgt"),
                    "--valid-refs", m_folder.filePath("valid.refs.tsv"), "--word-model", "--vocab-size", "300",
                    "--max-target", "16", "--out", m_folder.filePath("data"), "--format", "json"});
        QVERIFY2(outcome.status == 0, outcome.error.c_str());
        const auto json = nlohmann::json::parse(outcome.out, nullptr, false);
        const auto train = PreparedData::load(path() / "data"), valid = PreparedData::load(path() / "data", "valid");
        QVERIFY(train.has_value() && valid.has_value());
        QCOMPARE(train->size(), json.at("train").at("pairs").get<std::size_t>());
        QCOMPARE(valid->size(), json.at("valid").at("pairs").get<std::size_t>());
        QCOMPARE(train->vocabulary(), json.at("vocabulary").get<int>());
        QCOMPARE(train->maxTarget(), 16);
    }

    void takesAVocabularyThatIsThere()
    {
        if (!QFile::exists(m_folder.filePath("data/tokenizer.model")))
            QSKIP("this build has no SentencePiece module");
        const QString vocabulary = m_folder.filePath("data/tokenizer.model"), out = m_folder.filePath("again");
        const QStringList command{"prepare",
                                  "--source",
                                  m_folder.filePath("train.src"),
                                  "--target",
                                  m_folder.filePath("train.tgt"),
                                  "--tokenizer",
                                  vocabulary,
                                  "--max-target",
                                  "16",
                                  "--out",
                                  out};
        QCOMPARE(ardiff(command).status, 0);
        QVERIFY(*readBytes(path() / "again/tokenizer.model") == *readBytes(path() / "data/tokenizer.model"));
        QVERIFY(*readBytes(path() / "again/train.tokens") == *readBytes(path() / "data/train.tokens"));
        QCOMPARE(ardiff(command + QStringList{"--vocab-size", "100"}).status, 2);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("told");
        const QString source = m_folder.filePath("train.src"), valid = m_folder.filePath("valid.src");
        QTest::newRow("grammar alone") << QStringList{"grammar"} << 2 << QStringLiteral("A subcommand is required");
        QTest::newRow("no such split") << QStringList{"grammar", "generate", "--split",
                                                      "dev",     "--out",    m_folder.filePath("x")}
                                       << 2 << QStringLiteral("--split: dev not in {");
        QTest::newRow("too many") << QStringList{"grammar",  "generate", "--pairs",
                                                 "99999999", "--out",    m_folder.filePath("x")}
                                  << 2 << QStringLiteral("The number of pairs must be between 1 and 2000000");
        QTest::newRow("no tab") << QStringList{"grammar", "judge", "--input", source} << 1
                                << QStringLiteral("line 1: a source, a tab and an output are needed");
        QTest::newRow("no target") << QStringList{"prepare", "--source", source, "--out", m_folder.filePath("x")} << 2
                                   << QStringLiteral("--target is required");
        QTest::newRow("no such rule")
            << QStringList{"prepare",         "--source", source, "--target", source, "--out", m_folder.filePath("x"),
                           "--normalization", "upper"}
            << 2 << QStringLiteral("--normalization: upper not in {identity");
    }

    void saysWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const Outcome outcome = ardiff(arguments);
        QCOMPARE(outcome.status, status);
        QFETCH(QString, told);
        ARD_SAYS(outcome.error, told);
        QVERIFY(!QFile::exists(m_folder.filePath("x")));
    }

private:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTextCommands)
#include "tst_textcommands.moc"
