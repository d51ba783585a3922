// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/CandidateBars.h"
#include "paint/Tones.h"
#include "plot/TextWidth.h"
#include "session/CoreTexts.h"
#include <QEvent>
#include <QPainter>

namespace ard::ui {

CandidateBars::CandidateBars(CandidatesModel *model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, &CandidateBars::describe);
    connect(model, &QAbstractItemModel::dataChanged, this, &CandidateBars::describe);
    connect(model, &QAbstractItemModel::rowsInserted, this, &CandidateBars::describe);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &CandidateBars::describe);
    describe();
}

void CandidateBars::describe()
{
    QStringList words;
    for (int row = 0; row < m_model->rowCount(); ++row)
        words << m_model->index(row, CandidatesModel::WordColumn).data().toString() + QLatin1Char(' ') +
                m_model->index(row, CandidatesModel::ProbabilityColumn).data().toString();
    setAccessibleName(tr("Candidates: %1").arg(listed(words)));
    update();
}

int CandidateBars::rowHeight() const
{
    return fontMetrics().height() + 9;
}

QSize CandidateBars::sizeHint() const
{
    return {200, rowHeight() * kTopWords}; // always as high as all of them, so that the card does not jump
}

void CandidateBars::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void CandidateBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    const int height = rowHeight();
    const int percent = fontMetrics().horizontalAdvance(QStringLiteral("100.0 %")) + 4;
    const int wordWidth = std::min(width() * 2 / 5, lettersWidth(fontMetrics(), 15));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, CandidatesModel::WordColumn);
        const bool chosen = index.data(CandidatesModel::ChosenRole).toBool();
        const double probability = index.data(CandidatesModel::ProbabilityRole).toDouble();
        const int top = row * height;
        QFont bold = font();
        bold.setBold(chosen);
        painter.setFont(bold);
        painter.setPen(tones.text);
        const QString word = QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, wordWidth - 6);
        painter.drawText(QRect(0, top, wordWidth, height), Qt::AlignVCenter | Qt::AlignLeft, word);
        const QRectF groove(wordWidth, top + height * 0.24, std::max(10, width() - wordWidth - percent), height * 0.52);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.raised);
        painter.drawRoundedRect(groove, 3, 3);
        QRectF bar = groove;
        bar.setWidth(std::max(2.0, groove.width() * probability));
        painter.setBrush(chosen ? tones.accent : tones.outline);
        painter.drawRoundedRect(bar, 3, 3);
        painter.setFont(font());
        painter.setPen(tones.muted);
        painter.drawText(QRect(width() - percent, top, percent, height), Qt::AlignVCenter | Qt::AlignRight,
                         m_model->index(row, CandidatesModel::ProbabilityColumn).data().toString());
    }
}

} // namespace ard::ui
