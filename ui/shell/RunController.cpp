// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/RunController.h"
#include "models/RunNames.h"
#include "session/FollowLane.h"
#include "shell/Actions.h"
#include "shell/FileQuestions.h"
#include "shell/UnsavedRuns.h"
#include <QDir>
#include <QFileInfo>
#include <QWidget>
#include <utility>

namespace ard::ui {

namespace {
QString runFilter()
{
    return RunController::tr("Recorded runs (*.ardrun)");
}
} // namespace

RunController::RunController(Session *session, Actions *actions, QWidget *window)
    : QObject(window), m_session(session), m_actions(actions), m_window(window),
      m_unsaved(new UnsavedRuns(session, window)), m_lastFolder(QDir::currentPath())
{
    connectRun();
    connectPlayback();
    connect(actions->newRun, &QAction::triggered, session, [session] { session->show(nullptr); });
    connect(actions->openModel, &QAction::triggered, this, [this] {
        // What an engine elsewhere can read is not on this machine: its folder is typed.
        const QString folder = m_session->isEngineElsewhere()
            ? fileQuestions().remoteFolder(m_window, tr("Open a model folder"))
            : fileQuestions().folder(m_window, tr("Open a model folder"));
        if (!folder.isEmpty())
            m_session->chooseModel(folder);
    });
    connect(actions->open, &QAction::triggered, this, &RunController::open);
    connect(actions->save, &QAction::triggered, this, [this] { save(false); });
    connect(actions->saveAs, &QAction::triggered, this, [this] { save(true); });
    connect(actions->takeSettings, &QAction::triggered, m_session,
            [this] { m_session->takeSettings(m_session->cursor()->run()); });
    connect(actions->removeRun, &QAction::triggered, m_unsaved,
            [this] { m_unsaved->removeRun(m_session->cursor()->run()); });
    connect(actions->reopenRun, &QAction::triggered, session, [session] { session->show(session->runs()->restore()); });
    for (const auto change : {&RunStore::removed, &RunStore::added})
        connect(session->runs(), change, this, &RunController::updateEnabled);
    connect(actions->saveAll, &QAction::triggered, m_unsaved, &UnsavedRuns::saveAll);
    connect(session->runs(), &RunStore::opened, this, [this](Run *, const QString &path) {
        if (std::exchange(m_example, {}) != path)
            return;
        m_session->playback()->first();
        if (m_session->settings()->motion() != AppSettings::Motion::Reduced)
            m_session->playback()->play();
    });
    updateEnabled();
    offerExample();
}

void RunController::connectRun()
{
    connect(m_actions->run, &QAction::triggered, this, &RunController::run);
    connect(m_actions->runNewSeed, &QAction::triggered, this, [this] {
        m_session->form()->newSeed();
        run();
    });
    connect(m_actions->stop, &QAction::triggered, m_session, &Session::stopRun);
    connect(m_actions->restartEngine, &QAction::triggered, m_session, &Session::restartEngine);
    connect(m_session, &Session::canRunChanged, this, &RunController::updateEnabled);
    connect(m_session->cursor(), &Cursor::runChanged, this, &RunController::updateEnabled);
    connect(m_session->runs(), &RunStore::changed, this, &RunController::updateEnabled);
    connect(m_session->form(), &GenerationForm::modelChanged, this, &RunController::offerExample);
}

void RunController::run()
{
    if (m_session->board()->size() > 1)
        m_session->startLanes();
    else
        m_session->startRun();
}

void RunController::connectPlayback()
{
    Playback *playback = m_session->playback();
    connect(m_actions->play, &QAction::triggered, playback, &Playback::togglePlay);
    connect(m_actions->forward, &QAction::triggered, playback, [playback] { playback->stepForward(); });
    connect(m_actions->back, &QAction::triggered, playback, [playback] { playback->stepBack(); });
    connect(m_actions->tenForward, &QAction::triggered, playback, [playback] { playback->stepForward(10); });
    connect(m_actions->tenBack, &QAction::triggered, playback, [playback] { playback->stepBack(10); });
    connect(m_actions->first, &QAction::triggered, playback, &Playback::first);
    connect(m_actions->last, &QAction::triggered, playback, &Playback::last);
    connect(m_actions->showFuture, &QAction::toggled, m_session->cursor(), &Cursor::setShowsFuture);
    connect(m_session->cursor(), &Cursor::sightChanged, m_actions->showFuture,
            [this] { m_actions->showFuture->setChecked(m_session->cursor()->showsFuture()); });
    connect(m_actions->faster, &QAction::triggered, playback, &Playback::faster);
    connect(m_actions->slower, &QAction::triggered, playback, &Playback::slower);
    connect(m_actions->normalSpeed, &QAction::triggered, playback,
            [playback] { playback->setSpeed(Playback::kNormalSpeed); });
    m_actions->loop->setChecked(playback->isLooping());
    connect(m_actions->loop, &QAction::toggled, playback, &Playback::setLooping);
    connect(playback, &Playback::loopingChanged, m_actions->loop, &QAction::setChecked);
    followLane(m_session->cursor(), this, [this](Lane *lane) {
        connect(lane->film(), &Film::grew, this, &RunController::updateEnabled);
        connect(lane->film(), &Film::runChanged, this, &RunController::updateEnabled);
    });
    AppSettings *settings = m_session->settings();
    m_actions->asFastAsEngine->setChecked(settings->asFastAsEngine());
    playback->setPaced(!settings->asFastAsEngine());
    connect(m_actions->asFastAsEngine, &QAction::toggled, playback, [playback, settings](bool on) {
        settings->asFastAsEngine.set(on);
        playback->setPaced(!on);
        if (on && playback->isPlaying() && playback->isLive())
            playback->last();
    });
}

void RunController::updateEnabled()
{
    const bool running = m_session->isRunning();
    const bool canRun = m_session->canRun();
    m_actions->run->setEnabled(canRun);
    m_actions->runNewSeed->setEnabled(canRun);
    m_actions->stop->setEnabled(running);
    const bool hasSteps = m_session->playback()->stepCount() > 0;
    for (QAction *action :
         {m_actions->play, m_actions->forward, m_actions->back, m_actions->tenForward, m_actions->tenBack,
          m_actions->first, m_actions->last, m_actions->nextEvent, m_actions->previousEvent})
        action->setEnabled(hasSteps);
    const Run *run = m_session->cursor()->run();
    m_actions->renameRun->setEnabled(run != nullptr);
    m_actions->takeSettings->setEnabled(run != nullptr);
    m_actions->removeRun->setEnabled(run && !run->isLive());
    m_actions->reopenRun->setEnabled(m_session->runs()->canRestore());
    const bool canSave = run && run->frameCount() > 0 && !run->isLive();
    m_actions->newRun->setEnabled(run != nullptr);
    m_actions->save->setEnabled(canSave && !run->isSaved());
    m_actions->saveAs->setEnabled(canSave);
    m_actions->saveAll->setEnabled(!m_session->runs()->unsaved().isEmpty());
}

void RunController::offerExample()
{
    // A first example in the field: one key is enough to see something. What the user typed is never replaced.
    const auto &examples = m_session->form()->model().examples;
    const QString present = m_session->form()->source();
    if (examples.empty() || (!present.isEmpty() && present != m_offered))
        return;
    m_offered = QString::fromStdString(examples.front());
    m_session->form()->setSource(m_offered);
}

void RunController::open()
{
    openPath(fileQuestions().openName(m_window, tr("Open a recorded run or a board"),
                                      tr("Runs and boards (*.ardrun *.ardboard)")));
}

void RunController::openPath(const QString &path)
{
    if (!path.isEmpty())
        m_session->openRun(path);
}

void RunController::openExample(const QString &path)
{
    m_example = path;
    openPath(path);
}

void RunController::save(bool underAnotherName)
{
    saveRun(m_session->cursor()->run(), underAnotherName);
}

void RunController::saveRun(Run *run, bool underAnotherName)
{
    if (!run || run->frameCount() == 0)
        return;
    QString path = run->filePath();
    if (path.isEmpty() || underAnotherName) {
        const QString proposal = path.isEmpty() ? freePath(m_lastFolder, proposedFileName(*run), {}) : path;
        path = askWhereToSave(m_window, {tr("Save the run"), proposal, runFilter(), QStringLiteral(".ardrun")});
    }
    if (path.isEmpty())
        return;
    m_lastFolder = QFileInfo(path).absolutePath();
    m_session->saveRun(run, path);
}

} // namespace ard::ui

#include "moc_RunController.cpp"
