// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FoldMark: the edge along the right of a plane whose last positions are folded away, with how many they are.
#include "paint/Tones.h"
#include <QCoreApplication>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace ard::ui {

struct FoldMarkState {
    int positions = 0;   ///< that the sentence does not need
    bool folded = true;  ///< false: they are shown, and can be folded away
    bool active = false; ///< pointer or keyboard is on it
    const Tones *tones = &lightTones();
    QFont font;
};

class FoldMark {
    Q_DECLARE_TR_FUNCTIONS(ard::ui::FoldMark)

public:
    static double width(const QFont &font); ///< pixels
    static QString text(int positions, bool folded);
    static void paint(QPainter &painter, const FoldMarkState &state, const QRectF &rect);
};

} // namespace ard::ui
