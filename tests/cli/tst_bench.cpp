// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The benchmark measures everything that it names; how fast it is is nobody's assertion.
#include "RunArdiff.h"
#include <QTest>
#include <cmath>

using namespace ard::test;

class TestBench : public QObject {
    Q_OBJECT

private:
    static QStringList quick(const QStringList &more)
    {
        return QStringList{"bench", "--rounds", "1", "--steps", "2", "--batches", "1,3", "--device", "cpu"} + more;
    }

    static const nlohmann::json *figure(const nlohmann::json &report, const std::string &name)
    {
        for (const nlohmann::json &figure : report.at("figures"))
            if (figure.at("name") == name)
                return &figure;
        return nullptr;
    }

private Q_SLOTS:
    void everyFigureIsMeasured()
    {
        const nlohmann::json report =
            jsonOf(quick({"--model", ARD_SOURCE_DIR "/models/tiny", "--as-reference", "--neighbour"}));
        QVERIFY(report.is_object());
        for (const char *name :
             {"products of the model's shapes, one thread", "products of the model's shapes, all threads",
              "model call, batch 1", "generation of 2 steps, batch 3",
              "generation of 2 steps, batch 3, with a neighbour", "generation of 2 steps, batch 3, one thread",
              "the same in the reference's order, batch 3",
              "the same in the reference's order, batch 3, with a neighbour", "training step, batch 64",
              "training step, batch 64, one thread", "part: clamped to words, each call, batch 3", "one lane",
              "three lanes together against one", "50 candidates and their choice",
              "loading a model, to the first frame", "tokenizing 100 sources"})
            QVERIFY2(figure(report, name), name);
        for (const nlohmann::json &figure : report.at("figures")) {
            const std::string name = figure.at("name");
            QVERIFY2(figure.at("median_seconds").get<double>() > 0, name.c_str());
            QVERIFY2(figure.at("best_seconds") <= figure.at("median_seconds"), name.c_str());
            QVERIFY2(std::isfinite(figure.at("rate").get<double>()), name.c_str());
            QVERIFY2(!figure.at("rate_unit").get<std::string>().empty(), name.c_str());
        }
        QVERIFY(figure(report, "training step, batch 64")->at("share_of_products") > 0);
        const auto seconds = [&](const char *name) { return figure(report, name)->at("median_seconds").get<double>(); };
        const nlohmann::json &three = *figure(report, "three lanes together against one");
        QCOMPARE(three.at("rate_unit"), "times one");
        const double ratio = seconds("three lanes together against one") / seconds("one lane"); // there is one round
        QVERIFY(qFuzzyCompare(three.at("rate").get<double>(), ratio));
    }

    /// Parts of a whole: of all the time that the threads had, none negative.
    void sharesAreOfAWhole()
    {
        const nlohmann::json report = jsonOf(quick({"--size", "e2e"}));
        QVERIFY(report.is_object());
        QCOMPARE(report.at("generations").size(), std::size_t(2));
        for (const nlohmann::json &generation : report.at("generations")) {
            double sum = 0;
            for (const nlohmann::json &share : generation.at("shares")) {
                QVERIFY(share >= 0);
                sum += share.get<double>();
            }
            QVERIFY2(std::abs(sum - 1) < 0.02, qPrintable(QString::number(sum)));
            QVERIFY(generation.at("shares").at("feed-forward") > 0.01);
        }
    }

    void oneOrTheOther()
    {
        const Outcome both = ardiff(quick({"--size", "xsum", "--model", "x"}));
        QCOMPARE(both.status, 2);
        const Outcome unknown = ardiff(quick({"--size", "huge"}));
        QCOMPARE(unknown.status, 2);
        QVERIFY(isOneLine(unknown.error));
    }
};

QTEST_GUILESS_MAIN(TestBench)
#include "tst_bench.moc"
