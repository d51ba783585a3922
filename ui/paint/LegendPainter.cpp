// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/LegendPainter.h"
#include "paint/ChangeMarks.h"
#include "paint/ColorMap.h"
#include "paint/FigureMarks.h"
#include "paint/Pens.h"
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStringList>
#include <algorithm>

namespace ard::ui {

namespace {
constexpr int kSignGap = 6;

void paintFront(QPainter &painter, const Tones &tones, const QRectF &box)
{
    painter.setPen(QPen(tones.front, 2.4));
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
    painter.setBrush(tones.dark ? tones.window : QColor(Qt::white));
    painter.drawEllipse(box.center(), 3.6, 3.6);
}

void paintPlan(QPainter &painter, const Tones &tones, const QRectF &box)
{
    painter.setPen(QPen(tones.front, 1.1));
    for (const double y : {0.25, 0.75})
        painter.drawLine(QPointF(box.left(), box.top() + box.height() * y + 1),
                         QPointF(box.right(), box.top() + box.height() * y - 2));
}

void paintExecuted(QPainter &painter, const Tones &tones, const QRectF &box)
{
    QLinearGradient fill(box.topLeft(), box.bottomLeft());
    fill.setColorAt(0, ColorMap::cividisReversed().at(0.9));
    fill.setColorAt(1, ColorMap::cividisReversed().at(0.4));
    painter.fillRect(box, fill);
    painter.fillRect(QRectF(box.left(), box.center().y() - 0.5, box.width(), 1.2), tones.surface);
    if (!tones.edge.isValid())
        return;
    painter.setPen(QPen(tones.edge, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
}

void paintJumpKey(QPainter &painter, const Tones &tones, const QRectF &box)
{
    painter.setBrush(faded(tones.accent, 0.1));
    QPen pen(tones.accent, 1.3);
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
}

void paintFilledKey(QPainter &painter, const Tones &tones, const QRectF &box)
{
    painter.setPen(QPen(faded(tones.accent, 0.8), 1.1));
    for (const double y : {0.1, 0.5, 0.9})
        painter.drawLine(QPointF(box.left(), box.top() + box.height() * y + 1),
                         QPointF(box.right(), box.top() + box.height() * y - 1));
}

void paintPinnedKey(QPainter &painter, const Tones &tones, const QRectF &box)
{
    paintBrackets(painter, box.adjusted(1, 1, -1, -1), tones.text, 1.8);
    paintChangeSign(painter, tones, box.center(), box.height() * 0.28, PositionChange::Kind::Pin);
}

void paintEditedKey(QPainter &painter, const Tones &tones, const QRectF &box)
{
    painter.setPen(QPen(tones.front, 1.1));
    for (const double y : {0.2, 0.55, 0.9})
        painter.drawLine(QPointF(box.left(), box.top() + box.height() * y),
                         QPointF(box.right(), box.top() + box.height() * (y - 0.2)));
}

QString renoisedText(const LegendContent &content)
{
    if (!content.repair)
        return LegendPainter::tr("made noise again");
    return content.renoised ? LegendPainter::tr("made noise again, also by the repair (ours)")
                            : LegendPainter::tr("made noise again by the repair (ours)");
}
} // namespace

void LegendContent::add(const LegendContent &other)
{
    preview = preview && other.preview;
    planEvery = std::max(planEvery, other.planEvery);
    noiseLeft = std::max(noiseLeft, other.noiseLeft);
    branch = branch || other.branch;
    pinned = pinned || other.pinned;
    replaced = replaced || other.replaced;
    renoised = renoised || other.renoised;
    repair = repair || other.repair;
    filled = filled || other.filled;
    figure = figure || other.figure;
    edited = edited || other.edited;
    offTraining = offTraining || other.offTraining;
}

LegendPainter::LegendPainter(const LegendState &state) : m_state(state)
{
    addSteps();
    addMarks();
}

void LegendPainter::addSteps()
{
    const LegendState &state = m_state;
    if (state.content.preview)
        m_entries = {{Sign::Front, tr("where every token starts")},
                     {Sign::Plan,
                      state.content.planEvery > 1
                          ? tr("where it will be, one line for every %1 model calls").arg(state.content.planEvery)
                          : tr("where it will be after each model call")},
                     {Sign::Executed, tr("lines: executed steps, skipping what lies between")}};
    else
        m_entries = {{Sign::Front, tr("where every token is now")},
                     {Sign::Executed, tr("crossed; lines: executed steps")},
                     {Sign::NextJump, tr("the next jump, skipping what lies between")},
                     {Sign::Ahead, tr("not reached")},
                     {Sign::Settled, tr("settled")},
                     {Sign::Unsettled,
                      state.content.noiseLeft > 0 ? tr("may still change, also at timestep 0, where noise %1 is left")
                                                        .arg(QLocale().toString(state.content.noiseLeft, 'f', 2))
                                                  : tr("may still change")}};
}

void LegendPainter::addMarks()
{
    const LegendContent &content = m_state.content;
    const auto add = [this](bool isThere, Sign sign, const QString &text) {
        if (isThere)
            m_entries.push_back({sign, text});
    };
    add(content.branch, Sign::Branch, tr("where the branch parts"));
    add(content.pinned, Sign::Pinned, tr("pinned"));
    add(content.replaced, Sign::Replaced, tr("replaced"));
    add(content.renoised || content.repair, Sign::Renoised, renoisedText(content));
    add(content.filled, Sign::Filled, tr("skipped steps, filled in"));
    add(content.figure, Sign::FigureFront, tr("the front one step on"));
    add(content.figure, Sign::Speed, tr("how many timesteps the chosen token falls in it"));
    add(content.edited, Sign::Edited, tr("the schedule that the form has now"));
    add(content.offTraining, Sign::OffTraining, tr("the model was not trained for this schedule"));
}

QString LegendPainter::text() const
{
    QStringList texts;
    for (const Entry &entry : m_entries)
        texts << entry.text;
    return texts.join(tr(", ", "between the parts of a list"));
}

int LegendPainter::signWidth(Sign sign) const
{
    const QFontMetrics fm(m_state.font);
    return sign == Sign::Settled || sign == Sign::Unsettled ? fm.horizontalAdvance(tr("word")) + 6
                                                            : fm.height() * 3 / 2;
}

std::vector<QRect> LegendPainter::boxes(int width) const
{
    const QFontMetrics fm(m_state.font);
    const int line = fm.height() + 4, spacing = fm.horizontalAdvance(QLatin1Char('n')) * 3;
    std::vector<QRect> result;
    int x = 0, y = 0;
    for (const Entry &entry : m_entries) {
        const int needed = signWidth(entry.sign) + kSignGap + fm.horizontalAdvance(entry.text) + 2;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += line;
        }
        result.emplace_back(x, y, needed, line);
        x += needed + spacing;
    }
    return result;
}

int LegendPainter::heightForWidth(int width) const
{
    return boxes(width).back().bottom() + 1;
}

void LegendPainter::paint(QPainter &painter, const QRectF &rect) const
{
    const std::vector<QRect> places = boxes(static_cast<int>(rect.width()));
    const int height = QFontMetrics(m_state.font).height();
    painter.save();
    painter.setFont(m_state.font);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QRect box = places[i];
        const int sign = signWidth(m_entries[i].sign);
        paintSign(painter, m_entries[i].sign,
                  QRectF(box.left(), box.center().y() - height * 0.36, sign, height * 0.76));
        painter.setPen(m_state.tones->muted);
        painter.drawText(box.adjusted(sign + kSignGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_entries[i].text);
    }
    painter.restore();
}

void LegendPainter::paintSign(QPainter &painter, Sign sign, const QRectF &box) const
{
    painter.save();
    switch (sign) {
    case Sign::Front:
        paintFront(painter, *m_state.tones, box);
        break;
    case Sign::Plan:
        paintPlan(painter, *m_state.tones, box);
        break;
    case Sign::Executed:
        paintExecuted(painter, *m_state.tones, box);
        break;
    case Sign::NextJump:
        paintJumpKey(painter, *m_state.tones, box);
        break;
    case Sign::Ahead:
        paintAhead(painter, box);
        break;
    case Sign::Settled:
    case Sign::Unsettled:
        paintWord(painter, sign == Sign::Settled, box);
        break;
    default:
        paintMark(painter, sign, box);
    }
    painter.restore();
}

void LegendPainter::paintMark(QPainter &painter, Sign sign, const QRectF &box) const
{
    const Tones &tones = *m_state.tones;
    const QLineF level(box.left(), box.center().y(), box.right(), box.center().y());
    painter.setBrush(Qt::NoBrush);
    switch (sign) {
    case Sign::Branch:
        painter.setPen(branchPen(tones));
        painter.drawLine(level);
        break;
    case Sign::Pinned:
        paintPinnedKey(painter, tones, box);
        break;
    case Sign::Replaced:
        paintChangeSign(painter, tones, box.center(), box.height() * 0.4, PositionChange::Kind::Replace);
        break;
    case Sign::Renoised:
        paintChangeSign(painter, tones, box.center(), box.height() * 0.4, PositionChange::Kind::Renoise);
        break;
    case Sign::Filled:
        paintFilledKey(painter, tones, box);
        break;
    case Sign::FigureFront:
        painter.setPen(nextFrontPen(tones));
        painter.drawLine(level);
        break;
    case Sign::Speed:
        paintSpeedBracket(painter, tones, box.center().x(), box.top(), box.bottom());
        break;
    case Sign::Edited:
        paintEditedKey(painter, tones, box);
        break;
    default:
        painter.setPen(offTrainingPen(tones));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    }
}

void LegendPainter::paintAhead(QPainter &painter, const QRectF &box) const
{
    const Tones &tones = *m_state.tones;
    painter.setPen(QPen(tones.dark ? tones.outline : tones.hatch.darker(115), 1));
    painter.drawLines(hatchLines(box, 5));
    painter.setPen(QPen(tones.hairline, 1));
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
}

void LegendPainter::paintWord(QPainter &painter, bool settled, const QRectF &box) const
{
    const WordStyle style = wordStyle(*m_state.tones, settled, false);
    QFont font = m_state.font;
    font.setBold(style.bold);
    painter.setFont(font);
    painter.setPen(style.ink);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, tr("word"));
    if (style.dotted)
        paintDottedLine(painter, box.left(), box.left() + QFontMetricsF(font).horizontalAdvance(tr("word")),
                        box.bottom() + 1, style.ink, 1.4);
}

} // namespace ard::ui
