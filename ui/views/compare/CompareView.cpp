// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/CompareView.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ard::ui {

CompareView::CompareView(Session *session, const QString &name, QWidget *parent)
    : QWidget(parent), m_session(session), m_comparison(session->board(), session->cursor()),
      m_controls(new QHBoxLayout), m_canvas(new ChartCanvas(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_controls->setContentsMargins(12, 4, 12, 4);
    m_controls->setSpacing(6);
    layout->addLayout(m_controls);
    layout->addWidget(m_canvas, 1);
    m_canvas->setAccessibleName(name);
}

void CompareView::start()
{
    connect(&m_comparison, &Comparison::changed, this, &CompareView::refresh);
    connect(m_session->cursor(), &Cursor::selectedChanged, this, &CompareView::refresh);
    connect(m_canvas, &ChartCanvas::reshaped, this, &CompareView::refresh);
    rebuild();
}

void CompareView::refresh()
{
    if (!isVisible())
        return;
    rebuild();
    m_canvas->update();
}

void CompareView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace ard::ui

#include "moc_CompareView.cpp"
