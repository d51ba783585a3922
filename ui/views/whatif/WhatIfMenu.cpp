// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/whatif/WhatIfMenu.h"
#include "models/RunNames.h"
#include "session/PlainText.h"
#include "views/whatif/BranchDialog.h"
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <algorithm>

namespace ard::ui {

namespace {

struct WhatIfText {
    Q_DECLARE_TR_FUNCTIONS(WhatIfMenu)
};

using Place = WhatIf::Place;

/// Here, or where it is said to be: in the submenu of further lanes.
Place either(Place place)
{
    return place == Place::Beside ? place : placeWanted();
}

void addSchedules(QMenu *menu, Session *session, const Cell &cell)
{
    const TimestepScheduleSpec &now = session->form()->values().schedule;
    for (const TimestepScheduleKind &kind : timestepScheduleKinds()) {
        TimestepScheduleSpec spec = now;
        spec.kind = kind.name;
        QAction *entry = menu->addAction(withoutMnemonics(scheduleTitle(spec)), session, [session, cell, spec] {
            Continuation changes;
            changes.schedule = spec;
            session->whatIf()->branch(cell, std::move(changes), placeWanted());
        });
        entry->setEnabled(session->form()->whyNotOffered(kind).isEmpty() && (!kind.needsTable || now.table));
    }
}

/// What needs no further question.
void addEdits(QMenu *menu, Session *session, const Cell &cell, Place place)
{
    WhatIf *whatIf = session->whatIf();
    const Run *run = session->board()->at(cell.lane)->run();
    const std::int32_t word = whatIf->wordAt(cell);
    const bool hasPosition = whatIf->whyNotChange(cell).isEmpty();
    const QString shown = word >= 0 ? withoutMnemonics(run->label(word)) : QString();
    QAction *pin =
        menu->addAction(word >= 0 ? WhatIfText::tr("&Pin “%1” here").arg(shown) : WhatIfText::tr("&Pin the word"),
                        session, [=] { whatIf->pin(cell, either(place)); });
    pin->setEnabled(hasPosition && word >= 0);
    menu->addAction(WhatIfText::tr("Make it &noise again"), session, [=] { whatIf->renoise(cell, either(place)); })
        ->setEnabled(hasPosition);
    menu->addAction(WhatIfText::tr("&Seed %1 from here").arg(whatIf->freeSeed(cell)), session,
                    [=] { whatIf->otherSeed(cell, either(place)); });
}

} // namespace

Place placeWanted()
{
    return QGuiApplication::keyboardModifiers() & Qt::ShiftModifier ? Place::Beside : Place::Here;
}

void addWhatIf(QMenu *menu, Session *session, const Cell &cell)
{
    const Lane *lane = session->board()->at(cell.lane);
    if (!lane || !lane->run())
        return;
    const WhatIf *whatIf = session->whatIf();
    const QString problem = whatIf->whyNot(cell);
    menu->setToolTipsVisible(true);
    QAction *title =
        menu->addAction(problem.isEmpty() ? WhatIfText::tr("What if, after model call %1: %2 calls run anew")
                                                .arg(whatIf->callsThatStay(cell))
                                                .arg(whatIf->callsThatRun(cell))
                                          : withoutMnemonics(problem));
    title->setEnabled(false);
    const qsizetype first = menu->actions().size();
    addEdits(menu, session, cell, Place::Here);
    menu->addAction(WhatIfText::tr("&Replace the word..."), session,
                    [=] { askForBranch(session, cell, BranchDialog::Asks::Word, menu->parentWidget()->window()); })
        ->setEnabled(whatIf->whyNotChange(cell).isEmpty());
    addSchedules(menu->addMenu(WhatIfText::tr("Another &timestep schedule from here")), session, cell);
    addEdits(menu->addMenu(WhatIfText::tr("In a further &lane")), session, cell, Place::Beside);
    menu->addAction(WhatIfText::tr("&Branch from here..."), session,
                    [=] { askForBranch(session, cell, BranchDialog::Asks::Anything, menu->parentWidget()->window()); });
    if (!problem.isEmpty())
        for (QAction *entry : menu->actions().mid(first))
            entry->setEnabled(false);
}

void showWhatIf(Session *session, const Cell &cell, QWidget *parent, const QPoint &global)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addWhatIf(menu, session, cell);
    menu->popup(global);
}

} // namespace ard::ui
