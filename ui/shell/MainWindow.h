// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MainWindow: puts the parts together: actions, menus, docks, middle, status bar. What they do is in their own files.
#include "session/Session.h"
#include <QMainWindow>

namespace ard::ui {

class Actions;
class BlackScreen;
class CentralView;
class DockLayout;
class EngineChip;
class LaneController;
class PictureExport;
class UnsavedSheet;
class RunController;
class Shortcuts;
class Theme;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// session and theme must outlive the window.
    MainWindow(Session *session, Theme *theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    Actions *actions() const { return m_actions; }
    CentralView *central() const { return m_central; }
    DockLayout *docks() const { return m_docks; }
    EngineChip *engineChip() const { return m_chip; }
    LaneController *lanes() const { return m_laneController; }
    PictureExport *exports() const { return m_exports; }
    RunController *runs() const { return m_controller; }
    /// What the program is, in the place of the lanes, until something is run, opened or typed.
    void showWelcome();
    void setLayout(AppSettings::Layout layout);

    /// Size and place of the window and its panels, as the next start will have them.
    void storeLayout() const;
    /// The keyboard is where the keys of the film work: in the plane, or the table where that is shown alone.
    void focusFilm();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectTheme();
    void connectWindow();
    void buildStatusBar();
    void restoreLayout();
    void copy(bool wholeTable);
    void showSettings();
    void showShortcuts();
    void movePanelFocus(int direction);
    static QWidget *keyboardOf(QWidget *panel);
    void connectLayouts();
    void applyLayout();
    void blinkOrBlack();
    void updateTitle();

    Session *m_session;
    Theme *m_theme;
    Actions *m_actions;
    Shortcuts *m_shortcuts;
    RunController *m_controller;
    LaneController *m_laneController;
    PictureExport *m_exports = nullptr;
    UnsavedSheet *m_unsavedSheet = nullptr;
    CentralView *m_central;
    DockLayout *m_docks;
    EngineChip *m_chip;
    BlackScreen *m_black;
};

/// The size of the first start: as designed, but never larger than the free area of the screen, frame included.
QSize firstWindowSize(QSize available);

} // namespace ard::ui
