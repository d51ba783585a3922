// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The clamp that draws words: how often which word, and what a draw depends on.
#include "engine/sampler/World.h"
#include <QTest>
#include <cmath>
#include <vector>

using namespace ard;
using ard::test::smallConfig;
using ard::test::World;
using torch::Tensor;

namespace {

World drawingWorld(double temperature = 1)
{
    World world;
    world.options.clamp = ClampMode::Drawn;
    world.options.temperature = temperature;
    return world;
}

/// The clamped x0_hat of every call, [1,N,E] each.
std::vector<Tensor> clampedOf(const World &world, std::uint64_t seed)
{
    std::vector<Tensor> clamped;
    SamplingObserver observer;
    observer.stepped = [&](const SampledStep &step) { clamped.push_back(step.clamped.clone()); };
    world.run(world.source(), {seed}, observer);
    return clamped;
}

} // namespace

class TestDrawnClamp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreDrawnAsProbableAsTheyAre();
    void tilesDoNotShow();
    void numbersAreKeyedBySeedPositionAndTimestep();
    void everyCallDrawsAWord();
    void aColdDrawIsTheLikeliestWord();
    void rowsDoNotSeeEachOther();
    void aRestDrawsTheSameWords();
    void sourcesWithoutNumbersDrawTheMiddle();
};

/// With numbers spread evenly over [0,1) each word comes as often as it is probable, but for one at its edges.
void TestDrawnClamp::wordsAreDrawnAsProbableAsTheyAre()
{
    constexpr int64_t draws = 20'000;
    const World world;
    const Tensor x = at::randn({1, world.config.embeddingWidth}).to(World::device());
    for (const double temperature : {1.0, 2.0}) {
        const Tensor drawn = world.words.drawnEmbeddings(
            x.expand({draws, -1}), at::linspace(0, 1 - 1.0 / double(draws), draws, torch::kDouble), temperature, 1);
        const Tensor probable = (world.denoiser.logits(x) / temperature).softmax(-1).squeeze(0);
        const Tensor words = world.words.nearestWords(drawn);
        QVERIFY(at::equal(world.words.table().index_select(0, words), drawn)); // embeddings of words, exactly
        for (int64_t word = 0; word < world.config.vocabulary; ++word) {
            const double share = (words == word).sum().item<double>() / double(draws);
            QVERIFY(std::abs(share - probable[word].item<double>()) < 2.0 / double(draws) + 1e-5);
        }
    }
}

void TestDrawnClamp::tilesDoNotShow()
{
    const World world(smallConfig(300'000)); // 27 rows a tile
    const Tensor x = at::randn({2, 50, world.config.embeddingWidth}).to(World::device());
    const Tensor numbers = at::rand({2, 50}, torch::kDouble);
    const Tensor whole = world.words.drawnEmbeddings(x, numbers, 1, 0.9);
    for (const int64_t n : {0, 26, 27, 49})
        QVERIFY(at::equal(world.words.drawnEmbeddings(x[1][n].unsqueeze(0), numbers[1][n].unsqueeze(0), 1, 0.9)[0],
                          whole[1][n]));
}

void TestDrawnClamp::numbersAreKeyedBySeedPositionAndTimestep()
{
    PhiloxNoise two({7, 9, 7}, 3, 5, torch::kCPU), one({9}, 3, 5, torch::kCPU);
    const std::vector<int> arrived{30, 0, -2}, other{29, 0, -2};
    const Tensor a = two.uniform(arrived), b = one.uniform(arrived), c = one.uniform(other);
    QVERIFY(a.sizes() == torch::IntArrayRef({3, 3}));
    QVERIFY(at::equal(a[1], b[0])); // the row's seed, not the row
    QVERIFY(at::equal(a[0], a[2]));
    QVERIFY((a[0] != a[1]).all().item<bool>());
    QVERIFY(b[0][0].item<double>() != c[0][0].item<double>());
    QVERIFY(at::equal(b[0].slice(0, 1), c[0].slice(0, 1)));
    QVERIFY(b[0][1].item<double>() != b[0][2].item<double>());
    QVERIFY(((a >= 0) & (a < 1)).all().item<bool>());
}

void TestDrawnClamp::everyCallDrawsAWord()
{
    const World world = drawingWorld();
    const std::vector<Tensor> first = clampedOf(world, 5), again = clampedOf(world, 5), other = clampedOf(world, 6);
    QCOMPARE(first.size(), std::size_t(6));
    bool differs = false;
    for (std::size_t call = 0; call < first.size(); ++call) {
        const Tensor words = world.words.nearestWords(first[call]);
        QVERIFY(at::equal(world.words.table().index_select(0, words.flatten()).view(first[call].sizes()), first[call]));
        QVERIFY(at::equal(first[call], again[call]));
        differs = differs || !at::equal(first[call], other[call]);
    }
    QVERIFY(differs);
}

void TestDrawnClamp::aColdDrawIsTheLikeliestWord()
{
    const World world = drawingWorld(0.01);
    int calls = 0;
    SamplingObserver observer;
    observer.stepped = [&](const SampledStep &step) {
        const Tensor likeliest = world.words.mostProbableWords(step.prediction);
        const Tensor gap = std::get<0>(world.denoiser.logits(step.prediction).topk(2, -1));
        const Tensor clear = gap.select(-1, 0) - gap.select(-1, 1) > 0.3; // e^30 times as likely
        QVERIFY(clear.any().item<bool>());
        QVERIFY(at::equal(world.words.nearestWords(step.clamped).masked_select(clear), likeliest.masked_select(clear)));
        ++calls;
    };
    world.run(world.source(), {5}, observer);
    QCOMPARE(calls, 6);
}

void TestDrawnClamp::rowsDoNotSeeEachOther()
{
    const World world = drawingWorld();
    const EncodedSource sources = world.source(3);
    const SamplingResult together = world.run(sources, {1, 2, 1});
    for (int64_t row = 0; row < 3; ++row) {
        const EncodedSource alone = sources.select(torch::tensor({row}, torch::kInt64).to(World::device()));
        QVERIFY(at::equal(world.run(alone, {row == 1 ? 2U : 1U}).ids[0], together.ids[row]));
    }
}

void TestDrawnClamp::aRestDrawsTheSameWords()
{
    const World world = drawingWorld();
    const SamplingResult whole = world.run(world.source(), {11});
    PhiloxNoise noise({11}, world.config.length, world.config.embeddingWidth, World::device());
    const Sampler sampler(world.denoiser, world.words, world.noise, world.options);
    const SamplingResult half = sampler.resume(world.source(), sampler.start(1, noise), 1, 3, noise);
    World tail = world; // as a plan of its own, as when a run goes on from a frame
    SamplingPlan &plan = tail.options.plan;
    plan.timesteps.erase(plan.timesteps.begin(), plan.timesteps.begin() + 3);
    plan.sentenceSteps.erase(plan.sentenceSteps.begin(), plan.sentenceSteps.begin() + 3);
    const Sampler rest(world.denoiser, world.words, world.noise, tail.options);
    QVERIFY(at::equal(rest.resume(world.source(), half.state, 1, 3, noise).latent, whole.latent));
}

void TestDrawnClamp::sourcesWithoutNumbersDrawTheMiddle()
{
    class Recorded : public NoiseSource {
    public:
        Tensor starting() override { return {}; }
        Tensor step(int, std::span<const int>, std::span<const int>) override { return {}; }
    } noise;
    const std::vector<int> arrived{3, 0};
    QVERIFY(at::equal(noise.uniform(arrived), at::full({1, 2}, 0.5, torch::kDouble)));
}

QTEST_GUILESS_MAIN(TestDrawnClamp)
#include "tst_drawnclamp.moc"
