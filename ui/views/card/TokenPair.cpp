// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/TokenPair.h"
#include "models/TokenFacts.h"
#include "plot/ElidedLabel.h"
#include "views/card/CandidateBars.h"
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace ard::ui {

namespace {
enum Row { WordRow, WhereRow, FirstFact };
} // namespace

TokenPair::TokenPair(Session *session, QWidget *parent) : QWidget(parent), m_session(session)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    int row = FirstFact;
    for (const TokenFact &fact : tokenFacts()) {
        auto *title = new QLabel(fact.title, this);
        title->setForegroundRole(QPalette::PlaceholderText);
        title->setToolTip(fact.help);
        title->setWordWrap(true);
        grid->addWidget(title, row++, 0);
    }
    m_columns = {makeColumn(grid, 1), makeColumn(grid, 2)};
}

TokenPair::Column TokenPair::makeColumn(QGridLayout *grid, int index)
{
    Column column{};
    column.word = new ElidedLabel(this);
    column.word->setEmphasis(1.4, true);
    column.where = new QLabel(this);
    column.where->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(column.word, WordRow, index);
    grid->addWidget(column.where, WhereRow, index);
    const auto facts = tokenFacts();
    for (int i = 0; i < facts.size(); ++i) {
        auto *value = new QLabel(this);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setToolTip(facts[i].help);
        value->setWordWrap(true); // two columns and their titles stand where one card does
        grid->addWidget(value, FirstFact + i, index);
        column.values << value;
    }
    column.candidates = new CandidatesModel(m_session->cursor()->lane(), m_session->cursor(), this);
    column.bars = new CandidateBars(column.candidates, this);
    column.bars->setFocusPolicy(Qt::NoFocus); // they are looked at here, and chosen in the card of one
    column.bars->setAttribute(Qt::WA_TransparentForMouseEvents);
    column.candidatesOf = new QLabel(this);
    column.candidatesOf->setForegroundRole(QPalette::PlaceholderText);
    // One list under the other: side by side they would widen the panel and push the plane aside.
    const int row = FirstFact + static_cast<int>(facts.size()) + 2 * index;
    grid->addWidget(column.candidatesOf, row, 0, 1, -1);
    grid->addWidget(column.bars, row + 1, 0, 1, -1);
    return column;
}

void TokenPair::fill(Column &column, Lane *lane, const Cell &cell)
{
    const Cursor *cursor = m_session->cursor();
    const Film &film = *lane->film();
    const TokenDetails details = tokenDetails(film, cell, cursor->momentIn(lane), cursor->sight());
    column.word->setFullText(tokenWord(details));
    column.where->setText(m_session->board()->size() > 1 ? tr("%1 · call %2").arg(lane->letter()).arg(cell.moment.call)
                                                         : tr("call %1").arg(cell.moment.call));
    column.candidatesOf->setText(tr("Candidates: %1").arg(column.where->text()));
    const QList<TokenFact> facts = tokenFacts(film, details);
    for (int i = 0; i < facts.size(); ++i)
        column.values[i]->setText(facts[i].value);
    column.candidates->setLane(lane);
    column.candidates->setCell(cell);
}

void TokenPair::show(Lane *first, const Cell &firstCell, Lane *second, const Cell &secondCell)
{
    fill(m_columns[0], first, firstCell);
    fill(m_columns[1], second, secondCell);
    markDifferences();
}

void TokenPair::markDifferences()
{
    for (int i = 0; i < m_columns[0].values.size(); ++i) {
        QFont marked = font();
        marked.setBold(m_columns[0].values[i]->text() != m_columns[1].values[i]->text());
        for (const Column &column : m_columns)
            column.values[i]->setFont(marked);
    }
}

QString TokenPair::value(int column, const QString &key) const
{
    const Column &shown = m_columns[static_cast<std::size_t>(column)];
    if (key == QLatin1String("word"))
        return shown.word->fullText();
    if (key == QLatin1String("where"))
        return shown.where->text();
    const auto facts = tokenFacts();
    for (int i = 0; i < facts.size(); ++i)
        if (facts[i].key == key)
            return shown.values[i]->text();
    return {};
}

void TokenPair::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        markDifferences();
}

} // namespace ard::ui

#include "moc_TokenPair.cpp"
