// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/PlaneWords.h"
#include "paint/Pens.h"
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

namespace ard::ui {

namespace {
constexpr double kSteepBelow = 1.6; ///< columns narrower than this many base font sizes get upright-turned words
constexpr double kSteepAngle = 90;
constexpr double kNumberShare = 0.8;  ///< size of the position numbers in base font sizes
constexpr double kSmallestWord = 8;   ///< pixels
constexpr double kBelowAxis = 5;      ///< pixels
constexpr double kOneRowFrom = 7;     ///< base font sizes a column: ten letters fit
constexpr double kTwoRowsFrom = 3.2;  ///< the same, of half a word
constexpr double kRowHeight = 1.6;    ///< of the letters' size
constexpr double kLetters = 8 * 0.58; ///< turned words show at least so many widths of their letters' size
constexpr double kMostOfArea = 0.42;  ///< of the height is for words

double basePixels(const QFont &font)
{
    return QFontInfo(font).pixelSize();
}

double numberHeight(const QFont &font)
{
    return basePixels(font) * kNumberShare * 1.5;
}

/// 1, 2, 5, 10, 20 ..: the first that is at least as large.
int numbersEvery(double least)
{
    int every = 1;
    for (int i = 0; every < least; ++i)
        every = i % 3 == 1 ? every / 2 * 5 : every * 2;
    return every;
}

void paintNumbers(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    QFont font = state.font;
    font.setPixelSize(std::max(7, static_cast<int>(basePixels(state.font) * kNumberShare)));
    const QFontMetricsF fm(font);
    const double room =
        fm.horizontalAdvance(QString::number(g.layout().columns() - 1)) + fm.horizontalAdvance(QLatin1Char('0')) * 0.8;
    const int every = numbersEvery(room / std::max(0.1, g.columnWidth()));
    painter.setFont(font);
    painter.setPen(state.tones->muted);
    for (int n = 0; n < g.layout().columns(); n += every)
        painter.drawText(QRectF(g.x(n) - 40, g.plane().bottom() + kBelowAxis, 80, numberHeight(state.font)),
                         Qt::AlignCenter, QString::number(n));
}

void paintExplanation(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    const double top = g.plane().bottom() + kBelowAxis + numberHeight(state.font);
    painter.setFont(state.font);
    painter.setPen(state.tones->text);
    painter.drawText(QRectF(g.plane().left(), top, g.plane().width(), g.area().bottom() - 1 - top),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, state.explanation);
}

/// The two weights of the words, made once for all of them.
struct WordFonts {
    WordFonts(const QFont &base, double pixelSize) : plain(base), bold(base)
    {
        plain.setPixelSize(std::max(1, static_cast<int>(pixelSize)));
        plain.setBold(false);
        bold.setPixelSize(plain.pixelSize());
        bold.setBold(true);
    }
    QFont plain, bold;
    QFontMetricsF plainMetrics{plain}, boldMetrics{bold};
};

void paintWord(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, const WordMetrics &m,
               const WordFonts &fonts, int position)
{
    const PlaneWord &word = state.words[static_cast<std::size_t>(position)];
    const QPointF at(g.x(position), g.plane().bottom() + kBelowAxis + numberHeight(state.font));
    const WordStyle style = wordStyle(*state.tones, word.settled, word.padding);
    painter.setFont(style.bold ? fonts.bold : fonts.plain);
    painter.setPen(style.ink);
    const QFontMetricsF &fm = style.bold ? fonts.boldMetrics : fonts.plainMetrics;
    const auto shown = [&](double width) {
        return fm.elidedText(word.padding ? QStringLiteral("·") : word.text, Qt::ElideRight, width);
    };
    const auto underline = [&](double left, double y, const QString &text) {
        if (style.dotted && !text.isEmpty())
            paintDottedLine(painter, left, left + fm.horizontalAdvance(text), y, style.ink, 1.2);
    };
    if (!m.rotated) {
        const double width = g.columnWidth() * m.rows - 2;
        const QString text = shown(width);
        QRectF box(at.x() - width / 2, at.y() + (position % m.rows) * m.pixelSize * kRowHeight, width,
                   m.pixelSize * kRowHeight);
        // The outermost words of two rows would reach over the edges.
        const double half = fm.horizontalAdvance(text) / 2;
        box.translate(std::min(0.0, g.area().right() - 2 - (at.x() + half)), 0);
        painter.drawText(box, Qt::AlignCenter, text);
        underline(box.center().x() - half, box.bottom() - m.pixelSize * 0.12, text);
        return;
    }
    const double radians = m.angle * M_PI / 180;
    const double down = g.area().bottom() - 1 - at.y() - m.pixelSize * 0.4;
    const double right = g.area().right() - 1 - at.x() - 2;
    const QString text = shown(m.angle < 89 ? std::min(down / std::sin(radians), right / std::cos(radians)) : down);
    painter.save();
    painter.translate(at);
    painter.rotate(m.angle);
    painter.drawText(QPointF(m.pixelSize * 0.2, fm.ascent() * 0.38), text);
    underline(m.pixelSize * 0.2, fm.ascent() * 0.38 + m.pixelSize * 0.22, text);
    painter.restore();
}
} // namespace

WordMetrics wordMetrics(double columnWidth, const QFont &font, double room)
{
    const double base = basePixels(font);
    const double numbers = numberHeight(font) + 4;
    const double left = std::max(0.0, room - numbers);
    WordMetrics result;
    result.rotated = columnWidth < base * kTwoRowsFrom;
    if (!result.rotated) {
        result.rows = columnWidth < base * kOneRowFrom ? 2 : 1;
        result.pixelSize = std::clamp(left / (kRowHeight * result.rows + 0.1), kSmallestWord, base * 1.15);
        result.height = numbers + result.pixelSize * (kRowHeight * result.rows + 0.1);
        return result;
    }
    if (columnWidth < base * kSteepBelow)
        result.angle = kSteepAngle;
    const double sine = std::sin(result.angle * M_PI / 180);
    result.pixelSize = std::clamp(columnWidth * sine / 1.1, kSmallestWord, base * 1.15);
    result.pixelSize = std::clamp(left / (sine * kLetters + 0.4), kSmallestWord, result.pixelSize);
    result.every = std::max(1, static_cast<int>(std::ceil(kSmallestWord * 1.1 / std::max(1.0, columnWidth))));
    result.height = numbers + result.pixelSize * 5.6;
    return result;
}

int roomBelowPlane(const PlaneState &state, double planeWidth, double areaHeight)
{
    if (!state.wordsBelow && !state.preview)
        return static_cast<int>(kBelowAxis + numberHeight(state.font)) + 4;
    const double column = planeWidth / std::max(1, state.layout.columns());
    int wanted = static_cast<int>(wordMetrics(column, state.font).height) + 6;
    if (state.preview) {
        const QFontMetrics fm(state.font);
        const QRect text =
            fm.boundingRect(QRect(0, 0, static_cast<int>(planeWidth), 1000), Qt::TextWordWrap, state.explanation);
        wanted = std::max(wanted, text.height() + fm.height() * 2);
    }
    return std::min(wanted, static_cast<int>(areaHeight * kMostOfArea));
}

void paintPlaneWords(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    if (g.layout().isEmpty())
        return;
    const SmoothLines smooth(painter);
    paintNumbers(painter, state, g);
    if (state.preview)
        paintExplanation(painter, state, g);
    if (!state.wordsBelow)
        return;
    const double room = g.area().bottom() - g.plane().bottom() - kBelowAxis;
    const WordMetrics metrics = wordMetrics(g.columnWidth(), state.font, room);
    const int words = std::min(g.layout().columns(), static_cast<int>(state.words.size()));
    const WordFonts fonts(state.font, metrics.pixelSize);
    for (int n = 0; n < words; n += metrics.every)
        paintWord(painter, state, g, metrics, fonts, n);
}

} // namespace ard::ui
