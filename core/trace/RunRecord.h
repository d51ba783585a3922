// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunRecord: one whole run: what was asked, on which model, every frame, the outputs. A run file holds exactly this.
#include "diffusion/SamplingPlan.h"
#include "trace/ChoiceRule.h"
#include "trace/ClampMode.h"
#include "trace/LengthChoice.h"
#include "trace/Solver.h"
#include "trace/StepFrame.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ard {

constexpr int kMaxCandidates = 1024; ///< k
constexpr int kMaxBeam = 100;
constexpr double kMinTemperature = 0.01, kMaxTemperature = 100; ///< besides 0, which is off
constexpr double kMinTopP = 0.001;                              ///< to 1
constexpr int kMaxContinuations = 64;                           ///< of one run
constexpr int kMaxRepairCalls = 16;
constexpr double kMinNoiseTopP = 0.01, kMaxNoiseTopP = 100; ///< besides 0, which is off

/// One change of a position where a run is continued.
struct PositionChange {
    enum class Kind {
        Pin,     ///< the position is this word from here on: its latent and every later x0_hat
        Replace, ///< its latent becomes this word's at the timestep that the position has, and goes on freely
        Renoise  ///< its latent becomes starting noise; its timestep starts again at T-1 and falls evenly to 0
    };
    Kind kind = Kind::Pin;
    int position = 0;
    std::int32_t word = -1; ///< Pin, Replace: word id; -1: looked up from text
    std::string text;       ///< a single word of the vocabulary; the engine fills in id and text
    bool operator==(const PositionChange &) const = default;
};

/// A run that goes on from a frame of an earlier run, with changes.
struct Continuation {
    int fromCall = 0;                             ///< model calls of the earlier run that stay, 0..M-1
    std::optional<std::uint64_t> seed;            ///< of the noise from here on
    std::optional<TimestepScheduleSpec> schedule; ///< of the rest; length and diffusion steps are the earlier run's
    std::optional<RulerSpec> ruler;               ///< of the rest
    int samplingSteps = 0;                        ///< of the rest; 0: as many as were left
    std::vector<PositionChange> changes;
};

/// What a person asks of a model. Defaults are the paper's. Ranges, names and help of the numbers and choices are in
/// RequestParameters.h, those of the timestep schedule in timestepScheduleKinds().
struct GenerationRequest {
    std::string source;
    TimestepScheduleSpec schedule; ///< length 0 and diffusionSteps are filled in from the model
    RulerSpec ruler;
    int samplingSteps = 20; ///< M
    std::uint64_t seed = 1;
    double eta = 1.0; ///< 0..1
    ClampMode clamp = ClampMode::Nearest;
    int clampFromCall = 1;                     ///< first model call (1..M) whose x0_hat is clamped
    int candidates = 1;                        ///< k; candidate c uses seed + c
    ChoiceRule choose = ChoiceRule::Agreement; ///< of several candidates; the twin knows agreement only
    /// [k] N of each candidate, filled in where a length head chose them: the first is schedule.length. Empty: all have that.
    std::vector<int> candidateLengths;
    int beam = 1; ///< autoregressive models only: sentences kept at a time; 1 is greedy
    /// Words are drawn, log probabilities divided by it. Autoregressive models: 0 takes the likeliest. Others only with ClampMode::Drawn,
    /// where 0 means 1.
    double temperature = 0;
    double topP = 1; ///< of the words that are drawn only the likeliest that together have this probability; 1: all
    Solver solver = Solver::Ddim;
    double noiseTopP = 0;    ///< step noise whose absolute value is above this is drawn again; 0: off
    int stopWhenSettled = 0; ///< stop when no word, PAD included, changed in so many calls; 0: off
    int repair = 0;          ///< K: model calls behind the last that decide doubtful words anew (Repair.h); 0: off
    /// Each goes on from the run that the request describes without it and those behind it. Frames and plan of a run are
    /// those of the last one, its calls counted from 1.
    std::vector<Continuation> continuations;
};

/// N of candidate c, 0..k-1.
inline int candidateLength(const GenerationRequest &request, std::size_t candidate)
{
    return request.candidateLengths.empty() ? request.schedule.length : request.candidateLengths[candidate];
}

/// Model calls that judge each candidate behind its own, so that one can be chosen.
inline int judgingCalls(const GenerationRequest &request)
{
    return request.candidates > 1 && request.choose != ChoiceRule::Agreement ? kJudgingCalls : 0;
}

struct Provenance {
    std::string modelName;
    std::string modelFingerprint; ///< hexadecimal digest of model.json and weights
    std::string engineVersion;
    std::string device;     ///< "cpu", "cuda:0 NVIDIA .."
    std::string createdUtc; ///< ISO 8601
    /// CRC-32 of the starting noise of candidate 0, [N,E] little-endian float32: runs with the same started from the same
    /// noise. Unset: not known (older files), or there is none.
    std::optional<std::uint32_t> startingNoise = std::nullopt;
};

/// The settle steps of one candidate, both measures of the design, each as a model call 1..M (0: never).
struct Settling {
    std::vector<int> byWord;     ///< first call after which the word never changes again
    std::vector<int> bySchedule; ///< first call after which the timestep is 0
};

struct CandidateOutput {
    std::string text;
    std::vector<std::int32_t> tokens; ///< [N of the candidate], PAD included
    int modelCalls = 0; ///< after which it was done; fewer than M: stopped early; 0: not known (older files)
    /// Mean natural logarithm of a word's probability (engine/sample/WordLikelihood.h), at most 0. Unset: agreement alone chose.
    std::optional<double> logLikelihood = std::nullopt;
};

struct RunRecord {
    GenerationRequest request; ///< with the values really used
    Provenance provenance;
    std::optional<LengthChoice>
        lengthChoice; ///< of the recorded candidate; unset: not known (older files), or that of the run
                      ///< that this one goes on from
    SamplingPlan plan;
    std::vector<StepFrame>
        frames; ///< of the recorded candidate, in order; fewer than M when cancelled or stopped early
    std::vector<CandidateOutput> outputs;      ///< [k]; empty when cancelled
    int chosen = 0;                            ///< index into outputs
    std::map<std::int32_t, std::string> words; ///< display text of every word id that occurs in frames
    double seconds = 0;
    bool complete = false;
    /// Model calls at the front of plan and frames that are not those of the last continuation but of what it goes on from, so
    /// that a branch can be seen whole; 0: plan and frames begin with the last continuation. See Branching.h.
    int callsBefore = 0;
};

Settling settling(const std::vector<StepFrame> &frames);

} // namespace ard
