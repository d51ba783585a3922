// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "folder/ModelSummary.h"
#include "fuzz/Harness.h"
#include <cstdlib>
#include <string_view>

using namespace ard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto model = parseModelSummary({reinterpret_cast<const char *>(data), size}, "model.json");
    if (!model && (model.error().message.empty() || model.error().message.size() > 2000))
        std::abort();
    if (model && (model->length < 1 || model->diffusionSteps < 1)) // a window makes a plane of these
        std::abort();
    return 0;
}

std::vector<std::vector<std::uint8_t>> ard::test::fuzzSeeds()
{
    constexpr std::string_view whole =
        R"({"format": 1, "name": "m", "task": "t", "languages": "en", "licence": "MIT", "hint": "h", "examples": ["a", "b"],)"
        R"( "parameters": 1000000, "default_sampling_steps": 20, "default_clamp": "expected", "quality": {"valid": {"a": 1.5}},)"
        R"( "architecture": {"vocabulary": 100, "width": 8, "length_head": "mean_pool", "self_condition": true},)"
        R"( "diffusion": {"diffusion_steps": 200, "length": 16, "noise_schedule": "sqrt"},)"
        R"( "training": {"draws": {"ar-diffusion": 0.5, "uniform": 0.5}, "anchor_scale": 2.0}})";
    constexpr std::string_view least =
        R"({"format": 1, "name": "m", "architecture": {"vocabulary": 9}, "diffusion": {"length": 2, "diffusion_steps": 3}})";
    return {{whole.begin(), whole.end()}, {least.begin(), least.end()}};
}
