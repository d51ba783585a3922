// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/Lockstep.h"

#include "base/Guard.h"
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <utility>

namespace ard {
namespace {

constexpr const char *kWhat = "generating";

} // namespace

void Lockstep::run(const std::vector<Lane> &lanes, bool recordFrames)
{
    const c10::NoGradGuard noGradients;
    std::list<Runner> runners;
    Sources sources;
    Runners open;
    for (const Lane &lane : lanes) {
        Runner &runner = runners.emplace_back(*this, lane, recordFrames);
        if (Status started = guarded(kWhat, [&] { return start(runner, sources); }); started)
            open.push_back(&runner);
        else
            end(runner, tl::unexpected<Error>(std::move(started).error()));
    }
    Groups groups;
    while (!open.empty()) {
        Runners going;
        for (Runner *runner : open)
            if (SamplingRun *calls = runner->run.calls(); calls && calls->goesOn())
                going.push_back(runner);
            else
                end(*runner, guarded(kWhat, [&] { return runner->run.finish(); }));
        open = advance(going, groups);
    }
}

Status Lockstep::start(Runner &runner, Sources &sources) const
{
    const std::string &text = runner.lane.planned.request.source;
    auto known = sources.find(text);
    if (known == sources.end()) {
        ReadSource source;
        ARD_ASSIGN(source.ids, m_model.readSource(text, &source.reading));
        source.encoded = m_model.encode({&source.ids});
        known = sources.emplace(text, std::move(source)).first;
    }
    runner.source = &known->second;
    return runner.run.start(known->second);
}

Status Lockstep::predict(const ReadSource &source, Group &group) const
{
    const Stopwatch watch;
    std::vector<SamplingRun *> runs;
    int64_t rows = 0;
    for (Runner *runner : group.runners) {
        runs.push_back(runner->run.calls());
        rows += runs.back()->rows();
    }
    if (group.count != rows) {
        group.rows = source.encoded.repeated(rows);
        group.count = rows;
    }
    const std::vector<torch::Tensor> predictions = predictTogether(m_model.denoiser, runs, group.rows);
    if (runs.size() > 1)
        predictions.front()
            .flatten()[0]
            .item<float>(); // waits for the device: the time is the network's, not the first lane's
    for (std::size_t i = 0; i < runs.size(); ++i) {
        group.runners[i]->prediction = predictions[i];
        group.runners[i]->milliseconds =
            watch.milliseconds() * static_cast<double>(runs[i]->rows()) / static_cast<double>(rows);
    }
    return {};
}

void Lockstep::finishAll(const Runners &going) const
{
    const auto finish = [&](std::int64_t begin, std::int64_t end) {
        const c10::NoGradGuard noGradients; // of this thread
        for (std::int64_t i = begin; i < end; ++i) {
            Runner &runner = *going[static_cast<std::size_t>(i)];
            if (runner.made)
                runner.made = guarded(kWhat, [&]() -> Status {
                    runner.run.calls()->finishCall(std::exchange(runner.prediction, {}), runner.milliseconds);
                    return {};
                });
        }
    };
    // What follows the network is many small operations, which one lane alone cannot spread over the cores.
    const auto count = static_cast<std::int64_t>(going.size());
    if (m_model.device.is_cpu() && count > 1)
        at::parallel_for(0, count, 1, finish);
    else
        finish(0, count);
}

Lockstep::Runners Lockstep::advance(const Runners &going, Groups &groups) const
{
    for (auto &[key, group] : groups)
        group.runners.clear();
    for (Runner *runner : going)
        groups[{runner->source, runner->lane.planned.request.schedule.length}].runners.push_back(runner);
    for (auto &[key, group] : groups)
        if (!group.runners.empty()) {
            const Status predicted = guarded(kWhat, [&] { return predict(*key.first, group); });
            for (Runner *runner : group.runners)
                runner->made = predicted;
        }
    finishAll(going);
    Runners still;
    for (Runner *runner : going) {
        if (runner->made)
            runner->made = guarded(kWhat, [&]() -> Status { return runner->run.deliver(), Status(); });
        if (runner->made)
            still.push_back(runner);
        else
            end(*runner, tl::unexpected<Error>(runner->made.error()));
    }
    return still;
}

} // namespace ard
