// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/origin/OriginLine.h"
#include "models/RunNames.h"
#include "plot/ElidedLabel.h"
#include <QVBoxLayout>

namespace ard::ui {

OriginLine::OriginLine(Lane *lane, QWidget *parent)
    : QWidget(parent), m_source(new ElidedLabel(this)), m_settings(new ElidedLabel(this))
{
    setObjectName(QStringLiteral("run.origin"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 5, 14, 0);
    layout->setSpacing(0);
    layout->addWidget(m_source);
    layout->addWidget(m_settings);
    m_settings->setTone(ElidedLabel::Tone::Muted);
    connect(lane->film(), &Film::runChanged, this, &OriginLine::showRun);
    showRun(lane->run());
}

QString OriginLine::sourceText() const
{
    return m_source->fullText();
}

QString OriginLine::settingsText() const
{
    return m_settings->fullText();
}

void OriginLine::setSuppressed(bool suppressed)
{
    m_suppressed = suppressed;
    refresh();
}

void OriginLine::showRun(Run *run)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    if (run) {
        connect(run, &Run::started, this, &OriginLine::refresh); // the model's name and what was really used
        connect(run, &Run::stateChanged, this, &OriginLine::refresh);
        connect(run, &Run::savedChanged, this, &OriginLine::refresh);
    }
    refresh();
}

void OriginLine::refresh()
{
    setVisible(m_run && !m_suppressed);
    if (!m_run)
        return;
    m_source->setFullText(QString::fromStdString(m_run->record().request.source).simplified());
    m_settings->setFullText(runOrigin(*m_run).join(QStringLiteral(" · ")));
}

} // namespace ard::ui
