// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Actions: everything that menus, keys and buttons do, each exactly once, with its shortcut in its tooltip. What they
// do is connected by RunController and MainWindow. No two shortcuts are the same (tested).
#include <QAction>
#include <QActionGroup>
#include <QList>
#include <QObject>

namespace ard::ui {

class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    const QList<QAction *> &all() const { return m_all; }
    /// By object name, "run.start": what lessons, a palette and tests know actions by. nullptr: none.
    QAction *action(const QString &id) const { return findChild<QAction *>(id, Qt::FindDirectChildrenOnly); }

    static void setKeys(QAction *action, const QList<QKeySequence> &keys); ///< and says them in its tooltip

    // File
    QAction *newRun, *open, *openModel, *save, *saveAs, *saveAll, *renameRun, *removeRun, *reopenRun, *takeSettings,
        *exportPlane, *exportPlayer, *exportFilm, *exportData, *exportWindow, *settings, *quit;
    // Edit
    QAction *copySentence, *copyTable, *find, *findNext, *findPrevious;
    // Run
    QAction *run, *runNewSeed, *stop, *restartEngine;
    // Lanes
    QAction *compare, *addLane, *lanePanels, *changeLane, *closeLane, *nextLane, *previousLane, *laneLeft, *laneRight,
        *blink;
    // Playback
    QAction *play, *forward, *back, *tenForward, *tenBack, *first, *last, *faster, *slower, *normalSpeed, *loop,
        *asFastAsEngine, *nextEvent, *previousEvent;
    QList<QAction *> setMarkers, goToMarkers; ///< [9] of markers 1 to 9
    // View
    QAction *showPlane, *showTable, *showBoth, *colourNoise, *colourProbability, *colourEntropy, *tailZoom, *follow,
        *showFuture, *allPositions, *figureMarks, *ruler, *editSchedule, *drawSchedule, *intoJump;
    QAction *themeSystem, *themeLight, *themeDark, *larger, *smaller, *normalSize, *fullScreen, *lecture,
        *compareLayout, *studentLayout, *researchLayout, *leftPanels, *rightPanels, *resetLayout, *nextPanel,
        *previousPanel;
    QActionGroup *viewGroup, *colourGroup, *themeGroup;
    // Help
    QAction *shortcuts, *about;

private:
    QAction *add(const char *id, const QString &text, const QList<QKeySequence> &keys, const QString &help,
                 const QString &icon = {});
    QAction *addChoice(QActionGroup *group, const char *id, const QString &text, const QList<QKeySequence> &keys,
                       const QString &help, const QString &icon = {});
    void makeFile();
    void makeRun();
    void makeWhatIf();
    void makeLanes();
    void makePlayback();
    void makeMarkers();
    void makeView();
    void makeWindow();

    QWidget *m_window;
    QList<QAction *> m_all;
};

} // namespace ard::ui
