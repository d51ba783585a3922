// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/origin/OriginLine.h"
#include "models/RunNames.h"
#include "plot/ElidedLabel.h"
#include "views/common/KeyNote.h"
#include <QVBoxLayout>

namespace ard::ui {

OriginLine::OriginLine(Session *session, Lane *lane, QWidget *parent)
    : QWidget(parent), m_session(session), m_lane(lane), m_source(new ElidedLabel(this)),
      m_settings(new ElidedLabel(this)), m_difference(new ElidedLabel(this))
{
    setObjectName(QStringLiteral("run.origin"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 5, 14, 0);
    layout->setSpacing(0);
    layout->addWidget(m_source);
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(m_settings, 3);
    row->addWidget(m_difference, 2);
    layout->addLayout(row);
    m_settings->setTone(ElidedLabel::Tone::Muted);
    m_difference->setTone(ElidedLabel::Tone::Muted);
    m_difference->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_difference->hide();
    connect(session->form(), &GenerationForm::changed, this, &OriginLine::showDifference);
    connect(session->form(), &GenerationForm::modelChanged, this, &OriginLine::showDifference);
    connect(lane, &Lane::changesChanged, this, &OriginLine::showDifference);
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

QString OriginLine::differenceText() const
{
    return m_difference->fullText();
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
    showDifference();
}

void OriginLine::showDifference()
{
    m_difference->setFullText(m_session->formDiffers(m_lane)
                                  ? tr("The form differs: Run%1 follows it").arg(keyNote(QStringLiteral("run.start")))
                                  : QString());
    m_difference->setVisible(!m_difference->fullText().isEmpty());
}

} // namespace ard::ui

#include "moc_OriginLine.cpp"
