// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Philox.h"
#include "engine/sample/Capture.h"
#include "engine/sampler/World.h"
#include <QTest>
#include <cmath>

using namespace ard;
using ard::test::largest;
using ard::test::smallConfig;
using ard::test::World;

namespace {

std::vector<StepFrame> framesOf(const World &world, const Projection *projection)
{
    std::vector<StepFrame> frames;
    Capture capture(world.denoiser, world.words, projection);
    SamplingObserver observer;
    observer.stepped = [&](const SampledStep &step) { frames.push_back(capture.frame(step)); };
    world.run(world.source(), {3}, observer);
    return frames;
}

} // namespace

class TestSampler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noiseIsKeyedBySeedPositionAndTimestep();
    void nearestIsNearest();
    void tilesDoNotShow();
    void expectedIsTheMean();
    void sameSeedSameRun();
    void rowsDoNotSeeEachOther();
    void etaZeroNeedsNoStepNoise();
    void tokensThatStayAreUntouched();
    void clampStartsWhereAsked();
    void selfConditionIsUsed();
    void cancelStopsBetweenCalls();
    void noGradients();
    void framesSayWhatHappened();
    void smallVocabularyFillsUp();
    void projectionIsFixed();
};

void TestSampler::noiseIsKeyedBySeedPositionAndTimestep()
{
    PhiloxNoise two({7, 9, 7}, 3, 5, torch::kCPU), one({9}, 3, 5, torch::kCPU);
    const std::vector<int> before{40, 40, 0}, after{30, 0, 0};
    const torch::Tensor a = two.step(1, before, after).expand({3, 3, 5}),
                        b = one.step(4, before, after).expand({1, 3, 5});
    QVERIFY(at::equal(a[1], b[0])); // the row's seed, not the row or the call
    QVERIFY(at::equal(a[0], a[2]));
    QVERIFY(!at::equal(a[0], a[1]));
    QCOMPARE(a.slice(1, 1, 3).abs().max().item<float>(), 0.f); // arrives at 0, or stays: nothing is drawn
    std::vector<float> expected(5);
    fillStandardNormal({9, 0, 30}, expected);
    for (int c = 0; c < 5; ++c)
        QCOMPARE(b[0][0][c].item<float>(), expected[std::size_t(c)]);
    QVERIFY(!at::equal(one.starting()[0][0], b[0][0]));
    QVERIFY(at::equal(one.starting(), PhiloxNoise({9, 9}, 3, 5, torch::kCPU).starting()));
}

void TestSampler::nearestIsNearest()
{
    const World world;
    const torch::Tensor x = at::randn({5, 7, world.config.embeddingWidth});
    const torch::Tensor found = world.words.nearestWords(x);
    const torch::Tensor distances = (x.unsqueeze(2) - world.words.table()).square().sum(-1); // [5,7,V]
    QVERIFY(at::equal(found, distances.argmin(-1)));
    QVERIFY(at::equal(world.words.nearestEmbeddings(x), world.words.table().index({found})));
    QVERIFY(
        at::equal(world.words.nearestWords(world.words.table()), at::arange(world.config.vocabulary, torch::kInt64)));
}

void TestSampler::tilesDoNotShow()
{
    const World world(smallConfig(300'000)); // 27 rows a tile
    const torch::Tensor x = at::randn({2, 50, world.config.embeddingWidth});
    const torch::Tensor whole = world.words.mostProbableWords(x), nearest = world.words.nearestWords(x);
    QVERIFY(whole.sizes() == torch::IntArrayRef({2, 50}));
    for (const int64_t n : {0, 26, 27, 49}) {
        QCOMPARE(world.words.mostProbableWords(x[1][n]).item<int64_t>(), whole[1][n].item<int64_t>());
        QCOMPARE(world.words.nearestWords(x[1][n]).item<int64_t>(), nearest[1][n].item<int64_t>());
    }
}

void TestSampler::expectedIsTheMean()
{
    const World world;
    const torch::Tensor x = at::randn({4, world.config.embeddingWidth});
    const torch::Tensor probabilities = world.denoiser.logits(x).softmax(-1);
    const torch::Tensor mean = (probabilities.unsqueeze(-1) * world.words.table().unsqueeze(0)).sum(1);
    QVERIFY(largest(world.words.expectedEmbeddings(x), mean) < 1e-5);
}

void TestSampler::sameSeedSameRun()
{
    World world;
    for (const ClampMode clamp : {ClampMode::None, ClampMode::Nearest, ClampMode::Expected}) {
        world.options.clamp = clamp;
        const SamplingResult a = world.run(world.source(), {11}), b = world.run(world.source(), {11}),
                             c = world.run(world.source(), {12});
        QVERIFY(a.complete);
        QCOMPARE(a.modelCalls, 6);
        QVERIFY(at::equal(a.latent, b.latent));
        QVERIFY(at::equal(a.ids, b.ids));
        QVERIFY(!at::equal(a.latent, c.latent));
    }
}

void TestSampler::rowsDoNotSeeEachOther()
{
    World world;
    world.options.clamp = ClampMode::None; // every number counts, not only the words
    const EncodedSource sources = world.source(3);
    const SamplingResult together = world.run(sources, {1, 2, 3});
    for (int64_t row = 0; row < 3; ++row) {
        EncodedSource alone = sources;
        alone.hidden = sources.hidden.slice(0, row, row + 1);
        alone.mask = sources.mask.slice(0, row, row + 1);
        for (std::size_t i = 0; i < alone.keys.size(); ++i) {
            alone.keys[i] = sources.keys[i].slice(0, row, row + 1);
            alone.values[i] = sources.values[i].slice(0, row, row + 1);
        }
        const SamplingResult single = world.run(alone, {std::uint64_t(row + 1)});
        QVERIFY(largest(single.latent[0], together.latent[row]) < 1e-4);
        QVERIFY(at::equal(single.ids[0], together.ids[row]));
    }
}

void TestSampler::etaZeroNeedsNoStepNoise()
{
    class StartOnly : public NoiseSource {
    public:
        torch::Tensor starting() override { return at::ones({1, 7, 6}); }
        torch::Tensor step(int, std::span<const int>, std::span<const int>) override
        {
            ++asked;
            return at::zeros({1, 7, 6});
        }
        int asked = 0;
    } noise;
    World world;
    world.options.eta = 0;
    QVERIFY(Sampler(world.denoiser, world.words, world.noise, world.options).run(world.source(), noise).complete);
    QCOMPARE(noise.asked, 0);
    world.options.eta = 1;
    QVERIFY(Sampler(world.denoiser, world.words, world.noise, world.options).run(world.source(), noise).complete);
    QVERIFY(noise.asked > 0);
}

void TestSampler::tokensThatStayAreUntouched()
{
    World world;
    world.options.plan.sentenceSteps = {2, 1, 0};
    world.options.plan.timesteps = {{49, 49, 49, 20, 20, 0, 0}, {49, 30, 30, 20, 10, 0, 0}, {49, 30, 0, 20, 0, 0, 0}};
    std::vector<torch::Tensor> latents;
    SamplingObserver observer;
    observer.stepped = [&](const SampledStep &step) { latents.push_back(step.latent); };
    PhiloxNoise start({4}, world.config.length, world.config.embeddingWidth, World::device());
    world.run(world.source(), {4}, observer);
    for (const int64_t n : {0, 3, 5, 6})
        QVERIFY(at::equal(latents[1][0][n], start.starting()[0][n]));
    QVERIFY(at::equal(latents[1][0][1], latents[0][0][1])); // moved in the first call only
    QVERIFY(!at::equal(latents[0][0][1], start.starting()[0][1]));
    QVERIFY(!at::equal(latents[1][0][4], latents[0][0][4]));
}

void TestSampler::clampStartsWhereAsked()
{
    World world;
    world.options.clampFromCall = 3;
    SamplingObserver observer;
    int checked = 0;
    observer.stepped = [&](const SampledStep &step) {
        const bool same = at::equal(step.prediction, step.clamped);
        QCOMPARE(same, step.call < 3);
        if (!same)
            QVERIFY(at::equal(step.clamped, world.words.nearestEmbeddings(step.prediction)));
        ++checked;
    };
    world.run(world.source(), {1}, observer);
    QCOMPARE(checked, 6);
}

void TestSampler::selfConditionIsUsed()
{
    World world(smallConfig(31, true));
    world.options.clamp = ClampMode::None;
    const SamplingResult zeros = world.run(world.source(), {1});
    world.options.selfCondition = true;
    QVERIFY(!at::equal(zeros.latent, world.run(world.source(), {1}).latent));
}

void TestSampler::cancelStopsBetweenCalls()
{
    const World world;
    int calls = 0;
    SamplingObserver observer;
    observer.cancelled = [&] { return calls == 2; };
    observer.stepped = [&](const SampledStep &) { ++calls; };
    const SamplingResult result = world.run(world.source(), {1}, observer);
    QCOMPARE(calls, 2);
    QCOMPARE(result.modelCalls, 2);
    QVERIFY(!result.complete);
    QVERIFY(!result.ids.defined());
}

void TestSampler::noGradients()
{
    World world;
    world.denoiser.parameters().requireGradients(true);
    const SamplingResult result = world.run(world.source(), {1});
    QVERIFY(!result.latent.requires_grad());
}

void TestSampler::framesSayWhatHappened()
{
    const World world;
    const Projection projection(world.words.table());
    const auto frames = framesOf(world, &projection);
    const auto &plan = world.options.plan;
    QCOMPARE(frames.size(), std::size_t(6));
    for (std::size_t m = 0; m < frames.size(); ++m) {
        QCOMPARE(frames[m].modelCall, int(m) + 1);
        QCOMPARE(frames[m].sentenceStepBefore, plan.sentenceSteps[m]);
        QCOMPARE(frames[m].sentenceStepAfter, plan.sentenceSteps[m + 1]);
        QCOMPARE(frames[m].tokens.size(), std::size_t(world.config.length));
        for (std::size_t n = 0; n < frames[m].tokens.size(); ++n) {
            const TokenState &token = frames[m].tokens[n];
            QCOMPARE(token.timestepBefore, plan.timesteps[m][n]);
            QCOMPARE(token.timestepAfter, plan.timesteps[m + 1][n]);
            float total = 0;
            for (int k = 0; k < kTopWords; ++k) {
                total += token.topProbabilities[std::size_t(k)];
                QVERIFY(k == 0 || token.topProbabilities[std::size_t(k)] <= token.topProbabilities[std::size_t(k) - 1]);
            }
            QVERIFY(total > 0 && total <= 1.0001f);
            QVERIFY(token.entropy >= 0 && token.entropy <= std::log(31.f) + 1e-4f);
            QVERIFY(token.distance >= 0 && std::isfinite(token.distance));
            QVERIFY(m + 1 == frames.size() || token.wordId == token.topIds[0]);
            QCOMPARE(token.changed, m > 0 && frames[m - 1].tokens[n].wordId != token.wordId);
            QVERIFY(token.projection.has_value());
        }
    }
    const SamplingResult again = world.run(world.source(), {3});
    for (std::size_t n = 0; n < std::size_t(world.config.length); ++n)
        QCOMPARE(int64_t(frames.back().tokens[n].wordId), again.ids[0][int64_t(n)].item<int64_t>());
}

void TestSampler::smallVocabularyFillsUp()
{
    const World world(smallConfig(5));
    const TokenState token = framesOf(world, nullptr).front().tokens.front();
    QVERIFY(token.topIds[4] >= 0);
    for (std::size_t k = 5; k < kTopWords; ++k) {
        QCOMPARE(token.topIds[k], -1);
        QCOMPARE(token.topProbabilities[k], 0.f);
    }
    QVERIFY(!token.projection.has_value());
}

void TestSampler::projectionIsFixed()
{
    const World world;
    const Projection a(world.words.table()), b(world.words.table());
    const torch::Tensor points = a.project(world.words.table());
    QVERIFY(at::equal(points, b.project(world.words.table())));
    QVERIFY(points.mean(0).abs().max().item<float>() < 1e-4f);
    const torch::Tensor variance = points.square().mean(0);
    QVERIFY(variance[0].item<float>() >= variance[1].item<float>());
    const torch::Tensor centred = world.words.table() - world.words.table().mean(0);
    QVERIFY(variance[0].item<float>() >=
            centred.square().mean(0).max().item<float>() - 1e-4f); // no single channel varies more
    QVERIFY((points[0] * points[1]).isfinite().all().item<bool>());
}

QTEST_GUILESS_MAIN(TestSampler)
#include "tst_sampler.moc"
