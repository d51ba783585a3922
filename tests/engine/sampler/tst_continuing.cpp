// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What sampling has besides the paper's: noise cut off, DPM-Solver++, early stop; and runs that go on from their middle.
#include "base/Philox.h"
#include "engine/sample/Changes.h"
#include "engine/sample/EarlyStop.h"
#include "engine/sample/StateCache.h"
#include "engine/sampler/World.h"
#include <QTest>
#include <cmath>

using namespace ard;
using ard::test::largest;
using ard::test::smallConfig;
using ard::test::World;
using Kind = PositionChange::Kind;

namespace {

constexpr int kCalls = 6;

/// Every call's x_t before, x0_hat as it was used, and x_t' after, [N,E].
struct Path {
    std::vector<torch::Tensor> before, clean, after;
};

Path pathOf(const World &world, std::uint64_t seed)
{
    Path path;
    SamplingObserver observer;
    PhiloxNoise noise({seed}, world.config.length, world.config.embeddingWidth, World::device());
    torch::Tensor latent = noise.starting()[0];
    observer.stepped = [&](const SampledStep &step) {
        path.before.push_back(latent);
        path.clean.push_back(step.clamped[0].clone());
        path.after.push_back(latent = step.latent[0].clone());
    };
    world.run(world.source(), {seed}, observer);
    return path;
}

torch::Tensor wordsOf(std::initializer_list<std::vector<int64_t>> rows)
{
    std::vector<torch::Tensor> tensors;
    for (const auto &row : rows)
        tensors.push_back(torch::tensor(row, torch::kInt64));
    return at::stack(tensors);
}

/// Positions that stand still for a while, so that the network says the same again and again.
void standStill(World &world, int calls)
{
    world.options.plan.sentenceSteps.clear();
    world.options.plan.timesteps.clear();
    for (int m = 0; m <= calls; ++m) {
        world.options.plan.sentenceSteps.push_back(calls - m);
        world.options.plan.timesteps.emplace_back(world.config.length, m == calls ? 0 : 20);
    }
}

} // namespace

class TestContinuing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepNoiseIsCutOff();
    void multistepFollowsItsFormula();
    void multistepAddsNoNoise();
    void stopsRowByRow();
    void stopsWhenNothingChanges();
    void neverStopsUnlessAsked();
    void resumesExactly_data();
    void resumesExactly();
    void pinnedWordsHold();
    void changesOfPositions();
    void rememberedStates();
};

void TestContinuing::stepNoiseIsCutOff()
{
    PhiloxNoise cut({7, 8}, 9, 40, torch::kCPU, 0.8), whole({7, 8}, 9, 40, torch::kCPU);
    const std::vector<int> before(9, 40), after(9, 30);
    const torch::Tensor a = cut.step(1, before, after), b = whole.step(1, before, after);
    QVERIFY(a.abs().max().item<float>() <= 0.8f);
    QVERIFY(b.abs().max().item<float>() > 0.8f);
    const torch::Tensor within = b.abs() <= 0.8;
    QVERIFY(at::equal(a.masked_select(within), b.masked_select(within)));
    QVERIFY(at::equal(cut.starting(), whole.starting())); // the reference cuts the noise of steps only
}

void TestContinuing::multistepFollowsItsFormula()
{
    World world(smallConfig(), kCalls);
    world.options.solver = Solver::DpmPlusPlus2M;
    world.options.clamp = ClampMode::None;
    world.options.plan.timesteps[2][6] = world.options.plan.timesteps[1][6]; // stays in the second call
    const Path path = pathOf(world, 5);
    const auto &rows = world.options.plan.timesteps;
    std::vector<int> from(std::size_t(world.config.length), -1);
    std::vector<torch::Tensor> before(std::size_t(world.config.length));
    int extrapolated = 0, stayed = 0;
    for (std::size_t m = 0; m < std::size_t(kCalls); ++m) {
        for (std::size_t n = 0; n < from.size(); ++n) {
            const auto position = int64_t(n);
            const auto c = multistepCoefficients(world.noise, from[n], rows[m][n], rows[m + 1][n]);
            torch::Tensor expected = path.before[m][position] * c.latent + path.clean[m][position] * c.clean;
            if (c.previous != 0) {
                expected = expected + before[n] * c.previous;
                ++extrapolated;
            }
            QVERIFY(largest(expected, path.after[m][position]) < 1e-4 * (1 + expected.abs().max().item<double>()));
            if (rows[m][n] == rows[m + 1][n]) {
                QVERIFY(at::equal(path.before[m][position], path.after[m][position])); // untouched
                ++stayed;
                continue;
            }
            from[n] = rows[m][n];
            before[n] = path.clean[m][position];
        }
    }
    QVERIFY(extrapolated > 0);
    QVERIFY(stayed > 0);
    World first = world;
    first.options.solver = Solver::Ddim;
    first.options.eta = 0;
    QVERIFY(largest(pathOf(first, 5).after.back(), path.after.back()) > 1e-6); // another result than DDIM's
}

void TestContinuing::multistepAddsNoNoise()
{
    class StartOnly : public NoiseSource {
    public:
        torch::Tensor starting() override { return at::ones({1, 7, 6}); }
        torch::Tensor step(int, std::span<const int>, std::span<const int>) override
        {
            asked = true;
            return at::zeros({1, 7, 6});
        }
        bool asked = false;
    } noise;
    World world;
    world.options.solver = Solver::DpmPlusPlus2M; // eta is 1
    const SamplingResult result =
        Sampler(world.denoiser, world.words, world.noise, world.options).run(world.source(), noise);
    QVERIFY(result.complete);
    QVERIFY(!noise.asked);
    QVERIFY(result.latent.isfinite().all().item<bool>());
}

void TestContinuing::stopsRowByRow()
{
    EarlyStop stop(2, 2);
    QVERIFY(stop.enabled());
    QVERIFY(!stop.add(1, wordsOf({{1, 2}, {5, 6}})));
    QVERIFY(!stop.add(2, wordsOf({{1, 2}, {5, 7}})));
    QVERIFY(!stop.add(3, wordsOf({{1, 2}, {5, 7}}))); // the first row has stood still in calls 2 and 3
    QCOMPARE(stop.calls(), (std::vector<int>{3, 0}));
    QVERIFY(stop.add(4, wordsOf({{9, 9}, {5, 7}}))); // what a stopped row does later counts no more
    QCOMPARE(stop.calls(), (std::vector<int>{3, 4}));
    QVERIFY(at::equal(stop.orStopped(wordsOf({{0, 0}, {0, 0}})), wordsOf({{1, 2}, {5, 7}})));
    QVERIFY(!EarlyStop(0, 2).enabled());
}

void TestContinuing::stopsWhenNothingChanges()
{
    World world;
    standStill(world, 10);
    world.options.stopWhenSettled = 3;
    torch::Tensor said;
    int frames = 0;
    SamplingObserver observer;
    observer.stepped = [&](const SampledStep &step) {
        ++frames;
        said = world.words.mostProbableWords(step.prediction).clone();
        QCOMPARE(step.finalIds.defined(), step.call == 4);
        QCOMPARE(step.stopped[0], step.call == 4 ? 4 : 0);
    };
    const SamplingResult result = world.run(world.source(), {3}, observer);
    QVERIFY(result.complete);
    QCOMPARE(result.modelCalls, 4); // one call, and three that changed nothing
    QCOMPARE(frames, 4);
    QCOMPARE(result.rowCalls, std::vector<int>{4});
    QVERIFY(at::equal(result.ids, said)); // the words of x0_hat: x is not clean yet
}

void TestContinuing::neverStopsUnlessAsked()
{
    World world;
    standStill(world, 10);
    const SamplingResult result = world.run(world.source(2), {3, 4});
    QCOMPARE(result.modelCalls, 10);
    QCOMPARE(result.rowCalls, (std::vector<int>{10, 10}));
    standStill(world, 4);
    const SamplingResult plain = world.run(world.source(), {3});
    world.options.stopWhenSettled = 4; // not before the last call: a run like any other
    QVERIFY(at::equal(world.run(world.source(), {3}).ids, plain.ids));
}

void TestContinuing::resumesExactly_data()
{
    QTest::addColumn<int>("solver");
    QTest::addColumn<bool>("selfCondition");
    QTest::newRow("ddim") << int(Solver::Ddim) << false;
    QTest::newRow("self-conditioned") << int(Solver::Ddim) << true;
    QTest::newRow("dpm++2m") << int(Solver::DpmPlusPlus2M) << false;
}

void TestContinuing::resumesExactly()
{
    QFETCH(int, solver);
    QFETCH(bool, selfCondition);
    World world(smallConfig(31, selfCondition), kCalls);
    world.options.solver = Solver(solver);
    world.options.selfCondition = selfCondition;
    world.options.clamp = ClampMode::None; // every number counts
    const SamplingResult whole = world.run(world.source(), {11});
    PhiloxNoise noise({11}, world.config.length, world.config.embeddingWidth, World::device());
    const Sampler sampler(world.denoiser, world.words, world.noise, world.options);
    SamplingState start;
    start.latent = noise.starting();
    const SamplingResult half = sampler.resume(world.source(), start, 1, 3, noise);
    QVERIFY(half.complete && !half.ids.defined());
    QCOMPARE(half.modelCalls, 3);
    const SamplingResult rest = sampler.resume(world.source(), half.state, 4, kCalls, noise);
    QVERIFY(at::equal(rest.latent, whole.latent));
    QVERIFY(at::equal(rest.ids, whole.ids));
    // The rest as a plan of its own, which knows where its positions came from.
    World tail = world;
    SamplingPlan &plan = tail.options.plan;
    tail.options.movedFrom.assign(std::size_t(world.config.length), -1);
    for (std::size_t m = 0; m < 3; ++m)
        for (std::size_t n = 0; n < tail.options.movedFrom.size(); ++n)
            if (plan.timesteps[m][n] != plan.timesteps[m + 1][n])
                tail.options.movedFrom[n] = plan.timesteps[m][n];
    plan.timesteps.erase(plan.timesteps.begin(), plan.timesteps.begin() + 3);
    plan.sentenceSteps.erase(plan.sentenceSteps.begin(), plan.sentenceSteps.begin() + 3);
    const Sampler short_(world.denoiser, world.words, world.noise, tail.options);
    QVERIFY(at::equal(short_.resume(world.source(), half.state, 1, kCalls - 3, noise).latent, whole.latent));
}

void TestContinuing::pinnedWordsHold()
{
    World world;
    world.options.pinned = {{2, 7}};
    for (const ClampMode clamp : {ClampMode::None, ClampMode::Nearest, ClampMode::Expected, ClampMode::Drawn}) {
        world.options.clamp = clamp;
        SamplingObserver observer;
        observer.stepped = [&](const SampledStep &step) {
            QVERIFY(at::equal(step.prediction[0][2], world.words.table()[7]));
            QVERIFY(at::equal(step.clamped[0][2], world.words.table()[7]));
            QVERIFY(!at::equal(step.clamped[0][3], world.words.table()[7]) || clamp == ClampMode::Nearest ||
                    clamp == ClampMode::Drawn);
        };
        QCOMPARE(world.run(world.source(), {5}, observer).ids[0][2].item<int64_t>(), int64_t(7));
    }
}

void TestContinuing::changesOfPositions()
{
    const World world;
    const int64_t width = world.config.embeddingWidth;
    SamplingState state;
    state.latent = at::randn({2, world.config.length, width});
    state.selfCondition = at::randn({2, world.config.length, width});
    const torch::Tensor before = state.latent.clone();
    const std::vector<int> timesteps{49, 30, 0, 20, 10, 5, 0};
    const std::vector<PositionChange> changes{
        {Kind::Replace, 1, 4, ""}, {Kind::Pin, 2, 5, ""}, {Kind::Renoise, 4, -1, ""}};
    const SamplingState changed = withChanges(state, changes, timesteps, {11, 12}, world.noise, world.words.table());
    QVERIFY(at::equal(state.latent, before)); // what was remembered stays as it was
    for (const int64_t n : {0, 3, 5, 6})
        QVERIFY(at::equal(changed.latent.select(1, n), state.latent.select(1, n)));
    const auto noiseOf = [&](std::uint64_t seed, int position, int timestep) {
        std::vector<float> noise(std::size_t(width), 0.f);
        fillStandardNormal({seed, position, timestep}, noise);
        return torch::tensor(noise);
    };
    const double signal = world.noise.alphaBar[30];
    const torch::Tensor word = world.words.table()[4];
    QVERIFY(largest(changed.latent[1][1], word * std::sqrt(signal) + noiseOf(12, 1, 30) * std::sqrt(1 - signal)) <
            1e-6);
    QVERIFY(largest(changed.latent[0][2], world.words.table()[5] * std::sqrt(world.noise.alphaBar[0])) < 1e-6);
    QVERIFY(at::equal(changed.latent[0][4], noiseOf(11, 4, NoiseKey::startingNoise)));
    QVERIFY(at::equal(changed.selfCondition[0][1], word));
    QCOMPARE(changed.selfCondition[1][4].abs().max().item<float>(), 0.f);
    QVERIFY(at::equal(changed.selfCondition.select(1, 0), state.selfCondition.select(1, 0)));
}

void TestContinuing::rememberedStates()
{
    StateCache cache;
    SamplingState state;
    int found = 0;
    QVERIFY(!cache.find("a", 5, found));
    for (const int call : {1, 2, 4}) {
        state.latent = at::full({1, 2, 2}, call);
        cache.put("a", call, state);
    }
    const SamplingState *known = cache.find("a", 3, found);
    QVERIFY(known);
    QCOMPARE(found, 2);
    QCOMPARE(known->latent[0][0][0].item<float>(), 2.f);
    QVERIFY(cache.find("a", 4, found) && found == 4);
    QVERIFY(!cache.find("a", 0, found));
    for (int run = 0; run < 20; ++run)
        cache.put("run " + std::to_string(run), 1, state);
    QVERIFY(!cache.find("a", 4, found)); // too long ago
    QVERIFY(cache.find("run 19", 1, found));
    state.latent = at::zeros({1, 1024, 8192}); // 32 MB each: four fit
    for (int call = 1; call < 8; ++call)
        cache.put("long", call, state);
    QVERIFY(cache.find("long", 7, found));
    QCOMPARE(found, 4);
}

QTEST_GUILESS_MAIN(TestContinuing)
#include "tst_continuing.moc"
