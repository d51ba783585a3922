// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"
#include "plot/ElidedLabel.h"
#include "plot/PlaneView.h"
#include "shell/Actions.h"
#include "shell/CentralView.h"
#include "shell/DockLayout.h"
#include "shell/Menus.h"
#include "shell/Pictures.h"
#include "shell/RunController.h"
#include "shell/SettingsDialog.h"
#include "shell/Theme.h"
#include "views/card/TokenCardView.h"
#include "views/engine/Banner.h"
#include "views/engine/EngineChip.h"
#include "views/grid/TokenGridView.h"
#include "views/plane/PlanePanel.h"
#include "views/source/SourcePanel.h"
#include "views/strip/TextStripView.h"
#include "views/transport/ScrubRuler.h"
#include "views/transport/TransportBar.h"
#include <QAbstractButton>
#include <QApplication>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStatusBar>

namespace ard::ui {

namespace {
constexpr double kScaleStep = 1.1;
constexpr double kExportFineness = 2;
constexpr double kLectureScale = 1.5;
} // namespace

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
    resize(1440, 900);
    restoreGeometry(session->settings()->windowGeometry());
    m_docks->restore();
    updateTitle();
    m_docks->source()->sourceEdit()->setFocus();
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow() = default;

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
        connect(action, &QAction::triggered, settings, [settings, mode = mode] { settings->setTheme(mode); });
    }
    connect(settings, &AppSettings::themeChanged, m_theme, &Theme::setMode);
    connect(m_theme, &Theme::scaleChanged, settings, &AppSettings::setUiScale);
    connect(m_theme, &Theme::scaleChanged, this, [this] {
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
    connect(m_actions->fullScreen, &QAction::toggled, this, [this](bool on) { on ? showFullScreen() : showNormal(); });
    connect(m_actions->lecture, &QAction::toggled, this, &MainWindow::setLecture);
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { showShortcutSheet(*m_actions, this); });
    connect(m_actions->settings, &QAction::triggered, this, [this] {
        auto *dialog = new SettingsDialog(m_session, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_actions->nextPanel, &QAction::triggered, this, [this] { movePanelFocus(1); });
    connect(m_actions->previousPanel, &QAction::triggered, this, [this] { movePanelFocus(-1); });
    const auto exportPicture = [this](const QImage &picture, const QString &proposal) {
        if (const QString problem = askAndSavePicture(picture, this, proposal); !problem.isEmpty())
            m_central->banner()->showMessage(problem);
    };
    connect(m_actions->exportPlane, &QAction::triggered, this, [this, exportPicture] {
        exportPicture(m_central->plane()->view()->picture(kExportFineness * devicePixelRatioF()), tr("plane.png"));
    });
    connect(m_actions->exportWindow, &QAction::triggered, this,
            [this, exportPicture] { exportPicture(pictureOf(this), tr("window.png")); });
    connect(m_session->runs(), &RunStore::currentChanged, this, &MainWindow::updateTitle);
    connect(m_session->runs(), &RunStore::changed, this, &MainWindow::updateTitle);
}

void MainWindow::updateTitle()
{
    const Run *run = m_session->runs()->current();
    setWindowTitle(run ? tr("%1[*] – AR-Diffusion Explorer").arg(run->title()) : tr("AR-Diffusion Explorer"));
    setWindowModified(run && !run->isLive() && !run->isSaved() && run->frameCount() > 0);
}

void MainWindow::movePanelFocus(int direction)
{
    const QList<QWidget *> panels{m_docks->source()->sourceEdit(), m_central->strip(), m_central->plane()->view(),
                                  m_central->grid(), m_central->transport()->ruler()};
    int now = 0;
    for (int i = 0; i < panels.size(); ++i)
        if (panels[i]->hasFocus() || panels[i]->isAncestorOf(focusWidget()))
            now = i;
    for (int i = 1; i <= panels.size(); ++i) {
        QWidget *next = panels[(now + direction * i + 2 * panels.size()) % panels.size()];
        if (!next->isVisible())
            continue;
        next->setFocus(Qt::TabFocusReason);
        return;
    }
}

void MainWindow::setLecture(bool on)
{
    m_actions->leftPanels->setChecked(!on);
    m_actions->rightPanels->setChecked(!on);
    m_theme->setScale(on ? m_theme->scale() * kLectureScale : m_theme->scale() / kLectureScale);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // Space plays, except where the keyboard stands on a button: there it presses the button.
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QAbstractButton *>(watched)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Esc stops a run; when there is none it comes here and clears the selection.
    if (event->key() == Qt::Key_Escape)
        m_session->selection()->clear();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_session->settings()->setWindowGeometry(saveGeometry());
    m_docks->store();
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
