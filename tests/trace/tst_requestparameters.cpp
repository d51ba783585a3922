// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of request parameters: texts, ranges, JSON, and the model's defaults.
#include "protocol/ModelDefaults.h"
#include "trace/PlanJson.h"
#include "trace/RequestParameters.h"
#include "trace/RunCommand.h"
#include "trace/RunJson.h"
#include <QTest>
#include <cmath>
#include <set>

using namespace ard;
using Kind = RequestParameter::Kind;

class TestRequestParameters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsAreInOrder()
    {
        std::set<std::string> names, keys;
        for (const RequestParameter &parameter : requestParameters()) {
            QVERIFY2(names.insert(parameter.name).second && keys.insert(parameter.key).second, parameter.name.c_str());
            QVERIFY2(!parameter.title.empty() && !parameter.help.empty(), parameter.name.c_str());
            QCOMPARE(parameter.defaultValue().index(), static_cast<std::size_t>(parameter.kind));
            QCOMPARE(parameter.choices.empty(), parameter.kind != Kind::Choice);
            QVERIFY2(checkParameter(parameter, GenerationRequest{}), parameter.name.c_str());
            QCOMPARE(&requestParameter(parameter.name), &parameter);
        }
    }

    void texts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        const auto row = [](const char *name, const char *text, bool isGood) {
            QTest::addRow("%s %s", name, text) << QString::fromLatin1(name) << QString::fromLatin1(text) << isGood;
        };
        row("seed", "0", true);
        row("seed", "18446744073709551615", true);
        for (const char *bad : {"18446744073709551616", "-1", "", " 1", "1 ", "+1", "0x10", "1.0", "1e3", "one"})
            row("seed", bad, false);
        row("steps", "1", true);
        row("steps", "1000000", true);
        for (const char *bad : {"0", "-3", "1000001", "", "2.5", "99999999999999999999"})
            row("steps", bad, false);
        for (const char *good : {"0", "1", "0.5", "1e-3"})
            row("eta", good, true);
        for (const char *bad : {"-0.1", "1.01", "nan", "inf", "", "0,5", "half"})
            row("eta", bad, false);
        for (const char *good : {"0", "0.01", "100"})
            row("noise-top-p", good, true);
        for (const char *bad : {"0.001", "100.5", "-1"})
            row("noise-top-p", bad, false);
        for (const char *good : {"0", "0.7", "1", "100"})
            row("temperature", good, true);
        for (const char *bad : {"0.001", "101", "-1", "warm"})
            row("temperature", bad, false);
        for (const char *good : {"0.001", "0.95", "1"})
            row("top-p", good, true);
        for (const char *bad : {"0", "1.1", "-1", "nan"})
            row("top-p", bad, false);
        row("stop-when-settled", "0", true);
        row("clamp", "expected", true);
        row("clamp", "Expected", false);
        row("clamp", "", false);
        row("solver", "dpm++2m", true);
        row("solver", "euler", false);
        for (const char *good : {"agreement", "likelihood", "mixed"})
            row("choose", good, true);
        for (const char *bad : {"verse", "Mixed", "", "agreement,mixed"})
            row("choose", bad, false);
    }

    void texts()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        const RequestParameter &parameter = requestParameter(name.toStdString());
        const auto value = parseParameter(parameter, text.toStdString());
        QCOMPARE(value.has_value(), isGood);
        if (!value) {
            const QString sentence = QString::fromStdString(value.error().message);
            QVERIFY2(sentence.startsWith(name + QStringLiteral(" must be ")), qPrintable(sentence));
            QVERIFY2(sentence.size() < 120 && !sentence.contains(QLatin1Char('\n')), qPrintable(sentence));
            return;
        }
        GenerationRequest request;
        parameter.set(request, *value);
        QVERIFY(parameter.get(request) == *value);
        QVERIFY(checkParameter(parameter, request));
        QVERIFY(*parseParameter(parameter, parameterText(*value)) == *value);
    }

    void requestsAreChecked()
    {
        GenerationRequest request;
        QVERIFY(checkParameters(request));
        request.eta = std::nan("");
        QVERIFY(!checkParameters(request));
        request = {};
        request.samplingSteps = 0;
        QCOMPARE(QString::fromStdString(checkParameters(request).error().message),
                 QStringLiteral("steps must be a whole number from 1 to 1000000, not 0"));
        request.ruler.kind = "list"; // which says itself how many
        QVERIFY(checkParameters(request));
        request.noiseTopP = 0.001;
        QCOMPARE(QString::fromStdString(checkParameters(request).error().message),
                 QStringLiteral("noise-top-p must be 0 or from 0.01 to 100, not 0.001"));
    }

    void jsonBothWays()
    {
        GenerationRequest request;
        request.source = "a";
        for (const RequestParameter &parameter : requestParameters()) {
            const ParameterValue before = parameter.get(request);
            ParameterValue other = parameter.kind == Kind::Whole ? ParameterValue(std::int64_t{7})
                : parameter.kind == Kind::Number                 ? ParameterValue(0.25)
                : parameter.kind == Kind::Seed                   ? ParameterValue(UINT64_MAX)
                : parameter.kind == Kind::Switch                 ? ParameterValue(!std::get<bool>(before))
                                                                 : ParameterValue(parameter.choices.back().name);
            parameter.set(request, other);
            QVERIFY2(parameter.get(request) != before, parameter.name.c_str());
        }
        const nlohmann::json json = requestToJson(request);
        ReadStatus status;
        const auto read = readFields<GenerationRequest>(FieldReader(json, "", status));
        QVERIFY2(status.ok(), status.status().error().message.c_str());
        for (const RequestParameter &parameter : requestParameters()) {
            QVERIFY2(json.contains(parameter.key), parameter.key.c_str());
            QVERIFY2(parameter.get(read) == parameter.get(request), parameter.key.c_str());
        }
    }

    void jsonIsChecked()
    {
        for (const RequestParameter &parameter : requestParameters())
            for (const nlohmann::json &bad : {nlohmann::json(-1), nlohmann::json("nonsense"), nlohmann::json(nullptr),
                                              nlohmann::json(1e300), nlohmann::json::array()}) {
                const nlohmann::json json{{"source", "a"}, {parameter.key, bad}};
                ReadStatus status;
                (void)readFields<GenerationRequest>(FieldReader(json, "", status));
                QVERIFY2(!status.ok(), (parameter.key + " " + bad.dump()).c_str());
                QVERIFY2(status.status().error().message.find(parameter.key) != std::string::npos,
                         status.status().error().message.c_str());
            }
    }

    /// What would take half a gigabyte in memory is refused for its number of rows; what a schedule can need is not.
    void tablesAreBounded()
    {
        const auto read = [](std::size_t width, std::size_t rows, int diffusionSteps) {
            TimestepScheduleSpec spec;
            spec.kind = "custom";
            spec.diffusionSteps = diffusionSteps;
            spec.table = std::make_shared<const ScheduleTable>(rows, std::vector<int>(width, 1));
            const nlohmann::json json = fieldsToJson(spec);
            ReadStatus status;
            const auto back = readFields<TimestepScheduleSpec>(FieldReader(json, "", status));
            return status.ok() && *back.table == *spec.table;
        };
        QVERIFY(read(1, 200, 200));
        QVERIFY(!read(1, 201, 200));
        QVERIFY(read(16, 3200, 200)); // one word after the other
        QVERIFY(!read(16, 3201, 200));
        QVERIFY(read(1, 100'000, 0)); // the model's, not known yet
        QVERIFY(!read(1, 100'001, 0));
    }

    void scheduleParametersAreBoundByNAndT()
    {
        TimestepScheduleSpec spec;
        spec.length = 12;
        spec.diffusionSteps = 200;
        for (const ScheduleParameter &parameter : scheduleParameters()) {
            if (parameter.name == "lag")
                QCOMPARE(parameter.largest(spec), 200.0);
            if (parameter.name == "block")
                QCOMPARE(parameter.largest(spec), 12.0);
            QCOMPARE(parameter.largest({}),
                     parameter.limit == ScheduleParameter::Limit::DiffusionSteps ? std::min(parameter.maximum, 2000.0)
                                                                                 : parameter.maximum);
        }
    }

    void modelsDefaultsFillWhatIsNotGiven()
    {
        protocol::ModelSummary model;
        model.defaultSamplingSteps = 5;
        model.defaultClamp = ClampMode::Expected;
        model.trainedAnchorScale = 3;
        model.trainedSchedules = {"uniform"};
        GenerationRequest request;
        takeModelDefaults(request, model, {});
        QCOMPARE(request.samplingSteps, 5);
        QVERIFY(request.clamp == ClampMode::Expected);
        QCOMPARE(request.schedule.anchorScale, 3.0);
        QCOMPARE(request.schedule.kind, std::string("uniform"));
        GenerationRequest given;
        takeModelDefaults(given, model, {"steps", "clamp", "anchor-scale", "schedule"});
        QCOMPARE(given.samplingSteps, GenerationRequest{}.samplingSteps);
        QVERIFY(given.clamp == ClampMode::Nearest);
        QCOMPARE(given.schedule.anchorScale, 2.0);
        QCOMPARE(given.schedule.kind, std::string("ar-diffusion"));
    }

    void anotherClampTakesNoTemperature()
    {
        GenerationRequest request;
        request.temperature = 0.5; // of an autoregressive model, whatever its clamp
        takeClamp(request, ClampMode::Expected);
        takeClamp(request, ClampMode::Drawn);
        request.topP = 0.9;
        QCOMPARE(request.temperature, 0.5);
        takeClamp(request, ClampMode::Drawn);
        QCOMPARE(request.temperature, 0.5);
        requestParameter("clamp").set(request, clampName(ClampMode::Nearest));
        QVERIFY(request.clamp == ClampMode::Nearest);
        QCOMPARE(request.temperature, 0.0);
        QCOMPARE(request.topP, 1.0);
    }

    void commandsOfRuns()
    {
        const auto command = [](const GenerationRequest &asked, const std::string &model) {
            const std::vector<std::string> all = runCommands(asked, model);
            return all.size() == 1 ? all.front() : std::string("not one");
        };
        GenerationRequest request;
        request.source = "two dogs";
        request.schedule.length = 12;
        QCOMPARE(command(request, "models/tiny"),
                 std::string("ardiff generate --model models/tiny --source 'two dogs' --schedule ar-diffusion "
                             "--anchor-scale 2 --steps 20 --seed 1 --clamp nearest --length 12"));
        request.source = "it's $HOME; `x`";
        request.schedule = {.kind = "lagged", .lag = 7};
        request.ruler = {"list", 5, {199, 20, 0}};
        request.samplingSteps = 2;
        request.seed = UINT64_MAX;
        request.eta = 0.25;
        request.clamp = ClampMode::None;
        QCOMPARE(command(request, "my models/a"),
                 std::string("ardiff generate --model 'my models/a' --source 'it'\\''s $HOME; `x`' --schedule lagged "
                             "--lag 7 --ruler list=199,20,0 --steps 2 --seed 18446744073709551615 --eta 0.25 "
                             "--clamp none"));
        request.schedule.kind = "custom";
        QVERIFY(command(request, "a").find(" --schedule custom --table table.csv") != std::string::npos);
    }

    void commandsOfBranches()
    {
        GenerationRequest request;
        request.source = "dogs";
        request.schedule.kind = "uniform";
        Continuation first, second;
        first.fromCall = 5;
        first.changes = {{PositionChange::Kind::Pin, 3, 17, "\u2581it's"}, {PositionChange::Kind::Renoise, 4, -1, {}}};
        first.seed = 8;
        second.fromCall = 0;
        second.changes = {{PositionChange::Kind::Replace, 0, -1, "a b"}};
        second.schedule = {.kind = "lagged", .lag = 7};
        second.ruler = RulerSpec{"tail", 3, {}};
        second.samplingSteps = 9;
        request.continuations = {first, second};
        QCOMPARE(runCommands(request, "m"),
                 (std::vector<std::string>{
                     "ardiff generate --model m --source dogs --schedule uniform --steps 20 --seed 1 --clamp nearest "
                     "--trace run-1.ardrun",
                     "ardiff generate --model m --continue-from run-1.ardrun --at 5 --pin '3=#17' --renoise 4 --seed 8 "
                     "--trace run-2.ardrun",
                     "ardiff generate --model m --continue-from run-2.ardrun --at 0 --replace '0=a b' "
                     "--schedule lagged --lag 7 --ruler tail=3 --steps 9"}));
    }
};

QTEST_APPLESS_MAIN(TestRequestParameters)
#include "tst_requestparameters.moc"
