// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Page: its files.
#include "paint/Page.h"
#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace ard::ui {

namespace {
constexpr int kDotsPerInch = 96;
constexpr double kMostPixels = 1e8; ///< of a PNG

void paintOn(QPaintDevice &device, const Page &page, QSize size)
{
    QPainter painter(&device);
    page.paint(painter, QRectF(QPointF(), size));
}

Result<QByteArray> png(const Page &page, QSize size, double scale)
{
    const bool fits = size.width() * scale * size.height() * scale <= kMostPixels;
    QImage image(fits ? size * scale : QSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return fail(ErrorCode::OutOfMemory, "The picture is too large");
    image.setDevicePixelRatio(scale);
    paintOn(image, page, size);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray svg(const Page &page, QSize size)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kDotsPerInch);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    paintOn(generator, page, size);
    return buffer.data();
}

QByteArray pdf(const Page &page, QSize size)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(size) / kDotsPerInch, QPageSize::Inch));
    writer.setPageMargins(QMarginsF());
    paintOn(writer, page, size);
    return buffer.data();
}

Result<QByteArray> contents(const Page &page, const QString &suffix, QSize size, double scale)
{
    if (suffix == QLatin1String("png"))
        return png(page, size, scale);
    if (suffix == QLatin1String("svg"))
        return svg(page, size);
    if (suffix == QLatin1String("pdf"))
        return pdf(page, size);
    return fail(ErrorCode::InvalidArgument, "A picture is a .png, .svg or .pdf file");
}
} // namespace

Status writePage(const Page &page, const QString &path, QSize size, double scale)
{
    const Result<QByteArray> bytes = contents(page, QFileInfo(path).suffix().toLower(), size, scale);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return fail(ErrorCode::Io,
                    "The picture " + path.toStdString() + " could not be written: " + file.errorString().toStdString());
    return {};
}

} // namespace ard::ui
