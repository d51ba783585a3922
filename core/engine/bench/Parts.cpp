// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/Bench.h"

#include "engine/sample/Capture.h"
#include "engine/sample/Sampler.h"
#include <ATen/ATen.h>
#include <fmt/format.h>
#include <optional>

namespace ard::bench {

Timings partTimings(const Bench &bench, const SamplingPlan &plan, int batch)
{
    struct Stage {
        Stage(const Bench &bench, const SamplingPlan &plan, int rows)
            : noise(std::vector<std::uint64_t>(static_cast<std::size_t>(rows), 1), bench.denoiser.config().length,
                    bench.denoiser.config().embeddingWidth, bench.device),
              capture(bench.denoiser, bench.words, nullptr)
        {
            SamplingOptions options;
            options.plan = plan;
            sampler.emplace(bench.denoiser, bench.words, bench.noiseSchedule, std::move(options));
            before = sampler->start(rows, noise);
            sampled.prediction = sampler->predict(0, before, bench.source.repeated(rows));
            sampled.clamped = sampler->clamp(sampled.prediction, 1, noise);
            after = sampler->step(1, sampled.clamped, before, noise);
            sampled.call = 1;
            sampled.before = sampler->options().plan.timesteps[0];
            sampled.after = sampler->options().plan.timesteps[1];
            sampled.latent = after.latent;
            sampled.state = &after;
        }
        PhiloxNoise noise;
        Capture capture;
        std::optional<Sampler> sampler;
        SamplingState before, after;
        SampledStep sampled;
    };
    const auto stage = std::make_shared<Stage>(bench, plan, batch);
    const auto named = [batch](const char *what, std::function<void()> work) {
        return Timing{fmt::format("{}, batch {}", what, batch), std::move(work), double(batch), "sentences/s"};
    };
    const torch::Tensor ids = bench.ids.repeat({batch, 1});
    return {named("part: the source encoded, once a run",
                  [&bench, ids] { Bench::await(bench.denoiser.encode(ids, at::ones_like(ids)).hidden); }),
            named("part: clamped to words, each call",
                  [stage] { Bench::await(stage->sampler->clamp(stage->sampled.prediction, 1, stage->noise)); }),
            named("part: step and its noise, each call",
                  [stage] {
                      Bench::await(stage->sampler->step(1, stage->sampled.clamped, stage->before, stage->noise).latent);
                  }),
            named("part: a frame of the first, each call", [stage] { stage->capture.frame(stage->sampled); })};
}

} // namespace ard::bench
