// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Safetensors.h"
#include "engine/train/InitialWeights.h"
#include "engine/train/SmallTask.h"
#include "engine/train/Trainer.h"
#include "support/Refusal.h"
#include <QTest>
#include <torch/types.h>

using namespace ard;
using namespace ard::test;

class TestInitialWeights : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::filesystem::path tokenizer() const { return path("data") / "tokenizer.model"; }
    std::filesystem::path teacher() const { return path("teacher") / "model"; }

    static TrainConfig student()
    {
        return smallTrainConfig({{"architecture", {{"self_condition", true}}}, {"steps", 1}, {"learning_rate", 1e-6}});
    }

    TrainOptions options(const char *out) const { return smallOptions(path("data"), path(out)); }

private Q_SLOTS:
    void initTestCase()
    {
        std::filesystem::create_directories(path("data"));
        writeSmallData(path("data"));
        const auto done = train(
            smallTrainConfig(
                {{"architecture", {{"decoder", "autoregressive"}}}, {"objective", "autoregressive"}, {"steps", 3}}),
            options("teacher"));
        QVERIFY2(done, done ? "" : done.error().message.c_str());
    }

    void likeTensorsAreTakenAndOthersAreFresh()
    {
        const ModelConfig model = student().model;
        const auto weights = initialWeights(model, 5, teacher(), tokenizer());
        QVERIFY2(weights, weights ? "" : weights.error().message.c_str());
        const Parameters fresh = initialParameters(model, 5);
        const auto file = Safetensors::read(teacher() / "weights.safetensors");
        QVERIFY(file);
        int taken = 0, kept = 0;
        for (const std::string &name : weights->names()) {
            const torch::Tensor &tensor = (*weights)[name];
            const bool alike = file->has(name) &&
                file->tensor(name)->shape == std::vector<int64_t>(tensor.sizes().begin(), tensor.sizes().end());
            if (!alike)
                QVERIFY2(tensor.equal(fresh[name]), name.c_str());
            (alike ? taken : kept) += 1;
        }
        QCOMPARE(kept, 1); // the network with self-conditioning reads twice as wide
        QVERIFY(taken > 20);
        QVERIFY(!(*weights)["word_embedding.weight"].equal(fresh["word_embedding.weight"]));
    }

    void aTrainingStartsFromThem()
    {
        TrainOptions from = options("student");
        from.initial = teacher();
        const auto done = train(student(), from);
        QVERIFY2(done, done ? "" : done.error().message.c_str());
        const auto theirs = Safetensors::read(teacher() / "weights.safetensors"),
                   ours = Safetensors::read(path("student") / "model" / "weights.safetensors");
        QVERIFY(theirs && ours);
        const auto name = "transformer_blocks.0.attn1.to_q.weight";
        const auto before = theirs->tensor(name), after = ours->tensor(name);
        QVERIFY(before && after && before->bytes.size() == after->bytes.size());
        std::size_t same = 0;
        for (std::size_t i = 0; i < before->bytes.size(); ++i)
            same += before->bytes[i] == after->bytes[i];
        QVERIFY2(same > before->bytes.size() * 8 / 10, qPrintable(QString::number(same))); // float16, moved by 1e-6
    }

    void anotherVocabularyIsRefused()
    {
        QVERIFY(writeAtomically(path("other.model"), std::string_view("other words")));
        const auto weights = initialWeights(student().model, 5, teacher(), path("other.model"));
        ARD_REFUSES(weights, "another vocabulary");
    }

    void aFolderThatIsNoModelIsRefused()
    {
        const auto weights = initialWeights(student().model, 5, path("data"), tokenizer());
        ARD_REFUSES(weights, "is not a model folder: it has no model.json");
        const auto done = train(student(), [this] {
            TrainOptions from = options("nothing");
            from.initial = path("data");
            return from;
        }());
        ARD_REFUSES(done, "is not a model folder: it has no model.json");
        QVERIFY(!std::filesystem::exists(path("nothing") / "checkpoint.safetensors"));
    }
};

QTEST_GUILESS_MAIN(TestInitialWeights)
#include "tst_initialweights.moc"
