// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How likely a model finds finished sentences: against the same worked out position by position with the plain network, and that a
// sentence's number does not depend on those beside it.
#include "World.h"
#include "base/Philox.h"
#include "engine/sample/WordLikelihood.h"
#include <QTest>
#include <c10/core/GradMode.h>
#include <cmath>

using namespace ard;
using namespace ard::test;

namespace {

constexpr int kPad = 0;

torch::Tensor sentences()
{
    return torch::tensor({{5, 6, 7, 8, kPad, kPad, kPad}, {9, 10, 11, 12, 13, 14, 15}, {5, kPad, 7, 7, 3, kPad, kPad}},
                         torch::kInt64)
        .to(World::device());
}

torch::Tensor rows(const std::vector<int64_t> &which)
{
    return torch::tensor(which, torch::kInt64).to(World::device());
}

/// Position by position, each with a call of its own, as the header says it.
double byHand(const World &world, const EncodedSource &source, const std::vector<int> &words, std::size_t counted)
{
    // The first `counted` positions are those that count.
    const auto length = static_cast<int64_t>(words.size()), channels = int64_t(world.config.embeddingWidth);
    const int timestep = judgingTimestep(world.config.diffusionSteps);
    const double kept = world.noise.alphaBar[std::size_t(timestep)];
    const torch::Tensor clean = world.denoiser.embed(torch::tensor(words, torch::kInt64).to(World::device()));
    double sum = 0;
    for (std::size_t asked = 0; asked < counted; ++asked) {
        torch::Tensor x = clean.clone(), timesteps = at::zeros({1, length}, x.options().dtype(torch::kInt64));
        for (std::size_t n = asked % 5; n < words.size(); n += 5) {
            std::vector<float> eps(std::size_t(channels), 0.F);
            fillStandardNormal({kJudgingSeed, int(n), timestep}, eps);
            x[int64_t(n)] =
                clean[int64_t(n)] * std::sqrt(kept) + torch::tensor(eps).to(x.device()) * std::sqrt(1 - kept);
            timesteps[0][int64_t(n)] = timestep;
        }
        const torch::Tensor x0 =
            world.denoiser.predict(x.unsqueeze(0), timesteps, source, at::zeros_like(x).unsqueeze(0));
        sum += world.denoiser.logits(x0[0][int64_t(asked)]).log_softmax(-1)[words[asked]].item<double>();
    }
    return sum / double(counted);
}

torch::Tensor judged(const World &world, const EncodedSource &source, const torch::Tensor &ids)
{
    return meanLogLikelihoods(world.denoiser, world.words.table(), world.noise, source, ids);
}

} // namespace

class TestWordLikelihood : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whichPositionsCount();
    void asWorkedOutByHand();
    void aSentenceAlone();
    void theFastNetworkSaysTheSame();
    void timestepIsInRange();
};

void TestWordLikelihood::whichPositionsCount()
{
    const torch::Tensor counts = judgedPositions(sentences(), kPad).cpu();
    QVERIFY(at::equal(counts[0], torch::tensor({true, true, true, true, true, false, false}))); // its end, too
    QVERIFY(counts[1].all().item<bool>());                                                      // no room for one
    QVERIFY(at::equal(counts[2], torch::tensor({true, false, true, true, true, true, false})));
    const torch::Tensor nothing = judgedPositions(at::zeros({1, 3}, torch::kInt64), kPad);
    QVERIFY(at::equal(nothing[0], torch::tensor({true, false, false})));
}

void TestWordLikelihood::asWorkedOutByHand()
{
    for (const bool selfCondition : {false, true}) {
        const World world(smallConfig(31, selfCondition));
        const EncodedSource source = world.source(2);
        const torch::Tensor likely = judged(world, source, sentences().slice(0, 0, 2));
        QVERIFY(likely.scalar_type() == torch::kFloat64);
        const auto of = [&](int64_t row) { return source.select(rows({row})); };
        const double first = byHand(world, of(0), {5, 6, 7, 8, 0, 0, 0}, 5),
                     second = byHand(world, of(1), {9, 10, 11, 12, 13, 14, 15}, 7);
        QVERIFY2(std::abs(likely[0].item<double>() - first) < 1e-5, qPrintable(QString::number(first)));
        QVERIFY2(std::abs(likely[1].item<double>() - second) < 1e-5, qPrintable(QString::number(second)));
        QVERIFY(first < 0 && second < 0 && std::abs(first - second) > 1e-3);
    }
}

void TestWordLikelihood::aSentenceAlone()
{
    const World world(smallConfig(31, true));
    const EncodedSource source = world.source(3);
    const torch::Tensor together = judged(world, source, sentences());
    for (int64_t row = 0; row < 3; ++row) {
        const torch::Tensor only = rows({row});
        const torch::Tensor alone = judged(world, source.select(only), sentences().index_select(0, only));
        QVERIFY(std::abs(alone[0].item<double>() - together[row].item<double>()) < 1e-5);
    }
    // The same sentence after another source is another matter.
    const torch::Tensor twice = sentences().index_select(0, rows({0, 0, 0}));
    const torch::Tensor sources = judged(world, source, twice);
    QVERIFY(std::abs(sources[0].item<double>() - sources[1].item<double>()) > 1e-6);
    const torch::Tensor equal = judged(world, source.select(rows({1, 1, 1})), twice);
    QVERIFY(largest(equal, equal[0]) < 1e-6); // noise is the same for all
}

void TestWordLikelihood::theFastNetworkSaysTheSame()
{
    World world(smallConfig(31, true));
    const EncodedSource source = world.source(3);
    const torch::Tensor plain = judged(world, source, sentences());
    world.denoiser.prepareForInference();
    world.denoiser.prepareRows();
    const c10::NoGradGuard noGradients;
    QVERIFY(largest(plain, judged(world, world.source(3), sentences())) < 1e-4);
}

void TestWordLikelihood::timestepIsInRange()
{
    for (const int steps : {2, 3, 10, 2000})
        QVERIFY(judgingTimestep(steps) >= 1 && judgingTimestep(steps) < steps);
}

QTEST_GUILESS_MAIN(TestWordLikelihood)
#include "tst_wordlikelihood.moc"
