// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ardiff train: what is wrong is found before anything is computed, one training a folder, and what is said at the end.
#include "base/Files.h"
#include "cli/SmallTraining.h"
#include <QTest>
#include <csignal>

using namespace ard;
using namespace ard::test;

class TestTrainCommand : public QObject {
    Q_OBJECT

private:
    TestFolder m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    std::filesystem::path file(const QString &name) const { return m_folder.at(name); }
    QStringList training(const QString &config, const QString &out, const QStringList &more = {},
                         const QString &data = "data") const
    {
        return QStringList{"train",    "--config", path(config), "--data", path(data),
                           "--device", "cpu",      "--out",      path(out)} +
            more;
    }

    void writeConfig(const QString &name, int steps, const nlohmann::json &card = nlohmann::json::object()) const
    {
        nlohmann::json config = smallNetwork();
        config.update({{"batch", 8}, {"steps", steps}, {"log_every", 1}, {"card", card}});
        m_folder.file(name, config.dump());
    }

    /// Exit status 1, one line on standard error that holds these words, and no folder for the training.
    void refused(const QStringList &arguments, const std::string &words, const QString &out) const
    {
        const Outcome outcome = ardiff(arguments);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.error.find(words) != std::string::npos, outcome.error.c_str());
        QVERIFY2(isOneLine(outcome.error), outcome.error.c_str());
        QVERIFY(!std::filesystem::exists(file(out)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(drawPairs(m_folder, 200).status, 0);
        const Outcome prepared = prepareWords(m_folder, 200);
        QVERIFY2(prepared.status == 0, prepared.error.c_str());
        writeConfig("short.json", 3);
        writeConfig("long.json", 1'000'000);
    }

    /// What is trained is kept, whatever bytes the folder's name has.
    void theFoldersNameNeedNotBeUtf8()
    {
        QProcess shell; // QProcess would encode the name anew
        shell.setWorkingDirectory(path(""));
        shell.start("bash",
                    {"-c",
                     QStringLiteral(ARDIFF_PROGRAM) + " train --config short.json --data data --out $'out\\xf6' && " +
                         QStringLiteral(ARDIFF_PROGRAM) + " info $'out\\xf6/model' --format json"});
        QVERIFY(shell.waitForFinished(300'000));
        const QByteArray told = shell.readAllStandardError(), out = shell.readAllStandardOutput();
        QVERIFY2(shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 0, told.constData());
        const auto json = nlohmann::json::parse(out.mid(out.indexOf('{')).toStdString(), nullptr, false);
        QVERIFY2(json.is_object() && json.contains("folder"), out.constData());
    }

    void theVocabularyIsCheckedAtTheStart_data()
    {
        QTest::addColumn<int>("kept"); // bytes of tokenizer.model; -1: there is none
        QTest::newRow("missing") << -1;
        QTest::newRow("empty") << 0;
        QTest::newRow("cut in its first piece") << 5;
        QTest::newRow("cut in the middle") << 1500;
    }

    void theVocabularyIsCheckedAtTheStart()
    {
        QFETCH(int, kept);
        const QString data = QStringLiteral("data %1").arg(kept);
        std::filesystem::copy(file("data"), file(data));
        const auto vocabulary = file(data) / "tokenizer.model";
        QVERIFY(kept < static_cast<int>(std::filesystem::file_size(vocabulary)));
        if (kept < 0)
            std::filesystem::remove(vocabulary);
        else
            std::filesystem::resize_file(vocabulary, static_cast<std::uintmax_t>(kept));
        refused(training("short.json", "untouched", {}, data), "tokenizer.model", "untouched");
    }

    void anotherVocabularyIsRefused()
    {
        std::filesystem::copy(file("data"), file("mixed"));
        const Outcome prepared = prepareWords(m_folder, 150, "other");
        QVERIFY2(prepared.status == 0, prepared.error.c_str());
        std::filesystem::copy_file(file("other/tokenizer.model"), file("mixed/tokenizer.model"),
                                   std::filesystem::copy_options::overwrite_existing);
        refused(training("short.json", "untouched", {}, "mixed"), "but the data was prepared with", "untouched");
    }

    void aDeepCardIsRefusedAtTheStart()
    {
        writeConfig("deep.json", 3, "here");
        std::string text = *readText(file("deep.json"));
        text.replace(text.find("\"here\""), 6, "{\"z\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}");
        QVERIFY(writeAtomically(file("deep.json"), text));
        refused(training("deep.json", "untouched"), "deep.json", "untouched");
    }

    void minutesAreMoreThanNone()
    {
        for (const char *minutes : {"0", "-1", "0.0", "nan"}) {
            const Outcome outcome = ardiff(training("short.json", "untouched", {"--minutes", minutes}));
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.error.find("--minutes") != std::string::npos, outcome.error.c_str());
            QVERIFY(!std::filesystem::exists(file("untouched")));
        }
    }

    void aFinishedRunHasNoLossToTell()
    {
        const Outcome first = ardiff(training("short.json", "finished"));
        QVERIFY2(first.status == 0, first.error.c_str());
        QVERIFY2(first.out.find("loss ") != std::string::npos, first.out.c_str());
        const Outcome again = ardiff(training("short.json", "finished", {"--resume"}));
        QVERIFY2(again.status == 0, again.error.c_str());
        QVERIFY2(again.out.starts_with("done after 3 steps"), again.out.c_str());
        QVERIFY2(again.out.find("loss") == std::string::npos, again.out.c_str());
        const nlohmann::json json = jsonOf(training("short.json", "finished", {"--resume"}));
        QVERIFY(json.at("loss").is_null());
        QVERIFY(json.at("complete") == true);
    }

    /// After the last of its steps a part has nothing left, however many steps the configuration has.
    void whatIsLeftIsOfThisPart()
    {
        const Outcome outcome = ardiff(training("long.json", "part", {"--max-steps", "3"}));
        QVERIFY2(outcome.status == 0, outcome.error.c_str());
        const QStringList lines = QString::fromStdString(outcome.error).split('\n', Qt::SkipEmptyParts);
        QVERIFY2(lines.last().contains("step 3/1000000"), qPrintable(lines.last()));
        QVERIFY2(lines.last().endsWith(" 0:00 left"), qPrintable(lines.last()));
    }

    void twoAtOnce()
    {
        QProcess first;
        first.start(QStringLiteral(ARDIFF_PROGRAM), training("long.json", "both"));
        QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(file("both/log.csv")), 60'000);
        for (const QStringList &more : {QStringList{}, QStringList{"--resume"}}) {
            const Outcome second = ardiff(training("long.json", "both", more));
            QCOMPARE(second.status, 1);
            QVERIFY2(second.error.find("another training runs in") != std::string::npos, second.error.c_str());
        }
        ::kill(static_cast<pid_t>(first.processId()), SIGINT);
        QVERIFY(first.waitForFinished(60'000));
        QCOMPARE(first.exitCode(), 0);
        QVERIFY(!std::filesystem::exists(file("both/train.lock")));
        const Outcome later = ardiff(training("long.json", "both", {"--resume", "--max-steps", "1"}));
        QVERIFY2(later.status == 0, later.error.c_str());
    }
};

QTEST_GUILESS_MAIN(TestTrainCommand)
#include "tst_traincommand.moc"
