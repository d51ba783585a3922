// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"
#include "plot/ElidedLabel.h"
#include "plot/PlaneView.h"
#include "session/PlainText.h"
#include "shell/Actions.h"
#include "shell/CentralView.h"
#include "shell/ControlRules.h"
#include "shell/DockLayout.h"
#include "shell/FilmKeys.h"
#include "shell/Menus.h"
#include "shell/PictureExport.h"
#include "shell/RunController.h"
#include "shell/SettingsDialog.h"
#include "shell/Theme.h"
#include "shell/UnsavedRuns.h"
#include "views/card/TokenCardView.h"
#include "views/engine/Banner.h"
#include "views/engine/EngineChip.h"
#include "views/grid/TokenGridView.h"
#include "views/plane/PlanePanel.h"
#include "views/source/SourcePanel.h"
#include "views/strip/TextStripView.h"
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScreen>
#include <QStatusBar>

namespace ard::ui {

namespace {
constexpr double kScaleStep = 1.1;
constexpr double kLectureZoom = 1.5;
constexpr QSize kDesignedSize(1440, 900);
constexpr QSize kFrame(8, 40); ///< about what the window system puts around a window
} // namespace

QSize firstWindowSize(QSize available)
{
    return available.isEmpty() ? kDesignedSize : kDesignedSize.boundedTo(available - kFrame);
}

MainWindow::MainWindow(Session *session, Theme *theme, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_theme(theme), m_actions(new Actions(this)),
      m_controller(new RunController(session, m_actions, this)), m_central(new CentralView(session, m_actions, this)),
      m_docks(new DockLayout(session, m_actions, this)), m_chip(new EngineChip(session->engine(), this))
{
    setCentralWidget(m_central);
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    buildMenus(this, session, m_actions, m_controller, m_docks->docks());
    buildStatusBar();
    connectTheme();
    connectWindow();
    connectFilmKeys(session, m_actions, m_central);
    new ControlRules(this);
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
        const Run *run = m_session->runs()->current();
        about->setFullText(run ? run->title() + QStringLiteral(" · ") + run->stateText() : QString());
    };
    connect(m_session->runs(), &RunStore::currentChanged, this, describe);
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
        connect(action, &QAction::triggered, m_theme, [this, settings, mode = mode] {
            settings->theme.set(mode);
            m_theme->setMode(mode); // also where the settings said so all the time, and --theme something else
        });
    }
    settings->theme.onChange(this, [this](AppSettings::Theme theme) { m_theme->setMode(theme); });
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
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->fullScreen, &QAction::toggled, this, [this](bool on) {
        // A window that was maximised is so again afterwards.
        if (on != isFullScreen())
            setWindowState(windowState() ^ Qt::WindowFullScreen);
    });
    connect(m_actions->lecture, &QAction::toggled, this, &MainWindow::setLecture);
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { showShortcutSheet(*m_actions, this); });
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(m_central->banner(), &Banner::settingsWanted, this, &MainWindow::showSettings);
    connect(m_controller->unsaved(), &UnsavedRuns::mayCloseNow, this, &QWidget::close, Qt::QueuedConnection);
    connect(m_actions->copySentence, &QAction::triggered, this, [this] { copy(false); });
    connect(m_actions->copyTable, &QAction::triggered, this, [this] { copy(true); });
    for (QAction *action : {m_actions->run, m_actions->runNewSeed})
        connect(action, &QAction::triggered, this, &MainWindow::focusFilm);
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_actions->nextPanel, &QAction::triggered, this, [this] { movePanelFocus(1); });
    connect(m_actions->previousPanel, &QAction::triggered, this, [this] { movePanelFocus(-1); });
    new PictureExport(m_session, m_actions, this);
    connect(m_session->runs(), &RunStore::currentChanged, this, &MainWindow::updateTitle);
    connect(m_session->runs(), &RunStore::changed, this, &MainWindow::updateTitle);
}

void MainWindow::updateTitle()
{
    const Run *run = m_session->runs()->current();
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

void MainWindow::focusFilm()
{
    QWidget *plane = m_central->plane()->view();
    (plane->isVisible() ? plane : static_cast<QWidget *>(m_central->grid()))->setFocus(Qt::OtherFocusReason);
}

void MainWindow::copy(bool wholeTable)
{
    const Run *run = m_session->runs()->current();
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
    QWidget *next = panels[(now + direction + panels.size()) % panels.size()];
    // The control in it that had the keyboard last, else the first one that takes it.
    QWidget *target = next->focusWidget();
    for (QWidget *child = next; !target && child; child = child->nextInFocusChain()) {
        const bool isInside = child == next || next->isAncestorOf(child);
        if (isInside && (child->focusPolicy() & Qt::TabFocus) && child->isVisible() && child->isEnabled())
            target = child;
        if (child->nextInFocusChain() == next)
            break;
    }
    if (target)
        target->setFocus(Qt::TabFocusReason);
}

void MainWindow::setLecture(bool on)
{
    // The layout from before comes back at the size of text that it was made for.
    if (on)
        m_docks->setLecture(true);
    m_theme->setZoom(on ? kLectureZoom : 1);
    if (!on)
        m_docks->setLecture(false);
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
    if (!m_controller->unsaved()->mayClose()) {
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
    if (!urls.isEmpty() && urls.first().isLocalFile() && urls.first().path().endsWith(QStringLiteral(".ardrun")))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_controller->openPath(event->mimeData()->urls().value(0).toLocalFile());
}

} // namespace ard::ui
