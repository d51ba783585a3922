// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The network over plain arrays gives what the plain path gives, whatever shares the work.
#include "engine/Runtime.h"
#include "engine/model/Denoiser.h"
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTest>
#include <c10/core/GradMode.h>

using namespace ard;
using torch::Tensor;

namespace {

ModelConfig configOf(bool selfCondition, bool timeAttention, bool lengthHead, int width)
{
    ModelConfig config;
    config.vocabulary = 37;
    config.embeddingWidth = 24;
    config.timeChannels = 9; // odd: one channel of the table is zero
    config.width = width;
    config.heads = 4;
    config.encoderLayers = 1;
    config.decoderLayers = 3;
    config.encoderFeedForward = 64;
    config.decoderFeedForward = 300; // deeper than one block of a product
    config.maxPositions = 24;
    config.length = 21; // no multiple of anything
    config.diffusionSteps = 50;
    config.selfCondition = selfCondition;
    config.timeAttention = timeAttention;
    config.lengthHead = lengthHead ? LengthHead::MeanPool : LengthHead::None;
    return config;
}

/// A network in both forms, and so many sentences to denoise.
struct Scene {
    Scene(ModelConfig modelConfig, int64_t batch)
        : config(std::move(modelConfig)), plain(config, initialParameters(config, 5)), rows(plain)
    {
        rows.prepareForInference();
        rows.prepareRows();
        torch::manual_seed(3);
        latent = at::randn({batch, config.length, config.embeddingWidth});
        told = at::randn_like(latent);
        timesteps = at::randint(config.diffusionSteps, {batch, config.length}, torch::kInt64);
        const Tensor ids = at::randint(config.vocabulary, {batch, 11}, torch::kInt64);
        Tensor mask = at::ones({batch, 11}, torch::kBool);
        mask[0].slice(0, 4).fill_(false);
        source = plain.encode(ids, mask);
        if (config.lengthHead != LengthHead::None) {
            source.lengths = at::full({batch}, config.length, torch::kInt64);
            source.lengths[batch - 1] = 8;
        }
    }

    c10::NoGradGuard noGradients;
    ModelConfig config;
    Denoiser plain, rows;
    Tensor latent, told, timesteps;
    EncodedSource source;
};

/// Relative to the size of the numbers.
double difference(const Tensor &a, const Tensor &b)
{
    return ((a - b).abs().max() / b.abs().max()).item<double>();
}

} // namespace

class TestRowDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initialiseRuntime(); }
    void cleanup() { at::set_num_threads(initialiseRuntime().threads); }

    void isThePlainPath_data()
    {
        QTest::addColumn<bool>("selfCondition");
        QTest::addColumn<bool>("timeAttention");
        QTest::addColumn<bool>("lengthHead");
        QTest::addColumn<int>("width");
        QTest::newRow("plain") << false << true << false << 48;
        QTest::newRow("self-conditioned") << true << true << false << 48;
        QTest::newRow("lengths") << true << true << true << 48;
        QTest::newRow("time at the input") << false << false << false << 48;
        QTest::newRow("time at the input, lengths") << false << false << true << 48;
        QTest::newRow("as wide as the embeddings") << false << true << false << 24;
        QTest::newRow("wide") << true << true << false << 320;
    }

    void isThePlainPath()
    {
        QFETCH(bool, selfCondition);
        QFETCH(bool, timeAttention);
        QFETCH(bool, lengthHead);
        QFETCH(int, width);
        for (const int64_t batch : {1, 2, 3, 5, 17}) {
            const Scene scene(configOf(selfCondition, timeAttention, lengthHead, width), batch);
            for (const Tensor &told : {Tensor(), scene.told}) {
                const Tensor expected = scene.plain.predict(scene.latent, scene.timesteps, scene.source, told),
                             found = scene.rows.predict(scene.latent, scene.timesteps, scene.source, told);
                QVERIFY(expected.abs().max().item<double>() > 1e-2);
                QVERIFY2(difference(found, expected) < 1e-5,
                         qPrintable(QStringLiteral("%1 sentences: %2").arg(batch).arg(difference(found, expected))));
            }
        }
    }

    /// One row of timesteps for all sentences, fewer positions than the longest.
    void takesWhatThePlainPathTakes()
    {
        const Scene scene(configOf(false, true, false, 48), 3);
        const Tensor latent = scene.latent.slice(1, 0, 13), timesteps = scene.timesteps.slice(0, 0, 1).slice(1, 0, 13);
        QVERIFY(difference(scene.rows.predict(latent, timesteps, scene.source),
                           scene.plain.predict(latent, timesteps, scene.source)) < 1e-5);
    }

    void aSentenceDependsOnNothingElse_data()
    {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 3, 4})
            QTest::addRow("%d threads", threads) << threads;
    }

    /// Alone or beside others, of one source or many, with any number of threads: the same bits.
    void aSentenceDependsOnNothingElse()
    {
        QFETCH(int, threads);
        constexpr int64_t kMost = 19;
        const Scene scene(configOf(true, true, true, 320), kMost);
        at::set_num_threads(1);
        std::vector<Tensor> alone;
        for (int64_t i = 0; i < kMost; ++i)
            alone.push_back(scene.rows.predict(scene.latent[i].unsqueeze(0), scene.timesteps[i].unsqueeze(0),
                                               scene.source.select(torch::tensor({i}, torch::kInt64)),
                                               scene.told[i].unsqueeze(0)));
        at::set_num_threads(threads);
        for (int64_t batch = 1; batch <= kMost; ++batch) {
            const Tensor some = at::arange(batch, torch::kInt64);
            const Tensor together =
                scene.rows.predict(scene.latent.slice(0, 0, batch), scene.timesteps.slice(0, 0, batch),
                                   scene.source.select(some), scene.told.slice(0, 0, batch));
            for (int64_t i = 0; i < batch; ++i)
                QVERIFY(at::equal(together[i], alone[static_cast<std::size_t>(i)][0]));
        }
    }

    /// Candidates look at one source's keys and values, which are not copied.
    void candidatesShareTheirSource()
    {
        const Scene scene(configOf(false, true, false, 48), 1);
        const EncodedSource five = scene.source.repeated(5);
        QCOMPARE(five.hidden.size(0), int64_t(5));
        QCOMPARE(five.keys.back().data_ptr(), scene.source.keys.back().data_ptr());
        QCOMPARE(five.values.front().stride(0), int64_t(0));
        const Tensor latent = at::randn({5, scene.config.length, scene.config.embeddingWidth});
        const EncodedSource copied = scene.source.select(at::zeros({5}, torch::kInt64));
        QVERIFY(at::equal(scene.rows.predict(latent, scene.timesteps, five),
                          scene.rows.predict(latent, scene.timesteps, copied)));
    }

    /// Training and gradients stay on the plain path, and so does what changes its weights.
    void gradientsTakeThePlainPath()
    {
        Scene scene(configOf(false, true, false, 48), 2);
        const c10::AutoGradMode gradients(true);
        QVERIFY(at::equal(scene.rows.predict(scene.latent, scene.timesteps, scene.source),
                          scene.plain.predict(scene.latent, scene.timesteps, scene.source)));
        scene.rows.setPrecision(MatmulPrecision::Float32); // forgets what was prepared
        const c10::NoGradGuard none;
        QVERIFY(at::equal(scene.rows.predict(scene.latent, scene.timesteps, scene.source),
                          scene.plain.predict(scene.latent, scene.timesteps, scene.source)));
    }
};

QTEST_GUILESS_MAIN(TestRowDecoder)
#include "tst_rowdecoder.moc"
