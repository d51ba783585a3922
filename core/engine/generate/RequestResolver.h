// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RequestResolver: from a request in words to a plan of work: looks up the words of changes and asks the length head for
// the lengths that a request leaves open.
#include "engine/generate/LoadedModel.h"
#include "engine/generate/RequestPlan.h"

namespace ard {

/// What a length head gives one source.
struct ChosenLengths {
    std::vector<int> candidates; ///< 1..N, of each; where they may not differ there is one
    LengthChoice choice;         ///< of the first
};

class RequestResolver {
public:
    /// The model must outlive the resolver.
    explicit RequestResolver(const LoadedModel &model) : m_model(model) { }

    /// planRequest after the length was chosen and the words of changes were looked up.
    Result<RequestPlan> plan(GenerationRequest request) const;
    /// The same; an error for a model without denoising steps.
    Result<RequestPlan> planWithSteps(const GenerationRequest &request) const;
    /// Whether the model's length head is asked for N.
    bool choosesLength(const GenerationRequest &request) const;
    /// Who decides N where the length head does not (the one N of a model without it is the model's, asked for or not); unset: an
    /// earlier run, which the request goes on from or comes from.
    std::optional<LengthChoice> lengthGiven(const GenerationRequest &request) const;
    /// What the length head gives each source; batchSize sources are encoded at a time.
    Result<std::vector<ChosenLengths>> lengthsOf(const std::vector<WordIds> &sources, const GenerationRequest &request,
                                                 int batchSize) const;

private:
    Result<std::int32_t> wordOf(const std::string &text) const;
    void fillInLearnedTimesteps(GenerationRequest &request) const;
    Result<std::optional<LengthChoice>> fillInLengths(GenerationRequest &request) const;
    Status fillInWords(GenerationRequest &request) const;

    const LoadedModel &m_model;
};

/// Indices of the sources, the shortest first: those of like length share a batch, so that little of it is padding.
std::vector<std::size_t> byLength(const std::vector<WordIds> &sources);

} // namespace ard
