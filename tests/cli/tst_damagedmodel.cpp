// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A model whose weights are no numbers: every command that runs it fails with the sentence that serve answers with.
#include "base/Files.h"
#include "cli/RunArdiff.h"
#include "support/ChangedSafetensors.h"
#include "support/RandomModel.h"
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace ard;
using namespace ard::test;

class TestDamagedModel : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void initTestCase()
    {
        const std::filesystem::path model = path("model").toStdString();
        QVERIFY(writeRandomModel(model));
        QVERIFY(fillWithNan(model / "weights.safetensors", ""));
        const std::string source = randomModelSource();
        QVERIFY(writeAtomically(path("sources").toStdString(), source + "\n" + source + "\n"));
        QVERIFY(writeAtomically(path("refs.tsv").toStdString(), source + "\ta dog\n" + source + "\ta cat\n"));
    }

    void everyCommandSaysSo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString source = QString::fromStdString(randomModelSource());
        QTest::newRow("generate") << QStringList{"generate", "--source", source};
        QTest::newRow("generate, recorded")
            << QStringList{"generate", "--source", source, "--trace", path("run.ardrun")};
        QTest::newRow("generate, many") << QStringList{"generate", "--input", path("sources"), "--candidates", "2"};
        QTest::newRow("evaluate") << QStringList{"evaluate", "--refs", path("refs.tsv")};
        QTest::newRow("compare") << QStringList{"compare", "--refs", path("refs.tsv"), "--schedules", "uniform"};
        QTest::newRow("distill") << QStringList{"distill", "--source", path("sources"), "--out", path("distilled")};
    }

    void everyCommandSaysSo()
    {
        QFETCH(QStringList, arguments);
        arguments.insert(1, path("model"));
        arguments.insert(1, "--model");
        const Outcome outcome = ardiff(arguments + QStringList{"--steps", "3"});
        QVERIFY2(outcome.status == 1, outcome.error.c_str());
        QVERIFY2(outcome.error.find("numbers that are not finite: its weights are damaged") != std::string::npos,
                 outcome.error.c_str());
        QVERIFY(!QFile::exists(path("run.ardrun")));
    }
};

QTEST_GUILESS_MAIN(TestDamagedModel)
#include "tst_damagedmodel.moc"
