// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TextWidth: widths of the layout in proportion to its text. averageCharWidth() is twice as wide where the font's own
// script is Chinese, though the words shown are as long as ever.
#include <QFontMetrics>
#include <QString>
#include <algorithm>

namespace ard::ui {

/// Width of a Latin letter in running text, pixels, at least 1.
inline double letterWidth(const QFontMetrics &metrics)
{
    static const QString kSample = QStringLiteral("the quick brown fox jumps over the lazy dog");
    return std::max(1.0, metrics.horizontalAdvance(kSample) / static_cast<double>(kSample.size()));
}

/// Room for so many letters, pixels.
inline int lettersWidth(const QFontMetrics &metrics, double letters)
{
    return static_cast<int>(letterWidth(metrics) * letters);
}

} // namespace ard::ui
