// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/WhatIf.h"
#include "session/CoreSentences.h"
#include "session/Cursor.h"
#include "session/Engines.h"
#include "session/RunMemory.h"
#include "session/RunRequests.h"
#include "session/RunStore.h"
#include <algorithm>

namespace ard::ui {

WhatIf::WhatIf(Board *board, Cursor *cursor, Engines *engines, RunRequests *requests, RunStore *runs, QObject *parent)
    : QObject(parent), m_board(board), m_cursor(cursor), m_engines(engines), m_requests(requests), m_runs(runs)
{
}

Cell WhatIf::cell() const
{
    const Cell selected = m_cursor->selected();
    return selected.isValid() ? selected : Cell{-1, m_cursor->moment(), m_cursor->laneIndex()};
}

Run *WhatIf::runOf(const Cell &cell) const
{
    const Lane *lane = m_board->at(cell.lane);
    return lane ? lane->run() : nullptr;
}

int WhatIf::callsThatStay(const Cell &cell) const
{
    const Run *run = runOf(cell);
    if (!run)
        return 0;
    const int last = run->modelCalls() - run->plan().repairCalls() - 1; // a repair is made anew, not gone on from
    return std::clamp(cell.moment.call, 0, std::max(0, std::min(run->frameCount(), last)));
}

int WhatIf::callsThatRun(const Cell &cell) const
{
    const Run *run = runOf(cell);
    return run ? run->modelCalls() - run->plan().repairCalls() - callsThatStay(cell) : 0;
}

QString WhatIf::whyNot(const Cell &cell) const
{
    const Run *run = runOf(cell);
    if (!run || run->length() == 0 || run->modelCalls() == 0)
        return tr("There is no run yet to branch from");
    if (run->isLive())
        return tr("Wait until the run is finished, or stop it");
    if (run->record().request.continuations.size() >= static_cast<std::size_t>(kMaxContinuations))
        return tr("A run can be continued %1 times: branch from an earlier one").arg(kMaxContinuations);
    const EngineClient *engine = m_engines->of(run);
    if (!engine->canRun())
        return engine->state() == EngineClient::State::Ready ? tr("Choose a model first") : engine->statusText();
    const Provenance &made = run->record().provenance;
    if (engine->model()->fingerprint != made.modelFingerprint)
        return tr("This run is of the model %1: choose it first").arg(QString::fromStdString(made.modelName));
    return RunMemory::problem(run->modelCalls(), run->length());
}

QString WhatIf::whyNotChange(const Cell &cell) const
{
    const Run *run = runOf(cell);
    if (run && (cell.position < 0 || cell.position >= run->length()))
        return tr("Choose a word first: click it, or move to it with the arrow keys");
    return whyNot(cell);
}

std::int32_t WhatIf::wordAt(const Cell &cell) const
{
    const Lane *lane = m_board->at(cell.lane);
    const TokenState *token = lane ? lane->film()->token(cell.moment, cell.position) : nullptr;
    return token ? token->wordId : -1;
}

std::uint64_t WhatIf::freeSeed(const Cell &cell) const
{
    const Run *run = runOf(cell);
    if (!run)
        return 1;
    std::uint64_t now = run->record().request.seed;
    for (const Continuation &continuation : run->record().request.continuations)
        now = continuation.seed.value_or(now);
    const int stay = callsThatStay(cell);
    const auto isTaken = [&](std::uint64_t seed) {
        return std::any_of(m_runs->runs().begin(), m_runs->runs().end(), [&](const Run *other) {
            return other->branchOf() == run && other->callsBefore() == stay &&
                other->record().request.continuations.back().seed == seed;
        });
    };
    do
        ++now;
    while (isTaken(now));
    return now;
}

/// Its place is the cursor's before the run comes into it: playing begins there.
Lane *WhatIf::laneFor(const Cell &cell, Place place)
{
    Lane *lane = m_board->at(cell.lane);
    if (place == Place::Beside) {
        const Lane *like = lane;
        lane = m_board->add();
        if (!lane)
            return nullptr;
        lane->setChanges(like->changes());
    }
    m_cursor->setLane(m_board->indexOf(lane));
    return lane;
}

Run *WhatIf::branch(const Cell &cell, Continuation changes, Place place)
{
    QString problem = whyNot(cell);
    if (problem.isEmpty() && place == Place::Beside && m_board->size() >= Board::kMaxLanes)
        problem = tr("There are %1 lanes already: close one, or branch in this one").arg(Board::kMaxLanes);
    if (!problem.isEmpty()) {
        Q_EMIT failed(problem);
        return nullptr;
    }
    Run *from = runOf(cell);
    const CallPlace at = placeToContinue(from->record(), callsThatStay(cell));
    changes.fromCall = at.call;
    const auto call = m_engines->of(from)->ask(protocol::ContinueFromRequest{at.request, changes});
    if (!call) {
        Q_EMIT failed(coreSentence(call.error()));
        return nullptr;
    }
    auto *made = new Run(recordUpTo(from->record(), callsThatStay(cell)), from->plan(), changes, this);
    if (at.request.continuations.size() == from->record().request.continuations.size())
        made->setBranchOf(from); // else it goes on from what that one goes on from: the store knows which
    m_requests->follow(made, *call);
    Lane *lane = laneFor(cell, place);
    m_runs->add(made);
    lane->film()->setRun(made);
    const Branch branch{from, made, cell, place == Place::Beside};
    connect(made, &Run::finished, this, [this, branch] { onEnded(branch); });
    Q_EMIT branched(branch);
    return made;
}

Run *WhatIf::change(const Cell &cell, PositionChange change, Place place)
{
    if (const QString problem = whyNotChange(cell); !problem.isEmpty()) {
        Q_EMIT failed(problem);
        return nullptr;
    }
    change.position = cell.position;
    Continuation changes;
    changes.changes = {std::move(change)};
    return branch(cell, std::move(changes), place);
}

Run *WhatIf::pin(const Cell &cell, Place place)
{
    if (const std::int32_t word = wordAt(cell); word >= 0)
        return replace(cell, word, true, place);
    const QString problem = whyNotChange(cell);
    Q_EMIT failed(problem.isEmpty() ? tr("At the starting noise there is no word yet: type the one to pin") : problem);
    return nullptr;
}

Run *WhatIf::replace(const Cell &cell, const QString &word, bool pin, Place place)
{
    return change(
        cell, {pin ? PositionChange::Kind::Pin : PositionChange::Kind::Replace, 0, -1, word.trimmed().toStdString()},
        place);
}

Run *WhatIf::replace(const Cell &cell, std::int32_t word, bool pin, Place place)
{
    return change(cell, {pin ? PositionChange::Kind::Pin : PositionChange::Kind::Replace, 0, word, {}}, place);
}

Run *WhatIf::renoise(const Cell &cell, Place place)
{
    return change(cell, {PositionChange::Kind::Renoise, 0, -1, {}}, place);
}

Run *WhatIf::otherSeed(const Cell &cell, Place place)
{
    Continuation changes;
    changes.seed = freeSeed(cell);
    return branch(cell, std::move(changes), place);
}

/// Refused before its first call: a word that the model does not have, say.
void WhatIf::onEnded(const Branch &branch)
{
    Run *made = branch.made;
    if (made->state() != Run::State::Failed || made->frameCount() > made->callsBefore())
        return;
    const QString reason = made->reason();
    leave(branch);
    m_runs->drop(made);
    Q_EMIT refused(made);
    Q_EMIT failed(reason);
}

/// The lanes that have the branch have the earlier run; one that was added for it is closed.
void WhatIf::leave(const Branch &branch)
{
    const QList<Lane *> lanes = m_board->lanes();
    for (Lane *lane : lanes) {
        if (lane->run() != branch.made)
            continue;
        if (branch.isBeside && m_board->size() > 1)
            m_board->remove(m_board->indexOf(lane));
        else
            lane->film()->setRun(branch.from);
    }
}

bool WhatIf::goBack(const Branch &branch)
{
    if (!branch.from || m_runs->indexOf(branch.from) < 0)
        return false;
    leave(branch);
    const auto hasIt = [&](const Lane *lane) { return lane->run() == branch.from; };
    const auto &lanes = m_board->lanes();
    const auto lane = std::find_if(lanes.begin(), lanes.end(), hasIt);
    if (lane == lanes.end())
        m_cursor->film()->setRun(branch.from);
    Cell cell = branch.cell;
    cell.lane = lane == lanes.end() ? m_cursor->laneIndex() : m_board->indexOf(*lane);
    m_cursor->setLane(cell.lane);
    if (cell.isValid())
        m_cursor->select(cell);
    else
        m_cursor->setMoment(cell.moment);
    return true;
}

bool WhatIf::goForth(const Branch &branch)
{
    if (!branch.made || m_runs->indexOf(branch.made) < 0)
        return false;
    const auto &lanes = m_board->lanes();
    const auto hasIt = [&](const Lane *lane) { return lane->run() == branch.from; };
    const auto source = std::find_if(lanes.begin(), lanes.end(), hasIt);
    const int index = source == lanes.end() ? m_cursor->laneIndex() : m_board->indexOf(*source);
    Lane *lane = laneFor({-1, {}, index}, branch.isBeside ? Place::Beside : Place::Here);
    if (!lane)
        return false;
    lane->film()->setRun(branch.made);
    m_cursor->setMoment(branch.made->frameCount());
    return true;
}

} // namespace ard::ui

#include "moc_WhatIf.cpp"
