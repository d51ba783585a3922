// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Cbor.h"
#include "support/AllocationCount.h"
#include "support/Refusal.h"
#include "support/Samples.h"
#include "trace/RunFile.h"
#include <QTemporaryDir>
#include <QtTest>
#include <limits>

using namespace ard;
using nlohmann::json;

namespace {

constexpr std::size_t magicBytes = 3;

json mapOf(const std::vector<std::uint8_t> &file)
{
    return *parseCbor(std::span(file).subspan(magicBytes));
}

std::vector<std::uint8_t> fileOf(const json &map)
{
    std::vector<std::uint8_t> bytes{0xD9, 0xD9, 0xF7};
    json::to_cbor(map, bytes);
    return bytes;
}

QString refusal(const Result<RunRecord> &run)
{
    return run ? QString() : QString::fromStdString(run.error().message + " / " + run.error().detail);
}

} // namespace

class TestRunFile : public QObject {
    Q_OBJECT

private slots:
    void keepsEveryField()
    {
        const RunRecord run = test::sampleRun(7, 5);
        const auto back = decodeRun(encodeRun(run));
        QVERIFY2(back, qPrintable(refusal(back)));
        QVERIFY(test::same(run, *back));
        QCOMPARE(encodeRun(*back), encodeRun(run));
    }

    void keepsACancelledRun()
    {
        RunRecord run = test::sampleRun(7, 5);
        run.frames.resize(2);
        run.outputs.clear();
        run.chosen = 0;
        run.complete = false;
        const auto back = decodeRun(encodeRun(run));
        QVERIFY2(back, qPrintable(refusal(back)));
        QVERIFY(test::same(run, *back));
    }

    void savesAndLoads()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.ardrun").toStdString();
        const RunRecord run = test::sampleRun(16, 20);
        QVERIFY(saveRun(run, path));
        const auto back = loadRun(path);
        QVERIFY2(back, qPrintable(refusal(back)));
        QVERIFY(test::same(run, *back));
    }

    void neverReplacesAGoodFileByABadOne()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.ardrun").toStdString();
        RunRecord run = test::sampleRun(4, 3);
        QVERIFY(saveRun(run, path));
        run.frames[1].tokens[2].entropy = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(!saveRun(run, path));
        const auto back = loadRun(path);
        QVERIFY(back);
        QVERIFY(test::same(test::sampleRun(4, 3), *back));
        QVERIFY(!saveRun(test::sampleRun(4, 3), folder.filePath("no such folder/a.ardrun").toStdString()));
        ARD_REFUSES(loadRun(folder.filePath("missing.ardrun").toStdString()),
                    "missing.ardrun': No such file or directory");
    }

    void isSmallAndCheap()
    {
        const RunRecord run = test::sampleRun(256, 200);
        const auto bytes = encodeRun(run);
        QVERIFY(bytes.size() < 6'000'000);
        std::optional<Result<RunRecord>> back;
        const auto encoding = test::allocationsOf([&] { encodeRun(run); });
        const auto decoding = test::allocationsOf([&] { back = decodeRun(bytes); });
        QVERIFY(*back && test::same(run, **back));
        // The memory that is asked for grows with the file, and no faster.
        QVERIFY2(encoding.bytes < 8 * bytes.size(), qPrintable(QString::number(encoding.bytes)));
        QVERIFY2(decoding.bytes < 10 * bytes.size(), qPrintable(QString::number(decoding.bytes)));
    }

    void refusesEveryTruncation()
    {
        const auto bytes = encodeRun(test::sampleRun(3, 2));
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            const bool isCut = length >= magicBytes;
            ARD_REFUSES(decodeRun(std::span(bytes).first(length)),
                        isCut ? "The run file is damaged or incomplete" : "This is not a run file");
        }
        auto longer = bytes;
        longer.push_back(0);
        ARD_REFUSES(decodeRun(longer), "The run file is damaged or incomplete");
    }

    void refusesForeignFiles()
    {
        for (const std::string &text :
             {std::string("PK\x03\x04 a zip"), std::string("{\"format\": \"ardrun\"}"), std::string()}) {
            const auto run = decodeRun({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
            QVERIFY(!run);
            QCOMPARE(run.error().message, std::string("This is not a run file of AR-Diffusion Explorer"));
        }
        ARD_REFUSES(decodeRun(fileOf({{"format", "something else"}})), "This is not a run file");
        ARD_REFUSES(decodeRun(fileOf(json::array({1, 2}))), "This is not a run file");
    }

    void readsANewerMinorVersionWithUnknownKeys()
    {
        json map = mapOf(encodeRun(test::sampleRun(3, 2)));
        map["minor"] = kRunFileMinor + 5;
        map["extra"] = {{"anything", {1, 2, 3}}};
        map["frames"][0]["attention"] = "new";
        map["request"]["guidance"] = 1.5;
        const auto run = decodeRun(fileOf(map));
        QVERIFY2(run, qPrintable(refusal(run)));
        QVERIFY(test::same(test::sampleRun(3, 2), *run));
    }

    void readsAFileOfFormat10()
    {
        json map = mapOf(encodeRun(test::sampleRun(3, 2)));
        map["minor"] = 0;
        for (const char *key : {"solver", "noise_top_p", "stop_when_settled", "continuations", "candidate_lengths",
                                "temperature", "top_p", "choose"})
            QCOMPARE(map["request"].erase(key), std::size_t{1});
        for (json &output : map["outputs"])
            output.erase("model_calls");
        QCOMPARE(map["outputs"][1].erase("log_likelihood"), std::size_t{1});
        const auto run = decodeRun(fileOf(map));
        QVERIFY2(run, qPrintable(refusal(run)));
        QVERIFY(run->request.solver == Solver::Ddim);
        QCOMPARE(run->request.noiseTopP, 0.0);
        QCOMPARE(run->request.temperature, 0.0);
        QCOMPARE(run->request.topP, 1.0);
        QCOMPARE(run->request.stopWhenSettled, 0);
        QVERIFY(run->request.continuations.empty());
        QCOMPARE(run->outputs[0].modelCalls, 0);
        QVERIFY(run->request.choose == ChoiceRule::Agreement); // as older programs chose
        QVERIFY(!run->outputs[1].logLikelihood);
    }

    void refusesLikelihoodsThatAreNone()
    {
        for (const json &bad : {json(0.5), json(-1e31), json(std::numeric_limits<double>::quiet_NaN()), json("likely"),
                                json(nullptr), json(-std::numeric_limits<double>::infinity())}) {
            json map = mapOf(encodeRun(test::sampleRun(3, 2)));
            map["outputs"][2]["log_likelihood"] = bad;
            QVERIFY2(refusal(decodeRun(fileOf(map))).contains(QLatin1String("log_likelihood")), bad.dump().c_str());
        }
        for (const json &bad : {json("verse"), json(""), json(1), json(nullptr)}) {
            json map = mapOf(encodeRun(test::sampleRun(3, 2)));
            map["request"]["choose"] = bad;
            QVERIFY2(refusal(decodeRun(fileOf(map))).contains(QLatin1String("choose")), bad.dump().c_str());
        }
    }

    /// 1.4: what table a custom timestep schedule has, by the name of its file; a file without it opens as before.
    void keepsTheNameOfATable()
    {
        RunRecord run = test::sampleRun(4, 2);
        run.request.schedule.kind = "custom";
        run.request.schedule.table =
            std::make_shared<const ScheduleTable>(ScheduleTable{{199, 199, 199, 199}, {0, 0, 0, 0}});
        run.request.schedule.tableName = "schnelles Ende \xC3\xBC.csv";
        auto back = decodeRun(encodeRun(run));
        QVERIFY2(back, qPrintable(refusal(back)));
        QCOMPARE(back->request.schedule.tableName, run.request.schedule.tableName);
        nlohmann::json map =
            nlohmann::json::from_cbor(encodeRun(run), true, true, nlohmann::json::cbor_tag_handler_t::ignore);
        QCOMPARE(map["request"]["schedule"]["table"]["name"].get<std::string>(), run.request.schedule.tableName);
        run.request.schedule.tableName.clear();
        back = decodeRun(encodeRun(run));
        QVERIFY(back && back->request.schedule.tableName.empty() && back->request.schedule.table);
    }

    void keepsTheLengthsOfCandidates()
    {
        RunRecord run = test::sampleRun(3, 2);
        run.request.candidates = 3;
        run.request.candidateLengths = {3, 5, 1};
        run.request.continuations.clear();
        run.outputs = {{"a", {7, 8, 9}, 2}, {"b", {7, 8, 9, 7, 8}, 2}, {"c", {7}, 2}};
        run.chosen = 1;
        const auto back = decodeRun(encodeRun(run));
        QVERIFY2(back, qPrintable(refusal(back)));
        QVERIFY(test::same(run, *back));
        const auto refused = [&](const char *saying, auto change) {
            RunRecord bad = run;
            change(bad);
            return refusal(decodeRun(encodeRun(bad))).contains(QLatin1String(saying));
        };
        QVERIFY(refused("candidate_lengths", [](RunRecord &bad) { bad.request.candidateLengths = {3, 5}; }));
        QVERIFY(refused("candidate_lengths", [](RunRecord &bad) { bad.request.candidateLengths = {4, 5, 1}; }));
        QVERIFY(refused("candidate_lengths", [](RunRecord &bad) { bad.request.candidateLengths = {3, 5, 0}; }));
        QVERIFY(refused("outputs.tokens", [](RunRecord &bad) { bad.outputs[1].tokens.pop_back(); }));
        QVERIFY(refused("outputs", [](RunRecord &bad) { bad.outputs.push_back(bad.outputs[0]); }));
        run.outputs.clear();
        run.chosen = 0;
        QVERIFY(decodeRun(encodeRun(run))); // cancelled
    }

    /// 1.5: how the length was decided; a file without it opens as before.
    void keepsHowTheLengthWasChosen()
    {
        using By = LengthChoice::By;
        RunRecord run = test::sampleRun(3, 2);
        QVERIFY(!mapOf(encodeRun(run)).contains("length_choice"));
        for (const LengthChoice &choice : {LengthChoice{By::Head, {{3, 0.625F}, {4, 0.25F}}},
                                           LengthChoice{By::Request, {}}, LengthChoice{By::Model, {}}}) {
            run.lengthChoice = choice;
            const auto back = decodeRun(encodeRun(run));
            QVERIFY2(back, qPrintable(refusal(back)));
            QVERIFY(back->lengthChoice == choice);
        }
        const auto refused = [&](const char *saying, auto change) {
            run.lengthChoice = LengthChoice{By::Head, {{3, 0.625F}, {4, 0.25F}}};
            json map = mapOf(encodeRun(run));
            change(map["length_choice"]);
            const auto bad = decodeRun(fileOf(map));
            return !bad && refusal(bad).contains(QLatin1String(saying));
        };
        QVERIFY(refused("head, request or model", [](json &choice) { choice["by"] = "dice"; }));
        QVERIFY(refused("lengths", [](json &choice) { choice.erase("lengths"); }));
        run.lengthChoice = LengthChoice{By::Head, {{4, 0.5F}}}; // not the run's
        QVERIFY(refusal(decodeRun(encodeRun(run))).contains(QLatin1String("length_choice")));
        run.lengthChoice = LengthChoice{By::Head, {{3, 1.5F}}};
        QVERIFY(!decodeRun(encodeRun(run)));
        run.lengthChoice = LengthChoice{By::Head, std::vector<LengthChoice::Likely>(kLikelyLengths + 1, {3, 0.1F})};
        QVERIFY(!decodeRun(encodeRun(run)));
    }

    void refusesANewerMajorVersionInOneSentence()
    {
        json map = mapOf(encodeRun(test::sampleRun(3, 2)));
        map["major"] = kRunFileMajor + 1;
        map.erase("plan");
        const auto run = decodeRun(fileOf(map));
        QVERIFY(!run);
        QCOMPARE(run.error().code, ErrorCode::Unsupported);
        QVERIFY(run.error().message.find("newer version") != std::string::npos);
    }

    void refusesWrongTypesEverywhere()
    {
        const json map = mapOf(encodeRun(test::sampleRun(3, 2)));
        for (const auto &pointer : test::everyValue(map)) {
            for (const json &wrong :
                 {json(nullptr), json(std::numeric_limits<double>::quiet_NaN()), json::binary({1, 2, 3})}) {
                json changed = map;
                changed[pointer] = wrong;
                const bool isNone = pointer.to_string() == "/format"; // what it is cannot be told
                ARD_REFUSES(decodeRun(fileOf(changed)),
                            isNone ? "This is not a run file" : "The run file is damaged or incomplete");
            }
        }
    }

    void refusesNumbersOutOfRange_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<double>("value");
        QTest::newRow("length 0") << "/request/schedule/length" << 0.0;
        QTest::newRow("length 4097") << "/request/schedule/length" << 4097.0;
        QTest::newRow("length of another run") << "/request/schedule/length" << 4.0;
        QTest::newRow("T below the timesteps") << "/request/schedule/diffusion_steps" << 100.0;
        QTest::newRow("T huge") << "/request/schedule/diffusion_steps" << 1e9;
        QTest::newRow("eta") << "/request/eta" << 1.5;
        QTest::newRow("top-p") << "/request/noise_top_p" << -1.0;
        QTest::newRow("stop") << "/request/stop_when_settled" << -1.0;
        QTest::newRow("continued from") << "/request/continuations/0/from_call" << -1.0;
        QTest::newRow("changed position") << "/request/continuations/0/changes/0/position" << 4096.0;
        QTest::newRow("no knots") << "/request/continuations/0/schedule/knots/width" << 0.0;
        QTest::newRow("knots not in whole rows") << "/request/continuations/0/schedule/knots/width" << 3.0;
        QTest::newRow("too many knots") << "/request/continuations/0/schedule/knots/width" << 258.0;
        QTest::newRow("calls of an output") << "/outputs/0/model_calls" << -1.0;
        QTest::newRow("chosen") << "/chosen" << 4.0;
        QTest::newRow("negative chosen") << "/chosen" << -1.0;
        QTest::newRow("seconds") << "/seconds" << -1.0;
        QTest::newRow("frame length") << "/frames/0/length" << 2.0;
        QTest::newRow("call 0") << "/frames/0/model_call" << 0.0;
        QTest::newRow("call above M") << "/frames/1/model_call" << 3.0;
        QTest::newRow("calls not in order") << "/frames/1/model_call" << 1.0;
        QTest::newRow("candidate") << "/frames/0/candidate" << 5000.0;
        QTest::newRow("version 0") << "/major" << 0.0;
    }

    void refusesNumbersOutOfRange()
    {
        QFETCH(QString, pointer);
        QFETCH(double, value);
        json map = mapOf(encodeRun(test::sampleRun(3, 2)));
        const json::json_pointer where(pointer.toStdString());
        const bool whole = map[where].is_number_integer();
        map[where] = whole ? json(static_cast<std::int64_t>(value)) : json(value);
        ARD_REFUSES(decodeRun(fileOf(map)), "The run file is damaged or incomplete");
    }

    void refusesArraysOutOfRange()
    {
        const auto with = [](const char *pointer, const json &value) {
            json map = mapOf(encodeRun(test::sampleRun(3, 2)));
            map[json::json_pointer(pointer)] = value;
            return decodeRun(fileOf(map)).has_value();
        };
        const auto floats = [](float value, std::size_t count) {
            const std::vector<float> values(count, value);
            return cborArray(std::span<const float>(values));
        };
        const auto ints = [](std::int32_t value, std::size_t count) {
            const std::vector<std::int32_t> values(count, value);
            return cborArray(std::span<const std::int32_t>(values));
        };
        QVERIFY(with("/frames/0/top_probabilities", floats(1.0F, 24)));
        QVERIFY(!with("/frames/0/top_probabilities", floats(1.01F, 24)));
        QVERIFY(!with("/frames/0/top_probabilities", floats(-0.01F, 24)));
        QVERIFY(!with("/frames/0/top_probabilities", floats(1.0F, 23)));
        QVERIFY(!with("/frames/0/entropy", floats(std::numeric_limits<float>::infinity(), 3)));
        QVERIFY(!with("/frames/0/distance", floats(std::numeric_limits<float>::quiet_NaN(), 3)));
        QVERIFY(with("/frames/0/timesteps_after", ints(199, 3)));
        QVERIFY(!with("/frames/0/timesteps_after", ints(200, 3)));
        QVERIFY(!with("/frames/0/word_ids", ints(-1, 3)));
        QVERIFY(with("/frames/0/top_ids", ints(-1, 24)));
        QVERIFY(!with("/frames/0/top_ids", ints(-2, 24)));
        QVERIFY(!with("/plan/timesteps", ints(200, 9)));
        QVERIFY(!with("/plan/timesteps", ints(0, 8)));
        QVERIFY(!with("/plan/sentence_steps", ints(0, 0)));
        QVERIFY(!with("/outputs/0/tokens", ints(0, 2)));
        QVERIFY(!with("/words/ids", ints(1, 2)));
    }

    void invalidUtf8IsReplacedWhenWritten()
    {
        RunRecord run = test::sampleRun(3, 2);
        run.outputs[0].text = "bad \xFF\xC3 end";
        const auto back = decodeRun(encodeRun(run));
        QVERIFY2(back, qPrintable(refusal(back)));
        QCOMPARE(back->outputs[0].text, std::string("bad \xEF\xBF\xBD\xEF\xBF\xBD end"));
    }
};

QTEST_GUILESS_MAIN(TestRunFile)
#include "tst_runfile.moc"
