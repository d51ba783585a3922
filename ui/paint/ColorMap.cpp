// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/ColorMap.h"
#include <algorithm>
#include <cmath>

namespace ard::ui {

QColor ColorMap::entry(int index) const
{
    const int i = std::clamp(index, 0, 255);
    return QColor::fromRgb((*m_table)[static_cast<std::size_t>(m_reversed ? 255 - i : i)]);
}

QColor ColorMap::at(double fraction) const
{
    if (std::isnan(fraction))
        return entry(0);
    return entry(static_cast<int>(std::lround(std::clamp(fraction, 0.0, 1.0) * 255)));
}

double relativeLuminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({relativeLuminance(a), relativeLuminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QColor readableTextOn(const QColor &fill)
{
    return contrastRatio(fill, Qt::black) >= contrastRatio(fill, Qt::white) ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace ard::ui
