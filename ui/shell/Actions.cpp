// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Actions.h"
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
    makePlayback();
    makeView();
    makeWindow();
}

QAction *Actions::add(const QString &text, const QList<QKeySequence> &keys, const QString &help, const QString &icon)
{
    auto *action = new QAction(text, this);
    if (!icon.isEmpty()) {
        action->setIcon(themedIcon(icon));
        action->setIconText(QLatin1Char(' ') + QString(text).remove(QLatin1Char('&'))); // room between the two
    }
    action->setShortcuts(keys);
    QStringList shown;
    for (const QKeySequence &sequence : keys)
        shown << sequence.toString(QKeySequence::NativeText);
    const QString sentence = help.isEmpty() ? QString(text).remove(QLatin1Char('&')) : help;
    action->setToolTip(shown.isEmpty() ? sentence : tr("%1 (%2)").arg(sentence, shown.join(tr(" or "))));
    action->setStatusTip(sentence);
    m_window->addAction(action); // works while its menu bar is hidden, too
    m_all << action;
    return action;
}

QAction *Actions::addChoice(QActionGroup *group, const QString &text, const QList<QKeySequence> &keys,
                            const QString &help, const QString &icon)
{
    QAction *action = add(text, keys, help, icon);
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

void Actions::makeFile()
{
    newRun = add(tr("&New run"), {QKeySequence(QKeySequence::New)},
                 tr("Back to the plan of the next run; the runs so far stay in the list"), QStringLiteral("new"));
    openModel = add(tr("Open a &model folder..."), {key("Ctrl+Shift+M")}, tr("Load a model from a folder of yours"),
                    QStringLiteral("model"));
    open = add(tr("&Open run..."), {QKeySequence(QKeySequence::Open)}, tr("Open a recorded run (.ardrun)"),
               QStringLiteral("open"));
    save =
        add(tr("&Save run"), {QKeySequence(QKeySequence::Save)}, tr("Save the run on screen"), QStringLiteral("save"));
    saveAs = add(tr("Save run &as..."), {key("Ctrl+Shift+S")}, tr("Save the run on screen under another name"));
    exportPlane = add(tr("&Export the plane as a picture..."), {key("Ctrl+E")},
                      tr("Save the plane as PNG, twice as fine as the screen"), QStringLiteral("image"));
    exportWindow =
        add(tr("Export the &window as a picture..."), {key("Ctrl+Alt+E")}, tr("Save the whole window as PNG"));
    settings = add(tr("Se&ttings..."), {key("Ctrl+,")}, tr("The engine's command and the folders of models"));
    settings->setMenuRole(QAction::PreferencesRole);
    quit = add(tr("&Quit"), {key("Ctrl+Q")}, tr("Close the program"));
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::makeRun()
{
    run = add(tr("&Run"), {key("F5"), key("Ctrl+Return")}, tr("Denoise the source with this seed"),
              QStringLiteral("play"));
    runNewSeed = add(tr("Run with a &new seed"), {key("Shift+F5")}, tr("Denoise the source with another seed"),
                     QStringLiteral("die"));
    stop = add(tr("&Stop"), {key("Esc")}, tr("Stop the run; what was computed stays"), QStringLiteral("stop"));
    restartEngine =
        add(tr("R&estart the engine"), {}, tr("End the engine and start it anew"), QStringLiteral("restart"));
}

void Actions::makePlayback()
{
    play = add(tr("&Play or pause"), {key("Space")}, tr("Play or pause the film of the run"), QStringLiteral("play"));
    forward = add(tr("Step &forward"), {key(".")}, tr("One step forward"), QStringLiteral("step-forward"));
    back =
        add(tr("Step &back"), {key(",")}, tr("One step back; nothing is computed again"), QStringLiteral("step-back"));
    tenForward = add(tr("Ten steps forward"), {key("Shift+.")}, {});
    tenBack = add(tr("Ten steps back"), {key("Shift+,")}, {});
    first = add(tr("F&irst step"), {key("Home")}, tr("The starting noise"), QStringLiteral("first"));
    last = add(tr("&Last step"), {key("End")}, tr("The newest step; follows a run that is under way"),
               QStringLiteral("last"));
    slower = add(tr("&Slower"), {key("[")}, tr("Half as fast"));
    faster = add(tr("F&aster"), {key("]")}, tr("Twice as fast"));
    normalSpeed = add(tr("&Normal speed"), {key("=")}, {});
    loop = add(tr("L&oop"), {key("L")}, tr("Begin again at the end"), QStringLiteral("loop"));
    loop->setCheckable(true);
}

void Actions::makeView()
{
    viewGroup = new QActionGroup(this);
    showPlane =
        addChoice(viewGroup, tr("&Plane"), {key("Ctrl+Shift+A")}, tr("Position by timestep"), QStringLiteral("plane"));
    showTable = addChoice(viewGroup, tr("&Table"), {key("Ctrl+Shift+T")}, tr("Executed steps by position, with words"),
                          QStringLiteral("table"));
    showBoth = addChoice(viewGroup, tr("&Both"), {key("Ctrl+Shift+B")}, tr("Plane and table side by side"),
                         QStringLiteral("both"));
    colourGroup = new QActionGroup(this);
    colourNoise =
        addChoice(colourGroup, tr("Colour: &noise level"), {key("Alt+1")}, tr("Colour cells by the noise level"));
    colourProbability = addChoice(colourGroup, tr("Colour: &probability"), {key("Alt+2")},
                                  tr("Colour cells by the probability of the word"));
    colourEntropy = addChoice(colourGroup, tr("Colour: &entropy"), {key("Alt+3")},
                              tr("Colour cells by the entropy of the prediction"));
    tailZoom = add(tr("Tail &zoom"), {key("Ctrl+T")},
                   tr("Stretch small timesteps, where words settle in the last jumps"), QStringLiteral("tail-zoom"));
    tailZoom->setCheckable(true);
    follow = add(tr("&Follow"), {key("Ctrl+Shift+F")}, tr("The table scrolls with the film"), QStringLiteral("follow"));
    follow->setCheckable(true);
    follow->setChecked(true);
}

void Actions::makeWindow()
{
    themeGroup = new QActionGroup(this);
    themeSystem = addChoice(themeGroup, tr("As the &system"), {}, {});
    themeLight = addChoice(themeGroup, tr("&Light"), {}, {});
    themeDark = addChoice(themeGroup, tr("&Dark"), {}, {});
    larger = add(tr("&Larger"), {key("Ctrl++"), key("Ctrl+Shift++"), key("Ctrl+Shift+=")},
                 tr("Everything larger, for the back row"));
    smaller = add(tr("&Smaller"), {key("Ctrl+-"), key("Ctrl+Shift+-")}, tr("Everything smaller"));
    normalSize = add(tr("&Normal size"), {key("Ctrl+0")}, {});
    fullScreen = add(tr("&Full screen"), {key("F11")}, {}, QStringLiteral("fullscreen"));
    fullScreen->setCheckable(true);
    lecture = add(tr("&Lecture mode"), {key("Ctrl+F11")},
                  tr("Plane and words alone, half as large again, for the projector"), QStringLiteral("lecture"));
    lecture->setCheckable(true);
    leftPanels = add(tr("Left panels"), {key("F9")}, tr("Show or hide the panels on the left"));
    rightPanels = add(tr("Right panels"), {key("Shift+F9")}, tr("Show or hide the panels on the right"));
    for (QAction *action : {leftPanels, rightPanels}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    resetLayout = add(tr("&Reset the layout"), {}, tr("All panels where they were at the first start"));
    nextPanel = add(tr("Next panel"), {key("F6")}, tr("Move the keyboard to the next panel"));
    previousPanel = add(tr("Previous panel"), {key("Shift+F6")}, tr("Move the keyboard to the previous panel"));
    shortcuts = add(tr("&Keyboard shortcuts"), {key("Ctrl+/")}, tr("All keys in one list"));
    about = add(tr("&About"), {}, {});
    about->setMenuRole(QAction::AboutRole);
}

} // namespace ard::ui
