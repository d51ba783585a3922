// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GifFile: pictures of one size as a GIF (89a, by giflib) that plays once and stays at its end. A frame has the 255 colours
// that it uses most, others become the nearest of them, and holds only what changed. Any thread.
#include "base/Result.h"
#include <QByteArray>
#include <QImage>
#include <functional>

namespace ard::ui {

struct GifFilm {
    QSize size;                         ///< 1..4096 each
    int frames = 0;                     ///< at least 1
    std::function<QImage(int)> frame;   ///< asked in order, 0..frames-1; of that size, opaque
    std::function<int(int)> hundredths; ///< of a second that a frame stays
};

/// The bytes of the file. Error: sizes out of range, or no memory.
Result<QByteArray> gifOf(const GifFilm &film);

} // namespace ard::ui
