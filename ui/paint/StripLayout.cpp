// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/StripLayout.h"
#include <cmath>

namespace ard::ui {

int StripLayout::tokenAt(const QPointF &point) const
{
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (boxes[i].contains(point))
            return static_cast<int>(i);
    return -1;
}

StripLayout layoutStrip(const std::vector<StripToken> &tokens, const StripMetrics &m)
{
    StripLayout result;
    const auto rounded = [&m](double width) { return std::max(m.grid, std::ceil(width / m.grid) * m.grid); };
    double x = 0, y = 0;
    for (std::size_t first = 0; first < tokens.size();) {
        std::size_t end = first + 1;
        double wordWidth = rounded(tokens[first].width);
        for (; end < tokens.size() && !tokens[end].startsWord && !tokens[end - 1].endsLine; ++end)
            wordWidth += m.joinGap + rounded(tokens[end].width);
        const bool lineEnded = first > 0 && tokens[first - 1].endsLine;
        if (x > 0 && (lineEnded || x + m.wordGap + wordWidth > m.width)) {
            x = 0;
            y += m.lineHeight;
        }
        for (std::size_t i = first; i < end; ++i) {
            const double width = rounded(tokens[i].width);
            double left = x > 0 ? x + (i == first ? m.wordGap : m.joinGap) : 0;
            if (left > 0 && left + width > m.width) {
                left = 0;
                y += m.lineHeight;
            }
            result.boxes.emplace_back(left, y, width, m.lineHeight);
            x = left + width;
        }
        first = end;
    }
    result.lines = result.boxes.empty() ? 0 : static_cast<int>(std::lround(y / m.lineHeight)) + 1;
    return result;
}

} // namespace ard::ui
