// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/StepCoefficients.h"
#include "engine/train/BatchStream.h"
#include "engine/train/Losses.h"
#include "engine/train/SmallTask.h"
#include "engine/train/TimestepDraw.h"
#include "engine/train/TrainingStep.h"
#include <ATen/Parallel.h>
#include <QTest>
#include <cmath>
#include <set>
#include <stdexcept>

using namespace ard;
using namespace ard::test;

class TestTrainingData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// One pass shows every pair once (but for the rest that fills no batch), and any batch can be asked for first.
    void aPassHoldsEveryPairOnce()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        writeSmallData(path, 400);
        const auto data = PreparedData::load(path);
        QVERIFY(data.has_value());
        const auto config = trainConfigFromJson(smallConfig());
        QVERIFY(config.has_value());
        BatchStream stream(*data, *config);
        QCOMPARE(stream.batchesPerPass(), 25);
        std::multiset<std::vector<std::int64_t>> seen, wanted;
        for (int step = 0; step < 25; ++step) {
            const TokenBatch batch = stream.batch(step);
            for (int i = 0; i < batch.size; ++i) {
                std::vector<std::int64_t> row(batch.target.begin() + i * batch.targetLength,
                                              batch.target.begin() + (i + 1) * batch.targetLength);
                while (!row.empty() && row.back() == 0)
                    row.pop_back();
                seen.insert(row);
            }
        }
        for (std::size_t i = 0; i < data->size(); ++i)
            wanted.insert({data->target(i).begin(), data->target(i).end()});
        QCOMPARE(seen.size(), std::size_t(400));
        QVERIFY(seen == wanted);
        BatchStream other(*data, *config);
        QCOMPARE(other.batch(60).target, BatchStream(*data, *config).batch(60).target);
        QCOMPARE(other.batch(7).target, stream.batch(7).target);
        QVERIFY(other.batch(7).target != other.batch(32).target); // the same place in the next pass
    }

    void batchesAreWholeOrTrimmed()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        writeSmallData(path, 64);
        const auto data = PreparedData::load(path);
        auto config = trainConfigFromJson(smallConfig());
        QVERIFY(data && config);
        config->fullLengthShare = 1;
        QCOMPARE(BatchStream(*data, *config).batch(0).targetLength, 8);
        config->fullLengthShare = 0;
        const TokenBatch trimmed = BatchStream(*data, *config).batch(0);
        QVERIFY(trimmed.targetLength <= 8);
        for (int i = 0; i < trimmed.size; ++i) // where there is room, a PAD follows every target
            QVERIFY(trimmed.targetLength == 8 || trimmed.target[(i + 1) * trimmed.targetLength - 1] == 0);
    }

    void drawsFollowTheirWeights()
    {
        DrawConfig draw;
        draw.arDiffusion = 0.5;
        draw.uniform = 0.3;
        draw.independent = 0.2;
        draw.lastStepsShare = 0.15;
        const auto source = TimestepDraw::make(draw, 12, 200, 3);
        QVERIFY(source.has_value());
        int flat = 0, rising = 0, mixed = 0, someClean = 0;
        const int rows = 20000;
        const auto t = source->draw(0, rows, 12).timesteps;
        for (int r = 0; r < rows; ++r) {
            const auto *row = t.data() + r * 12;
            QVERIFY(*std::min_element(row, row + 12) >= 0 && *std::max_element(row, row + 12) < 200);
            if (row[0] == row[11] && row[0] == row[5])
                ++flat;
            else if (std::is_sorted(row, row + 12))
                ++rising;
            else
                ++mixed;
            someClean += row[0] == 0 && row[11] > 0;
        }
        QVERIFY(std::abs(flat / double(rows) - 0.3) < 0.03);
        QVERIFY(std::abs(rising / double(rows) - 0.5) < 0.03);
        QVERIFY(std::abs(mixed / double(rows) - 0.2) < 0.02);
        // The last N sentence steps: drawn in 15 % of the ar-diffusion draws, and in N/(T+N) of the rest.
        QVERIFY(std::abs(someClean / double(rows) - 0.5 * (0.15 + 0.85 * 12 / 212.0)) < 0.02);
        QCOMPARE(source->draw(9, 4, 12).timesteps, TimestepDraw::make(draw, 12, 200, 3)->draw(9, 4, 12).timesteps);
        QVERIFY(source->draw(9, 4, 12).timesteps != source->draw(10, 4, 12).timesteps);
    }

    void aTrimmedDrawIsThePrefixOfTheWholeOne()
    {
        const auto source = TimestepDraw::make({}, 12, 200, 3);
        QVERIFY(source.has_value());
        const auto whole = source->draw(5, 3, 12).timesteps, trimmed = source->draw(5, 3, 7).timesteps;
        for (int r = 0; r < 3; ++r)
            for (int n = 0; n < 7; ++n)
                QCOMPARE(trimmed[r * 7 + n], whole[r * 12 + n]);
    }

    void aDrawBeforeIsNoisier()
    {
        DrawConfig every, uniform;
        every.arDiffusion = every.uniform = every.independent = 1;
        uniform.arDiffusion = 0;
        uniform.uniform = 1;
        for (const DrawConfig &config : {every, uniform}) {
            const auto draw = TimestepDraw::make(config, 24, 500, 3);
            QVERIFY(draw.has_value());
            const int furthest = config.arDiffusion > 0 ? 499 : 50; // a tenth of the T sentence steps of uniform
            bool moved = false;
            for (int step = 0; step < 20; ++step) {
                const auto to = draw->draw(step, 16, 24).timesteps,
                           from = draw->draw(step, 16, 24, nullptr, 0.1).timesteps;
                for (std::size_t i = 0; i < to.size(); ++i) {
                    QVERIFY(from[i] >= to[i] && from[i] <= 499);
                    QVERIFY(from[i] - to[i] <= furthest);
                    moved = moved || from[i] > to[i];
                }
            }
            QVERIFY(moved);
        }
    }

    /// Where the loss is large is drawn more often and weighs less; the weighted mean of anything stays what it was.
    void drawsFollowTheLosses()
    {
        LossHistory history;
        for (int i = 0; i < 40; ++i)
            for (int cell = 0; cell < LossHistory::kKinds * LossHistory::kBuckets; ++cell)
                history.add(cell, cell % LossHistory::kBuckets == 7 ? 9.0 : 1.0);
        const int draws = 20000;
        int large = 0;
        double mean = 0, plainMean = 0, weights = 0;
        for (int i = 0; i < draws; ++i) {
            const double u = (i + 0.5) / draws;
            const auto warped = history.warp(LossHistory::Uniform, u, 1.0);
            QVERIFY(warped.u >= 0 && warped.u < 1);
            QCOMPARE(warped.cell, LossHistory::kBuckets + static_cast<int>(warped.u * LossHistory::kBuckets));
            large += warped.u >= 0.7 && warped.u < 0.8;
            mean += warped.weight * std::sin(3 * warped.u) / draws;
            weights += warped.weight / draws;
            plainMean += std::sin(3 * u) / draws;
            QCOMPARE(history.warp(LossHistory::Uniform, u, 0.0).weight, 1.0);
        }
        QVERIFY(std::abs(large / double(draws) - 0.5) < 0.001); // 9 of 18
        QVERIFY(std::abs(weights - 1) < 1e-3);
        QVERIFY(std::abs(mean - plainMean) < 1e-3);
        QCOMPARE(LossHistory().warp(LossHistory::Uniform, 0.3, 1.0).u, 0.3); // nothing is known yet
        LossHistory copy;
        copy.readJson(history.toJson());
        QCOMPARE(copy.warp(LossHistory::ArDiffusion, 0.6, 0.5).u, history.warp(LossHistory::ArDiffusion, 0.6, 0.5).u);
        copy.readJson("nonsense");
        QVERIFY(copy.toJson() == history.toJson());
    }

    /// What training steps with is what the sampler steps with.
    void posteriorStepsAreTheSamplers()
    {
        const auto noise = makeNoiseSchedule("sqrt", 200);
        const NoiseTables tables(*noise, torch::kCPU);
        const std::vector<std::pair<int, int>> pairs{{199, 190}, {199, 0}, {120, 120}, {77, 3}, {5, 0}, {1, 0}, {0, 0}};
        const auto count = static_cast<int64_t>(pairs.size());
        const torch::Tensor from = at::zeros({1, count}, torch::kLong), to = at::zeros({1, count}, torch::kLong);
        for (int64_t i = 0; i < count; ++i) {
            from[0][i] = pairs[i].first;
            to[0][i] = pairs[i].second;
        }
        const torch::Tensor latent = at::randn({1, count, 3}), clean = at::randn({1, count, 3}),
                            eps = at::randn({1, count, 3});
        const torch::Tensor stepped = posteriorStep(latent, clean, eps, from, to, tables);
        for (int64_t i = 0; i < count; ++i) {
            const StepCoefficients c = stepCoefficients(*noise, pairs[i].first, pairs[i].second, 1.0);
            const torch::Tensor expected = c.latent * latent[0][i] + c.clean * clean[0][i] + c.noise * eps[0][i];
            QVERIFY2((stepped[0][i] - expected).abs().max().item<double>() < 1e-6, std::to_string(i).c_str());
        }
    }

    /// Two accumulated batches make the mean of their gradients.
    void accumulatedGradientsAreTheMean()
    {
        auto config = trainConfigFromJson(smallConfig());
        QVERIFY(config.has_value());
        config->model.dropout = config->model.attentionDropout = 0;
        TokenBatch batch;
        batch.size = 2;
        batch.sourceLength = batch.targetLength = 4;
        batch.source = batch.target = {2, 3, 4, 0, 5, 6, 7, 8};
        batch.sourceMask = {1, 1, 1, 0, 1, 1, 1, 1};
        const auto gradients = [&](int accumulation, std::vector<int64_t> indices) {
            config->accumulation = accumulation;
            Denoiser denoiser(config->model, initialParameters(config->model, 1));
            denoiser.parameters().requireGradients(true);
            auto step = TrainingStep::make(*config, torch::kCPU);
            LossSums sums;
            for (const int64_t index : indices)
                step->run(denoiser, batch, index, sums);
            return denoiser.parameters()["word_embedding.weight"].grad().clone();
        };
        const torch::Tensor one = gradients(1, {0}), other = gradients(1, {1}), both = gradients(2, {0, 1});
        QVERIFY((one - other).abs().max().item<double>() > 1e-4);
        QVERIFY((both - (one + other) / 2).abs().max().item<double>() < 1e-6);
    }

    /// Gradients of parts add up to those of the whole, and nothing of the rows is lost or counted twice.
    void partsAddUp()
    {
        auto config = trainConfigFromJson(smallConfig());
        QVERIFY(config.has_value());
        Denoiser denoiser(config->model, initialParameters(config->model, 1));
        denoiser.parameters().requireGradients(true);
        TrainingRows rows;
        rows.source = torch::arange(7 * 8).remainder(kSmallVocabulary).view({7, 8});
        rows.mask = torch::ones({7, 8}, torch::kBool);
        rows.target = rows.source.flip(1);
        rows.t = torch::arange(7 * 8).remainder(50).view({7, 8});
        rows.noiseXt = torch::randn({7, 8, 16});
        const auto run = [&](int parts) {
            const TrainingOutcome outcome =
                runParts(denoiser, rows, parts, [](const Denoiser &network, const TrainingRows &some, int part) {
                    const EncodedSource source = network.encode(some.source, some.mask);
                    const torch::Tensor loss = network.predict(some.noiseXt, some.t, source).square().mean(-1);
                    loss.sum().backward();
                    TrainingOutcome one;
                    one.batchLoss = loss.sum().item<double>();
                    one.lengthsRight = part + 1;
                    one.loss = one.nll = one.mse = loss.detach();
                    one.tokenWeights = some.target;
                    return one;
                });
            if (!outcome.tokenWeights.equal(rows.target))
                qFatal("rows are not in their order");
            std::vector<torch::Tensor> gradients{torch::tensor(outcome.batchLoss), outcome.loss,
                                                 torch::tensor(outcome.lengthsRight)};
            for (const std::string &name : denoiser.parameters().names()) {
                torch::Tensor &weight = denoiser.parameters()[name];
                if (weight.grad().defined())
                    gradients.push_back(weight.grad().clone());
                weight.mutable_grad().reset();
            }
            return gradients;
        };
        const auto whole = run(1), parts = run(3);
        QCOMPARE(parts[2].item<int64_t>(), 1 + 2 + 3);
        QCOMPARE(parts.size(), whole.size());
        QVERIFY(whole.size() > 30);
        for (std::size_t i = 0; i < whole.size(); ++i)
            QVERIFY(i == 2 || at::allclose(whole[i], parts[i], 1e-4, 1e-5));
    }

    void aPartThatFailsEndsTheStep()
    {
        auto config = trainConfigFromJson(smallConfig());
        QVERIFY(config.has_value());
        Denoiser denoiser(config->model, initialParameters(config->model, 1));
        TrainingRows rows;
        rows.target = torch::zeros({8, 8}, torch::kLong);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                                 runParts(denoiser, rows, 4, [](const Denoiser &, const TrainingRows &, int part) {
                                     if (part == 2)
                                         throw std::runtime_error("no memory");
                                     TrainingOutcome one;
                                     one.loss = one.nll = one.mse = one.tokenWeights = torch::zeros({2, 8});
                                     return one;
                                 }));
    }

    /// A batch that is worth parts gives the same gradients and sums on one thread as on three, to the bit.
    void threadsChangeNothing()
    {
        nlohmann::json json = smallConfig();
        json["architecture"]["width"] = 256;
        json["architecture"]["encoder_feed_forward"] = json["architecture"]["decoder_feed_forward"] = 1024;
        json["architecture"]["decoder_layers"] = 4;
        json["unroll_share"] = 1;
        auto config = trainConfigFromJson(json);
        QVERIFY(config.has_value());
        TokenBatch batch;
        batch.size = 64;
        batch.sourceLength = batch.targetLength = 8;
        for (int i = 0; i < 64 * 8; ++i) {
            batch.source.push_back(2 + i * 7 % (kSmallVocabulary - 2));
            batch.target.push_back(2 + i * 5 % (kSmallVocabulary - 2));
        }
        batch.sourceMask.assign(64 * 8, 1);
        batch.targetLengths.assign(64, 8);
        batch.tokens = 2 * 64 * 8;
        const auto run = [&](int threads, LossSums &sums) {
            Denoiser denoiser(config->model, initialParameters(config->model, 1));
            denoiser.parameters().requireGradients(true);
            auto step = TrainingStep::make(*config, torch::kCPU);
            const int before = at::get_num_threads();
            at::set_num_threads(threads);
            step->run(denoiser, batch, 3, sums);
            at::set_num_threads(before);
            if (trainingParts(denoiser, batch) < 2)
                qFatal("the batch is not worth parts");
            std::vector<torch::Tensor> gradients;
            for (const std::string &name : denoiser.parameters().names())
                gradients.push_back(denoiser.parameters()[name].grad());
            return gradients;
        };
        LossSums one, three;
        const auto alone = run(1, one), together = run(3, three);
        QCOMPARE(one.shared(), three.shared());
        int seen = 0;
        for (std::size_t i = 0; i < alone.size(); ++i) {
            QCOMPARE(alone[i].defined(), together[i].defined());
            QVERIFY(!alone[i].defined() || alone[i].equal(together[i]));
            seen += alone[i].defined();
        }
        QVERIFY(seen > 50);
    }

    void smoothingSpreadsTheTarget()
    {
        auto config = trainConfigFromJson(smallConfig());
        QVERIFY(config.has_value());
        const Denoiser denoiser(config->model, initialParameters(config->model, 1));
        const torch::Tensor ids = at::tensor({2, 3, 4, 0}, torch::kLong).unsqueeze(0);
        const EncodedSource source = denoiser.encode(ids, ids != 0);
        const torch::Tensor xt = at::randn({1, 4, 16}), t = at::zeros({1, 4}, torch::kLong);
        const torch::Tensor logs = at::log_softmax(denoiser.logits(denoiser.predict(xt, t, source)), -1);
        const torch::Tensor expected = -0.9 * logs.gather(-1, ids.unsqueeze(-1)).squeeze(-1) - 0.1 * logs.mean(-1);
        const LossTerms terms = anchoredLosses(denoiser, source, ids, xt, t, 0.1);
        QVERIFY((terms.loss - terms.mse - expected).abs().max().item<double>() < 1e-5);
    }

    void learningRates()
    {
        auto config = trainConfigFromJson(smallConfig());
        QVERIFY(config.has_value());
        config->learningRate = 1;
        config->warmup = 10;
        config->steps = 110;
        config->finalLearningRate = 0.1;
        QCOMPARE(learningRateAt(*config, 0), 0.1);
        QCOMPARE(learningRateAt(*config, 9), 1.0);
        QVERIFY(std::abs(learningRateAt(*config, 60) - 0.55) < 1e-9);
        QVERIFY(std::abs(learningRateAt(*config, 110) - 0.1) < 1e-9);
        config->decay = "linear";
        config->decaySteps = 50;
        QCOMPARE(learningRateAt(*config, 60), 1.0);
        QVERIFY(std::abs(learningRateAt(*config, 85) - 0.55) < 1e-9);
        config->decay = "none";
        QCOMPARE(learningRateAt(*config, 109), 1.0);
    }

    void configurationsAreChecked_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("typing mistake") << R"({"lerning_rate": 1})"
                                        << "unknown key";
        QTest::newRow("wrong type") << R"({"batch": "many"})"
                                    << "wrong type";
        QTest::newRow("negative seed")
            << R"({"seed": -1})"
            << "\"seed\" in the training configuration has the wrong type: it must be a whole "
               "number from 0 to 18446744073709551615";
        QTest::newRow("seed of 65 bits") << R"({"seed": 18446744073709551616})"
                                         << "from 0 to 18446744073709551615";
        QTest::newRow("batch of 33 bits") << R"({"batch": 4294967297})"
                                          << "from -2147483648 to 2147483647";
        QTest::newRow("half a batch") << R"({"batch": 2.5})"
                                      << "a whole number";
        QTest::newRow("batch of truth") << R"({"batch": true})"
                                        << "a whole number";
        QTest::newRow("rate of truth") << R"({"learning_rate": true})"
                                       << "it must be a number";
        QTest::newRow("negative") << R"({"batch": -3})"
                                  << "must lie between";
        QTest::newRow("no draws") << R"({"draw": {"ar-diffusion": 0, "uniform": 0, "independent": 0}})"
                                  << "all zero";
        QTest::newRow("learned never") << R"({"draw": {"learned": 1, "learned_every": 0}})"
                                       << "draw.learned_every";
        QTest::newRow("learned weight") << R"({"draw": {"learned": -1}})"
                                        << "draw.learned";
        QTest::newRow("objective") << R"({"objective": "best"})"
                                   << "objective";
        QTest::newRow("decay") << R"({"decay": "steep"})"
                               << "none of";
        QTest::newRow("heads") << R"({"architecture": {"heads": 5}})"
                               << "multiple";
        QTest::newRow("huge") << R"({"architecture": {"width": 900000000}})"
                              << "must lie between";
        QTest::newRow("length head") << R"({"architecture": {"length_head": "long"}})"
                                     << "length_head";
        QTest::newRow("length weight") << R"({"length_weight": -1})"
                                       << "must lie between";
        QTest::newRow("unroll clamp") << R"({"unroll_clamp": "none"})"
                                      << "none of";
        QTest::newRow("clamp of the card") << R"({"card": {"default_clamp": "expcted"}})"
                                           << "default_clamp";
        QTest::newRow("clamp of the card that is no text") << R"({"card": {"default_clamp": 1}})"
                                                           << "default_clamp";
        QTest::newRow("not whole") << R"({"architecture": {"width": 32.5}})"
                                   << "wrong type";
    }

    void configurationsAreChecked()
    {
        QFETCH(QString, patch);
        QFETCH(QString, sentence);
        nlohmann::json json = smallConfig();
        json.merge_patch(nlohmann::json::parse(patch.toStdString()));
        const auto config = trainConfigFromJson(json);
        QVERIFY(!config.has_value());
        QVERIFY2(QString::fromStdString(config.error().message).contains(sentence), config.error().message.c_str());
    }

    void wholeNumbersInOtherForms()
    {
        nlohmann::json json = smallConfig();
        json.merge_patch(nlohmann::json::parse(R"({"batch": 1.2e1, "seed": 18446744073709551615, "ema": 0})"));
        const auto config = trainConfigFromJson(json);
        QVERIFY2(config, config ? "" : config.error().message.c_str());
        QCOMPARE(config->batch, 12);
        QCOMPARE(config->seed, UINT64_MAX);
        QCOMPARE(config->ema, 0.0);
    }

    void aConfigurationSurvivesItsOwnJson()
    {
        const auto config = trainConfigFromJson(smallConfig());
        QVERIFY(config.has_value());
        const auto again = trainConfigFromJson(trainConfigToJson(*config));
        QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
        QVERIFY(trainConfigToJson(*again) == trainConfigToJson(*config));
    }
};

QTEST_GUILESS_MAIN(TestTrainingData)
#include "tst_training_data.moc"
