// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/CandidateBars.h"
#include "paint/Tones.h"
#include "plot/TextWidth.h"
#include <QEvent>
#include <QPainter>

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
        const QModelIndex index = m_model->index(m_row, CandidatesModel::WordColumn);
        const bool chosen = index.data(CandidatesModel::ChosenRole).toBool();
        const double probability = index.data(CandidatesModel::ProbabilityRole).toDouble();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tones &tones = tonesOf(palette());
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
