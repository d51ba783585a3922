// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/LaneMark.h"
#include "paint/ColorMap.h"
#include <QPainter>
#include <array>

namespace ard::ui {

namespace {
constexpr int kMarks = 8;
} // namespace

QColor laneColor(int mark, const Tones &tones)
{
    static constexpr std::array<QRgb, kMarks - 1> kColors{0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7,
                                                          0x56b4e9, 0xd55e00, 0xf0e442};
    const auto index = static_cast<std::size_t>(mark);
    return index < kColors.size() ? QColor(kColors[index])
                                  : tones.muted; // the eighth is their black, as it is seen here
}

QColor laneInk(int mark, const Tones &tones)
{
    const QColor fill = laneColor(mark, tones);
    const QColor black(0x10151a), white(Qt::white);
    return contrastRatio(black, fill) > contrastRatio(white, fill) ? black : white;
}

void paintLaneMark(QPainter &painter, int mark, const Tones &tones, const QFont &font, const QRectF &rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(laneColor(mark, tones));
    const double radius = rect.height() * 0.22;
    painter.drawRoundedRect(rect, radius, radius);
    QFont bold = font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(laneInk(mark, tones));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, QString(QChar(u'A' + static_cast<char16_t>(mark))));
    painter.restore();
}

} // namespace ard::ui
