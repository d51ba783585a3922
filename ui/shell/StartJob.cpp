// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/StartJob.h"
#include "session/BoardFiles.h"
#include "session/CoreSentences.h"
#include "session/LaneSets.h"
#include "shell/CentralView.h"
#include "shell/LaneController.h"
#include "shell/MainWindow.h"
#include "shell/PictureExport.h"
#include "shell/Pictures.h"
#include "views/lane/BoardView.h"

namespace ard::ui {

namespace {
constexpr int kSettleMilliseconds = 250; ///< for pending repaints before a picture is taken
} // namespace

StartJob::StartJob(Session *session, MainWindow *window, const StartOptions &options)
    : m_session(session), m_window(window), m_options(options)
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(options.timeoutSeconds * 1000);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        end(tr("Nothing came of it within %1 seconds: %2")
                .arg(m_options.timeoutSeconds)
                .arg(m_session->engine()->statusText()));
    });
}

void StartJob::begin()
{
    m_wantsRun = m_options.run;
    // Queued: the form takes the numbers of a remote model just after the engine says that it is ready.
    connect(m_session->engine(), &EngineClient::statusChanged, this, &StartJob::check, Qt::QueuedConnection);
    connect(m_session, &Session::message, this, &StartJob::onMessage); // a model or a file that is not there
    connect(m_session->runs(), &RunStore::opened, this, [this] {
        if (!m_wantsRun)
            finish();
    });
    connect(m_session->boards(), &BoardFiles::opened, this, [this] {
        if (!m_wantsRun)
            finish();
    });
    connect(m_session, &Session::runEnded, this, &StartJob::onRunEnded);
    if (waitsForAnything())
        m_timeout.start();
    m_session->start(m_options.model);
    if (!m_options.source.isEmpty())
        m_session->form()->setSource(m_options.source);
    arrange();
    if (asksForNothing())
        m_window->showWelcome();
    if (!m_options.openFile.isEmpty())
        m_session->openRun(m_options.openFile);
    else if (!m_options.model.isEmpty() && m_session->form()->model().folder.empty())
        m_wantsModel = true; // of another machine: its engine will say whether there is such a model
    else if (!m_wantsRun)
        finish();
    check();
}

bool StartJob::asksForNothing() const
{
    return m_options.openFile.isEmpty() && m_options.source.isEmpty() && m_options.compare.isEmpty() &&
        !m_options.layout && !m_options.run && !waitsForAnything() && m_session->board()->size() == 1;
}

void StartJob::arrange()
{
    if (!m_options.compare.isEmpty()) {
        const auto lanes = lanesOf(m_options.compare, m_session->form()->values().schedule);
        if (lanes)
            m_window->lanes()->compare(*lanes, false);
        else
            end(coreSentence(lanes.error()));
    }
    if (m_options.layout)
        m_window->setLayout(*m_options.layout);
}

void StartJob::onMessage(const QString &sentence, Notices::Topic topic)
{
    // A recorded run is shown without a model.
    if (topic != Notices::Topic::Model || m_options.openFile.isEmpty() || m_options.run)
        end(sentence);
}

void StartJob::onRunEnded(const Run *run)
{
    if (run->state() != Run::State::Complete)
        end(run->stateText());
    else if (--m_live <= 0)
        finish();
}

void StartJob::check()
{
    if (m_over)
        return;
    const bool wantsEngine = m_wantsRun || m_wantsModel;
    if (wantsEngine && m_session->engine()->state() == EngineClient::State::Failed) {
        end(m_session->engine()->status().reason);
        return;
    }
    if (m_wantsModel && m_session->engine()->hasModel()) {
        m_wantsModel = false;
        if (!m_wantsRun)
            finish();
    }
    if (m_wantsRun && m_session->engine()->state() == EngineClient::State::Ready)
        runWhenPossible();
}

void StartJob::runWhenPossible()
{
    if (!m_session->engine()->hasModel()) {
        if (m_session->form()->model().folder.empty() && !m_session->isAskingForModels())
            end(tr("There is no model to run: give its folder with --model"));
        return; // it is being loaded
    }
    m_wantsRun = false;
    const QString problem = m_session->whyNotRun();
    if (!problem.isEmpty()) {
        end(problem);
        return;
    }
    m_live = static_cast<int>(m_session->startLanes().size());
    m_window->focusFilm(); // as with Run
    if (m_live < m_session->board()->size())
        end(m_session->notices()->newest());
}

void StartJob::finish()
{
    QTimer::singleShot(kSettleMilliseconds, this, [this] {
        if (!m_over)
            end(writeFiles());
    });
}

/// On the window's thread: whoever asks for files on the command line waits for them.
QString StartJob::writeFiles()
{
    if (m_options.screenshot.isEmpty() && m_options.exports.isEmpty())
        return {};
    if (m_options.run || !m_options.exports.isEmpty())
        m_session->playback()->last(); // the film would be at its beginning
    m_window->central()->board()->flush();
    if (!m_options.screenshot.isEmpty())
        if (const Status saved = savePicture(pictureOf(m_window), m_options.screenshot); !saved)
            return coreSentence(saved.error());
    for (const QString &path : m_options.exports) {
        const auto write = m_window->exports()->writer(path);
        if (!write)
            return coreSentence(write.error());
        if (const Status saved = (*write)(); !saved)
            return coreSentence(saved.error());
    }
    return {};
}

void StartJob::end(const QString &sentence)
{
    if (m_over)
        return;
    m_over = true;
    m_timeout.stop();
    Q_EMIT ended(sentence);
}

} // namespace ard::ui

#include "moc_StartJob.cpp"
