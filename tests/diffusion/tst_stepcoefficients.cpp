// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Step coefficients: exact rules, the posterior, variance, and every step of the reference's recorded sampling runs.
#include "base/Philox.h"
#include "diffusion/SamplingPlan.h"
#include "diffusion/StepCoefficients.h"
#include "support/TensorData.h"
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace ard;

namespace {

int draw(std::uint32_t stream, int index, int low, int high)
{
    return low + static_cast<int>(uniform01(77, stream, index) * (high - low + 1));
}

/// One recorded sampling run of the reference: [1+M,B,N,E] noise, [M,B,N,E] latents and predictions.
struct RecordedRun {
    std::vector<float> noise, sample, predicted;
    int calls = 0, batch = 0, length = 0, width = 0;
};

RecordedRun readRun(const Safetensors &file, const std::string &name)
{
    const auto shape = file.tensors().at(name + ".sample").shape;
    return {test::values<float>(file, name + ".noise"),
            test::values<float>(file, name + ".sample"),
            test::values<float>(file, name + ".pred_xstart"),
            static_cast<int>(shape[0]),
            static_cast<int>(shape[1]),
            static_cast<int>(shape[2]),
            static_cast<int>(shape[3])};
}

/// Replays the run from its recorded predictions; the largest difference from the recorded latents.
double largestError(const RecordedRun &run, const NoiseSchedule &noise, const SamplingPlan &plan, double eta)
{
    const std::size_t stepSize = static_cast<std::size_t>(run.batch) * run.length * run.width;
    double error = 0.0;
    for (int m = 0; m < run.calls; ++m) {
        const float *before = m == 0 ? run.noise.data() : run.sample.data() + (m - 1) * stepSize;
        const float *eps = run.noise.data() + (m + 1) * stepSize;
        for (std::size_t i = 0; i < stepSize; ++i) {
            const std::size_t n = i / run.width % run.length;
            const auto c = stepCoefficients(noise, plan.timesteps[m][n], plan.timesteps[m + 1][n], eta);
            const double after = c.latent * before[i] + c.clean * run.predicted[m * stepSize + i] + c.noise * eps[i];
            error = std::max(error, std::abs(after - run.sample[m * stepSize + i]));
        }
    }
    return error;
}

} // namespace

class TestStepCoefficients : public QObject {
    Q_OBJECT

private slots:
    void stayingChangesNothing();
    void etaOneIsThePosterior();
    void generalFormMeetsThePosterior();
    void arrivingAtZeroAddsNoNoise();
    void keepsTheMarginal();
    void neverLeavesTheNumbers();
    void multistepStartsAndEndsAsDdim();
    void multistepFormula();
    void multistepIsOfOrderTwo();
    void replaysTheReference_data();
    void replaysTheReference();
};

void TestStepCoefficients::stayingChangesNothing()
{
    const auto noise = *makeNoiseSchedule("sqrt", 2000);
    for (int t : {0, 1, 999, 1998, 1999})
        for (double eta : {0.0, 0.3, 1.0}) {
            const auto c = stepCoefficients(noise, t, t, eta);
            QVERIFY(c.latent == 1.0 && c.clean == 0.0 && c.noise == 0.0);
        }
}

void TestStepCoefficients::etaOneIsThePosterior()
{
    // One step back is the posterior of the forward process written with beta (Ho et al. 2020, eq. 7).
    const auto noise = *makeNoiseSchedule("sqrt", 300);
    for (int t = 1; t < 300; ++t) {
        const double beta = noise.beta[t];
        const double a = noise.alphaBar[t];
        const double b = noise.alphaBar[t - 1];
        const auto c = stepCoefficients(noise, t, t - 1, 1.0);
        QVERIFY(std::abs(c.latent - std::sqrt(1.0 - beta) * (1.0 - b) / (1.0 - a)) < 1e-12);
        QVERIFY(std::abs(c.clean - std::sqrt(b) * beta / (1.0 - a)) < 1e-12);
        QVERIFY(std::abs(c.noise - (t == 1 ? 0.0 : std::sqrt(beta * (1.0 - b) / (1.0 - a)))) < 1e-12);
    }
}

void TestStepCoefficients::generalFormMeetsThePosterior()
{
    const auto noise = *makeNoiseSchedule("sqrt", 2000);
    for (int i = 0; i < 2000; ++i) {
        const int from = draw(1, i, 1, 1999);
        const int to = draw(2, i, 0, from - 1);
        const auto exact = stepCoefficients(noise, from, to, 1.0);
        const auto general = stepCoefficients(noise, from, to, 1.0 - 1e-12);
        QVERIFY(std::abs(exact.latent - general.latent) < 1e-8);
        QVERIFY(std::abs(exact.clean - general.clean) < 1e-8);
        QVERIFY(std::abs(exact.noise - general.noise) < 1e-8);
    }
}

void TestStepCoefficients::arrivingAtZeroAddsNoNoise()
{
    const auto noise = *makeNoiseSchedule("sqrt", 100);
    for (double eta : {0.0, 0.5, 1.0})
        for (int from = 1; from < 100; ++from)
            QCOMPARE(stepCoefficients(noise, from, 0, eta).noise, 0.0);
    QVERIFY(stepCoefficients(noise, 50, 1, 1.0).noise > 0.0);
    QCOMPARE(stepCoefficients(noise, 50, 1, 0.0).noise, 0.0); // eta 0 never adds any
}

void TestStepCoefficients::keepsTheMarginal()
{
    // With the true x0, a token at timestep t' has signal sqrt(alpha_bar) and variance 1 - alpha_bar, whatever eta is.
    const auto noise = *makeNoiseSchedule("sqrt", 2000);
    for (int i = 0; i < 2000; ++i) {
        const int from = draw(3, i, 2, 1999);
        const int to = draw(4, i, 1, from - 1);
        const double eta = i % 3 == 0 ? 1.0 : uniform01(5, 6, i);
        const auto c = stepCoefficients(noise, from, to, eta);
        const double a = noise.alphaBar[from];
        QVERIFY(std::abs(c.latent * std::sqrt(a) + c.clean - std::sqrt(noise.alphaBar[to])) < 1e-9);
        QVERIFY(std::abs(c.latent * c.latent * (1.0 - a) + c.noise * c.noise - (1.0 - noise.alphaBar[to])) < 1e-9);
    }
}

void TestStepCoefficients::neverLeavesTheNumbers()
{
    for (int steps : {2, 3, 50}) {
        const auto noise = *makeNoiseSchedule("sqrt", steps);
        for (int from = 0; from < steps; ++from)
            for (int to = 0; to <= from; ++to)
                for (double eta : {0.0, 1e-300, 0.5, 1.0 - 1e-16, 1.0}) {
                    const auto c = stepCoefficients(noise, from, to, eta);
                    for (double value : {c.latent, c.clean, c.noise})
                        QVERIFY(std::isfinite(value) && value >= -1e-12 && value <= 1.0 + 1e-12);
                }
    }
}

void TestStepCoefficients::multistepStartsAndEndsAsDdim()
{
    const auto noise = *makeNoiseSchedule("sqrt", 2000);
    for (int i = 0; i < 500; ++i) {
        const int previous = draw(7, i, 2, 1999), from = draw(8, i, 1, previous - 1), to = draw(9, i, 0, from - 1);
        const auto ddim = stepCoefficients(noise, from, to, 0.0), first = multistepCoefficients(noise, -1, from, to),
                   last = multistepCoefficients(noise, previous, from, 0);
        QVERIFY(first.latent == ddim.latent && first.clean == ddim.clean && first.previous == 0 && first.noise == 0);
        QCOMPARE(last.previous, 0.0);
        QCOMPARE(last.clean, stepCoefficients(noise, from, 0, 0.0).clean);
        const auto stays = multistepCoefficients(noise, previous, from, from);
        QVERIFY(stays.latent == 1 && stays.clean == 0 && stays.previous == 0 && stays.noise == 0);
    }
}

void TestStepCoefficients::multistepFormula()
{
    // The update as arXiv 2211.01095 writes it: x' = sigma'/sigma x - alpha' (exp(-h) - 1) D, D = (1 + 1/2r) x0 - 1/2r x0_before.
    const auto noise = *makeNoiseSchedule("sqrt", 2000);
    const int previous = 1200, from = 1000, to = 850;
    const auto alpha = [&](int t) { return std::sqrt(noise.alphaBar[t]); };
    const auto sigma = [&](int t) { return std::sqrt(1.0 - noise.alphaBar[t]); };
    const auto lambda = [&](int t) { return std::log(alpha(t) / sigma(t)); };
    const double h = lambda(to) - lambda(from), r = (lambda(from) - lambda(previous)) / h;
    QVERIFY(r > 0.5);
    const double x = 0.7, x0 = -0.4, before = 0.3;
    const double d = (1.0 + 1.0 / (2.0 * r)) * x0 - 1.0 / (2.0 * r) * before;
    const double expected = sigma(to) / sigma(from) * x - alpha(to) * (std::exp(-h) - 1.0) * d;
    const auto c = multistepCoefficients(noise, previous, from, to);
    QVERIFY(std::abs(c.latent * x + c.clean * x0 + c.previous * before - expected) < 1e-12);
    // A jump after a tiny step does not extrapolate without bounds.
    const auto jump = multistepCoefficients(noise, 1001, 1000, 200);
    QVERIFY(std::abs(jump.previous) <= std::abs(stepCoefficients(noise, 1000, 200, 0.0).clean) + 1e-12);
}

void TestStepCoefficients::multistepIsOfOrderTwo()
{
    // Data of one normal distribution: x0_hat and the path that the steps approximate are known exactly.
    const auto noise = *makeNoiseSchedule("sqrt", 2000);
    const double spread = 0.5;
    const auto variance = [&](int t) { return noise.alphaBar[t] * spread * spread + 1.0 - noise.alphaBar[t]; };
    const auto error = [&](int calls, bool multistep) {
        const int first = 1600, last = 100;
        double x = 1.0, before = 0.0;
        int previous = -1;
        for (int m = 0; m < calls; ++m) {
            const int from = first - (first - last) * m / calls, to = first - (first - last) * (m + 1) / calls;
            const double x0 = std::sqrt(noise.alphaBar[from]) * spread * spread / variance(from) * x;
            const auto c =
                multistep ? multistepCoefficients(noise, previous, from, to) : stepCoefficients(noise, from, to, 0.0);
            x = c.latent * x + c.clean * x0 + c.previous * before;
            before = x0;
            previous = from;
        }
        return std::abs(x - std::sqrt(variance(last) / variance(first)));
    };
    QVERIFY2(error(10, true) < error(10, false) / 3.0,
             qPrintable(QString("%1 %2").arg(error(10, true)).arg(error(10, false))));
    for (int calls : {15, 30})
        QVERIFY2(error(calls, true) > 3.0 * error(2 * calls, true),
                 qPrintable(QString("%1 %2").arg(error(calls, true)).arg(error(2 * calls, true))));
}

void TestStepCoefficients::replaysTheReference_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("run");
    QTest::addColumn<double>("eta");
    for (const char *file : {"ar_skip", "ar_t2000", "ar_selfcond"}) {
        QTest::addRow("%s skip", file) << file << "ar-diffusion"
                                       << "skip" << 1.0;
        QTest::addRow("%s skip_noclamp", file) << file << "ar-diffusion"
                                               << "skip_noclamp" << 1.0;
        QTest::addRow("%s ddim", file) << file << "ar-diffusion"
                                       << "ddim" << 0.0;
    }
    QTest::newRow("uniform skip") << "uniform"
                                  << "uniform"
                                  << "skip" << 1.0;
    QTest::newRow("uniform skip_noclamp") << "uniform"
                                          << "uniform"
                                          << "skip_noclamp" << 1.0;
}

void TestStepCoefficients::replaysTheReference()
{
    QFETCH(QString, file);
    QFETCH(QString, kind);
    QFETCH(QString, run);
    QFETCH(double, eta);
    const auto fixture = Safetensors::read(QString(ARD_TEST_FIXTURES "/%1.safetensors").arg(file).toStdString());
    QVERIFY(fixture.has_value());
    const RecordedRun recorded = readRun(*fixture, run.toStdString());
    const int diffusionSteps = static_cast<int>(fixture->tensors().at("betas").shape[0]);
    const auto noise = makeNoiseSchedule("sqrt", diffusionSteps);
    const auto plan = makeSamplingPlan({kind.toStdString(), recorded.length, diffusionSteps}, recorded.calls);
    QVERIFY(noise.has_value() && plan.has_value());
    const double error = largestError(recorded, *noise, *plan, eta);
    QVERIFY2(error < 1e-5, std::to_string(error).c_str());
}

QTEST_GUILESS_MAIN(TestStepCoefficients)
#include "tst_stepcoefficients.moc"
