// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a lane beside others: title, cost, whether it began with the same noise and if not why, and what one has to
// know not to be misled. Without an engine.
#include "models/LaneNames.h"
#include "ui/RunFeeder.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using test::RunFeeder;

class TestLaneNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void titles();
    void titlesNameTheModels();
    void costs();
    void noiseOfPlans_data();
    void noiseOfPlans();
    void noiseOfRuns_data();
    void noiseOfRuns();
    void noiseOfItsOwn();
    void honestyOfAPlan();
    void honestyOfRuns();
    void offItsTraining();

private:
    void addModel(const QString &name, int length, int width);
    LaneChanges ofModel(const QString &name) const
    {
        LaneChanges changes;
        if (!name.isEmpty())
            changes.model = *m_session->models()->find(m_folder->filePath(QStringLiteral("models/") + name));
        return changes;
    }
    Lane &lane(int index) const { return *m_session->board()->at(index); }
    QString title(int index) const { return laneTitle(lane(index), *m_session); }
    /// A run of M 10 in the lane: finished where calls is 10.
    Run *show(int index, const QString &model, int length, int calls, std::optional<std::uint32_t> noise,
              std::uint64_t seed = 1, const std::string &kind = "ar-diffusion")
    {
        GenerationRequest request = RunFeeder::request(length, 200, 10, seed);
        request.schedule.kind = kind;
        RunRecord record = fake::FakeRun::make(request, length, 200)->record(calls);
        record.provenance.modelName = model.toStdString();
        record.provenance.startingNoise = noise;
        Run *run = m_session->runs()->add(new Run(std::move(record)));
        lane(index).film()->setRun(run);
        return run;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
};

void TestLaneNames::addModel(const QString &name, int length, int width)
{
    QDir(m_folder->path()).mkpath(QStringLiteral("models/") + name);
    QFile file(m_folder->filePath(QStringLiteral("models/%1/model.json").arg(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString embedding = width > 0 ? QStringLiteral(", \"embedding_width\": %1").arg(width) : QString();
    file.write(QStringLiteral(R"({"format": 1, "name": "%1", "examples": ["a b"], "default_sampling_steps": 10,
        "architecture": {"vocabulary": 25%2}, "diffusion": {"length": %3, "diffusion_steps": 200},
        "training": {"timestep_schedules": ["ar-diffusion"], "anchor_scale": 2}})")
                   .arg(name, embedding)
                   .arg(length)
                   .toUtf8());
}

void TestLaneNames::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    addModel(QStringLiteral("tiny"), 12, 32);
    addModel(QStringLiteral("twin"), 12, 32);
    addModel(QStringLiteral("long"), 20, 32);
    addModel(QStringLiteral("wide"), 12, 64);
    addModel(QStringLiteral("dark"), 12, 0); // its width is not known
    addModel(QStringLiteral("dim"), 20, 0);
    qputenv("ARDIFF_MODELS", m_folder->filePath(QStringLiteral("models")).toUtf8());
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
    m_settings->engineCommand.set(QStringLiteral("/no/such/engine"));
    m_session = std::make_unique<Session>(m_settings.get());
    m_session->models()->refreshNow();
    m_session->form()->setModel(*ofModel(QStringLiteral("tiny")).model);
}

void TestLaneNames::cleanup()
{
    m_session.reset();
    m_settings.reset();
    m_folder.reset();
    qunsetenv("ARDIFF_MODELS");
}

/// What differs comes first, what all have in common is left out.
void TestLaneNames::titles()
{
    LaneChanges few, many;
    few.samplingSteps = 5;
    many.samplingSteps = 50;
    m_session->compare({few, many});
    QVERIFY2(title(0).startsWith(QStringLiteral("M 5 · AR-Diffusion")), qPrintable(title(0)));
    QVERIFY(title(1).startsWith(QStringLiteral("M 50 · ")));
    few.schedule = m_session->form()->values().schedule;
    few.schedule->kind = "uniform";
    few.seed = 7;
    lane(0).setChanges(few);
    QVERIFY2(title(0).startsWith(QStringLiteral("Uniform")) && title(0).endsWith(QStringLiteral(" · M 5 · seed 7")),
             qPrintable(title(0)));
    QVERIFY(title(1).endsWith(QStringLiteral(" · M 50 · seed 1")));
    lane(0).setTitle(QStringLiteral("The fast one"));
    QCOMPARE(title(0), QStringLiteral("The fast one"));
}

void TestLaneNames::titlesNameTheModels()
{
    m_session->compare({{}, ofModel(QStringLiteral("long"))});
    QVERIFY2(title(0).startsWith(QStringLiteral("tiny · ")), qPrintable(title(0)));
    QVERIFY2(title(1).startsWith(QStringLiteral("long · ")), qPrintable(title(1)));
    show(1, QStringLiteral("wide"), 12, 10, std::nullopt); // its run says of which model it is
    QVERIFY2(title(1).startsWith(QStringLiteral("wide · ")), qPrintable(title(1)));
    show(1, QStringLiteral("tiny"), 12, 10, std::nullopt);
    QVERIFY2(!title(1).contains(QStringLiteral("tiny")), qPrintable(title(1))); // as all lanes
}

void TestLaneNames::costs()
{
    m_session->compare({{}, {}});
    QCOMPARE(laneCost(lane(0)), QString());
    const Run *part = show(0, QStringLiteral("tiny"), 12, 4, std::nullopt);
    double milliseconds = 0;
    for (const StepFrame &frame : part->record().frames)
        milliseconds += frame.milliseconds;
    QCOMPARE(laneCost(lane(0)), QStringLiteral("4 of 10 calls · %1 ms").arg(std::lround(milliseconds)));
    show(1, QStringLiteral("tiny"), 12, 10, std::nullopt);
    QVERIFY2(laneCost(lane(1)).startsWith(QStringLiteral("10 calls · ")), qPrintable(laneCost(lane(1))));
}

/// Before anything has run: what follows from seed, N and embedding width.
void TestLaneNames::noiseOfPlans_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<bool>("same");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *model, quint64 seed, bool same, const char *text) {
        QTest::newRow(name) << QString::fromLatin1(model) << seed << same << QString::fromUtf8(text);
    };
    row("all alike", "", 1, true, "same noise · seed 1");
    row("another seed", "", 2, false, "other noise: seed 2, A has 1");
    row("another model of the same size", "twin", 1, true, "same noise · seed 1");
    row("a longer model", "long", 1, false, "same noise in the first 12 positions: N 20, A has 12");
    row("a wider model", "wide", 1, false, "other noise: embedding width 64, A has 32");
    row("a model of unknown width", "dark", 1, false, "other noise: another model than A");
    row("and of another length", "dim", 1, false, "other noise: N 20, A has 12");
    row("another model and seed", "twin", 3, false, "other noise: seed 3, A has 1");
}

void TestLaneNames::noiseOfPlans()
{
    QFETCH(QString, model);
    QFETCH(quint64, seed);
    LaneChanges changes = ofModel(model);
    if (seed != 1)
        changes.seed = seed;
    m_session->compare({{}, changes});
    const NoiseBadge badge = noiseBadge(lane(1), *m_session);
    QTEST(badge.text, "text");
    QTEST(badge.same, "same");
}

/// The checksum of the starting noise has the last word.
void TestLaneNames::noiseOfRuns_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("checksum");
    QTest::addColumn<bool>("same");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *model, int length, int checksum, bool same, const char *text) {
        QTest::newRow(name) << QString::fromLatin1(model) << length << checksum << same << QString::fromUtf8(text);
    };
    row("the same", "tiny", 12, 0xabc, true, "same noise · seed 1 · abc");
    row("another model, the same noise", "twin", 12, 0xabc, true, "same noise · seed 1 · abc");
    row("a model that is not here, the same noise", "gone", 12, 0xabc, true, "same noise · seed 1 · abc");
    row("another", "tiny", 12, 0xdef, false, "other noise than A");
    row("a chosen length", "tiny", 9, 0xdef, false, "same noise in the first 9 positions: N 9, A has 12");
    row("wider", "wide", 12, 0xdef, false, "other noise: embedding width 64, A has 32");
    row("a model that is not here", "gone", 12, 0xdef, false, "other noise: another model than A");
    row("not known, as in old files", "tiny", 12, 0, true, "same noise · seed 1");
}

void TestLaneNames::noiseOfRuns()
{
    QFETCH(QString, model);
    QFETCH(int, length);
    QFETCH(int, checksum);
    m_session->compare({{}, {}});
    show(0, QStringLiteral("tiny"), 12, 10, 0xabc);
    show(1, model, length, 10, checksum == 0 ? std::nullopt : std::optional<std::uint32_t>(checksum));
    const NoiseBadge badge = noiseBadge(lane(1), *m_session);
    QTEST(badge.text, "text");
    QTEST(badge.same, "same");
}

void TestLaneNames::noiseOfItsOwn()
{
    LaneChanges other;
    other.seed = 5;
    m_session->compare({other, {}, {}}); // the first lane is the odd one
    QVERIFY(!noiseBadge(lane(0), *m_session).same);
    QVERIFY2(noiseBadge(lane(0), *m_session).text.contains(QStringLiteral("noise of its own")),
             qPrintable(noiseBadge(lane(0), *m_session).text));
}

void TestLaneNames::honestyOfAPlan()
{
    m_session->compare({{}, ofModel(QStringLiteral("long"))});
    QCOMPARE(laneHonesty(lane(0), *m_session), (QStringList{QStringLiteral("not run yet"), QStringLiteral("tiny")}));
    // No engine can be started here: the lane with a model of its own says so, the other one does not.
    const QString folder = QString::fromStdString(lane(1).changes().model->folder);
    QTRY_VERIFY(!m_session->engines()->problem(folder).isEmpty());
    const QStringList told = laneHonesty(lane(1), *m_session);
    QCOMPARE(told.mid(0, 2), (QStringList{QStringLiteral("not run yet"), QStringLiteral("long")}));
    QVERIFY2(told.value(2).contains(QStringLiteral("/no/such/engine")), qPrintable(told.join(u' ')));
    QCOMPARE(modelProblem(lane(1), *m_session), told.value(2));
    QCOMPARE(modelProblem(lane(0), *m_session), QString());
}

void TestLaneNames::honestyOfRuns()
{
    m_session->compare({{}, {}});
    show(0, QStringLiteral("wide"), 12, 10, std::nullopt);
    const QStringList told = laneHonesty(lane(0), *m_session);
    QVERIFY2(told.contains(QStringLiteral("wide")) && told.contains(QStringLiteral("M 10")) &&
                 told.contains(QStringLiteral("seed 1")) && told.contains(QStringLiteral("as in its training")),
             qPrintable(told.join(u'|')));
    auto *failed = new Run(RunFeeder::request(12, 200, 10));
    failed->fail(QStringLiteral("The weights are cut short"));
    m_session->runs()->add(failed);
    lane(1).film()->setRun(failed);
    QVERIFY2(laneHonesty(lane(1), *m_session).join(u' ').contains(QStringLiteral("The weights are cut short")),
             qPrintable(laneHonesty(lane(1), *m_session).join(u'|')));
    QVERIFY(laneHonesty(lane(1), *m_session).contains(QStringLiteral("tiny"))); // it would have been
}

void TestLaneNames::offItsTraining()
{
    m_session->compare({{}, {}});
    QCOMPARE(offTraining(lane(0), *m_session), QString());
    show(0, QStringLiteral("tiny"), 12, 10, std::nullopt, 1, "uniform");
    QVERIFY(!offTraining(lane(0), *m_session).isEmpty());
    QVERIFY(laneHonesty(lane(0), *m_session).contains(QStringLiteral("off its training")));
    QCOMPARE(laneHonesty(lane(0), *m_session).last(), offTraining(lane(0), *m_session));
    show(0, QStringLiteral("gone"), 12, 10, std::nullopt, 1, "uniform"); // nobody knows
    QCOMPARE(offTraining(lane(0), *m_session), QString());
}

QTEST_GUILESS_MAIN(TestLaneNames)
#include "tst_lanenames.moc"
