// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Products with a packed matrix, and what stands between them, against sums in double.
#include "engine/kernels/Product.h"
#include "engine/kernels/Rows.h"
#include "engine/kernels/WordScores.h"
#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

using namespace ard::kernels;
using Numbers = std::vector<float>;

namespace {

/// Numbers between -1 and 1 in no order.
Numbers numbers(int64_t count, double start)
{
    Numbers values(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(std::sin(start + 12.9898 * double(i) + 0.001 * double(i * i % 977)));
    return values;
}

double exact(const Numbers &x, const Numbers &weight, const Numbers &bias, int64_t depth, int64_t row, int64_t column)
{
    double sum = bias.empty() ? 0 : double(bias[std::size_t(column)]);
    for (int64_t d = 0; d < depth; ++d)
        sum += double(x[std::size_t(row * depth + d)]) * double(weight[std::size_t(column * depth + d)]);
    return sum;
}

} // namespace

class TestProduct : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsAreExact_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("columns");
        QTest::addColumn<bool>("bias");
        QTest::addColumn<bool>("add");
        QTest::newRow("one number") << 1 << 1 << 1 << false << false;
        QTest::newRow("no whole panel") << 5 << 8 << 7 << true << false;
        QTest::newRow("whole panels") << 24 << 64 << 64 << true << false;
        QTest::newRow("rows of every block") << 29 << 40 << 96 << true << false;
        QTest::newRow("several depths") << 13 << 600 << 70 << true << false;
        QTest::newRow("added") << 13 << 600 << 70 << true << true;
        QTest::newRow("added without bias") << 50 << 33 << 31 << false << true;
        QTest::newRow("many, without bias") << 101 << 530 << 77 << false << false;
    }

    void productsAreExact()
    {
        QFETCH(int, rows);
        QFETCH(int, depth);
        QFETCH(int, columns);
        QFETCH(bool, bias);
        QFETCH(bool, add);
        const Numbers x = numbers(int64_t(rows) * depth, 1), weight = numbers(int64_t(columns) * depth, 2),
                      b = bias ? numbers(columns, 3) : Numbers();
        const int64_t stride = columns + 3; // the numbers behind a row stay what they are
        const Numbers before = numbers(rows * stride, 4);
        Numbers y = before;
        const PackedMatrix packed(weight.data(), bias ? b.data() : nullptr, columns, depth);
        multiply(packed, {x.data(), depth}, rows, {y.data(), stride}, add);
        for (int64_t r = 0; r < rows; ++r)
            for (int64_t c = 0; c < stride; ++c) {
                const auto at = std::size_t(r * stride + c);
                if (c >= columns) {
                    QCOMPARE(y[at], before[at]);
                    continue;
                }
                const double expected = exact(x, weight, b, depth, r, c) + (add ? double(before[at]) : 0);
                QVERIFY2(
                    std::abs(double(y[at]) - expected) < 1e-6 * (10 + std::abs(expected)),
                    qPrintable(QStringLiteral("%1 %2: %3, not %4").arg(r).arg(c).arg(double(y[at])).arg(expected)));
            }
    }

    void otherLayoutsGiveTheSame_data() { productsAreExact_data(); }

    /// Matrices that lie the other way round, and memory that held a larger matrix before: the same numbers, to the bit.
    void otherLayoutsGiveTheSame()
    {
        QFETCH(int, rows);
        QFETCH(int, depth);
        QFETCH(int, columns);
        QFETCH(bool, bias);
        QFETCH(bool, add);
        const auto turned = [](const Numbers &matrix, int64_t width) {
            const int64_t height = int64_t(matrix.size()) / width;
            Numbers result(matrix.size());
            for (int64_t r = 0; r < height; ++r)
                for (int64_t c = 0; c < width; ++c)
                    result[std::size_t(c * height + r)] = matrix[std::size_t(r * width + c)];
            return result;
        };
        const Numbers x = numbers(int64_t(rows) * depth, 1), weight = numbers(int64_t(columns) * depth, 2),
                      b = bias ? numbers(columns, 3) : Numbers(), larger = numbers(200 * 700, 5);
        Numbers expected = numbers(int64_t(rows) * columns, 4), y = expected, across = expected;
        multiply({weight.data(), bias ? b.data() : nullptr, columns, depth}, {x.data(), depth}, rows,
                 {expected.data(), columns}, add);
        PackedMatrix reused(larger.data(), larger.data(), 200, 700);
        reused.pack(weight.data(), bias ? b.data() : nullptr, columns, depth);
        multiply(reused, {x.data(), depth}, rows, {y.data(), columns}, add);
        QVERIFY(y == expected);
        if (bias)
            return; // the other way round there is none
        reused.pack(larger.data(), larger.data(), 200, 700);
        const Numbers turnedWeight = turned(weight, depth), turnedX = turned(x, depth);
        reused.packAcross({turnedWeight.data(), columns}, columns, depth);
        multiplyAcross(reused, {turnedX.data(), rows}, rows, {across.data(), columns}, add);
        QVERIFY(across == expected);
    }

    /// What a sentence gives must not depend on what shares its batch.
    void aRowDependsOnNoOther()
    {
        constexpr int64_t kRows = 31, kDepth = 300, kColumns = 45;
        const Numbers x = numbers(kRows * kDepth, 1), weight = numbers(kColumns * kDepth, 2);
        const PackedMatrix packed(weight.data(), nullptr, kColumns, kDepth);
        Numbers together(kRows * kColumns), alone(kColumns);
        multiply(packed, {x.data(), kDepth}, kRows, {together.data(), kColumns});
        for (int64_t r = 0; r < kRows; ++r) {
            multiply(packed, {x.data() + r * kDepth, kDepth}, 1, {alone.data(), kColumns});
            QVERIFY(std::equal(alone.begin(), alone.end(), together.begin() + r * kColumns));
        }
    }

    void largestColumnsAreFound()
    {
        constexpr int64_t kRows = 53, kDepth = 20, kColumns = 1300; // more than one tile of each
        const Numbers x = numbers(kRows * kDepth, 1), bias = numbers(kColumns, 3);
        Numbers weight = numbers(kColumns * kDepth, 2);
        const PackedMatrix packed(weight.data(), bias.data(), kColumns, kDepth);
        std::vector<int64_t> found(kRows, -1);
        largestColumns(packed, {x.data(), kDepth}, kRows, found.data());
        for (int64_t r = 0; r < kRows; ++r) {
            std::vector<double> scores(kColumns);
            for (int64_t c = 0; c < kColumns; ++c)
                scores[std::size_t(c)] = exact(x, weight, bias, kDepth, r, c);
            QCOMPARE(found[std::size_t(r)], std::max_element(scores.begin(), scores.end()) - scores.begin());
        }
        std::fill(weight.begin(), weight.end(), 0.0f);
        largestColumns(PackedMatrix(weight.data(), nullptr, kColumns, kDepth), {x.data(), kDepth}, kRows, found.data());
        QVERIFY(std::all_of(found.begin(), found.end(), [](int64_t c) { return c == 0; })); // the first of equal ones
    }

    void normsAndActivationsAreExact()
    {
        constexpr int64_t kRows = 3, kWidth = 37;
        const Numbers x = numbers(kRows * kWidth, 1), weight = numbers(kWidth, 2), bias = numbers(kWidth, 3);
        Numbers y(x.size()), tanh = x, silu = x;
        layerNorm(x.data(), y.data(), kRows, kWidth, weight.data(), bias.data(), 1e-5f);
        tanhOf(tanh.data(), kRows, kWidth);
        siluOf(silu.data(), kRows * kWidth);
        for (std::size_t r = 0; r < kRows; ++r) {
            const auto row = x.begin() + std::ptrdiff_t(r * kWidth);
            const double mean = std::accumulate(row, row + kWidth, 0.0) / double(kWidth);
            double squares = 0;
            for (int64_t i = 0; i < kWidth; ++i)
                squares += (double(row[i]) - mean) * (double(row[i]) - mean);
            for (std::size_t i = 0; i < kWidth; ++i) {
                const double v = double(x[r * kWidth + i]);
                const auto near = [](float found, double expected) {
                    return std::abs(double(found) - expected) < 3e-6;
                };
                QVERIFY(near(y[r * kWidth + i],
                             (v - mean) / std::sqrt(squares / double(kWidth) + 1e-5) * double(weight[i]) +
                                 double(bias[i])));
                QVERIFY(near(tanh[r * kWidth + i], std::tanh(v)));
                QVERIFY(near(silu[r * kWidth + i], v / (1 + std::exp(-v))));
            }
        }
    }

    void scoresAreSummedUp_data()
    {
        QTest::addColumn<int>("words");
        QTest::newRow("fewer than are wanted") << 5;
        QTest::newRow("one block") << 64;
        QTest::newRow("many blocks") << 1003;
    }

    void scoresAreSummedUp()
    {
        QFETCH(int, words);
        constexpr int kTop = 8;
        Numbers scores = numbers(words, 7);
        for (float &score : scores)
            score *= 9;
        scores.back() = -1000; // its probability is 0, and so is what it adds to the entropy
        std::vector<std::size_t> order(scores.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return scores[a] > scores[b]; });
        double sum = 0, entropy = 0;
        for (const float score : scores)
            sum += std::exp(double(score));
        for (const float score : scores) {
            const double p = std::exp(double(score)) / sum;
            entropy -= p > 0 ? p * std::log(p) : 0;
        }
        const int top = std::min(kTop, words);
        const WordScores found = sumUp(scores.data(), words, top);
        QVERIFY(std::abs(double(found.entropy) - entropy) < 1e-5);
        for (std::size_t i = 0; i < std::size_t(top); ++i) {
            QCOMPARE(std::size_t(found.ids[i]), order[i]);
            QVERIFY(std::abs(double(found.probabilities[i]) - std::exp(double(scores[order[i]])) / sum) < 1e-6);
        }
    }

    /// Numbers of a damaged model are told from words by what is not finite in a frame.
    void scoresThatAreNoNumbersGiveNone()
    {
        Numbers scores(100, std::numeric_limits<float>::quiet_NaN());
        const WordScores found = sumUp(scores.data(), 100, 8);
        std::uint32_t bits = 0;
        std::memcpy(&bits, &found.probabilities[0], sizeof bits);
        QVERIFY((bits & 0x7f800000U) == 0x7f800000U);
        QVERIFY(found.ids[0] >= 0 && found.ids[0] < 100);
    }
};

QTEST_GUILESS_MAIN(TestProduct)
#include "tst_product.moc"
