// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/TokenCardView.h"
#include "models/TokenFacts.h"
#include "plot/ElidedLabel.h"
#include "session/FollowLane.h"
#include "session/PlainText.h"
#include "views/card/BesideChoice.h"
#include "views/card/CandidateBars.h"
#include "views/card/TokenPair.h"
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace ard::ui {

namespace {
constexpr double kSmallNoise = 0.05; ///< deviation, of which nobody needs to be told

QLabel *mutedLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    return label;
}
} // namespace

TokenCardView::TokenCardView(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_lane(session->cursor()->lane()), m_candidates(m_lane, session->cursor()),
      m_hint(mutedLabel(tr("Click a word or a cell to see the numbers behind it."), this)), m_body(new QWidget(this)),
      m_word(new ElidedLabel(m_body)), m_where(mutedLabel({}, m_body)), m_rows(new QFormLayout),
      m_beside(new BesideChoice(session, this))
{
    setAccessibleName(tr("Token card"));
    m_word->setEmphasis(1.9, true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->addWidget(m_hint);
    layout->addWidget(m_body);
    layout->addWidget(m_beside);
    layout->addStretch(1);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(m_word);
    body->addWidget(m_where);
    body->addSpacing(6);
    m_rows->setHorizontalSpacing(14);
    m_rows->setVerticalSpacing(3);
    body->addLayout(m_rows);
    for (const TokenFact &fact : tokenFacts())
        addRow(fact);
    body->addSpacing(8);
    m_candidatesTitle = new QLabel(tr("Candidates"), m_body);
    body->addWidget(m_candidatesTitle);
    m_bars = new CandidateBars(&m_candidates, m_body);
    m_bars->setToolTip(
        tr("Click a word to put it in the place of the one that is shown: the rest runs anew. With Ctrl it is "
           "pinned, with Shift in a further lane"));
    body->addWidget(m_bars);
    connect(m_bars, &CandidateBars::chosen, this, &TokenCardView::putIn);
    connect(m_bars, &CandidateBars::menuWanted, this, &TokenCardView::showCandidateMenu);
    connect(m_beside, &BesideChoice::changed, this, &TokenCardView::refresh);

    const Cursor *cursor = session->cursor();
    connect(cursor, &Cursor::selectedChanged, this, &TokenCardView::refresh);
    connect(cursor, &Cursor::hoveredChanged, this, &TokenCardView::refresh);
    connect(cursor, &Cursor::momentChanged, this, &TokenCardView::refresh);
    connect(cursor, &Cursor::sightChanged, this, &TokenCardView::refresh);
    applyFonts();
    followLane(session->cursor(), this, [this](Lane *lane) {
        m_lane = lane;
        m_candidates.setLane(lane);
        connect(lane->film(), &Film::runChanged, this, &TokenCardView::refresh);
        connect(lane->film(), &Film::planChanged, this, &TokenCardView::refresh);
        connect(lane->film(), &Film::grew, this, &TokenCardView::refresh);
        connect(lane->film(), &Film::stateChanged, this, &TokenCardView::refresh);
        refresh();
    });
}

void TokenCardView::addRow(const TokenFact &fact)
{
    QLabel *name = mutedLabel(fact.title, m_body);
    auto *value = new QLabel(m_body);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    name->setToolTip(fact.help);
    value->setToolTip(fact.help);
    name->setWordWrap(false);
    m_rows->addRow(name, value);
    m_values.emplace_back(fact.key, value);
}

QString TokenCardView::value(const QString &key) const
{
    for (const auto &[name, label] : m_values)
        if (name == key)
            return label->text();
    return {};
}

QString TokenCardView::word() const
{
    return m_body->isHidden() ? QString() : m_word->fullText();
}

Cell TokenCardView::shownCell() const
{
    const Cell selected = m_session->cursor()->selected();
    if (selected.isValid())
        return selected;
    const Cell hovered = m_session->cursor()->hovered();
    return hovered.lane == m_session->cursor()->laneIndex() ? hovered : Cell{};
}

void TokenCardView::putIn(int candidate, Qt::KeyboardModifiers modifiers)
{
    const std::int32_t word =
        m_candidates.index(candidate, CandidatesModel::WordColumn).data(CandidatesModel::WordIdRole).toInt();
    m_session->whatIf()->replace(m_candidates.cell(), word, modifiers & Qt::ControlModifier,
                                 modifiers & Qt::ShiftModifier ? WhatIf::Place::Beside : WhatIf::Place::Here);
}

void TokenCardView::showCandidateMenu(int candidate, const QPoint &global)
{
    const QModelIndex index = m_candidates.index(candidate, CandidatesModel::WordColumn);
    const QString name = withoutMnemonics(index.data().toString());
    const std::int32_t word = index.data(CandidatesModel::WordIdRole).toInt();
    const Cell cell = m_candidates.cell();
    WhatIf *whatIf = m_session->whatIf();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, bool pins, WhatIf::Place place) {
        menu->addAction(text, whatIf, [=] { whatIf->replace(cell, word, pins, place); })
            ->setEnabled(whatIf->whyNotChange(cell).isEmpty());
    };
    add(tr("&Replace the word by “%1”").arg(name), false, WhatIf::Place::Here);
    add(tr("&Pin “%1” here").arg(name), true, WhatIf::Place::Here);
    add(tr("R&eplace it in a further lane"), false, WhatIf::Place::Beside);
    add(tr("P&in it in a further lane"), true, WhatIf::Place::Beside);
    menu->popup(global);
}

void TokenCardView::refresh()
{
    const Cell cell = shownCell();
    const Film &film = *m_lane->film();
    const TokenDetails details =
        tokenDetails(film, cell, m_session->cursor()->momentIn(m_lane), m_session->cursor()->sight());
    m_hint->setVisible(!details.valid);
    m_candidates.setCell(cell);
    m_beside->setShown(details.valid ? cell : Cell{});
    m_beside->setVisible(details.valid);
    if (!details.valid) {
        showPair({});
        return;
    }
    m_word->setFullText(tokenWord(details));
    m_where->setText(whereText(details));
    for (const TokenFact &fact : tokenFacts(film, details))
        for (const auto &[name, label] : m_values)
            if (name == fact.key)
                label->setText(fact.value);
    showPair(cell);
}

QString TokenCardView::whereText(const TokenDetails &details) const
{
    const Film &film = *m_lane->film();
    QString where = tr("Position %1 · model call %2 of %3 · sentence step %4")
                        .arg(details.position)
                        .arg(details.moment.call)
                        .arg(film.modelCalls())
                        .arg(details.sentenceStep);
    if (details.changed)
        where += QStringLiteral("\n") + tr("was “%1” one call before").arg(details.previousWord);
    if (film.run() && film.run()->isPinned(details.moment.call, details.position))
        where += QStringLiteral("\n") + tr("pinned: it cannot become another word");
    const bool isOver = details.moment.call >= film.modelCalls();
    if (details.timestepAfter == 0 && details.sigma > kSmallNoise && !isOver)
        where += QStringLiteral("\n") +
            tr("timestep 0 is not clean in this model (deviation %1): the word can still change")
                .arg(QLocale().toString(details.sigma, 'f', 2));
    return where;
}

/// In the place of the one card while two cells are compared.
void TokenCardView::showPair(const Cell &cell)
{
    const auto beside = cell.isValid() ? m_beside->place() : std::nullopt;
    m_body->setVisible(cell.isValid() && !beside);
    if (!beside) {
        delete m_pair; // what is not seen follows no lane
        m_pair = nullptr;
        return;
    }
    if (!m_pair) {
        m_pair = new TokenPair(m_session, this);
        static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_pair);
        m_pair->setVisible(true);
    }
    m_pair->show(m_lane, cell, beside->lane, beside->cell);
    const Film *other = beside->lane->film();
    connect(other, &Film::grew, this, &TokenCardView::refresh, Qt::UniqueConnection);
    connect(other, &Film::runChanged, this, &TokenCardView::refresh, Qt::UniqueConnection);
}

void TokenCardView::applyFonts()
{
    QFont bold = font();
    bold.setBold(true);
    m_candidatesTitle->setFont(bold);
}

void TokenCardView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFonts();
}

} // namespace ard::ui

#include "moc_TokenCardView.cpp"
