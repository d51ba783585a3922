// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/FileLock.h"
#include "engine/train/SmallTask.h"
#include "engine/train/Trainer.h"
#include "folder/ModelSummary.h"
#include "support/ChangedSafetensors.h"
#include "support/FullDisk.h"
#include "support/Refusal.h"
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace ard;
using namespace ard::test;

Q_DECLARE_METATYPE(nlohmann::json)

class TestTrainer : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_data;

    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    TrainOptions options(const char *out) const { return smallOptions(m_data, path(out)); }

    static TrainConfig config(const nlohmann::json &changes = nlohmann::json::object())
    {
        return smallTrainConfig(changes);
    }

    static QString mustTrain(const TrainConfig &config, const TrainOptions &options, TrainSummary *summary = nullptr)
    {
        const auto result = train(config, options);
        if (result && summary)
            *summary = *result;
        return result ? QString() : QString::fromStdString(result.error().message);
    }

    /// The checkpoints' tensors, byte for byte.
    static void compareCheckpoints(const std::filesystem::path &a, const std::filesystem::path &b)
    {
        const auto left = Safetensors::read(a / "checkpoint.safetensors"),
                   right = Safetensors::read(b / "checkpoint.safetensors");
        QVERIFY(left && right);
        QVERIFY(left->tensors().size() > 100);
        QCOMPARE(left->tensors().size(), right->tensors().size());
        for (const auto &[name, view] : left->tensors()) {
            QVERIFY2(right->has(name), name.c_str());
            QVERIFY2(std::ranges::equal(view.bytes, right->tensor(name)->bytes), name.c_str());
        }
    }

    /// What the checkpoints know of the losses, and the timestep schedules that the models have.
    static void compareLearned(const std::filesystem::path &a, const std::filesystem::path &b, bool there)
    {
        const auto learned = [](const std::filesystem::path &out) {
            const auto file = Safetensors::read(out / "checkpoint.safetensors");
            return nlohmann::json::parse(file->metadata().at("state")).value("learned", nlohmann::json());
        };
        QCOMPARE(learned(a).is_null(), !there);
        QVERIFY(learned(a) == learned(b));
        const auto left = ard::readModelSummary(a / "model"), right = ard::readModelSummary(b / "model");
        QVERIFY2(left && right, left ? "" : left.error().message.c_str());
        QCOMPARE(left->learnedTimesteps != nullptr, there);
        if (there)
            QCOMPARE(*left->learnedTimesteps, *right->learnedTimesteps);
        QCOMPARE(std::count(left->trainedSchedules.begin(), left->trainedSchedules.end(), "learned"), there ? 1 : 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_data = path("data");
        std::filesystem::create_directories(m_data);
        writeSmallData(m_data);
    }

    void resumingContinuesExactly_data()
    {
        QTest::addColumn<QString>("objective");
        QTest::addColumn<bool>("selfCondition");
        QTest::addColumn<double>("unrollShare");
        QTest::newRow("anchored") << "anchored" << false << 0.0;
        QTest::newRow("anchored, unrolled, self-conditioned") << "anchored" << true << 0.5;
        QTest::newRow("paper, self-conditioned") << "paper" << true << 0.0;
        QTest::newRow("anchored, accumulated, smoothed, loss-aware") << "anchored" << false << 0.0;
        QTest::newRow("anchored, unrolled, learned") << "anchored" << false << 0.5;
        QTest::newRow("paper, accumulated, learned") << "paper" << true << 0.0;
        QTest::newRow("anchored, unrolled, self-conditioned, loss-aware, lengths") << "anchored" << true << 0.5;
        QTest::newRow("anchored, unrolled, learned, lengths") << "anchored" << true << 0.5;
        QTest::newRow("paper, lengths") << "paper" << false << 0.0;
    }

    /// 20 steps are the same as 10 and then 10 more from the checkpoint: dropout, draws, order of the data, moments, average.
    void resumingContinuesExactly()
    {
        QFETCH(QString, objective);
        QFETCH(bool, selfCondition);
        QFETCH(double, unrollShare);
        const TrainConfig whole = config(
            {{"objective", objective.toStdString()},
             {"unroll_share", unrollShare},
             {"accumulation", QByteArray(QTest::currentDataTag()).contains("accumulated") ? 3 : 1},
             {"draw",
              {{"loss_aware", QByteArray(QTest::currentDataTag()).contains("aware") ? 0.7 : 0.0},
               {"learned", QByteArray(QTest::currentDataTag()).contains("learned") ? 2.0 : 0.0},
               {"learned_every", 4}}}, // the part ends between two estimates
             {"label_smoothing", QByteArray(QTest::currentDataTag()).contains("smoothed") ? 0.1 : 0.0},
             {"architecture",
              {{"self_condition", selfCondition},
               {"length_head", QByteArray(QTest::currentDataTag()).contains("lengths") ? "mean_pool" : "none"}}}});
        const QByteArray row(QTest::currentDataTag()), once = row + "-once", twice = row + "-twice";
        QCOMPARE(mustTrain(whole, options(once)), QString());
        TrainOptions part = options(twice);
        part.maxSteps = 10;
        TrainSummary summary;
        QCOMPARE(mustTrain(whole, part, &summary), QString());
        QCOMPARE(summary.steps, 10);
        QVERIFY(summary.stopped);
        part.resume = true;
        part.maxSteps = 0;
        QCOMPARE(mustTrain(whole, part, &summary), QString());
        QCOMPARE(summary.steps, 20);
        compareCheckpoints(path(once), path(twice));
        compareLearned(path(once), path(twice), row.contains("learned"));
        const auto logOnce = readLines(path(once) / "log.csv"), logTwice = readLines(path(twice) / "log.csv");
        QVERIFY(logOnce && logTwice);
        QCOMPARE(logOnce->size(), std::size_t(5)); // the header and a line every five steps
        QCOMPARE(logTwice->size(), logOnce->size());
    }

    /// The rows of a log without the two columns that tell time.
    QStringList rowsOf(const char *out) const
    {
        QStringList rows;
        const auto lines = readLines(path(out) / "log.csv");
        for (std::size_t i = 0; lines && i < lines->size(); ++i) {
            QStringList fields = QString::fromStdString((*lines)[i]).split(',');
            fields.removeAt(8); // tokens a second
            fields.removeAt(1); // seconds
            rows << fields.join(',');
        }
        return rows;
    }

    void interruptionsLeaveNoTraceInTheLog_data()
    {
        QTest::addColumn<nlohmann::json>("changes");
        QTest::newRow("plain") << nlohmann::json::object();
        QTest::newRow("accumulated") << nlohmann::json{{"accumulation", 2}};
        QTest::newRow("lengths") << nlohmann::json{{"architecture", {{"length_head", "mean_pool"}}}};
        QTest::newRow("steps that end between two rows") << nlohmann::json{{"steps", 18}};
    }

    /// Parts that end between two rows of the log, in the first step, and twice before the same row.
    void interruptionsLeaveNoTraceInTheLog()
    {
        QFETCH(nlohmann::json, changes);
        const std::string tag = QTest::currentDataTag(), once = "log once " + tag, parts = "log parts " + tag;
        QCOMPARE(mustTrain(config(changes), options(once.c_str())), QString());
        TrainOptions part = options(parts.c_str());
        for (const int steps : {1, 6, 1, 5, 0}) { // ends after 1, 7, 8 and 13 steps, then at the end
            part.maxSteps = steps;
            QCOMPARE(mustTrain(config(changes), part), QString());
            part.resume = true;
        }
        const QStringList whole = rowsOf(once.c_str());
        QCOMPARE(whole.size(), 5); // the header, and rows after 5, 10, 15 and the last step
        QCOMPARE(rowsOf(parts.c_str()), whole);
    }

    void aFinishedRunHasNoLoss()
    {
        TrainSummary summary;
        QCOMPARE(mustTrain(config({{"steps", 2}}), options("finished"), &summary), QString());
        QVERIFY(summary.loss > 0);
        TrainOptions again = options("finished");
        again.resume = true;
        QCOMPARE(mustTrain(config({{"steps", 2}}), again, &summary), QString());
        QCOMPARE(summary.steps, 2);
        QVERIFY(std::isnan(summary.loss));
    }

    void aSecondTrainingInTheSameFolderIsRefused()
    {
        const std::filesystem::path out = path("shared");
        std::filesystem::create_directories(out);
        {
            const auto held = FileLock::take(out / "train.lock");
            QVERIFY(held && held->has_value());
            QVERIFY(mustTrain(config({{"steps", 2}}), options("shared")).contains("another training runs in"));
            QVERIFY(!std::filesystem::exists(out / "log.csv"));
        }
        QCOMPARE(mustTrain(config({{"steps", 2}}), options("shared")), QString());
        QVERIFY(!std::filesystem::exists(out / "train.lock"));
        const auto before = readBytes(out / "checkpoint.safetensors");
        const auto held = FileLock::take(out / "train.lock");
        TrainOptions resume = options("shared");
        resume.resume = true;
        QVERIFY(mustTrain(config({{"steps", 4}}), resume).contains("another training runs in"));
        QCOMPARE(readBytes(out / "checkpoint.safetensors").value(), before.value());
    }

    /// A lock that its process left when it was killed keeps nobody out.
    void aLockFileOfAKilledTrainingIsNoLock()
    {
        std::filesystem::create_directories(path("killed"));
        QVERIFY(writeAtomically(path("killed") / "train.lock", std::string_view()));
        QCOMPARE(mustTrain(config({{"steps", 2}}), options("killed")), QString());
    }

    void resumingRemovesWhatAKilledSaveLeft()
    {
        QCOMPARE(mustTrain(config({{"steps", 2}}), options("leftovers")), QString());
        const std::string dead = ".ard-2147483646-0.tmp", alive = ".ard-1-0.tmp", other = ".ard-2147483646-0.tmp.txt";
        for (const std::filesystem::path &folder : {path("leftovers"), path("leftovers") / "model"})
            for (const std::string &name : {dead, alive, other})
                QVERIFY(writeAtomically(folder / name, std::string_view("half")));
        TrainOptions resume = options("leftovers");
        resume.resume = true;
        QCOMPARE(mustTrain(config({{"steps", 4}}), resume), QString());
        for (const std::filesystem::path &folder : {path("leftovers"), path("leftovers") / "model"}) {
            QVERIFY(!std::filesystem::exists(folder / dead));
            QVERIFY(std::filesystem::exists(folder / alive));
            QVERIFY(std::filesystem::exists(folder / other));
        }
    }

    void dataWithoutAVocabularyIsRefusedAtOnce()
    {
        const std::filesystem::path data = path("no vocabulary");
        std::filesystem::create_directories(data);
        writeSmallData(data);
        std::filesystem::remove(data / "tokenizer.model");
        QVERIFY(mustTrain(config(), smallOptions(data, path("untouched"))).contains("has no tokenizer.model"));
        QVERIFY(!std::filesystem::exists(path("untouched")));
    }

    void trainingLearns()
    {
        TrainSummary first, last;
        QCOMPARE(mustTrain(config({{"steps", 5}}), options("learns"), &first), QString());
        TrainOptions more = options("learns");
        more.resume = true;
        QCOMPARE(mustTrain(config({{"steps", 400}, {"log_every", 50}}), more, &last), QString());
        QVERIFY2(last.loss < 0.6 * first.loss, qPrintable(QString("%1 then %2").arg(first.loss).arg(last.loss)));
        const auto summary = ard::readModelSummary(path("learns") / "model");
        QVERIFY2(summary.has_value(), summary ? "" : summary.error().message.c_str());
        QCOMPARE(QString::fromStdString(summary->name), QString("small"));
        QCOMPARE(summary->trainedSchedules.size(), std::size_t(3));
    }

    void anotherSeedIsAnotherRun()
    {
        TrainSummary one, two;
        QCOMPARE(mustTrain(config({{"steps", 3}}), options("seed1"), &one), QString());
        QCOMPARE(mustTrain(config({{"steps", 3}, {"seed", 2}}), options("seed2"), &two), QString());
        QVERIFY(one.loss != two.loss);
    }

    void stopSavesAndEnds()
    {
        std::atomic<bool> stop{true};
        TrainOptions stopped = options("stopped");
        stopped.stop = &stop;
        TrainSummary summary;
        QCOMPARE(mustTrain(config(), stopped, &summary), QString());
        QCOMPARE(summary.steps, 1);
        QVERIFY(summary.stopped);
        QVERIFY(std::filesystem::exists(path("stopped") / "checkpoint.safetensors"));
    }

    void refusesWhatItCannotContinue()
    {
        QCOMPARE(mustTrain(config({{"steps", 2}}), options("kept")), QString());
        const auto before = readBytes(path("kept") / "checkpoint.safetensors");
        QVERIFY(mustTrain(config({{"steps", 2}}), options("kept")).contains("--resume"));
        TrainOptions resume = options("kept");
        resume.resume = true;
        QVERIFY(mustTrain(config({{"steps", 4}, {"objective", "paper"}}), resume)
                    .contains("another architecture, diffusion or objective"));
        QVERIFY(mustTrain(config({{"steps", 4}, {"architecture", {{"width", 64}}}}), resume)
                    .contains("another architecture"));
        QCOMPARE(readBytes(path("kept") / "checkpoint.safetensors").value(), before.value());
        TrainOptions nowhere = options("nowhere");
        nowhere.resume = true;
        QVERIFY(mustTrain(config(), nowhere).contains("no checkpoint"));
    }

    void aStateThatNoTrainingCameToIsRefused_data()
    {
        QTest::addColumn<QString>("state");
        for (const char *state :
             {R"({"step":-99})", R"({"step":-1})", R"({"step":18446744073709551615})",
              R"({"step":9223372036854775808})", R"({"step":4611686018427387904})", R"({"step":1000000001})",
              R"({"step":1.5})", R"({"step":"2"})", R"({"step":null})", R"({})", R"({"step":2,"seconds":"x"})",
              R"({"step":2,"seconds":-1})", R"({"step":2,"seconds":[]})", R"({"step":2,"tokens":-1})",
              R"({"step":2,"tokens":"x"})", R"({"step":2,"sums_seconds":"x"})"})
            QTest::newRow(state) << state;
    }

    void aStateThatNoTrainingCameToIsRefused()
    {
        QFETCH(QString, state);
        if (!std::filesystem::exists(path("states")))
            QCOMPARE(mustTrain(config({{"steps", 2}}), options("states")), QString());
        const auto file = path("states") / "checkpoint.safetensors";
        QVERIFY(changeMetadata(file, "state", state.toStdString()));
        const auto before = readBytes(file);
        TrainOptions resume = options("states");
        resume.resume = true;
        const QString problem = mustTrain(config({{"steps", 4}}), resume);
        QVERIFY2(problem.contains("has no training state"), qPrintable(problem));
        QCOMPARE(readBytes(file).value(), before.value());
    }

    /// What is no history of losses is left out, whatever it is.
    void oddLossesInAStateAreLeftOut()
    {
        QCOMPARE(mustTrain(config({{"steps", 2}}), options("odd")), QString());
        const auto file = path("odd") / "checkpoint.safetensors";
        for (const char *state : {R"({"step":2,"loss_history":"x","learned":[1],"sums":{"steps":-1}})",
                                  R"({"step":2,"sums":{"steps":1,"gradient_norm":1,"shared":[1]}})",
                                  R"({"step":2,"sums":[],"loss_history":{}})"}) {
            QVERIFY(changeMetadata(file, "state", state));
            TrainOptions resume = options("odd");
            resume.resume = true;
            QCOMPARE(mustTrain(config({{"steps", 2}}), resume), QString());
        }
    }

    void aFullDiskKeepsTheCheckpoint()
    {
        QCOMPARE(mustTrain(config({{"steps", 2}}), options("full")), QString());
        const auto file = path("full") / "checkpoint.safetensors";
        const auto before = readBytes(file);
        TrainOptions resume = options("full");
        resume.resume = true;
        QString problem;
        {
            const FullDisk full;
            problem = mustTrain(config({{"steps", 4}}), resume);
        }
        ARD_SAYS(problem, "checkpoint.safetensors': ");
        QVERIFY2(problem.startsWith("Cannot write '"), qPrintable(problem));
        QCOMPARE(readBytes(file).value(), before.value());
        TrainSummary summary;
        QCOMPARE(mustTrain(config({{"steps", 4}}), resume, &summary), QString());
        QCOMPARE(summary.steps, 4);
    }

    void aDamagedCheckpointIsAnError()
    {
        QCOMPARE(mustTrain(config({{"steps", 2}}), options("damaged")), QString());
        const auto file = path("damaged") / "checkpoint.safetensors";
        std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
        TrainOptions resume = options("damaged");
        resume.resume = true;
        ARD_SAYS(mustTrain(config({{"steps", 4}}), resume), "cannot be read as safetensors: it is cut short");
        QVERIFY(std::filesystem::exists(file));
    }
};

QTEST_GUILESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
