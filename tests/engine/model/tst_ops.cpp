// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Our operations against the same made of torch's own, forward and backward.
#include "engine/model/Denoiser.h"
#include "engine/model/Dropout.h"
#include "engine/model/Ops.h"
#include <ATen/ATen.h>
#include <QTest>

using namespace ard;
using torch::Tensor;

namespace {

double largestDifference(const Tensor &a, const Tensor &b)
{
    return a.sizes() == b.sizes() ? (a - b).abs().max().item<double>() : 1e30;
}

Tensor leaf(at::IntArrayRef shape)
{
    return torch::randn(shape).requires_grad_(true);
}

/// The gradients of inputs after result's weighted sum is minimised; clears them.
std::vector<Tensor> gradientsOf(const Tensor &result, const std::vector<Tensor> &inputs)
{
    const Tensor weights = torch::arange(result.numel(), torch::kFloat).view(result.sizes()).mul(0.7).sin();
    (result * weights).sum().backward();
    std::vector<Tensor> gradients;
    for (Tensor input : inputs) {
        gradients.push_back(input.grad().clone());
        input.mutable_grad().reset();
    }
    return gradients;
}

Tensor plainAttention(const Tensor &q, const Tensor &k, const Tensor &v, const Tensor &bias, const Tensor &mask)
{
    Tensor scores = at::matmul(q, k.transpose(-1, -2)) / std::sqrt(double(q.size(-1)));
    if (bias.defined())
        scores = scores + bias;
    const Tensor probabilities = at::softmax(scores, -1);
    return at::matmul(mask.defined() ? probabilities * mask : probabilities, v)
        .transpose(1, 2)
        .reshape({q.size(0), q.size(2), q.size(1) * q.size(3)});
}

} // namespace

class TestOps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(4); }

    void attention_data()
    {
        QTest::addColumn<int>("queries");
        QTest::addColumn<int>("keys");
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("bias");
        QTest::addColumn<bool>("dropout");
        QTest::newRow("whole vectors") << 16 << 32 << 64 << true << false;
        QTest::newRow("odd sizes") << 13 << 9 << 28 << true << false;
        QTest::newRow("one key") << 5 << 1 << 8 << true << false;
        QTest::newRow("one query, no bias") << 1 << 17 << 3 << false << false;
        QTest::newRow("longer than a cache line") << 50 << 70 << 40 << false << false;
        QTest::newRow("dropout") << 13 << 9 << 28 << true << true;
        QTest::newRow("dropout, more queries than keys, no bias") << 40 << 17 << 16 << false << true;
    }

    void attention()
    {
        QFETCH(int, queries);
        QFETCH(int, keys);
        QFETCH(int, width);
        QFETCH(bool, bias);
        QFETCH(bool, dropout);
        const Tensor mask = dropout ? torch::rand({3, 2, queries, keys}).gt(0.2).to(torch::kFloat) / 0.8 : Tensor();
        // As the network has them: heads are slices of one product, not contiguous.
        const Tensor joined = leaf({3, queries, 2 * 2 * width}), sources = leaf({3, keys, 2 * 2 * width});
        const Tensor keyBias = bias ? leaf({3, 2, 1, keys}) : Tensor();
        const auto heads = [&](const Tensor &x, int part) {
            return x.chunk(2, -1)[part].unflatten(-1, {2, width}).transpose(1, 2);
        };
        std::vector<Tensor> inputs{joined, sources};
        if (bias)
            inputs.push_back(keyBias);
        const Tensor ours = ops::attention(heads(joined, 0), heads(sources, 0), heads(sources, 1), keyBias, mask);
        const Tensor plain = plainAttention(heads(joined, 0), heads(sources, 0), heads(sources, 1), keyBias, mask);
        QVERIFY(largestDifference(ours, plain) < 2e-6);
        const auto oursGradients = gradientsOf(ours, inputs), plainGradients = gradientsOf(plain, inputs);
        for (std::size_t i = 0; i < inputs.size(); ++i)
            QVERIFY2(largestDifference(oursGradients[i], plainGradients[i]) < 2e-5, qPrintable(QString::number(i)));
    }

    void linear_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("inputs");
        QTest::addColumn<int>("outputs");
        QTest::addColumn<bool>("bias");
        QTest::newRow("whole panels") << 96 << 64 << 96 << true;
        QTest::newRow("odd sizes") << 101 << 37 << 45 << true;
        QTest::newRow("one of everything") << 1 << 1 << 1 << true;
        QTest::newRow("deeper than a panel's part, no bias") << 300 << 520 << 33 << false;
        QTest::newRow("wide") << 7 << 20 << 700 << false;
    }

    void linear()
    {
        QFETCH(int, rows);
        QFETCH(int, inputs);
        QFETCH(int, outputs);
        QFETCH(bool, bias);
        // Two sentences, and a weight that is a part of a larger one: neither is contiguous.
        const Tensor x = leaf({2, inputs, rows}), weights = leaf({outputs + 3, inputs});
        const Tensor added = bias ? leaf({outputs}) : Tensor();
        std::vector<Tensor> leaves{x, weights};
        if (bias)
            leaves.push_back(added);
        const Tensor input = x.transpose(1, 2), weight = weights.narrow(0, 2, outputs);
        const Tensor ours = ops::linear(input, weight, added, MatmulPrecision::Float32);
        const Tensor plain = at::linear(input, weight, added);
        QVERIFY(largestDifference(ours, plain) < 1e-4);
        const auto oursGradients = gradientsOf(ours, leaves), plainGradients = gradientsOf(plain, leaves);
        for (std::size_t i = 0; i < leaves.size(); ++i)
            QVERIFY2(largestDifference(oursGradients[i], plainGradients[i]) < 2e-4, qPrintable(QString::number(i)));
    }

    void maskedKeysHaveNoWeight()
    {
        const Tensor q = torch::randn({1, 1, 4, 8}), k = torch::randn({1, 1, 6, 8}), v = torch::randn({1, 1, 6, 8});
        Tensor bias = torch::zeros({1, 1, 1, 6});
        bias.slice(3, 4).fill_(-1e30);
        const Tensor masked = ops::attention(q, k, v, bias, {});
        const Tensor cut = ops::attention(q, k.slice(2, 0, 4), v.slice(2, 0, 4), {}, {});
        QVERIFY(largestDifference(masked, cut) < 1e-6);
    }

    /// What GPUs compute, here on the CPU: bfloat16 has 8 bits, so it differs by about one per cent.
    void narrowAttention_data()
    {
        QTest::addColumn<bool>("bias");
        QTest::addColumn<bool>("dropout");
        QTest::addColumn<bool>("causal");
        QTest::newRow("plain") << false << false << false;
        QTest::newRow("bias") << true << false << false;
        QTest::newRow("dropout") << true << true << false;
        QTest::newRow("causal") << true << false << true;
    }

    void narrowAttention()
    {
        QFETCH(bool, bias);
        QFETCH(bool, dropout);
        QFETCH(bool, causal);
        const Tensor q = leaf({3, 2, 9, 16}), k = leaf({3, 2, 9, 16}), v = leaf({3, 2, 9, 16});
        const Tensor keyBias = bias ? leaf({3, 2, 1, 9}) : Tensor();
        const Tensor mask = dropout ? torch::rand({3, 2, 9, 9}).gt(0.2).to(torch::kFloat) / 0.8 : Tensor();
        std::vector<Tensor> inputs{q, k, v};
        if (bias)
            inputs.push_back(keyBias);
        const Tensor narrow = ops::narrowAttention(q, k, v, keyBias, mask, causal);
        const Tensor wide = ops::attention(q, k, v, keyBias, mask, causal);
        QVERIFY(narrow.scalar_type() == torch::kFloat);
        QVERIFY(narrow.sizes() == wide.sizes());
        QVERIFY(largestDifference(narrow, wide) < 0.02 * wide.abs().max().item<double>());
        QVERIFY(largestDifference(narrow, wide) > 0);
        const auto narrowGradients = gradientsOf(narrow, inputs), wideGradients = gradientsOf(wide, inputs);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            QVERIFY(narrowGradients[i].scalar_type() == torch::kFloat);
            QVERIFY2(largestDifference(narrowGradients[i], wideGradients[i]) <
                         0.03 * wideGradients[i].abs().max().item<double>(),
                     qPrintable(QString::number(i)));
        }
    }

    void narrowAttentionMasksKeys()
    {
        const Tensor q = torch::randn({1, 1, 4, 8}), k = torch::randn({1, 1, 6, 8}), v = torch::randn({1, 1, 6, 8});
        Tensor bias = torch::zeros({1, 1, 1, 6});
        bias.slice(3, 4).fill_(-1e30);
        const Tensor masked = ops::narrowAttention(q, k, v, bias, {});
        QVERIFY(largestDifference(masked, ops::narrowAttention(q, k.slice(2, 0, 4), v.slice(2, 0, 4), {}, {})) < 1e-6);
    }

    void geglu()
    {
        const Tensor x = leaf({5, 7, 2 * 24});
        const auto halves = x.chunk(2, -1);
        const Tensor ours = ops::geglu(x), plain = halves[0] * at::gelu(halves[1]);
        QVERIFY(largestDifference(ours, plain) < 1e-6);
        QVERIFY(largestDifference(gradientsOf(ours, {x})[0], gradientsOf(plain, {x})[0]) < 1e-5);
    }

    void crossEntropy()
    {
        const Tensor logits = (torch::randn({19, 37}) * 6).requires_grad_(true);
        const Tensor targets = torch::randint(37, {19}, torch::kLong);
        const Tensor ours = ops::crossEntropy(logits, targets);
        const Tensor plain = at::cross_entropy_loss(logits, targets, {}, at::Reduction::None);
        QVERIFY(largestDifference(ours, plain) < 1e-5);
        QVERIFY(largestDifference(gradientsOf(ours, {logits})[0], gradientsOf(plain, {logits})[0]) < 1e-6);
    }

    void embedding()
    {
        const Tensor table = leaf({11, 6});
        const Tensor ids = torch::tensor({{3, 3, 0}, {10, 3, 1}}, torch::kLong);
        const Tensor ours = ops::embedding(table, ids), plain = at::embedding(table, ids);
        QCOMPARE(largestDifference(ours, plain), 0.0);
        QVERIFY(largestDifference(gradientsOf(ours, {table})[0], gradientsOf(plain, {table})[0]) < 1e-6);
    }

    /// bfloat16 has 8 bits: products differ from float32 by under one per cent of their size.
    void linearLayers()
    {
        const Tensor x = leaf({4, 9, 48}), weight = leaf({32, 48}), bias = leaf({32});
        const Tensor plain = at::matmul(x, weight.t()) + bias;
        const auto wanted = gradientsOf(plain, {x, weight, bias});
        QVERIFY(largestDifference(ops::linear(x, weight, bias, MatmulPrecision::Float32), plain) < 2e-5);
        QVERIFY(
            largestDifference(gradientsOf(ops::linear(x, weight, bias, MatmulPrecision::Float32), {x, weight, bias})[1],
                              wanted[1]) < 2e-5);
        const Tensor narrow = ops::linear(x, weight, bias, MatmulPrecision::BFloat16);
        QVERIFY(largestDifference(narrow, plain) < 0.01 * plain.abs().max().item<double>());
        const auto gradients = gradientsOf(narrow, {x, weight, bias});
        // Entry by entry: both factors and the sum are rounded by 2^-9 at most, of the sum of magnitudes.
        const Tensor asked = torch::arange(narrow.numel(), torch::kFloat).view(narrow.sizes()).mul(0.7).sin().abs();
        const Tensor rows = asked.reshape({-1, asked.size(-1)});
        const Tensor magnitudes[] = {at::matmul(asked, weight.abs()),
                                     at::matmul(rows.t(), x.abs().reshape({-1, x.size(-1)})), rows.sum(0)};
        for (int i = 0; i < 3; ++i) {
            const double share = ((gradients[i] - wanted[i]).abs() / magnitudes[i]).max().item<double>();
            QVERIFY2(share < 3.1 / 512, qPrintable(QStringLiteral("%1: %2").arg(i).arg(share)));
        }
        const Tensor unbiased = ops::linear(x, weight, {}, MatmulPrecision::BFloat16);
        QVERIFY(largestDifference(unbiased + bias, plain) < 0.01 * plain.abs().max().item<double>());
    }

    void dropoutMasks()
    {
        const Tensor like = torch::zeros({200, 500});
        DropoutSource source(1, 7), same(1, 7), other(1, 8);
        const Tensor mask = source.mask(like, like.sizes(), 0.1);
        QVERIFY(std::abs(mask.mean().item<double>() - 1.0) < 0.01);
        QVERIFY(std::abs(mask.eq(0).to(torch::kFloat).mean().item<double>() - 0.1) < 0.005);
        QCOMPARE(largestDifference(mask, same.mask(like, like.sizes(), 0.1)), 0.0);
        QVERIFY(largestDifference(mask, other.mask(like, like.sizes(), 0.1)) > 0);
        QVERIFY(largestDifference(mask, source.mask(like, like.sizes(), 0.1)) > 0); // the next one of the same step
        QVERIFY(!source.mask(like, like.sizes(), 0).defined());
    }

    void precisions()
    {
        const torch::Device cpu(torch::kCPU), gpu(torch::kCUDA, 0);
        QVERIFY(precisionNamed("float32", gpu) == MatmulPrecision::Float32);
        QVERIFY(precisionNamed("bfloat16", cpu) == MatmulPrecision::BFloat16);
        QVERIFY(precisionNamed("auto", gpu) == MatmulPrecision::BFloat16);
        QVERIFY(precisionNamed("auto", cpu) == fastestPrecision(cpu));
    }

    /// One row of timesteps for the whole batch gives what the row repeated gives.
    void sharedTimesteps()
    {
        ModelConfig config;
        config.vocabulary = 30;
        config.embeddingWidth = 12;
        config.width = 16;
        config.heads = 2;
        config.encoderLayers = config.decoderLayers = 2;
        config.encoderFeedForward = config.decoderFeedForward = 32;
        config.timeChannels = 8;
        config.maxPositions = config.length = 6;
        config.diffusionSteps = 100;
        const Denoiser denoiser(config, initialParameters(config, 3));
        const torch::NoGradGuard noGradients;
        const Tensor ids = torch::randint(30, {3, 6}, torch::kLong), mask = torch::ones({3, 6}, torch::kBool);
        const EncodedSource source = denoiser.encode(ids, mask);
        const Tensor x = torch::randn({3, 6, 12}), t = torch::tensor({{0, 5, 20, 40, 80, 99}}, torch::kLong);
        const Tensor one = denoiser.predict(x, t, source),
                     repeated = denoiser.predict(x, t.expand({3, 6}).contiguous(), source);
        QVERIFY(largestDifference(one, repeated) < 1e-6);
    }
};

QTEST_GUILESS_MAIN(TestOps)
#include "tst_ops.moc"
