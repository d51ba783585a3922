// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/find/FindBar.h"
#include "plot/TextWidth.h"
#include "session/WordFinder.h"
#include "views/common/Icons.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace ard::ui {

FindBar::FindBar(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_field(new QLineEdit(this)), m_result(new QLabel(this))
{
    setObjectName(QStringLiteral("find"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(4);
    const QString name = tr("Find a word in all steps");
    m_field->setPlaceholderText(name);
    m_field->setAccessibleName(name);
    m_field->setClearButtonEnabled(true);
    m_field->setMaximumWidth(lettersWidth(fontMetrics(), 40));
    layout->addWidget(m_field, 1);
    const auto button = [this, layout](const QString &icon, const QString &help, auto &&action) {
        auto *made = new QToolButton(this);
        made->setIcon(themedIcon(icon));
        made->setToolTip(help);
        made->setAccessibleName(help);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        connect(made, &QToolButton::clicked, this, action);
        layout->addWidget(made);
    };
    button(QStringLiteral("step-back"), tr("Previous place"), [this] { find(-1); });
    button(QStringLiteral("step-forward"), tr("Next place"), [this] { find(1); });
    m_result->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_result, 1);
    button(QStringLiteral("close"), tr("Close (Esc)"), [this] { hide(); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { find(1); });
    connect(m_field, &QLineEdit::textEdited, m_result, &QLabel::clear);
    hide();
}

QString FindBar::result() const
{
    return m_result->text();
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::find(int direction)
{
    if (m_field->text().trimmed().isEmpty()) {
        open();
        return;
    }
    const auto found = findWord(m_field->text(), *m_session->board(), *m_session->cursor(), direction);
    if (!found) {
        m_result->setText(tr("In no step of any run on screen"));
        return;
    }
    m_session->playback()->pause();
    m_session->cursor()->select(found->place);
    m_result->setText(tr("%1 of %2 · step %3, position %4")
                          .arg(found->number)
                          .arg(found->count)
                          .arg(found->place.moment.call)
                          .arg(found->place.position));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    hide();
    event->accept();
}

} // namespace ard::ui

#include "moc_FindBar.cpp"
