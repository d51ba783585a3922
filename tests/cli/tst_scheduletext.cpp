// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A timestep schedule with parameters as one word.
#include "../../app/cli/ScheduleText.h"
#include <QtTest>

using namespace ard;

class TestScheduleText : public QObject {
    Q_OBJECT

private slots:
    void kindAlone()
    {
        TimestepScheduleSpec base;
        base.anchorScale = 3;
        base.length = 7;
        const auto spec = cli::parseTimestepSchedule("uniform", base);
        QVERIFY(spec.has_value());
        QCOMPARE(spec->kind, std::string("uniform"));
        QCOMPARE(spec->length, 7);
        QCOMPARE(cli::parseTimestepSchedule("ar-diffusion", base)->anchorScale, 3.0); // not said: as in base
    }

    void parameters()
    {
        QCOMPARE(cli::parseTimestepSchedule("ar-diffusion:anchor-scale=1.5", {})->anchorScale, 1.5);
        QCOMPARE(cli::parseTimestepSchedule("ar-diffusion:anchor-scale=1:anchor-scale=2", {})->anchorScale, 2.0);
    }

    void everyParameterOfTheRegistryCanBeSet()
    {
        for (const auto &kind : timestepScheduleKinds()) {
            for (const auto &parameter : kind.parameters) {
                const std::string text = kind.name + ":" + parameter.name + "=";
                QVERIFY2(cli::parseTimestepSchedule(text + QString::number(parameter.maximum, 'f').toStdString(), {}),
                         text.c_str());
                QVERIFY2(
                    !cli::parseTimestepSchedule(text + QString::number(parameter.maximum * 2 + 1).toStdString(), {}),
                    text.c_str());
            }
        }
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("kind") << "sideways"
                              << "choose among";
        QTest::newRow("nothing") << ""
                                 << "choose among";
        QTest::newRow("no parameters") << "uniform:lag=3"
                                       << "has no parameters";
        QTest::newRow("parameter") << "ar-diffusion:speed=3"
                                   << "anchor-scale";
        QTest::newRow("no value") << "ar-diffusion:anchor-scale"
                                  << "parameter=value";
        QTest::newRow("no number") << "ar-diffusion:anchor-scale=two"
                                   << "is not a number";
        QTest::newRow("half a number") << "ar-diffusion:anchor-scale=2x"
                                       << "is not a number";
        QTest::newRow("not finite") << "ar-diffusion:anchor-scale=nan"
                                    << "must be from";
        QTest::newRow("too small") << "ar-diffusion:anchor-scale=0"
                                   << "must be from";
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        const auto spec = cli::parseTimestepSchedule(text.toStdString(), {});
        QVERIFY(!spec.has_value());
        QCOMPARE(spec.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(QString::fromStdString(spec.error().message).contains(part), spec.error().message.c_str());
    }
};

QTEST_GUILESS_MAIN(TestScheduleText)
#include "tst_scheduletext.moc"
