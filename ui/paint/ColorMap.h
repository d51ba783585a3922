// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ColorMap: the colour tables of the program, 256 entries each, and which text colour is readable on them. Immutable
// values.
#include <QColor>
#include <array>
#include <cstdint>

namespace ard::ui {

using ColorTable = std::array<std::uint32_t, 256>; ///< 0xRRGGBB, first entry = value 0

namespace tables {
extern const ColorTable kCividis;
extern const ColorTable kViridis;
extern const ColorTable kMagma;
} // namespace tables

/// One table read forwards or backwards.
class ColorMap {
public:
    ColorMap(const ColorTable &table, bool reversed) : m_table(&table), m_reversed(reversed) { }
    static ColorMap cividis() { return {tables::kCividis, false}; }
    static ColorMap cividisReversed() { return {tables::kCividis, true}; }
    static ColorMap viridis() { return {tables::kViridis, false}; }
    static ColorMap magmaReversed() { return {tables::kMagma, true}; }

    /// fraction is clamped to 0..1; a value that is not a number gives the first entry.
    QColor at(double fraction) const;
    QColor entry(int index) const; ///< index 0..255

private:
    const ColorTable *m_table;
    bool m_reversed;
};

/// WCAG 2.1 relative luminance (0..1) and contrast ratio (1..21).
double relativeLuminance(const QColor &color);
double contrastRatio(const QColor &a, const QColor &b);
/// Black or white, whichever contrasts more with the fill; never below 4.5:1 (the worse case of the two is sqrt(21)).
QColor readableTextOn(const QColor &fill);

} // namespace ard::ui
