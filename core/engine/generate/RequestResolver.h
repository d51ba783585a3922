// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RequestResolver: from a request in words to a plan of work: looks up the words of changes and asks the length head for
// the lengths that a request leaves open.
#include "engine/generate/LoadedModel.h"
#include "engine/generate/RequestPlan.h"

namespace ard {

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
    /// The lengths, 1..N, that the length head gives the candidates of each source; batchSize sources are encoded at a
    /// time. Where candidates may not differ in length there is one length a source.
    Result<std::vector<std::vector<int>>> lengthsOf(const std::vector<WordIds> &sources,
                                                    const GenerationRequest &request, int batchSize) const;

private:
    Result<std::int32_t> wordOf(const std::string &text) const;
    void fillInLearnedTimesteps(GenerationRequest &request) const;
    Status fillInLengths(GenerationRequest &request) const;
    Status fillInWords(GenerationRequest &request) const;

    const LoadedModel &m_model;
};

/// Indices of the sources, the shortest first: those of like length share a batch, so that little of it is padding.
std::vector<std::size_t> byLength(const std::vector<WordIds> &sources);

} // namespace ard
