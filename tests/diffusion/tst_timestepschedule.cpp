// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Timestep schedules and sampling plans: agreement with the reference, properties over random sizes, rejections.
#include "base/Philox.h"
#include "diffusion/LearnedTimesteps.h"
#include "diffusion/SamplingPlan.h"
#include "diffusion/ScheduleTable.h"
#include "support/TensorData.h"
#include <QtTest>
#include <cmath>
#include <limits>

using namespace ard;

namespace {

/// A random whole number in low..high, the same on every run.
int draw(std::uint32_t stream, int index, int low, int high)
{
    return low + static_cast<int>(uniform01(20230515, stream, index) * (high - low + 1));
}

TimestepScheduleSpec specOf(const std::string &kind, int length, int diffusionSteps)
{
    TimestepScheduleSpec spec;
    spec.kind = kind;
    spec.length = length;
    spec.diffusionSteps = diffusionSteps;
    return spec;
}

/// Any falling table of a random number of rows.
std::shared_ptr<const ScheduleTable> randomTable(int index, int length, int diffusionSteps)
{
    ScheduleTable table{std::vector<int>(length, diffusionSteps - 1)};
    for (int rows = draw(11, index, 0, 40); rows > 0; --rows) {
        std::vector<int> row = table.back();
        for (int n = 0; n < length; ++n)
            row[n] = draw(12, index * 1000 + rows * 20 + n, 0, row[n]);
        table.push_back(row);
    }
    table.emplace_back(length, 0);
    return std::make_shared<const ScheduleTable>(std::move(table));
}

/// Any rising rows from 0 to T-1, of fewer, as many or more positions than are asked for.
std::shared_ptr<const ScheduleTable> randomKnots(int index, int length, int diffusionSteps)
{
    const int levels = draw(51, index, 1, index % 7 ? 40 : kMaxLearnedLevels), rows = draw(52, index, 1, 2 * length);
    ScheduleTable knots(static_cast<std::size_t>(rows), std::vector<int>(static_cast<std::size_t>(levels) + 1));
    for (int n = 0; n < rows; ++n) {
        for (int i = 1; i < levels; ++i)
            knots[n][i] = draw(53, (index * 200 + n) * 300 + i, 0, diffusionSteps - 1);
        knots[n][levels] = diffusionSteps - 1;
        std::sort(knots[n].begin(), knots[n].end());
    }
    for (auto &row : knots)
        row.front() = 0;
    return std::make_shared<const ScheduleTable>(std::move(knots));
}

/// Random parameters that the kind allows.
TimestepScheduleSpec randomSpec(const std::string &kind, int index)
{
    TimestepScheduleSpec spec = specOf(kind, draw(1, index, 1, 100), draw(2, index, 2, index % 3 ? 300 : 3000));
    spec.anchorScale = 1.0 + 3.0 * uniform01(7, 3, index);
    spec.lag = draw(8, index, 0, spec.diffusionSteps);
    spec.block = draw(9, index, 1, spec.length);
    if (kind == "custom")
        spec.table = randomTable(index, spec.length, spec.diffusionSteps);
    if (kind == "learned")
        spec.knots = randomKnots(index, spec.length, spec.diffusionSteps);
    return spec;
}

void comparePlans(const Safetensors &file, const std::string &prefix)
{
    const auto params = test::values<std::int64_t>(file, prefix + "params");
    const int length = static_cast<int>(params.at(0));
    const int calls = static_cast<int>(params.at(2));
    TimestepScheduleSpec spec = specOf("ar-diffusion", length, static_cast<int>(params.at(1)));
    spec.anchorScale = test::values<double>(file, prefix + "anchor_scale").at(0);
    const auto plan = makeSamplingPlan(spec, calls);
    QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
    QCOMPARE(plan->modelCalls(), calls);
    const auto source = test::values<std::int64_t>(file, prefix + "source_t");
    const auto target = test::values<std::int64_t>(file, prefix + "target_t");
    QCOMPARE(source.size(), static_cast<std::size_t>(calls) * length);
    for (int m = 0; m < calls; ++m)
        for (int n = 0; n < length; ++n) {
            QCOMPARE(plan->timesteps[m][n], static_cast<int>(source[m * length + n]));
            QCOMPARE(plan->timesteps[m + 1][n], static_cast<int>(target[m * length + n]));
        }
}

} // namespace

class TestTimestepSchedule : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheReference();
    void plansHaveTheirShape_data();
    void plansHaveTheirShape();
    void everySentenceStepIsAllowed();
    void uniformIsTheSentenceStep();
    void offsetsAgainstTheirFormulas();
    void lagGoesFromUniformToAutoregressive();
    void customIsItsTable();
    void customRejects_data();
    void customRejects();
    void learnedGoesThroughItsKnots();
    void learnedRejects_data();
    void learnedRejects();
    void readsTables();
    void executedStepsAreTheStride();
    void tailSpendsItsCallsAtTheEnd();
    void listTakesTheUsersSteps();
    void rulersAreSpelled();
    void rejects_data();
    void rejects();
    void rejectsWrongSteps();
    void registryMakesEveryKind();
};

void TestTimestepSchedule::agreesWithTheReference()
{
    const auto file = Safetensors::read(ARD_TEST_FIXTURES "/schedules.safetensors");
    QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
    const int cases = std::stoi(file->metadata().at("cases"));
    QVERIFY(cases >= 7);
    for (int i = 0; i < cases; ++i)
        comparePlans(*file, "case" + std::to_string(i) + ".");
}

void TestTimestepSchedule::plansHaveTheirShape_data()
{
    QTest::addColumn<QString>("kind");
    for (const auto &kind : timestepScheduleKinds())
        QTest::newRow(kind.name.c_str()) << QString::fromStdString(kind.name);
}

void TestTimestepSchedule::plansHaveTheirShape()
{
    QFETCH(QString, kind);
    for (int i = 0; i < 300; ++i) {
        const TimestepScheduleSpec spec = randomSpec(kind.toStdString(), i);
        const int length = spec.length;
        const int diffusionSteps = spec.diffusionSteps;
        const auto schedule = makeTimestepSchedule(spec);
        QVERIFY(schedule.has_value());
        const int calls = draw(4, i, 1, std::min((*schedule)->sentenceSteps(), 3000));
        const auto plan = makeSamplingPlan(spec, calls);
        QVERIFY(plan.has_value());
        QCOMPARE(plan->sentenceSteps.size(), static_cast<std::size_t>(calls) + 1);
        QCOMPARE(plan->timesteps.size(), plan->sentenceSteps.size());
        QCOMPARE(plan->sentenceSteps.front(), (*schedule)->sentenceSteps() - 1);
        QCOMPARE(plan->sentenceSteps.back(), 0);
        QCOMPARE(plan->timesteps.front(), std::vector<int>(length, diffusionSteps - 1));
        QCOMPARE(plan->timesteps.back(), std::vector<int>(length, 0));
        for (std::size_t m = 1; m < plan->timesteps.size(); ++m) {
            QVERIFY(plan->sentenceSteps[m] <= plan->sentenceSteps[m - 1]);
            for (int n = 0; n < length; ++n)
                QVERIFY(plan->timesteps[m][n] <= plan->timesteps[m - 1][n]);
        }
    }
}

void TestTimestepSchedule::everySentenceStepIsAllowed()
{
    const TimestepScheduleSpec spec = specOf("ar-diffusion", 50, 2000);
    const auto schedule = makeTimestepSchedule(spec);
    QVERIFY(schedule.has_value());
    QCOMPARE((*schedule)->sentenceSteps(), 2050);
    std::vector<int> before(50, 1999), now(50);
    for (int s = 2049; s >= 0; --s) {
        (*schedule)->timesteps(s, now);
        for (int n = 0; n < 50; ++n) {
            QVERIFY(now[n] >= 0 && now[n] <= before[n]);
            if (n > 0)
                QVERIFY(now[n] >= now[n - 1]); // left is never noisier than right
        }
        before = now;
    }
}

void TestTimestepSchedule::uniformIsTheSentenceStep()
{
    const auto schedule = makeTimestepSchedule(specOf("uniform", 3, 200));
    QVERIFY(schedule.has_value());
    QCOMPARE((*schedule)->sentenceSteps(), 200);
    std::vector<int> out(3);
    for (int s : {199, 57, 0}) {
        (*schedule)->timesteps(s, out);
        QCOMPARE(out, std::vector<int>(3, s));
    }
}

void TestTimestepSchedule::offsetsAgainstTheirFormulas()
{
    for (int i = 0; i < 200; ++i) {
        const TimestepScheduleSpec spec = randomSpec("lagged", i);
        const int N = spec.length, T = spec.diffusionSteps, L = spec.lag, B = spec.block, blocks = (N + B - 1) / B;
        const auto value = [&](const std::string &kind, int s, int n) {
            TimestepScheduleSpec other = spec;
            other.kind = kind;
            std::vector<int> out(N);
            (*makeTimestepSchedule(other))->timesteps(s, out);
            return out[n];
        };
        const auto steps = [&](const std::string &kind) {
            TimestepScheduleSpec other = spec;
            other.kind = kind;
            return (*makeTimestepSchedule(other))->sentenceSteps();
        };
        QCOMPARE(steps("lagged"), T + (N - 1) * L);
        QCOMPARE(steps("autoregressive"), N * T);
        QCOMPARE(steps("block"), blocks * T);
        const int n = draw(20, i, 0, N - 1);
        int s = draw(21, i, 0, steps("lagged") - 1);
        QCOMPARE(value("lagged", s, n), std::clamp(s - (N - 1 - n) * L, 0, T - 1));
        s = draw(22, i, 0, N * T - 1);
        QCOMPARE(value("autoregressive", s, n), std::clamp(s - (N - 1 - n) * T, 0, T - 1));
        s = draw(23, i, 0, blocks * T - 1);
        QCOMPARE(value("block", s, n), std::clamp(s - (blocks - 1 - n / B) * T, 0, T - 1));
    }
}

void TestTimestepSchedule::lagGoesFromUniformToAutoregressive()
{
    for (int i = 0; i < 40; ++i) {
        TimestepScheduleSpec lagged = randomSpec("lagged", i);
        TimestepScheduleSpec other = lagged;
        for (const auto &[lag, kind] : {std::pair{0, "uniform"}, std::pair{lagged.diffusionSteps, "autoregressive"}}) {
            lagged.lag = lag;
            other.kind = kind;
            const int calls = draw(30, i, 1, lagged.diffusionSteps);
            const auto a = makeSamplingPlan(lagged, calls), b = makeSamplingPlan(other, calls);
            QVERIFY(a && b);
            QCOMPARE(a->sentenceSteps, b->sentenceSteps);
            QCOMPARE(a->timesteps, b->timesteps);
        }
    }
}

void TestTimestepSchedule::customIsItsTable()
{
    TimestepScheduleSpec spec = specOf("custom", 2, 10);
    spec.table = std::make_shared<const ScheduleTable>(ScheduleTable{{9, 9}, {4, 9}, {0, 3}, {0, 0}});
    const auto plan = makeSamplingPlan(spec, 4);
    QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
    QCOMPARE(plan->timesteps, (ScheduleTable{{9, 9}, {4, 9}, {0, 3}, {0, 0}, {0, 0}}));
    QCOMPARE(plan->sentenceSteps, (std::vector<int>{3, 2, 1, 0, 0}));
}

void TestTimestepSchedule::customRejects_data()
{
    QTest::addColumn<QString>("csv");
    QTest::addColumn<QString>("says");
    QTest::newRow("rises") << "9,9\n4,3\n3,5\n0,0"
                           << "Row 3 of the custom timestep schedule rises from 3 to timestep 5 at position 1";
    QTest::newRow("start") << "9,8\n0,0"
                           << "first row";
    QTest::newRow("end") << "9,9\n0,1"
                         << "last row";
    QTest::newRow("width") << "9,9\n0\n0,0"
                           << "Row 2";
    QTest::newRow("range") << "9,9\n-1,9\n0,0"
                           << "use 0 to 9";
    QTest::newRow("one row") << "9,9"
                             << "two rows";
}

void TestTimestepSchedule::customRejects()
{
    QFETCH(QString, csv);
    QFETCH(QString, says);
    TimestepScheduleSpec spec = specOf("custom", 2, 10);
    QVERIFY(!makeTimestepSchedule(spec).has_value()); // no table
    const auto table = parseScheduleTable(csv.toStdString());
    QVERIFY(table.has_value());
    spec.table = std::make_shared<const ScheduleTable>(*table);
    const auto schedule = makeTimestepSchedule(spec);
    QVERIFY(!schedule.has_value());
    QVERIFY2(QString::fromStdString(schedule.error().message).contains(says), schedule.error().message.c_str());
}

void TestTimestepSchedule::learnedGoesThroughItsKnots()
{
    TimestepScheduleSpec spec = specOf("learned", 4, 101); // 4 levels: a knot every 25 sentence steps
    spec.knots = std::make_shared<const ScheduleTable>(
        ScheduleTable{{0, 25, 50, 75, 100}, {0, 0, 0, 90, 100}, {0, 80, 81, 82, 100}});
    const auto schedule = makeTimestepSchedule(spec);
    QVERIFY2(schedule.has_value(), schedule ? "" : schedule.error().message.c_str());
    QCOMPARE((*schedule)->sentenceSteps(), 101);
    std::vector<int> out(4);
    for (const auto &[s, expected] :
         {std::pair{100, std::vector{100, 100, 100, 100}}, std::pair{75, std::vector{75, 90, 82, 82}},
          std::pair{60, std::vector{60, 36, 81, 81}}, std::pair{25, std::vector{25, 0, 80, 80}},
          std::pair{10, std::vector{10, 0, 32, 32}}, std::pair{0, std::vector{0, 0, 0, 0}}}) {
        (*schedule)->timesteps(s, out);
        QCOMPARE(out, expected); // the fourth position is as the last that the model has
    }
    spec.length = 2; // shorter: the first positions
    QCOMPARE(makeSamplingPlan(spec, 4)->timesteps.front(), (std::vector<int>{100, 100}));
    // A straight row is uniform.
    TimestepScheduleSpec straight = specOf("learned", 3, 2000);
    straight.knots = std::make_shared<const ScheduleTable>(ScheduleTable{{0, 1999}});
    const auto plan = makeSamplingPlan(straight, 20), uniform = makeSamplingPlan(specOf("uniform", 3, 2000), 20);
    QVERIFY(plan && uniform);
    QCOMPARE(plan->timesteps, uniform->timesteps);
}

void TestTimestepSchedule::learnedRejects_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("says");
    QTest::newRow("falls") << "0,5,9\n0,7,3,9"
                           << "Row 2";
    QTest::newRow("falls in the middle") << "0,5,4,9"
                                         << "falls from 5 to 4";
    QTest::newRow("below 0") << "0,-5,4,9"
                             << "falls from 0 to -5";
    QTest::newRow("above T-1") << "0,15,9"
                               << "falls from 15 to 9";
    QTest::newRow("start") << "1,5,9"
                           << "from 1 to 9";
    QTest::newRow("end") << "0,9\n0,8"
                         << "Row 2 of the learned timestep schedule goes from 0 to 8: it must go from 0 to 9";
    QTest::newRow("one timestep") << "0"
                                  << "2 to 257";
    QTest::newRow("too many") << "0" + QString(",0").repeated(256) + ",9"
                              << "has 258 timesteps";
}

void TestTimestepSchedule::learnedRejects()
{
    QFETCH(QString, rows);
    QFETCH(QString, says);
    TimestepScheduleSpec spec = specOf("learned", 2, 10);
    const auto without = makeTimestepSchedule(spec);
    QVERIFY(!without.has_value());
    QCOMPARE(QString::fromStdString(without.error().message),
             QString("The model has no learned timestep schedule: choose another, or train with draw.learned"));
    const auto table = parseScheduleTable(rows.toStdString());
    QVERIFY(table.has_value());
    spec.knots = std::make_shared<const ScheduleTable>(*table);
    const auto schedule = makeTimestepSchedule(spec);
    QVERIFY(!schedule.has_value());
    QVERIFY2(QString::fromStdString(schedule.error().message).contains(says), schedule.error().message.c_str());
    QVERIFY(!checkLearnedTimesteps({}, 10).has_value());
}

void TestTimestepSchedule::readsTables()
{
    const ScheduleTable expected{{9, 9}, {4, 9}, {0, 0}};
    for (const char *text :
         {"9,9\n4,9\n0,0\n", "\xEF\xBB\xBFword one, word two\r\n9 , 9\r\n\r\n4,9 # the middle\r\n0,0",
          "pos0,pos1\n9,9\n4,9\n0,0", "[[9,9],[4,9],[0,0]]",
          " {\"kind\":\"custom\",\"timesteps\":[[9,9],[4,9],[0,0]]}"}) {
        const auto table = parseScheduleTable(text);
        QVERIFY2(table.has_value(), text);
        QCOMPARE(*table, expected);
    }
    for (const char *text :
         {"", "# nothing", "9,9\n4,\n", "9,9\n4,x", "pos0,9\n9,9", "-5,9\n9,9,x", "9;9", "9,99999999999", "{",
          "{\"timesteps\":3}", "[[9,9],[1.5]]", "[[]]", "[9]", "[[9999999999]]"})
        QVERIFY2(!parseScheduleTable(text).has_value(), text);
    QVERIFY(!readScheduleTable("/does/not/exist").has_value());
}

void TestTimestepSchedule::executedStepsAreTheStride()
{
    const RulerSpec stride;
    QCOMPARE(*executedSentenceSteps(10, 3, stride, 4), (std::vector<int>{9, 6, 3, 0}));
    QCOMPARE(*executedSentenceSteps(11, 4, stride, 4), (std::vector<int>{10, 8, 6, 4, 0}));
    QCOMPARE(*executedSentenceSteps(5, 5, stride, 4), (std::vector<int>{4, 3, 2, 1, 0, 0}));
    QCOMPARE(*executedSentenceSteps(2050, 1, stride, 50), (std::vector<int>{2049, 0}));
}

void TestTimestepSchedule::tailSpendsItsCallsAtTheEnd()
{
    QCOMPARE(*executedSentenceSteps(20, 5, RulerSpec{"tail", 2, {}}, 5), (std::vector<int>{19, 14, 9, 4, 2, 0}));
    for (int i = 0; i < 300; ++i) {
        const int N = draw(40, i, 2, 100), S = N + draw(41, i, 2, 3000), K = draw(42, i, 1, N - 1),
                  M = K + draw(43, i, 1, S - N);
        const auto steps = executedSentenceSteps(S, M, RulerSpec{"tail", K, {}}, N);
        QVERIFY2(steps.has_value(), steps ? "" : steps.error().message.c_str());
        QCOMPARE(steps->size(), static_cast<std::size_t>(M) + 1);
        QCOMPARE(steps->front(), S - 1);
        QCOMPARE(steps->back(), 0);
        for (std::size_t m = 1; m < steps->size(); ++m)
            QVERIFY((*steps)[m] < (*steps)[m - 1]); // no call for nothing
        QCOMPARE(std::count_if(steps->begin(), steps->end() - 1, [&](int s) { return s < N; }), K);
    }
    for (const auto &[M, K] : {std::pair{5, 5}, std::pair{5, 0}, std::pair{10, 5}, std::pair{20, 1}})
        QVERIFY(!executedSentenceSteps(20, M, RulerSpec{"tail", K, {}}, 5).has_value());
}

void TestTimestepSchedule::listTakesTheUsersSteps()
{
    const RulerSpec list{"list", 5, {19, 7, 3, 0}};
    QCOMPARE(*executedSentenceSteps(20, 3, list, 4), (std::vector<int>{19, 7, 3, 0}));
    QCOMPARE(*executedSentenceSteps(20, 3, RulerSpec{"list", 5, {7, 3}}, 4), (std::vector<int>{19, 7, 3, 0}));
    QCOMPARE(*executedSentenceSteps(20, 1, RulerSpec{"list", 5, {}}, 4), (std::vector<int>{19, 0}));
    QVERIFY(!executedSentenceSteps(20, 4, list, 4).has_value());
    QVERIFY(!executedSentenceSteps(19, 3, list, 4).has_value());
    QVERIFY(!executedSentenceSteps(20, 3, RulerSpec{"list", 5, {19, 3, 3, 0}}, 4).has_value());
    QVERIFY(!executedSentenceSteps(20, 3, RulerSpec{"list", 5, {19, 3, -1}}, 4).has_value());
    TimestepScheduleSpec spec = specOf("uniform", 4, 20);
    QCOMPARE(makeSamplingPlan(spec, 0, list)->modelCalls(), 3);
    QVERIFY(!makeSamplingPlan(spec, 0).has_value());
}

void TestTimestepSchedule::rulersAreSpelled()
{
    for (const char *spelled : {"stride", "tail=7", "list=19,7,3,0", "list=5"}) {
        const auto ruler = parseRuler(spelled);
        QVERIFY2(ruler.has_value(), spelled);
        QCOMPARE(rulerText(*ruler), std::string(spelled));
    }
    for (const char *spelled : {"", "inch", "stride=2", "tail", "tail=", "tail=0", "tail=-3", "tail=2x",
                                "tail=99999999999", "list", "list=", "list=5,,3", "list=a", "list=5,-1", "list=5, 3"})
        QVERIFY2(!parseRuler(spelled).has_value(), spelled);
    QCOMPARE(rulerKinds().size(), std::size_t(3));
}

void TestTimestepSchedule::rejects_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("diffusionSteps");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("says");
    constexpr int big = std::numeric_limits<int>::max();
    QTest::newRow("no length") << 0 << 2000 << 2.0 << "length";
    QTest::newRow("negative length") << -big << 2000 << 2.0 << "length";
    QTest::newRow("long") << 4097 << 2000 << 2.0 << "4096";
    QTest::newRow("huge") << big << big << 2.0 << "length";
    QTest::newRow("one step") << 10 << 1 << 2.0 << "diffusion steps";
    QTest::newRow("many steps") << 10 << 100001 << 2.0 << "100000";
    QTest::newRow("anchor inside") << 10 << 200 << 0.9 << "anchor scale";
    QTest::newRow("anchor zero") << 10 << 200 << 0.0 << "anchor scale";
    QTest::newRow("anchor negative") << 10 << 200 << -3.0 << "anchor scale";
    QTest::newRow("anchor huge") << 10 << 200 << 1e300 << "anchor scale";
    QTest::newRow("anchor nan") << 10 << 200 << std::nan("") << "anchor scale";
    QTest::newRow("anchor infinite") << 10 << 200 << std::numeric_limits<double>::infinity() << "anchor scale";
}

void TestTimestepSchedule::rejects()
{
    QFETCH(int, length);
    QFETCH(int, diffusionSteps);
    QFETCH(double, scale);
    QFETCH(QString, says);
    TimestepScheduleSpec spec = specOf("ar-diffusion", length, diffusionSteps);
    spec.anchorScale = scale;
    const auto schedule = makeTimestepSchedule(spec);
    QVERIFY(!schedule.has_value());
    QCOMPARE(schedule.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(QString::fromStdString(schedule.error().message).contains(says), schedule.error().message.c_str());
}

void TestTimestepSchedule::rejectsWrongSteps()
{
    const TimestepScheduleSpec spec = specOf("uniform", 4, 10);
    for (int calls : {0, -1, std::numeric_limits<int>::min(), 11, std::numeric_limits<int>::max()})
        QVERIFY(!makeSamplingPlan(spec, calls).has_value());
    QVERIFY(makeSamplingPlan(spec, 10).has_value());
    QVERIFY(!makeSamplingPlan(specOf("uniform", 4096, 100000), 100000).has_value());
    QVERIFY(!makeSamplingPlan(specOf("zigzag", 4, 10), 5).has_value());
    QVERIFY(!makeSamplingPlan(spec, 5, RulerSpec{"inch", 1, {}}).has_value());
}

void TestTimestepSchedule::registryMakesEveryKind()
{
    QCOMPARE(timestepScheduleKinds().size(), std::size_t(7));
    for (const auto &kind : timestepScheduleKinds()) {
        QVERIFY(!kind.title.empty() && !kind.help.empty());
        QVERIFY2(makeTimestepSchedule(specOf(kind.name, 8, 100)).has_value() != (kind.needsTable || kind.needsModel),
                 kind.name.c_str());
        for (const auto &parameter : kind.parameters) {
            TimestepScheduleSpec spec;
            QCOMPARE(parameter.get(spec), parameter.defaultValue);
            parameter.set(spec, parameter.minimum);
            QCOMPARE(parameter.get(spec), parameter.minimum);
            QVERIFY(checkParameter(parameter, parameter.maximum).has_value());
            QVERIFY(!checkParameter(parameter, parameter.maximum + 1).has_value());
            QVERIFY(!checkParameter(parameter, std::nan("")).has_value());
            QVERIFY(checkParameter(parameter, parameter.minimum + 0.5).has_value() != parameter.integer);
        }
    }
}

QTEST_GUILESS_MAIN(TestTimestepSchedule)
#include "tst_timestepschedule.moc"
