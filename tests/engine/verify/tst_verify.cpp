// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Files.h"
#include "base/Safetensors.h"
#include "engine/verify/ReferencePlan.h"
#include "engine/verify/Verify.h"
#include "support/Refusal.h"
#include "support/TestDevice.h"
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

using namespace ard;

namespace {

std::filesystem::path fixture(const std::string &name)
{
    return std::filesystem::path(ARD_TEST_FIXTURES) / (name + ".safetensors");
}

const VerifiedPart *find(const VerifyReport &report, const std::string &name)
{
    const auto found = std::find_if(report.parts.begin(), report.parts.end(),
                                    [&](const VerifiedPart &part) { return part.name == name; });
    return found == report.parts.end() ? nullptr : &*found;
}

/// A fixture that can be changed and written elsewhere.
struct EditableFixture {
    explicit EditableFixture(const std::string &name)
        : file(*Safetensors::read(fixture(name))), tensors(file.tensors()), metadata(file.metadata())
    {
    }

    /// Adds to one float of a tensor.
    void shift(const std::string &name, std::size_t index, float by)
    {
        auto &bytes = owned[name];
        const auto original = tensors.at(name).bytes;
        bytes.assign(original.begin(), original.end());
        float value = 0;
        std::memcpy(&value, bytes.data() + index * sizeof value, sizeof value);
        value += by;
        std::memcpy(bytes.data() + index * sizeof value, &value, sizeof value);
        tensors.at(name).bytes = bytes;
    }
    void set(const std::string &key, nlohmann::json value)
    {
        auto config = nlohmann::json::parse(metadata.at("config"));
        config[key] = std::move(value);
        metadata["config"] = config.dump();
    }
    std::filesystem::path writeTo(const QTemporaryDir &dir) const
    {
        const std::filesystem::path path = dir.filePath("edited.safetensors").toStdString();
        if (!writeSafetensors(path, tensors, metadata))
            qFatal("the edited fixture cannot be written");
        return path;
    }

    Safetensors file;
    std::map<std::string, TensorView> tensors;
    std::map<std::string, std::string> metadata;
    std::map<std::string, std::vector<std::uint8_t>> owned;
};

ReferenceSampling sampling(const std::string &draw, int length, int diffusionSteps)
{
    ReferenceSampling settings;
    settings.draw = draw;
    settings.length = length;
    settings.diffusionSteps = diffusionSteps;
    return settings;
}

} // namespace

class TestVerify : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheReference_data();
    void agreesWithTheReference();
    void oneChangedNumberIsFound();
    void oneChangedIdIsFound();
    void noiseThatWasNotUsedIsNotMissed();
    void otherNumberOfStepsIsFound();
    void unknownPartsAreSaid();
    void unknownLoopsAreSaid();
    void unknownObjectivesAreSaid();
    void foreignFilesAreRefused();
    void uniformPlans();
    void arDiffusionPlans();
};

void TestVerify::agreesWithTheReference_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"ar_skip", "ar_t2000", "uniform", "ar_selfcond"})
        QTest::newRow(name) << name;
}

void TestVerify::agreesWithTheReference()
{
    QFETCH(QString, name);
    const auto report = verifyFixture(fixture(name.toStdString()), test::testDevice());
    QVERIFY2(report, report ? "" : report.error().message.c_str());
    QCOMPARE(report->parts.size(), std::size_t(18));
    for (const VerifiedPart &part : report->parts)
        QVERIFY2(part.verdict == Verdict::Agrees, qPrintable(QString("%1: %2").arg(part.name.c_str()).arg(part.error)));
    for (const char *part : {"encoder", "forward.x0", "forward.logits", "train.loss"})
        QCOMPARE(find(*report, part)->tolerance, 1e-5);
    for (const char *part : {"skip.sample", "skip_noclamp.pred_xstart", "ddim.sample"})
        QCOMPARE(find(*report, part)->tolerance, 1e-4);
    for (const char *part : {"skip.ids", "skip_noclamp.ids", "ddim.ids"})
        QCOMPARE(find(*report, part)->error, 0.0);
}

void TestVerify::oneChangedNumberIsFound()
{
    for (const std::string changed :
         {"forward.x0", "skip.sample", "ddim.pred_xstart", "train.mse", "encoder_hidden_states"}) {
        QTemporaryDir dir;
        EditableFixture edited("ar_skip");
        edited.shift(changed, 17, 1e-2f);
        const auto report = verifyFixture(edited.writeTo(dir), test::testDevice());
        QVERIFY(report);
        QCOMPARE(report->count(Verdict::Differs), 1);
        const VerifiedPart *part = find(*report, changed == "encoder_hidden_states" ? "encoder" : changed);
        QVERIFY(part && part->verdict == Verdict::Differs);
        QVERIFY(part->error > 1e-3 && part->error < 1.1e-2);
    }
}

void TestVerify::oneChangedIdIsFound()
{
    QTemporaryDir dir;
    EditableFixture edited("ar_skip");
    auto &bytes = edited.owned["skip.ids"];
    const auto original = edited.tensors.at("skip.ids").bytes;
    bytes.assign(original.begin(), original.end());
    bytes[8] ^= 1; // the second id
    edited.tensors.at("skip.ids").bytes = bytes;
    const auto report = verifyFixture(edited.writeTo(dir), test::testDevice());
    QVERIFY(report);
    QCOMPARE(report->count(Verdict::Differs), 1);
    QCOMPARE(find(*report, "skip.ids")->error, 1.0);
}

void TestVerify::noiseThatWasNotUsedIsNotMissed()
{
    // The starting noise decides the whole run: changing it must show.
    QTemporaryDir dir;
    EditableFixture edited("ar_skip");
    edited.shift("skip_noclamp.noise", 3, 0.5f);
    const auto report = verifyFixture(edited.writeTo(dir), test::testDevice());
    QVERIFY(report);
    QCOMPARE(find(*report, "skip_noclamp.sample")->verdict, Verdict::Differs);
    QCOMPARE(find(*report, "skip.sample")->verdict, Verdict::Agrees);
}

void TestVerify::otherNumberOfStepsIsFound()
{
    QTemporaryDir dir;
    EditableFixture edited("ar_skip");
    edited.set("gen_timesteps", 5);
    const auto report = verifyFixture(edited.writeTo(dir), test::testDevice());
    QVERIFY(report);
    QCOMPARE(find(*report, "skip.sample")->verdict, Verdict::Differs);
    QVERIFY(!find(*report, "skip.sample")->note.empty());
    QCOMPARE(find(*report, "forward.x0")->verdict, Verdict::Agrees);
}

void TestVerify::unknownPartsAreSaid()
{
    QTemporaryDir dir;
    EditableFixture edited("uniform");
    edited.tensors["length.logits"] = edited.tensors.at("forward.x0");
    const auto report = verifyFixture(edited.writeTo(dir), test::testDevice());
    QVERIFY(report);
    QCOMPARE(report->count(Verdict::NotChecked), 1);
    QCOMPARE(find(*report, "length.logits")->verdict, Verdict::NotChecked);
    QCOMPARE(report->count(Verdict::Differs), 0);
}

void TestVerify::unknownLoopsAreSaid()
{
    QTemporaryDir dir;
    EditableFixture edited("ar_skip");
    edited.set("schedule_sampler", "fixed_xy");
    const auto report = verifyFixture(edited.writeTo(dir), test::testDevice());
    QVERIFY(report);
    for (const char *part : {"skip.sample", "skip_noclamp.ids", "ddim.sample"}) {
        QCOMPARE(find(*report, part)->verdict, Verdict::NotChecked);
        QVERIFY(!find(*report, part)->note.empty());
    }
    QCOMPARE(find(*report, "forward.x0")->verdict, Verdict::Agrees);
}

void TestVerify::unknownObjectivesAreSaid()
{
    QTemporaryDir dir;
    EditableFixture smooth("ar_skip");
    smooth.set("label_smooth", 0.1);
    const auto report = verifyFixture(smooth.writeTo(dir), test::testDevice());
    QVERIFY(report);
    QCOMPARE(report->count(Verdict::NotChecked), 2);
    QCOMPARE(find(*report, "train.mse")->verdict, Verdict::Agrees);
    EditableFixture noise("ar_skip");
    noise.set("predict_xstart", false);
    const auto other = verifyFixture(noise.writeTo(dir), test::testDevice());
    QVERIFY(other);
    QCOMPARE(other->count(Verdict::NotChecked), 13); // nine of the runs, four of the loss
}

void TestVerify::foreignFilesAreRefused()
{
    QTemporaryDir dir;
    ARD_REFUSES(verifyFixture(fixture("schedules")),
                "is not a file of reference outputs"); // safetensors, but no fixture of a network
    ARD_REFUSES(verifyFixture(dir.filePath("missing.safetensors").toStdString()),
                "missing.safetensors': No such file or directory");
    EditableFixture lengths("ar_skip");
    lengths.set("pred_len", true);
    lengths.set("pred_len_strategy", "mean_pool");
    const auto refused = verifyFixture(lengths.writeTo(dir), test::testDevice());
    ARD_REFUSES(refused, "was recorded with pred_len: such recordings cannot be checked");
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    EditableFixture wide("ar_skip");
    wide.set("intermediate_size", 256); // weights no longer fit
    ARD_REFUSES(verifyFixture(wide.writeTo(dir)), "has the shape");
    EditableFixture longer("ar_skip");
    longer.set("diffusion_steps", 100); // recorded timesteps are now out of range
    ARD_REFUSES(verifyFixture(longer.writeTo(dir)), "has numbers outside 0 to 99");
    const auto bytes = readBytes(fixture("ar_skip"));
    QVERIFY(bytes);
    for (const double part : {0.0, 0.001, 0.3, 0.999}) {
        const auto size = static_cast<std::size_t>(static_cast<double>(bytes->size()) * part);
        const std::filesystem::path cut = dir.filePath("cut.safetensors").toStdString();
        QVERIFY(writeAtomically(cut, std::span(*bytes).first(size)));
        ARD_REFUSES(verifyFixture(cut), "cannot be read as safetensors: it is ");
    }
}

void TestVerify::uniformPlans()
{
    ReferenceSampling settings = sampling("uniform", 3, 100);
    settings.stride = 10;
    QCOMPARE(referencePlan(settings, false)->sentenceSteps,
             (std::vector<int>{99, 89, 79, 69, 59, 49, 39, 29, 19, 9, 0}));
    QCOMPARE(referencePlan(settings, true)->sentenceSteps,
             (std::vector<int>{90, 80, 70, 60, 50, 40, 30, 20, 10, 0, 0}));
    settings.stride = 33; // 99, 66, 33, 0: zero is reached and not added again
    QCOMPARE(referencePlan(settings, false)->sentenceSteps, (std::vector<int>{99, 66, 33, 0}));
    QCOMPARE(referencePlan(settings, true)->sentenceSteps, (std::vector<int>{99, 66, 33, 0, 0}));
    QCOMPARE(referencePlan(settings, true)->timesteps.at(1), (std::vector<int>{66, 66, 66}));
}

void TestVerify::arDiffusionPlans()
{
    ReferenceSampling settings = sampling("xy_uniform", 4, 20); // 24 sentence steps
    settings.samplingSteps = 5;
    QCOMPARE(referencePlan(settings, false)->sentenceSteps, (std::vector<int>{23, 19, 15, 11, 7, 0}));
    settings.samplingSteps = 24; // ends at 0 by itself
    QCOMPARE(referencePlan(settings, false)->modelCalls(), 23);
    settings.samplingSteps = 25;
    QVERIFY(!referencePlan(settings, false));
    settings.samplingSteps = 5;
    settings.anchorScale = 3; // the reference's ddim loop ignores it
    QVERIFY(referencePlan(settings, false)->timesteps != referencePlan(settings, true)->timesteps);
    settings.lengthPrediction = true;
    QCOMPARE(referencePlan(settings, false).error().code, ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
