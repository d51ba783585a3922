// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way of a learned timestep schedule: a training that learns one in seconds, the model folder, and every command
// that runs it.
#include "base/Files.h"
#include "cli/SmallTraining.h"
#include "trace/RunFile.h"
#include <QTest>
#include <algorithm>

using namespace ard;
using namespace ard::test;

class TestLearnedCommands : public QObject {
    Q_OBJECT

private:
    TestFolder m_folder;
    const QString m_source = QStringLiteral("agent: two dogs | action: chase | object: a ball");

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList withModel(const QString &command, const QStringList &more) const
    {
        return QStringList{command, "--model", path("run/model")} + more;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *split : {"train", "valid"})
            QCOMPARE(drawPairs(m_folder, 300, split).status, 0);
        const Outcome prepared = prepareWords(m_folder, 300);
        QVERIFY2(prepared.status == 0, prepared.error.c_str());
        nlohmann::json config = smallNetwork();
        config.update({{"draw", {{"ar-diffusion", 0.5}, {"learned", 0.5}, {"learned_every", 20}}},
                       {"batch", 32},
                       {"steps", 150},
                       {"warmup", 10},
                       {"learning_rate", 5e-3},
                       {"log_every", 50}});
        m_folder.file("train.json", config.dump());
        const Outcome trained = ardiff(
            {"train", "--config", path("train.json"), "--data", path("data"), "--out", path("run"), "--device", "cpu"});
        QVERIFY2(trained.status == 0, trained.error.c_str());
    }

    void theModelHasOne()
    {
        const auto json = jsonOf({"info", path("run/model")});
        QCOMPARE(json.at("learned_timesteps").at("timesteps").size(), std::size_t(16));
        QVERIFY(json.at("training").at("timestep_schedules") == nlohmann::json({"ar-diffusion", "learned"}));
        QVERIFY(ardiff({"info", path("run/model")}).out.find("of 16 positions") != std::string::npos);
        const auto text = readText(path("run/model/model.json").toStdString());
        QVERIFY(text.has_value());
        QVERIFY(nlohmann::json::parse(*text).at("learned_timesteps") == json.at("learned_timesteps"));
        QVERIFY(std::count(text->begin(), text->end(), '\n') < 200); // a row is a line
    }

    void itIsNoStraightLine()
    {
        const auto json = jsonOf(withModel("schedule", {"--kind", "learned", "--steps", "10"}));
        QCOMPARE(json.at("length").get<int>(), 16);
        QCOMPARE(json.at("diffusion_steps").get<int>(), 100);
        const auto uniform = jsonOf(withModel("schedule", {"--kind", "uniform", "--steps", "10"}));
        QVERIFY(json.at("timesteps") != uniform.at("timesteps"));
        QVERIFY(json.at("sentence_steps") == uniform.at("sentence_steps"));
    }

    void itIsRun()
    {
        const QString trace = path("run.ardrun"), rest = path("rest.ardrun");
        const auto json = jsonOf(
            withModel("generate", {"--source", m_source, "--schedule", "learned", "--steps", "6", "--trace", trace}));
        QVERIFY(json.is_array());
        const auto run = loadRun(trace.toStdString());
        QVERIFY2(run.has_value(), run ? "" : run.error().message.c_str());
        QCOMPARE(run->request.schedule.kind, std::string("learned"));
        QVERIFY(run->request.schedule.knots);
        const auto planned = jsonOf(withModel("schedule", {"--kind", "learned", "--steps", "6"}));
        QVERIFY(planned.at("timesteps") == nlohmann::json(run->plan.timesteps));
        // The run alone makes its plan: no model is needed to draw it.
        QCOMPARE(makeSamplingPlan(run->request.schedule, 6, run->request.ruler)->timesteps, run->plan.timesteps);
        const auto filled = jsonOf(withModel("fill", {"--run", trace, "--call", "3"}));
        QVERIFY(filled.at("model_calls").get<int>() > 1);
        const auto continued = jsonOf(withModel(
            "generate",
            {"--continue-from", trace, "--at", "2", "--schedule", "learned", "--steps", "3", "--trace", rest}));
        QCOMPARE(continued[0].at("model_calls").get<int>(), 3);
        QVERIFY(loadRun(rest.toStdString())->request.continuations.at(0).schedule->knots);
    }

    void itIsMeasured()
    {
        const QStringList few{"--refs", path("valid.refs.tsv"), "--limit", "3"};
        const auto evaluated =
            jsonOf(withModel("evaluate", few + QStringList{"--schedule", "learned", "--steps", "3"}));
        QCOMPARE(evaluated.at("schedule").get<std::string>(), std::string("learned"));
        const auto compared =
            jsonOf(withModel("compare", few + QStringList{"--schedules", "uniform,learned", "--steps", "2,3"}));
        QCOMPARE(compared.at("rows").size(), std::size_t(4));
        QCOMPARE(compared.at("rows").at(3).at("schedule").get<std::string>(), std::string("learned"));
    }

    void aModelWithoutOneSaysSo()
    {
        const std::filesystem::path folder = path("run/model").toStdString(), plain = path("plain").toStdString();
        std::filesystem::copy(folder, plain);
        auto json = nlohmann::json::parse(*readText(plain / "model.json"));
        json.erase("learned_timesteps");
        QVERIFY(writeAtomically(plain / "model.json", json.dump()));
        for (const QStringList &arguments :
             {QStringList{"schedule", "--kind", "learned", "--model", path("plain")},
              QStringList{"generate", "--model", path("plain"), "--source", "a", "--schedule", "learned"}}) {
            const Outcome outcome = ardiff(arguments);
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.error.find("has no learned timestep schedule") != std::string::npos,
                     outcome.error.c_str());
        }
        QVERIFY(ardiff({"info", path("plain")}).out.find("learned_timesteps          none") != std::string::npos);
        const Outcome nobodys = ardiff({"schedule", "--kind", "learned", "--length", "5"});
        QCOMPARE(nobodys.status, 2);
        QVERIFY2(nobodys.error.find("--model") != std::string::npos, nobodys.error.c_str());
        json["learned_timesteps"] = {{"levels", 1}, {"timesteps", {{0, 99}}}};
        QVERIFY(writeAtomically(plain / "model.json", json.dump()));
        const Outcome hostile = ardiff({"generate", "--model", path("plain"), "--source", "a"});
        QCOMPARE(hostile.status, 1);
        QVERIFY2(hostile.error.find("must be 16 rows of 2 timesteps") != std::string::npos, hostile.error.c_str());
    }
};

QTEST_GUILESS_MAIN(TestLearnedCommands)
#include "tst_learnedcommands.moc"
