// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/ruler/RulerPanel.h"
#include "session/CoreTexts.h"
#include "views/ruler/RulerView.h"
#include <QComboBox>
#include <QHBoxLayout>

namespace ard::ui {

RulerPanel::RulerPanel(Session *session, Lane *lane, QWidget *parent)
    : QWidget(parent), m_session(session), m_lane(lane), m_ruler(new RulerView(this)), m_kinds(new QComboBox(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_kinds->setAccessibleName(tr("Ruler"));
    m_kinds->setToolTip(tr("Which sentence steps are executed"));
    for (const RulerKind &kind : rulerKinds()) {
        m_kinds->addItem(coreText(kind.title), QString::fromStdString(kind.name));
        m_kinds->setItemData(m_kinds->count() - 1, coreText(kind.help), Qt::ToolTipRole);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 2, 14, 4);
    layout->setSpacing(10);
    layout->addWidget(m_ruler, 1);
    layout->addWidget(m_kinds, 0, Qt::AlignVCenter);
    connect(m_ruler, &RulerView::edited, this, &RulerPanel::setRuler);
    connect(m_ruler, &RulerView::jumpWanted, this, [this](int call) { m_session->jumps()->open(m_lane, call); });
    connect(m_kinds, &QComboBox::activated, this, [this](int i) {
        RulerSpec ruler = m_session->form()->values().ruler;
        ruler.kind = m_kinds->itemData(i).toString().toStdString();
        if (ruler.kind == "list" && ruler.sentenceSteps.empty())
            ruler.sentenceSteps = m_lane->film()->plan().sentenceSteps;
        setRuler(ruler);
    });
    const Film *film = lane->film();
    connect(film, &Film::runChanged, this, &RulerPanel::refresh);
    connect(film, &Film::planChanged, this, &RulerPanel::refresh);
    connect(lane, &Lane::changesChanged, this, &RulerPanel::refresh);
    connect(session->form(), &GenerationForm::planChanged, this, &RulerPanel::refresh);
    connect(session->cursor(), &Cursor::momentChanged, this, &RulerPanel::refresh);
    refresh();
}

/// Of the lane, where it has one of its own.
void RulerPanel::setRuler(const RulerSpec &ruler)
{
    if (!m_lane->changes().ruler) {
        m_session->form()->setRuler(ruler);
        return;
    }
    LaneChanges changes = m_lane->changes();
    changes.ruler = ruler;
    m_lane->setChanges(changes);
}

void RulerPanel::refresh()
{
    const bool isPlan = !m_lane->run();
    const GenerationRequest request = laneValues(m_lane->changes(), *m_session->form());
    m_kinds->setVisible(isPlan);
    m_kinds->setCurrentIndex(m_kinds->findData(QString::fromStdString(request.ruler.kind)));
    m_ruler->show(m_lane->film()->plan().sentenceSteps, isPlan ? -1 : m_session->cursor()->momentIn(m_lane).call,
                  isPlan);
}

} // namespace ard::ui

#include "moc_RulerPanel.cpp"
