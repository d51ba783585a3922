// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/SessionSheet.h"
#include "session/Session.h"
#include <QCoreApplication>

namespace ard::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SessionSheet)
};

/// One sentence; empty: there is a run.
QString whyNotOpen(const SheetCell &cell)
{
    if (cell.state == SheetCell::State::Failed)
        return cell.reason;
    if (cell.run || !cell.file.isEmpty())
        return {};
    return cell.state == SheetCell::State::TextOnly
        ? Text::tr("The folder has no run of this cell: ardiff compare --runs keeps them")
        : Text::tr("This cell has no run yet");
}

/// In the cursor's lane. A run that is in the list already is not there twice.
void showRun(Session *session, const SheetCell &cell)
{
    RunStore *runs = session->runs();
    if (cell.run) {
        const bool isNew = runs->indexOf(cell.run) < 0;
        const bool isHere = cell.run->parent() == sheetOf(session);
        // One that was closed meanwhile may be restored as it was.
        session->show(!isNew ? cell.run.data() : runs->add(isHere ? cell.run.data() : new Run(*cell.record)));
        return;
    }
    for (Run *run : runs->runs())
        if (run->filePath() == cell.file) {
            session->show(run);
            return;
        }
    session->openRun(cell.file);
}

} // namespace

ContactSheet *sheetOf(Session *session)
{
    if (auto *sheet = session->findChild<ContactSheet *>(QString(), Qt::FindDirectChildrenOnly))
        return sheet;
    auto *sheet = new ContactSheet(session->engine(), session->form(), session);
    QObject::connect(sheet, &ContactSheet::problem, session,
                     [session](const QString &sentence) { session->tell(Notices::Topic::Open, sentence); });
    for (const auto signal : {&ContactSheet::opened, &ContactSheet::kept})
        QObject::connect(sheet, signal, session->notices(),
                         [session] { session->notices()->settle(Notices::Topic::Open); });
    return sheet;
}

bool openCell(Session *session, SheetPlace place, bool inAnotherLane)
{
    const ContactSheet *sheet = sheetOf(session);
    const SheetCell &cell = sheet->cell(place);
    if (const QString why = whyNotOpen(cell); !why.isEmpty()) {
        session->tell(Notices::Topic::Open, why);
        return false;
    }
    if (inAnotherLane) {
        Lane *lane = session->board()->add();
        if (!lane) {
            session->tell(Notices::Topic::Open, Text::tr("There are %1 lanes already").arg(Board::kMaxLanes));
            return false;
        }
        LaneChanges changes;
        changes.schedule = sheet->schedules().at(place.schedule).spec;
        changes.samplingSteps = sheet->steps().at(place.step);
        changes.seed = sheet->seeds().at(place.seed);
        lane->setChanges(changes);
        session->cursor()->setLane(session->board()->indexOf(lane));
    }
    showRun(session, cell);
    return true;
}

} // namespace ard::ui
