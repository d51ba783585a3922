// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Session: what is behind the window, tied together: settings, models, engine, form, runs, board of lanes, cursor, transport, log.
// Views get this object (or its parts) and never talk to the engine themselves. GUI thread.
#include "session/AppSettings.h"
#include "session/AttentionInspector.h"
#include "session/BranchHistory.h"
#include "session/CallInspector.h"
#include "session/Cursor.h"
#include "session/EngineClient.h"
#include "session/Engines.h"
#include "session/GenerationForm.h"
#include "session/Jumps.h"
#include "session/LogBuffer.h"
#include "session/Markers.h"
#include "session/ModelLibrary.h"
#include "session/Notices.h"
#include "session/PlaneOptions.h"
#include "session/Playback.h"
#include "session/RunRequests.h"
#include "session/RunStore.h"
#include "session/ShownPositions.h"
#include "session/TokenShares.h"
#include "session/VocabularyInspector.h"
#include "session/WhatIf.h"
#include <QObject>

namespace ard::ui {

class BoardFiles;

class Session : public QObject {
    Q_OBJECT

public:
    /// settings must outlive the session. Nothing is started: see start().
    explicit Session(AppSettings *settings, QObject *parent = nullptr);
    ~Session() override;

    AppSettings *settings() const { return m_settings; }
    LogBuffer *log() { return &m_log; }
    Notices *notices() { return &m_notices; }
    ModelLibrary *models() { return &m_models; }
    EngineClient *engine() { return &m_engine; } ///< with the form's model
    Engines *engines() { return &m_engines; }    ///< that one, and those of the models that lanes have of their own
    GenerationForm *form() { return &m_form; }
    RunStore *runs() { return &m_runs; }
    BoardFiles *boards() { return m_boards; }
    Playback *playback() { return &m_playback; }
    Board *board() { return &m_board; } ///< the window shows one lane
    Cursor *cursor() { return &m_cursor; }
    CallInspector *inspector() { return &m_inspector; }
    AttentionInspector *attention() { return &m_attention; }
    VocabularyInspector *vocabulary() { return &m_vocabulary; }
    TokenShares *shares() { return &m_shares; }
    ShownPositions *positions() { return &m_positions; }
    PlaneOptions *planeOptions() { return &m_planeOptions; }
    Jumps *jumps() { return &m_jumps; }
    Markers *markers() { return &m_markers; }
    WhatIf *whatIf() { return &m_whatIf; }
    BranchHistory *branchHistory() { return &m_branchHistory; }

    /// The engine is started by a command of the user's, perhaps on another machine: its folders are not those here.
    bool isEngineElsewhere() const { return m_engine.command() != EngineClient::defaultCommand(); }
    /// Such an engine has not yet said which models it has.
    bool isAskingForModels() const { return m_asksForModels; }

    /// The form, with what the lane has of its own, asks for something else than the lane's run; false: it has none.
    bool formDiffers(const Lane *lane) const;
    /// Run can be pressed now; otherwise whyNotRun() says what is missing.
    bool canRun() const { return whyNotRun().isEmpty(); }
    QString whyNotRun() const;
    bool isRunning() const; ///< a run is live, or an engine has other work to do
    /// The folder of the model that the lane has of its own; empty: it has the form's.
    QString ownModel(const Lane *lane) const;

public Q_SLOTS:
    /// Finds the models, chooses the last one (or the first bundled) and starts the engine with it. An engine elsewhere is
    /// asked for its models first: the last one, or the first of them, is chosen when it has answered.
    void start(const QString &modelFolderOrName = {});
    /// The form takes the model's numbers at once, the engine loads it. A folder that is not in the library is read.
    void chooseModel(const QString &folderOrName);
    /// A new run of the form's settings in the cursor's lane, followed. nullptr and message() when it
    /// cannot run.
    ard::ui::Run *startRun();
    /// A new run in every lane: the form's settings with the lane's changes. Those of one model advance together, model call by
    /// model call, those of others beside them; a lane whose model cannot be loaded fails alone. Empty where they cannot be
    /// asked for; message() says why.
    QList<ard::ui::Run *> startLanes();
    /// So many lanes as there are changes (1..8), without runs; those that were shown stay in the list. The cursor is in the
    /// lane of the form's own timestep schedule, or the first.
    /// marks: their letters, where these are known and not as they come.
    void compare(const std::vector<ard::ui::LaneChanges> &lanes, const std::vector<int> &marks = {});
    void compareNoMore(); ///< the cursor's lane stays, with its run, and has no changes any more
    /// In the cursor's lane: one of runs(), or nullptr: the plan.
    void show(ard::ui::Run *run);
    void stopRun();                     ///< all that are live
    void stop(const ard::ui::Run *run); ///< one; nothing when it is not live
    /// The form takes what the run was asked, for a run of its own (GenerationForm::takeRequest).
    void takeSettings(ard::ui::Run *run);
    void restartEngine();
    void saveRun(ard::ui::Run *run, const QString &path);
    void openRun(const QString &path); ///< or a board, by the file's name
    /// The table of a custom timestep schedule, read off this thread; message() when it cannot be used.
    void loadScheduleTable(const QString &path);
    /// The same written as CSV off this thread, which "ardiff --schedule custom" reads; message() when it cannot be.
    void saveScheduleTable(std::shared_ptr<const ard::ScheduleTable> table, const QString &path);
    /// A notice, and message().
    void tell(ard::ui::Notices::Topic topic, const QString &sentence);

Q_SIGNALS:
    void canRunChanged();
    void runEnded(ard::ui::Run *run);
    /// One sentence for the user, which is among the notices and in the log: something failed that has no place of its
    /// own (a save, a refused request).
    void message(const QString &sentence, ard::ui::Notices::Topic topic);

private:
    QString noSuchModel(const QString &folderOrName) const;
    void linkModels();
    void linkNotices();
    void connectBoard();
    void connectRuns();
    void leaveLanes(const Run *run); ///< that show it
    void showPlan(Lane *lane);
    void connectEngine();
    GenerationRequest requestOf(const Lane *lane) const;
    QList<Run *> start(const QList<Lane *> &lanes);
    QList<Run *> startAtOnce(const QList<Lane *> &lanes);
    QList<Run *> startWithModels(const QList<Lane *> &lanes);
    void place(Run *run, Lane *lane);
    void keepEngines();
    void askForModels();
    void chooseFirst();
    QString firstModel() const; ///< name or folder; empty: there is none
    void onModelsListed(const std::vector<protocol::ModelSummary> &models);

    AppSettings *m_settings;
    Tick m_tick;
    LogBuffer m_log;
    Notices m_notices{&m_log};
    ModelLibrary m_models;
    EngineClient m_engine;
    Engines m_engines{&m_engine, &m_log, &m_tick};
    RunRequests m_requests{&m_engines};
    CallInspector m_inspector{&m_engines};
    AttentionInspector m_attention{&m_engines};
    VocabularyInspector m_vocabulary{&m_engines};
    TokenShares m_shares;
    GenerationForm m_form;
    Board m_board;
    ShownPositions m_positions{&m_board};
    PlaneOptions m_planeOptions;
    Jumps m_jumps{&m_engines};
    Cursor m_cursor;
    Markers m_markers{&m_board, &m_cursor};
    RunStore m_runs;
    WhatIf m_whatIf{&m_board, &m_cursor, &m_engines, &m_requests, &m_runs};
    BranchHistory m_branchHistory{&m_whatIf};
    Playback m_playback;
    BoardFiles *m_boards;
    QString m_wantedModel;        ///< name or folder, from the command line; empty: any
    bool m_asksForModels = false; ///< of an engine elsewhere
};

} // namespace ard::ui
