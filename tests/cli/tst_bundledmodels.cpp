// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every model of the repository promises: a card, a size, sentences for its examples, recorded runs that are its own, and that
// whatever a person types is no accident.
#include "base/Files.h"
#include "cli/RunArdiff.h"
#include "trace/RunCommand.h"
#include "trace/RunFile.h"
#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace ard;
using namespace ard::test;

class TestBundledModels : public QObject {
    Q_OBJECT

private:
    static QString folder(const QString &model) { return QStringLiteral(ARD_MODELS) + "/" + model; }

    static nlohmann::json description(const QString &model)
    {
        const auto text = readText((folder(model) + "/model.json").toStdString());
        return text ? nlohmann::json::parse(*text) : nlohmann::json();
    }

    static void eachModel()
    {
        QTest::addColumn<QString>("model");
        int models = 0;
        for (const QString &name : QDir(QStringLiteral(ARD_MODELS)).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (!QFile::exists(folder(name) + "/model.json"))
                continue;
            QTest::newRow(qPrintable(name)) << name;
            ++models;
        }
        QVERIFY(models >= 2);
    }

    /// The texts of one run of the program over all sources, a few sampling steps each.
    static std::vector<std::string> write(const QString &model, const QByteArray &sources)
    {
        const Outcome outcome = ardiff({"generate", "--model", folder(model), "--steps", "4", "--input", "-"}, sources);
        std::vector<std::string> lines;
        if (outcome.status != 0)
            return lines;
        std::istringstream stream(outcome.out);
        for (std::string line; std::getline(stream, line);)
            lines.push_back(line);
        return lines;
    }

private Q_SLOTS:
    void saysWhatItIs_data() { eachModel(); }
    void saysWhatItIs()
    {
        QFETCH(QString, model);
        const nlohmann::json json = description(model);
        for (const char *key : {"name", "task", "languages", "licence", "credit", "hint"})
            QVERIFY2(!json.value(key, std::string()).empty(), key);
        QCOMPARE(QString::fromStdString(json["name"]), model);
        QVERIFY(json["examples"].size() >= 3);
        QVERIFY(json.contains("quality"));
        const auto card = readText((folder(model) + "/README.md").toStdString());
        QVERIFY(card);
        for (const char *part : {"Licence", "Weaknesses", "ardiff"})
            QVERIFY2(card->find(part) != std::string::npos, part);
        QString licence = QString::fromStdString(json["licence"]);
        const QDir licences(QStringLiteral(ARD_MODELS) + "/../LICENSES");
        QVERIFY2(licences.exists(licence + ".txt") || licences.exists("LicenseRef-" + licence + ".txt"),
                 qPrintable(licence));
    }

    void isSmall_data() { eachModel(); }
    void isSmall()
    {
        QFETCH(QString, model);
        qint64 bytes = 0;
        for (QDirIterator files(folder(model), QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
            bytes += QFileInfo(files.next()).size();
        QVERIFY2(bytes < 45'000'000, qPrintable(QString::number(bytes)));
    }

    void writesForItsExamples_data() { eachModel(); }
    void writesForItsExamples()
    {
        QFETCH(QString, model);
        QByteArray sources;
        const nlohmann::json examples = description(model)["examples"];
        for (const auto &example : examples)
            sources += QByteArray::fromStdString(example.get<std::string>()) + "\n";
        const auto texts = write(model, sources);
        QCOMPARE(texts.size(), examples.size());
        const bool hasSpaces = description(model)["languages"] != "zh";
        for (const std::string &text : texts)
            QVERIFY2(hasSpaces ? text.find(' ') != std::string::npos : QString::fromStdString(text).size() >= 5,
                     text.c_str());
    }

    void readsWhateverIsTyped_data() { eachModel(); }
    void readsWhateverIsTyped()
    {
        QFETCH(QString, model);
        const QByteArray sources = "Xyzzyplugh qwrtz\n"
                                   "李家 ☃ Ωmega čevapčići\n"
                                   "🦊🦊🦊\n"
                                   "?!\n"
                                   "\"quoted\\\" <tag> | : & \t tab\n"
                                   "e\xCC\x81\xCC\x81\xCC\x81 \xE2\x80\x8B zero\n" +
            QByteArray("a very long source ").repeated(200) + "\n" + QByteArray(3000, 'z') + "\n";
        const auto texts = write(model, sources);
        QCOMPARE(texts.size(), std::size_t(8));
        for (const std::string &text : texts)
            QVERIFY2(QString::fromStdString(text).toUtf8().toStdString() == text, text.c_str());
    }

    void recordedRunsAreItsOwn_data() { eachModel(); }
    void recordedRunsAreItsOwn()
    {
        QFETCH(QString, model);
        const nlohmann::json info = jsonOf({"info", folder(model)});
        QVERIFY(info.is_object());
        for (QDirIterator files(folder(model) + "/runs", {"*.ardrun"}, QDir::Files); files.hasNext();) {
            const QString file = files.next();
            const auto run = loadRun(file.toStdString());
            QVERIFY2(run, qPrintable(file));
            QCOMPARE(QString::fromStdString(run->provenance.modelName), model);
            QCOMPARE(run->provenance.modelFingerprint, info.value("fingerprint", std::string()));
        }
    }

    void recordedRunsAreMadeAgainByTheirCommand_data() { eachModel(); }
    void recordedRunsAreMadeAgainByTheirCommand()
    {
        QFETCH(QString, model);
        for (QDirIterator files(folder(model) + "/runs", {"*.ardrun"}, QDir::Files); files.hasNext();) {
            const QString file = files.next();
            const auto run = loadRun(file.toStdString());
            QVERIFY2(run, qPrintable(file));
            const std::string command = runCommands(run->request, "models/" + run->provenance.modelName).front();
            QVERIFY2(QString::fromStdString(command).startsWith("ardiff generate "), qPrintable(file));
            // A shell finds the program by its name, as a reader's does.
            QProcess shell;
            shell.setWorkingDirectory(QStringLiteral(ARD_MODELS) + "/..");
            shell.start("sh",
                        {"-c",
                         "PATH=" + QFileInfo(QStringLiteral(ARDIFF_PROGRAM)).path() + ":$PATH; " +
                             QString::fromStdString(command)});
            QVERIFY(shell.waitForFinished(120'000));
            const auto &chosen = run->outputs.at(static_cast<std::size_t>(run->chosen));
            QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), QString::fromStdString(chosen.text) + "\n");
        }
    }
};

QTEST_GUILESS_MAIN(TestBundledModels)
#include "tst_bundledmodels.moc"
