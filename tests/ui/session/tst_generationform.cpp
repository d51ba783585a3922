// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The form: what it takes from a model and from a run, the plan it makes, and what it refuses.
#include "session/CoreTexts.h"
#include "session/GenerationForm.h"
#include "session/SameRequest.h"
#include "support/Refusal.h"
#include "ui/session/TinyModel.h"
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using ard::test::tinyModel;

class TestGenerationForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClampIsTheModels();
    void formFollowsTheModel();
    void formMakesAScheduleOnce();
    void requestsThatAskForTheSame();
    void formProblems();
    void formParametersCoverTheRegistry();
    void textsOfTheCoreAreTranslated_data();
    void textsOfTheCoreAreTranslated();
    void formAnnouncesOnlyChanges();
    void formTakesTheSettingsOfARun();
    void modelFixesTheKindUntilOneIsChosen();
    void samplingStepsComeBackAfterAList();
    void whatCannotBeReadCannotBeRun();
};

void TestGenerationForm::theClampIsTheModels()
{
    GenerationForm form;
    form.setModel(tinyModel());
    QCOMPARE(form.values().clamp, ClampMode::Nearest);
    protocol::ModelSummary other = tinyModel();
    other.defaultClamp = ClampMode::Expected;
    form.setModel(other);
    QCOMPARE(form.request().clamp, ClampMode::Expected);
    form.setModel(tinyModel());
    QCOMPARE(form.values().clamp, ClampMode::Nearest);
    form.setParameter("clamp", clampName(ClampMode::None));
    form.setModel(other); // what the user has chosen stays
    QCOMPARE(form.values().clamp, ClampMode::None);
}

void TestGenerationForm::formFollowsTheModel()
{
    GenerationForm form;
    QVERIFY(!form.hasPlan());
    ARD_SAYS(form.problem(), "model");
    auto model = tinyModel();
    QSignalSpy plans(&form, &GenerationForm::planChanged);
    form.setModel(model);
    QCOMPARE(plans.size(), 1);
    QVERIFY(form.hasPlan());
    QCOMPARE(form.values().samplingSteps, 7);
    QCOMPARE(form.values().schedule.anchorScale, 2.5);
    QCOMPARE(form.plan().modelCalls(), 7);
    QCOMPARE(form.plan().timesteps.front().size(), std::size_t(16));
    QCOMPARE(form.maximumSamplingSteps(), 216); // T + N
    QVERIFY(form.offDistribution().isEmpty());
    form.setScheduleParameter(QStringLiteral("anchor-scale"), 3);
    ARD_SAYS(form.offDistribution(), "anchor scale 2.5");
    form.setScheduleKind(QStringLiteral("uniform"));
    QVERIFY(form.offDistribution().isEmpty());
    QCOMPARE(form.maximumSamplingSteps(), 200);
    form.setSamplingSteps(9);
    QCOMPARE(form.request().schedule.length, 16);
    model.lengthHead = true; // then the engine chooses N, and the preview shows the longest
    form.setModel(model);
    QCOMPARE(form.request().schedule.length, 0);
    QCOMPARE(form.plan().timesteps.front().size(), std::size_t(16));
    form.takeRequest(form.request());
    QCOMPARE(form.request().schedule.length, 0);
    model.lengthHead = false;
    form.setModel(model);
    QCOMPARE(form.request().schedule.length, 16);
    model.defaultSamplingSteps = 20;
    model.trainedAnchorScale = 2;
    model.trainedSchedules = {"ar-diffusion"};
    form.setModel(model); // what the user has chosen stays
    QCOMPARE(form.values().samplingSteps, 9);
    QCOMPARE(form.values().schedule.anchorScale, 3.0);
    ARD_SAYS(form.offDistribution(), "timestep schedule Uniform");
}

void TestGenerationForm::formMakesAScheduleOnce()
{
    GenerationForm form;
    form.setModel(tinyModel());
    MadeSchedule made;
    made.spec = form.values().schedule;
    made.spec.kind = "custom";
    made.spec.table =
        std::make_shared<const ScheduleTable>(ScheduleTable{std::vector<int>(16, 199), std::vector<int>(16, 0)});
    made.schedule = fail(ErrorCode::InvalidArgument, "made elsewhere"); // to tell it from one made here
    form.setScheduleTable(made);
    QCOMPARE(form.problem(), QStringLiteral("made elsewhere"));
    form.setSamplingSteps(1);
    form.setParameter("eta", double(0.5));
    QCOMPARE(form.problem(), QStringLiteral("made elsewhere"));
    QCOMPARE(form.maximumSamplingSteps(), 0);
    auto model = tinyModel();
    model.diffusionSteps = 300;
    form.setModel(model); // for another model it has to be made again
    QVERIFY2(form.problem().contains(QStringLiteral("299")), qPrintable(form.problem()));
    model.diffusionSteps = 200;
    form.setModel(model);
    QVERIFY(form.hasPlan());
    QCOMPARE(form.maximumSamplingSteps(), 2);
}

void TestGenerationForm::requestsThatAskForTheSame()
{
    GenerationRequest asked;
    asked.source = "two dogs";
    asked.schedule.length = 0; // left to the model
    asked.schedule.kind = "block";
    asked.schedule.block = 8;
    asked.ruler = {"tail", 9, {}};
    QVERIFY(asksForTheSame(asked, asked));
    GenerationRequest run = asked; // as an engine whose model chose N = 5 really ran it
    run.schedule.length = 5;
    run.schedule.diffusionSteps = 2000;
    run.schedule.block = 5;
    run.ruler.tail = 4;
    QVERIFY(asksForTheSame(asked, run));
    run.schedule.block = 4;
    QVERIFY(!asksForTheSame(asked, run));
    run.schedule.block = 5;
    run.schedule.lag = 7; // not used
    run.continuations.emplace_back();
    QVERIFY(asksForTheSame(asked, run));
    run.schedule.length = 1; // one position has no tail
    run.schedule.block = 1;
    run.ruler = {};
    QVERIFY(asksForTheSame(asked, run));

    GenerationRequest other = asked;
    other.solver = Solver::DpmPlusPlus2M;
    run = other;
    run.eta = 0; // not used, comes back as 0
    QVERIFY(asksForTheSame(other, run));
    QVERIFY(!asksForTheSame(asked, run));
    other = asked;
    other.schedule.kind = "custom";
    run = other;
    const ScheduleTable table{{199, 199}, {0, 0}};
    other.schedule.table = std::make_shared<const ScheduleTable>(table);
    QVERIFY(!asksForTheSame(other, run));
    run.schedule.table = std::make_shared<const ScheduleTable>(table); // another copy, as it came over the wire
    QVERIFY(asksForTheSame(other, run));
    run.schedule.table = std::make_shared<const ScheduleTable>(ScheduleTable{{199, 199}, {5, 0}, {0, 0}});
    QVERIFY(!asksForTheSame(other, run));
    for (const auto &change : std::vector<std::function<void(GenerationRequest &)>>{
             [](auto &r) { r.source = "three dogs"; }, [](auto &r) { r.seed = 2; },
             [](auto &r) { r.samplingSteps = 3; }, [](auto &r) { r.clamp = ClampMode::None; },
             [](auto &r) { r.candidates = 2; }, [](auto &r) { r.schedule.kind = "uniform"; },
             [](auto &r) { r.ruler.tail = 3; }}) {
        run = asked;
        change(run);
        QVERIFY(!asksForTheSame(asked, run));
    }
}

void TestGenerationForm::formProblems()
{
    GenerationForm form;
    form.setModel(tinyModel());
    QVERIFY(form.runProblem().contains(QStringLiteral("source")));
    form.setSource(QStringLiteral("name[Blue Spice]"));
    QVERIFY(form.runProblem().isEmpty());
    form.setSamplingSteps(0);
    ARD_SAYS(form.problem(), "sampling steps must be at least 1, not 0");
    QCOMPARE(form.runProblem(), form.problem());
    form.setSamplingSteps(217);
    QVERIFY(form.problem().contains(QStringLiteral("216")));
    form.setSamplingSteps(216);
    QVERIFY(form.problem().isEmpty());
    form.setScheduleKind(QStringLiteral("nonsense"));
    ARD_SAYS(form.problem(), "nonsense");
    form.setScheduleKind(QStringLiteral("ar-diffusion"));
    form.setScheduleParameter(QStringLiteral("anchor-scale"), 0);
    ARD_SAYS(form.problem(), "The anchor scale must be above 0");
    form.setScheduleParameter(QStringLiteral("anchor-scale"), 2);
    form.setParameter("eta", double(1.5));
    QVERIFY(form.problem().contains(QStringLiteral("Eta")));
    form.setParameter("eta", double(std::numeric_limits<double>::quiet_NaN()));
    ARD_SAYS(form.problem(), "Eta");
    form.setParameter("eta", double(0));
    QVERIFY(form.problem().isEmpty());
}

void TestGenerationForm::formParametersCoverTheRegistry()
{
    GenerationForm form;
    QSignalSpy changed(&form, &GenerationForm::changed);
    for (const ScheduleParameter &parameter : scheduleParameters()) {
        form.setScheduleParameter(QString::fromStdString(parameter.name), parameter.minimum + 3);
        QCOMPARE(parameter.get(form.values().schedule), parameter.minimum + 3);
    }
    QCOMPARE(changed.size(), qsizetype(scheduleParameters().size()));
    form.setScheduleParameter(QStringLiteral("nonsense"), 1);
    QCOMPARE(changed.size(), qsizetype(scheduleParameters().size()));
}

void TestGenerationForm::textsOfTheCoreAreTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << QStringLiteral("de");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN");
}

void TestGenerationForm::textsOfTheCoreAreTranslated()
{
    QFETCH(QString, language);
    QFile file(QStringLiteral(ARD_TEST_FIXTURES "/../../resources/i18n/explorer_%1.ts").arg(language));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString all = QString::fromUtf8(file.readAll());
    QVERIFY(!all.contains(QStringLiteral("type=\"unfinished\"")));
    const QString core =
        all.section(QStringLiteral("<name>Core</name>"), 1).section(QStringLiteral("</context>"), 0, 0);
    QStringList texts;
    for (const auto &kind : timestepScheduleKinds()) {
        texts << QString::fromStdString(kind.title) << QString::fromStdString(kind.help);
        for (const auto &parameter : kind.parameters)
            texts << QString::fromStdString(parameter.help) << parameterTitle(parameter.name)
                  << parameterName(parameter.name);
    }
    for (const auto &kind : rulerKinds())
        texts << QString::fromStdString(kind.title) << QString::fromStdString(kind.help);
    for (const RequestParameter &parameter : requestParameters()) {
        texts << QString::fromStdString(parameter.title) << QString::fromStdString(parameter.help);
        for (const ParameterChoice &choice : parameter.choices)
            texts << QString::fromStdString(choice.title);
    }
    for (const QString &text : texts)
        QVERIFY2(core.contains(QStringLiteral("<source>%1</source>")
                                   .arg(text.toHtmlEscaped().replace(u'\'', QStringLiteral("&apos;")))),
                 qPrintable(text));
}

void TestGenerationForm::formAnnouncesOnlyChanges()
{
    GenerationForm form;
    QSignalSpy changed(&form, &GenerationForm::changed);
    form.setSeed(form.values().seed);
    form.setSamplingSteps(form.values().samplingSteps);
    form.setParameter("eta", double(form.values().eta));
    form.setSource({});
    form.setScheduleKind(QStringLiteral("ar-diffusion"));
    form.setScheduleParameter(QStringLiteral("anchor-scale"), form.values().schedule.anchorScale);
    QVERIFY(changed.isEmpty());
    form.setSeed(77);
    QCOMPARE(changed.size(), 1);
    form.newSeed();
    QVERIFY(form.values().seed < 1'000'000);
}

void TestGenerationForm::formTakesTheSettingsOfARun()
{
    GenerationForm form;
    form.setModel(tinyModel());
    GenerationRequest asked;
    asked.source = "a";
    asked.schedule.kind = "lagged";
    asked.schedule.lag = 15;
    asked.schedule.length = 999;
    asked.candidateLengths = {999, 3};
    asked.ruler = {"tail", 3, {}};
    for (const RequestParameter &parameter : requestParameters()) {
        if (parameter.kind == RequestParameter::Kind::Whole)
            parameter.set(asked, std::int64_t{12});
        else if (parameter.kind == RequestParameter::Kind::Number)
            parameter.set(asked, 0.5);
        else if (parameter.kind == RequestParameter::Kind::Seed)
            parameter.set(asked, std::uint64_t{1} << 40);
        else if (parameter.kind == RequestParameter::Kind::Choice)
            parameter.set(asked, parameter.choices.back().name);
    }
    asked.continuations.emplace_back();
    form.takeRequest(asked);
    const GenerationRequest taken = form.request();
    for (const RequestParameter &parameter : requestParameters()) {
        QVERIFY2(parameter.get(taken) == parameter.get(asked), parameter.name.c_str());
        QVERIFY2(parameter.get(taken) != parameter.defaultValue(), parameter.name.c_str());
    }
    QCOMPARE(taken.source, std::string("a"));
    QCOMPARE(taken.schedule.kind, std::string("lagged"));
    QCOMPARE(taken.schedule.lag, 15);
    QVERIFY(taken.ruler == asked.ruler);
    QCOMPARE(taken.schedule.length, 16); // the model's
    QVERIFY(taken.candidateLengths.empty() && taken.continuations.empty());
    QCOMPARE(form.plan().modelCalls(), 12);
    auto other = tinyModel();
    other.defaultSamplingSteps = 9;
    other.defaultClamp = ClampMode::Nearest;
    form.setModel(other); // what was taken stays
    QCOMPARE(form.values().samplingSteps, 12);
    QCOMPARE(form.values().clamp, asked.clamp);
}

void TestGenerationForm::modelFixesTheKindUntilOneIsChosen()
{
    GenerationForm form;
    auto twin = tinyModel();
    twin.trainedSchedules = {"autoregressive"};
    form.setModel(twin);
    QCOMPARE(form.values().schedule.kind, std::string("autoregressive"));
    form.setModel(tinyModel());
    QCOMPARE(form.values().schedule.kind, std::string("ar-diffusion"));
    form.setScheduleKind(QStringLiteral("uniform"));
    form.setModel(twin);
    QCOMPARE(form.values().schedule.kind, std::string("uniform"));
}

void TestGenerationForm::samplingStepsComeBackAfterAList()
{
    GenerationForm form;
    form.setModel(tinyModel());
    form.setSamplingSteps(9);
    form.setRuler({"list", 1, {100, 50}});
    QCOMPARE(form.values().samplingSteps, 3);
    form.setRuler({});
    QCOMPARE(form.values().samplingSteps, 9);
}

void TestGenerationForm::whatCannotBeReadCannotBeRun()
{
    GenerationForm form;
    form.setModel(tinyModel());
    form.setSource(QStringLiteral("a"));
    QVERIFY(form.runProblem().isEmpty());
    form.setUnreadable(QStringLiteral("the list is none"));
    QCOMPARE(form.runProblem(), QStringLiteral("the list is none"));
    form.setRuler({"list", 1, {100, 50}});
    QVERIFY(form.runProblem().isEmpty());
}

QTEST_GUILESS_MAIN(TestGenerationForm)
#include "tst_generationform.moc"
