// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Animations, read back by Qt: every frame as it was drawn, how long each stays, more colours than a frame can hold, bad sizes.
#include "paint/GifFile.h"
#include "support/Refusal.h"
#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QTest>

using namespace ard;
using namespace ard::ui;

namespace {

constexpr QSize kSize(60, 40);

GifFilm filmOf(const QList<QImage> &frames)
{
    return {frames.front().size(), static_cast<int>(frames.size()), [frames](int i) { return frames[i]; },
            [](int i) { return 10 * (i + 1); }};
}

QImage plain(QColor color, QSize size = kSize)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

} // namespace

class TestGif : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesComeBack()
    {
        QList<QImage> frames{plain(Qt::white)};
        for (int i = 1; i < 6; ++i) {
            frames << frames.back();
            QPainter(&frames.back()).fillRect(i * 7, i * 4, 9, 5, QColor::fromHsv(i * 50, 200, 200));
        }
        frames.insert(3, frames[2]); // nothing changes
        const auto bytes = gifOf(filmOf(frames));
        QVERIFY(bytes);
        QVERIFY(!bytes->contains("NETSCAPE")); // plays once
        QBuffer buffer;
        buffer.setData(*bytes);
        QImageReader reader(&buffer, "gif");
        QCOMPARE(reader.imageCount(), static_cast<int>(frames.size()));
        for (int i = 0; i < frames.size(); ++i) {
            const QImage read = reader.read();
            QVERIFY2(!read.isNull(), qPrintable(reader.errorString()));
            QCOMPARE(read.convertToFormat(QImage::Format_RGB32), frames[i]);
            QCOMPARE(reader.nextImageDelay(), 100 * (i + 1)); // milliseconds
        }
    }

    void manyColours()
    {
        QImage image(kSize, QImage::Format_RGB32);
        for (int y = 0; y < kSize.height(); ++y)
            for (int x = 0; x < kSize.width(); ++x)
                image.setPixel(x, y, qRgb(x * 4, y * 6, 100)); // 2,400 of them
        const auto bytes = gifOf(filmOf({image}));
        QVERIFY(bytes);
        const QImage read = QImage::fromData(*bytes, "gif").convertToFormat(QImage::Format_RGB32);
        QCOMPARE(read.size(), kSize);
        QSet<QRgb> colours;
        for (int y = 0; y < kSize.height(); ++y)
            for (int x = 0; x < kSize.width(); ++x)
                colours.insert(read.pixel(x, y));
        QVERIFY(colours.size() <= 255 && colours.size() > 200);
    }

    void badSizes()
    {
        ARD_REFUSES(gifOf({QSize(0, 5), 1, {}, {}}), "1 to 4096 pixels");
        ARD_REFUSES(gifOf({QSize(5000, 5), 1, {}, {}}), "1 to 4096 pixels");
        ARD_REFUSES(gifOf({kSize, 0, {}, {}}), "1 to 4096 pixels");
        GifFilm wrong = filmOf({plain(Qt::red), plain(Qt::red, {3, 3})});
        ARD_REFUSES(gifOf(wrong), "no memory"); // as a picture that could not be made
    }
};

QTEST_MAIN(TestGif)
#include "tst_gif.moc"
