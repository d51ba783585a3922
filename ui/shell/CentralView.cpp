// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/CentralView.h"
#include "plot/ColorBar.h"
#include "plot/ElidedLabel.h"
#include "session/PlainText.h"
#include "shell/Actions.h"
#include "views/common/Quantities.h"
#include "views/engine/Banner.h"
#include "views/find/FindBar.h"
#include "views/grid/TokenGridView.h"
#include "views/lane/BoardView.h"
#include "views/lane/LaneView.h"
#include "views/plane/PlanePanel.h"
#include "views/sheet/SheetView.h"
#include "views/strip/TextStripView.h"
#include "views/transport/TransportBar.h"
#include "views/welcome/WelcomeView.h"
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>

namespace ard::ui {

namespace {
QWidget *hairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::NoFrame);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

/// What is chosen is bold, for which the button's own hint leaves no room.
int widthWhenChosen(const QToolButton &button)
{
    QFont bold = button.font();
    bold.setBold(true);
    const QString text = button.text();
    return button.sizeHint().width() + QFontMetrics(bold).horizontalAdvance(text) -
        QFontMetrics(button.font()).horizontalAdvance(text);
}
} // namespace

CentralView::CentralView(Session *session, Actions *actions, QWidget *parent)
    : QWidget(parent), m_session(session), m_actions(actions), m_banner(new Banner(session, this)),
      m_split(new QSplitter(Qt::Horizontal, this)), m_board(new BoardView(session)), m_grid(new TokenGridView(session)),
      m_tableBar(new ColorBar)
{
    const TransportBar::Buttons buttons{actions->first,   actions->back, actions->play,
                                        actions->forward, actions->last, actions->loop};
    m_findBar = new FindBar(session, this);
    m_transport = new TransportBar(session, buttons, this);
    m_table = buildTable();
    m_grid->setObjectName(QStringLiteral("view.table"));
    m_split->addWidget(m_board);
    m_split->addWidget(m_table);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    m_welcome = new WelcomeView(session, this);
    m_sheet = new SheetView(session, actions->action(QStringLiteral("sheet.open")),
                            actions->action(QStringLiteral("sheet.keep")), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_welcome, 1);
    layout->addWidget(m_sheet, 1);
    layout->addWidget(m_stripLine = hairline(this));
    layout->addWidget(m_switches = buildSwitches());
    layout->addWidget(m_switchesLine = hairline(this));
    layout->addWidget(m_split, 1);
    layout->addWidget(m_findBar);
    layout->addWidget(hairline(this));
    layout->addWidget(m_transport);
    m_leaveLecture = new QToolButton(m_transport); // the menus are hidden then
    m_leaveLecture->setDefaultAction(actions->lecture);
    m_leaveLecture->setAccessibleName(tr("Leave the lecture"));
    m_leaveLecture->setFocusPolicy(Qt::TabFocus);
    m_transport->layout()->addWidget(m_leaveLecture);

    connect(actions->showPlane, &QAction::triggered, this, [this] { setShown(Shown::Plane); });
    connect(actions->showTable, &QAction::triggered, this, [this] { setShown(Shown::Table); });
    connect(actions->showBoth, &QAction::triggered, this, [this] { setShown(Shown::Both); });
    connect(actions->tailZoom, &QAction::toggled, m_board, &BoardView::setTailZoom);
    connect(m_board, &BoardView::arranged, this, &CentralView::placeStrip);
    placeStrip();
    connect(actions->follow, &QAction::toggled, m_grid, &TokenGridView::setFollowing);
    connect(m_grid, &TokenGridView::followingChanged, actions->follow, &QAction::setChecked);
    connectColours();
    setShown(Shown::Plane);
    applySizes();
}

QWidget *CentralView::buildSwitches()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(4);
    row->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // fitSwitches() makes it fit
    const auto button = [&](QAction *action) {
        auto *made = new QToolButton(row);
        made->setDefaultAction(action);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setFocusPolicy(Qt::TabFocus);
        made->setAutoExclusive(action->actionGroup() != nullptr); // told as a choice among several
        made->setAccessibleName(controlName(action->text()));
        made->setProperty("segment", true);
        layout->addWidget(made);
        if (action->menu<QMenu *>())
            made->setPopupMode(QToolButton::InstantPopup);
        if (action == m_actions->addLane)
            m_laneSwitches << made; // where there is one lane, Compare is the way to more, and the menu
        else
            connect(action, &QAction::changed, made, [made, action] { made->setVisible(action->isVisible()); });
    };
    for (QAction *action : {m_actions->showPlane, m_actions->showTable, m_actions->showBoth})
        button(action);
    layout->addSpacing(8);
    button(m_actions->compare);
    button(m_actions->addLane);
    button(m_actions->lanePanels);
    layout->addStretch(1);
    addLaneSwitches(row);
    auto *colour = new QComboBox(row);
    colour->setAccessibleName(tr("Colour of the cells"));
    colour->setToolTip(tr("What the colour of a cell means (Alt+1, Alt+2, Alt+3)"));
    colour->addItems({tr("Colour: noise level"), tr("Colour: probability"), tr("Colour: entropy")});
    connect(colour, &QComboBox::activated, this, [this](int i) { m_actions->colourGroup->actions().at(i)->trigger(); });
    const auto show = [colour](AppSettings::ColourQuantity quantity) {
        colour->setCurrentIndex(static_cast<int>(quantity));
    };
    show(m_session->settings()->colourQuantity());
    m_session->settings()->colourQuantity.onChange(colour, show);
    layout->addWidget(colour);
    button(m_actions->tailZoom);
    button(m_actions->follow);
    return row;
}

TextStripView *CentralView::strip() const
{
    return m_board->current()->strip();
}

PlanePanel *CentralView::plane() const
{
    return m_board->current()->plane();
}

void CentralView::setLecture(bool on)
{
    m_lecture = on;
    m_board->setLecture(on);
    showParts();
}

void CentralView::setWelcome(bool on)
{
    m_welcoming = on;
    showParts();
}

void CentralView::setSheet(bool on)
{
    m_hasSheet = on;
    showParts();
}

void CentralView::placeStrip()
{
    TextStripView *words = m_board->lanes().front()->strip();
    if (m_board->lanes().front()->isAlone()) {
        auto *box = static_cast<QVBoxLayout *>(layout());
        box->insertWidget(box->indexOf(m_stripLine), words);
    }
    showParts();
    fitSwitches();
}

void CentralView::showParts()
{
    const bool alone = m_board->lanes().front()->isAlone();
    const bool hasLanes = !m_welcoming && !m_hasSheet;
    m_sheet->setVisible(m_hasSheet);
    m_welcome->setVisible(m_welcoming && !m_hasSheet);
    m_board->lanes().front()->strip()->setVisible(hasLanes); // also in the first of several lanes
    m_stripLine->setVisible(alone && hasLanes);
    m_switches->setVisible(!m_lecture && hasLanes);
    m_switchesLine->setVisible(!m_lecture && hasLanes);
    m_split->setVisible(hasLanes);
    m_transport->setVisible(hasLanes);
    m_leaveLecture->setVisible(m_lecture);
    for (QWidget *part : m_laneSwitches)
        part->setVisible(!alone);
    fitSwitches();
}

/// The shared axis, and what changes the lanes.
void CentralView::addLaneSwitches(QWidget *row)
{
    auto *axis = new QComboBox(row);
    axis->setObjectName(QStringLiteral("lanes.axis"));
    axis->setAccessibleName(tr("What the lanes share"));
    axis->setToolTip(tr("How the moments of the other lanes follow"));
    axis->addItems({tr("In step: model calls"), tr("In step: share of the way"), tr("In step: mean noise level"),
                    tr("Not in step")});
    Cursor *cursor = m_session->cursor();
    const auto show = [axis, cursor] { axis->setCurrentIndex(static_cast<int>(cursor->link())); };
    connect(cursor, &Cursor::linkChanged, axis, show);
    connect(axis, &QComboBox::activated, cursor, [cursor](int i) { cursor->setLink(static_cast<Cursor::Link>(i)); });
    show();
    row->layout()->addWidget(axis);
    m_laneSwitches << axis;
}

QWidget *CentralView::buildTable()
{
    auto *panel = new QWidget;
    panel->setAutoFillBackground(true);
    panel->setBackgroundRole(QPalette::Base);
    auto *title = new ElidedLabel(panel);
    title->setEmphasis(1.35, true);
    title->setFullText(tr("Words after every model call"));
    auto *note = new ElidedLabel(panel);
    note->setTone(ElidedLabel::Tone::Muted);
    note->setFullText(
        tr("bold: settled · dotted line: may still change · framed: changed in this call · thick line: timestep 0"));
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(title);
    titles->addWidget(note);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(14, 10, 14, 6);
    header->addLayout(titles, 1);
    header->addWidget(m_tableBar);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_grid, 1);
    return panel;
}

void CentralView::connectColours()
{
    AppSettings *settings = m_session->settings();
    const std::pair<QAction *, AppSettings::ColourQuantity> choices[] = {
        {m_actions->colourNoise, AppSettings::ColourQuantity::NoiseLevel},
        {m_actions->colourProbability, AppSettings::ColourQuantity::Probability},
        {m_actions->colourEntropy, AppSettings::ColourQuantity::Entropy},
    };
    for (const auto &[action, quantity] : choices)
        connect(action, &QAction::triggered, settings,
                [settings, quantity = quantity] { settings->colourQuantity.set(quantity); });
    settings->colourQuantity.onChange(this, [this](AppSettings::ColourQuantity quantity) { setQuantity(quantity); });
    const auto refreshBar = [this] { m_tableBar->setScale(m_grid->scale()); };
    connect(m_grid->steps(), &QAbstractItemModel::rowsInserted, this, refreshBar);
    connect(m_grid->steps(), &QAbstractItemModel::modelReset, this, refreshBar, Qt::QueuedConnection);
    setQuantity(settings->colourQuantity());
}

void CentralView::setQuantity(AppSettings::ColourQuantity quantity)
{
    m_actions->colourGroup->actions().at(static_cast<int>(quantity))->setChecked(true);
    m_board->setQuantity(quantityOf(quantity));
    m_grid->setQuantity(quantityOf(quantity));
    m_tableBar->setScale(m_grid->scale());
}

void CentralView::setShown(Shown shown)
{
    m_board->setVisible(shown != Shown::Table);
    m_table->setVisible(shown != Shown::Plane);
    m_actions->follow->setVisible(shown != Shown::Plane);
    m_actions->tailZoom->setVisible(shown != Shown::Table);
    QAction *chosen = shown == Shown::Plane ? m_actions->showPlane
        : shown == Shown::Table             ? m_actions->showTable
                                            : m_actions->showBoth;
    chosen->setChecked(true);
    if (shown == Shown::Both)
        m_split->setSizes({width() / 2, width() / 2});
    m_grid->horizontalScrollBar()->setValue(0); // it was moved while the table had no room
    m_grid->scrollTo(m_grid->currentIndex());
}

void CentralView::applySizes()
{
    for (QToolButton *button : findChildren<QToolButton *>())
        if (button->property("segment").toBool())
            button->setIconSize(QSize(1, 1) * fontMetrics().height());
    m_switches->setMinimumHeight(m_switches->sizeHint().height());
    fitSwitches();
}

void CentralView::fitSwitches()
{
    const auto setStyle = [this](Qt::ToolButtonStyle style) {
        for (QToolButton *button : m_switches->findChildren<QToolButton *>()) {
            button->setToolButtonStyle(style);
            button->setMinimumWidth(style == Qt::ToolButtonIconOnly ? 0 : widthWhenChosen(*button));
        }
        m_switches->layout()->invalidate();
    };
    setStyle(Qt::ToolButtonTextBesideIcon);
    if (m_switches->layout()->sizeHint().width() > width())
        setStyle(Qt::ToolButtonIconOnly);
}

void CentralView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSwitches();
}

void CentralView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applySizes();
}

} // namespace ard::ui

#include "moc_CentralView.cpp"
