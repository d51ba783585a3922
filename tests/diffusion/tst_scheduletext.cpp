// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A timestep schedule with parameters as one word.
#include "diffusion/ScheduleText.h"
#include <QTemporaryDir>
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
        const auto spec = parseTimestepSchedule("uniform", base);
        QVERIFY(spec.has_value());
        QCOMPARE(spec->kind, std::string("uniform"));
        QCOMPARE(spec->length, 7);
        QCOMPARE(parseTimestepSchedule("ar-diffusion", base)->anchorScale, 3.0); // not said: as in base
    }

    void parameters()
    {
        QCOMPARE(parseTimestepSchedule("ar-diffusion:anchor-scale=1.5", {})->anchorScale, 1.5);
        QCOMPARE(parseTimestepSchedule("ar-diffusion:anchor-scale=1:anchor-scale=2", {})->anchorScale, 2.0);
    }

    void valueAlone()
    {
        QCOMPARE(parseTimestepSchedule("lagged:50", {})->lag, 50);
        QCOMPARE(parseTimestepSchedule("block:4", {})->block, 4);
        QCOMPARE(parseTimestepSchedule("ar-diffusion:1.5", {})->anchorScale, 1.5);
    }

    void table()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("a:b.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("9,9\n4,9\n0,0\n") > 0);
        file.close();
        TimestepScheduleSpec base;
        base.length = 2;
        base.diffusionSteps = 10;
        const auto spec = parseTimestepSchedule("custom:" + file.fileName().toStdString(), base);
        QVERIFY2(spec, spec ? "" : spec.error().message.c_str());
        QVERIFY(*spec->table == (ScheduleTable{{9, 9}, {4, 9}, {0, 0}}));
        QCOMPARE(spec->tableName, std::string("a:b.csv"));
        QCOMPARE((*makeTimestepSchedule(*spec))->sentenceSteps(), 3);
        base.table = spec->table;
        QCOMPARE(parseTimestepSchedule("custom", base)->table, base.table); // not said: as in base
        const auto none = parseTimestepSchedule("custom:" + folder.filePath("gone.csv").toStdString(), base);
        QVERIFY(!none && none.error().message.find("gone.csv") != std::string::npos);
    }

    void everyParameterOfTheRegistryCanBeSet()
    {
        for (const auto &kind : timestepScheduleKinds()) {
            for (const auto &parameter : kind.parameters) {
                const std::string text = kind.name + ":" + parameter.name + "=";
                QVERIFY2(parseTimestepSchedule(text + QString::number(parameter.maximum, 'f').toStdString(), {}),
                         text.c_str());
                QVERIFY2(!parseTimestepSchedule(text + QString::number(parameter.maximum * 2 + 1).toStdString(), {}),
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
        QTest::newRow("half a number alone") << "lagged:5x"
                                             << "is not a number";
        QTest::newRow("out of range alone") << "lagged:-5"
                                            << "must be a whole number";
        QTest::newRow("a number twice") << "ar-diffusion:1:2"
                                        << "'2' is one number too many";
        QTest::newRow("a number after a name") << "ar-diffusion:anchor-scale=1:2"
                                               << "one number too many";
        QTest::newRow("a number too many") << "uniform:5"
                                           << "has no parameters";
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        const auto spec = parseTimestepSchedule(text.toStdString(), {});
        QVERIFY(!spec.has_value());
        QCOMPARE(spec.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(QString::fromStdString(spec.error().message).contains(part), spec.error().message.c_str());
    }
};

QTEST_GUILESS_MAIN(TestScheduleText)
#include "tst_scheduletext.moc"
