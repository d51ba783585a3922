// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of a model.json, and what is refused.
#include "folder/ModelSummary.h"
#include <QTest>
#include <nlohmann/json.hpp>

using namespace ard;

namespace {

QByteArray modelJson()
{
    return R"({"format": 1, "name": "x", "task": "facts to a sentence", "licence": "CC0-1.0",
        "hint": "type facts", "examples": ["a", "b"], "parameters": 1000, "default_sampling_steps": 7,
        "architecture": {"vocabulary": 300}, "diffusion": {"length": 16, "diffusion_steps": 200},
        "training": {"timestep_schedules": ["ar-diffusion", "uniform"], "anchor_scale": 2.5}})";
}

} // namespace

class TestModelSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learnedTimestepsOfAModel();
    void defaultClamps();
    void embeddingWidth();
    void modelSummaryErrors_data();
    void modelSummaryErrors();
};

void TestModelSummary::defaultClamps()
{
    nlohmann::json json = nlohmann::json::parse(modelJson().toStdString());
    QCOMPARE(parseModelSummary(json.dump(), "model.json")->defaultClamp, ClampMode::Nearest);
    for (const std::string &name : clampNames()) {
        json["default_clamp"] = name;
        const auto summary = parseModelSummary(json.dump(), "model.json");
        QVERIFY(summary);
        QCOMPARE(clampName(summary->defaultClamp), name);
    }
    QVERIFY(!clampNamed("softly"));
}

/// For people only: what it cannot be is not known, and no reason to refuse the model here.
void TestModelSummary::embeddingWidth()
{
    nlohmann::json json = nlohmann::json::parse(modelJson().toStdString());
    const auto widthOf = [&](const nlohmann::json &value) {
        json["architecture"]["embedding_width"] = value;
        return parseModelSummary(json.dump(), "model.json")->embeddingWidth;
    };
    QCOMPARE(parseModelSummary(modelJson().toStdString(), "model.json")->embeddingWidth, 0);
    QCOMPARE(widthOf(64), 64);
    for (const nlohmann::json &unknown : std::vector<nlohmann::json>{0, -3, 1e300, "64", nullptr})
        QCOMPARE(widthOf(unknown), 0);
}

void TestModelSummary::modelSummaryErrors_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = modelJson();
    const auto row = [&](const char *name, const char *before, const char *after) {
        QVERIFY(good.contains(before));
        QTest::newRow(name) << QByteArray(good).replace(before, after);
    };
    QTest::newRow("not JSON") << QByteArray("hello");
    QTest::newRow("not an object") << QByteArray("[1]");
    QTest::newRow("not UTF-8") << QByteArray("{\"name\": \"\xff\"}");
    row("newer", "\"format\": 1", "\"format\": 2");
    row("no format", "\"format\": 1,", "");
    row("no name", "\"name\": \"x\",", "");
    row("negative", "\"length\": 16", "\"length\": -1");
    row("fraction", "\"length\": 16", "\"length\": 1.5");
    row("huge", "\"length\": 16", "\"length\": 1e300");
    row("text", "\"diffusion_steps\": 200", "\"diffusion_steps\": \"200\"");
    row("clamp of no kind", "\"format\": 1,", "\"format\": 1, \"default_clamp\": \"softly\",");
    row("clamp that is no text", "\"format\": 1,", "\"format\": 1, \"default_clamp\": true,");
    row("no vocabulary", "\"vocabulary\": 300", "");
    const auto learned = [&](const char *name, const QByteArray &value) {
        QTest::newRow(name) << QByteArray(good).replace("\"format\": 1,",
                                                        "\"format\": 1, \"learned_timesteps\": " + value + ",");
    };
    const auto rows = [](int count, const QByteArray &one) {
        return "[" + QByteArray(one + ",").repeated(count - 1) + one + "]";
    };
    learned("learned: null", "null");
    learned("learned: text", "\"yes\"");
    learned("learned: no levels", "{\"timesteps\": " + rows(16, "[0, 199]") + "}");
    learned("learned: levels of another table", "{\"levels\": 2, \"timesteps\": " + rows(16, "[0, 199]") + "}");
    learned("learned: huge levels", "{\"levels\": 1e300, \"timesteps\": " + rows(16, "[0, 199]") + "}");
    learned("learned: no timesteps", "{\"levels\": 1}");
    learned("learned: too few rows", "{\"levels\": 1, \"timesteps\": " + rows(15, "[0, 199]") + "}");
    learned("learned: too many rows", "{\"levels\": 1, \"timesteps\": " + rows(17, "[0, 199]") + "}");
    learned("learned: fractions", "{\"levels\": 2, \"timesteps\": " + rows(16, "[0, 2.5, 199]") + "}");
    learned("learned: texts", "{\"levels\": 1, \"timesteps\": " + rows(16, "[\"0\", 199]") + "}");
    learned("learned: beyond T", "{\"levels\": 1, \"timesteps\": " + rows(16, "[0, 200]") + "}");
    learned("learned: beyond 64 bits", "{\"levels\": 1, \"timesteps\": " + rows(16, "[0, 18446744073709551615]") + "}");
    learned("learned: falls", "{\"levels\": 2, \"timesteps\": " + rows(16, "[0, 120, 119]") + "}");
    learned("learned: starts late", "{\"levels\": 1, \"timesteps\": " + rows(16, "[1, 199]") + "}");
}

void TestModelSummary::learnedTimestepsOfAModel()
{
    QVERIFY(!parseModelSummary(modelJson().toStdString(), "model.json")->learnedTimesteps);
    nlohmann::json json = nlohmann::json::parse(modelJson().toStdString());
    json["learned_timesteps"] = {{"levels", 2}, {"timesteps", ScheduleTable(16, {0, 150, 199})}};
    const auto summary = parseModelSummary(json.dump(), "model.json");
    QVERIFY2(summary.has_value(), summary ? "" : summary.error().message.c_str());
    QVERIFY(summary->learnedTimesteps);
    QCOMPARE(*summary->learnedTimesteps, ScheduleTable(16, {0, 150, 199}));
}

void TestModelSummary::modelSummaryErrors()
{
    QFETCH(QByteArray, json);
    const auto summary = parseModelSummary(json.toStdString(), "model.json");
    QVERIFY(!summary);
    QVERIFY(summary.error().message.find("model.json") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestModelSummary)
#include "tst_modelsummary.moc"
