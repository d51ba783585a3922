// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Actions.h"
#include "session/PlainText.h"
#include "views/common/Icons.h"
#include <QWidget>

namespace ard::ui {

namespace {
QKeySequence key(const char *text)
{
    return QKeySequence(QString::fromLatin1(text));
}
} // namespace

Actions::Actions(QWidget *window) : QObject(window), m_window(window)
{
    makeFile();
    makeRun();
    makeWhatIf();
    makeLanes();
    makePlayback();
    makeMarkers();
    makeView();
    makeWindow();
}

QAction *Actions::add(const char *id, const QString &text, const QList<QKeySequence> &keys, const QString &help,
                      const QString &icon)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(id));
    if (!icon.isEmpty()) {
        action->setIcon(themedIcon(icon));
        action->setIconText(QLatin1Char(' ') + controlName(text)); // room between the two
    }
    action->setStatusTip(help.isEmpty() ? controlName(text) : help);
    setKeys(action, keys);
    m_window->addAction(action); // works while its menu bar is hidden, too
    m_all << action;
    return action;
}

void Actions::setKeys(QAction *action, const QList<QKeySequence> &keys)
{
    action->setShortcuts(keys);
    QStringList shown;
    for (const QKeySequence &sequence : keys)
        shown << sequence.toString(QKeySequence::NativeText);
    const QString sentence = action->statusTip();
    action->setToolTip(shown.isEmpty() ? sentence : tr("%1 (%2)").arg(sentence, shown.join(tr(" or "))));
}

QAction *Actions::addChoice(QActionGroup *group, const char *id, const QString &text, const QList<QKeySequence> &keys,
                            const QString &help, const QString &icon)
{
    QAction *action = add(id, text, keys, help, icon);
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

void Actions::makeFile()
{
    newRun = add("run.plan", tr("&New run"), {QKeySequence(QKeySequence::New)},
                 tr("Back to the plan of the next run; the runs so far stay in the list"), QStringLiteral("new"));
    openModel = add("file.openModel", tr("Open a &model folder..."), {key("Ctrl+Shift+M")},
                    tr("Load a model from a folder of yours"), QStringLiteral("model"));
    open = add("file.open", tr("&Open..."), {QKeySequence(QKeySequence::Open)},
               tr("Open a recorded run (.ardrun) or a board (.ardboard)"), QStringLiteral("open"));
    save = add("file.save", tr("&Save run"), {QKeySequence(QKeySequence::Save)}, tr("Save the run on screen"),
               QStringLiteral("save"));
    saveAs = add("file.saveAs", tr("Save run &as..."), {key("Ctrl+Shift+S")},
                 tr("Save the run on screen under another name"));
    saveAll = add("file.saveAll", tr("Save a&ll runs..."), {key("Ctrl+Alt+S")},
                  tr("Save every run that no file holds, in one folder"));
    add("board.save", tr("Save the boar&d..."), {key("Ctrl+Alt+Shift+S")},
        tr("Save all lanes with their runs and what is on screen in one file (.ardboard)"), QStringLiteral("save"));
    // Delete and F2 belong to the list of runs: only there do they mean the run.
    renameRun = add("runs.rename", tr("Re&name the run"), {key("F2")}, tr("Give the run a name of your own"));
    removeRun = add("runs.remove", tr("Clos&e the run"), {QKeySequence(QKeySequence::Delete)},
                    tr("Take the run out of the list; a file of it stays"));
    reopenRun = add("runs.reopen", tr("Open the run c&losed last"), {key("Ctrl+Shift+W")},
                    tr("Back into the list, at its place"));
    for (QAction *action : {renameRun, removeRun})
        action->setShortcutContext(Qt::WidgetShortcut);
    copySentence = add("edit.copySentence", tr("&Copy the sentence"), {QKeySequence(QKeySequence::Copy)},
                       tr("Copy the sentence at this step; in the table, the chosen cell"));
    copyTable = add("edit.copyTable", tr("Copy the &table"), {key("Ctrl+Shift+C")},
                    tr("Copy the words after every model call, for a spreadsheet"));
    find = add("edit.find", tr("&Find a word..."), {QKeySequence(QKeySequence::Find)},
               tr("Where a word comes up, in all steps of all lanes"));
    findNext = add("edit.findNext", tr("Find ne&xt"), {key("F3")}, tr("The next place where the word comes up"));
    findPrevious = add("edit.findPrevious", tr("Find pre&vious"), {key("Shift+F3")},
                       tr("The place before this one where the word comes up"));
    exportPlane = add("export.plane", tr("&Export a picture..."), {key("Ctrl+E")},
                      tr("Save the whole page, or one view of it, as PNG, SVG or PDF"), QStringLiteral("image"));
    exportPlayer = add("export.player", tr("Export a web &page that plays..."), {key("Ctrl+Shift+E")},
                       tr("Save all lanes as one HTML file that plays them in any browser, without network"));
    exportFilm = add("export.film", tr("Export an animation (GIF)..."), {key("Ctrl+Alt+G")},
                     tr("Save all lanes from the first step to the last as a GIF, for slides and messages"));
    exportData = add("export.data", tr("Export the num&bers..."), {},
                     tr("Save every position of every model call as a table (CSV) or JSON"));
    exportWindow = add("export.window", tr("Export the &window as a picture..."), {key("Ctrl+Alt+E")},
                       tr("Save the whole window as PNG"));
    settings = add("window.settings", tr("Se&ttings..."), {key("Ctrl+,")},
                   tr("Language, looks, the engine and the folders of models"));
    settings->setMenuRole(QAction::PreferencesRole);
    quit = add("window.quit", tr("&Quit"), {key("Ctrl+Q")}, tr("Close the program"));
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::makeRun()
{
    run = add("run.start", tr("&Run"), {key("F5"), key("Ctrl+Return")}, tr("Denoise the source with this seed"),
              QStringLiteral("play"));
    runNewSeed = add("run.startNewSeed", tr("Run with a &new seed"), {key("Shift+F5")},
                     tr("Denoise the source with another seed"), QStringLiteral("die"));
    stop =
        add("run.stop", tr("&Stop"), {key("Esc")}, tr("Stop the run; what was computed stays"), QStringLiteral("stop"));
    takeSettings = add("runs.takeSettings", tr("&Take the settings of this run"), {},
                       tr("The form takes all that the run on screen was asked, its source too"));
    restartEngine = add("engine.restart", tr("R&estart the engine"), {}, tr("End the engine and start it anew"),
                        QStringLiteral("restart"));
}

/// Known by their ids alone.
void Actions::makeWhatIf()
{
    add("edit.undo", tr("&Undo"), {QKeySequence(QKeySequence::Undo)},
        tr("Back to the run from which the last branch was made"));
    add("edit.redo", tr("Re&do"), {key("Ctrl+Shift+Z"), key("Ctrl+Y")}, tr("To the branch again"));
    add("whatif.pin", tr("&Pin the word"), {key("P")}, tr("Hold the chosen word from here on; the rest runs anew"));
    add("whatif.replace", tr("&Replace the word..."), {key("R")},
        tr("Another word in the place of the chosen one; the rest runs anew"));
    add("whatif.renoise", tr("Make it &noise again"), {key("N")},
        tr("The chosen position starts again from noise; the rest runs anew"));
    add("whatif.seed", tr("Another &seed from here"), {key("S")}, tr("The rest runs anew with other noise"));
    add("whatif.branch", tr("&Branch from here..."), {key("Ctrl+B")},
        tr("A branch with another word, seed, timestep schedule or ruler from here on"));
    add("whatif.pinBeside", tr("Pin the word in a further lane"), {key("Shift+P")}, {});
    add("whatif.renoiseBeside", tr("Make it noise again in a further lane"), {key("Shift+N")}, {});
    add("whatif.seedBeside", tr("Another seed in a further lane"), {key("Shift+S")}, {});
}

void Actions::makeLanes()
{
    compare = add("lanes.compare", tr("&Compare"), {key("Ctrl+D")},
                  tr("Uniform, autoregressive and AR-Diffusion side by side, from the same noise; again: one lane"),
                  QStringLiteral("compare"));
    compare->setCheckable(true);
    lanePanels =
        add("lanes.panels", tr("&Under the lanes"), {key("Ctrl+F9")},
            tr("Show or hide what is said of the lanes: settling order, curves, words side by side, differences"),
            QStringLiteral("panels"));
    lanePanels->setCheckable(true);
    addLane = add("lanes.add", tr("A&dd a lane"), {key("Ctrl+Shift+D")},
                  tr("One more lane: another timestep schedule, other sampling steps, another seed, another model"),
                  QStringLiteral("add"));
    nextLane = add("lanes.next", tr("Ne&xt lane"), {key("Ctrl+PgDown")}, tr("The cursor goes on to the next lane"));
    previousLane =
        add("lanes.previous", tr("Pre&vious lane"), {key("Ctrl+PgUp")}, tr("The cursor goes back to the lane before"));
    changeLane = add("lanes.change", tr("C&hange the lane..."), {key("Ctrl+L")},
                     tr("What the cursor's lane has of its own"), QStringLiteral("edit"));
    closeLane = add("lanes.close", tr("Cl&ose the lane"), {key("Ctrl+W")},
                    tr("Close the cursor's lane; its run stays in the list"));
    laneLeft = add("lanes.left", tr("Move the lane to the &left"), {key("Ctrl+Shift+Left")}, {});
    laneRight = add("lanes.right", tr("Move the lane to the r&ight"), {key("Ctrl+Shift+Right")}, {});
    blink = add("lanes.blink", tr("S&wap two lanes in place"), {key("B")},
                tr("The cursor's lane and its neighbour change places, and back: what differs jumps to the eye; in a "
                   "lecture and in full screen, the black screen"));
    // Of the contact sheet, known by their ids alone.
    add("sheet.show", tr("Contact sheet"), {key("Ctrl+Shift+K")},
        tr("The sentence under several timestep schedules, sampling steps and seeds, a cell each"),
        QStringLiteral("sheet"))
        ->setCheckable(true);
    add("sheet.open", tr("Open a folder of &cells..."), {key("Ctrl+Shift+O")},
        tr("What ardiff compare --cells or a contact sheet has kept"), QStringLiteral("open"));
    add("sheet.keep", tr("&Keep the contact sheet in a folder..."), {},
        tr("Its cells as ardiff compare --cells keeps them, also those that are filled from now on"),
        QStringLiteral("save"));
}

void Actions::makePlayback()
{
    play = add("film.play", tr("&Play or pause"), {key("Space")}, tr("Play or pause the film of the run"),
               QStringLiteral("play"));
    forward = add("film.forward", tr("Step &forward"), {key("."), key("PgDown")}, tr("One step forward"),
                  QStringLiteral("step-forward"));
    back = add("film.back", tr("Step &back"), {key(","), key("PgUp")}, tr("One step back; nothing is computed again"),
               QStringLiteral("step-back"));
    tenForward = add("film.tenForward", tr("Ten steps forward"), {key("Shift+PgDown"), key(">")}, {});
    tenBack = add("film.tenBack", tr("Ten steps back"), {key("Shift+PgUp"), key("<")}, {});
    first = add("film.first", tr("F&irst step"), {key("Home")}, tr("The starting noise"), QStringLiteral("first"));
    last = add("film.last", tr("&Last step"), {key("End")}, tr("The newest step; follows a run that is under way"),
               QStringLiteral("last"));
    slower = add("film.slower", tr("&Slower"), {key("[")}, tr("Half as fast"));
    faster = add("film.faster", tr("F&aster"), {key("]")}, tr("Twice as fast"));
    normalSpeed = add("film.normalSpeed", tr("&Normal speed"), {key("=")}, {});
    loop = add("film.loop", tr("L&oop"), {key("L")}, tr("Begin again at the end"), QStringLiteral("loop"));
    loop->setCheckable(true);
    asFastAsEngine =
        add("film.asFastAsEngine", tr("As fast as the en&gine"), {},
            tr("Show a run under way as it is computed, instead of at the film's speed from its first step"));
    asFastAsEngine->setCheckable(true);
}

void Actions::makeMarkers()
{
    nextEvent = add("film.nextEvent", tr("Next &change"), {key("Ctrl+Right")},
                    tr("To the next step in which a word becomes another or settles"));
    previousEvent = add("film.previousEvent", tr("Last c&hange"), {key("Ctrl+Left")},
                        tr("Back to the last step in which a word became another or settled"));
    for (int number = 1; number <= 9; ++number) {
        setMarkers << add(qPrintable(QStringLiteral("film.setMarker%1").arg(number)), tr("Set marker %1").arg(number),
                          {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number))},
                          tr("Marker %1 here, or away from here").arg(number));
        goToMarkers << add(qPrintable(QStringLiteral("film.goToMarker%1").arg(number)),
                           tr("Go to marker &%1").arg(number), {QKeySequence(Qt::Key_0 + number)},
                           tr("To the place of marker %1").arg(number));
    }
}

void Actions::makeView()
{
    viewGroup = new QActionGroup(this);
    showPlane = addChoice(viewGroup, "view.showPlane", tr("&Plane"), {key("Ctrl+Shift+A")}, tr("Position by timestep"),
                          QStringLiteral("plane"));
    showTable = addChoice(viewGroup, "view.showTable", tr("&Table"), {key("Ctrl+Shift+T")},
                          tr("Executed steps by position, with words"), QStringLiteral("table"));
    showBoth = addChoice(viewGroup, "view.showBoth", tr("&Both"), {key("Ctrl+Shift+B")},
                         tr("Plane and table side by side"), QStringLiteral("both"));
    colourGroup = new QActionGroup(this);
    colourNoise = addChoice(colourGroup, "colour.noise", tr("Colour: &noise level"), {key("Alt+1")},
                            tr("Colour cells by the noise level"));
    colourProbability = addChoice(colourGroup, "colour.probability", tr("Colour: prob&ability"), {key("Alt+2")},
                                  tr("Colour cells by the probability of the word"));
    colourEntropy = addChoice(colourGroup, "colour.entropy", tr("Colour: &entropy"), {key("Alt+3")},
                              tr("Colour cells by the entropy of the prediction"));
    tailZoom = add("view.tailZoom", tr("Tail &zoom"), {key("Ctrl+T")},
                   tr("Stretch small timesteps, where words settle in the last jumps"), QStringLiteral("tail-zoom"));
    tailZoom->setCheckable(true);
    allPositions = add("view.allPositions", tr("Show all positions"), {key("Ctrl+Alt+P")},
                       tr("Show the positions that the sentence does not need, too: the PAD at its end"));
    allPositions->setCheckable(true);
    figureMarks = add("view.figureMarks", tr("&Marks of the paper's figure"), {key("V")},
                      tr("The fronts at t_i and t_{i+1}, and how far the token under the pointer goes between them"));
    figureMarks->setCheckable(true);
    ruler = add("view.ruler", tr("Rule&r under the plane"), {key("Ctrl+Shift+R")},
                tr("Executed and skipped sentence steps, to scale"));
    ruler->setCheckable(true);
    ruler->setChecked(true);
    drawSchedule = add("run.drawSchedule", tr("Dr&aw a timestep schedule..."), {key("Ctrl+Alt+D")},
                       tr("Draw by hand where every token is at a few sentence steps, save and load it"));
    editSchedule = add("view.editSchedule", tr("Edit the timestep schedule"), {key("E")},
                       tr("Move the anchor, lag or block in the plane of a run; orange lines are the next plan"));
    editSchedule->setCheckable(true);
    intoJump = add("film.intoJump", tr("Into the jump"), {key("J")},
                   tr("Open the sentence steps that the chosen model call skips"));
    follow = add("view.follow", tr("&Follow"), {key("Ctrl+Shift+F")}, tr("The table scrolls with the film"),
                 QStringLiteral("follow"));
    follow->setCheckable(true);
    follow->setChecked(true);
    showFuture = add("view.showFuture", tr("Sho&w the future"), {},
                     tr("Show what is known only later than this step: words of later steps, and when words settle"));
    showFuture->setCheckable(true);
}

void Actions::makeWindow()
{
    themeGroup = new QActionGroup(this);
    themeSystem = addChoice(themeGroup, "theme.system", tr("As the &system"), {}, {});
    themeLight = addChoice(themeGroup, "theme.light", tr("&Light"), {}, {});
    themeDark = addChoice(themeGroup, "theme.dark", tr("&Dark"), {}, {});
    larger =
        add("size.larger", tr("&Larger"), {key("Ctrl++"), key("Ctrl+=")}, tr("Everything larger, for the back row"));
    smaller = add("size.smaller", tr("&Smaller"), {key("Ctrl+-")}, tr("Everything smaller"));
    normalSize = add("size.normal", tr("&Normal size"), {key("Ctrl+0")}, {});
    fullScreen = add("window.fullScreen", tr("F&ull screen"), {key("F11")}, {}, QStringLiteral("fullscreen"));
    fullScreen->setCheckable(true);
    lecture = add("window.lecture", tr("&Lecture mode"), {key("Ctrl+F11")},
                  tr("Plane and words alone, half as large again, for the projector"), QStringLiteral("lecture"));
    lecture->setCheckable(true);
    compareLayout = add("window.compareLayout", tr("&Compare layout"), {key("Ctrl+Shift+F11")},
                        tr("The lanes without the panels around them"), QStringLiteral("compare"));
    studentLayout = add("window.studentLayout", tr("Stu&dent layout"), {key("Ctrl+Alt+F11")},
                        tr("The sentence, the plane and what is known of the chosen token, nothing else"));
    researchLayout = add("window.researchLayout", tr("Research la&yout"), {key("Ctrl+Alt+Shift+F11")},
                         tr("All panels: runs, tokens, what happens inside a call and a jump, the log"));
    for (QAction *action : {compareLayout, studentLayout, researchLayout})
        action->setCheckable(true);
    leftPanels = add("window.leftPanels", tr("Left panels"), {key("F9")}, tr("Show or hide the panels on the left"));
    rightPanels =
        add("window.rightPanels", tr("Right panels"), {key("Shift+F9")}, tr("Show or hide the panels on the right"));
    for (QAction *action : {leftPanels, rightPanels}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    resetLayout =
        add("window.resetLayout", tr("&Reset the layout"), {}, tr("All panels where they were at the first start"));
    nextPanel = add("window.nextPanel", tr("Next panel"), {key("F6")}, tr("Move the keyboard to the next panel"));
    previousPanel = add("window.previousPanel", tr("Previous panel"), {key("Shift+F6")},
                        tr("Move the keyboard to the previous panel"));
    add("help.commands", tr("&Find a command..."), {key("Ctrl+Shift+P")},
        tr("Everything that can be done, found by words that you type"));
    shortcuts = add("help.shortcuts", tr("&Keyboard shortcuts"), {key("Ctrl+/")}, tr("All keys in one list"));
    about = add("help.about", tr("&About"), {}, {});
    about->setMenuRole(QAction::AboutRole);
}

} // namespace ard::ui

#include "moc_Actions.cpp"
