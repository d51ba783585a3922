// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunFeeder: plays the engine's part for a Run without a process.
#include "session/Run.h"
#include "support/fake_engine/FakeRun.h"

namespace ard::test {

class RunFeeder {
public:
    explicit RunFeeder(int length = 12, int diffusionSteps = 200, int calls = 10, std::uint64_t seed = 1)
        : m_fake(*fake::FakeRun::make(request(length, diffusionSteps, calls, seed), length, diffusionSteps))
    {
    }

    static GenerationRequest request(int length, int diffusionSteps, int calls, std::uint64_t seed = 1)
    {
        GenerationRequest request;
        request.source = "name[Blue Spice], eatType[coffee shop]";
        request.schedule.length = length;
        request.schedule.diffusionSteps = diffusionSteps;
        request.samplingSteps = calls;
        request.seed = seed;
        return request;
    }

    const fake::FakeRun &fake() const { return m_fake; }
    GenerationRequest request() const { return m_fake.header().request; }

    void begin(ui::Run &run) const { check(run.begin({m_fake.header(), m_fake.sourceReading()})); }
    void append(ui::Run &run) const
    {
        StepFrame frame = m_fake.frame(run.frameCount() + 1);
        const auto words = fake::FakeRun::words(frame);
        check(run.append({std::move(frame), words}));
    }
    void append(ui::Run &run, int frames) const
    {
        for (int i = 0; i < frames; ++i)
            append(run);
    }
    void finish(ui::Run &run) const { run.finish({{m_fake.output()}, 0, 0.25, false}); }
    void all(ui::Run &run) const
    {
        begin(run);
        append(run, m_fake.modelCalls());
        finish(run);
    }

private:
    static void check(const Status &status)
    {
        if (!status)
            qFatal("%s", status.error().message.c_str());
    }

    fake::FakeRun m_fake;
};

} // namespace ard::test
