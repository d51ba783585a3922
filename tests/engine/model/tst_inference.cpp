// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Weights that are joined and narrowed once give the numbers that they give when it is done in every call.
#include "engine/Runtime.h"
#include "engine/model/Denoiser.h"
#include <ATen/ATen.h>
#include <QTest>
#include <c10/core/GradMode.h>

using namespace ard;

namespace {

ModelConfig configOf(bool selfCondition, LengthHead lengthHead, bool autoregressive)
{
    ModelConfig config;
    config.vocabulary = 37;
    config.embeddingWidth = config.timeChannels = 8;
    config.width = 32;
    config.heads = 4;
    config.encoderLayers = 2;
    config.decoderLayers = 3;
    config.encoderFeedForward = config.decoderFeedForward = 48;
    config.maxPositions = 16;
    config.length = 9;
    config.diffusionSteps = 50;
    config.selfCondition = selfCondition;
    config.lengthHead = lengthHead;
    config.autoregressive = autoregressive;
    return config;
}

/// Everything that a network is asked for.
std::vector<torch::Tensor> numbersOf(const Denoiser &denoiser)
{
    const c10::NoGradGuard noGradients;
    const ModelConfig &config = denoiser.config();
    const torch::Tensor ids = at::arange(12, torch::kInt64).reshape({2, 6}).remainder(config.vocabulary);
    torch::Tensor mask = at::ones({2, 6}, torch::kBool);
    mask[1][5].fill_(false);
    const EncodedSource source = denoiser.encode(ids, mask);
    std::vector<torch::Tensor> numbers{source.hidden, source.keys.back(), source.values.front()};
    if (config.lengthHead != LengthHead::None)
        numbers.push_back(denoiser.lengthLogits(source));
    if (config.autoregressive) {
        WordCache cache;
        numbers.push_back(denoiser.nextWordLogits(ids.select(1, 0), source, cache));
        numbers.push_back(denoiser.nextWordLogits(ids.select(1, 1), source, cache));
        return numbers;
    }
    const torch::Tensor xt = at::linspace(-1, 1, 2 * config.length * config.embeddingWidth)
                                 .reshape({2, config.length, config.embeddingWidth});
    const torch::Tensor timesteps = at::arange(config.length, torch::kInt64).unsqueeze(0).expand({2, -1});
    numbers.push_back(denoiser.predict(xt, timesteps, source));
    numbers.push_back(denoiser.logits(xt));
    numbers.push_back(denoiser.attention(xt, timesteps, source, {}, 1).output);
    return numbers;
}

} // namespace

class TestInference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initialiseRuntime(); }

    void preparedWeightsGiveTheSameNumbers_data()
    {
        QTest::addColumn<bool>("narrow");
        QTest::addColumn<bool>("selfCondition");
        QTest::addColumn<bool>("lengthHead");
        QTest::addColumn<bool>("autoregressive");
        for (const bool narrow : {false, true}) {
            const QByteArray products = narrow ? "bfloat16" : "float32";
            QTest::newRow(products + ", plain") << narrow << false << false << false;
            QTest::newRow(products + ", self-conditioned, lengths") << narrow << true << true << false;
            QTest::newRow(products + ", twin") << narrow << false << false << true;
        }
    }

    void preparedWeightsGiveTheSameNumbers()
    {
        QFETCH(bool, narrow);
        QFETCH(bool, selfCondition);
        QFETCH(bool, lengthHead);
        QFETCH(bool, autoregressive);
        const ModelConfig config =
            configOf(selfCondition, lengthHead ? LengthHead::MeanPool : LengthHead::None, autoregressive);
        const Parameters parameters = initialParameters(config, 5);
        Denoiser plain(config, parameters.clone()), prepared(config, parameters.clone());
        for (Denoiser *denoiser : {&plain, &prepared})
            denoiser->setPrecision(narrow ? MatmulPrecision::BFloat16 : MatmulPrecision::Float32);
        prepared.prepareForInference();
        const auto expected = numbersOf(plain), found = numbersOf(prepared);
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY2(at::equal(found[i], expected[i]), QByteArray::number(qulonglong(i)).constData());
        for (const std::string &name : parameters.names()) // they are parts of joined weights, and the same
            QVERIFY2(at::equal(prepared.parameters()[name], parameters[name]), name.c_str());
    }

    /// Weights that change afterwards are not looked up in what was prepared.
    void anotherPrecisionStartsAnew()
    {
        const ModelConfig config = configOf(false, LengthHead::None, false);
        Denoiser plain(config, initialParameters(config, 5)), changed(config, initialParameters(config, 5));
        changed.setPrecision(MatmulPrecision::BFloat16);
        changed.prepareForInference();
        changed.setPrecision(MatmulPrecision::Float32);
        const auto expected = numbersOf(plain), found = numbersOf(changed);
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(at::equal(found[i], expected[i]));
    }
};

QTEST_GUILESS_MAIN(TestInference)
#include "tst_inference.moc"
