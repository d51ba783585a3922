// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Philox: known answers of the paper's authors, normality, independence of order, separation of keys.
#include "base/Philox.h"
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace ard;

namespace {

using Block = std::array<std::uint32_t, 4>;

std::vector<float> normals(const NoiseKey &key, std::size_t count)
{
    std::vector<float> out(count);
    fillStandardNormal(key, out);
    return out;
}

} // namespace

class TestPhilox : public QObject {
    Q_OBJECT

private slots:
    void knownAnswers();
    void looksNormal();
    void neighboursAreUncorrelated();
    void orderDoesNotMatter();
    void longerIsTheSameStart();
    void everyPartOfTheKeyMatters();
    void uniformNumbers();
    void truncatedNumbers();
};

void TestPhilox::knownAnswers()
{
    // Random123, tests/kat_vectors, philox4x32 10.
    QCOMPARE(philox4x32({0, 0, 0, 0}, {0, 0}), (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    constexpr std::uint32_t ones = 0xffffffff;
    QCOMPARE(philox4x32({ones, ones, ones, ones}, {ones, ones}),
             (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    QCOMPARE(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
             (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

void TestPhilox::looksNormal()
{
    std::vector<double> all;
    for (int position = 0; position < 64; ++position)
        for (int timestep = -1; timestep < 40; ++timestep)
            for (float x : normals({42, position, timestep}, 64))
                all.push_back(x);
    const double n = static_cast<double>(all.size());
    double moments[5] = {};
    for (double x : all)
        for (int k = 1; k <= 4; ++k)
            moments[k] += std::pow(x, k) / n;
    // Within four standard errors of 0, 1, 0, 3.
    QVERIFY(std::abs(moments[1]) < 4.0 / std::sqrt(n));
    QVERIFY(std::abs(moments[2] - 1.0) < 4.0 * std::sqrt(2.0 / n));
    QVERIFY(std::abs(moments[3]) < 4.0 * std::sqrt(15.0 / n));
    QVERIFY(std::abs(moments[4] - 3.0) < 4.0 * std::sqrt(96.0 / n));
    // Kolmogorov-Smirnov: 1.95 / sqrt(n) is the 0.1 % point.
    std::sort(all.begin(), all.end());
    double distance = 0.0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double expected = 0.5 * std::erfc(-all[i] / std::sqrt(2.0));
        distance = std::max({distance, std::abs(expected - i / n), std::abs(expected - (i + 1) / n)});
    }
    QVERIFY2(distance < 1.95 / std::sqrt(n), std::to_string(distance).c_str());
}

void TestPhilox::neighboursAreUncorrelated()
{
    const auto correlation = [](const NoiseKey &a, const NoiseKey &b) {
        constexpr std::size_t count = 20000;
        const auto x = normals(a, count);
        const auto y = normals(b, count);
        double sum = 0.0;
        for (std::size_t i = 0; i < count; ++i)
            sum += x[i] * y[i];
        return std::abs(sum / count) * std::sqrt(static_cast<double>(count)); // in standard errors
    };
    QVERIFY(correlation({1, 0, 0}, {1, 1, 0}) < 4.0);
    QVERIFY(correlation({1, 0, 0}, {1, 0, 1}) < 4.0);
    QVERIFY(correlation({1, 0, 0}, {2, 0, 0}) < 4.0);
    const auto row = normals({1, 0, 0}, 20001);
    double lag = 0.0;
    for (std::size_t i = 0; i < 20000; ++i)
        lag += row[i] * row[i + 1];
    QVERIFY(std::abs(lag) / std::sqrt(20000.0) < 4.0);
}

void TestPhilox::orderDoesNotMatter()
{
    std::vector<std::vector<float>> forward, backward;
    for (int position = 0; position < 10; ++position)
        forward.push_back(normals({9, position, 5}, 33));
    for (int position = 9; position >= 0; --position)
        backward.push_back(normals({9, position, 5}, 33));
    std::reverse(backward.begin(), backward.end());
    QCOMPARE(forward, backward);
}

void TestPhilox::longerIsTheSameStart()
{
    const auto all = normals({3, 2, 1}, 64);
    for (std::size_t count : {0, 1, 2, 3, 4, 5, 63}) {
        const auto some = normals({3, 2, 1}, count);
        QVERIFY(std::equal(some.begin(), some.end(), all.begin()));
    }
}

void TestPhilox::everyPartOfTheKeyMatters()
{
    const NoiseKey keys[] = {
        {1, 0, NoiseKey::startingNoise}, {1, 0, 0}, {1, 0, 1}, {1, 1, 0}, {2, 0, 0}, {1ULL << 32, 0, 0},
        {(1ULL << 32) + 1, 0, 0},        {0, 0, 0}, {0, 1, 1}};
    std::set<std::vector<float>> distinct;
    for (const NoiseKey &key : keys)
        distinct.insert(normals(key, 8));
    QCOMPARE(distinct.size(), std::size(keys));
}

void TestPhilox::uniformNumbers()
{
    double sum = 0.0;
    std::set<double> distinct;
    for (int i = 0; i < 100000; ++i) {
        const double u = uniform01(5, 1, i);
        QVERIFY(u >= 0.0 && u < 1.0);
        sum += u;
        distinct.insert(u);
    }
    QVERIFY(std::abs(sum / 100000 - 0.5) < 4.0 * std::sqrt(1.0 / 12.0 / 100000));
    QCOMPARE(distinct.size(), std::size_t{100000});
    QCOMPARE(uniform01(5, 1, 7), uniform01(5, 1, 7));
    QVERIFY(uniform01(5, 1, 7) != uniform01(5, 2, 7));
    QVERIFY(uniform01(5, 1, 7) != uniform01(5, 1, 7 + (1ULL << 32)));
}

void TestPhilox::truncatedNumbers()
{
    // The standard deviation of a standard normal distribution cut off at +-1 is 0.5396.
    double squares = 0.0;
    int kept = 0, redrawn = 0;
    for (int position = 0; position < 500; ++position) {
        const NoiseKey key{9, position, 4};
        std::vector<float> out(64), short_(7);
        fillTruncatedNormal(key, 1.0F, out);
        fillTruncatedNormal(key, 1.0F, short_);
        const std::vector<float> plain = normals(key, 64);
        for (std::size_t c = 0; c < out.size(); ++c) {
            QVERIFY(std::abs(out[c]) <= 1.0F);
            QVERIFY(std::abs(plain[c]) > 1.0F || out[c] == plain[c]); // what is within the limit stays
            redrawn += std::abs(plain[c]) > 1.0F;
            squares += double(out[c]) * out[c];
            ++kept;
            QVERIFY(c >= short_.size() || out[c] == short_[c]);
        }
    }
    QVERIFY(std::abs(std::sqrt(squares / kept) - 0.5396) < 0.005);
    QVERIFY(std::abs(redrawn / double(kept) - 0.3173) < 0.01);
    std::vector<float> wide(32), narrow(4);
    fillTruncatedNormal({9, 1, 4}, 100.0F, wide);
    QCOMPARE(wide, normals({9, 1, 4}, 32));
    fillTruncatedNormal({9, 1, 4}, 0.01F, narrow); // one draw in 125 is kept
    for (const float x : narrow)
        QVERIFY(std::abs(x) <= 0.01F && std::abs(x) > 0.0F);
    QVERIFY(narrow[0] != narrow[1]);
}

QTEST_GUILESS_MAIN(TestPhilox)
#include "tst_philox.moc"
