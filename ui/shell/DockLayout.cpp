// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/DockLayout.h"
#include "plot/TextWidth.h"
#include "shell/Actions.h"
#include "views/card/TokenCardView.h"
#include "views/source/SamplingPanel.h"
#include "views/source/SourcePanel.h"
#include <QEvent>
#include <QMainWindow>
#include <QScrollArea>
#include <QScrollBar>

namespace ard::ui {

namespace {

constexpr int kLanesLines = 15;    ///< height of the views of several lanes at first, in lines of text
constexpr int kResearchLines = 52; ///< windows of so many lines have room for the panels under one plane
constexpr int kRoomyLines = 60;    ///< windows of so many lines of text have room for them and for planes at first

/// Scrolls up and down only, so it is never narrower than what is in it.
class PanelScroll : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

    QSize minimumSizeHint() const override
    {
        const QSize inside = widget() ? widget()->minimumSizeHint() : QSize();
        return {inside.width() + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace

DockLayout::DockLayout(Session *session, Actions *actions, QMainWindow *window)
    : QObject(window), m_session(session), m_window(window), m_lanePanelsAction(actions->lanePanels)
{
    for (const ViewKind &kind : viewKinds())
        m_docks << addDock(kind, kind.make(session, actions));
    window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    linkSide(actions->leftPanels, Qt::LeftDockWidgetArea);
    linkSide(actions->rightPanels, Qt::RightDockWidgetArea);
    connect(m_lanePanelsAction, &QAction::toggled, this, [this](bool on) {
        if (!m_syncing)
            setLanePanels(on);
    });
    connect(actions->resetLayout, &QAction::triggered, this, &DockLayout::reset);
    connect(session->board(), &Board::added, this, &DockLayout::onLanesChanged);
    connect(session->board(), &Board::removed, this, &DockLayout::onLanesChanged);
    reset();
}

QDockWidget *DockLayout::addDock(const ViewKind &kind, QWidget *content)
{
    auto *dock = new QDockWidget(kind.title, m_window);
    dock->setObjectName(kind.id);
    if (kind.scroll != ViewKind::Scroll::None) {
        QScrollArea *area = kind.scroll == ViewKind::Scroll::Fitted ? new PanelScroll(dock) : new QScrollArea(dock);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        // What holds no control can be reached and scrolled by the keyboard all the same.
        area->setFocusPolicy(kind.scroll == ViewKind::Scroll::Free ? Qt::StrongFocus : Qt::NoFocus);
        area->setAccessibleName(kind.title);
        content->setObjectName(QStringLiteral("panel"));
        area->setWidget(content);
        dock->setWidget(area);
    } else {
        dock->setWidget(content);
    }
    connect(dock->toggleViewAction(), &QAction::toggled, this, &DockLayout::syncSides);
    connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool on) {
        if (on)
            giveRoom(dock);
    });
    connect(dock, &QDockWidget::dockLocationChanged, this, &DockLayout::syncSides);
    return dock;
}

void DockLayout::giveRoom(QDockWidget *opened)
{
    const QList<QDockWidget *> below = docksIn(Qt::BottomDockWidgetArea);
    const auto standsThere = [opened](const QDockWidget *dock) { return dock != opened && !dock->isHidden(); };
    if (below.contains(opened) && std::none_of(below.begin(), below.end(), standsThere))
        m_window->resizeDocks({opened}, {m_window->fontMetrics().height() * kLanesLines}, Qt::Vertical);
}

QDockWidget *DockLayout::dock(const QString &id) const
{
    for (QDockWidget *dock : m_docks)
        if (dock->objectName() == id)
            return dock;
    return nullptr;
}

SourcePanel *DockLayout::source() const
{
    return m_window->findChild<SourcePanel *>();
}

SamplingPanel *DockLayout::sampling() const
{
    return m_window->findChild<SamplingPanel *>();
}

TokenCardView *DockLayout::card() const
{
    return m_window->findChild<TokenCardView *>();
}

QList<QDockWidget *> DockLayout::docksIn(Qt::DockWidgetArea area) const
{
    QList<QDockWidget *> found;
    for (QDockWidget *dock : m_docks)
        if (!dock->isFloating() && m_window->dockWidgetArea(dock) == area)
            found << dock;
    return found;
}

void DockLayout::linkSide(QAction *action, Qt::DockWidgetArea area)
{
    m_sides.insert(area, action);
    connect(action, &QAction::toggled, this, [this, area](bool on) {
        if (!m_syncing)
            showSide(area, on);
    });
}

void DockLayout::showSide(Qt::DockWidgetArea area, bool on)
{
    QList<QDockWidget *> docks = docksIn(area);
    if (!on) {
        docks.removeIf([](const QDockWidget *dock) { return dock->isHidden(); });
        m_hidden.insert(area, docks);
    } else if (const QList<QDockWidget *> hidden = m_hidden.take(area); !hidden.isEmpty()) {
        docks = hidden;
    }
    const bool before = std::exchange(m_syncing, true);
    for (QDockWidget *dock : docks)
        dock->setVisible(on);
    m_syncing = before;
    syncSides();
}

void DockLayout::syncSides()
{
    if (m_syncing)
        return;
    m_syncing = true;
    for (auto side = m_sides.cbegin(); side != m_sides.cend(); ++side) {
        const QList<QDockWidget *> docks = docksIn(side.key());
        side.value()->setEnabled(!docks.isEmpty());
        side.value()->setChecked(
            std::any_of(docks.begin(), docks.end(), [](const QDockWidget *dock) { return !dock->isHidden(); }));
    }
    const QList<QDockWidget *> ofLanes = docksOfLanes();
    m_lanePanelsAction->setVisible(m_hasLanes);
    m_lanePanelsAction->setChecked(
        std::any_of(ofLanes.begin(), ofLanes.end(), [](const QDockWidget *dock) { return !dock->isHidden(); }));
    m_syncing = false;
}

void DockLayout::reset()
{
    setSheet(false);
    const QList<ViewKind> kinds = viewKinds();
    for (qsizetype i = 0; i < m_docks.size(); ++i) {
        m_docks[i]->setFloating(false);
        m_window->addDockWidget(kinds[i].area, m_docks[i]);
        m_docks[i]->setVisible(kinds[i].shownAtFirst);
    }
    m_hidden.clear();
    m_isNarrow = false;
    m_lanePanels.reset();
    tabLanes();
    m_ofLanes = docksOfLanes();
    showLanes();
    applySizes();
    adapt(m_window->width());
    syncSides();
}

QList<QDockWidget *> DockLayout::docksOfLanes() const
{
    const QList<ViewKind> kinds = viewKinds();
    QList<QDockWidget *> found;
    for (qsizetype i = 0; i < m_docks.size(); ++i)
        if (kinds[i].ofLanes)
            found << m_docks[i];
    return found;
}

void DockLayout::tabLanes()
{
    const QList<QDockWidget *> docks = docksOfLanes();
    for (qsizetype i = 1; i < docks.size(); ++i)
        m_window->tabifyDockWidget(docks[i - 1], docks[i]);
}

void DockLayout::rememberLanes()
{
    m_ofLanes.clear();
    for (QDockWidget *dock : docksOfLanes())
        if (!dock->isHidden())
            m_ofLanes << dock;
}

bool DockLayout::wantsLanePanels() const
{
    if (m_layout == AppSettings::Layout::Lecture) // planes and words alone
        return false;
    return m_lanePanels.value_or(m_window->height() >= kRoomyLines * m_window->fontMetrics().height());
}

void DockLayout::setLanePanels(bool on)
{
    if (!on)
        rememberLanes();
    else if (m_ofLanes.isEmpty())
        m_ofLanes = docksOfLanes();
    m_lanePanels = on;
    showLanes();
}

void DockLayout::showLanes()
{
    const bool shows = m_hasLanes && wantsLanePanels();
    for (QDockWidget *dock : docksOfLanes())
        dock->setVisible(shows && m_ofLanes.contains(dock));
    syncSides();
    if (shows && !m_ofLanes.isEmpty()) {
        m_window->resizeDocks({m_ofLanes.front()}, {m_window->fontMetrics().height() * kLanesLines}, Qt::Vertical);
        m_ofLanes.front()->raise();
    }
}

void DockLayout::onLanesChanged()
{
    const bool hasLanes = m_session->board()->size() > 1;
    if (hasLanes == m_hasLanes)
        return;
    setSheet(false);
    const QList<QDockWidget *> docks = docksOfLanes();
    // Where another layout went with the lanes, they were remembered as it went.
    if (std::any_of(docks.begin(), docks.end(), [](const QDockWidget *dock) { return !dock->isHidden(); }))
        rememberLanes();
    m_hasLanes = hasLanes;
    showLanes();
}

void DockLayout::setLayout(AppSettings::Layout layout)
{
    if (layout == m_layout)
        return;
    setSheet(false);
    if (m_hasLanes && m_layout != AppSettings::Layout::Lecture)
        rememberLanes();
    m_layout = layout;
    if (layout == AppSettings::Layout::Standard) {
        m_window->restoreState(std::exchange(m_standard, {}), kVersion);
        showLanes();
        adapt(m_window->width());
        syncSides();
        return;
    }
    if (m_standard.isEmpty())
        m_standard = m_window->saveState(kVersion);
    const QStringList shown = panelsOf(layout);
    for (QDockWidget *dock : m_docks)
        if (!dock->isFloating())
            dock->setVisible(shown.contains(dock->objectName()));
    if (layout == AppSettings::Layout::Research)
        tabBottom();
    showLanes();
    adapt(m_window->width());
    syncSides();
}

QStringList DockLayout::panelsOf(AppSettings::Layout layout) const
{
    const QString form = QStringLiteral("sourceDock"), card = QStringLiteral("cardDock");
    if (layout == AppSettings::Layout::Student)
        return {form, card};
    if (layout != AppSettings::Layout::Research)
        return {};
    QStringList all{form, QStringLiteral("runsDock"), card};
    // Under the planes only where those keep their room.
    if (m_window->height() >= kResearchLines * m_window->fontMetrics().height())
        all << QStringLiteral("insideDock") << QStringLiteral("jumpDock") << QStringLiteral("logDock");
    return all;
}

/// What lies under the planes is tabs of one place.
void DockLayout::tabBottom()
{
    QDockWidget *inside = dock(QStringLiteral("insideDock"));
    for (const char *id : {"jumpDock", "logDock"})
        if (QDockWidget *other = dock(QLatin1String(id)); !other->isFloating() && !inside->isFloating())
            m_window->tabifyDockWidget(inside, other);
    m_window->resizeDocks({inside}, {m_window->fontMetrics().height() * kLanesLines}, Qt::Vertical);
    inside->raise();
}

void DockLayout::setSheet(bool on)
{
    if (on == !m_beforeSheet.isEmpty())
        return;
    if (on) {
        m_beforeSheet = m_window->saveState(kVersion);
        for (QDockWidget *dock : m_docks)
            if (!dock->isFloating())
                dock->hide();
    } else {
        m_window->restoreState(std::exchange(m_beforeSheet, {}), kVersion);
        adapt(m_window->width());
    }
    syncSides();
}

void DockLayout::adapt(int windowWidth)
{
    QDockWidget *card = dock(QStringLiteral("cardDock")), *form = dock(QStringLiteral("sourceDock"));
    const bool narrow = windowWidth < lettersWidth(m_window->fontMetrics(), kNarrow);
    if (narrow == m_isNarrow || card->isFloating() || card->isHidden())
        return;
    m_isNarrow = narrow;
    if (narrow && m_window->dockWidgetArea(card) == Qt::RightDockWidgetArea) {
        m_window->tabifyDockWidget(form, card);
        form->raise();
        applySizes();
    } else if (!narrow && m_window->dockWidgetArea(card) == Qt::LeftDockWidgetArea) {
        m_window->addDockWidget(Qt::RightDockWidgetArea, card);
        applySizes();
    }
}

void DockLayout::applySizes()
{
    constexpr int kFormLetters = 46, kNarrowFormLetters = 42, kCardLetters = 42;
    QDockWidget *card = dock(QStringLiteral("cardDock")), *form = dock(QStringLiteral("sourceDock")),
                *runs = dock(QStringLiteral("runsDock"));
    const QFontMetrics fm = m_window->fontMetrics();
    if (m_isNarrow)
        m_window->resizeDocks({form}, {lettersWidth(fm, kNarrowFormLetters)}, Qt::Horizontal);
    else
        m_window->resizeDocks({form, card}, {lettersWidth(fm, kFormLetters), lettersWidth(fm, kCardLetters)},
                              Qt::Horizontal);
    m_window->resizeDocks({form, runs}, {lettersWidth(fm, 94), lettersWidth(fm, 15)}, Qt::Vertical);
}

void DockLayout::restore()
{
    const QByteArray state = m_session->settings()->windowState();
    if (state.isEmpty() || !m_window->restoreState(state, kVersion))
        reset();
    showLanes(); // it may have been closed with several of them
    syncSides();
}

void DockLayout::store() const
{
    const QByteArray shown = m_beforeSheet.isEmpty() ? m_window->saveState(kVersion) : m_beforeSheet;
    m_session->settings()->windowState.set(m_standard.isEmpty() ? shown : m_standard);
    m_session->settings()->layout.set(m_layout);
}

} // namespace ard::ui

#include "moc_DockLayout.cpp"
