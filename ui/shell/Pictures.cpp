// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Pictures.h"
#include <QSaveFile>
#include <QWidget>

namespace ard::ui {

QImage pictureOf(QWidget *widget)
{
    const double ratio = widget->devicePixelRatioF();
    QImage image(widget->size() * ratio, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(ratio);
    image.fill(widget->palette().color(QPalette::Window));
    widget->render(&image);
    return image;
}

Status savePicture(const QImage &image, const QString &path)
{
    if (image.isNull())
        return fail(ErrorCode::OutOfMemory, "There is not enough memory for the picture");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return fail(ErrorCode::Io,
                    "The picture " + path.toStdString() + " could not be written: " + file.errorString().toStdString());
    return {};
}

} // namespace ard::ui
