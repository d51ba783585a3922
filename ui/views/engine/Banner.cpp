// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/engine/Banner.h"
#include "paint/Tones.h"
#include "session/PlainText.h"
#include "views/common/Icons.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace ard::ui {

Banner::Banner(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_icon(new QLabel(this)), m_text(new QLabel(this)),
      m_restart(new QPushButton(themedIcon(QStringLiteral("restart")), tr("Restart the engine"), this)),
      m_settings(new QPushButton(tr("Settings…"), this)), m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTextFormat(Qt::PlainText);
    m_settings->setToolTip(tr("The command that starts the engine"));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 7, 10, 7);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_restart);
    layout->addWidget(m_settings);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &Banner::close);
    connect(m_restart, &QPushButton::clicked, session, &Session::restartEngine);
    connect(m_settings, &QPushButton::clicked, this, &Banner::settingsWanted);
    connect(session->notices(), &Notices::changed, this, &Banner::refresh);
    connect(session->engine(), &EngineClient::stateChanged, this, &Banner::followEngine);
    followEngine();
}

QString Banner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Banner::followEngine()
{
    const EngineClient::Status &status = m_session->engine()->status();
    const bool failed = status.state == EngineClient::State::Failed;
    m_engineFailure = failed ? tr("%1. Everything on screen is kept.").arg(status.reason) : QString();
    refresh();
}

void Banner::refresh()
{
    const Notices *notices = m_session->notices();
    const bool isEngine = !m_engineFailure.isEmpty();
    m_restart->setVisible(isEngine);
    m_settings->setVisible(isEngine);
    QString sentence = isEngine ? m_engineFailure : notices->newest();
    if (const int more = notices->size() - (isEngine ? 0 : 1); more > 0)
        sentence = running({sentence, tr("(%1 more)", "messages behind this one").arg(more)});
    setVisible(isEngine || notices->size() > 0);
    showText(sentence);
}

void Banner::close()
{
    if (m_engineFailure.isEmpty()) {
        m_session->notices()->dismissNewest();
        return;
    }
    m_engineFailure.clear();
    refresh();
}

void Banner::showText(const QString &sentence)
{
    const int side = fontMetrics().height() * 5 / 4;
    m_icon->setPixmap(
        themedIcon(QStringLiteral("warning"), IconTone::Danger).pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setText(sentence);
    setAccessibleName(sentence);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones &tones = tonesOf(palette());
    QColor tint = tones.danger;
    tint.setAlphaF(tones.dark ? 0.16f : 0.09f);
    painter.fillRect(rect(), tones.surface);
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, 0, 4, height()), tones.danger);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tones.hairline);
}

} // namespace ard::ui

#include "moc_Banner.cpp"
