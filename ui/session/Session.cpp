// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Session.h"
#include "base/Files.h"
#include "diffusion/ScheduleTable.h"
#include "folder/ModelSummary.h"
#include "session/Background.h"
#include "session/BoardFiles.h"
#include "session/CoreSentences.h"
#include "session/CoreTexts.h"
#include "session/PathText.h"
#include <QFileInfo>
#include <utility>

namespace ard::ui {

namespace {
/// Until an engine elsewhere has said which models it has, there are none: folders of this machine mean nothing to it.
const std::vector<protocol::ModelSummary> kNotYetListed;
} // namespace

Session::Session(AppSettings *settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_engine(&m_log, &m_tick), m_board(&m_tick), m_cursor(&m_board),
      m_runs(&m_tick), m_playback(&m_cursor), m_boards(new BoardFiles(this))
{
    m_engine.setCommand(settings->engineCommand());
    const auto setPatience = [this](int seconds) { m_engine.setHelloTimeout(seconds * 1000); };
    setPatience(settings->enginePatience());
    settings->enginePatience.onChange(&m_engine, setPatience);
    const auto setSilence = [this](int seconds) { m_engine.setSilenceTimeout(seconds * 1000); };
    setSilence(settings->engineSilence());
    settings->engineSilence.onChange(&m_engine, setSilence);
    m_models.setExtraFolders(settings->modelFolders());
    m_playback.setSpeed(settings->playbackSpeed());
    m_playback.setLooping(settings->looping());

    settings->engineCommand.onChange(&m_engine, [this](const QString &command) { m_engine.setCommand(command); });
    settings->modelFolders.onChange(&m_models,
                                    [this](const QStringList &folders) { m_models.setExtraFolders(folders); });
    connect(&m_playback, &Playback::speedChanged, settings,
            [settings](double speed) { settings->playbackSpeed.set(speed); });
    connect(&m_playback, &Playback::loopingChanged, settings, [settings](bool on) { settings->looping.set(on); });

    connectRuns(); // first: who hears of a run finds it in its lane
    connectEngine();
    connect(&m_form, &GenerationForm::changed, this, &Session::canRunChanged);
    connectBoard();
    linkModels();
    linkNotices();
}

Session::~Session() = default;

void Session::tell(Notices::Topic topic, const QString &sentence)
{
    m_notices.tell(topic, sentence);
    Q_EMIT message(sentence, topic);
}

void Session::linkNotices()
{
    using Topic = Notices::Topic;
    const auto tellOfRun = [this](const QString &reason) { tell(Topic::Run, reason); };
    connect(&m_engine, &EngineClient::requestFailed, this, tellOfRun);
    connect(&m_engines, &Engines::requestFailed, this, tellOfRun);
    connect(&m_whatIf, &WhatIf::failed, this, tellOfRun);
    connect(&m_whatIf, &WhatIf::branched, &m_notices, [this] { m_notices.settle(Topic::Run); });
    connect(&m_engine, &EngineClient::modelRefused, this,
            [this](const QString &, const QString &reason) { tell(Topic::Model, reason); });
    connect(&m_engine, &EngineClient::modelLoaded, &m_notices, [this] { m_notices.settle(Topic::Model); });
    connect(&m_form, &GenerationForm::changed, &m_notices, [this] { m_notices.settle(Topic::Form); });
    connect(&m_runs, &RunStore::saveFailed, this, [this](Run *, const QString &path, const QString &reason) {
        tell(Topic::Save, tr("The run was not saved to %1: %2").arg(path, reason));
    });
    connect(&m_runs, &RunStore::saved, &m_notices, [this] { m_notices.settle(Topic::Save); });
    connect(&m_runs, &RunStore::openFailed, this, [this](const QString &path, const QString &reason) {
        m_settings->removeRecentFile(path);
        tell(Topic::Open, tr("%1 was not opened: %2").arg(path, reason));
    });
    connect(&m_runs, &RunStore::opened, &m_notices, [this] { m_notices.settle(Topic::Open); });
    connect(m_boards, &BoardFiles::opened, &m_notices, [this](const QString &path) {
        m_notices.settle(Topic::Open);
        m_settings->addRecentFile(path);
    });
    connect(m_boards, &BoardFiles::saved, &m_notices, [this](const QString &path) {
        m_notices.settle(Topic::Save);
        m_settings->addRecentFile(path);
    });
    connect(m_boards, &BoardFiles::openFailed, this, [this](const QString &path, const QString &reason) {
        m_settings->removeRecentFile(path);
        tell(Topic::Open, tr("%1 was not opened: %2").arg(path, reason));
    });
    connect(m_boards, &BoardFiles::saveFailed, this, [this](const QString &path, const QString &reason) {
        tell(Topic::Save, tr("The board was not saved to %1: %2").arg(path, reason));
    });
}

void Session::connectEngine()
{
    connect(&m_engines, &Engines::statusChanged, this, &Session::canRunChanged);
    connect(&m_requests, &RunRequests::waitingChanged, this, &Session::canRunChanged);
    connect(&m_requests, &RunRequests::ended, this, &Session::runEnded);
    connect(&m_engine, &EngineClient::modelLoaded, this, [this](const protocol::ModelSummary &model) {
        if (model.folder != m_form.model().folder) // of another machine: known only now
            m_form.setModel(model);
        m_settings->lastModel.set(QString::fromStdString(model.folder));
    });
    // The engine keeps the model that it had, and so does the form.
    connect(&m_engine, &EngineClient::modelRefused, this,
            [this] { m_form.setModel(m_engine.model().value_or(protocol::ModelSummary{})); });
}

void Session::start(const QString &modelFolderOrName)
{
    m_models.refreshNow();
    m_wantedModel = modelFolderOrName;
    // A path says where; a name and "any" are the engine's to know.
    m_asksForModels = isEngineElsewhere() && !modelFolderOrName.contains(QLatin1Char('/'));
    if (m_asksForModels) {
        if (const protocol::ModelSummary *alike = m_models.find(firstModel()))
            m_form.setModel(*alike); // a plan to look at until the engine has answered; its folder is not sent
        m_models.setListed(kNotYetListed);
    } else {
        chooseFirst();
    }
    m_engine.start();
}

void Session::linkModels()
{
    connect(&m_engine, &EngineClient::stateChanged, this, [this](EngineClient::State state) {
        if (m_asksForModels && state == EngineClient::State::Ready)
            askForModels();
    });
    m_settings->engineCommand.onChange(this, [this](const QString &) {
        m_models.setListed(std::nullopt);
        m_engine.forgetModel(); // its folder is of another machine
        m_wantedModel.clear();
        m_asksForModels = isEngineElsewhere();
        if (m_asksForModels)
            m_models.setListed(kNotYetListed);
        else
            chooseFirst();
    });
}

void Session::askForModels()
{
    const Result<EngineCall *> call = m_engine.ask(protocol::ListModelsRequest{}); // those that came with it
    if (call)
        connect(*call, &EngineCall::ended, this, [this](const CallOutcome &outcome) {
            if (const auto *listed = outcome.as<protocol::ModelsEvent>())
                onModelsListed(listed->models);
        });
}

void Session::onModelsListed(const std::vector<protocol::ModelSummary> &models)
{
    if (!std::exchange(m_asksForModels, false))
        return;
    m_models.setListed(models);
    if (!models.empty() || !m_wantedModel.isEmpty())
        chooseFirst();
    else
        tell(Notices::Topic::Model,
             tr("The engine has no models of its own: give the folder of one on its machine (File, Open a model "
                "folder)"));
    Q_EMIT canRunChanged();
}

void Session::chooseFirst()
{
    if (const QString wanted = firstModel(); !wanted.isEmpty())
        chooseModel(wanted);
}

QString Session::firstModel() const
{
    if (!m_wantedModel.isEmpty())
        return m_wantedModel;
    const QString last = m_settings->lastModel();
    if (m_models.find(last) || m_models.models().empty())
        return last;
    return QString::fromStdString(m_models.forFirstStart()->folder);
}

void Session::chooseModel(const QString &folderOrName)
{
    if (m_engine.isBusy() || m_requests.isAnyLive()) {
        tell(Notices::Topic::Model, tr("Stop the run before choosing another model"));
        return;
    }
    if (folderOrName.contains(QChar::ReplacementCharacter) && !QFileInfo::exists(folderOrName)) {
        tell(Notices::Topic::Model,
             tr("The name of the model folder %1 is not UTF-8: give it another name").arg(folderOrName));
        return;
    }
    const protocol::ModelSummary *known = m_models.find(folderOrName);
    Result<protocol::ModelSummary> summary =
        known ? Result<protocol::ModelSummary>(*known) : readModelSummary(fileSystemPath(folderOrName));
    if (summary) {
        m_notices.settle(Notices::Topic::Model);
        m_form.setModel(*summary);
        m_engine.loadModel(QString::fromStdString(summary->folder));
    } else if (isEngineElsewhere()) {
        m_engine.loadModel(folderOrName); // a remote engine has folders that this machine has not
    } else {
        tell(Notices::Topic::Model,
             QFileInfo(folderOrName).isDir() ? coreSentence(summary.error()) : noSuchModel(folderOrName));
    }
}

QString Session::noSuchModel(const QString &folderOrName) const
{
    QStringList names;
    for (const protocol::ModelSummary &model : m_models.models())
        names << QString::fromStdString(model.name);
    return names.isEmpty() ? tr("There is no model folder %1").arg(folderOrName)
                           : tr("There is no model folder %1; models by name: %2").arg(folderOrName, listed(names));
}

void Session::show(Run *run)
{
    if (!run || m_runs.runs().contains(run))
        m_cursor.film()->setRun(run);
}

void Session::leaveLanes(const Run *run)
{
    const int index = m_runs.indexOf(run);
    for (Lane *lane : m_board.lanes())
        if (lane->run() == run) // the lane that one looks at goes on with a neighbour
            lane->film()->setRun(lane == m_cursor.lane() ? m_runs.at(index > 0 ? index - 1 : index + 1) : nullptr);
}

void Session::connectRuns()
{
    connect(&m_runs, &RunStore::aboutToRemove, this, [this](int index) { leaveLanes(m_runs.at(index)); });
    connect(&m_runs, &RunStore::opened, this, [this](Run *run, const QString &path) {
        show(run);
        m_settings->addRecentFile(path);
    });
    connect(&m_runs, &RunStore::saved, this, [this](Run *, const QString &path) { m_settings->addRecentFile(path); });
}

void Session::takeSettings(Run *run)
{
    m_form.takeRequest(run->record().request);
}

void Session::restartEngine()
{
    m_engines.restart();
}

void Session::saveRun(Run *run, const QString &path)
{
    m_runs.save(run, path);
}

void Session::openRun(const QString &path)
{
    if (BoardFiles::isBoardFile(path))
        m_boards->open(path);
    else
        m_runs.open(path);
}

void Session::loadScheduleTable(const QString &path)
{
    const std::filesystem::path file = fileSystemPath(path);
    inBackground(
        QThreadPool::globalInstance(), this,
        [file, spec = m_form.values().schedule]() mutable -> Result<MadeSchedule> {
            ARD_TRY(takeScheduleTable(spec, file));
            spec.kind = "custom";
            return MadeSchedule{spec, makeTimestepSchedule(spec)};
        },
        [this](Result<MadeSchedule> made) {
            if (!made) {
                tell(Notices::Topic::Table, coreSentence(made.error()));
                return;
            }
            m_notices.settle(Notices::Topic::Table);
            m_form.setScheduleTable(std::move(*made));
        });
}

void Session::saveScheduleTable(std::shared_ptr<const ScheduleTable> table, const QString &path)
{
    const std::filesystem::path file = fileSystemPath(path);
    inBackground(
        QThreadPool::globalInstance(), this,
        [file, table = std::move(table)] { return writeAtomically(file, scheduleTableCsv(*table)); },
        [this](const Status &written) {
            if (!written)
                tell(Notices::Topic::Table, coreSentence(written.error()));
            else
                m_notices.settle(Notices::Topic::Table);
        });
}

} // namespace ard::ui

#include "moc_Session.cpp"
