// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares behind the words of a sentence, such as of a token's attention: a field as high as the share, from below, of a negative one
// from above; none behind words that have none; light and dark, and the word stays on top.
#include "paint/StripPainter.h"
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace ard::ui;

class TestStripShares : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fields_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void fields()
    {
        QFETCH(bool, dark);
        const Tones &tones = dark ? darkTones() : lightTones();
        QFont letters = QGuiApplication::font();
        letters.setPixelSize(14);
        StripState state{{}, &tones, letters};
        state.words.assign(4, {.text = QStringLiteral("m")});
        const StripPainter strip(state, 780);
        QImage image(800, static_cast<int>(strip.height()) + 20, QImage::Format_RGB32);
        image.fill(tones.surface);
        QPainter painter(&image);
        strip.paint(painter, {10, 10}, -1, -1, {0.5F, -0.25F, 0});
        painter.end();
        const double line = QFontMetricsF(letters).height(); // lower than the field
        const auto isTinted = [&](int position, double down) {
            const QRectF box = strip.wordRect(position).translated(10, 10);
            return image.pixelColor(QPointF(box.left(), box.top() + 2 + down).toPoint()) != tones.surface;
        };
        QVERIFY(!isTinted(0, 0) && isTinted(0, line));
        QVERIFY(isTinted(1, 1) && !isTinted(1, line));
        for (int without = 2; without < 4; ++without)
            QVERIFY(!isTinted(without, 0) && !isTinted(without, line));
    }
};

QTEST_MAIN(TestStripShares)
#include "tst_stripshares.moc"
