// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/SharedPart.h"

#include "trace/RunJson.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace ard {

namespace {

constexpr const char *kContinuations = "continuations";

nlohmann::json taken(nlohmann::json &request)
{
    nlohmann::json continuations = request.value(kContinuations, nlohmann::json::array());
    request.erase(kContinuations);
    return continuations;
}

/// How many model calls, counted from the first run's start, two requests have in common; nullopt: they are of different runs.
std::optional<int> commonCalls(const RunRecord &a, const RunRecord &b)
{
    nlohmann::json requestA = requestToJson(a.request), requestB = requestToJson(b.request);
    const nlohmann::json continuedA = taken(requestA), continuedB = taken(requestB);
    if (a.provenance.modelFingerprint != b.provenance.modelFingerprint || requestA != requestB)
        return std::nullopt;
    int begin = 0;
    std::size_t i = 0;
    for (; i < std::min(continuedA.size(), continuedB.size()) && continuedA[i] == continuedB[i]; ++i)
        begin += a.request.continuations[i].fromCall;
    int stays = INT32_MAX;
    for (const RunRecord *record : {&a, &b})
        if (i < record->request.continuations.size())
            stays = std::min(stays, record->request.continuations[i].fromCall);
    return stays == INT32_MAX ? stays : begin + stays;
}

int callsNotRecorded(const RunRecord &record)
{
    return callsBeforeLast(record.request) - record.callsBefore;
}

} // namespace

SharedPart::SharedPart(const RunRecord &a, const RunRecord &b)
{
    const std::optional<int> common = commonCalls(a, b);
    if (!common ||
        callsNotRecorded(a) != callsNotRecorded(b)) // counted differently, calls do not lie beside each other
        return;
    const auto recorded = static_cast<int>(std::min(a.frames.size(), b.frames.size()));
    m_calls = std::clamp(*common - callsNotRecorded(a), 0, recorded);
    if (*common == INT32_MAX)
        m_calls = recorded;
    m_pinsA = changesOf(a);
    m_pinsB = changesOf(b);
}

} // namespace ard
