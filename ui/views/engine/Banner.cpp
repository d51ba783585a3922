// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/engine/Banner.h"
#include "paint/Tones.h"
#include "views/common/Icons.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace ard::ui {

namespace {
constexpr int kMessageMilliseconds = 12'000;
} // namespace

Banner::Banner(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_icon(new QLabel(this)), m_text(new QLabel(this)),
      m_restart(new QPushButton(themedIcon(QStringLiteral("restart")), tr("&Restart the engine"), this)),
      m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTextFormat(Qt::PlainText);
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 7, 10, 7);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_restart);
    layout->addWidget(m_close);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_restart, &QPushButton::clicked, session, &Session::restartEngine);
    connect(session, &Session::message, this, &Banner::showMessage);
    connect(session->engine(), &EngineClient::stateChanged, this, &Banner::followEngine);
    hide();
    followEngine();
}

QString Banner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Banner::showMessage(const QString &sentence)
{
    if (m_isEngineFailure && !isHidden())
        return; // the graver one stays
    showText(sentence, false);
    m_timer.start(kMessageMilliseconds);
}

void Banner::followEngine()
{
    const EngineClient::Status &status = m_session->engine()->status();
    if (status.state == EngineClient::State::Failed) {
        m_timer.stop();
        m_isEngineFailure = true;
        showText(tr("%1. Everything on screen is kept.").arg(status.reason), true);
    } else if (m_isEngineFailure) {
        m_isEngineFailure = false;
        hide();
    }
}

void Banner::showText(const QString &sentence, bool withRestart)
{
    const int side = fontMetrics().height() * 5 / 4;
    m_icon->setPixmap(
        themedIcon(QStringLiteral("warning"), IconTone::Danger).pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setText(sentence);
    setAccessibleName(sentence);
    m_restart->setVisible(withRestart);
    show();
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
