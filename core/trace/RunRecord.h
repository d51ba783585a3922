// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunRecord: one whole run: what was asked, on which model, every frame, the outputs. A run file holds exactly this.
#include "diffusion/SamplingPlan.h"
#include "trace/StepFrame.h"
#include <map>
#include <string>
#include <vector>

namespace ard {

constexpr int kMaxCandidates = 1024; ///< k
constexpr int kMaxBeam = 100;

enum class ClampMode { None, Nearest, Expected };

/// What a person asks of a model. Defaults are the paper's.
struct GenerationRequest {
    std::string source;
    TimestepScheduleSpec schedule; ///< length 0 and diffusionSteps are filled in from the model
    RulerSpec ruler;
    int samplingSteps = 20;      ///< M
    std::uint64_t seed = 1;
    double eta = 1.0;            ///< 0..1
    ClampMode clamp = ClampMode::Nearest;
    int clampFromCall = 1;       ///< first model call (1..M) whose x0_hat is clamped
    int candidates = 1;          ///< k; candidate c uses seed + c
    int beam = 1;                ///< autoregressive models only: sentences kept at a time; 1 is greedy
};

struct Provenance {
    std::string modelName;
    std::string modelFingerprint; ///< hexadecimal digest of model.json and weights
    std::string engineVersion;
    std::string device;           ///< "cpu", "cuda:0 NVIDIA .."
    std::string createdUtc;       ///< ISO 8601
};

/// The settle steps of one candidate, both measures of the design, each as a model call 1..M (0: never).
struct Settling {
    std::vector<int> byWord;     ///< first call after which the word never changes again
    std::vector<int> bySchedule; ///< first call after which the timestep is 0
};

struct CandidateOutput {
    std::string text;
    std::vector<std::int32_t> tokens; ///< [N], PAD included
};

struct RunRecord {
    GenerationRequest request; ///< with the values really used
    Provenance provenance;
    SamplingPlan plan;
    std::vector<StepFrame> frames;        ///< of the recorded candidate, in order; fewer than M when cancelled
    std::vector<CandidateOutput> outputs; ///< [k]; empty when cancelled
    int chosen = 0;                       ///< index into outputs
    std::map<std::int32_t, std::string> words; ///< display text of every word id that occurs in frames
    double seconds = 0;
    bool complete = false;
};

Settling settling(const std::vector<StepFrame> &frames);

} // namespace ard
