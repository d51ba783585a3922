// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/candidates/CandidatesView.h"
#include "paint/ColorMap.h"
#include "paint/Quantity.h"
#include "session/CoreTexts.h"
#include "session/FollowLane.h"
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ard::ui {

namespace {

constexpr int kSentenceLetters = 48;

/// The chosen one in bold, what is taken out struck through; agreement on the scale of probabilities.
class RiskDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setBold(index.data(CandidateRisksModel::ChosenRole).toBool());
        option->font.setStrikeOut(index.data(CandidateRisksModel::OutRole).toBool());
        const QVariant agreement = index.data(CandidateRisksModel::AgreementRole);
        if (!agreement.isValid() || index.data(CandidateRisksModel::OutRole).toBool())
            return;
        QuantityScale scale;
        scale.quantity = Quantity::Probability;
        const QColor fill = scale.color(agreement.toDouble() / 100);
        option->backgroundBrush = fill;
        option->palette.setColor(QPalette::Text, readableTextOn(fill));
    }
};

QStringList numbersOf(const QList<int> &rows)
{
    QStringList numbers;
    for (const int row : rows)
        numbers << QString::number(row + 1);
    return numbers;
}

} // namespace

CandidatesView::CandidatesView(Session *session, QWidget *parent)
    : QWidget(parent), m_summary(new QLabel(this)), m_allIn(new QPushButton(tr("Take all in"), this)),
      m_table(new QTableView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    auto *row = new QHBoxLayout;
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setObjectName(QStringLiteral("candidates.summary"));
    row->addWidget(m_summary, 1);
    row->addWidget(m_allIn);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);
    m_table->setAccessibleName(tr("Candidates, their risk and their agreement"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new RiskDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    connect(m_allIn, &QPushButton::clicked, &m_model, &CandidateRisksModel::takeAllIn);
    connect(&m_model, &CandidateRisksModel::choiceChanged, this, &CandidatesView::showChoice);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CandidatesView::fitColumns);
    followLane(session->cursor(), this, [this](Lane *lane) {
        m_model.setRun(lane->run());
        connect(lane->film(), &Film::runChanged, this, [this](const Run *run) { m_model.setRun(run); });
    });
    fitColumns();
    showChoice();
}

QString CandidatesView::summary() const
{
    return m_summary->text();
}

QString CandidatesView::whyChosen() const
{
    const int now = m_model.chosen() + 1, all = m_model.count();
    if (m_model.rule() == ChoiceRule::Agreement)
        return tr("Candidate %1 is chosen: of %2 it agrees best with the others (minimum Bayes risk). Untick one "
                  "to take it out.")
            .arg(now)
            .arg(all);
    const QString why = m_model.rule() == ChoiceRule::Likelihood
        ? tr("Candidate %1 is chosen: of %2 the model finds its words the likeliest (ours, %3 model calls more). "
             "Untick one to take it out.")
        : tr("Candidate %1 is chosen: of %2 it is best in agreement with the others and likelihood together "
             "(ours, %3 model calls more). Untick one to take it out.");
    const RunRecord &record = m_model.run()->record();
    return why.arg(now).arg(all).arg(judgingCalls(record.request) * static_cast<int>(record.outputs.size()));
}

void CandidatesView::showChoice()
{
    const QList<int> out = m_model.out();
    m_allIn->setEnabled(!out.isEmpty());
    m_table->setVisible(m_model.count() > 0);
    m_allIn->setVisible(m_model.count() > 0);
    const int now = m_model.chosen() + 1, ofAll = m_model.chosenOfAll() + 1;
    if (m_model.count() == 0)
        m_summary->setText(
            tr("Ask for several candidates in the form and run them: which of them is chosen, and why, is "
               "shown here."));
    else if (ofAll == 0)
        m_summary->setText(tr("Comparing the candidates"));
    else if (now == 0)
        m_summary->setText(
            tr("All candidates are taken out: none can be chosen. With all of them it is candidate %1.").arg(ofAll));
    else if (out.isEmpty())
        m_summary->setText(whyChosen());
    else if (now == ofAll)
        m_summary->setText(tr("Without %1 it is still candidate %2.").arg(listed(numbersOf(out))).arg(now));
    else
        m_summary->setText(
            tr("Without %1 candidate %2 is chosen instead of %3.").arg(listed(numbersOf(out))).arg(now).arg(ofAll));
    const QHeaderView *header = m_table->verticalHeader();
    header->viewport()->update(); // the sign of the chosen one stands there
}

void CandidatesView::fitColumns()
{
    const QFontMetrics fm(font());
    const int number = fm.horizontalAdvance(QStringLiteral("100.0")) + 16;
    m_table->verticalHeader()->setDefaultSectionSize(fm.height() + 9);
    for (int column = 0; column < m_model.columnCount(); ++column)
        m_table->setColumnWidth(column,
                                column == CandidateRisksModel::SentenceColumn
                                    ? fm.averageCharWidth() * kSentenceLetters + fm.height() * 2
                                    : number);
}

void CandidatesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

} // namespace ard::ui

#include "moc_CandidatesView.cpp"
