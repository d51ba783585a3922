// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FakeRun: a deterministic run that looks like a model's: words come and go while a position is noisy and settle as its
// timestep falls. The same request gives the same run. In the last call the final word of position kSecondBest is only the
// second most probable one, as it happens with models.
#include "base/Result.h"
#include "protocol/Messages.h"

namespace ard::fake {

class FakeRun {
public:
    static constexpr int kSecondBest = 1;

    /// length and diffusionSteps of a request that leaves them 0 are taken from the model.
    static Result<FakeRun> make(GenerationRequest request, int modelLength, int modelDiffusionSteps);

    /// The model that the run is of, for its provenance.
    void setModel(const protocol::ModelSummary &model)
    {
        m_header.provenance.modelName = model.name;
        m_header.provenance.modelFingerprint = model.fingerprint;
    }
    const RunRecord &header() const { return m_header; } ///< request, plan, provenance
    StepFrame frame(int call) const;                     ///< 1..M
    CandidateOutput output() const;
    RunRecord record(int calls) const; ///< with so many frames; complete with all M
    /// The sentence steps that model call 1..M skips, one by one, as a run of its own.
    Result<FakeRun> filled(int call) const;
    int modelCalls() const { return m_header.plan.modelCalls(); }
    static std::map<std::int32_t, std::string> words(const StepFrame &frame);
    /// Word by word, of which it reads kMostWords; it does not know "[UNK]".
    protocol::SourceReading sourceReading() const;
    static constexpr std::size_t kMostWords = 24;

private:
    Status goOn(const Continuation &continuation);
    std::int32_t finalWord(int position) const;
    std::int32_t wordAt(int call, int position) const;

    RunRecord m_header;
    int m_before = 0;                                 ///< model calls before the last continuation
    std::uint64_t m_seed = 1;                         ///< of the noise of what runs
    std::map<int, std::int32_t> m_pinned, m_replaced; ///< words by position
};

} // namespace ard::fake
