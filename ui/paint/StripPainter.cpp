// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/StripPainter.h"
#include "paint/Pens.h"
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace ard::ui {

namespace {
constexpr double kWordScale = 1.75; ///< size of the words in base font sizes: read from the last row
constexpr double kCompactScale = 1.2, kCompactGrid = 4;
constexpr double kSmallScale = 0.82;
constexpr double kShareTint = 0.2;
constexpr double kTitleGap = 16;                ///< pixels
constexpr double kTieRise = 6, kTieShare = 0.2; ///< depth in pixels, half its width in heights of a word

bool isMark(const QString &text)
{
    return text.size() == 1 && QStringLiteral("。，！？；：、").contains(text);
}

bool isHan(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return points.size() == 1 && QChar::script(points.front()) == QChar::Script_Han;
}

/// Single Chinese characters and marks, as models of verse write them; words that are not there yet say nothing.
bool isVerse(const std::vector<StripWord> &words)
{
    const auto fits = [](const StripWord &word) {
        return word.padding || word.text.isEmpty() || isHan(word.text) || isMark(word.text);
    };
    return std::all_of(words.begin(), words.end(), fits) &&
        std::any_of(words.begin(), words.end(),
                    [](const StripWord &word) { return !word.padding && isHan(word.text); });
}

/// Behind its mark, of several marks the last, where something follows.
bool endsVerseLine(const std::vector<StripWord> &words, std::size_t n)
{
    return isMark(words[n].text) && n + 1 < words.size() && !words[n + 1].padding && !isMark(words[n + 1].text);
}

} // namespace

StripPainter::StripPainter(StripState state, double width) : m_state(std::move(state))
{
    m_isVerse = isVerse(m_state.words);
    QFont words = scaledFont(m_state.font, wordScale());
    words.setBold(false);
    m_plain = CachedText(words);
    words.setBold(true);
    m_bold = CachedText(words);
    m_small = CachedText(scaledFont(m_state.font, kSmallScale));
    m_titleWidth = m_state.compact
        ? 0
        : std::max(m_small.width(tr("settled by word")), m_small.width(tr("by schedule"))) + kTitleGap;
    std::vector<StripToken> tokens;
    for (std::size_t n = 0; n < m_state.words.size(); ++n) {
        const StripWord &word = m_state.words[n];
        tokens.push_back({wordWidth(word), m_isVerse || word.startsWord || word.padding,
                          m_isVerse && !m_state.compact && endsVerseLine(m_state.words, n)});
    }
    StripMetrics metrics;
    metrics.width = std::max(100.0, width - m_titleWidth);
    metrics.lineHeight = lineHeight();
    metrics.wordGap = m_plain.width(QStringLiteral(" ")) * (m_state.compact ? 1 : 1.6);
    metrics.wordGap = m_isVerse ? metrics.joinGap : metrics.wordGap;
    metrics.grid = m_state.compact ? kCompactGrid : metrics.grid;
    m_layout = layoutStrip(tokens, metrics);
}

double StripPainter::wordScale() const
{
    return m_state.scale * (m_state.compact ? kCompactScale : kWordScale);
}

double StripPainter::lineHeight() const
{
    return m_state.compact ? wordHeight() + 2 : wordHeight() + 2 * m_small.height() + 8;
}

double StripPainter::wordWidth(const StripWord &word) const
{
    if (word.padding && !m_isVerse)
        return 6;
    // In verse all are as wide as the widest, bold ones among them: columns of equal width.
    const CachedText &text = word.settled || m_isVerse ? m_bold : m_plain;
    const double width = text.width(m_isVerse ? QStringLiteral("國") : word.text);
    return std::max(width, m_small.width(QStringLiteral("00"))) + 4;
}

QRectF StripPainter::wordRect(int position) const
{
    if (position < 0 || position >= count())
        return {};
    return m_layout.boxes[static_cast<std::size_t>(position)].translated(m_titleWidth, 0);
}

int StripPainter::wordAt(const QPointF &position) const
{
    return m_layout.tokenAt(position - QPointF(m_titleWidth, 0));
}

void StripPainter::paint(QPainter &painter, const QPointF &topLeft, int selected, int hovered,
                         const std::vector<float> &shares) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(topLeft);
    double lastTop = -1;
    for (int n = 0; n < count(); ++n) {
        const QRectF box = wordRect(n);
        if (box.top() != lastTop && !m_state.compact)
            paintTitles(painter, lastTop = box.top());
        if (n == selected || n == hovered)
            paintMark(painter, box, n == selected);
        if (static_cast<std::size_t>(n) < shares.size())
            paintShare(painter, box, static_cast<double>(shares[static_cast<std::size_t>(n)]));
        paintWord(painter, m_state.words[static_cast<std::size_t>(n)], box);
        if (n > 0 && isJoined(n) && wordRect(n - 1).top() == box.top())
            paintTie(painter, wordRect(n - 1), box);
    }
    painter.restore();
}

bool StripPainter::isJoined(int position) const
{
    const auto joins = [](const StripWord &word) { return !word.padding && !word.text.isEmpty(); };
    const StripWord &word = m_state.words[static_cast<std::size_t>(position)];
    return !m_isVerse && !word.startsWord && joins(word) &&
        joins(m_state.words[static_cast<std::size_t>(position) - 1]) && word.text.front().isLetterOrNumber();
}

/// Two pieces of one word: an arc under the place where they meet.
void StripPainter::paintTie(QPainter &painter, const QRectF &left, const QRectF &right) const
{
    const double y = right.top() + wordHeight() - kTieRise, middle = (left.right() + right.left()) / 2;
    const double half = wordHeight() * kTieShare;
    QPainterPath tie({middle - half, y});
    tie.quadTo({middle, y + kTieRise}, {middle + half, y});
    painter.setPen(roundPen(m_state.tones->muted, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tie);
}

void StripPainter::paintTitles(QPainter &painter, double top) const
{
    painter.setFont(m_small.font());
    painter.setPen(m_state.tones->muted);
    const double y = top + wordHeight(), width = m_titleWidth - kTitleGap;
    painter.drawText(QRectF(0, y, width, m_small.height()), Qt::AlignLeft | Qt::AlignVCenter, tr("settled by word"));
    painter.drawText(QRectF(0, y + m_small.height(), width, m_small.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("by schedule"));
}

void StripPainter::paintMark(QPainter &painter, const QRectF &box, bool selected) const
{
    painter.setPen(selected ? QPen(m_state.tones->accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(selected ? faded(m_state.tones->accent, 0.14) : m_state.tones->raised);
    painter.drawRoundedRect(box.adjusted(-3, 1, 3, -5), 4, 4);
}

void StripPainter::paintShare(QPainter &painter, const QRectF &box, double share) const
{
    const QRectF field(box.left() - 1, box.top() + 1, box.width() + 2, wordHeight() - 2);
    const double height = field.height() * std::min(1.0, std::abs(share));
    const QColor color = share > 0 ? m_state.tones->accent : m_state.tones->front;
    QRectF level(field.left(), share > 0 ? field.bottom() - height : field.top(), field.width(), height);
    painter.fillRect(level, faded(color, kShareTint));
    painter.setPen(QPen(color, 2)); // seen where the tint is not
    const double edge = share > 0 ? level.top() : level.bottom();
    if (height >= 1)
        painter.drawLine(QPointF(level.left(), edge), QPointF(level.right(), edge));
}

void StripPainter::paintWord(QPainter &painter, const StripWord &word, const QRectF &box) const
{
    const Tones &tones = *m_state.tones;
    const QRectF rect(box.left(), box.top(), box.width(), wordHeight());
    if (word.text.isEmpty() && !word.padding) {
        painter.setPen(QPen(tones.outline, 1));
        painter.setBrush(QBrush(tones.outline, Qt::Dense6Pattern));
        painter.drawRoundedRect(rect.adjusted(1, rect.height() * 0.28, -1, -rect.height() * 0.2), 3, 3);
        return;
    }
    if (word.padding) {
        painter.setPen(tones.outline);
        m_plain.paintCentred(painter, rect, QStringLiteral("·"));
        return;
    }
    if (word.differs)
        paintDifference(painter, rect);
    const WordStyle style = wordStyle(tones, word.settled, word.padding);
    painter.setPen(style.ink);
    (style.bold ? m_bold : m_plain).paintCentred(painter, rect, word.text);
    paintLines(painter, word, rect);
    if (word.pinned)
        paintBrackets(painter, rect.adjusted(-2, 3, 2, -1), tones.text, 1.8);
    if (!m_state.compact)
        paintSettleSteps(painter, word, box);
}

void StripPainter::paintDifference(QPainter &painter, const QRectF &rect) const
{
    const QRectF field = rect.adjusted(-2, 3, 2, 0);
    painter.fillRect(field, faded(m_state.tones->accent, 0.12));
    painter.setPen(QPen(m_state.tones->accent, 1.6));
    painter.drawLine(field.bottomLeft(), field.bottomRight());
}

void StripPainter::paintLines(QPainter &painter, const StripWord &word, const QRectF &rect) const
{
    const double y = rect.bottom() - 3;
    if (!word.settled) {
        paintDottedLine(painter, rect.left() + 1, rect.right() - 1, y, m_state.tones->unsettled, 1.6);
    }
    if (word.changed) { // a thick line, seen without colour
        painter.setPen(QPen(m_state.tones->front, 3.2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(rect.left() + 2, y), QPointF(rect.right() - 2, y));
    }
}

void StripPainter::paintSettleSteps(QPainter &painter, const StripWord &word, const QRectF &box) const
{
    const double height = m_small.height();
    QRectF row(box.left() - 4, box.top() + wordHeight(), box.width() + 8, height);
    for (const int call : {word.settledByWord, word.settledBySchedule}) {
        painter.setPen(call > 0 ? m_state.tones->text : m_state.tones->outline);
        m_small.paintCentred(painter, row, call > 0 ? QString::number(call) : QStringLiteral("–"));
        row.translate(0, height);
    }
}

} // namespace ard::ui
