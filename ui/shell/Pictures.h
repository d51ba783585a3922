// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pictures: widgets as PNG files.
#include "base/Result.h"
#include <QImage>
#include <QString>

class QWidget;

namespace ard::ui {

/// The widget as it is on the screen.
QImage pictureOf(QWidget *widget);
/// Written under another name first, so that an existing picture is kept when the disk is full.
Status savePicture(const QImage &image, const QString &path);

} // namespace ard::ui
