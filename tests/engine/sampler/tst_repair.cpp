// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Repair: which words go back to noise, worked by hand; that the others stay, how many calls are made, and that a row is repaired
// as it is alone.
#include "World.h"
#include "engine/sample/SamplingRun.h"
#include <QTest>
#include <algorithm>

using namespace ard;
using namespace ard::test;

namespace {

constexpr int kCalls = 6, kRepair = 3;

// A vocabulary: PAD, a mark, three words of one piece, two pieces that go on.
enum : std::int64_t { Pad, Mark, A, B, C, X, Y };
const std::vector<PieceKind> kKinds{PieceKind::NoWord, PieceKind::NoWord, PieceKind::Begins, PieceKind::Begins,
                                    PieceKind::Begins, PieceKind::GoesOn, PieceKind::GoesOn};

std::vector<int> doubtful(const std::vector<std::int64_t> &ids, std::vector<float> logs = {},
                          std::vector<int> held = {})
{
    logs.resize(ids.size(), -1.f);
    const std::vector<bool> marked = doubtfulPositions({ids, logs, kKinds}, held);
    std::vector<int> positions;
    for (std::size_t n = 0; n < marked.size(); ++n)
        if (marked[n])
            positions.push_back(static_cast<int>(n));
    return positions;
}

using Positions = std::vector<int>;

/// A world whose runs are repaired; each of its ids is a word.
World repairing(bool selfCondition = false)
{
    World world(smallConfig(31, selfCondition), kCalls);
    world.options.repairCalls = kRepair;
    world.options.pieceKinds = std::make_shared<const std::vector<PieceKind>>(31, PieceKind::Begins);
    return world;
}

/// The first seeds with which the world writes a word twice side by side.
std::vector<std::uint64_t> repeating(const World &world, std::size_t count = 1)
{
    std::vector<std::uint64_t> seeds;
    for (std::uint64_t seed = 1; seed < 1000 && seeds.size() < count; ++seed)
        if (world.run(world.source(), {seed}).state.open.any().item<bool>())
            seeds.push_back(seed);
    return seeds;
}

} // namespace

class TestRepair : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void repeatedWordsGoBack();
    void heldWordsStay();
    void othersStayAndCallsAreCounted();
    void sameSeedSameRepair();
    void rowsAreRepairedAsAlone();
    void goesOnFromAnyOfItsCalls();
    void pinsStay();
    void nothingDoubtfulCostsNoCall();
};

void TestRepair::repeatedWordsGoBack()
{
    QCOMPARE(doubtful({A, B, B, C}), Positions({2})); // of equally likely ones the second
    QCOMPARE(doubtful({A, B, B, C}, {-1, -3, -2, -1}), Positions({1}));
    QCOMPARE(doubtful({A, B, B, C}, {-1, -2, -3, -1}), Positions({2}));
    QCOMPARE(doubtful({A, B, Mark, B, C}), Positions({3}));                       // whatever mark stands between
    QCOMPARE(doubtful({A, B, X, B, X}), Positions({3, 4}));                       // a word of two pieces, whole
    QCOMPARE(doubtful({A, B, X, B, X}, {-1, -5, -1, -2, -3}), Positions({1, 2})); // by their mean
    QCOMPARE(doubtful({A, B, X, B, Y}), Positions());                             // another ending: another word
    QCOMPARE(doubtful({A, B, X, X, C}), Positions({3}));                          // a piece twice in its word
    QCOMPARE(doubtful({C, A, Mark, Mark, B}), Positions());                       // marks may stand twice
    QCOMPARE(doubtful({A, B, B, B, C}), Positions({2, 3}));                       // one of three is left
    QCOMPARE(doubtful({A, B, B, B, C}, {-1, -3, -2, -1, -1}), Positions({1, 2}));
}

void TestRepair::heldWordsStay()
{
    QCOMPARE(doubtful({A, B, B, C}, {}, {2}), Positions());
    QCOMPARE(doubtful({A, B, B, B}, {}, {2}), Positions({3}));
}

void TestRepair::othersStayAndCallsAreCounted()
{
    for (const bool selfCondition : {false, true}) {
        const World world = repairing(selfCondition);
        const std::vector<std::uint64_t> seeds = repeating(world);
        QVERIFY(!seeds.empty());
        torch::Tensor planned;
        Positions wentBack;
        std::vector<int> timesteps;
        SamplingObserver observer;
        observer.stepped = [&](const SampledStep &step) {
            if (step.call == kCalls)
                planned = step.finalIds.clone();
            if (step.call == kCalls + 1)
                for (int n = 0; n < world.config.length; ++n)
                    if (step.before[std::size_t(n)] > 0)
                        wentBack.push_back(n);
            if (step.call <= kCalls)
                return;
            QCOMPARE(step.sentenceStepBefore, 0);
            timesteps.push_back(step.before[std::size_t(wentBack.front())]);
            for (int n = 0; n < world.config.length; ++n)
                if (std::find(wentBack.begin(), wentBack.end(), n) == wentBack.end()) {
                    QCOMPARE(step.before[std::size_t(n)], 0);
                    QCOMPARE(step.finalIds[0][n].item<int64_t>(), planned[0][n].item<int64_t>());
                }
        };
        const SamplingResult result = world.run(world.source(), seeds, observer);
        QVERIFY(result.complete && result.finite);
        QCOMPARE(result.modelCalls, kCalls + kRepair);
        QCOMPARE(result.rowCalls, std::vector<int>{kCalls + kRepair});
        QVERIFY(!wentBack.empty() && int(wentBack.size()) < world.config.length);
        QCOMPARE(timesteps, std::vector<int>({49, 32, 16})); // evenly from T-1, T = 50
        World plain = repairing(selfCondition);
        plain.options.repairCalls = 0;
        QVERIFY(at::equal(plain.run(plain.source(), seeds).ids, planned)); // nothing before it is another
    }
}

void TestRepair::sameSeedSameRepair()
{
    const World world = repairing(true);
    const std::vector<std::uint64_t> seeds = repeating(world);
    const SamplingResult a = world.run(world.source(), seeds), b = world.run(world.source(), seeds);
    QVERIFY(a.state.open.any().item<bool>());
    QVERIFY(at::equal(a.latent, b.latent));
    QVERIFY(at::equal(a.ids, b.ids));
}

void TestRepair::rowsAreRepairedAsAlone()
{
    const World world = repairing(true);
    const EncodedSource three = world.source(3);
    std::vector<std::uint64_t> seeds = repeating(world, 3);
    QCOMPARE(seeds.size(), std::size_t(3));
    const SamplingResult together = world.run(three, seeds);
    QVERIFY(together.state.open.any().item<bool>()); // at least the first, whose source is that of repeating()
    for (int64_t row = 0; row < 3; ++row) {
        const SamplingResult alone = world.run(three.select(torch::tensor({row})), {seeds[std::size_t(row)]});
        QVERIFY(at::equal(alone.ids[0], together.ids[row]));
        QVERIFY(largest(alone.latent[0], together.latent[row]) < 1e-4);
    }
}

void TestRepair::goesOnFromAnyOfItsCalls()
{
    const World world = repairing(true);
    const Sampler sampler(world.denoiser, world.words, world.noise, world.options);
    PhiloxNoise noise(repeating(world), world.config.length, world.config.embeddingWidth, World::device());
    std::vector<SamplingState> states;
    SamplingObserver observer;
    observer.stepped = [&](const SampledStep &step) { states.push_back(*step.state); };
    const SamplingResult whole = sampler.run(world.source(), noise, observer);
    for (int call = kCalls + 1; call <= kCalls + kRepair; ++call) {
        const SamplingResult rest =
            sampler.resume(world.source(), states[std::size_t(call) - 2], call, sampler.modelCalls(), noise);
        QVERIFY(at::equal(rest.ids, whole.ids));
        QVERIFY(at::equal(rest.latent, whole.latent));
    }
}

void TestRepair::pinsStay()
{
    World world = repairing();
    for (int n = 0; n < world.config.length - 1; ++n)
        world.options.pinned.push_back({n, 5 + n / 2}); // twice each: pinned all the same
    const SamplingResult result = world.run(world.source(), {11});
    for (const PinnedWord &pin : world.options.pinned)
        QCOMPARE(result.ids[0][pin.position].item<int64_t>(), int64_t(pin.word));
}

/// Calls are made for the rows that have something to decide, and counted so; frames and words are as if all were made.
void TestRepair::nothingDoubtfulCostsNoCall()
{
    const World world = repairing(true);
    std::vector<std::uint64_t> seeds = repeating(world);
    std::uint64_t calm = 1;
    while (world.run(world.source(), {calm}).state.open.any().item<bool>())
        ++calm;
    seeds.push_back(calm);
    const EncodedSource source = world.source();
    int steps = 0;
    SamplingObserver observer;
    observer.stepped = [&](const SampledStep &) { ++steps; };
    const SamplingResult alone = world.run(source, {calm}, observer);
    QCOMPARE(steps, kCalls + kRepair);
    QCOMPARE(alone.rowCalls, std::vector<int>{kCalls});
    World plain = repairing(true);
    plain.options.repairCalls = 0;
    QVERIFY(at::equal(alone.ids, plain.run(source, {calm}).ids));
    const SamplingResult both = world.run(source.repeated(2), seeds);
    QCOMPARE(both.rowCalls, (std::vector<int>{kCalls + kRepair, kCalls}));
    QVERIFY(at::equal(both.ids[1], alone.ids[0]));
    QVERIFY(at::equal(both.ids[0], world.run(source, {seeds[0]}).ids[0]));
    QVERIFY(largest(both.latent[1], alone.latent[0]) < 1e-4);

    // Which rows the network is asked about.
    const Sampler sampler(world.denoiser, world.words, world.noise, world.options);
    PhiloxNoise noise(seeds, world.config.length, world.config.embeddingWidth, World::device());
    const SamplingObserver unwatched;
    SamplingRun run(sampler, sampler.start(2, noise), 1, sampler.modelCalls(), noise, unwatched);
    for (int call = 1; call <= kCalls; ++call) {
        QVERIFY(run.goesOn() && !run.needed().defined());
        run.finishCall(predictTogether(world.denoiser, {&run}, source.repeated(2)).front(), 0);
    }
    QVERIFY(run.goesOn());
    QVERIFY(at::equal(run.needed().cpu(), torch::tensor({true, false})));
    const torch::Tensor prediction = predictTogether(world.denoiser, {&run}, source.repeated(2)).front();
    QVERIFY(prediction[0].abs().max().item<float>() > 0);
    QCOMPARE(prediction[1].abs().max().item<float>(), 0.F);
}

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
