// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered and what is typed: settings, the form and its plan, command lines, the model library, the log.
#include "folder/ModelSummary.h"
#include "session/AppSettings.h"
#include "session/CommandLine.h"
#include "session/CoreTexts.h"
#include "session/GenerationForm.h"
#include "session/LogBuffer.h"
#include "session/ModelLibrary.h"
#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;

namespace {

const char *const kModel = R"({"format": 1, "name": "%1", "task": "facts to a sentence", "licence": "CC0-1.0",
    "hint": "type facts", "examples": ["a", "b"], "parameters": 1000, "default_sampling_steps": 7,
    "architecture": {"vocabulary": 300}, "diffusion": {"length": 16, "diffusion_steps": 200},
    "training": {"timestep_schedules": ["ar-diffusion", "uniform"], "anchor_scale": 2.5}})";

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray modelJson(const char *name)
{
    return QString::fromLatin1(kModel).arg(QLatin1String(name)).toUtf8();
}

void writeModel(const QString &folder, const char *name)
{
    writeFile(folder + QStringLiteral("/model.json"), modelJson(name));
}

protocol::ModelSummary tinyModel()
{
    return *parseModelSummary(modelJson("tiny").toStdString(), "model.json");
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roundTrip();
    void defaultsForNonsense();
    void changeSignals();
    void recentFiles();
    void ownFile();
    void commandLine_data();
    void commandLine();
    void commandLineErrors();
    void formFollowsTheModel();
    void theClampIsTheModels();
    void formProblems();
    void formMakesAScheduleOnce();
    void formParametersCoverTheRegistry();
    void textsOfTheCoreAreTranslated();
    void formAnnouncesOnlyChanges();
    void formTakesTheSettingsOfARun();
    void modelFixesTheKindUntilOneIsChosen();
    void samplingStepsComeBackAfterAList();
    void whatCannotBeReadCannotBeRun();
    void library();
    void logIsBounded();
};

void TestSettings::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("ardiff-explorer-test"));
}

void TestSettings::roundTrip()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("explorer.ini"));
    {
        AppSettings settings(path);
        settings.setTheme(AppSettings::Theme::Dark);
        settings.setEngineCommand(QStringLiteral("ssh gpu-box \"ardiff\" serve, now; x=1"));
        settings.setModelFolders({QStringLiteral("/a b"), QStringLiteral("/c,d")});
        settings.setLastModel(QStringLiteral("/models/tiny"));
        settings.addRecentFile(QStringLiteral("/runs/ä.ardrun"));
        settings.setPlaybackSpeed(8);
        settings.setLooping(true);
        settings.setColourQuantity(AppSettings::ColourQuantity::Entropy);
        settings.setWindowGeometry(QByteArray("\x00\xff\x01", 3));
        settings.setWindowState(QByteArray("state"));
    }
    const AppSettings settings(path);
    QCOMPARE(settings.theme(), AppSettings::Theme::Dark);
    QCOMPARE(settings.engineCommand(), QStringLiteral("ssh gpu-box \"ardiff\" serve, now; x=1"));
    QCOMPARE(settings.modelFolders(), (QStringList{QStringLiteral("/a b"), QStringLiteral("/c,d")}));
    QCOMPARE(settings.lastModel(), QStringLiteral("/models/tiny"));
    QCOMPARE(settings.recentFiles(), QStringList{QStringLiteral("/runs/ä.ardrun")});
    QCOMPARE(settings.playbackSpeed(), 8.0);
    QVERIFY(settings.looping());
    QCOMPARE(settings.colourQuantity(), AppSettings::ColourQuantity::Entropy);
    QCOMPARE(settings.windowGeometry(), QByteArray("\x00\xff\x01", 3));
    QCOMPARE(settings.windowState(), QByteArray("state"));
}

void TestSettings::defaultsForNonsense()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("explorer.ini"));
    writeFile(path, "[appearance]\ntheme=Purple\n[playback]\nspeed=1e9\n[plane]\ncolour=17\n");
    const AppSettings settings(path);
    QCOMPARE(settings.theme(), AppSettings::Theme::System);
    QCOMPARE(settings.playbackSpeed(), 4.0);
    QCOMPARE(settings.colourQuantity(), AppSettings::ColourQuantity::NoiseLevel);
    QVERIFY(settings.recentFiles().isEmpty());
    QVERIFY(settings.engineCommand().isEmpty());
}

void TestSettings::changeSignals()
{
    const QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("explorer.ini")));
    QSignalSpy theme(&settings, &AppSettings::themeChanged);
    QSignalSpy speed(&settings, &AppSettings::playbackSpeedChanged);
    QSignalSpy command(&settings, &AppSettings::engineCommandChanged);
    QSignalSpy colour(&settings, &AppSettings::colourQuantityChanged);
    settings.setTheme(AppSettings::Theme::System); // it is already
    settings.setTheme(AppSettings::Theme::Light);
    settings.setTheme(AppSettings::Theme::Light);
    settings.setPlaybackSpeed(4);
    settings.setPlaybackSpeed(2);
    settings.setEngineCommand(QStringLiteral("x"));
    settings.setEngineCommand(QStringLiteral("x"));
    settings.setColourQuantity(AppSettings::ColourQuantity::Probability);
    QCOMPARE(theme.size(), 1);
    QCOMPARE(speed.size(), 1);
    QCOMPARE(command.size(), 1);
    QCOMPARE(colour.size(), 1);
}

void TestSettings::recentFiles()
{
    const QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("explorer.ini")));
    for (int i = 0; i < 14; ++i)
        settings.addRecentFile(QStringLiteral("/runs/%1.ardrun").arg(i));
    QCOMPARE(settings.recentFiles().size(), AppSettings::kMaxRecentFiles);
    QCOMPARE(settings.recentFiles().first(), QStringLiteral("/runs/13.ardrun"));
    settings.addRecentFile(QStringLiteral("/runs/9.ardrun"));
    QCOMPARE(settings.recentFiles().first(), QStringLiteral("/runs/9.ardrun"));
    QCOMPARE(settings.recentFiles().count(QStringLiteral("/runs/9.ardrun")), 1);
    settings.removeRecentFile(QStringLiteral("/runs/9.ardrun"));
    QVERIFY(!settings.recentFiles().contains(QStringLiteral("/runs/9.ardrun")));
    settings.clearRecentFiles();
    QVERIFY(settings.recentFiles().isEmpty());
}

void TestSettings::ownFile()
{
    const AppSettings settings;
    QVERIFY(settings.filePath().endsWith(QStringLiteral("explorer.ini")));
    QVERIFY(settings.filePath().startsWith(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)));
}

void TestSettings::commandLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *text, const QStringList &words) {
        QTest::newRow(text) << QString::fromUtf8(text) << words;
    };
    row("ssh gpu-box ardiff serve", {"ssh", "gpu-box", "ardiff", "serve"});
    row("  a\t b ", {"a", "b"});
    row("'my folder/ardiff' serve", {"my folder/ardiff", "serve"});
    row("a \"b \\\"c\\\" \\d\" e", {"a", "b \"c\" \\d", "e"});
    row("a\\ b 'it'\\''s' ''", {"a b", "it's", ""});
    row("ssh host 'cd x && ./ardiff serve'", {"ssh", "host", "cd x && ./ardiff serve"});
    row("~/a $HOME *", {"~/a", "$HOME", "*"});
}

void TestSettings::commandLine()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    const auto split = splitCommandLine(text);
    QVERIFY(split);
    QCOMPARE(*split, words);
    QStringList quoted;
    for (const QString &word : words)
        quoted << quoteWord(word);
    QCOMPARE(*splitCommandLine(quoted.join(QLatin1Char(' '))), words);
}

void TestSettings::commandLineErrors()
{
    for (const char *text : {"", "   ", "a 'b", "\"", "''"})
        QVERIFY2(!splitCommandLine(QString::fromLatin1(text)), text);
}

void TestSettings::theClampIsTheModels()
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

void TestSettings::formFollowsTheModel()
{
    GenerationForm form;
    QVERIFY(!form.hasPlan());
    QVERIFY(!form.problem().isEmpty());
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
    QVERIFY(!form.offDistribution().isEmpty());
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
    QVERIFY(!form.offDistribution().isEmpty());
}

void TestSettings::formMakesAScheduleOnce()
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

void TestSettings::formProblems()
{
    GenerationForm form;
    form.setModel(tinyModel());
    QVERIFY(form.runProblem().contains(QStringLiteral("source")));
    form.setSource(QStringLiteral("name[Blue Spice]"));
    QVERIFY(form.runProblem().isEmpty());
    form.setSamplingSteps(0);
    QVERIFY(!form.problem().isEmpty());
    QVERIFY(!form.runProblem().isEmpty());
    form.setSamplingSteps(217);
    QVERIFY(form.problem().contains(QStringLiteral("216")));
    form.setSamplingSteps(216);
    QVERIFY(form.problem().isEmpty());
    form.setScheduleKind(QStringLiteral("nonsense"));
    QVERIFY(!form.problem().isEmpty());
    form.setScheduleKind(QStringLiteral("ar-diffusion"));
    form.setScheduleParameter(QStringLiteral("anchor-scale"), 0);
    QVERIFY(!form.problem().isEmpty());
    form.setScheduleParameter(QStringLiteral("anchor-scale"), 2);
    form.setParameter("eta", double(1.5));
    QVERIFY(form.problem().contains(QStringLiteral("Eta")));
    form.setParameter("eta", double(std::numeric_limits<double>::quiet_NaN()));
    QVERIFY(!form.problem().isEmpty());
    form.setParameter("eta", double(0));
    QVERIFY(form.problem().isEmpty());
}

void TestSettings::formParametersCoverTheRegistry()
{
    GenerationForm form;
    QSignalSpy changed(&form, &GenerationForm::changed);
    for (const ScheduleParameter &parameter : scheduleParameters()) {
        form.setScheduleParameter(QString::fromStdString(parameter.name), parameter.minimum + 1);
        QCOMPARE(parameter.get(form.values().schedule), parameter.minimum + 1);
    }
    QCOMPARE(changed.size(), qsizetype(scheduleParameters().size()));
    form.setScheduleParameter(QStringLiteral("nonsense"), 1);
    QCOMPARE(changed.size(), qsizetype(scheduleParameters().size()));
}

void TestSettings::textsOfTheCoreAreTranslated()
{
    QFile file(QStringLiteral(ARD_TEST_FIXTURES "/../../resources/i18n/explorer_de.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString all = QString::fromUtf8(file.readAll());
    QVERIFY(!all.contains(QStringLiteral("type=\"unfinished\"")));
    const QString core =
        all.section(QStringLiteral("<name>Core</name>"), 1).section(QStringLiteral("</context>"), 0, 0);
    QStringList texts;
    for (const auto &kind : timestepScheduleKinds()) {
        texts << QString::fromStdString(kind.title) << QString::fromStdString(kind.help);
        for (const auto &parameter : kind.parameters)
            texts << QString::fromStdString(parameter.help) << parameterTitle(parameter.name);
    }
    for (const auto &kind : rulerKinds())
        texts << QString::fromStdString(kind.title) << QString::fromStdString(kind.help);
    for (const RequestParameter &parameter : requestParameters()) {
        texts << QString::fromStdString(parameter.title) << QString::fromStdString(parameter.help);
        for (const ParameterChoice &choice : parameter.choices)
            texts << QString::fromStdString(choice.title);
    }
    for (const QString &text : texts)
        QVERIFY2(core.contains(QStringLiteral("<source>%1</source>").arg(text.toHtmlEscaped())), qPrintable(text));
}

void TestSettings::formAnnouncesOnlyChanges()
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

/// All of the request, whatever parameters there are: none is left behind, and no default of a model replaces one.
void TestSettings::formTakesTheSettingsOfARun()
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

void TestSettings::modelFixesTheKindUntilOneIsChosen()
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

void TestSettings::samplingStepsComeBackAfterAList()
{
    GenerationForm form;
    form.setModel(tinyModel());
    form.setSamplingSteps(9);
    form.setRuler({"list", 1, {100, 50}});
    QCOMPARE(form.values().samplingSteps, 3);
    form.setRuler({});
    QCOMPARE(form.values().samplingSteps, 9);
}

void TestSettings::whatCannotBeReadCannotBeRun()
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

void TestSettings::library()
{
    const QTemporaryDir folder;
    writeModel(folder.filePath(QStringLiteral("b/zebra")), "Zebra");
    writeModel(folder.filePath(QStringLiteral("b/apple")), "Apple");
    writeFile(folder.filePath(QStringLiteral("b/broken/model.json")), "{\"format\": 1");
    QDir().mkpath(folder.filePath(QStringLiteral("b/empty")));
    qputenv("ARDIFF_MODELS", folder.filePath(QStringLiteral("b")).toUtf8());
    ModelLibrary library;
    QVERIFY(library.searchFolders().contains(QFileInfo(folder.filePath(QStringLiteral("b"))).canonicalFilePath()));
    QSignalSpy changed(&library, &ModelLibrary::modelsChanged);
    library.refreshNow();
    QCOMPARE(changed.size(), 1);
    QVERIFY(library.find(QStringLiteral("apple")));
    QVERIFY(library.find(folder.filePath(QStringLiteral("b/zebra/"))));
    QVERIFY(!library.find(QStringLiteral("nothing")));
    QVERIFY(!library.find(QString()));
    QCOMPARE(library.problems().size(), 1);
    QVERIFY(library.problems().first().contains(QStringLiteral("broken")));
    const auto mine = [&library] { // the bundled models may have some, too
        QList<ExampleRun> runs;
        for (const ExampleRun &run : library.exampleRuns())
            if (run.model == QStringLiteral("Zebra"))
                runs << run;
        return runs;
    };
    QVERIFY(mine().isEmpty());
    writeFile(folder.filePath(QStringLiteral("b/zebra/runs/long_sentence.ardrun")), "x");
    writeFile(folder.filePath(QStringLiteral("b/zebra/runs/a_failure.ardrun")), "x");
    writeFile(folder.filePath(QStringLiteral("b/zebra/runs/notes.txt")), "x");
    library.refreshNow();
    QCOMPARE(mine().size(), 2);
    QCOMPARE(mine().first().title, QStringLiteral("a failure"));
    QVERIFY(mine().last().path.endsWith(QStringLiteral("zebra/runs/long_sentence.ardrun")));
    changed.clear();

    writeModel(folder.filePath(QStringLiteral("extra")), "Extra");
    library.setExtraFolders(
        {folder.filePath(QStringLiteral("extra")), folder.filePath(QStringLiteral("b")), QStringLiteral("/nowhere")});
    QVERIFY(library.isSearching());
    QVERIFY(changed.wait());
    QVERIFY(!library.isSearching());
    QVERIFY(library.find(QStringLiteral("extra"))); // a folder that is a model itself
    int apples = 0;
    for (const auto &model : library.models())
        apples += model.name == "Apple";
    QCOMPARE(apples, 1); // found twice, listed once
    qunsetenv("ARDIFF_MODELS");
}

void TestSettings::logIsBounded()
{
    LogBuffer log(3);
    QSignalSpy dropped(&log, &LogBuffer::droppedFirst);
    for (int i = 0; i < 5; ++i)
        log.append(QStringLiteral("info"), QStringLiteral("line %1").arg(i));
    QCOMPARE(log.size(), 3);
    QCOMPARE(dropped.size(), 2);
    QCOMPARE(log.line(0).text, QStringLiteral("line 2"));
    log.append({}, QString(100'000, QLatin1Char('x')));
    QVERIFY(log.line(2).text.size() <= 4000);
    log.clear();
    QCOMPARE(log.size(), 0);
    QVERIFY(log.allText().isEmpty());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
