// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Menus.h"
#include "session/PlainText.h"
#include "shell/Actions.h"
#include "shell/RunController.h"
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

namespace ard::ui {

namespace {

void addPath(QMenu *menu, const QString &name, const QString &path, RunController *controller,
             void (RunController::*open)(const QString &))
{
    QAction *action = menu->addAction(withoutMnemonics(name));
    action->setToolTip(path);
    QObject::connect(action, &QAction::triggered, controller, [controller, path, open] { (controller->*open)(path); });
}

void addRecentFiles(QMenu *menu, Session *session, RunController *controller)
{
    const auto fill = [menu, session, controller] {
        menu->clear();
        for (const QString &path : session->settings()->recentFiles())
            addPath(menu, QFileInfo(path).fileName(), path, controller, &RunController::openPath);
        menu->setEnabled(!menu->isEmpty());
    };
    menu->setToolTipsVisible(true);
    session->settings()->recentFiles.onChange(menu, [fill](const QStringList &) { fill(); });
    fill();
}

void addExampleRuns(QMenu *menu, Session *session, RunController *controller)
{
    const auto fill = [menu, session, controller] {
        menu->clear();
        qDeleteAll(menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly)); // clear() leaves submenus alive
        QMenu *ofModel = nullptr;
        for (const ExampleRun &run : session->models()->exampleRuns()) {
            if (!ofModel || ofModel->title() != withoutMnemonics(run.model))
                ofModel = menu->addMenu(withoutMnemonics(run.model));
            addPath(ofModel, session->models()->titleOf(run), run.path, controller, &RunController::openExample);
        }
        menu->setEnabled(!menu->isEmpty());
    };
    menu->setToolTipsVisible(true);
    QObject::connect(session->models(), &ModelLibrary::modelsChanged, menu, fill);
    fill();
}

} // namespace

void buildMenus(QMainWindow *window, Session *session, Actions *a, RunController *controller,
                const QList<QDockWidget *> &docks)
{
    QMenuBar *bar = window->menuBar();
    QMenu *file = bar->addMenu(QCoreApplication::translate("Menus", "&File"));
    file->addActions({a->newRun, a->open});
    addRecentFiles(file->addMenu(QCoreApplication::translate("Menus", "Open &recent")), session, controller);
    addExampleRuns(file->addMenu(QCoreApplication::translate("Menus", "E&xample runs")), session, controller);
    file->addSeparator();
    file->addActions({a->save, a->saveAs, a->saveAll, a->action(QStringLiteral("board.save"))});
    file->addSeparator();
    file->addActions({a->action(QStringLiteral("sheet.open")), a->action(QStringLiteral("sheet.keep"))});
    file->addSeparator();
    file->addAction(a->openModel);
    file->addSeparator();
    file->addActions({a->exportPlane, a->exportPlayer, a->exportFilm, a->exportData, a->exportWindow});
    file->addSeparator();
    file->addAction(a->settings);
    file->addAction(a->quit);

    QMenu *edit = bar->addMenu(QCoreApplication::translate("Menus", "&Edit"));
    edit->addActions({a->action(QStringLiteral("edit.undo")), a->action(QStringLiteral("edit.redo"))});
    edit->addSeparator();
    edit->addActions({a->copySentence, a->copyTable});
    edit->addSeparator();
    edit->addActions({a->find, a->findNext, a->findPrevious});
    edit->addSeparator();
    edit->addActions({a->renameRun, a->removeRun, a->reopenRun});

    QMenu *run = bar->addMenu(QCoreApplication::translate("Menus", "&Run"));
    run->addActions({a->run, a->runNewSeed, a->stop});
    run->addSeparator();
    QMenu *whatIf = run->addMenu(QCoreApplication::translate("Menus", "What &if"));
    for (const char *id : {"whatif.pin", "whatif.replace", "whatif.renoise", "whatif.seed", "whatif.branch",
                           "whatif.pinBeside", "whatif.renoiseBeside", "whatif.seedBeside"})
        whatIf->addAction(a->action(QString::fromLatin1(id)));
    run->addSeparator();
    run->addActions({a->takeSettings, a->drawSchedule});
    run->addSeparator();
    run->addAction(a->restartEngine);

    QMenu *lanes = bar->addMenu(QCoreApplication::translate("Menus", "&Lanes"));
    lanes->addActions({a->compare, a->addLane, a->changeLane, a->closeLane});
    lanes->addSeparator();
    lanes->addActions({a->nextLane, a->previousLane, a->laneLeft, a->laneRight, a->blink});
    lanes->addSeparator();
    lanes->addAction(a->lanePanels);
    lanes->addAction(a->action(QStringLiteral("sheet.show")));

    QMenu *film = bar->addMenu(QCoreApplication::translate("Menus", "&Playback"));
    film->addActions({a->play, a->back, a->forward, a->tenBack, a->tenForward, a->first, a->last});
    film->addSeparator();
    film->addActions({a->nextEvent, a->previousEvent});
    QMenu *markers = film->addMenu(QCoreApplication::translate("Menus", "&Markers"));
    markers->addActions(a->setMarkers);
    markers->addSeparator();
    markers->addActions(a->goToMarkers);
    film->addAction(a->intoJump);
    film->addSeparator();
    film->addActions({a->slower, a->faster, a->normalSpeed, a->loop, a->asFastAsEngine});

    QMenu *view = bar->addMenu(QCoreApplication::translate("Menus", "&View"));
    view->addActions({a->showPlane, a->showTable, a->showBoth});
    view->addSeparator();
    view->addActions({a->colourNoise, a->colourProbability, a->colourEntropy});
    view->addSeparator();
    view->addActions({a->tailZoom, a->follow, a->showFuture});
    view->addSeparator();
    view->addActions({a->allPositions, a->figureMarks, a->ruler, a->editSchedule});
    view->addSeparator();
    view->addMenu(QCoreApplication::translate("Menus", "T&heme"))
        ->addActions({a->themeSystem, a->themeLight, a->themeDark});
    view->addMenu(QCoreApplication::translate("Menus", "&Size of everything"))
        ->addActions({a->larger, a->smaller, a->normalSize});
    view->addActions({a->fullScreen, a->lecture, a->studentLayout, a->researchLayout, a->compareLayout});

    QMenu *panels = bar->addMenu(QCoreApplication::translate("Menus", "&Window"));
    for (QDockWidget *dock : docks)
        panels->addAction(dock->toggleViewAction());
    panels->addSeparator();
    panels->addActions({a->leftPanels, a->rightPanels, a->nextPanel, a->previousPanel});
    panels->addSeparator();
    panels->addAction(a->resetLayout);

    QMenu *help = bar->addMenu(QCoreApplication::translate("Menus", "&Help"));
    help->addActions({a->action(QStringLiteral("help.commands")), a->shortcuts, a->about});
}

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QCoreApplication::translate("Menus", "About AR-Diffusion Explorer"));
    box->setIconPixmap(QApplication::windowIcon().pixmap(64));
    box->setTextFormat(Qt::RichText);
    box->setText(QCoreApplication::translate(
                     "Menus",
                     "<h3>AR-Diffusion Explorer %1</h3><p>Shows how AR-Diffusion (Wu et al., NeurIPS 2023, "
                     "arXiv 2305.09515) writes a sentence.</p><p>Two facts that pictures of it often hide: with "
                     "the published skipping no token "
                     "is at timestep 0 before the last jump, so whether left words come first is seen in the words, "
                     "not in the timesteps; and attention "
                     "is bidirectional, so influence from left to right is learned, not masked.</p><p>Free "
                     "software, GPL-3.0-or-later.</p>")
                     .arg(QCoreApplication::applicationVersion()));
    box->open();
}

} // namespace ard::ui
