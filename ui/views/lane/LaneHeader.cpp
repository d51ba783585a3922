// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lane/LaneHeader.h"
#include "paint/LaneMark.h"
#include "plot/ElidedLabel.h"
#include "views/common/Icons.h"
#include <QApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace ard::ui {

/// The letter in its colour.
class MarkField : public QWidget {
public:
    MarkField(int mark, QWidget *parent) : QWidget(parent), m_mark(mark)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    void setMark(int mark)
    {
        m_mark = mark;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintLaneMark(painter, m_mark, tonesOf(palette()), font(), rect());
    }

private:
    int m_mark;
};

namespace {

QToolButton *smallButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

LaneHeader::LaneHeader(int mark, QWidget *parent)
    : QWidget(parent), m_mark(new MarkField(mark, this)), m_title(new ElidedLabel(this)),
      m_subtitle(new ElidedLabel(this)), m_menu(smallButton(QStringLiteral("edit"), tr("Change this lane"), this)),
      m_close(smallButton(QStringLiteral("close"), tr("Close this lane; its run stays in the list"), this))
{
    m_title->setEmphasis(1.15, true);
    m_subtitle->setTone(ElidedLabel::Tone::Muted);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    layout->addLayout(titles, 1);
    layout->addWidget(m_menu, 0, Qt::AlignTop);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    layout->setSpacing(4);
    layout->insertSpacing(1, 4);
    setCursor(Qt::OpenHandCursor);
    m_menu->setCursor(Qt::ArrowCursor);
    m_close->setCursor(Qt::ArrowCursor);
    showParts();
    applyFonts();
}

void LaneHeader::setMark(int mark)
{
    m_mark->setMark(mark);
}

void LaneHeader::setTitle(const QString &title)
{
    m_title->setFullText(title);
}

QString LaneHeader::title() const
{
    return m_title->fullText();
}

void LaneHeader::setSubtitle(const QString &subtitle, bool notice)
{
    m_subtitle->setFullText(subtitle);
    m_hasNotice = notice;
    showParts();
}

void LaneHeader::setDense(bool dense)
{
    m_dense = dense;
    showParts();
}

void LaneHeader::setBare(bool bare)
{
    m_bare = bare;
    showParts();
}

void LaneHeader::showParts()
{
    m_menu->setHidden(m_bare);
    m_close->setHidden(m_bare);
    const bool isHidden = m_bare || (m_dense && !m_hasNotice);
    m_subtitle->setHidden(isHidden);
    const QString help = tr("Drag it onto another lane to change places");
    setToolTip(isHidden ? m_subtitle->fullText() + QLatin1Char('\n') + help : help);
}

void LaneHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    QWidget::mousePressEvent(event);
}

void LaneHeader::mouseMoveEvent(QMouseEvent *event)
{
    const bool isFar = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if ((event->buttons() & Qt::LeftButton) && isFar)
        Q_EMIT dragged();
}

void LaneHeader::applyFonts()
{
    const int side = static_cast<int>(fontMetrics().height() * 1.3);
    m_mark->setFixedSize(side, side);
    for (QToolButton *button : {m_menu, m_close})
        button->setIconSize(QSize(1, 1) * (fontMetrics().height() * 4 / 5));
}

void LaneHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFonts();
}

} // namespace ard::ui

#include "moc_LaneHeader.cpp"
