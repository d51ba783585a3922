// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From losses to the learned timestep schedule, and draws that follow it.
#include "base/Philox.h"
#include "diffusion/LearnedTimesteps.h"
#include "engine/train/LearnedDraw.h"
#include "engine/train/TimestepDraw.h"
#include <QTest>
#include <cmath>
#include <functional>

using namespace ard;

namespace {

constexpr int kSteps = 2000, kLast = kSteps - 1;

/// Every timestep of every position once a round, with this loss.
void feed(LossSurface &surface, int length, const std::function<double(int, int)> &loss, int rounds = 1)
{
    std::vector<double> losses(surface.cells()), weights(surface.cells());
    for (int n = 0; n < length; ++n)
        for (int t = 0; t < kSteps; ++t) {
            losses[surface.cell(n, t)] += loss(n, t);
            weights[surface.cell(n, t)] += 1;
        }
    for (int round = 0; round < rounds; ++round)
        surface.add(losses, weights);
}

std::vector<int> learned(const std::function<double(int)> &loss)
{
    LossSurface surface(1, kSteps);
    feed(surface, 1, [&](int, int t) { return loss(t); });
    return surface.timesteps().front();
}

int evenly(int i)
{
    return static_cast<int>(std::nearbyint(double(kLast) * i / LossSurface::kLevels));
}

void compareEven(const std::vector<int> &row, int tolerance)
{
    QCOMPARE(row.size(), std::size_t(LossSurface::kLevels + 1));
    for (int i = 0; i <= LossSurface::kLevels; ++i)
        QVERIFY2(std::abs(row[i] - evenly(i)) <= tolerance,
                 qPrintable(QString("%1: %2, not %3").arg(i).arg(row[i]).arg(evenly(i))));
}

TrainConfig config(int every = 5)
{
    TrainConfig config;
    config.model.length = 6;
    config.model.diffusionSteps = kSteps;
    config.draw.learned = 1;
    config.draw.learnedEvery = every;
    return config;
}

} // namespace

class TestLossSurface : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingKnownIsUniform()
    {
        const ScheduleTable table = LossSurface(3, kSteps).timesteps();
        QCOMPARE(table.size(), std::size_t(3));
        for (const auto &row : table)
            compareEven(row, 0);
        compareEven(learned([](int) { return 0.7; }), 0);              // flat
        compareEven(learned([](int t) { return 3.0 - t * 1e-3; }), 0); // falling: no rise to follow
    }

    void aLinearLossIsUniform()
    {
        compareEven(learned([](int t) { return 0.3 + 2.0 * t / kLast; }), 1);
    }

    /// All but the evenly spread share of the sentence steps goes to where the loss rises.
    void aStepIsClimbedSlowly()
    {
        const auto row = learned([](int t) { return t < 1400 ? 0.1 : 4.1; });
        QCOMPARE(row.front(), 0);
        QCOMPARE(row.back(), kLast);
        const int below = static_cast<int>(std::count_if(row.begin(), row.end(), [](int t) { return t < 1300; })),
                  above = static_cast<int>(std::count_if(row.begin(), row.end(), [](int t) { return t > 1500; }));
        QVERIFY2(below <= 3 && above <= 3, qPrintable(QString("%1 %2").arg(below).arg(above)));
    }

    /// What the schedule is for: along it the loss is a straight line, up to the share that is spread evenly and the width of a bucket.
    void theLossRisesEvenly_data()
    {
        QTest::addColumn<double>("power");
        for (const double power : {0.5, 2.0, 3.0})
            QTest::newRow(qPrintable(QString::number(power))) << power;
    }

    void theLossRisesEvenly()
    {
        QFETCH(double, power);
        const auto loss = [&](double t) { return 5 * std::pow(t / kLast, power); };
        const auto row = learned(loss);
        double largest = 0, uniform = 0;
        for (int i = 0; i <= LossSurface::kLevels; ++i) {
            const double even = double(i) / LossSurface::kLevels;
            largest = std::max(largest, std::abs(loss(row[i]) / 5 - even));
            uniform = std::max(uniform, std::abs(loss(evenly(i)) / 5 - even));
        }
        QVERIFY2(largest < 0.12, qPrintable(QString("%1, uniform %2").arg(largest).arg(uniform)));
        QVERIFY(largest < uniform / 2);
    }

    void positionsHaveTheirOwn()
    {
        LossSurface surface(2, kSteps);
        feed(surface, 2, [](int n, int t) { return std::pow(double(t) / kLast, n == 0 ? 3 : 0.4); });
        const ScheduleTable table = surface.timesteps();
        for (int i = 4; i < LossSurface::kLevels - 3; ++i)
            QVERIFY(table[0][i] > table[1][i] + 100);
        QVERIFY(checkLearnedTimesteps(table, kSteps).has_value());
    }

    /// Noise on few tokens: whatever comes of it can be run, and does not run away from what the neighbours know.
    void noisyLossesMakeASchedule()
    {
        for (int seed = 0; seed < 50; ++seed) {
            LossSurface surface(4, seed % 2 ? kSteps : 25);
            std::vector<double> losses(surface.cells()), weights(surface.cells());
            for (int i = 0; i < surface.cells(); ++i) {
                weights[i] = uniform01(seed, 1, i) < 0.3 ? 0 : 100 * uniform01(seed, 2, i);
                losses[i] = weights[i] * 6 * uniform01(seed, 3, i);
            }
            surface.add(losses, weights);
            const Status checked = checkLearnedTimesteps(surface.timesteps(), seed % 2 ? kSteps : 25);
            QVERIFY2(checked.has_value(), checked ? "" : checked.error().message.c_str());
        }
        LossSurface tiny(2, 2); // fewer timesteps than buckets
        std::vector<double> some(tiny.cells(), 100.0);
        some[0] = 1;
        tiny.add(some, std::vector<double>(tiny.cells(), 100.0));
        QVERIFY(checkLearnedTimesteps(tiny.timesteps(), 2).has_value());
    }

    void neighboursLendWhatIsMissing()
    {
        const auto cubic = [](int, int t) { return 4 * std::pow(double(t) / kLast, 3); };
        LossSurface surface(7, kSteps);
        std::vector<double> losses(surface.cells()), weights(surface.cells());
        for (int t = 0; t < kSteps; ++t) { // only the position in the middle is ever seen
            losses[surface.cell(3, t)] += cubic(3, t);
            weights[surface.cell(3, t)] += 1;
        }
        surface.add(losses, weights);
        const ScheduleTable table = surface.timesteps();
        QVERIFY(table[3][8] > evenly(8) + 200);
        QVERIFY(std::abs(table[2][8] - table[3][8]) < 100);
        QVERIFY(std::abs(table[5][8] - table[3][8]) < 100);
        compareEven(table[0], 0); // too far away
        compareEven(table[6], 0);
    }

    void fewTokensAreBelievedLittle()
    {
        LossSurface surface(1, kSteps);
        std::vector<double> losses(surface.cells()), weights(surface.cells(), 5.0); // a tenth of what is enough
        for (int b = 0; b < surface.cells(); ++b)
            losses[b] = 5 * std::pow((b + 0.5) / surface.cells(), 3);
        surface.add(losses, weights);
        const int few = surface.timesteps().front()[8];
        for (int i = 0; i < 20; ++i)
            surface.add(losses, weights);
        const int many = surface.timesteps().front()[8];
        QVERIFY2(few > evenly(8) && many > few + 200,
                 qPrintable(QString("%1 %2 %3").arg(evenly(8)).arg(few).arg(many)));
    }

    void newLossesTakeThePlaceOfOld()
    {
        LossSurface surface(1, kSteps);
        feed(
            surface, 1, [](int, int t) { return 5 * std::pow(double(t) / kLast, 3); }, 100);
        const int before = surface.timesteps().front()[16];
        feed(
            surface, 1, [](int, int t) { return 0.5 * std::sqrt(double(t) / kLast); }, 200);
        const int after = surface.timesteps().front()[16];
        QVERIFY(before > evenly(16) + 300 && after < evenly(16) - 300);
    }

    void sumsThatAreNotFiniteAreLeftOut()
    {
        LossSurface surface(1, kSteps);
        feed(surface, 1, [](int, int t) { return double(t); });
        const nlohmann::json before = surface.toJson();
        surface.add(std::vector<double>(surface.cells(), std::nan("")), std::vector<double>(surface.cells(), 1.0));
        surface.add(std::vector<double>(surface.cells(), 1.0), std::vector<double>(surface.cells(), INFINITY));
        surface.add(std::vector<double>(surface.cells(), 1.0), std::vector<double>(surface.cells(), 0.0));
        QVERIFY(surface.toJson() == before);
    }

    void survivesItsOwnJson()
    {
        LossSurface surface(3, kSteps), copy(3, kSteps), other(4, kSteps);
        feed(surface, 3, [](int n, int t) { return std::log(2.0 + n + t); });
        copy.readJson(nlohmann::json::parse(surface.toJson().dump()));
        QVERIFY(copy.toJson() == surface.toJson()); // to the last bit
        QCOMPARE(copy.timesteps(), surface.timesteps());
        const nlohmann::json before = copy.toJson();
        nlohmann::json broken = surface.toJson();
        broken["seen"][0] = -1;
        for (const nlohmann::json &wrong :
             {nlohmann::json("text"), nlohmann::json(nullptr), nlohmann::json::object(), other.toJson(), broken})
            copy.readJson(wrong);
        QVERIFY(copy.toJson() == before);
    }

    /// The schedule is made anew every so many steps, whatever happened in between; a state that was kept goes on the same.
    void drawsFollowTheScheduleOfTheirStep()
    {
        auto draw = LearnedDraw::make(config());
        QVERIFY(draw.has_value());
        const auto at = [](const LearnedDraw &of) {
            std::vector<int> row(6);
            of.schedule()->timesteps(kSteps / 2, row);
            return row;
        };
        QCOMPARE(at(*draw), std::vector<int>(6, kSteps / 2)); // uniform at first
        QVERIFY(draw->prepare(0).has_value());
        feed(draw->surface(), 6, [](int, int t) { return std::pow(double(t) / kLast, 3); });
        QVERIFY(draw->prepare(4).has_value());
        QCOMPARE(at(*draw), std::vector<int>(6, kSteps / 2));
        QVERIFY(draw->prepare(5).has_value());
        QVERIFY(at(*draw)[0] > kSteps / 2 + 300);
        feed(
            draw->surface(), 6, [](int, int) { return 1.0; }, 50);
        auto kept = LearnedDraw::make(config());
        kept->readJson(nlohmann::json::parse(draw->toJson().dump()));
        QCOMPARE(at(*kept), at(*draw)); // that of step 5, not of what is known now
        for (LearnedDraw *each : {&*kept, &*draw})
            QVERIFY(each->prepare(7).has_value() && each->prepare(10).has_value());
        QCOMPARE(at(*kept), at(*draw));
        const nlohmann::json before = kept->toJson();
        nlohmann::json falls = before;
        falls["timesteps"][2][5] = kLast;
        for (const nlohmann::json &wrong :
             {nlohmann::json("text"), nlohmann::json(nullptr), nlohmann::json{{"surface", 1}}, falls})
            kept->readJson(wrong);
        QVERIFY(kept->toJson() == before);
    }

    void accumulatedBatchesAreOneStep()
    {
        TrainConfig three = config(2);
        three.accumulation = 3;
        auto draw = LearnedDraw::make(three);
        feed(draw->surface(), 6, [](int, int t) { return std::pow(double(t) / kLast, 3); });
        std::vector<int> row(6);
        for (const int batch : {1, 2, 3, 4, 5}) {
            QVERIFY(draw->prepare(batch).has_value());
            draw->schedule()->timesteps(kSteps / 2, row);
            QCOMPARE(row[0], kSteps / 2);
        }
        QVERIFY(draw->prepare(6).has_value());
        draw->schedule()->timesteps(kSteps / 2, row);
        QVERIFY(row[0] > kSteps / 2 + 300);
    }

    void drawsAreOfTheSchedule()
    {
        DrawConfig weights;
        weights.arDiffusion = 0;
        weights.independent = 0.5;
        weights.learned = 0.5;
        auto source = TimestepDraw::make(weights, 6, kSteps, 3);
        QVERIFY(source.has_value());
        TimestepScheduleSpec spec;
        spec.kind = "learned";
        spec.length = 6;
        spec.diffusionSteps = kSteps;
        spec.knots = std::make_shared<const ScheduleTable>(ScheduleTable{
            {0, 100, kLast}, {0, 200, kLast}, {0, 300, kLast}, {0, 400, kLast}, {0, 500, kLast}, {0, 600, kLast}});
        const auto schedule = makeTimestepSchedule(spec);
        QVERIFY(schedule.has_value());
        source->follow(*schedule);
        std::vector<std::vector<int>> rows(kSteps, std::vector<int>(6));
        for (int s = 0; s < kSteps; ++s)
            (*schedule)->timesteps(s, rows[s]);
        const int batch = 4000;
        const auto t = source->draw(0, batch, 6).timesteps;
        int followed = 0;
        std::vector<int> tenths(10);
        for (int b = 0; b < batch; ++b) {
            const std::vector<int> row(t.begin() + b * 6, t.begin() + b * 6 + 6);
            const auto found = std::find(rows.begin(), rows.end(), row);
            followed += found != rows.end();
            if (found != rows.end())
                ++tenths[std::size_t(found - rows.begin()) * 10 / kSteps];
        }
        QVERIFY(std::abs(followed / double(batch) - 0.5) < 0.04);
        for (const int count : tenths) // sentence steps are drawn evenly
            QVERIFY2(std::abs(count / double(followed) - 0.1) < 0.03, qPrintable(QString::number(count)));
        QCOMPARE(source->draw(0, batch, 6).timesteps, t); // pure
        const auto moved = source->draw(0, batch, 6, nullptr, 0.1).timesteps;
        for (std::size_t i = 0; i < t.size(); ++i)
            QVERIFY(moved[i] >= t[i] && moved[i] <= kLast);
        const auto trimmed = source->draw(0, 3, 4).timesteps, whole = source->draw(0, 3, 6).timesteps;
        for (int b = 0; b < 3; ++b)
            for (int n = 0; n < 4; ++n)
                QCOMPARE(trimmed[b * 4 + n], whole[b * 6 + n]);
    }

    /// A configuration without it draws what it always drew, whatever is followed.
    void withoutItNothingChanges()
    {
        DrawConfig weights;
        weights.uniform = weights.independent = 1;
        const auto plain = TimestepDraw::make(weights, 6, kSteps, 3);
        auto other = TimestepDraw::make(weights, 6, kSteps, 3);
        other->follow(nullptr);
        QCOMPARE(other->draw(2, 500, 6).timesteps, plain->draw(2, 500, 6).timesteps);
    }
};

QTEST_GUILESS_MAIN(TestLossSurface)
#include "tst_losssurface.moc"
