// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/BesideChoice.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace ard::ui {

namespace {
enum Entry { Nothing = -1, ThisMoment = -2, KeptMoment = -3 }; ///< else: the mark of a lane
} // namespace

BesideChoice::BesideChoice(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_list(new QComboBox(this)), m_current(session->cursor()->lane())
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("Beside it"), this);
    title->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(title);
    row->addWidget(m_list, 1);
    m_list->setObjectName(QStringLiteral("card.beside"));
    m_list->setAccessibleName(title->text());
    m_list->setToolTip(
        tr("Another lane's numbers for the same position, or those of a moment that is kept while the film goes on"));
    connect(m_list, &QComboBox::activated, this, &BesideChoice::choose);
    const Board *board = session->board();
    const auto refill = [this] {
        fillList();
        Q_EMIT changed();
    };
    connect(board, &Board::added, this, refill);
    connect(board, &Board::removed, this, [this, board, refill] {
        if (board->indexOf(m_other) < 0)
            m_other.clear();
        refill();
    });
    connect(session->cursor(), &Cursor::laneChanged, this, &BesideChoice::onLane);
    connect(session->cursor(), &Cursor::runChanged, this, refill);
    fillList();
}

/// The two lanes change places, so that the pair stays one.
void BesideChoice::onLane()
{
    Lane *lane = m_session->cursor()->lane();
    if (lane == m_current)
        return;
    if (m_other == lane)
        m_other = m_session->board()->indexOf(m_current) >= 0 ? m_current : nullptr;
    m_current = lane;
    fillList();
    Q_EMIT changed();
}

void BesideChoice::setShown(const Cell &cell)
{
    const bool wasValid = m_shown.isValid();
    m_shown = cell;
    if (wasValid != cell.isValid())
        fillList();
}

bool BesideChoice::isKeptThere() const
{
    return m_kept && m_kept->lane && m_kept->run && m_session->board()->indexOf(m_kept->lane) >= 0 &&
        m_kept->lane->run() == m_kept->run;
}

void BesideChoice::fillList()
{
    if (m_kept && !isKeptThere())
        m_kept.reset();
    m_list->clear();
    m_list->addItem(tr("nothing"), Nothing);
    if (m_kept) {
        const QString text = tr("position %1, call %2").arg(m_kept->cell.position).arg(m_kept->cell.moment.call);
        m_list->addItem(m_session->board()->size() > 1 ? tr("lane %1: %2").arg(m_kept->lane->letter(), text) : text,
                        KeptMoment);
    }
    if (m_shown.isValid() && m_session->cursor()->run())
        m_list->addItem(tr("this moment, kept"), ThisMoment);
    for (const Lane *lane : m_session->board()->lanes())
        if (lane != m_current)
            m_list->addItem(tr("lane %1").arg(lane->letter()), lane->mark());
    const int now = m_kept ? KeptMoment : m_other ? m_other->mark() : Nothing;
    m_list->setCurrentIndex(std::max(0, m_list->findData(now)));
}

void BesideChoice::choose(int row)
{
    const int entry = m_list->itemData(row).toInt();
    if (entry != KeptMoment)
        m_kept.reset();
    m_other.clear();
    if (entry == ThisMoment)
        m_kept = Kept{m_session->cursor()->lane(), m_session->cursor()->run(), m_shown};
    for (Lane *lane : m_session->board()->lanes())
        if (entry >= 0 && lane->mark() == entry)
            m_other = lane;
    fillList();
    Q_EMIT changed();
}

std::optional<BesideChoice::Place> BesideChoice::place() const
{
    if (isKeptThere())
        return Place{m_kept->lane, m_kept->cell};
    if (!m_other || m_other == m_current || !m_shown.isValid())
        return std::nullopt;
    const Cursor *cursor = m_session->cursor();
    const bool isNow = m_shown.moment == cursor->moment() || !m_other->film()->contains(m_shown.moment);
    Cell cell = m_shown;
    cell.lane = m_session->board()->indexOf(m_other);
    cell.moment = isNow ? cursor->momentIn(m_other) : m_shown.moment;
    return Place{m_other, cell};
}

} // namespace ard::ui

#include "moc_BesideChoice.cpp"
