// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/page/PageOfBoard.h"
#include "models/RunNames.h"
#include "paint/PlaneFacts.h"
#include "trace/RunCommand.h"
#include "views/plane/PlanePanel.h"
#include "views/strip/StripWords.h"
#include <QCoreApplication>
#include <algorithm>

namespace ard::ui {

namespace {

struct PageText {
    Q_DECLARE_TR_FUNCTIONS(PageOfBoard)
};

PlaneState planeOf(const Lane *lane, const Cursor &cursor, const PageLook &look)
{
    const Film *film = lane->film();
    const Run *run = lane->run();
    PlaneState plane;
    plane.layout = PlaneLayout(film->plan(), std::max(film->diffusionSteps(), 2), look.scale);
    plane.quantity = {look.quantity, plane.layout.diffusionSteps(), 1};
    plane.layout = plane.layout.withColumns(look.shown(film->length()));
    plane.figureMarks = look.figureMarks;
    plane.preview = run == nullptr;
    if (!run)
        return plane;
    const Moment now = cursor.momentIn(lane);
    plane.shownCalls = now.call;
    plane.changes = run->changes();
    plane.callsBefore = run->callsBefore();
    plane.noiseAtZero = std::max(0.0, run->noiseLevel(0)); // not a number while it is not known
    for (int call = 1; call <= now.call; ++call)
        addFrame(plane, *run->frame(call), cellWordsOf(*run));
    plane.words = planeWords(*film, now, cursor.sight());
    if (cursor.lane() == lane && cursor.selected().isValid() && now.call >= 1)
        plane.selected = PlaneCell{cursor.position(), now.call};
    return plane;
}

QString titleOf(const Lane &lane, const PageLook &look)
{
    QStringList parts;
    if (!lane.run())
        parts << PageText::tr("Plan");
    if (look.title)
        parts << look.title(lane);
    else if (lane.run())
        parts << lane.title() << scheduleTitle(lane.run()->record().request.schedule);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

PageLane pageLane(Lane *lane, const Cursor &cursor, const PageLook &look)
{
    PageLane page;
    page.plane = planeOf(lane, cursor, look);
    page.title = titleOf(*lane, look);
    page.subtitle = planeSubtitle(page.plane);
    if (lane->run())
        page.words = stripWords(TextStripModel(lane, &cursor), look.shown(lane->film()->length()));
    return page;
}

QString sourceOf(const Run *run)
{
    return QString::fromStdString(run->record().request.source).simplified();
}

} // namespace

QStringList recipeOfBoard(const Board &board)
{
    QList<const Run *> runs;
    for (const Lane *lane : board.lanes())
        if (lane->run())
            runs << lane->run();
    const bool sameSource =
        std::all_of(runs.begin(), runs.end(), [&](const Run *run) { return sourceOf(run) == sourceOf(runs.front()); });
    QStringList lines;
    for (const Run *run : runs) {
        if (run == runs.front() || !sameSource)
            lines << PageText::tr("Source: %1").arg(sourceOf(run));
        lines << runOrigin(*run).join(QStringLiteral(" · "));
        // Bundled models are found so from the program's folder; of others the name has to do.
        const std::string model = "models/" + run->record().provenance.modelName;
        for (const std::string &command : runCommands(run->record().request, model))
            lines << QString::fromStdString(command);
    }
    return lines;
}

PageState pageOfBoard(const Board &board, const Cursor &cursor, const PageLook &look)
{
    PageState page;
    for (Lane *lane : board.lanes())
        page.lanes.push_back(pageLane(lane, cursor, look));
    for (int i = 0; board.size() > 1 && i < board.size(); ++i)
        page.lanes[static_cast<std::size_t>(i)].mark = board.at(i)->mark();
    page.legend = planeLegend(page.lanes.front().plane); // one for all
    for (const PageLane &lane : page.lanes)
        page.legend.add(planeLegend(lane.plane));
    page.recipe = recipeOfBoard(board);
    page.tones = look.tones;
    page.font = look.font;
    return page;
}

} // namespace ard::ui
