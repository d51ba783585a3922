// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/CellWords.h"
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

namespace ard::ui {

namespace {
constexpr double kSmallestCellWord = 10; ///< pixels
constexpr double kCellLettersWide = 3;   ///< a column holds so many letters' sizes, or the letters get smaller
constexpr double kLineHeight = 1.2;      ///< of the letters' size
constexpr double kRounding = 2;          ///< pixels that whole edges can take from a cell of the mean height
constexpr double kCellMargin = 2;        ///< pixels on each side
constexpr double kReadable = 4.5;        ///< contrast, WCAG 2.1

/// Widths of words, each measured once in each weight.
class Widths {
public:
    explicit Widths(const QFont &plain, const QFont &bold) : m_plain(plain), m_bold(bold) { }
    double of(std::int32_t id, const QString &text, bool bold)
    {
        double &width = (bold ? m_boldWidths : m_widths)[id];
        if (width == 0)
            width = (bold ? m_bold : m_plain).horizontalAdvance(text);
        return width;
    }

private:
    QFontMetricsF m_plain, m_bold;
    QHash<std::int32_t, double> m_widths, m_boldWidths;
};

/// The colour of a cell at a height; the noise runs through a cell, the other quantities fill it.
QColor fillAt(const PlaneState &state, const PlaneGeometry &g, PlaneCell cell, double y)
{
    if (state.quantity.quantity != Quantity::Noise)
        return state.quantity.color(state.value(cell));
    const double height = std::max(1.0, g.plane().height());
    return state.quantity.color(g.layout().timestepAt((g.plane().bottom() - y) / height) / g.layout().diffusionSteps());
}

void paintCellWord(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, PlaneCell cell,
                   const QRectF &box, bool turned, const QString &text)
{
    const QColor middle = fillAt(state, g, cell, box.center().y()), ink = readableTextOn(middle);
    const double worst = std::min(contrastRatio(ink, fillAt(state, g, cell, box.top())),
                                  contrastRatio(ink, fillAt(state, g, cell, box.bottom())));
    if (worst < kReadable) // the noise changes behind it
        painter.fillRect(box, middle);
    painter.setPen(ink);
    if (!turned) {
        painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, text);
        return;
    }
    painter.save();
    painter.translate(box.center());
    painter.rotate(90);
    painter.drawText(QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width()),
                     Qt::AlignCenter | Qt::TextDontClip, text);
    painter.restore();
}
} // namespace

double cellWordPixels(const PlaneState &state, const PlaneGeometry &g)
{
    const double cell = g.plane().height() / std::max(1, g.layout().modelCalls()); // the mean of them
    const double wanted = std::min({g.columnWidth() / kCellLettersWide, cell / kLineHeight,
                                    static_cast<double>(QFontInfo(state.font).pixelSize())});
    const double pixels = std::max(kSmallestCellWord, std::floor(wanted));
    return g.columnWidth() - g.gap() >= pixels * kLineHeight ? pixels : 0;
}

void paintCellWords(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, int from, int to)
{
    const double pixels = cellWordPixels(state, g);
    to = std::min(to, static_cast<int>(state.wordIds.size()));
    if (pixels == 0 || from >= to)
        return;
    QFont plain = state.font, bold = state.font;
    plain.setPixelSize(static_cast<int>(pixels));
    bold.setPixelSize(static_cast<int>(pixels));
    bold.setBold(true);
    Widths widths(plain, bold);
    const double line = pixels * kLineHeight;
    painter.save();
    for (const bool changed : {false, true}) { // a change of the font costs more than a second look
        painter.setFont(changed ? bold : plain);
        for (int call = from + 1; call <= to; ++call)
            for (int n = 0; n < g.layout().columns(); ++n) {
                const std::int32_t id = state.wordId({n, call});
                if (call <= g.layout().startOf(n, to)) // it started again behind it
                    continue;
                if ((call > 1 && state.wordId({n, call - 1}) != id) != changed)
                    continue;
                const QRectF rect = g.cellRect({n, call}).adjusted(kCellMargin, 0, -kCellMargin, -1);
                const auto word = state.cellWords.constFind(id);
                if (std::max(rect.width(), rect.height() + kRounding) < line || word == state.cellWords.cend() ||
                    word->padding)
                    continue;
                const double width = widths.of(id, word->text, changed);
                QRectF box(0, 0, width, line);
                const bool turned = width > rect.width() && rect.width() >= line - 2 * kCellMargin;
                if (turned)
                    box = QRectF(0, 0, std::min(line, rect.width()), width + line / 2);
                if (box.width() > rect.width() || box.height() > rect.height() + (turned ? 0 : kRounding))
                    continue;
                box.moveCenter(rect.center());
                paintCellWord(painter, state, g, {n, call}, box, turned, word->text);
            }
    }
    painter.restore();
}

} // namespace ard::ui
