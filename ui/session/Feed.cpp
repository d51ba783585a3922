// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Feed.h"
#include "session/CoreSentences.h"
#include "session/EngineCall.h"
#include "session/Run.h"

namespace ard::ui {

namespace {

void finish(Run *run, const CallOutcome &outcome)
{
    if (const auto *finished = outcome.as<protocol::FinishedEvent>())
        run->finish(*finished);
    else if (const auto *filled = outcome.as<protocol::FilledEvent>()) // a run of its own, whose words are its frames'
        run->finish({{}, 0, filled->steps.seconds, false});
    else if (outcome.kind == CallOutcome::Kind::Cancelled)
        run->finish({{}, 0, run->record().seconds, true});
    else if (outcome.kind == CallOutcome::Kind::Refused)
        run->fail(outcome.reason);
    else
        run->interrupt(outcome.reason);
}

} // namespace

void feed(EngineCall *call, Run *run)
{
    const auto check = [call](const Status &status) {
        if (!status)
            call->reject(coreSentence(status.error()));
    };
    QObject::connect(call, &EngineCall::started, run, [=](const auto &event) { check(run->begin(event)); });
    QObject::connect(call, &EngineCall::frame, run, [=](const auto &event) { check(run->append(event)); });
    QObject::connect(call, &EngineCall::ended, run, [=](const auto &outcome) { finish(run, outcome); });
}

} // namespace ard::ui
