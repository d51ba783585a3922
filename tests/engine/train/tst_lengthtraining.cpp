// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Training with a length head: batches without padding of their own, the loss of the length, and that it is learned.
#include "engine/folder/ModelFolder.h"
#include "engine/train/SmallTask.h"
#include "engine/train/Trainer.h"
#include "engine/train/TrainingStep.h"
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace ard;
using namespace ard::test;
using torch::Tensor;

class TestLengthTraining : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    static TrainConfig config(const nlohmann::json &changes = nlohmann::json::object())
    {
        nlohmann::json json = smallConfig();
        json["architecture"]["length_head"] = "mean_pool";
        json["architecture"]["dropout"] = json["architecture"]["attention_dropout"] = 0;
        json.merge_patch(changes);
        auto config = trainConfigFromJson(json);
        if (!config)
            qFatal("%s", config.error().message.c_str());
        return *config;
    }

    /// Sentences of 4, 2 and 1 words; what stands behind them is given.
    static TokenBatch batch(std::int64_t behind = 0)
    {
        TokenBatch batch;
        batch.size = 3;
        batch.sourceLength = batch.targetLength = 4;
        batch.source = {2, 3, 4, 5, 6, 7, 0, 0, 8, 0, 0, 0};
        batch.sourceMask = {1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0};
        batch.target = {2, 3, 4, 5, 6, 7, behind, behind, 8, behind, behind, behind};
        batch.targetLengths = {4, 2, 1};
        return batch;
    }

    struct Outcome {
        LossSums sums;
        Tensor words, lengths; ///< gradients of the two tables
    };
    static Outcome stepped(const TrainConfig &config, const TokenBatch &batch)
    {
        Denoiser denoiser(config.model, initialParameters(config.model, 1));
        denoiser.parameters().requireGradients(true);
        auto step = TrainingStep::make(config, torch::kCPU);
        Outcome outcome;
        step->run(denoiser, batch, 7, outcome.sums);
        outcome.words = denoiser.parameters()["word_embedding.weight"].grad().clone();
        outcome.lengths = denoiser.parameters()["length_embedding.weight"].grad().clone();
        return outcome;
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::filesystem::create_directories(path("data"));
        writeSmallData(path("data"));
    }

    void batchesEndWithTheirLongestSentence()
    {
        const auto data = PreparedData::load(path("data"));
        QVERIFY(data.has_value());
        BatchStream stream(*data, config({{"full_length_share", 1}}));
        for (int step = 0; step < 10; ++step) {
            const TokenBatch made = stream.batch(step);
            QCOMPARE(made.targetLengths.size(), std::size_t(made.size));
            QCOMPARE(*std::max_element(made.targetLengths.begin(), made.targetLengths.end()),
                     std::int64_t(made.targetLength));
            for (int i = 0; i < made.size; ++i)
                for (int n = 0; n < made.targetLength; ++n) // no word of the task is PAD
                    QCOMPARE(made.target[i * made.targetLength + n] != 0, n < made.targetLengths[i]);
        }
    }

    void whatStandsBehindASentenceCarriesNoLoss_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::newRow("anchored") << R"({})";
        QTest::newRow("anchored, smoothed") << R"({"label_smoothing": 0.1})";
        QTest::newRow("anchored, unrolled, self-conditioned")
            << R"({"unroll_share": 1, "architecture": {"self_condition": true}})";
        QTest::newRow("paper") << R"({"objective": "paper"})";
        QTest::newRow("paper, self-conditioned")
            << R"({"objective": "paper", "self_condition_share": 1, "architecture": {"self_condition": true}})";
        QTest::newRow("paper, head transform") << R"({"objective": "paper", "architecture": {"head_transform": true}})";
    }

    void whatStandsBehindASentenceCarriesNoLoss()
    {
        QFETCH(QString, patch);
        const TrainConfig wanted = config(nlohmann::json::parse(patch.toStdString()));
        const Outcome padded = stepped(wanted, batch(0)), other = stepped(wanted, batch(9));
        QVERIFY(std::isfinite(padded.sums.loss) && padded.sums.loss > 0);
        QVERIFY2(std::abs(padded.sums.loss - other.sums.loss) < 1e-6,
                 qPrintable(QString("%1 %2").arg(padded.sums.loss).arg(other.sums.loss)));
        QVERIFY((padded.lengths - other.lengths).abs().max().item<double>() < 1e-6);
        QVERIFY((padded.words - other.words).abs().max().item<double>() < 1e-6);
        QVERIFY(padded.lengths[4].abs().max().item<float>() > 1e-6f);
    }

    /// The loss is that of the words plus the weighted mean cross-entropy of the lengths.
    void theLengthIsATermOfTheLoss()
    {
        const TrainConfig without = config({{"length_weight", 0}}), with = config({{"length_weight", 0.7}}),
                          usual = config();
        QCOMPARE(usual.lengthWeight, 0.1); // the reference's
        const TokenBatch made = batch();
        const Denoiser denoiser(with.model, initialParameters(with.model, 1));
        const Tensor ids = torch::tensor(made.source, torch::kLong).view({3, 4}),
                     lengths = torch::tensor({4, 2, 1}, torch::kLong);
        const Tensor logs = at::log_softmax(denoiser.lengthLogits(denoiser.encode(ids, ids != 0)), -1);
        const double entropy = -logs.gather(1, lengths.unsqueeze(1)).mean().item<double>();
        const Outcome a = stepped(without, made), b = stepped(with, made);
        QVERIFY2(std::abs(b.sums.loss - a.sums.loss - 0.7 * entropy) < 1e-5,
                 qPrintable(QString("%1 %2").arg(b.sums.loss - a.sums.loss).arg(entropy)));
        QCOMPARE(b.sums.lengths, 3);
        const Tensor chosen = logs.slice(1, 1).argmax(-1) + 1;
        QCOMPARE(b.sums.lengthsRight, chosen.eq(lengths).sum().item<int64_t>());
        // The table is an embedding too: it learns from the words where its scores weigh nothing.
        QVERIFY(a.lengths[2].abs().max().item<float>() > 1e-6f);
        QCOMPARE(a.lengths[3].abs().max().item<float>(), 0.f); // no sentence of three words
        QVERIFY(b.lengths[3].abs().max().item<float>() > 1e-6f);
    }

    /// Every sentence is drawn with its own N, and with the random numbers of its place in the batch.
    void drawsFollowTheLengthOfEachSentence()
    {
        for (const auto &[ar, uniform] : {std::pair{1.0, 0.0}, std::pair{0.5, 0.5}}) {
            DrawConfig draw;
            draw.arDiffusion = ar;
            draw.uniform = uniform;
            const auto source = TimestepDraw::make(draw, 5, 200, 3);
            QVERIFY(source.has_value());
            const auto whole = source->draw(11, 6, 5);
            for (int b = 0; b < 6; ++b) {
                const auto row = source->draw(11 * 6 + b, 1, 5);
                for (int n = 0; n < 5; ++n)
                    QCOMPARE(row.timesteps[n], whole.timesteps[b * 5 + n]);
            }
        }
        // Of two words the second is at timestep 0 or 12 in its last two sentence steps; in the last of eight at 3 at most.
        const TrainConfig last = config({{"draw", {{"uniform", 0}, {"independent", 0}, {"last_steps_share", 1}}}});
        Denoiser denoiser(last.model, initialParameters(last.model, 1));
        denoiser.parameters().requireGradients(true);
        TokenBatch pairs = batch();
        pairs.target = {2, 3, 0, 0, 6, 7, 0, 0, 8, 9, 0, 0};
        pairs.targetLengths = {2, 2, 2};
        auto step = TrainingStep::make(last, torch::kCPU);
        LossSums sums;
        for (int index = 0; index < 8; ++index)
            step->run(denoiser, pairs, index, sums);
        QCOMPARE(sums.bucketCount[0] + sums.bucketCount[2], std::int64_t(8 * 6));
        QVERIFY(sums.bucketCount[2] > 0 && sums.bucketCount[2] < 24);
    }

    void lengthsAreLearned_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::newRow("first position") << R"({"architecture": {"length_head": "token_embed"}})";
        QTest::newRow("mean, unrolled, self-conditioned")
            << R"({"unroll_share": 0.5, "architecture": {"length_head": "mean_pool", "self_condition": true}})";
        QTest::newRow("mean, unrolled to expected words")
            << R"({"unroll_share": 0.5, "unroll_clamp": "expected", "unroll_jump": 1, "architecture": {"length_head": "mean_pool", "self_condition": true}})";
        QTest::newRow("mean, unrolled to drawn words")
            << R"({"unroll_share": 0.5, "unroll_clamp": "drawn", "unroll_jump": 1, "architecture": {"length_head": "mean_pool", "self_condition": true}})";
    }

    /// The task copies its source: the length of the target follows from the source.
    void lengthsAreLearned()
    {
        QFETCH(QString, patch);
        nlohmann::json changes = nlohmann::json::parse(patch.toStdString());
        changes.update({{"steps", 500}, {"log_every", 100}, {"learning_rate", 4e-3}, {"length_weight", 0.5}});
        TrainOptions options;
        options.data = path("data");
        options.out = path(QTest::currentDataTag());
        options.device = test::testDevice();
        const auto trained = train(config(changes), options);
        QVERIFY2(trained.has_value(), trained ? "" : trained.error().message.c_str());

        const auto log = readLines(options.out / "log.csv");
        QVERIFY(log && log->size() == 6);
        QVERIFY(QString::fromStdString(log->front()).endsWith(",length_accuracy"));
        const double logged = QString::fromStdString(log->back()).section(',', -1).toDouble();
        QVERIFY2(logged > 0.9, log->back().c_str());

        auto folder = readModelFolder(options.out / "model");
        QVERIFY2(folder.has_value(), folder ? "" : folder.error().message.c_str());
        QVERIFY(folder->config.lengthHead != LengthHead::None);
        QVERIFY(folder->summary.lengthHead);
        const Denoiser denoiser(folder->config, std::move(folder->parameters));
        const auto pairs = smallPairs(600);
        const int held = 400; // the data holds the pairs before
        int right = 0;
        for (std::size_t i = held; i < pairs.size(); ++i) {
            const std::vector<int64_t> words(pairs[i].source.begin(), pairs[i].source.end());
            const Tensor ids = torch::tensor(words, torch::kLong).unsqueeze(0);
            const Tensor chosen =
                Denoiser::likeliestLengths(denoiser.lengthLogits(denoiser.encode(ids, at::ones_like(ids) > 0)));
            right += chosen.item<int64_t>() == static_cast<int64_t>(pairs[i].target.size());
        }
        QVERIFY2(right > 180, std::to_string(right).c_str()); // of 200
    }

    /// The twin of a model with a length head has none: it writes PAD after a sentence.
    void theTwinHasNoHead()
    {
        const auto data = readPreparedInfo(path("data"));
        QVERIFY(data.has_value());
        nlohmann::json json = smallConfig();
        json["architecture"]["length_head"] = "token_embed";
        QVERIFY(writeAtomically(path("head.json"), json.dump()));
        QVERIFY(readTrainConfig(path("head.json"), *data)->model.lengthHead == LengthHead::TokenEmbed);
        const auto twin = readTrainConfig(path("head.json"), *data, "autoregressive");
        QVERIFY2(twin.has_value(), twin ? "" : twin.error().message.c_str());
        QVERIFY(twin->model.autoregressive && twin->model.lengthHead == LengthHead::None);
        json["architecture"]["decoder"] = "autoregressive";
        const auto both = trainConfigFromJson(json);
        QVERIFY(!both && both.error().message.find("leave \"length_head\" out") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestLengthTraining)
#include "tst_lengthtraining.moc"
