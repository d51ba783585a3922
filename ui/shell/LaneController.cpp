// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/LaneController.h"
#include "models/RunNames.h"
#include "session/LaneSets.h"
#include "session/PlainText.h"
#include "shell/Actions.h"
#include "views/lane/LaneDialog.h"
#include <QMenu>
#include <QToolButton>
#include <algorithm>
#include <utility>

namespace ard::ui {

namespace {
constexpr double kSlow = 2; ///< model calls a second
} // namespace

LaneController::LaneController(Session *session, Actions *actions, QWidget *window)
    : QObject(window), m_session(session), m_actions(actions), m_window(window), m_addMenu(new QMenu(window))
{
    m_addMenu->setObjectName(QStringLiteral("lanes.addMenu"));
    connect(m_addMenu, &QMenu::aboutToShow, this, &LaneController::fillMenu);
    actions->addLane->setMenu(m_addMenu); // it opens in the menu bar and under the button
    connectActions();
    const Board *board = session->board();
    connect(board, &Board::added, this, &LaneController::update);
    connect(board, &Board::removed, this, &LaneController::update);
    connect(board, &Board::swapped, this, &LaneController::update);
    connect(session->cursor(), &Cursor::laneChanged, this, &LaneController::update);
    connect(actions->fullScreen, &QAction::toggled, this, &LaneController::update);
    connect(session->runs(), &RunStore::opened, this, [this](Run *, const QString &path) { onOpened(path); });
    connect(session->runs(), &RunStore::openFailed, this, [this] { m_opening.clear(); });
    update();
}

void LaneController::connectActions()
{
    connect(m_actions->compare, &QAction::triggered, this, &LaneController::setComparing);
    connect(m_actions->addLane, &QAction::triggered, this, &LaneController::askWhatToAdd);
    connect(m_actions->changeLane, &QAction::triggered, this, [this] { change(m_session->cursor()->lane()); });
    connect(m_actions->closeLane, &QAction::triggered, this, &LaneController::close);
    connect(m_actions->nextLane, &QAction::triggered, this, [this] { goTo(1); });
    connect(m_actions->previousLane, &QAction::triggered, this, [this] { goTo(-1); });
    connect(m_actions->laneLeft, &QAction::triggered, this, [this] { move(-1); });
    connect(m_actions->laneRight, &QAction::triggered, this, [this] { move(1); });
}

void LaneController::setComparing(bool on)
{
    if (on)
        compare(figureLanes(m_session->form()->values().schedule), m_session->canRun());
    else
        m_session->compareNoMore();
    update();
}

void LaneController::compare(const std::vector<LaneChanges> &lanes, bool run)
{
    m_session->compare(lanes);
    if (run)
        m_session->startLanes();
}

void LaneController::add(const LaneChanges &changes)
{
    Lane *lane = m_session->board()->add();
    if (!lane)
        return;
    lane->setChanges(changes);
    const QList<Lane *> &lanes = m_session->board()->lanes();
    const bool othersRan = std::any_of(lanes.begin(), lanes.end(), [](const Lane *one) { return one->run(); });
    m_session->cursor()->setLane(m_session->board()->indexOf(lane));
    if (othersRan && m_session->canRun())
        m_session->startRun();
}

void LaneController::openComparison(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_session->compare(std::vector<LaneChanges>(static_cast<std::size_t>(paths.size())));
    m_opening = paths;
    m_opened = 0;
    openNext();
}

/// One after the other: a run that is opened comes into the cursor's lane.
void LaneController::openNext()
{
    m_session->cursor()->setLane(m_opened);
    m_session->openRun(m_opening.at(m_opened));
}

void LaneController::onOpened(const QString &path)
{
    if (m_opening.value(m_opened) != path)
        return;
    if (++m_opened < m_opening.size()) {
        openNext();
        return;
    }
    m_opening.clear();
    Playback *playback = m_session->playback();
    const double speed = m_session->settings()->playbackSpeed();
    playback->setSpeed(std::min(speed, kSlow));
    m_session->settings()->playbackSpeed.set(speed); // slow now, not ever after
    playback->first();
    if (m_session->settings()->motion() != AppSettings::Motion::Reduced)
        playback->play();
}

void LaneController::fillMenu()
{
    QMenu *menu = m_addMenu;
    menu->clear();
    const GenerationRequest &now = m_session->form()->values();
    for (const TimestepScheduleKind &kind : timestepScheduleKinds()) {
        LaneChanges changes;
        changes.schedule = now.schedule;
        changes.schedule->kind = kind.name;
        const bool isThere =
            m_session->form()->whyNotOffered(kind).isEmpty() && (!kind.needsTable || now.schedule.table);
        QAction *entry = menu->addAction(withoutMnemonics(scheduleTitle(*changes.schedule)), this,
                                         [this, changes] { add(changes); });
        entry->setEnabled(isThere);
    }
    menu->addSeparator();
    LaneChanges fewer, other, plain, free;
    fewer.samplingSteps = std::max(1, now.samplingSteps / 4);
    other.seed = now.seed + 1;
    plain.eta = now.eta > 0 ? 0 : 1;
    free.clamp = now.clamp == ClampMode::None ? ClampMode::Nearest : ClampMode::None;
    menu->addAction(tr("With M %1").arg(*fewer.samplingSteps), this, [this, fewer] { add(fewer); });
    menu->addAction(tr("With seed %1").arg(*other.seed), this, [this, other] { add(other); });
    menu->addAction(tr("With eta %1").arg(*plain.eta), this, [this, plain] { add(plain); });
    menu->addAction(tr("With %1").arg(clampTitle(*free.clamp)), this, [this, free] { add(free); });
    menu->addSeparator();
    addModels();
    menu->addSeparator();
    menu->addAction(tr("With settings of its own..."), this, [this] {
        add({});
        change(m_session->cursor()->lane());
    });
}

/// Under the button where it is seen, else where the lanes begin.
void LaneController::askWhatToAdd()
{
    QPoint place = m_window->mapToGlobal(m_window->rect().center() / 2);
    for (const QToolButton *button : m_window->findChildren<QToolButton *>())
        if (button->defaultAction() == m_actions->addLane && button->isVisible())
            place = button->mapToGlobal(button->rect().bottomLeft());
    m_addMenu->popup(place);
    m_addMenu->setActiveAction(m_addMenu->actions().value(0)); // has the keyboard
}

/// The other models that the window knows.
void LaneController::addModels()
{
    for (const protocol::ModelSummary &model : m_session->models()->models()) {
        if (model.folder == m_session->form()->model().folder)
            continue;
        LaneChanges other;
        other.model = model;
        const QString name =
            m_session->models()->texts(model).text(QStringLiteral("name"), QString::fromStdString(model.name));
        m_addMenu->addAction(tr("With the model %1").arg(withoutMnemonics(name)), this, [this, other] { add(other); });
    }
}

void LaneController::change(Lane *lane)
{
    auto *dialog = new LaneDialog(m_session, lane, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(lane, &QObject::destroyed, dialog, &QDialog::reject);
    // What is on screen would not be what the lane says: its next run shows the changes.
    connect(lane, &Lane::changesChanged, dialog, [lane] { lane->film()->setRun(nullptr); });
    dialog->open();
}

/// Around the ends.
void LaneController::goTo(int by)
{
    const int size = m_session->board()->size();
    m_session->cursor()->setLane((m_session->cursor()->laneIndex() + by + size) % size);
}

void LaneController::move(int by)
{
    const int now = m_session->cursor()->laneIndex();
    m_session->board()->swap(now, now + by);
}

void LaneController::swapInPlace()
{
    Board *board = m_session->board();
    Lane *mine = m_session->cursor()->lane();
    if (board->size() < 2)
        return;
    if (m_swapped != mine || board->indexOf(m_with) < 0) {
        const int now = board->indexOf(mine);
        m_swapped = mine;
        m_with = board->at(now + 1 < board->size() ? now + 1 : now - 1);
    }
    board->swap(board->indexOf(m_swapped), board->indexOf(m_with));
}

void LaneController::close()
{
    m_session->board()->remove(m_session->cursor()->laneIndex());
}

void LaneController::update()
{
    const int size = m_session->board()->size(), now = m_session->cursor()->laneIndex();
    const bool several = size > 1;
    m_actions->compare->setChecked(several);
    m_actions->addLane->setEnabled(size < Board::kMaxLanes);
    for (QAction *action : {m_actions->changeLane, m_actions->nextLane, m_actions->previousLane})
        action->setEnabled(several);
    m_actions->closeLane->setEnabled(several);
    const bool isShow = m_actions->lecture->isChecked() || m_actions->fullScreen->isChecked();
    m_actions->blink->setEnabled(several || isShow); // there it makes the screen black
    m_actions->laneLeft->setEnabled(now > 0);
    m_actions->laneRight->setEnabled(now + 1 < size);
    if (std::exchange(m_isComparing, several) != several)
        Q_EMIT comparingChanged(several);
}

} // namespace ard::ui

#include "moc_LaneController.cpp"
