// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several processes train one model: the same losses and weights as one process with the whole batch.
#include "base/Safetensors.h"
#include "engine/train/SmallTask.h"
#include "text/SentencePiece.h"
#include <QProcess>
#include <QTcpServer>
#include <QTest>

using namespace ard;
using namespace ard::test;

class TestReplicas : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const QString &name) const { return m_folder.filePath(name).toStdString(); }

    std::unique_ptr<QProcess> start(const QString &out, const QStringList &environment,
                                    const QString &config = "train.json", const QStringList &more = {}) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        for (const QString &variable : environment)
            all.insert(variable.section('=', 0, 0), variable.section('=', 1));
        process->setProcessEnvironment(all);
        process->start(ARDIFF_PROGRAM,
                       QStringList{"train", "--config", m_folder.filePath(config), "--data", m_folder.filePath("data"),
                                   "--out", m_folder.filePath(out), "--device", "cpu"} +
                           more);
        return process;
    }

    static QStringList place(int rank, int port, const char *rankName = "RANK", const char *countName = "WORLD_SIZE")
    {
        return {QString("%1=%2").arg(rankName).arg(rank), QString("%1=2").arg(countName), "MASTER_ADDR=127.0.0.1",
                QString("MASTER_PORT=%1").arg(port)};
    }

    static int freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }

    std::vector<std::vector<double>> losses(const QString &out) const
    {
        const auto lines = readLines(path(out) / "log.csv");
        std::vector<std::vector<double>> rows;
        for (std::size_t i = 1; lines && i < lines->size(); ++i) {
            rows.emplace_back();
            const QStringList fields = QString::fromStdString((*lines)[i]).split(',');
            for (const int column : {0, 3, 4, 5, 6}) // step, loss, cross-entropy, squared error, words right
                rows.back().push_back(fields[column].toDouble());
            rows.back().push_back(fields.last().toDouble()); // lengths right
        }
        return rows;
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::filesystem::create_directories(path("data"));
        writeSmallData(path("data"));
        // The program looks at the vocabulary before it trains: PAD, unknown and a letter for each other id.
        std::string letters;
        for (int i = 2; i < kSmallVocabulary; ++i)
            letters += static_cast<char>('a' + i - 2);
        const auto vocabulary = trainSentencePiece({{"model_type", "char"},
                                                    {"vocab_size", std::to_string(kSmallVocabulary)},
                                                    {"add_dummy_prefix", "false"},
                                                    {"pad_id", "0"},
                                                    {"unk_id", "1"},
                                                    {"bos_id", "-1"},
                                                    {"eos_id", "-1"},
                                                    {"hard_vocab_limit", "false"},
                                                    {"minloglevel", "2"}},
                                                   std::vector<std::string>(10, letters));
        if (!vocabulary && vocabulary.error().code == ErrorCode::Unsupported)
            QSKIP("this build has no SentencePiece");
        QVERIFY(vocabulary.has_value());
        QVERIFY(writeAtomically(path("data") / "tokenizer.model", std::string_view(*vocabulary)).has_value());
        nlohmann::json config = smallConfig();
        // Dropout masks are drawn by each process for its own rows.
        config["architecture"]["dropout"] = config["architecture"]["attention_dropout"] = 0;
        config["unroll_share"] = 0.5;
        config["draw"]["loss_aware"] = 0.5;
        config["draw"]["learned"] = 1;
        config["draw"]["learned_every"] = 5;
        config["accumulation"] = 2;
        QVERIFY(writeAtomically(path("train.json"), config.dump()).has_value());
        config["architecture"]["length_head"] = "mean_pool";
        QVERIFY(writeAtomically(path("lengths.json"), config.dump()).has_value());
    }

    void twoAreAsOne_data()
    {
        QTest::addColumn<QString>("rank");
        QTest::addColumn<QString>("count");
        QTest::newRow("torchrun") << "RANK"
                                  << "WORLD_SIZE";
        QTest::newRow("srun") << "SLURM_PROCID"
                              << "SLURM_STEP_NUM_TASKS";
        QTest::newRow("lengths") << "RANK"
                                 << "WORLD_SIZE";
        QTest::newRow("processes") << QString() << QString(); // started by the command itself
        QTest::newRow("mpirun") << "OMPI_COMM_WORLD_RANK"
                                << "OMPI_COMM_WORLD_SIZE";
    }

    void twoAreAsOne()
    {
        QFETCH(QString, rank);
        QFETCH(QString, count);
        const QString name = QTest::currentDataTag(), one = "one-" + name, two = "two-" + name;
        const QString config = name == "lengths" ? "lengths.json" : "train.json";
        const auto alone = start(one, {}, config);
        QVERIFY(alone->waitForFinished(120'000));
        QVERIFY2(alone->exitCode() == 0, alone->readAllStandardError().constData());
        const int port = freePort();
        const bool together = rank.isEmpty();
        const auto first = together ? start(two, {}, config, {"--processes", "2"})
                                    : start(two, place(0, port, rank.toUtf8(), count.toUtf8()), config),
                   second = together ? start("wrong", {"RANK=5", "WORLD_SIZE=2"}) // ends at once, of no matter
                                     : start(two, place(1, port, rank.toUtf8(), count.toUtf8()), config);
        QVERIFY(first->waitForFinished(120'000));
        QVERIFY(second->waitForFinished(120'000));
        const QByteArray said = first->readAllStandardError();
        if (said.contains("without Gloo"))
            QSKIP("this build has no Gloo");
        QVERIFY2(first->exitCode() == 0, said.constData());
        QVERIFY2(together || second->exitCode() == 0, second->readAllStandardError().constData());

        const auto expected = losses(one), found = losses(two);
        QCOMPARE(expected.size(), std::size_t(4)); // 20 steps, a line every five
        QCOMPARE(found.size(), expected.size());
        for (std::size_t row = 0; row < expected.size(); ++row)
            for (std::size_t i = 0; i < expected[row].size(); ++i)
                QVERIFY2(std::abs(found[row][i] - expected[row][i]) < 2e-4,
                         qPrintable(QString("%1 %2").arg(found[row][i]).arg(expected[row][i])));
        const auto a = Safetensors::read(path(one) / "checkpoint.safetensors"),
                   b = Safetensors::read(path(two) / "checkpoint.safetensors");
        QVERIFY(a && b);
        const auto x = a->tensor("weight.word_embedding.weight"), y = b->tensor("weight.word_embedding.weight");
        QVERIFY(x && y && x->bytes.size() == y->bytes.size());
        const auto *left = reinterpret_cast<const float *>(x->bytes.data()),
                   *right = reinterpret_cast<const float *>(y->bytes.data());
        double largest = 0;
        for (std::size_t i = 0; i < x->bytes.size() / sizeof(float); ++i)
            largest = std::max(largest, std::abs(double(left[i]) - right[i]));
        QVERIFY2(largest < 2e-3, qPrintable(QString::number(largest)));
        const auto learned = [&](const QString &out) {
            const auto model = nlohmann::json::parse(*readText(path(out) / "model" / "model.json"));
            return model.at("learned_timesteps").at("timesteps").get<std::vector<std::vector<int>>>();
        };
        const auto whole = learned(one), shared = learned(two);
        QCOMPARE(shared.size(), whole.size());
        for (std::size_t n = 0; n < whole.size(); ++n)
            for (std::size_t i = 0; i < whole[n].size(); ++i)
                QVERIFY(std::abs(whole[n][i] - shared[n][i]) <= 1);
    }

    void severalAreStoppedTogether()
    {
        nlohmann::json config = nlohmann::json::parse(*readText(path("train.json")));
        config["steps"] = 1'000'000;
        QVERIFY(writeAtomically(path("long.json"), config.dump()).has_value());
        const auto training = start("stopped", {}, "long.json", {"--processes=2"});
        const auto log = path("stopped") / "log.csv";
        const bool runs = QTest::qWaitFor(
            [&] { return std::filesystem::exists(log) || training->state() == QProcess::NotRunning; }, 60'000);
        if (training->state() == QProcess::NotRunning && training->readAllStandardError().contains("without Gloo"))
            QSKIP("this build has no Gloo");
        QVERIFY(runs);
        training->terminate();
        QVERIFY(training->waitForFinished(60'000));
        QCOMPARE(training->exitStatus(), QProcess::NormalExit);
        QCOMPARE(training->exitCode(), 0);
        QVERIFY(training->readAllStandardOutput().startsWith("stopped after "));
        QVERIFY(std::filesystem::exists(path("stopped") / "checkpoint.safetensors"));
    }

    void severalSayWhatIsWrongOnce()
    {
        const auto training = start("uneven", {}, "train.json", {"--processes", "5"});
        QVERIFY(training->waitForFinished(60'000));
        const QByteArray said = training->readAllStandardError();
        if (said.contains("without Gloo"))
            QSKIP("this build has no Gloo");
        QCOMPARE(said.count("cannot be shared evenly by 5 processes"), 1);
        QCOMPARE(training->exitCode(), 2);
        QVERIFY(!std::filesystem::exists(path("uneven")));
    }

    void saysWhatIsWrong()
    {
        const auto impossible = start("wrong", {"RANK=5", "WORLD_SIZE=2"});
        QVERIFY(impossible->waitForFinished(60'000));
        const QByteArray said = impossible->readAllStandardError();
        QCOMPARE(impossible->exitCode(), said.contains("without Gloo") ? 1 : 2);
        QVERIFY2(said.contains("RANK is 5") || said.contains("without Gloo"), said.constData());
        QVERIFY(!std::filesystem::exists(path("wrong")));
    }
};

QTEST_GUILESS_MAIN(TestReplicas)
#include "tst_replicas.moc"
