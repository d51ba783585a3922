// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"
#include "plot/ElidedLabel.h"
#include "plot/PlaneView.h"
#include "session/BoardFiles.h"
#include "session/PlainText.h"
#include "session/SessionSheet.h"
#include "shell/Actions.h"
#include "shell/BlackScreen.h"
#include "shell/BoardController.h"
#include "shell/CentralView.h"
#include "shell/CommandPalette.h"
#include "shell/ControlRules.h"
#include "shell/DockLayout.h"
#include "shell/FilmKeys.h"
#include "shell/LaneController.h"
#include "shell/Menus.h"
#include "shell/PictureExport.h"
#include "shell/PlaneActions.h"
#include "shell/RunController.h"
#include "shell/SettingsDialog.h"
#include "shell/SheetController.h"
#include "shell/ShortcutDialog.h"
#include "shell/Shortcuts.h"
#include "shell/Theme.h"
#include "shell/UnsavedRuns.h"
#include "shell/UnsavedSheet.h"
#include "shell/WhatIfController.h"
#include "views/card/TokenCardView.h"
#include "views/engine/Banner.h"
#include "views/engine/EngineChip.h"
#include "views/grid/TokenGridView.h"
#include "views/lane/BoardView.h"
#include "views/plane/PlanePanel.h"
#include "views/schedule/ScheduleEditor.h"
#include "views/source/SourcePanel.h"
#include "views/speech/StepSpeaker.h"
#include "views/strip/TextStripView.h"
#include "views/welcome/WelcomeView.h"
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScreen>
#include <QStatusBar>
#include <array>

namespace ard::ui {

namespace {
constexpr double kScaleStep = 1.1;
constexpr double kLectureZoom = 1.5;
constexpr int kLeastHeight = 560; ///< pixels
constexpr QSize kDesignedSize(1440, 900);
constexpr QSize kFrame(8, 40); ///< about what the window system puts around a window

std::array<std::pair<AppSettings::Layout, QAction *>, 4> layoutActions(const Actions &actions)
{
    using Layout = AppSettings::Layout;
    return {{{Layout::Lecture, actions.lecture},
             {Layout::Compare, actions.compareLayout},
             {Layout::Student, actions.studentLayout},
             {Layout::Research, actions.researchLayout}}};
}

AppSettings::Layout layoutNow(const Actions &actions)
{
    for (const auto &[layout, action] : layoutActions(actions))
        if (action->isChecked())
            return layout;
    return AppSettings::Layout::Standard;
}
} // namespace

QSize firstWindowSize(QSize available)
{
    return available.isEmpty() ? kDesignedSize : kDesignedSize.boundedTo(available - kFrame);
}

MainWindow::MainWindow(Session *session, Theme *theme, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_theme(theme), m_actions(new Actions(this)),
      m_shortcuts(new Shortcuts(m_actions, session->settings(), this)),
      m_controller(new RunController(session, m_actions, this)),
      m_laneController(new LaneController(session, m_actions, this)),
      m_central(new CentralView(session, m_actions, this)), m_docks(new DockLayout(session, m_actions, this)),
      m_chip(new EngineChip(session->engines(), this)), m_black(new BlackScreen(this))
{
    setCentralWidget(m_central);
    setAcceptDrops(true);
    setMinimumHeight(kLeastHeight); // words take fewer lines in a lower window: what they take now must not forbid it
    setDockOptions(AllowTabbedDocks | AllowNestedDocks);
    const auto setMotion = [this] { setAnimated(!m_theme->isMotionReduced()); }; // of panels
    connect(theme, &Theme::motionChanged, this, setMotion);
    setMotion();
    buildMenus(this, session, m_actions, m_controller, m_docks->docks());
    buildStatusBar();
    connectTheme();
    connectWindow();
    connectFilmKeys(session, m_actions, m_central);
    new SheetController(session, this);
    new BoardController(session, m_actions, this);
    new WhatIfController(session, m_actions, this);
    new ControlRules(this);
    new StepSpeaker(session, m_central->board());
    restoreLayout();
    updateTitle();
    m_docks->source()->sourceEdit()->setFocus();
}

MainWindow::~MainWindow()
{
    delete m_docks; // the panels are hidden once more after this window is one no more
}

void MainWindow::restoreLayout()
{
    // Without a display there is no screen to fit, and a picture is as large as designed.
    const bool isSeen = screen() && QGuiApplication::platformName() != QLatin1String("offscreen");
    const QSize available = isSeen ? screen()->availableSize() : QSize();
    if (!restoreGeometry(m_session->settings()->windowGeometry()))
        resize(firstWindowSize(available));
    else if (!(windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)) && !available.isEmpty())
        resize(size().boundedTo(available - kFrame)); // it was closed on a larger screen
    m_docks->restore();
    setLayout(m_session->settings()->layout());
    m_actions->fullScreen->setChecked(isFullScreen());
}

void MainWindow::storeLayout() const
{
    m_session->settings()->windowGeometry.set(saveGeometry());
    m_docks->store();
    m_session->settings()->sync();
}

void MainWindow::buildStatusBar()
{
    auto *about = new ElidedLabel(this);
    about->setTone(ElidedLabel::Tone::Muted);
    statusBar()->addWidget(m_chip);
    statusBar()->addWidget(about, 1);
    statusBar()->setSizeGripEnabled(false);
    const auto describe = [this, about] {
        const Run *run = m_session->cursor()->run();
        about->setFullText(run ? run->title() + QStringLiteral(" · ") + run->stateText() : QString());
    };
    connect(m_session->cursor(), &Cursor::runChanged, this, describe);
    connect(m_session->runs(), &RunStore::changed, this, describe);
}

void MainWindow::connectTheme()
{
    AppSettings *settings = m_session->settings();
    const std::pair<QAction *, AppSettings::Theme> themes[] = {{m_actions->themeSystem, AppSettings::Theme::System},
                                                               {m_actions->themeLight, AppSettings::Theme::Light},
                                                               {m_actions->themeDark, AppSettings::Theme::Dark}};
    for (const auto &[action, mode] : themes) {
        action->setChecked(m_theme->mode() == mode);
        settings->theme.onChange(action, [action = action, mode = mode](AppSettings::Theme now) {
            if (now == mode) // chosen in the settings
                action->setChecked(true);
        });
        connect(action, &QAction::triggered, m_theme, [this, settings, mode = mode] {
            settings->theme.set(mode);
            m_theme->setMode(mode); // also where the settings said so all the time, and --theme something else
        });
    }
    settings->theme.onChange(this, [this](AppSettings::Theme theme) { m_theme->setMode(theme); });
    settings->motion.onChange(this, [this](AppSettings::Motion motion) { m_theme->setMotion(motion); });
    settings->uiScale.onChange(this, [this](double scale) { m_theme->setScale(scale); });
    connect(m_theme, &Theme::scaleChanged, this, [settings](double scale) { settings->uiScale.set(scale); });
    connect(m_theme, &Theme::sizeChanged, this, [this] {
        m_docks->adapt(width());
        m_docks->applySizes();
    });
    connect(m_actions->larger, &QAction::triggered, m_theme,
            [this] { m_theme->setScale(m_theme->scale() * kScaleStep); });
    connect(m_actions->smaller, &QAction::triggered, m_theme,
            [this] { m_theme->setScale(m_theme->scale() / kScaleStep); });
    connect(m_actions->normalSize, &QAction::triggered, m_theme, [this] { m_theme->setScale(1); });
}

void MainWindow::connectWindow()
{
    linkPlaneActions(m_session, m_actions);
    connect(m_actions->drawSchedule, &QAction::triggered, this, [this] { showScheduleEditor(m_session, this); });
    connect(m_session->jumps(), &Jumps::opened, this, [this] {
        QDockWidget *dock = m_docks->dock(QStringLiteral("jumpDock"));
        dock->show();
        dock->raise();
    });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->fullScreen, &QAction::toggled, this, [this](bool on) {
        // A window that was maximised is so again afterwards.
        if (on != isFullScreen())
            setWindowState(windowState() ^ Qt::WindowFullScreen);
    });
    connectLayouts();
    connect(m_central->board(), &BoardView::changeWanted, m_laneController, &LaneController::change);
    connect(m_actions->shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_actions->action(QStringLiteral("help.commands")), &QAction::triggered, this,
            [this] { toggleCommandPalette(m_session, *m_actions, *menuBar(), this); });
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(m_central->banner(), &Banner::settingsWanted, this, &MainWindow::showSettings);
    connect(m_controller->unsaved(), &UnsavedRuns::mayCloseNow, this, &QWidget::close, Qt::QueuedConnection);
    m_unsavedSheet = new UnsavedSheet(sheetOf(m_session), this);
    connect(m_unsavedSheet, &UnsavedSheet::mayCloseNow, this, &QWidget::close, Qt::QueuedConnection);
    connect(m_actions->copySentence, &QAction::triggered, this, [this] { copy(false); });
    connect(m_actions->copyTable, &QAction::triggered, this, [this] { copy(true); });
    for (QAction *action : {m_actions->run, m_actions->runNewSeed})
        connect(action, &QAction::triggered, this, &MainWindow::focusFilm);
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_actions->nextPanel, &QAction::triggered, this, [this] { movePanelFocus(1); });
    connect(m_actions->previousPanel, &QAction::triggered, this, [this] { movePanelFocus(-1); });
    m_exports = new PictureExport(m_session, m_actions, this);
    connect(m_session->cursor(), &Cursor::runChanged, this, &MainWindow::updateTitle);
    connect(m_session->runs(), &RunStore::changed, this, &MainWindow::updateTitle);
}

void MainWindow::updateTitle()
{
    const Run *run = m_session->cursor()->run();
    setWindowTitle(run ? tr("%1[*] – AR-Diffusion Explorer").arg(plainTitle(run->title()))
                       : tr("AR-Diffusion Explorer"));
    setWindowModified(run && !run->isLive() && !run->isSaved() && run->frameCount() > 0);
}

void MainWindow::showSettings()
{
    auto *dialog = new SettingsDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showShortcuts()
{
    QList<Command> commands = menuCommands(*menuBar(), *m_actions);
    commands.removeIf([this](const Command &command) { return !m_actions->all().contains(command.action); });
    auto *dialog = new ShortcutDialog(m_shortcuts, commands, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::focusFilm()
{
    QWidget *plane = m_central->plane()->view();
    (plane->isVisible() ? plane : static_cast<QWidget *>(m_central->grid()))->setFocus(Qt::OtherFocusReason);
}

void MainWindow::copy(bool wholeTable)
{
    const Run *run = m_session->cursor()->run();
    if (!run)
        return;
    const TokenGridView *grid = m_central->grid();
    const QModelIndex cell = grid->currentIndex();
    const QString text = wholeTable          ? grid->tableText()
        : grid->hasFocus() && cell.isValid() ? cell.data().toString()
                                             : run->textAt(m_session->playback()->step());
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

/// The control in the panel that had the keyboard last, else the first one that takes it; nullptr: there is none.
QWidget *MainWindow::keyboardOf(QWidget *panel)
{
    if (QWidget *last = panel->focusWidget(); last && last->isVisible() && last->isEnabled())
        return last;
    QWidget *child = panel;
    do {
        const bool isInside = child == panel || panel->isAncestorOf(child);
        if (isInside && (child->focusPolicy() & Qt::TabFocus) && child->isVisible() && child->isEnabled())
            return child;
        child = child->nextInFocusChain();
    } while (child && child != panel);
    return nullptr;
}

void MainWindow::movePanelFocus(int direction)
{
    QList<QWidget *> panels;
    for (const QString &id : panelOrder())
        if (auto *panel = findChild<QWidget *>(id); panel && panel->isVisible() && !panel->size().isEmpty())
            panels << panel;
    if (panels.isEmpty())
        return;
    qsizetype now = direction > 0 ? -1 : 0;
    for (qsizetype i = 0; i < panels.size(); ++i)
        if (panels[i] == focusWidget() || panels[i]->isAncestorOf(focusWidget()))
            now = i;
    // A panel in which nothing takes the keyboard, such as one that only says why it is empty, is passed by.
    for (qsizetype step = 1; step < panels.size(); ++step)
        if (QWidget *target = keyboardOf(panels[(now + direction * step + panels.size() * step) % panels.size()])) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
}

void MainWindow::connectLayouts()
{
    // One of them or none: the standard layout.
    for (const auto &[layout, action] : layoutActions(*m_actions))
        connect(action, &QAction::toggled, this, [this, chosen = action](bool on) {
            for (const auto &[_, other] : layoutActions(*m_actions))
                if (on && other != chosen) {
                    const QSignalBlocker quiet(other);
                    other->setChecked(false);
                }
            applyLayout();
        });
    connect(m_laneController, &LaneController::comparingChanged, this, [this](bool on) {
        if (!on)
            m_actions->compareLayout->setChecked(false);
        else if (layoutNow(*m_actions) == AppSettings::Layout::Standard)
            m_actions->compareLayout->setChecked(true);
    });
    connect(m_actions->blink, &QAction::triggered, this, &MainWindow::blinkOrBlack);
}

void MainWindow::setLayout(AppSettings::Layout layout)
{
    for (const auto &[of, action] : layoutActions(*m_actions))
        action->setChecked(of == layout);
}

void MainWindow::applyLayout()
{
    using Layout = AppSettings::Layout;
    const Layout layout = layoutNow(*m_actions);
    // The layout from before comes back at the size of text that it was made for.
    if (layout != Layout::Standard)
        m_docks->setLayout(layout);
    m_theme->setZoom(layout == Layout::Lecture ? kLectureZoom : 1);
    m_central->setLecture(layout == Layout::Lecture);
    statusBar()->setVisible(layout != Layout::Lecture);
    menuBar()->setVisible(layout != Layout::Lecture);
    if (layout == Layout::Standard)
        m_docks->setLayout(layout);
    if (layout == Layout::Compare && m_session->board()->size() == 1)
        m_laneController->setComparing(true);
    m_laneController->update();
    if (layout == Layout::Lecture || layout == Layout::Compare)
        focusFilm(); // the form had it
}

/// One key of a presenter's remote.
void MainWindow::blinkOrBlack()
{
    if (m_actions->lecture->isChecked() || isFullScreen())
        m_black->setOn(!m_black->isVisible());
    else
        m_laneController->swapInPlace();
}

void MainWindow::showWelcome()
{
    m_central->setWelcome(true);
    const WelcomeView *welcome = m_central->welcome();
    connect(welcome, &WelcomeView::comparisonWanted, m_laneController, &LaneController::openComparison);
    connect(welcome, &WelcomeView::compareWanted, m_laneController, [this] { m_laneController->setComparing(true); });
    connect(welcome, &WelcomeView::exampleWanted, m_controller, &RunController::openExample);
    connect(welcome, &WelcomeView::fileWanted, m_controller, &RunController::openPath);
    connect(m_session->runs(), &RunStore::added, m_central, [this] { m_central->setWelcome(false); });
    connect(m_session->board(), &Board::added, m_central, [this] { m_central->setWelcome(false); });
    for (QWidget *part : m_docks->source()->findChildren<QWidget *>())
        part->installEventFilter(this);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever uses the form wants to see the plan that comes of it.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        m_central->setWelcome(false);
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        m_actions->fullScreen->setChecked(isFullScreen());
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Esc stops a run; when there is none it comes here and clears the selection.
    if (event->key() == Qt::Key_Escape)
        m_session->cursor()->clear();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_unsavedSheet->mayClose() || !m_controller->unsaved()->mayClose()) {
        event->ignore();
        return;
    }
    storeLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_docks->adapt(event->size().width());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile())
        return;
    const QString path = urls.first().toLocalFile();
    if (path.endsWith(QStringLiteral(".ardrun")) || BoardFiles::isBoardFile(path) || QFileInfo(path).isDir())
        event->acceptProposedAction();
}

/// A run, a board, or a folder of cells.
void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    if (QFileInfo(path).isDir())
        sheetOf(m_session)->open(path);
    else
        m_controller->openPath(path);
}

} // namespace ard::ui

#include "moc_MainWindow.cpp"
