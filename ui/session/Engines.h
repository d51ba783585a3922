// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Engines: the engine with the form's model, and for every other model that a lane has of its own one more process of the same
// command: an engine holds one model at a time. GUI thread.
#include "session/EngineClient.h"
#include <QStringList>
#include <map>

namespace ard::ui {

class Run;

class Engines : public QObject {
    Q_OBJECT

public:
    /// All must outlive it. main: of the form.
    Engines(EngineClient *main, LogBuffer *log, Tick *tick, QObject *parent = nullptr);

    ~Engines() override; ///< all but main() are ended at once

    EngineClient *main() const { return m_main; }
    /// Of the model of this folder; empty: main(). nullptr: nobody keeps one.
    EngineClient *of(const QString &model) const;
    /// That has the model which made the run; main() where none has.
    EngineClient *of(const Run *run) const;
    QList<EngineClient *> all() const; ///< main() first

    /// From now on there is an engine for each of these folders, and for no other. One that has something to do ends after it.
    void keep(const QStringList &models);
    /// Tries again where the model could not be loaded, or the engine has stopped.
    void retry(const QString &model);
    void restart(); ///< all, with their models
    /// Why the engine of this folder does not have its model, in one sentence; empty: it has, or is about to.
    QString problem(const QString &model) const;
    /// It has its model, or will not get it without retry().
    static bool isDecided(const EngineClient *engine);

Q_SIGNALS:
    void statusChanged();                      ///< of any of them, or there are others
    void stateChanged();                       ///< the same
    void modelLoaded();                        ///< by any of them
    void requestFailed(const QString &reason); ///< by one that is not main()

private:
    struct Kept {
        EngineClient *client = nullptr;
        QString refusal; ///< why the model was not loaded
    };
    void add(const QString &model);
    void drop(); ///< those that are not wanted and have nothing to do

    EngineClient *m_main;
    LogBuffer *m_log;
    Tick *m_tick;
    std::map<QString, Kept> m_kept; ///< by the folder of the model
    QStringList m_wanted;
};

} // namespace ard::ui
