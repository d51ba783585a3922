// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/TokenCardView.h"
#include "models/TokenDetails.h"
#include "plot/ElidedLabel.h"
#include "session/FollowLane.h"
#include "session/PlainText.h"
#include "views/card/CandidateBars.h"
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
      m_word(new ElidedLabel(m_body)), m_where(mutedLabel({}, m_body)), m_rows(new QFormLayout)
{
    setAccessibleName(tr("Token card"));
    m_word->setEmphasis(1.9, true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->addWidget(m_hint);
    layout->addWidget(m_body);
    layout->addStretch(1);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(m_word);
    body->addWidget(m_where);
    body->addSpacing(6);
    m_rows->setHorizontalSpacing(14);
    m_rows->setVerticalSpacing(3);
    body->addLayout(m_rows);
    addRow(QStringLiteral("timestep"), tr("Timestep"), tr("Before and after this model call"));
    addRow(QStringLiteral("share"), tr("Noise level t/T"),
           tr("The timestep it arrived at, as a share of all diffusion steps"));
    addRow(QStringLiteral("noise"), tr("Noise deviation"),
           tr("Square root of 1 − alpha_bar at that timestep: 0 is clean, 1 is noise"));
    addRow(QStringLiteral("probability"), tr("Probability"),
           tr("Of this word, from the vocabulary head on the predicted clean latent"));
    addRow(QStringLiteral("entropy"), tr("Entropy"), tr("Of all the candidates, in nats: 0 is certain"));
    addRow(QStringLiteral("distance"), tr("Distance"),
           tr("From the predicted clean latent to the nearest word embedding"));
    addRow(QStringLiteral("byWord"), tr("Settled by word"),
           tr("The model call after which the word never changes again"));
    addRow(QStringLiteral("bySchedule"), tr("Settled by schedule"), tr("The model call after which the timestep is 0"));
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

void TokenCardView::addRow(const QString &key, const QString &title, const QString &help)
{
    QLabel *name = mutedLabel(title, m_body);
    auto *value = new QLabel(m_body);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    name->setToolTip(help);
    value->setToolTip(help);
    name->setWordWrap(false);
    m_rows->addRow(name, value);
    m_values.emplace_back(key, value);
}

void TokenCardView::setValue(const QString &key, const QString &text)
{
    for (const auto &[name, label] : m_values)
        if (name == key)
            label->setText(text);
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
    m_body->setVisible(details.valid);
    m_candidates.setCell(cell);
    if (!details.valid)
        return;
    const QLocale locale;
    const QString none = QStringLiteral("–");
    const auto number = [&](double value, int digits) {
        return details.hasPrediction ? locale.toString(value, 'f', digits) : none;
    };
    m_word->setFullText(details.hasPrediction ? details.word : details.moment == Moment{} ? tr("noise") : none);
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
                .arg(locale.toString(details.sigma, 'f', 2));
    m_where->setText(where);
    setValue(QStringLiteral("timestep"),
             details.timestepBefore < 0 ? QString::number(details.timestepAfter)
                                        : tr("%1 → %2").arg(details.timestepBefore).arg(details.timestepAfter));
    setValue(QStringLiteral("share"),
             locale.toString(static_cast<double>(details.timestepAfter) / film.diffusionSteps(), 'f', 3));
    setValue(QStringLiteral("noise"), locale.toString(details.sigma, 'f', 3));
    setValue(QStringLiteral("probability"), number(details.probability, 3));
    setValue(QStringLiteral("entropy"), details.hasPrediction ? tr("%1 nats").arg(number(details.entropy, 2)) : none);
    setValue(QStringLiteral("distance"), number(details.distance, 3));
    const auto settle = [&](int call) {
        if (call <= 0)
            return tr("not yet");
        return details.settlingIsProvisional ? tr("model call %1 so far").arg(call) : tr("model call %1").arg(call);
    };
    setValue(QStringLiteral("byWord"), settle(details.settledByWord));
    setValue(QStringLiteral("bySchedule"),
             details.settledBySchedule > 0 ? tr("model call %1").arg(details.settledBySchedule) : tr("not yet"));
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
