// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Weights that are no numbers: every request is answered with one sentence, however few of them there are.
#include "engine/Generator.h"
#include "support/ChangedSafetensors.h"
#include "support/RandomModel.h"
#include "support/Refusal.h"
#include "support/TestDevice.h"
#include <QTemporaryDir>
#include <QTest>

using namespace ard;

namespace {

const std::string kSentence = "The model computes numbers that are not finite: its weights are damaged";

GenerationRequest request(const test::RandomModelOptions &options)
{
    GenerationRequest request;
    request.source = test::randomModelSource();
    request.samplingSteps = options.autoregressive ? options.length : 4;
    if (options.autoregressive)
        request.schedule.kind = "autoregressive";
    return request;
}

} // namespace

class TestDamagedWeights : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isAnError_data()
    {
        QTest::addColumn<QString>("tensors");
        QTest::addColumn<bool>("lengthHead");
        QTest::addColumn<bool>("autoregressive");
        QTest::newRow("all") << "" << false << false;
        QTest::newRow("encoder") << "encoder.encoder.layer.0" << false << false;
        QTest::newRow("decoder") << "transformer_blocks.1.ff" << false << false;
        QTest::newRow("output projection") << "output_down_proj" << false << false;
        QTest::newRow("vocabulary head") << "lm_head.bias" << false << false;
        QTest::newRow("length head") << "length" << true << false;
        QTest::newRow("all, length head") << "" << true << false;
        QTest::newRow("all, twin") << "" << false << true;
        QTest::newRow("vocabulary head, twin") << "lm_head.bias" << false << true;
    }

    void isAnError()
    {
        QFETCH(QString, tensors);
        QFETCH(bool, lengthHead);
        QFETCH(bool, autoregressive);
        const QTemporaryDir folder;
        const std::filesystem::path model = folder.filePath("model").toStdString();
        test::RandomModelOptions options;
        options.length = 7;
        options.diffusionSteps = 40;
        options.lengthHead = lengthHead;
        options.autoregressive = autoregressive;
        QVERIFY(test::writeRandomModel(model, options));
        const auto whole = Generator::load(model, test::testDevice());
        QVERIFY(whole);
        QVERIFY((*whole)->generate(request(options), false));
        QVERIFY(test::fillWithNan(model / "weights.safetensors", tensors.toStdString()));
        const auto damaged = Generator::load(model, test::testDevice());
        if (!damaged) { // the embeddings are needed for loading
            QVERIFY(tensors.isEmpty());
            QCOMPARE(damaged.error().message, kSentence);
            return;
        }

        const auto alone = (*damaged)->generate(request(options), false);
        QVERIFY(!alone);
        QCOMPARE(alone.error().message, kSentence);
        const auto many = (*damaged)->generateMany({request(options).source, "run"}, request(options), 2);
        QVERIFY(!many);
        QCOMPARE(many.error().message, kSentence);
        Generator::BatchMeasurement measurement;
        ARD_REFUSES((*damaged)->generateMany({"run"}, request(options), 2, {}, &measurement), kSentence);
        if (autoregressive)
            return;
        for (const ClampMode clamp : {ClampMode::None, ClampMode::Expected, ClampMode::Drawn}) {
            GenerationRequest other = request(options);
            other.clamp = clamp;
            ARD_REFUSES((*damaged)->generate(other, false), kSentence);
        }
        const auto recorded = (*damaged)->generate(request(options), true);
        QVERIFY(!recorded);
        QCOMPARE(recorded.error().message, kSentence);
    }
};

QTEST_GUILESS_MAIN(TestDamagedWeights)
#include "tst_damagedweights.moc"
