// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words drawn with temperature and top-p: which word a number in [0,1) means, worked by hand, and what a draw depends on.
#include "engine/sample/WordDraw.h"
#include <ATen/ATen.h>
#include <QTest>
#include <array>
#include <cmath>
#include <vector>

using namespace ard;
using torch::Tensor;

namespace {

/// Scores whose softmax is this.
Tensor scoresOf(const std::vector<double> &probabilities)
{
    return at::tensor(probabilities, torch::kDouble).log().to(torch::kFloat).unsqueeze(0);
}

int64_t drawn(const Tensor &scores, double number, double temperature = 1, double topP = 1)
{
    const WordDraw draw{temperature, topP, {}};
    return drawnWords(scores, at::tensor({number}, torch::kDouble), draw).item<int64_t>();
}

double numberOf(std::uint64_t seed, std::uint64_t source, int position)
{
    return uniformDraws({{seed, source}}, position).item<double>();
}

} // namespace

class TestWordDraw : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Words lie one behind the other in the order of their probability: 2 takes 0 to 0.5, 0 to 0.8, 3 to 0.95, 1 the rest.
    void numbersAndWords_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<double>("temperature");
        QTest::addColumn<double>("topP");
        QTest::addColumn<int>("word");
        const auto row = [](double number, double temperature, double topP, int word) {
            QTest::addRow("%g, temperature %g, top-p %g", number, temperature, topP)
                << number << temperature << topP << word;
        };
        row(0, 1, 1, 2);
        row(0.49, 1, 1, 2);
        row(0.51, 1, 1, 0);
        row(0.79, 1, 1, 0);
        row(0.81, 1, 1, 3);
        row(0.96, 1, 1, 1);
        row(0.999999, 1, 1, 1);
        // 2 and 0 reach 0.7 together: 2 has 0.5 of their 0.8, 0 the rest.
        row(0.62, 1, 0.7, 2);
        row(0.63, 1, 0.7, 0);
        row(0.999999, 1, 0.7, 0);
        row(0.999999, 1, 0.5001, 0); // the word that crosses the bound belongs to it
        row(0.999999, 1, 0.001, 2);  // there is always one
        // Square roots: 0.7071, 0.5477, 0.3873, 0.2236 of 1.8657.
        row(0.37, 2, 1, 2);
        row(0.39, 2, 1, 0);
        row(0.67, 2, 1, 0);
        row(0.68, 2, 1, 3);
        row(0.87, 2, 1, 3);
        row(0.89, 2, 1, 1);
        row(0.999999, 0.01, 1, 2);
        row(0.95, 100, 1, 1);
    }

    void numbersAndWords()
    {
        QFETCH(double, number);
        QFETCH(double, temperature);
        QFETCH(double, topP);
        QFETCH(int, word);
        QCOMPARE(drawn(scoresOf({0.3, 0.05, 0.5, 0.15}), number, temperature, topP), int64_t(word));
    }

    void ofEqualWordsTheSmallerIdIsFirst()
    {
        const Tensor scores = at::zeros({1, 5});
        for (int word = 0; word < 5; ++word)
            QCOMPARE(drawn(scores, 0.2 * word + 0.1), int64_t(word));
    }

    /// As the header says it, by sorting everything: many words, some of them equal, peaked rows and flat ones.
    void sameWordsAsBySorting()
    {
        at::manual_seed(5);
        const Tensor spread = at::linspace(0.1, 6, 60).unsqueeze(-1);
        const Tensor scores = (at::randn({60, 700}) * spread).mul(4).round().div(4);
        const Tensor numbers = at::rand({60}, torch::kDouble);
        for (const double topP : {0.01, 0.5, 0.95, 1.0}) {
            const WordDraw draw{0.7, topP, {}};
            const auto [sorted, words] =
                at::sort((scores.to(torch::kDouble) / draw.temperature).softmax(-1), true, -1, true);
            const Tensor upTo = sorted.cumsum(-1);
            const Tensor kept = (upTo < topP).sum(-1, true).clamp_max(699);
            const Tensor aim = numbers.unsqueeze(-1) * upTo.gather(-1, kept);
            const Tensor expected = words.gather(-1, at::minimum((upTo <= aim).sum(-1, true), kept)).squeeze(-1);
            QVERIFY(at::equal(drawnWords(scores, numbers, draw), expected));
        }
    }

    void rowsAreDrawnOnTheirOwn()
    {
        const Tensor scores = at::cat({scoresOf({0.9, 0.1}), scoresOf({0.1, 0.9})});
        const Tensor words = drawnWords(scores, at::tensor({0.5, 0.95}, torch::kDouble), {1, 1, {}});
        QCOMPARE(words[0].item<int64_t>(), int64_t(0));
        QCOMPARE(words[1].item<int64_t>(), int64_t(0));
    }

    void aDrawIsAFunctionOfSeedSourceAndPosition()
    {
        QCOMPARE(numberOf(7, 11, 3), numberOf(7, 11, 3));
        QVERIFY(numberOf(7, 11, 3) != numberOf(8, 11, 3));
        QVERIFY(numberOf(7, 11, 3) != numberOf(7, 12, 3));
        QVERIFY(numberOf(7, 11, 3) != numberOf(7, 11, 4));
        const Tensor together = uniformDraws({{1, 2}, {7, 11}, {3, 4}}, 3);
        QCOMPARE(together[1].item<double>(), numberOf(7, 11, 3));
        const std::array<std::int32_t, 2> ids{5, 6}, turned{6, 5};
        QVERIFY(drawKeyOf(ids) != drawKeyOf(turned));
        QVERIFY(drawKeyOf(ids) != drawKeyOf(std::span(ids).first(1)));
    }

    /// As often as probable: within four standard deviations.
    void frequencies()
    {
        constexpr int kDraws = 20'000;
        const std::vector<double> probabilities{0.3, 0.05, 0.5, 0.15};
        std::vector<WordDraw::Row> rows;
        for (int i = 0; i < kDraws; ++i)
            rows.push_back({static_cast<std::uint64_t>(i), 99});
        const Tensor words =
            drawnWords(scoresOf(probabilities).expand({kDraws, 4}), uniformDraws(rows, 2), {1, 1, rows});
        for (int64_t word = 0; word < 4; ++word) {
            const double p = probabilities[static_cast<std::size_t>(word)];
            const double often = (words == word).sum().item<double>();
            QVERIFY2(std::abs(often - kDraws * p) < 4 * std::sqrt(kDraws * p * (1 - p)), std::to_string(often).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestWordDraw)
#include "tst_worddraw.moc"
