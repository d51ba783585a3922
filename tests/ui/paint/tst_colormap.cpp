// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Colours: the published tables, contrast of text on every entry, contrast of the two sets of tones.
#include "paint/ColorMap.h"
#include "paint/Quantity.h"
#include "paint/Tones.h"
#include <QTest>
#include <cmath>

using namespace ard;
using namespace ard::ui;

class TestColorMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedEnds();
    void lightnessRisesEverywhere_data() { maps(); }
    void lightnessRisesEverywhere();
    void textIsReadableOnEveryEntry_data() { maps(); }
    void textIsReadableOnEveryEntry();
    void textIsReadableWhateverIsShown();
    void valuesOutOfRange();
    void quantities();
    void tonesAreReadable();

private:
    static void maps();
};

void TestColorMap::maps()
{
    QTest::addColumn<int>("map");
    QTest::newRow("cividis") << 0;
    QTest::newRow("viridis") << 1;
    QTest::newRow("magma") << 2;
}

static ColorMap mapOf(int index)
{
    return index == 0 ? ColorMap::cividis() : index == 1 ? ColorMap::viridis() : ColorMap(tables::kMagma, false);
}

void TestColorMap::publishedEnds()
{
    QCOMPARE(ColorMap::viridis().entry(0), QColor(0x440154));
    QCOMPARE(ColorMap::viridis().entry(255), QColor(0xfde725));
    QCOMPARE(ColorMap::cividis().entry(0), QColor(0x00224e));
    QCOMPARE(ColorMap::cividis().entry(255), QColor(0xfee838));
    QCOMPARE(ColorMap::magmaReversed().entry(0), QColor(0xfcfdbf));
    QCOMPARE(ColorMap::magmaReversed().entry(255), QColor(0x000004));
    QCOMPARE(ColorMap::cividisReversed().at(1), ColorMap::cividis().at(0));
}

void TestColorMap::lightnessRisesEverywhere()
{
    QFETCH(int, map);
    double last = -1;
    for (int i = 0; i < 256; ++i) {
        const double luminance = relativeLuminance(mapOf(map).entry(i));
        QVERIFY2(luminance > last - 0.002,
                 qPrintable(QString::number(i))); // a table of 8 bits may stand still, never fall
        last = std::max(last, luminance);
    }
    QVERIFY(last > 0.7);
}

void TestColorMap::textIsReadableOnEveryEntry()
{
    QFETCH(int, map);
    for (int i = 0; i < 256; ++i) {
        const QColor fill = mapOf(map).entry(i);
        QVERIFY2(contrastRatio(fill, readableTextOn(fill)) >= 4.5, qPrintable(fill.name()));
    }
}

/// Of everything that cells are coloured by, and of cells that are to come, which have some of the ground.
void TestColorMap::textIsReadableWhateverIsShown()
{
    constexpr double kLeast = 4.5;
    for (const Quantity quantity : {Quantity::Noise, Quantity::Probability, Quantity::Entropy}) {
        const ColorMap map = QuantityScale{quantity, 2000, 4}.map();
        for (int i = 0; i < 256; ++i)
            for (const Tones *tones : {&lightTones(), &darkTones()})
                for (const float share : {0.F, 0.3F, 0.6F, 0.9F}) {
                    const QColor fill = map.entry(i), &ground = tones->surface;
                    const auto part = [share](float a, float b) { return a + (b - a) * share; };
                    const QColor shown =
                        QColor::fromRgbF(part(fill.redF(), ground.redF()), part(fill.greenF(), ground.greenF()),
                                         part(fill.blueF(), ground.blueF()));
                    QVERIFY2(contrastRatio(shown, readableTextOn(shown)) >= kLeast, qPrintable(shown.name()));
                }
    }
    // Every colour there is: black or white can be read on it.
    for (int r = 0; r < 256; r += 15)
        for (int g = 0; g < 256; g += 15)
            for (int b = 0; b < 256; b += 15)
                QVERIFY(contrastRatio(QColor(r, g, b), readableTextOn(QColor(r, g, b))) >= kLeast);
}

void TestColorMap::valuesOutOfRange()
{
    const ColorMap map = ColorMap::viridis();
    QCOMPARE(map.at(-1), map.entry(0));
    QCOMPARE(map.at(7), map.entry(255));
    QCOMPARE(map.at(std::nan("")), map.entry(0));
    QCOMPARE(map.entry(400), map.entry(255));
}

void TestColorMap::quantities()
{
    QuantityScale scale{Quantity::Noise, 2000, 4};
    QCOMPARE(scale.color(0), ColorMap::cividis().entry(255)); // clean is light
    scale.quantity = Quantity::Probability;
    scale.quantity = Quantity::Entropy;
    QCOMPARE(scale.color(4), ColorMap::magmaReversed().entry(255));
    QCOMPARE(roundedEntropyMaximum(0.2), 1.0);
    QCOMPARE(roundedEntropyMaximum(3.1), 4.0);
    QCOMPARE(roundedEntropyMaximum(std::nan("")), 1.0);
}

void TestColorMap::tonesAreReadable()
{
    for (const Tones *tones : {&lightTones(), &darkTones()}) {
        for (const QColor &background : {tones->window, tones->surface}) {
            for (const QColor &text : {tones->text, tones->muted, tones->unsettled, tones->danger, tones->good})
                QVERIFY2(contrastRatio(text, background) >= 4.5, qPrintable(text.name() + background.name()));
            for (const QColor &sign : {tones->accent, tones->front, tones->outline})
                QVERIFY2(contrastRatio(sign, background) >= 3, qPrintable(sign.name() + background.name()));
        }
        QVERIFY(contrastRatio(tones->onAccent, tones->accent) >= 4.5);
        QVERIFY(contrastRatio(tones->text, tones->raised) >= 4.5);
    }
}

QTEST_GUILESS_MAIN(TestColorMap)
#include "tst_colormap.moc"
