// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordMetrics: how the words under the axis are set, from the width of one column alone, so that labels do not jump
// while words change: horizontal where columns are wide, otherwise turned.
class QFont;

namespace ard::ui {

struct WordMetrics {
    bool rotated = false;
    double angle = 58; ///< degrees, when rotated: steeper in narrow columns, where letters can then be larger
    int every = 1;     ///< label each position, or every 2nd, ..
    double pixelSize = 12;
    double height = 40; ///< room needed below the axis, pixels
};

/// columnWidth in pixels, > 0.
WordMetrics wordMetrics(double columnWidth, const QFont &font);

} // namespace ard::ui
