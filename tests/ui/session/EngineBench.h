// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EngineBench: an engine client with the fake engine, and runs fed from its calls.
#include "session/CommandLine.h"
#include "session/EngineClient.h"
#include "session/Feed.h"
#include "session/Run.h"
#include <QPointer>
#include <QTest>

namespace ard::test {

using namespace ard::ui;
using State = EngineClient::State;

constexpr int kWait = 20'000;

inline GenerationRequest sampleRequest(int calls = 10)
{
    GenerationRequest request;
    request.source = "name[Blue Spice]";
    request.schedule.length = 12;
    request.schedule.diffusionSteps = 200;
    request.samplingSteps = calls;
    return request;
}

struct Bench {
    explicit Bench(const QString &switches = {})
    {
        engine.setCommand(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)) + u' ' + switches);
    }
    /// Up with a model loaded.
    bool ready()
    {
        engine.loadModel(QStringLiteral("somewhere"));
        engine.start();
        return QTest::qWaitFor([this] { return engine.canRun(); }, kWait);
    }
    /// The run's request is in flight, and the run fed from it.
    bool generate(Run &run) { return start(run, protocol::GenerateRequest{run.record().request}); }
    bool start(Run &run, protocol::Body request)
    {
        const auto asked = engine.ask(std::move(request));
        if (asked)
            feed(call = *asked, &run);
        return asked.has_value();
    }
    bool reaches(State state)
    {
        return QTest::qWaitFor([&] { return engine.state() == state; }, kWait);
    }
    bool ends(const Run &run)
    {
        return QTest::qWaitFor([&] { return !run.isLive(); }, kWait);
    }

    Tick tick;
    LogBuffer log;
    EngineClient engine{&log, &tick};
    QPointer<EngineCall> call; ///< the last one
};

} // namespace ard::test
