// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Attention taken apart: its two parts, put together again, are what the network computes.
#include "engine/sampler/World.h"
#include <QTest>
#include <cmath>

using namespace ard;
using ard::test::largest;
using ard::test::smallConfig;
using torch::Tensor;

namespace {

/// A network with random weights (r_w and r_r are never zero), a batch of latents, timesteps and sources with padding.
struct Scene {
    explicit Scene(bool timeAttention, bool selfCondition = false)
        : config(with(timeAttention, selfCondition)), denoiser(config, initialParameters(config, 5))
    {
        torch::manual_seed(3);
        latent = at::randn({2, config.length, config.embeddingWidth});
        timesteps = at::randint(config.diffusionSteps, {2, config.length}, torch::kInt64);
        const Tensor ids = at::arange(10, torch::kInt64).reshape({2, 5});
        Tensor mask = at::ones({2, 5}, torch::kBool);
        mask[1].slice(0, 3).fill_(false);
        source = denoiser.encode(ids, mask);
        told = selfCondition ? at::randn_like(latent) : Tensor();
    }
    static ModelConfig with(bool timeAttention, bool selfCondition)
    {
        ModelConfig config = smallConfig(31, selfCondition);
        config.timeAttention = timeAttention;
        return config;
    }
    BlockAttention at_(int layer, const Tensor &when) const
    {
        return denoiser.attention(latent, when, source, told, layer);
    }

    torch::NoGradGuard noGradients;
    ModelConfig config;
    Denoiser denoiser;
    Tensor latent, timesteps, told;
    EncodedSource source;
};

} // namespace

class TestAttention : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsMakeTheWhole_data()
    {
        QTest::addColumn<bool>("timeAttention");
        QTest::addColumn<bool>("selfCondition");
        QTest::newRow("time as second key") << true << false;
        QTest::newRow("self-conditioned") << true << true;
        QTest::newRow("time at the input") << false << false;
    }

    void partsMakeTheWhole()
    {
        QFETCH(bool, timeAttention);
        QFETCH(bool, selfCondition);
        const Scene scene(timeAttention, selfCondition);
        for (int layer = 0; layer < scene.config.decoderLayers; ++layer) {
            const BlockAttention block = scene.at_(layer, scene.timesteps);
            const Tensor weights = at::softmax(block.content + block.time, -1);
            QVERIFY(largest(weights, block.weights) < 1e-7);
            const Tensor mixed =
                at::matmul(weights, block.values).transpose(1, 2).reshape({2, scene.config.length, scene.config.width});
            const std::string out = "transformer_blocks." + std::to_string(layer) + ".attn1.to_out.0";
            const Parameters &parameters = scene.denoiser.parameters();
            const Tensor output = at::linear(mixed, parameters[out + ".weight"], parameters[out + ".bias"]);
            QVERIFY2(largest(output, block.output) < 1e-5, qPrintable(QString::number(largest(output, block.output))));
            QVERIFY(block.output.abs().max().item<float>() > 1e-3f);
            QCOMPARE(block.time.abs().max().item<float>() > 0, timeAttention);
            QVERIFY(largest(block.weights.sum(-1), at::ones({1})) < 1e-5);
            QVERIFY(largest(block.cross.sum(-1), at::ones({1})) < 1e-5);
            QCOMPARE(block.cross[1].slice(-1, 3).abs().max().item<float>(), 0.f); // padding
        }
    }

    void timestepsChangeTheirPartOnly()
    {
        const Scene scene(true);
        Tensor other = scene.timesteps.clone();
        other.select(1, 4).copy_((other.select(1, 4) + 20).remainder(scene.config.diffusionSteps));
        const BlockAttention a = scene.at_(0, scene.timesteps), b = scene.at_(0, other);
        QVERIFY(at::equal(a.content, b.content));
        QVERIFY(largest(a.time.select(-1, 4), b.time.select(-1, 4)) > 1e-4);
        QVERIFY(largest(a.time.slice(-1, 0, 4), b.time.slice(-1, 0, 4)) < 1e-6); // the key at j depends on t_j alone
        QVERIFY(
            !at::equal(scene.at_(1, scene.timesteps).content, scene.at_(1, other).content)); // what comes above sees it
    }

    /// A timestep that two keys share gives them the same logit from every position.
    void theTimePartKnowsNoPosition()
    {
        const Scene scene(true);
        const Tensor same = at::full({1, scene.config.length}, 17, torch::kInt64);
        const Tensor time = scene.at_(0, same).time;
        QVERIFY(largest(time, time.select(-1, 0).unsqueeze(-1).expand_as(time)) < 1e-5);
    }
};

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"
