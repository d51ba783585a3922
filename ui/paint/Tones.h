// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tones: the colours that everything the program paints itself is made of, one set for light and one for dark. The
// palettes of the theme are built from them, and a painting widget finds its set back from its palette, so that a theme
// change reaches it.
#include <QColor>

class QPalette;

namespace ard::ui {

struct Tones {
    bool dark = false;
    QColor window;  ///< chrome
    QColor surface; ///< where content is drawn
    QColor raised;  ///< buttons, hovered rows
    QColor text;
    QColor muted;     ///< secondary text, at least 4.5:1 on window and surface
    QColor hairline;  ///< separators
    QColor outline;   ///< edges of controls, at least 3:1 on surface
    QColor accent;    ///< the one accent: selection, focus, the next jump
    QColor onAccent;  ///< text on accent
    QColor front;     ///< the moving front of current timesteps
    QColor unsettled; ///< words that may still change
    QColor good;
    QColor danger;
    QColor hatch; ///< lines of areas that are not reached
    QColor edge;  ///< round what was crossed where its darkest fill is hardly seen on surface; otherwise not valid
};

/// How a word is drawn: told apart without slanted letters, which not every script has.
struct WordStyle {
    bool bold = false;   ///< settled
    bool dotted = false; ///< a dotted line under it: may still change
    QColor ink;
};
WordStyle wordStyle(const Tones &tones, bool settled, bool padding);

/// The line between two executed steps on such a fill.
QColor separator(const Tones &tones, const QColor &fill);

const Tones &lightTones();
const Tones &darkTones();
/// The set that the palette was built from, judged by its window colour.
const Tones &tonesOf(const QPalette &palette);

} // namespace ard::ui
