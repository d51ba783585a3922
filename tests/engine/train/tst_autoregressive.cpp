// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The autoregressive twin: causal attention, training with the same code, greedy, beam, drawn words, and how likely it finds texts.
#include "engine/folder/ModelFolder.h"
#include "engine/model/Ops.h"
#include "engine/sample/AutoregressiveDecoder.h"
#include "engine/train/SmallTask.h"
#include "engine/train/Trainer.h"
#include <QTest>

using namespace ard;
using namespace ard::test;
using torch::Tensor;

class TestAutoregressive : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::optional<Denoiser> m_model;

    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    static nlohmann::json configJson()
    {
        nlohmann::json json = smallConfig();
        json["architecture"]["decoder"] = "autoregressive";
        json["architecture"]["dropout"] = json["architecture"]["attention_dropout"] = 0;
        json["steps"] = 500;
        json["log_every"] = 100;
        return json;
    }

    EncodedSource encoded(const std::vector<TokenPair> &pairs) const
    {
        const auto batch = static_cast<int64_t>(pairs.size());
        Tensor ids = at::zeros({batch, 8}, torch::kLong), mask = at::zeros({batch, 8}, torch::kBool);
        for (int64_t b = 0; b < batch; ++b)
            for (std::size_t i = 0; i < pairs[b].source.size(); ++i) {
                ids[b][static_cast<int64_t>(i)] = pairs[b].source[i];
                mask[b][static_cast<int64_t>(i)] = true;
            }
        return m_model->encode(ids, mask);
    }

    /// Mean log probability of a word, the first PAD included: what the beam maximises.
    double quality(const Tensor &ids, const EncodedSource &source) const
    {
        const Tensor scores = at::log_softmax(m_model->nextWordLogits(ids, source), -1);
        double total = 0;
        int words = 0;
        for (int64_t n = 0; n < ids.size(1); ++n) {
            const auto id = ids[0][n].item<int64_t>();
            total += scores[0][n][id].item<double>();
            ++words;
            if (id == 0)
                break;
        }
        return total / words;
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::filesystem::create_directories(path("data"));
        writeSmallData(path("data"));
        const auto config = trainConfigFromJson(configJson());
        QVERIFY2(config.has_value(), config ? "" : config.error().message.c_str());
        TrainOptions options;
        options.data = path("data");
        options.out = path("run");
        options.device = test::testDevice();
        const auto trained = train(*config, options);
        QVERIFY2(trained.has_value(), trained ? "" : trained.error().message.c_str());
        auto folder = readModelFolder(path("run") / "model");
        QVERIFY2(folder.has_value(), folder ? "" : folder.error().message.c_str());
        QVERIFY(folder->config.autoregressive);
        QCOMPARE(folder->summary.trainedSchedules, std::vector<std::string>{"autoregressive"});
        QCOMPARE(folder->summary.defaultSamplingSteps, 8);
        m_model.emplace(folder->config, std::move(folder->parameters));
    }

    void causalAttentionIsTheMaskedOne()
    {
        const Tensor q = at::randn({2, 3, 5, 4}), k = at::randn({2, 3, 5, 4}), v = at::randn({2, 3, 5, 4}),
                     bias = at::randn({2, 3, 1, 5});
        const Tensor scores = at::matmul(q, k.transpose(2, 3)) / 2.0 + bias + at::triu(at::full({5, 5}, -1e30), 1);
        const Tensor expected = at::matmul(scores.softmax(-1), v).transpose(1, 2).reshape({2, 5, 12});
        QVERIFY((ops::attention(q, k, v, bias, {}, true) - expected).abs().max().item<double>() < 1e-5);
        // The path with attention dropout is another one.
        QVERIFY((ops::attention(q, k, v, bias, at::ones({2, 3, 5, 5}), true) - expected).abs().max().item<double>() <
                1e-5);
    }

    void causalGradientsAreTheMaskedOnes()
    {
        std::vector<Tensor> inputs, copies;
        for (int i = 0; i < 3; ++i) {
            inputs.push_back(at::randn({1, 2, 6, 4}).requires_grad_(true));
            copies.push_back(inputs.back().detach().clone().requires_grad_(true));
        }
        const Tensor weights = at::randn({1, 6, 8});
        (ops::attention(inputs[0], inputs[1], inputs[2], {}, {}, true) * weights).sum().backward();
        const Tensor scores =
            at::matmul(copies[0], copies[1].transpose(2, 3)) / 2.0 + at::triu(at::full({6, 6}, -1e30), 1);
        (at::matmul(scores.softmax(-1), copies[2]).transpose(1, 2).reshape({1, 6, 8}) * weights).sum().backward();
        for (int i = 0; i < 3; ++i)
            QVERIFY((inputs[i].grad() - copies[i].grad()).abs().max().item<double>() < 1e-5);
    }

    void noWordSeesTheWordsAfterIt()
    {
        const auto pairs = smallPairs(1);
        const EncodedSource source = encoded(pairs);
        const Tensor ids = at::tensor({5, 6, 7, 8, 9, 10, 11, 12}, torch::kLong).unsqueeze(0);
        Tensor changed = ids.clone();
        changed[0][4] = 20;
        const Tensor a = m_model->nextWordLogits(ids, source), b = m_model->nextWordLogits(changed, source);
        const Tensor difference = (a - b).abs().amax(-1)[0];
        QVERIFY(difference.narrow(0, 0, 5).max().item<double>() <
                1e-6); // up to and with the logits of the changed place
        QVERIFY(difference[5].item<double>() > 1e-4);
    }

    void rememberedWordsGiveTheSameNumbers()
    {
        const auto pairs = smallPairs(3);
        const EncodedSource source = encoded(pairs);
        const Tensor ids =
            at::tensor({5, 6, 7, 8, 9, 10, 11, 12, 12, 11, 10, 9, 8, 7, 6, 5, 3, 4, 3, 4, 3, 4, 3, 4}, torch::kLong)
                .view({3, 8});
        const Tensor whole = m_model->nextWordLogits(ids, source);
        WordCache cache, turned;
        const Tensor order = at::tensor({2, 0, 1}, torch::kLong);
        for (int64_t n = 0; n < 8; ++n) {
            const Tensor before = n > 0 ? ids.select(1, n - 1) : at::zeros({3}, torch::kLong);
            const Tensor next = m_model->nextWordLogits(before, source, cache);
            QCOMPARE(cache.positions, int(n + 1));
            QVERIFY((next - whole.select(1, n)).abs().max().item<double>() < 1e-4);
        }
        turned = cache;
        turned.select(order);
        QVERIFY(turned.values[0].equal(cache.values[0].index_select(0, order)));
        QVERIFY(turned.keys[0].equal(cache.keys[0].index_select(0, order)));
    }

    void greedyCopiesWhatItLearned()
    {
        const auto pairs = smallPairs(64);
        const AutoregressiveResult written = decodeAutoregressively(*m_model, encoded(pairs), 8, 1);
        QVERIFY(written.modelCalls >= 6 && written.modelCalls <= 8);
        int right = 0;
        for (int64_t b = 0; b < 64; ++b) {
            std::vector<std::int32_t> words;
            for (int64_t n = 0; n < 8 && written.ids[b][n].item<int64_t>() != 0; ++n)
                words.push_back(written.ids[b][n].item<std::int32_t>());
            right += words == pairs[b].target;
        }
        QVERIFY2(right >= 48, std::to_string(right).c_str());
    }

    void aBeamIsNoWorseByItsOwnMeasure()
    {
        const auto pairs = smallPairs(12);
        double greedy = 0, beam = 0;
        for (const TokenPair &pair : pairs) {
            const EncodedSource source = encoded({pair});
            greedy += quality(decodeAutoregressively(*m_model, source, 8, 1).ids, source);
            beam += quality(decodeAutoregressively(*m_model, source, 8, 4).ids, source);
        }
        QVERIFY(beam >= greedy - 1e-4);
        const EncodedSource together = encoded(pairs);
        const Tensor batch = decodeAutoregressively(*m_model, together, 8, 4).ids;
        QVERIFY(batch[3].equal(
            decodeAutoregressively(*m_model, encoded({pairs[3]}), 8, 4).ids[0])); // batches change nothing
    }

    void aLowTemperatureIsGreedy()
    {
        const EncodedSource source = encoded(smallPairs(12));
        const AutoregressiveResult greedy = decodeAutoregressively(*m_model, source, 8, 1),
                                   drawn = drawAutoregressively(*m_model, source, 8,
                                                                {0.01, 1, std::vector<WordDraw::Row>(12, {5, 6})});
        QVERIFY(drawn.ids.equal(greedy.ids));
        QCOMPARE(drawn.modelCalls, greedy.modelCalls);
        QVERIFY(drawn.finite);
    }

    void drawnSentencesDoNotDependOnTheirBatch()
    {
        constexpr double kHot = 20; // what it has learned it knows for certain
        const auto pairs = smallPairs(12);
        std::vector<WordDraw::Row> rows;
        for (std::uint64_t i = 0; i < pairs.size(); ++i)
            rows.push_back({3 + i, 100 + i});
        const Tensor together = drawAutoregressively(*m_model, encoded(pairs), 8, {kHot, 1, rows}).ids,
                     alone = drawAutoregressively(*m_model, encoded({pairs[3]}), 8, {kHot, 1, {rows[3]}}).ids;
        QVERIFY(together[3].equal(alone[0]));
        std::vector<WordDraw::Row> others = rows;
        for (WordDraw::Row &row : others)
            row.seed += 1000;
        QVERIFY(!drawAutoregressively(*m_model, encoded(pairs), 8, {kHot, 1, others}).ids.equal(together));
        // Behind a sentence there is only PAD.
        for (int64_t b = 0; b < together.size(0); ++b) {
            bool ended = false;
            for (int64_t n = 0; n < 8; ++n) {
                const bool isPad = together[b][n].item<int64_t>() == 0;
                QVERIFY(!ended || isPad);
                ended = ended || isPad;
            }
        }
    }

    void howLikelyTextsAre()
    {
        const auto pairs = smallPairs(6);
        const EncodedSource source = encoded(pairs);
        const Tensor ids = decodeAutoregressively(*m_model, source, 8, 1).ids,
                     lengths = at::tensor({8, 3, 1, 0, 5, 8}, torch::kLong),
                     found = logProbabilities(*m_model, source, ids, lengths);
        const Tensor each = at::log_softmax(m_model->nextWordLogits(ids, source), -1);
        for (int64_t b = 0; b < 6; ++b) {
            double expected = 0;
            for (int64_t n = 0; n < lengths[b].item<int64_t>(); ++n)
                expected += each[b][n][ids[b][n]].item<double>();
            QVERIFY(std::abs(found[b].item<double>() - expected) < 1e-4);
        }
        QCOMPARE(found[3].item<double>(), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestAutoregressive)
#include "tst_autoregressive.moc"
