// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneMark: by what a lane is known on screen and in every export: a letter, and the colours of Okabe and Ito, which stay apart
// for those who see red and green alike; never the colour alone.
#include "paint/Tones.h"
#include <QFont>

class QPainter;

namespace ard::ui {

/// mark: 0..7, Lane::mark().
QColor laneColor(int mark, const Tones &tones);
/// Of what is written on that colour, at least 4.5:1.
QColor laneInk(int mark, const Tones &tones);
/// Its letter, A..H, on a rounded field of its colour, filling rect.
void paintLaneMark(QPainter &painter, int mark, const Tones &tones, const QFont &font, const QRectF &rect);

} // namespace ard::ui
