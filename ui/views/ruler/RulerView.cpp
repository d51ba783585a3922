// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/ruler/RulerView.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace ard::ui {

RulerView::RulerView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("plane.ruler"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void RulerView::show(std::vector<int> executed, int shownCalls, bool editable)
{
    // A repair stays at the last sentence step: it executes none that was not.
    executed.erase(std::unique(executed.begin(), executed.end()), executed.end());
    // What is dragged keeps its place among the others.
    if (executed.size() != m_state.executed.size() && !m_dragging)
        m_state.selected = m_state.hovered = -1;
    m_state.selected = std::min(m_state.selected, static_cast<int>(executed.size()) - 1);
    m_state.shownCalls = std::min(shownCalls, static_cast<int>(executed.size()) - 1);
    m_state.executed = std::move(executed);
    m_editable = editable;
    describe();
    update();
}

void RulerView::describe()
{
    QStringList told{tr("Ruler: executed and skipped sentence steps")};
    if (!m_state.executed.empty())
        told << tr("%1 executed of %2").arg(m_state.executed.size()).arg(m_state.executed.front() + 1);
    if (const QString last = RulerPainter::lastJumpText(m_state.executed); !last.isEmpty())
        told << last;
    if (m_state.selected >= 0)
        told << tr("chosen: sentence step %1").arg(m_state.executed[static_cast<std::size_t>(m_state.selected)]);
    setAccessibleName(told.join(QStringLiteral(", ")));
    setAccessibleDescription(m_editable ? tr("Up and down choose an executed step, left and right move it, Insert adds "
                                             "one behind it, Delete removes it")
                                        : QString());
}

RulerPainter RulerView::painter() const
{
    RulerState state = m_state;
    state.tones = &tonesOf(palette());
    state.font = font();
    state.focused = hasFocus();
    return RulerPainter(state, rect());
}

QPoint RulerView::pointOf(int sentenceStep) const
{
    return QPointF(painter().x(sentenceStep), height() / 2.0).toPoint();
}

QSize RulerView::sizeHint() const
{
    return {600, static_cast<int>(RulerPainter::height(font()))};
}

QSize RulerView::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void RulerView::paintEvent(QPaintEvent *)
{
    QPainter target(this);
    const Tones &tones = tonesOf(palette());
    target.fillRect(rect(), tones.surface);
    painter().paint(target);
    if (!hasFocus())
        return;
    target.setRenderHint(QPainter::Antialiasing);
    target.setPen(QPen(tones.accent, 2));
    target.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

bool RulerView::canMove(int index) const
{
    return m_editable && index > 0 && index + 1 < static_cast<int>(m_state.executed.size());
}

void RulerView::select(int index)
{
    m_state.selected = index;
    describe();
    update();
}

void RulerView::tell(std::vector<int> executed)
{
    Q_EMIT edited({"list", RulerSpec().tail, std::move(executed)});
}

/// Between its neighbours: no step is executed twice.
void RulerView::moveSelected(int sentenceStep)
{
    if (!canMove(m_state.selected))
        return;
    std::vector<int> executed = m_state.executed;
    const auto at = static_cast<std::size_t>(m_state.selected);
    const int moved =
        std::clamp(sentenceStep, executed[at + 1] + 1, std::max(executed[at + 1] + 1, executed[at - 1] - 1));
    if (moved == executed[at] || moved >= executed[at - 1])
        return;
    executed[at] = moved;
    tell(std::move(executed));
}

void RulerView::add(int sentenceStep)
{
    std::vector<int> executed = m_state.executed;
    const auto place = std::lower_bound(executed.begin(), executed.end(), sentenceStep, std::greater<>());
    if (!m_editable || executed.size() < 2 || (place != executed.end() && *place == sentenceStep))
        return;
    const auto index = static_cast<int>(place - executed.begin());
    executed.insert(place, sentenceStep);
    tell(std::move(executed));
    select(index);
}

void RulerView::removeSelected()
{
    if (!canMove(m_state.selected))
        return;
    std::vector<int> executed = m_state.executed;
    executed.erase(executed.begin() + m_state.selected);
    const int next = std::min(m_state.selected, static_cast<int>(executed.size()) - 2);
    tell(std::move(executed));
    select(next > 0 ? next : -1);
}

void RulerView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int index = painter().executedAt(event->position().x());
    select(index);
    m_dragging = canMove(index);
}

void RulerView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging) {
        moveSelected(painter().sentenceStep(event->position().x()));
        return;
    }
    const int hovered = painter().executedAt(event->position().x());
    setCursor(canMove(hovered) ? Qt::SizeHorCursor : Qt::ArrowCursor);
    if (std::exchange(m_state.hovered, hovered) != hovered)
        update();
}

void RulerView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
}

void RulerView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_dragging = false;
    if (painter().executedAt(event->position().x()) < 0)
        add(painter().sentenceStep(event->position().x()));
}

void RulerView::contextMenuEvent(QContextMenuEvent *event)
{
    const RulerPainter now = painter();
    const int step = now.sentenceStep(event->x()), index = now.executedAt(event->x()), call = now.callAt(event->x());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_editable && index < 0)
        menu->addAction(tr("Execute sentence step %1").arg(step), this, [this, step] { add(step); });
    if (canMove(index))
        menu->addAction(tr("Skip sentence step %1").arg(m_state.executed[static_cast<std::size_t>(index)]), this,
                        [this, index] {
                            select(index);
                            removeSelected();
                        });
    if (!m_editable && call >= 1)
        menu->addAction(tr("Into the jump of model call %1").arg(call), this,
                        [this, call] { Q_EMIT jumpWanted(call); });
    menu->popup(event->globalPos());
}

void RulerView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_state.executed.size()) - 1;
    const int by = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    const int step = m_state.selected >= 0 ? m_state.executed[static_cast<std::size_t>(m_state.selected)] : 0;
    switch (event->key()) {
    case Qt::Key_Down:
        select(std::min(last, m_state.selected + 1));
        return;
    case Qt::Key_Up:
        select(std::max(std::min(0, last), m_state.selected - 1));
        return;
    case Qt::Key_Left:
        moveSelected(step + by);
        return;
    case Qt::Key_Right:
        moveSelected(step - by);
        return;
    case Qt::Key_Insert:
        if (m_state.selected >= 0 && m_state.selected < last)
            add((step + m_state.executed[static_cast<std::size_t>(m_state.selected) + 1]) / 2);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        removeSelected();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void RulerView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_state.hovered = -1;
    update();
}

void RulerView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void RulerView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void RulerView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

bool RulerView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_state.executed.empty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int step = painter().sentenceStep(help->pos().x()), index = painter().executedAt(help->pos().x());
    QString text = index >= 0 ? tr("Sentence step %1: executed").arg(m_state.executed[static_cast<std::size_t>(index)])
                              : tr("Sentence step %1: skipped").arg(step);
    if (m_editable)
        text += QLatin1Char('\n') + tr("Drag an executed step, double-click to add one, Delete to remove one");
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace ard::ui

#include "moc_RulerView.cpp"
