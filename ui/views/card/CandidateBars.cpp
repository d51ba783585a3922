// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/CandidateBars.h"
#include "paint/Tones.h"
#include "plot/TextWidth.h"
#include <QContextMenuEvent>
#include <QPainter>
#include <utility>

namespace ard::ui {

namespace {

/// One word and its bar.
class CandidateRow : public QLabel {
public:
    CandidateRow(const CandidatesModel *model, int row, QWidget *parent) : QLabel(parent), m_model(model), m_row(row)
    {
        setTextFormat(Qt::PlainText);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto *bars = static_cast<const CandidateBars *>(parentWidget());
        const QModelIndex index = m_model->index(m_row, CandidatesModel::WordColumn);
        const bool chosen = index.data(CandidatesModel::ChosenRole).toBool();
        const double probability = index.data(CandidatesModel::ProbabilityRole).toDouble();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tones &tones = tonesOf(palette());
        if (bars->hasFocus() && bars->current() == m_row) {
            painter.setPen(QPen(tones.accent, 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
        }
        const int percent = fontMetrics().horizontalAdvance(QStringLiteral("100.0 %")) + 4;
        const int wordWidth = std::min(width() * 2 / 5, lettersWidth(fontMetrics(), 15));
        QFont bold = font();
        bold.setBold(chosen);
        painter.setFont(bold);
        painter.setPen(tones.text);
        const QString word = QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, wordWidth - 6);
        painter.drawText(QRect(0, 0, wordWidth, height()), Qt::AlignVCenter | Qt::AlignLeft, word);
        QRectF bar(wordWidth, height() * 0.24, std::max(10, width() - wordWidth - percent), height() * 0.52);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.raised);
        painter.drawRoundedRect(bar, 3, 3);
        bar.setWidth(std::max(2.0, bar.width() * probability));
        painter.setBrush(chosen ? tones.accent : tones.outline);
        painter.drawRoundedRect(bar, 3, 3);
        painter.setFont(font());
        painter.setPen(tones.muted);
        painter.drawText(QRect(width() - percent, 0, percent, height()), Qt::AlignVCenter | Qt::AlignRight,
                         m_model->index(m_row, CandidatesModel::ProbabilityColumn).data().toString());
    }

private:
    const CandidatesModel *m_model;
    int m_row;
};

} // namespace

CandidateBars::CandidateBars(CandidatesModel *model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Candidates"));
    setAccessibleDescription(tr("Up and down choose a word, Return puts it in the place of the one that is shown"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    for (int row = 0; row < kTopWords; ++row)
        m_rows << new CandidateRow(model, row, this);
    connect(model, &QAbstractItemModel::modelReset, this, &CandidateBars::describe);
    connect(model, &QAbstractItemModel::dataChanged, this, &CandidateBars::describe);
    connect(model, &QAbstractItemModel::rowsInserted, this, &CandidateBars::describe);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &CandidateBars::describe);
    describe();
}

void CandidateBars::describe()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        QLabel *row = m_rows[i];
        row->setVisible(i < m_model->rowCount());
        const QModelIndex word = m_model->index(i, CandidatesModel::WordColumn);
        const QString probability = m_model->index(i, CandidatesModel::ProbabilityColumn).data().toString();
        row->setAccessibleName(
            word.data(CandidatesModel::ChosenRole).toBool()
                ? tr("%1: %2, shown at this step").arg(word.data().toString(), probability)
                : tr("%1: %2", "a word and its probability").arg(word.data().toString(), probability));
        row->update();
    }
}

int CandidateBars::rowAt(const QPoint &place) const
{
    const int row = place.y() < 0 ? -1 : place.y() / rowHeight();
    return row < m_model->rowCount() ? row : -1;
}

void CandidateBars::setCurrent(int row)
{
    m_current = std::clamp(row, 0, std::max(0, m_model->rowCount() - 1));
    for (QLabel *label : std::as_const(m_rows))
        label->update();
}

void CandidateBars::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? rowAt(event->pos()) : -1;
}

void CandidateBars::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = std::exchange(m_pressed, -1);
    if (row >= 0 && row == rowAt(event->pos()))
        Q_EMIT chosen(row, event->modifiers());
}

void CandidateBars::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const int row = isKey ? m_current : rowAt(event->pos());
    if (row >= 0 && row < m_model->rowCount())
        Q_EMIT menuWanted(row, isKey ? m_rows[row]->mapToGlobal(m_rows[row]->rect().bottomLeft()) : event->globalPos());
}

void CandidateBars::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        setCurrent(m_current + (event->key() == Qt::Key_Down ? 1 : -1));
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current >= 0 &&
             m_current < m_model->rowCount())
        Q_EMIT chosen(m_current, event->modifiers());
    else
        QWidget::keyPressEvent(event);
}

void CandidateBars::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    setCurrent(std::max(m_current, 0));
}

void CandidateBars::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setCurrent(m_current);
}

int CandidateBars::rowHeight() const
{
    return fontMetrics().height() + 9;
}

QSize CandidateBars::sizeHint() const
{
    return {200, rowHeight() * kTopWords}; // always as high as all of them, so that the card does not jump
}

void CandidateBars::place()
{
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setGeometry(0, i * rowHeight(), width(), rowHeight());
}

void CandidateBars::resizeEvent(QResizeEvent *)
{
    place();
}

void CandidateBars::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        place();
    }
    QWidget::changeEvent(event);
}

} // namespace ard::ui

#include "moc_CandidateBars.cpp"
