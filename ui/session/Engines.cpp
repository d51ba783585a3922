// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Engines.h"
#include "session/Run.h"
#include <algorithm>
#include <utility>

namespace ard::ui {

Engines::Engines(EngineClient *main, LogBuffer *log, Tick *tick, QObject *parent)
    : QObject(parent), m_main(main), m_log(log), m_tick(tick)
{
    connect(main, &EngineClient::statusChanged, this, &Engines::statusChanged);
    connect(main, &EngineClient::stateChanged, this, &Engines::stateChanged);
    connect(main, &EngineClient::modelLoaded, this, &Engines::modelLoaded);
}

Engines::~Engines()
{
    for (const auto &[model, kept] : m_kept) { // asked first, so that none is waited for
        kept.client->disconnect(this);
        kept.client->shutdown();
    }
}

EngineClient *Engines::of(const QString &model) const
{
    if (model.isEmpty())
        return m_main;
    const auto kept = m_kept.find(model);
    return kept == m_kept.end() ? nullptr : kept->second.client;
}

EngineClient *Engines::of(const Run *run) const
{
    const QList<EngineClient *> engines = all();
    const auto found = std::find_if(engines.begin(), engines.end(), [run](const EngineClient *engine) {
        return engine->hasModel() && engine->model()->fingerprint == run->record().provenance.modelFingerprint;
    });
    return found == engines.end() ? m_main : *found;
}

QList<EngineClient *> Engines::all() const
{
    QList<EngineClient *> engines{m_main};
    for (const auto &[model, kept] : m_kept)
        engines << kept.client;
    return engines;
}

void Engines::keep(const QStringList &models)
{
    m_wanted = models;
    for (const QString &model : models)
        if (!model.isEmpty() && !m_kept.contains(model))
            add(model);
    drop();
}

void Engines::add(const QString &model)
{
    auto *client = new EngineClient(m_log, m_tick, this);
    client->setLike(*m_main);
    m_kept.insert({model, {client, {}}});
    connect(client, &EngineClient::modelLoaded, this, &Engines::modelLoaded);
    connect(client, &EngineClient::requestFailed, this, &Engines::requestFailed);
    connect(client, &EngineClient::modelRefused, this, [this, model](const QString &, const QString &reason) {
        m_kept[model].refusal = reason;
        Q_EMIT statusChanged();
    });
    connect(client, &EngineClient::statusChanged, this, &Engines::statusChanged);
    connect(client, &EngineClient::stateChanged, this, &Engines::stateChanged);
    connect(client, &EngineClient::stateChanged, this, &Engines::drop, Qt::QueuedConnection);
    client->loadModel(model);
    client->start();
}

void Engines::drop()
{
    QList<EngineClient *> gone;
    std::erase_if(m_kept, [&](const auto &kept) {
        const bool stays = m_wanted.contains(kept.first) || kept.second.client->isBusy();
        if (!stays)
            gone << kept.second.client;
        return !stays;
    });
    for (EngineClient *client : std::as_const(gone)) {
        client->disconnect(this);
        client->retire();
    }
    if (!gone.isEmpty()) {
        Q_EMIT stateChanged();
        Q_EMIT statusChanged();
    }
}

void Engines::retry(const QString &model)
{
    const auto kept = m_kept.find(model);
    if (kept == m_kept.end())
        return;
    EngineClient *client = kept->second.client;
    const bool stopped = client->state() == EngineClient::State::Failed;
    const bool refused = client->state() == EngineClient::State::Ready && !client->hasModel();
    if (!stopped && !refused)
        return;
    client->setLike(*m_main);
    client->loadModel(model);
    if (stopped)
        client->restart();
}

void Engines::restart()
{
    m_main->restart();
    for (const auto &[model, kept] : m_kept) {
        kept.client->setLike(*m_main);
        kept.client->loadModel(model);
        kept.client->restart();
    }
}

QString Engines::problem(const QString &model) const
{
    const auto found = m_kept.find(model);
    if (found == m_kept.end())
        return {};
    const auto &[client, refusal] = found->second;
    if (client->state() == EngineClient::State::Failed)
        return client->status().reason;
    return isDecided(client) && !client->hasModel() ? refusal : QString();
}

bool Engines::isDecided(const EngineClient *engine)
{
    return engine->state() != EngineClient::State::Starting && engine->state() != EngineClient::State::LoadingModel;
}

} // namespace ard::ui

#include "moc_Engines.cpp"
