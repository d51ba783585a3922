// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/WordsView.h"
#include "paint/CachedText.h"
#include "plot/ElidedLabel.h"
#include "plot/TextWidth.h"
#include "views/common/KeptHeader.h"
#include "views/compare/LaneFacts.h"
#include "views/compare/LaneRowHeader.h"
#include "views/compare/LaneWordDelegate.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

namespace ard::ui {

WordsView::WordsView(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_comparison(session->board(), session->cursor()), m_model(&m_comparison),
      m_summary(new ElidedLabel(this)), m_reference(new QLineEdit(this)), m_onlyDifferences(new QToolButton(this)),
      m_table(new QTableView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildControls();
    buildTable();
    layout->addWidget(m_table, 1);
    connect(&m_comparison, &Comparison::changed, this, &WordsView::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &WordsView::fitTable);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &WordsView::fitTable);
    m_model.setFollowing(false); // until it is shown
    fitTable();
    refresh();
}

void WordsView::buildControls()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(6);
    m_onlyDifferences->setText(tr("Only differences"));
    m_onlyDifferences->setToolTip(tr("Leave out words in which all lanes agree"));
    m_onlyDifferences->setCheckable(true);
    m_onlyDifferences->setFocusPolicy(Qt::TabFocus);
    m_onlyDifferences->setProperty("segment", true);
    connect(m_onlyDifferences, &QToolButton::toggled, &m_model, &LaneWordsModel::setOnlyDifferences);
    row->addWidget(m_onlyDifferences);
    m_summary->setTone(ElidedLabel::Tone::Muted);
    row->addWidget(m_summary, 1);
    m_reference->setPlaceholderText(tr("Reference sentence"));
    m_reference->setAccessibleName(tr("Reference sentence"));
    m_reference->setToolTip(tr("When did which lane have which of its words?"));
    m_reference->setClearButtonEnabled(true);
    connect(m_reference, &QLineEdit::textChanged, &m_model, &LaneWordsModel::setReference);
    row->addWidget(m_reference, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void WordsView::buildTable()
{
    m_table->setAccessibleName(tr("Words of all lanes side by side"));
    m_table->setHorizontalHeader(new KeptHeader(Qt::Horizontal, m_table));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new LaneWordDelegate(m_table));
    m_table->setVerticalHeader(new LaneRowHeader(m_session, &m_model, m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_table, &QTableView::clicked, this, &WordsView::onCell);
    connect(m_table, &QTableView::activated, this, &WordsView::onCell);
}

void WordsView::fitTable()
{
    // Words come and go at every step: a column is as wide as its word, at least as a short one.
    const QFontMetrics fm(m_table->font());
    QFont bold = m_table->font();
    bold.setBold(true);
    const CachedText widest(bold);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        int width = lettersWidth(fm, 4);
        for (int row = 0; row < m_model.rowCount(); ++row)
            width = std::max(width,
                             static_cast<int>(std::ceil(widest.width(m_model.index(row, column).data().toString()))));
        m_table->setColumnWidth(column, width + lettersWidth(fm, 3));
    }
    const int lines = m_model.hasReference() ? 3 : 2;
    for (int row = 0; row < m_model.rowCount(); ++row)
        m_table->setRowHeight(row, m_model.laneOfRow(row) < 0 ? fm.height() * 3 / 2 : fm.height() * lines + 8);
}

void WordsView::refresh()
{
    if (m_comparison.size() < 2 || !m_comparison.hasRuns()) {
        m_summary->setFullText(m_comparison.size() < 2 ? noLanesText() : tr("No run yet"));
        return;
    }
    const int lane = m_session->cursor()->laneIndex();
    m_summary->setFullText(divergenceText(m_comparison, 0, lane > 0 ? lane : 1));
}

QString WordsView::summary() const
{
    return m_summary->fullText();
}

void WordsView::onCell(const QModelIndex &index)
{
    const int position = index.data(LaneWordsModel::PositionRole).toInt();
    const int lane = index.data(LaneWordsModel::LaneRole).toInt();
    Lane *shown = m_comparison.board()->at(lane);
    if (position >= 0 && shown)
        m_session->cursor()->select({position, m_session->cursor()->momentIn(shown), lane});
}

void WordsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setFollowing(true);
}

void WordsView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setFollowing(false);
}

void WordsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitTable();
}

} // namespace ard::ui

#include "moc_WordsView.cpp"
